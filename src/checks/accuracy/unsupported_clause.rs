use crate::align::vouched;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Resources, Run, Support, Unit};
use crate::encoder::Encoder;
use crate::finding::{Bilingual, Category, Confidence, Findings, Severity, say};
use crate::text::State;
use rayon::prelude::*;

pub(super) const CHECK: Check = Check {
    id: "unsupported-clause",
    category: Category::Accuracy,
    mqm: "accuracy/addition",
    its: "addition",
    confidence: Confidence::Medium,
    finds: say(
        "A longer clause of the translation that nothing in the source says.",
        "译文中原文毫无依据的较长分句。",
    ),
    why: say(
        "Engines go on with what often follows in their data. The sentence encoder compares the clause with the source, and the translation with and without it; below ten characters it cannot tell.",
        "引擎会接着写训练数据里常见的下文。由句子编码器比较该分句与原文，以及译文有无该分句的差别；不足十个字时无从判断。",
    ),
    examples: &[
        bad("委员会周二批准了新的图书馆预算，⟦猫科动物的胡须能感知气流的微小变化⟧，并计划在六月动工。").source(
            "The committee approved the budget for the new library on Tuesday and plans to start building in June.",
        ),
        bad("委員會週二批准了新圖書館的預算，⟦貓科動物的鬍鬚能感知氣流的微小變化⟧，並計畫在六月動工。").source(
            "The committee approved the budget for the new library on Tuesday and plans to start building in June.",
        ),
        bad("她把車停在車站前，等了將近一個小時，⟦這家銀行去年的淨利潤增長了一成二⟧。").source(
            "She parked the car in front of the station and waited for almost an hour.",
        ),
        bad("開往島上的渡輪今早又誤點了，⟦飯店的廚師已經辭職搬到山上養羊⟧。")
            .source("The ferry to the island was late again this morning."),
        good("開往島上的渡輪今早又誤點了，飯店的廚師已經辭職搬到山上養羊。\n客人都很想念他。").source(
            "The ferry to the island was late again this morning.\n\
             The cook of the hotel has quit and moved to the mountains to keep goats, and his guests miss him.",
        ),
        good("委員會週二批准了新圖書館的預算，並計畫在六月動工。").source(
            "The committee approved the budget for the new library on Tuesday and plans to start building in June.",
        ),
        good("她把车停在车站前面，在那里足足等了将近一个小时。").source(
            "She parked the car in front of the station and waited for almost an hour.",
        ),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

/// A target less near to its source than this is not told clause by clause.
const UNRELATED: f32 = 0.3;

fn run(units: &Manuscript, with: &Resources, out: &mut Findings) {
    let Some(encoder) = with.encoder() else { return };
    let strange = (0..units.len()).into_par_iter().map(|nth| strange(units, nth, encoder));
    let strange: Vec<Vec<Support>> = strange.collect();
    for (unit, clauses) in units.iter().zip(strange) {
        for clause in clauses {
            let message = if clause.is_foreign() { FOREIGN } else { PERHAPS };
            let report = out.at(unit.place).report(clause.span, message.with(&[]));
            if !clause.is_foreign() {
                report.severity(Severity::Neutral).confidence(Confidence::Low);
            }
        }
    }
}

const FOREIGN: Bilingual = say(
    "Nothing in the source says this: strike it out, unless it is meant as an explanation.",
    "原文没有这层意思：若非有意补充说明，请删去。",
);
const PERHAPS: Bilingual = say(
    "Nothing in the source seems to say this: compare the two, and strike it out unless it explains what the source says.",
    "原文似乎没有这层意思：请核对，若非说明原意，请删去。",
);

/// The clauses of a unit that neither its source says nor one beside it.
fn strange(units: &[Unit], nth: usize, encoder: &Encoder) -> Vec<Support> {
    let Unit { target, segment, .. } = &units[nth];
    let is_open = segment.state != Some(State::Untranslated);
    if target.telling_cosine().is_none_or(|it| !is_open || it < UNRELATED) {
        return vec![];
    }
    let beside = [nth.checked_sub(1), Some(nth + 1)].into_iter().flatten();
    let beside = beside.filter_map(|it| units.get(it)?.target.source());
    let is_strange = |it: &&Support| {
        let clause = &target.text()[it.span.range()];
        it.is_strange() && !beside.clone().any(|source| says(source, clause, encoder))
    };
    target.supports().iter().filter(is_strange).copied().collect()
}

/// From so near on, or with so much of its words, a source says what a clause says: sentences are
/// divided in other places where that reads better.
const NEAR: f32 = 0.4;
const WORDS: f32 = 8.0;

fn says(source: &str, clause: &str, encoder: &Encoder) -> bool {
    vouched(source, clause) > WORDS || encoder.encode(source).cosine(&encoder.encode(clause)) > NEAR
}
