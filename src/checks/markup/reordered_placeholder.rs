use crate::checks::example::{bad, good};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Bilingual, Category, Findings, Severity, say};
use crate::markup::Change;

pub(super) const CHECK: Check = Check {
    id: "reordered-placeholder",
    category: Category::Markup,
    mqm: "design-and-markup/misplaced-markup",
    its: "markup",
    severity: Severity::Critical,
    finds: say(
        "Unnumbered placeholders of different kinds in another order than in the source.",
        "没有编号的占位符顺序与原文不同，且类型不一。",
    ),
    why: say(
        "They are filled in the order of the source: a number ends up in the place of a text.",
        "程序按原文的顺序填充，数字会填到文字的位置上。",
    ),
    examples: &[
        bad("⟦%d 张图片在 %s⟧").source("%s has %d pictures"),
        bad("⟦%@ 中有 %d⟧ 個檔案").source("%d files in %@"),
        good("%2$d 个文件在 %1$s").source("%s has %d files"),
        good("%s 裡有 %s 和 %d 個檔案").source("%s in %s has %d files"),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    for it in pair.fields() {
        if let Change::Reordered(span) = it {
            out.report(*span, REORDERED.with(&[]));
        }
    }
}

const REORDERED: Bilingual = say(
    "Placeholders without numbers are filled in the order of the source: number them, as in %2$s and %1$d.",
    "没有编号的占位符按原文顺序填充，应加上编号，如 %2$s、%1$d。",
);
