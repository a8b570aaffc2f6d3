use crate::align::content_words;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Resources, Run, Unit};
use crate::finding::{Category, Confidence, Findings, Severity, say};
use std::borrow::Cow;

pub(super) const CHECK: Check = Check {
    id: "missing-passage",
    category: Category::Accuracy,
    mqm: "accuracy/omission",
    its: "omission",
    severity: Severity::Major,
    confidence: Confidence::Medium,
    finds: say(
        "A sentence or paragraph of the source that no sentence of the translation stands beside.",
        "原文的一句或一段在译文中没有对应的句子。",
    ),
    why: say(
        "Whole sentences get lost where long texts are cut into pieces and put together again.",
        "长文切分后再拼接时，常有整句丢失。",
    ),
    examples: &[
        bad("圖書館上週重新開放⟦。⟧讀者現在每天可以借八本書。").beside(
            "The library opened again last week. The roof had been leaking for three years \
                 before the city finally paid for the repairs. Readers can now borrow eight books \
                 every day.",
        ),
        bad("⟦读⟧者现在每天可以借八本书。\n孩子们周六可以免费参加故事会。").beside(
            "The library opened again last week after the roof had been repaired.\n\
             Readers can now borrow eight books every day.\n\
             On Saturdays children can join the story hour for free.",
        ),
        good("圖書館修好屋頂後，上週重新開放。\n讀者現在每天可以借八本書。").beside(
            "The library opened again last week. The roof has been repaired.\n\
             Readers can now borrow eight books every day.",
        ),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, with: &Resources, out: &mut Findings) {
    for missing in units.unsaid().unwrap_or_default() {
        let source = missing.source.as_str();
        let (nth, edge) = units.gap(missing);
        let next = if missing.after.is_some() { nth + 1 } else { 0 };
        let near =
            &units[next.saturating_sub(NEAR).min(units.len())..(next + NEAR).min(units.len())];
        if !is_absent(source, near, with) {
            continue;
        }
        let message = say(
            "“{0}” of the source is not in the translation, where it belongs here: translate it.",
            "原文的“{0}”没有译出，应补译在此处。",
        );
        out.at(units[nth].place).report(edge, message.with(&[&quoted(source)]));
    }
}

/// A passage as it is quoted: the whole of it, or how it begins.
fn quoted(source: &str) -> Cow<'_, str> {
    match source.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", source[..end].trim_end()).into(),
        None => source.into(),
    }
}

/// So many characters of a passage are enough to find it.
const QUOTED: usize = 120;

/// So many units on both sides may have been given what is missing.
const NEAR: usize = 1;

/// Words with renderings that a passage has at least, and the share of them that may stand
/// somewhere near by chance.
const LEAST: usize = 3;
const BY_CHANCE: (usize, usize) = (1, 2);

/// Whether a passage says enough to be missed, and the text around does not say it.
fn is_absent(source: &str, near: &[Unit], with: &Resources) -> bool {
    let (mut covered, mut all) = (0, 0);
    for word in content_words(source) {
        let covers = |it: &Unit| with.lexicon.covers(word, it.target.shadow().text());
        let found: Vec<bool> = near.iter().filter_map(covers).collect();
        all += usize::from(!found.is_empty());
        covered += usize::from(found.contains(&true));
    }
    all >= LEAST && covered * BY_CHANCE.1 <= all * BY_CHANCE.0
}
