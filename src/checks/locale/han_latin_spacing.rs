use crate::characters::Sign;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Resources, Run, Unit};
use crate::finding::{Bilingual, Category, Findings, Severity, say};
use crate::typography::{Joint, joints};

pub(super) const CHECK: Check = Check {
    id: "han-latin-spacing",
    category: Category::Locale,
    mqm: "locale-conventions/whitespace",
    its: "whitespace",
    severity: Severity::Neutral,
    systematic: true,
    finds: say(
        "A space between Chinese and Latin, or none, against the document's own habit.",
        "中西文之间有无空格，与本文的习惯不一致。",
    ),
    why: say(
        "Both habits are right; a document that mixes them looks like the work of two hands.",
        "两种习惯都可以；同一文档混用则像出自两人之手。",
    ),
    examples: &[
        bad("用 AI 写，用 AI 读，用 AI 看，用 AI 听，⟦用A⟧⟦I说⟧，用 AI 答。")
            .fixed("用 AI 写，用 AI 读，用 AI 看，用 AI 听，用 AI 说，用 AI 答。"),
        bad("這個AI寫，那個AI讀，這個AI看，那個AI聽，這個AI說，那⟦ ⟧AI⟦ ⟧答。")
            .fixed("這個AI寫，那個AI讀，這個AI看，那個AI聽，這個AI說，那AI答。"),
        good("用 AI 寫字，用AI讀書。"),
        good("用 AI 写字，写了 3 年，写了3页。"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

/// Joints that make a habit.
const HABIT: usize = 10;

const NONE: Bilingual = say(
    "The document mostly puts a space between Chinese and Latin; here is none.",
    "本文多在中西文之间加空格，此处没有。",
);

const SPACE: Bilingual = say(
    "The document mostly puts no space between Chinese and Latin; here is one.",
    "本文多不在中西文之间加空格，此处有。",
);

fn run(units: &Manuscript, _: &Resources, out: &mut Findings) {
    let other = units.having(&[Sign::Latin, Sign::Digit]);
    let found: Vec<(&Unit, Vec<Joint>)> =
        other.map(|unit| (unit, joints(unit.target.landmarks()))).collect();
    for is_digit in [false, true] {
        let all = || found.iter().flat_map(|it| &it.1).filter(|it| it.is_digit == is_digit);
        let (count, spaced) = (all().count(), all().filter(|it| it.is_spaced).count());
        let fewer = spaced.min(count - spaced);
        if count >= HABIT && fewer * 10 >= count && fewer * 2 < count {
            for (unit, joints) in &found {
                let odd =
                    |it: &&Joint| it.is_digit == is_digit && it.is_spaced != (spaced * 2 > count);
                joints.iter().filter(odd).for_each(|joint| report(unit, *joint, out));
            }
        }
    }
}

fn report(unit: &Unit, joint: Joint, out: &mut Findings) {
    let text = &unit.target.text()[joint.start..joint.end];
    let mut sides = text.chars();
    let (Some(left), Some(right)) = (sides.next(), sides.next_back()) else { return };
    let out = out.at(unit.place);
    if joint.is_spaced {
        let space = joint.start + left.len_utf8()..joint.end - right.len_utf8();
        out.report(space, SPACE.with(&[])).suggest("");
    } else {
        out.report(joint.start..joint.end, NONE.with(&[])).suggest(format!("{left} {right}"));
    }
}
