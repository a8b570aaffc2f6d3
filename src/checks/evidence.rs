//! What speaks against each sentence of a text, for the noisy or of [`Garble`].

use super::{Prose, Resources, Unit};
use crate::finding::{Bilingual, Message, say};
use crate::fluency::{Garble, circles, fragment, leading, looseness, usual};
use crate::residue::{left_clauses, left_words};
use crate::text::{Lone, Size, Span};
use std::cell::OnceCell;
use std::ops::Range;

const REPEATED: Bilingual = say("much of it is said again", "很多内容是重复的");
const NONSENSE: Bilingual = say("“{0}” is no word and no name", "“{0}”不是词也不是名称");
const UNTRANSLATED: Bilingual = say("“{0}” is not translated", "“{0}”没有翻译");
const UNPAIRED: Bilingual = say("quotation marks are lost", "引号不成对");
const HEADLESS: Bilingual = say("it begins with “{0}”", "以“{0}”开头");
const FRAGMENT: Bilingual = say("“{0}” is torn off", "“{0}”与上下文断开");
const CLASHING: Bilingual = say("stops stand side by side", "点号连用");
const CIRCULAR: Bilingual = say("“{0}” explains itself by itself", "“{0}”自己解释自己");
const UNUSUAL: Bilingual =
    say("its characters do not usually stand side by side", "字与字的搭配很不寻常");

/// What is wrong with a text, each list in order.
struct Faults<'p> {
    repeated: Vec<Fault>,
    nonsense: Vec<Fault>,
    left: Vec<Fault>,
    lone: &'p [Lone],
    clashes: &'p [Range<usize>],
}

/// A place where something is wrong.
struct Fault {
    span: Span,
    /// How often the same is said.
    copies: usize,
    /// How far it and all before it reach, so that those of a sentence are found at once.
    reach: u32,
}

/// A document whose sentences are judged, one beside the others.
pub(super) struct Suspects<'u, 't> {
    units: &'u [Unit<'t>],
    with: &'u Resources,
    usual: OnceCell<f64>,
}

impl<'u, 't> Suspects<'u, 't> {
    pub(super) fn new(units: &'u [Unit<'t>], with: &'u Resources) -> Self {
        Self { units, with, usual: OnceCell::new() }
    }

    /// The sentences of a text against which there is evidence, each with it.
    pub(super) fn evidence(&self, target: &Prose) -> Vec<(Span, Garble<Message>)> {
        let Some(faults) = self.faults(target) else { return vec![] };
        let long = |it: &&Span| Size::of(&target.text()[it.range()]).words() >= LEAST;
        let sentences = target.sentences().iter().filter(long);
        let found = sentences.map(|it| (*it, self.of(*it, target, &faults)));
        found.filter(|(_, garble)| !garble.evidence.is_empty()).collect()
    }

    /// What shows without cutting words; a text without any of it is not looked at.
    fn faults<'p>(&self, target: &'p Prose) -> Option<Faults<'p>> {
        let repeated = in_order(repeated(target));
        let nonsense = in_order(target.mangled().iter().map(|it| (it.span, 2)).collect());
        let (lone, clashes) = (&target.pairing().faults, target.clashes());
        if repeated.is_empty() && nonsense.is_empty() && lone.is_empty() && clashes.is_empty() {
            return None;
        }
        Some(Faults { repeated, nonsense, left: in_order(left(target, self.with)), lone, clashes })
    }

    fn of(&self, sentence: Span, target: &Prose, faults: &Faults) -> Garble<Message> {
        let text = target.text();
        let mut garble = Garble::default();
        let all = Size::of(&text[sentence.range()]).words();
        let (share, strong, _) = covered(text, sentence, &faults.repeated);
        // One phrase said twice is mended easily; loops and several repetitions are not.
        let weight = if strong { 0.9 } else { 0.5 };
        let is_loop = strong && share / all >= LOOP;
        garble.add(REPEATED.with(&[]), weight, if is_loop { 1.0 } else { share / all / 0.4 });
        let (share, _, first) = covered(text, sentence, &faults.nonsense);
        garble.add(NONSENSE.with(&[&quoted(&text[first])]), 0.9, share / all / 0.2);
        let is_grave = !garble.evidence.is_empty();
        let unpaired = holds(sentence, faults.lone, |it| it.at.start);
        garble.add(UNPAIRED.with(&[]), 0.3, f64::from(u8::from(unpaired)));
        let clashing = holds(sentence, faults.clashes, |it| it.start);
        garble.add(CLASHING.with(&[]), 0.3, f64::from(u8::from(clashing)));
        if !garble.evidence.is_empty() {
            let (share, _, first) = covered(text, sentence, &faults.left);
            garble.add(UNTRANSLATED.with(&[&quoted(&text[first])]), 0.5, share / all / 0.4);
            garble.add(UNUSUAL.with(&[]), 0.5, self.unusual(sentence, target));
        }
        if is_grave || garble.share() > WORTH_CUTTING {
            of_words(sentence, target, &mut garble);
        }
        garble
    }

    /// How much looser a sentence is than the usual one of its document, from 0 to 1.
    fn unusual(&self, sentence: Span, target: &Prose) -> f64 {
        let Some(loose) = looseness(target.characters(sentence)) else { return 0.0 };
        if loose < TIGHT + LOOSE.start {
            return 0.0;
        }
        let usual = self.usual.get_or_init(|| usual(self.sample()));
        let Range { start, end } = LOOSE;
        (loose - usual - start) / (end - start)
    }

    /// How loose sentences from all over the document are.
    fn sample(&self) -> Vec<f64> {
        let count: usize = self.units.iter().map(|it| it.target.sentences().len()).sum();
        let all = self.units.iter().flat_map(|it| {
            it.target.sentences().iter().map(|sentence| it.target.characters(*sentence))
        });
        all.step_by(count.div_ceil(SAMPLE).max(1)).filter_map(looseness).collect()
    }
}

