use crate::checks::example::{bad, good};
use crate::checks::sequel::Close;
use crate::checks::{Check, Manuscript, Resources, Run};
use crate::finding::{Findings, say};

pub(super) const CHECK: Check = Check {
    id: "broken-paragraph",
    mqm: "design-and-markup/truncation-text-expansion",
    its: "omission",
    finds: say(
        "A sentence that is broken off at the end of a paragraph and goes on in the next.",
        "句子在段尾中断，到下一段才继续。",
    ),
    why: say(
        "A line break in the middle of a sentence leaves two pieces that nobody can read.",
        "句子中间的换行留下两个读不通的片段。",
    ),
    examples: &[
        bad("博物館上個月一口氣買下了至少六位年輕畫家⟦的⟧\n在本地創作的油畫。館長拒絕透露金額。"),
        bad("他在会上宣布，公司今年将关闭三家工厂⟦，⟧\n并把生产线迁往南方。工会表示反对。"),
        good("博物館買下了六位畫家的油畫。\n館長拒絕透露金額。"),
        good("他在会上宣布：\n公司将关闭三家工厂。"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, _: &Resources, out: &mut Findings) {
    for close in units.closes() {
        if let Close::Broken { nth, span } = *close {
            let message = say(
                "The sentence breaks off after “{0}” and goes on in the next paragraph; join the \
                 two and check that nothing between them is lost.",
                "句子在“{0}”之后中断，到下一段才继续；请合并两段，并核对中间有无遗漏。",
            );
            let said = &units[nth].target.text()[span.range()];
            out.at(units[nth].place).report(span, message.with(&[said]));
        }
    }
}
