use crate::checks::example::{bad, good};
use crate::checks::marked::shortened;
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Bilingual, Category, Findings, Severity, say};
use crate::markup::TagChange;

pub(super) const CHECK: Check = Check {
    id: "missing-tag",
    category: Category::Markup,
    mqm: "design-and-markup/missing-markup",
    its: "markup",
    severity: Severity::Major,
    finds: say("A tag of the source that the translation does not have.", "译文缺少原文的标签。"),
    why: say(
        "Formatting or a link is lost; a tag without its other half breaks the page.",
        "格式或链接会丢失；缺了另一半的标签会破坏页面。",
    ),
    examples: &[
        bad("⟦点击这里继续。⟧").source("Click <b>here</b> to continue."),
        bad("⟦請見<a href=\"/help\">說明。⟧").source("See <a href=\"/help\">help</a>."),
        bad("⟦<0>同意</0>条款⟧").source("<0>Agree</0> to the <1>terms</1>"),
        good("點<b>這裡</b>繼續，若 a < b。").source("Click <b>here</b> if a < b."),
        good("我爱你 <3，在此输入〈名称〉。").source("I <3 you, enter <name> here."),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    for it in pair.tags() {
        if let TagChange::Missing(tag, span) = it {
            pair.report_missing(*span, MISSING.with(&[&shortened(tag)]), out);
        }
    }
}

const MISSING: Bilingual = say(
    "The tag “{0}” of the source is not in the translation: put it around the same words.",
    "译文缺少原文的标签“{0}”，应加在相应的词语上。",
);