/// So many sentences at most show what is usual in a document: a long one costs no more.
const SAMPLE: usize = 256;

/// A document that is usually tighter is taken to be like this: most sentences are then known to be
/// usual before the others are read.
const TIGHT: f64 = -2.6;

/// How much looser than usual a sentence must be to be suspect, and to be word salad. Of 9,055
/// clean sentences one in forty exceeds the first and none the second; cut in twos and shuffled
/// seven in ten exceed the first, with all characters shuffled nearly all the second.
const LOOSE: Range<f64> = 0.9..2.0;

/// The words that a sentence has at least: in a short one a cry is half of it.
const LEAST: f64 = 9.0;

/// The share of a sentence from which a loop is all that it says.
const LOOP: f64 = 0.15;

/// The share from which a sentence without loops and nonsense is cut into words.
const WORTH_CUTTING: f64 = 0.4;

/// Whether one of these places, which are in order, starts in a sentence.
fn holds<T>(sentence: Span, places: &[T], start: impl Fn(&T) -> usize) -> bool {
    let Range { start: from, end } = sentence.range();
    let first = places.partition_point(|it| start(it) < from);
    places.get(first).is_some_and(|it| start(it) < end)
}

/// What is wrong with the words of a sentence.
fn of_words(sentence: Span, target: &Prose, garble: &mut Garble<Message>) {
    let said = &target.text()[sentence.range()];
    let tokens = target.tokens(sentence);
    let read = |span: Span| &target.text()[span.range()];
    let headless = leading(said).map(|it| &said[it]);
    let torn = fragment(&tokens).filter(|_| headless.is_none()).map(|it| read(it.span));
    let circle = circles(&tokens).first().map(|it| read(*it));
    let found = [(HEADLESS, 0.4, headless), (FRAGMENT, 0.4, torn), (CIRCULAR, 0.5, circle)];
    for (name, weight, part) in found {
        if let Some(part) = part {
            garble.add(name.with(&[&quoted(part)]), weight, 1.0);
        }
    }
}

/// What is quoted in a message: the whole of it, or how it begins.
fn quoted(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// So many characters of a long quotation are enough to find it.
const QUOTED: usize = 24;

fn in_order(mut spans: Vec<(Span, usize)>) -> Vec<Fault> {
    spans.sort_unstable();
    let mut reach = 0;
    let fault = |(span, copies): (Span, usize)| {
        reach = span.end.max(reach);
        Fault { span, copies, reach }
    };
    spans.into_iter().map(fault).collect()
}

/// How many words of a sentence the faults cover, whether they are three copies or two places
/// at least, and the first of them.
fn covered(text: &str, sentence: Span, faults: &[Fault]) -> (f64, bool, Range<usize>) {
    let Range { start: mut done, end } = sentence.range();
    let (mut words, mut copies, mut first) = (0.0, 1, done..done);
    let from = faults.partition_point(|it| it.reach <= sentence.start);
    for it in faults[from..].iter().take_while(|it| it.span.start < sentence.end) {
        let part = it.span.range().start.max(done)..it.span.range().end.min(end);
        if !part.is_empty() {
            done = part.end;
            words += Size::of(&text[part.clone()]).words();
            copies += it.copies - 1;
            first = if first.is_empty() { part } else { first };
        }
    }
    (words, copies >= 3, first)
}

/// What was left in the source's language, clauses and single words.
fn left(target: &Prose, with: &Resources) -> Vec<(Span, usize)> {
    let (text, latin) = (target.text(), target.latin());
    let clauses = left_clauses(text, latin, with.lexicon).into_iter().map(|it| it.span);
    let words = left_words(text, latin, with.lexicon).into_iter().map(|(span, _)| span);
    clauses.chain(words).map(|it| (it, 2)).collect()
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
