use crate::checks::example::{bad, good};
use crate::checks::marked::shortened;
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Bilingual, Category, Findings, Severity, say};
use crate::markup::TagChange;

pub(super) const CHECK: Check = Check {
    id: "altered-tag",
    category: Category::Markup,
    mqm: "design-and-markup/inconsistent-markup",
    its: "markup",
    severity: Severity::Major,
    finds: say("A tag whose attributes are not those of the source.", "标签的属性与原文不同。"),
    why: say(
        "Programs find elements by their attributes; only what people read in them, and addresses, are translated.",
        "程序靠属性识别元素，只有供人阅读的属性和网址可以改动。",
    ),
    examples: &[
        bad("⟦<span class=\"警告\">⟧请当心</span>")
            .source("<span class=\"warning\">Careful</span>"),
        bad("⟦<a id=\"b\">⟧說明</a>").source("<a id=\"a\">Help</a>"),
        good("<a href=\"/zh/help\" title=\"帮助\">帮助</a>")
            .source("<a title=\"Help\" href='/en/help'>Help</a>"),
        good("<i class='b'>乙</i>和<i class='a'>甲</i>")
            .source("<i class='a'>A</i> and <i class='b'>B</i>"),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    for it in pair.tags() {
        if let TagChange::Altered(source, target, span) = it {
            let message = ALTERED.with(&[&shortened(source), &shortened(target)]);
            out.report(*span, message).suggest(source);
        }
    }
}

const ALTERED: Bilingual = say(
    "“{0}” became “{1}”: keep the attributes of the source.",
    "“{0}”被改成了“{1}”，应保留原文的属性。",
);
