use crate::checks::same::{are_apart, same_targets, start};
use crate::checks::{
    Check, Manuscript, Resources, Run,
    example::{bad, good},
};
use crate::finding::{Bilingual, Category, Confidence, Findings, Severity, say};

pub(super) const CHECK: Check = Check {
    id: "ambiguous-translation",
    category: Category::Terminology,
    mqm: "accuracy/mistranslation",
    its: "inconsistency",
    severity: Severity::Neutral,
    confidence: Confidence::Medium,
    finds: say(
        "Two sources that say different things and have the same long translation.",
        "两段内容不同的原文有完全相同的长译文。",
    ),
    why: say(
        "One of them was filled from the wrong entry of a memory, or an engine answered twice with the same sentence.",
        "往往是其中一条套用了记忆库里的错误条目，或引擎两次给出同一句话。",
    ),
    examples: &[
        bad("您的订单已经发货，预计三天内送达。\n⟦您的订单已经发货，预计三天内送达。⟧")
            .source("Your order has shipped and should arrive in three days.\nWe could not charge the card that you gave us."),
        bad("會議改到星期五下午三點舉行。\n⟦會議改到星期五下午三點舉行。⟧")
            .source("The meeting was moved to Friday at three.\nLunch will be served on the second floor."),
        good("会议改到星期五下午三点举行。\n会议改到星期五下午三点举行。")
            .source("The meeting was moved to Friday at 3 pm.\nThe meeting has been moved to 3 pm on Friday."),
        good("确定\n确定").source("OK\nConfirm"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

/// Shorter texts may well stand for several sources.
const LEAST: u32 = 12;

fn run(units: &Manuscript, _: &Resources, out: &mut Findings) {
    for (earlier, later) in same_targets(units, LEAST) {
        let (first, again) = (&units[earlier], &units[later]);
        let (Some(one), Some(other)) = (first.target.source(), again.target.source()) else {
            continue;
        };
        if are_apart(one, other) {
            let message = ALIKE.with(&[&start(one)]);
            out.at(again.place)
                .report(0..again.target.text().len(), message)
                .related_at(first.place, 0..first.target.text().len());
        }
    }
}

const ALIKE: Bilingual = say(
    "The source “{0}” has the same translation, although it says something else: check both.",
    "原文“{0}”意思不同，译文却与此处完全相同：请核对两处。",
);
