use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Bilingual, Confidence, Findings, say};
use crate::fluency::{Fragment, fragment};
use crate::text::{Pairing, Span};

pub(super) const CHECK: Check = Check {
    id: "sentence-fragment",
    mqm: "accuracy/omission",
    its: "omission",
    confidence: Confidence::Medium,
    finds: say(
        "A noun or a place that stands as a sentence, without a verb.",
        "一个名词或地点独立成句，没有谓语。",
    ),
    why: say(
        "Where an engine loses a sentence, a word of it is often left behind between two stops.",
        "引擎丢失句子时，常在两个句号之间留下其中的一个词。",
    ),
    examples: &[
        bad("他感謝了團隊多年來的支持。⟦密度。⟧"),
        bad("公司公布了新的方案。⟦任期,,⟧根據內部文件，改組將在秋天完成。"),
        bad("这使大多数产品都受到了影响。⟦团队，⟧据报道，工程师们感到恐慌。"),
        bad("他上個月買下了三幅油畫。⟦在主要對手畫廊。⟧館長沒有回應。"),
        good("“谁说的？”“老师。”"),
        good("他推开门。一片漆黑。真的。"),
        good("他们在哪里？在北京。"),
        good("記者問他原因。天氣。"),
        good("他答得很慢。公司，他說，還在找人。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

const LONE: Bilingual = say(
    "“{0}” stands on its own, without what it belongs to; the rest of its sentence was lost. \
     Write it again after the source.",
    "“{0}”孤立成句，所属句子的其余内容丢失了；请对照原文补全。",
);

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    let sentences = target.sentences();
    for (nth, sentence) in sentences.iter().enumerate() {
        if !may_be_piece(target.text()[sentence.range()].trim_start()) {
            continue;
        }
        let found = fragment(&target.tokens(*sentence));
        if let Some(Fragment { span, .. }) =
            found.filter(|it| may_hold(it, target.text(), sentences, nth))
        {
            let said = target.text()[span.range()].trim_end_matches([',', '，', '。']);
            out.report(span, LONE.with(&[said]));
        }
    }
}

/// Whether a sentence is worth looking its words up: it has the shape of a piece.
fn may_be_piece(sentence: &str) -> bool {
    let comma = |c: char| matches!(c, '，' | ',' | '、' | ';' | '；' | ':' | '：');
    let mut rest = sentence.chars().skip(2);
    match rest.next() {
        Some('。') => true,
        Some(c) if comma(c) => rest.take(6).any(|c| matches!(c, '据' | '據' | '根')),
        _ => sentence.starts_with(['在', '从', '從']) && !sentence.contains(comma),
    }
}

/// Whether a sentence follows a statement in running text, outside of quotation marks. A place may
/// also begin a paragraph.
fn may_hold(found: &Fragment, text: &str, sentences: &[Span], nth: usize) -> bool {
    let Some(before) = nth.checked_sub(1).map(|nth| sentences[nth]) else {
        return found.adverbial && sentences.len() > 1;
    };
    let stated =
        text[before.range()].trim_end().ends_with('。') && before.range().len() >= STATEMENT;
    let from = sentences[nth.saturating_sub(QUOTED)].start;
    let near = &text[from as usize..sentences[nth].start as usize];
    let quotes = Pairing::of(near);
    // Where marks are lost in the paragraph, an open one says nothing.
    stated && (quotes.open.is_none() || !quotes.faults.is_empty())
}

/// Sentences before a fragment in which the quotation may begin that it belongs to.
const QUOTED: usize = 8;

/// The least bytes of a statement that a fragment may follow: eight characters.
const STATEMENT: usize = 24;
