use super::passage::{Passage, core, count_han, has_mark, has_stop};
use super::runs::{Run, runs};
use super::squeezed::Squeezed;
use crate::finding::Confidence;
use crate::segmenter::Word;
use crate::text::Shadow;
use crate::text::chars::{is_closer, is_han, is_stop};
use std::ops::Range;

/// Something said again directly after itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tandem {
    /// The first copy.
    pub first: Range<usize>,
    /// The copies after it.
    pub rest: Range<usize>,
    /// How many copies there are, the first included.
    pub copies: usize,
    /// How sure it is that this is no figure of speech.
    pub confidence: Confidence,
}

/// A run that may be a fault, before any word is looked at.
#[derive(Debug)]
pub struct Candidates {
    squeezed: Squeezed,
    runs: Vec<Run>,
}

impl Candidates {
    /// The runs of a text that are worth cutting it into words.
    pub fn of(shadow: &Shadow) -> Self {
        let squeezed = Squeezed::of(shadow);
        let mut runs = runs(squeezed.chars(), u32::from, LACKING);
        runs.retain(|run| is_candidate(&squeezed.chars()[run.start..run.end], *run));
        Self { squeezed, runs }
    }

    /// Whether there is nothing to look at.
    pub fn is_empty(&self) -> bool {
        self.runs.is_empty()
    }
}

/// A single doubled character is a matter of words, not of runs; what has no Chinese is a matter
/// of tokens.
fn is_candidate(stretch: &[char], run: Run) -> bool {
    let unit = &stretch[..run.period.min(stretch.len())];
    count_han(unit) > 0 && (run.period > 1 || run.copies() >= 4)
}

/// The repetitions of a text that no figure of speech explains, in order.
pub fn tandems(found: &Candidates, passage: &Passage) -> Vec<Tandem> {
    let mut kept: Vec<Tandem> = vec![];
    for run in &found.runs {
        let Some(tandem) = aligned(*run, &found.squeezed, passage) else { continue };
        let Some(confidence) = judge(&tandem, passage) else { continue };
        let tandem = Tandem { confidence, ..tandem };
        match kept.last_mut() {
            Some(last) if tandem.first.start < last.rest.end => {
                if tandem.rest.len() > last.rest.len() {
                    *last = tandem;
                }
            }
            _ => kept.push(tandem),
        }
    }
    kept
}

/// Turns a run so that its copies start where a reader would say they do, and are as many as can
/// be. The last copy may lack the marks that divide the others. `None` where it lacks more.
fn aligned(run: Run, squeezed: &Squeezed, passage: &Passage) -> Option<Tandem> {
    let chars = squeezed.chars();
    let copies = |start: usize| {
        let unit = &chars[start..start + run.period];
        let marks = unit.iter().rev().take(LACKING).take_while(|c| !c.is_alphanumeric()).count();
        (run.end - start + marks) / run.period
    };
    let last = (run.end + LACKING).saturating_sub(run.period * 2).min(run.start + run.period);
    let start = (run.start..=last)
        .rev()
        .filter(|start| copies(*start) >= 2)
        .max_by_key(|at| (copies(*at), fitness(*at, run.period, squeezed, passage)))?;
    let (cut, copies) = (start + run.period, copies(start));
    Some(Tandem {
        first: squeezed.in_shadow(start..cut),
        rest: squeezed.in_shadow(cut..run.end.min(start + run.period * copies)),
        copies,
        confidence: Confidence::High,
    })
}

/// How many marks the last copy may lack: a stop and a quotation mark.
const LACKING: usize = 2;

/// How well a copy starts at `at`: best after a stop, well at a word, badly with a mark.
fn fitness(at: usize, period: usize, squeezed: &Squeezed, passage: &Passage) -> u8 {
    let chars = squeezed.chars();
    if is_stop(chars[at]) || is_closer(chars[at]) || chars[at] == ' ' {
        return 0;
    }
    let place = |at: usize| squeezed.in_shadow(at..at + 1).start;
    let words = passage.is_boundary(place(at)) && passage.is_boundary(place(at + period));
    let particle = matches!(chars[at], '的' | '了' | '着' | '地' | '得');
    let fresh = at == 0 || is_stop(chars[at - 1]);
    1 + u8::from(!particle) + 2 * u8::from(words) + 2 * u8::from(fresh)
}

/// How sure it is that the repetition is a fault; `None` where it may be meant.
fn judge(tandem: &Tandem, passage: &Passage) -> Option<Confidence> {
    let unit = core(passage.shadow.chars(), tandem.first.clone());
    let said = passage.chars(unit.clone());
    let han = count_han(said);
    if han == 0 || said.len() > 1 && is_counting(said) {
        return None;
    }
    if is_sound(said) {
        return (tandem.copies >= 20).then_some(Confidence::High);
    }
    if has_mark(passage.chars(unit.end..tandem.rest.start)) || has_stop(said) {
        return judge_clauses(tandem, unit, passage);
    }
    match han {
        1 if said.len() == 1 => (tandem.copies >= 5).then_some(Confidence::High),
        _ => judge_phrase(tandem, unit, passage),
    }
}

