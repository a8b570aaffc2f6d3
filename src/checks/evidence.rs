//! What speaks against each sentence of a text, for the noisy or of [`Garble`].

use super::{Prose, Resources};
use crate::duplication::{echoes, joined, token_loops};
use crate::finding::{Bilingual, Message, say};
use crate::fluency::{Garble, circles, fragment, leading};
use crate::names::{is_known, mangled};
use crate::text::{Pairing, Span, marks};
use std::ops::Range;

const REPEATED: Bilingual = say("much of it is said again", "很多内容是重复的");
const NONSENSE: Bilingual = say("“{0}” is no word and no name", "“{0}”不是词也不是名称");
const UNPAIRED: Bilingual = say("quotation marks are lost", "引号不成对");
const FRAGMENT: Bilingual = say("“{0}” is torn off", "“{0}”与上下文断开");
const CLASHING: Bilingual = say("stops stand side by side", "点号连用");
const CIRCULAR: Bilingual = say("“{0}” explains itself by itself", "“{0}”自己解释自己");

/// A kind of evidence: what it says, its weight, and the share of a sentence at which it is full.
struct Kind {
    name: Bilingual,
    weight: f64,
    full: f64,
    spans: Vec<Span>,
}

/// The sentences against which there is evidence, each with it.
pub(super) fn evidence(target: &Prose, with: &Resources) -> Vec<(Span, Garble<Message>)> {
    let mut kinds = [
        Kind { name: REPEATED, weight: 0.9, full: 0.4, spans: repeated(target, with) },
        Kind { name: NONSENSE, weight: 0.9, full: 0.3, spans: nonsense(target, with) },
    ];
    let suspected = kinds.iter().any(|kind| !kind.spans.is_empty());
    if !suspected {
        // Only what stands beside loops or nonsense makes a sentence garbled: two weak signs do not.
        return vec![];
    }
    for kind in &mut kinds {
        kind.spans.sort_unstable();
    }
    let lone: Vec<Span> =
        Pairing::of(target.text()).faults.into_iter().map(|it| it.at.into()).collect();
    let found = target.sentences().iter().map(|it| (*it, of(*it, target, &kinds, &lone)));
    found.filter(|(_, garble)| !garble.evidence.is_empty()).collect()
}

fn of(sentence: Span, target: &Prose, kinds: &[Kind], lone: &[Span]) -> Garble<Message> {
    let text = target.text();
    let mut garble = Garble::default();
    for Kind { name, weight, full, spans } in kinds {
        let covered = covered(text, sentence, spans);
        if let Some(first) = covered.first() {
            let length = |range: &Range<usize>| text[range.clone()].chars().count() as f64;
            let share = covered.iter().map(length).sum::<f64>() / length(&sentence.range());
            garble.add(name.with(&[&text[first.clone()]]), *weight, share / full);
        }
    }
    if garble.evidence.is_empty() {
        return garble;
    }
    let holds = |spans: &[Span]| spans.iter().any(|it| sentence.contains(*it));
    garble.add(UNPAIRED.with(&[]), 0.3, f64::from(u8::from(holds(lone))));
    let clashing = !marks::doubled(&text[sentence.range()]).is_empty();
    garble.add(CLASHING.with(&[]), 0.3, f64::from(u8::from(clashing)));
    let tokens = target.tokens(sentence);
    let torn = leading(&text[sentence.range()])
        .map(|it| Span::from(sentence.range().start + it.start..sentence.range().start + it.end))
        .or_else(|| fragment(&tokens).map(|it| it.span));
    for (name, weight, span) in
        [(FRAGMENT, 0.4, torn), (CIRCULAR, 0.5, circles(&tokens).first().copied())]
    {
        if let Some(span) = span {
            garble.add(name.with(&[&text[span.range()]]), weight, 1.0);
        }
    }
    garble
}

/// The parts of a sentence that sorted spans cover, without counting anything twice.
fn covered(text: &str, sentence: Span, spans: &[Span]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = vec![];
    let mut done = sentence.range().start;
    let end = sentence.range().start + text[sentence.range()].trim_end().len();
    for span in spans.iter().filter(|span| span.overlaps(sentence)) {
        let part = span.range().start.max(done)..span.range().end.min(end);
        if !part.is_empty() {
            done = part.end;
            found.push(part);
        }
    }
    found
}

/// What is said again, unless the source says it again too.
fn repeated(target: &Prose, with: &Resources) -> Vec<Span> {
    let shadow = target.shadow();
    let mut found = vec![];
    for it in target.tandems() {
        if !target.licenses(it.copies, shadow.span(it.first.clone())) {
            found.push(shadow.span(it.rest.clone()));
        }
    }
    for it in token_loops(target.text(), with.lexicon) {
        if !target.licenses(it.copies, it.first.clone().into()) {
            found.push(it.rest.into());
        }
    }
    let near = if found.is_empty() { vec![] } else { joined(&target.passage()) };
    for it in echoes(shadow).into_iter().chain(near) {
        if !target.licenses(2, shadow.span(it.first.clone())) {
            found.push(shadow.span(it.second));
        }
    }
    found
}

fn nonsense(target: &Prose, with: &Resources) -> Vec<Span> {
    let source = target.original();
    let knows = |word: &str| is_known(word, with.lexicon, &with.glossary);
    let given = |word: &str| source.is_some_and(|it| it.explains(word));
    let given: Option<&dyn Fn(&str) -> bool> = source.map(|_| &given as _);
    mangled(target.text(), target.latin(), &knows, given).into_iter().map(|it| it.span).collect()
}
