use crate::checks::example::{bad, good};
use crate::checks::marked::shortened;
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Bilingual, Category, Findings, Severity, say};
use crate::markup::TagChange;

pub(super) const CHECK: Check = Check {
    id: "misnested-tag",
    category: Category::Markup,
    mqm: "design-and-markup/misplaced-markup",
    its: "markup",
    severity: Severity::Major,
    finds: say(
        "A tag that closes before it opens, or closes around one that is still open.",
        "标签先关后开，或与其他标签交叉。",
    ),
    why: say(
        "Programs refuse such a text, or format the wrong words.",
        "程序会拒绝这样的文本，或给错误的词语加上格式。",
    ),
    examples: &[
        bad("⟦</b>⟧这里<b>点击").source("Click <b>here</b>"),
        bad("<b><i>點擊⟦</b>⟧這裡</i>").source("<b>Click <i>here</i></b>"),
        good("<i>这里</i>点<b>击</b>").source("<b>Click</b> <i>here</i>"),
        good("<b><i>點擊</i></b>").source("<i><b>Click</b></i>"),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    for it in pair.tags() {
        if let TagChange::Misnested(tag, span, inline) = it {
            out.report(*span, MISNESTED.with(&[&shortened(tag)])).element(*inline);
        }
    }
}

const MISNESTED: Bilingual = say(
    "“{0}” does not close what was opened last: put the tags in order.",
    "“{0}”关闭的不是最后打开的标签，应调整标签的顺序。",
);