/// Copies with no stop between them.
fn judge_phrase(tandem: &Tandem, unit: Range<usize>, passage: &Passage) -> Option<Confidence> {
    let emphatic = is_emphasis(unit.clone(), passage);
    if tandem.copies >= 3 {
        return (!emphatic || tandem.copies >= 5).then_some(Confidence::High);
    }
    let bounds = [tandem.first.start, tandem.rest.start, tandem.rest.end];
    if emphatic || !bounds.iter().all(|at| passage.is_boundary(*at)) {
        return None;
    }
    let words = passage.words_in(unit.clone());
    if let [word] = words {
        return judge_word(word, tandem, passage);
    }
    (unit.len() > 2 && !is_name(words, passage)).then_some(Confidence::High)
}

/// A word said twice: a verb, an adjective or an adverb may be, a noun may not.
fn judge_word(word: &Word, tandem: &Tandem, passage: &Passage) -> Option<Confidence> {
    let tag = passage.tag(word);
    let whole = passage.text(tandem.first.start..tandem.rest.end);
    let known = passage.segmenter.knows(&whole);
    let noun = tag.starts_with(['n', 's', 'c', 'p', 'b']) && tag != "nr" && tag != "nrt";
    ((noun || word.chars.len() > 3) && !known && word.chars.len() > 1).then_some(Confidence::High)
}

/// Copies with a stop between them: items of a list, clauses, sentences.
fn judge_clauses(tandem: &Tandem, unit: Range<usize>, passage: &Passage) -> Option<Confidence> {
    let exclaimed = is_exclaimed(tandem, passage);
    if tandem.copies == 2 {
        let announced = passage.chars(unit.end..tandem.first.end.max(unit.end)).contains(&':');
        let long = unit.len() >= if announced { 3 } else { 4 };
        return (long && !exclaimed && is_whole(tandem, passage)).then_some(Confidence::Medium);
    }
    let told = match unit.len() {
        1 => 6,
        2 if is_noun(unit, passage) => 3,
        2 => 6,
        _ if exclaimed => 4,
        _ => 3,
    };
    (tandem.copies >= told).then_some(Confidence::High)
}

fn is_noun(unit: Range<usize>, passage: &Passage) -> bool {
    matches!(passage.words_in(unit), [word] if passage.tag(word).starts_with('n'))
}

/// Whether the copies are whole clauses or items: a word starts the first, a stop ends the last.
fn is_whole(tandem: &Tandem, passage: &Passage) -> bool {
    let mark = |c: &char| !c.is_alphanumeric();
    let ends = passage.chars(tandem.rest.clone()).last().is_some_and(mark);
    let edge = passage.after(tandem.rest.end).is_none_or(|c| mark(&c));
    passage.is_boundary(tandem.first.start) && (ends || edge)
}

/// Whether the copies are cried or asked: then they may be meant.
fn is_exclaimed(tandem: &Tandem, passage: &Passage) -> bool {
    let cry = |c: &char| matches!(c, '!' | '?' | '！' | '？' | '~' | '…');
    passage.chars(tandem.first.start..tandem.rest.end).iter().any(cry)
        || passage.after(tandem.rest.end).is_some_and(|c| cry(&c))
}

/// Whether the unit is said twice for emphasis: 很远, 最重要, 一次, 好久.
fn is_emphasis(unit: Range<usize>, passage: &Passage) -> bool {
    const DEGREE: &str = "很好太最真超更越多非特这那一又每再";
    let first = passage.shadow.chars()[unit.start];
    DEGREE.contains(first) && unit.len() <= 5
}

/// Whether the words look like a foreign name rather than words: characters on their own.
fn is_name(words: &[Word], passage: &Passage) -> bool {
    let single = |word: &Word| {
        word.chars.len() == 1 && passage.chars(word.chars.clone()).iter().all(|c| is_han(*c))
    };
    words.len() <= 4 && words.iter().all(single)
}

/// Whether the characters are numerals alone.
fn is_counting(said: &[char]) -> bool {
    said.iter().all(|c| c.is_numeric() || "一二三四五六七八九十百千万亿零〇两".contains(*c))
}

/// Whether the characters only stand for a sound: laughter, cries, noises.
fn is_sound(said: &[char]) -> bool {
    const SOUNDS: &str = "等哈呵嘿嘻啊哦噢喔呀哎唉咦哇呜嗯唔喂嘘叮咚当啷砰嘭咔嚓轰隆汪喵咩哗啦滴答咯噗吱嘎嗡嘟嘶啪咕噜喳叽哼嗨嗷吼耶吁呼噔咳咻嘤嗒唧嘣扑通铛";
    said.iter().all(|c| SOUNDS.contains(*c))
}
