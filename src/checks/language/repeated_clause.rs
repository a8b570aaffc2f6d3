use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Param, Resources, Run, Unit};
use crate::duplication::{ClauseCopy, Clauses, clause_copies};
use crate::finding::{Confidence, Findings, say};

pub(super) const CHECK: Check = Check {
    id: "repeated-clause",
    mqm: "linguistic-conventions/duplication",
    its: "duplication",
    confidence: Confidence::Medium,
    finds: say(
        "A clause said a little before, word for word; of one that opens with 將 or 把, its beginning.",
        "与稍前一字不差的分句；以“将”“把”开头的，开头相同即算。",
    ),
    why: say(
        "An engine that loses its place starts an old clause again, in this sentence or in the \
         next paragraph.",
        "引擎迷失位置时，会在本句或下一段重新说起旧的分句。",
    ),
    params: &[LEAST],
    examples: &[
        bad("董事會決定，將公司的大筆海外資金撤回。\n，⟦將公司的大筆海外資金⟧用於新計畫。"),
        bad(
            "他拒绝透露任何有关收购的细节。市场随即下跌，分析师感到意外。⟦他拒绝透露任何有关收购的细节⟧。",
        ),
        good("他拒绝透露任何细节。市场下跌。他拒绝透露任何细节。"),
        good("董事會決定將公司的大筆海外資金撤回，公司的大筆海外資金因此回流。"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

const LEAST: Param = Param {
    key: "repeated-clause.min-characters",
    default: 10,
    means: say(
        "How many Chinese characters a copy must have at least.",
        "副本至少要有多少个汉字。",
    ),
};

/// Copies that stand nearer are the matter of other checks.
const APART: usize = 8;

fn run(units: &Manuscript, with: &Resources, out: &mut Findings) {
    let least = with.param(LEAST) as usize;
    let chars: usize = units.iter().map(|unit| unit.target.shadow().chars().len()).sum();
    if chars < 2 * least {
        return;
    }
    let texts: Vec<Clauses> = units.iter().map(|unit| unit.target.clauses()).collect();
    for copy in clause_copies(&texts, least) {
        if !is_told(&copy, units) {
            report(&copy, units, out);
        }
    }
}

/// Whether another check reports the copy: one that follows at once, a whole paragraph.
fn is_told(copy: &ClauseCopy, units: &[Unit]) -> bool {
    let (earlier, later) = (&units[copy.first.0].target, &units[copy.second.0].target);
    if copy.first.0 == copy.second.0 {
        let near = copy.second.1.start <= copy.first.1.end + APART;
        return near || later.loops_at(&copy.second.1);
    }
    earlier.text() == later.text()
        || earlier.source().is_some() && earlier.source() == later.source()
}

fn report(copy: &ClauseCopy, units: &[Unit], out: &mut Findings) {
    let (earlier, later) = (&units[copy.first.0], &units[copy.second.0]);
    let first = earlier.target.shadow().span(copy.first.1.clone());
    let second = later.target.shadow().span(copy.second.1.clone());
    if !later.target.licenses(2, second) {
        let said = &later.target.text()[second.range()];
        let message = say(
            "“{0}” was said in paragraph {1} already; write what the source says here.",
            "“{0}”在第{1}段已经说过，此处应按原文重写。",
        );
        let number = (earlier.place.paragraph + 1).to_string();
        out.at(later.place)
            .report(second, message.with(&[said, &number]))
            .related_at(earlier.place, first);
    }
}
