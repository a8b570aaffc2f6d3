//! Whether people would say something twice: reduplication, cries, emphasis, names.

use super::passage::{Passage, core, count_han, has_mark, has_stop};
use super::tandem::Tandem;
use crate::finding::Confidence;
use crate::segmenter::Word;
use crate::text::chars::{self, is_han, is_opener, is_quote};
use std::ops::Range;

/// How sure it is that the repetition is a fault; `None` where it may be meant.
pub(crate) fn judge(tandem: &Tandem, passage: &Passage) -> Option<Confidence> {
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

/// How sure it is in a text that was not made from its source, so that no figure of speech can be
/// taken from there: a phrase said twice, a character four times.
pub(crate) fn suspect(tandem: &Tandem, passage: &Passage) -> Option<Confidence> {
    let unit = core(passage.shadow.chars(), tandem.first.clone());
    let said = passage.chars(unit);
    let enough = match count_han(said) {
        0 => return None,
        1 => 4,
        _ => 2,
    };
    let whole = passage.text(tandem.first.start..tandem.rest.end);
    let meant = is_counting(said) || is_sound(said) || passage.segmenter.knows(&whole);
    (tandem.copies >= enough && !meant).then_some(Confidence::Medium)
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
    let meant = is_name(words, passage) || passage.is_relation(unit.clone());
    (unit.len() > 2 && !meant).then_some(Confidence::High)
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
    let divider = passage.chars(unit.end..tandem.rest.start);
    if divider.contains(&'\n') {
        return (tandem.copies >= TABLE).then_some(Confidence::High);
    }
    if tandem.copies == 2 {
        let long = unit.len() >= if divider.contains(&':') { 3 } else { 4 };
        let meant = exclaimed || divider.iter().any(|c| is_opener(*c) && !is_quote(*c));
        let clear = is_whole(tandem, passage) || is_long(tandem, &unit, passage);
        return (long && !meant && clear).then_some(Confidence::Medium);
    }
    let told = match unit.len() {
        2 if is_noun(unit, passage) => 3,
        1 | 2 => 6,
        _ if exclaimed => 4,
        _ => 3,
    };
    (tandem.copies >= told).then_some(Confidence::High)
}

/// Lines of a table may be the same; so many in a row may not.
const TABLE: usize = 6;

fn is_noun(unit: Range<usize>, passage: &Passage) -> bool {
    matches!(passage.words_in(unit), [word] if passage.tag(word).starts_with('n'))
}

/// Whether the copies are whole clauses or items: a word starts the first, a stop ends the last.
fn is_whole(tandem: &Tandem, passage: &Passage) -> bool {
    let mark = |c: &char| !chars::is_alphanumeric(*c);
    let ends = passage.chars(tandem.rest.clone()).last().is_some_and(mark);
    let edge = passage.after(tandem.rest.end).is_none_or(|c| mark(&c));
    passage.is_boundary(tandem.first.start) && (ends || edge)
}

/// Whether a copy is so long that it need not be whole: a clause that starts again.
fn is_long(tandem: &Tandem, unit: &Range<usize>, passage: &Passage) -> bool {
    let han = count_han(passage.chars(unit.clone()));
    han >= 8 && passage.is_boundary(tandem.first.start)
}

/// Whether the copies are cried or asked: then they may be meant.
fn is_exclaimed(tandem: &Tandem, passage: &Passage) -> bool {
    let cry = |c: &char| matches!(c, '!' | '?' | '！' | '？' | '~' | '…');
    passage.chars(tandem.first.start..tandem.rest.end).iter().any(cry)
        || passage.after(tandem.rest.end).is_some_and(|c| cry(&c))
}

/// Whether the unit is said twice for emphasis: 很远, 最重要, 这么, 一次, 好久.
fn is_emphasis(unit: Range<usize>, passage: &Passage) -> bool {
    let said = passage.chars(unit);
    let longest = match said {
        ['非', '常', ..] => 5,
        ['这' | '那', '么', ..] => 4,
        [c, ..] if "很好太真超".contains(*c) => 4,
        [c, ..] if "最更越多特一又每再".contains(*c) => 3,
        _ => 0,
    };
    said.len() <= longest
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
