use crate::align::content_words;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Resources, Run, Unit};
use crate::finding::{Category, Confidence, Findings, Severity, say};
use crate::text::Span;

pub(super) const CHECK: Check = Check {
    id: "added-passage",
    category: Category::Accuracy,
    mqm: "accuracy/addition",
    its: "addition",
    severity: Severity::Minor,
    confidence: Confidence::Medium,
    finds: say(
        "A sentence or paragraph of the translation that no sentence of the source stands beside.",
        "译文的一句或一段在原文中没有对应的句子。",
    ),
    why: say(
        "What the source does not say is a note of the translator, or an engine made it up.",
        "原文没有的内容，或是译者的附注，或是引擎的杜撰。",
    ),
    examples: &[
        bad("圖書館上週重新開放。\n⟦許多學者認為海洋的溫度正在逐年上升。⟧\n讀者現在每天可以借八本書。")
            .beside(
                "The library opened again last week.\n\
                 Readers can now borrow eight books every day.",
            ),
        bad("图书馆上周重新开放。\n⟦许多学者认为海洋的温度正在逐年上升。⟧\n读者现在每天可以借八本书。")
            .beside(
                "The library opened again last week.\n\
                 Readers can now borrow eight books every day.",
            ),
        good("图书馆上周重新开放。屋顶已经修好。\n读者现在每天可以借八本书。").beside(
            "The library opened again last week, its roof repaired.\n\
             Readers can now borrow eight books every day.",
        ),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

/// Chinese characters that a passage has at least.
const LEAST: u32 = 12;

/// Words of a source beside it, and their share, that a passage may say by chance.
const BY_CHANCE: (usize, (usize, usize)) = (2, (3, 10));

fn run(units: &Manuscript, with: &Resources, out: &mut Findings) {
    if units.unsaid().is_none() {
        return;
    }
    for (nth, unit) in units.iter().enumerate() {
        let is_alone = unit.target.source().is_none() && unit.target.size().han >= LEAST;
        let mut near = units[nth.saturating_sub(1)..units.len().min(nth + 2)].iter();
        if !is_alone || near.any(|it| is_split(it, unit, with)) {
            continue;
        }
        let message = say(
            "No sentence of the source says this: strike it out, unless it is a note.",
            "原文没有这一句；若非译注，请删去。",
        );
        let span = Span::from(0..unit.target.text().len());
        out.at(unit.place).report(span, message.with(&[]));
    }
}

/// Whether a passage says what the source of its neighbour says: the sentence was parted, and the
/// aligner took the larger part alone.
fn is_split(neighbour: &Unit, unit: &Unit, with: &Resources) -> bool {
    let source = neighbour.target.source().unwrap_or_default();
    if unit.target.latin().iter().any(|it| it.text.len() > 2 && source.contains(it.text)) {
        return true;
    }
    let shadow = unit.target.shadow().text();
    let words = content_words(source);
    let covers: Vec<bool> = words.filter_map(|it| with.lexicon.covers(it, shadow)).collect();
    let (covered, all) = (covers.iter().filter(|it| **it).count(), covers.len());
    covered > BY_CHANCE.0 && covered * BY_CHANCE.1.1 >= all * BY_CHANCE.1.0
}
