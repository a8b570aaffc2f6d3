//! What speaks against each sentence of a text, for the noisy or of [`Garble`].

use super::Prose;
use crate::finding::{Bilingual, Message, say};
use crate::fluency::{Garble, circles, fragment, leading};
use crate::text::{Size, Span, marks};
use std::ops::Range;

const REPEATED: Bilingual = say("much of it is said again", "很多内容是重复的");
const NONSENSE: Bilingual = say("“{0}” is no word and no name", "“{0}”不是词也不是名称");
const UNPAIRED: Bilingual = say("quotation marks are lost", "引号不成对");
const FRAGMENT: Bilingual = say("“{0}” is torn off", "“{0}”与上下文断开");
const CLASHING: Bilingual = say("stops stand side by side", "点号连用");
const CIRCULAR: Bilingual = say("“{0}” explains itself by itself", "“{0}”自己解释自己");

/// Loops and nonsense: they make a sentence garbled, and what else is wrong with it adds to them.
struct Grave {
    repeated: Vec<(Span, usize)>,
    nonsense: Vec<(Span, usize)>,
    lone: Vec<Span>,
}

/// The sentences against which there is evidence, each with it.
pub(super) fn evidence(target: &Prose) -> Vec<(Span, Garble<Message>)> {
    let mut grave = Grave {
        repeated: repeated(target),
        nonsense: target.mangled().iter().map(|it| (it.span, 2)).collect(),
        lone: vec![],
    };
    if grave.repeated.is_empty() && grave.nonsense.is_empty() {
        return vec![];
    }
    grave.repeated.sort_unstable();
    grave.lone = target.pairing().faults.iter().map(|it| it.at.clone().into()).collect();
    let long = |it: &&Span| Size::of(&target.text()[it.range()]).words() >= LEAST;
    let found = target.sentences().iter().filter(long).map(|it| (*it, of(*it, target, &grave)));
    found.filter(|(_, garble)| !garble.evidence.is_empty()).collect()
}

/// The words that a sentence has at least: in a short one a cry is half of it.
const LEAST: f64 = 9.0;

fn of(sentence: Span, target: &Prose, grave: &Grave) -> Garble<Message> {
    let text = target.text();
    let mut garble = Garble::default();
    let all = Size::of(&text[sentence.range()]).words();
    let (share, strong, _) = covered(text, sentence, &grave.repeated);
    // One phrase said twice is mended easily; loops and several repetitions are not.
    let weight = if strong { 0.9 } else { 0.5 };
    let is_loop = strong && share / all >= LOOP;
    garble.add(REPEATED.with(&[]), weight, if is_loop { 1.0 } else { share / all / 0.4 });
    let (share, _, first) = covered(text, sentence, &grave.nonsense);
    garble.add(NONSENSE.with(&[&text[first]]), 0.9, share / all / 0.2);
    if !garble.evidence.is_empty() {
        beside(sentence, target, grave, &mut garble);
    }
    garble
}

/// The share of a sentence from which a loop is all that it says.
const LOOP: f64 = 0.15;

/// What is wrong with a sentence beside loops and nonsense.
fn beside(sentence: Span, target: &Prose, grave: &Grave, garble: &mut Garble<Message>) {
    let said = &target.text()[sentence.range()];
    let unpaired = grave.lone.iter().any(|it| sentence.contains(*it));
    garble.add(UNPAIRED.with(&[]), 0.3, f64::from(u8::from(unpaired)));
    garble.add(CLASHING.with(&[]), 0.3, f64::from(u8::from(!marks::doubled(said).is_empty())));
    let tokens = target.tokens(sentence);
    let at = sentence.range().start;
    let torn = leading(said).map(|it| Span::from(at + it.start..at + it.end));
    let torn = torn.or_else(|| fragment(&tokens).map(|it| it.span));
    let circle = circles(&tokens).first().copied();
    for (name, weight, span) in [(FRAGMENT, 0.4, torn), (CIRCULAR, 0.5, circle)] {
        if let Some(span) = span {
            garble.add(name.with(&[&target.text()[span.range()]]), weight, 1.0);
        }
    }
}

/// How many words of a sentence sorted spans cover, whether they are three copies or two places
/// at least, and the first of them.
fn covered(text: &str, sentence: Span, spans: &[(Span, usize)]) -> (f64, bool, Range<usize>) {
    let Range { start: mut done, end } = sentence.range();
    let (mut words, mut copies, mut first) = (0.0, 1, done..done);
    for (span, more) in spans.iter().filter(|(span, _)| span.overlaps(sentence)) {
        let part = span.range().start.max(done)..span.range().end.min(end);
        if !part.is_empty() {
            done = part.end;
            words += Size::of(&text[part.clone()]).words();
            copies += more - 1;
            first = if first.is_empty() { part } else { first };
        }
    }
    (words, copies >= 3, first)
}

/// What is said again, and how often it is said, unless the source says it again too.
fn repeated(target: &Prose) -> Vec<(Span, usize)> {
    let shadow = target.shadow();
    let mut found = vec![];
    for it in target.tandems() {
        if !target.licenses(it.copies, shadow.span(it.first.clone())) {
            found.push((shadow.span(it.rest.clone()), it.copies));
        }
    }
    for it in target.token_loops() {
        if !target.licenses(it.copies, it.first.clone().into()) {
            found.push((it.rest.clone().into(), it.copies));
        }
    }
    let near = if found.is_empty() { vec![] } else { target.joined() };
    for it in target.echoes().iter().chain(&near) {
        if !target.licenses(2, shadow.span(it.first.clone())) {
            found.push((shadow.span(it.second.clone()), 2));
        }
    }
    found
}
