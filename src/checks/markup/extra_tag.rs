use crate::checks::example::{bad, good};
use crate::checks::marked::shortened;
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Bilingual, Category, Findings, Severity, say};
use crate::markup::TagChange;

pub(super) const CHECK: Check = Check {
    id: "extra-tag",
    category: Category::Markup,
    mqm: "design-and-markup/added-markup",
    its: "markup",
    severity: Severity::Major,
    finds: say("A tag that the source does not have.", "原文没有的标签。"),
    why: say(
        "It formats what should be plain, or leaves the page broken.",
        "它会给不该有格式的文字加上格式，或破坏页面。",
    ),
    examples: &[
        bad("点击⟦<b>⟧这里</b>继续。").source("Click here to continue."),
        bad("請見<a href=\"/help\">說明</a>⟦</a>⟧。").source("See <a href=\"/help\">help</a>."),
        good("點<b>這裡</b>繼續。").source("Click <b>here</b> to continue."),
        good("若 x < y，则第一行<br>第二行。").source("If x < y: first line<br>second line."),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    for it in pair.tags() {
        if let TagChange::Extra(tag, span, inline) = it {
            out.report(*span, EXTRA.with(&[&shortened(tag)])).element(*inline);
        }
    }
}

const EXTRA: Bilingual =
    say("The source has no tag “{0}” here: take it out.", "原文没有标签“{0}”，应删去。");
