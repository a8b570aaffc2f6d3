use super::{Census, Script, characters, class, is_ambiguous};
use crate::text::{Span, chars};
use std::ops::Range;

/// Characters of the other script in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stray {
    /// Their bytes.
    pub range: Range<usize>,
    /// The same in the text's script.
    pub right: String,
    /// How they stand there.
    pub kind: StrayKind,
}

/// How characters of the other script stand in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StrayKind {
    /// They can become only one thing.
    Sure,
    /// They might become another: a phrase chose.
    Likely,
    /// A quotation or a title is in the other script altogether.
    Quoted,
    /// A sentence is.
    Sentence,
}

/// The runs of characters that are evidence against a text's script. Those beside kana are
/// Japanese and are left out.
///
/// ```
/// use xindaya::script::{Script, StrayKind, strays};
/// use xindaya::text::sentences;
///
/// let text = "股票开始上漲";
/// let found = strays(text, &sentences(text), Script::Hant);
/// assert_eq!((found[0].right.as_str(), found[0].kind), ("開", StrayKind::Sure));
/// ```
pub fn strays(text: &str, sentences: &[Span], script: Script) -> Vec<Stray> {
    sentences.iter().flat_map(|it| in_sentence(text, it.range(), script)).collect()
}

/// Characters of the other script that make a sentence one of that script.
const SENTENCE: usize = 4;

fn in_sentence(text: &str, sentence: Range<usize>, script: Script) -> Vec<Stray> {
    let said = &text[sentence.clone()];
    let runs = runs(said, script.other());
    if runs.is_empty() {
        return vec![];
    }
    let whole = |range: Range<usize>, kind| {
        let right = characters(&text[range.clone()], script);
        Stray { range, right, kind }
    };
    if is_other(said, script) && Census::of(said).count(script.other()) >= SENTENCE {
        let end = sentence.start + said.trim_end().len();
        return vec![whole(sentence.start..end, StrayKind::Sentence)];
    }
    let mut found: Vec<Stray> = vec![];
    for run in runs {
        let run = sentence.start + run.start..sentence.start + run.end;
        if is_japanese(text, &run) {
            continue;
        }
        match quotation(text, &run).filter(|inside| is_other(&text[inside.clone()], script)) {
            Some(inside) if found.last().is_some_and(|last| last.range == inside) => {}
            Some(inside) => found.push(whole(inside, StrayKind::Quoted)),
            None => found.push(stray(text, run, script)),
        }
    }
    found
}

/// The runs of characters that are evidence for a script.
fn runs(text: &str, script: Script) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = vec![];
    for (at, c) in text.char_indices().filter(|(_, c)| class(*c) == Some(script)) {
        match found.last_mut().filter(|last| last.end == at) {
            Some(last) => last.end += c.len_utf8(),
            None => found.push(at..at + c.len_utf8()),
        }
    }
    found
}

/// Whether a text has no character that is evidence for `script`, or hardly any.
fn is_other(text: &str, script: Script) -> bool {
    let census = Census::of(text);
    let other = census.count(script.other());
    other > 1 && census.count(script) * 10 <= other
}

/// Characters that are looked at beside a run.
const NEAR: usize = 8;

fn is_japanese(text: &str, run: &Range<usize>) -> bool {
    let is_kana = |c: char| matches!(c, '\u{3041}'..='\u{30fa}');
    text[run.end..].chars().take(NEAR).any(is_kana)
        || text[..run.start].chars().rev().take(NEAR).any(is_kana)
}

/// Characters of the longest quotation that counts as one.
const LONG: usize = 80;

/// What stands between the marks of the quotation or the title around a run.
fn quotation(text: &str, run: &Range<usize>) -> Option<Range<usize>> {
    let opens = |c: char| chars::is_opener(c) && !matches!(c, '(' | '（');
    let mut back = text[..run.start].char_indices().rev().take(LONG);
    let (open, opener) = back.find(|(_, c)| opens(*c) || chars::is_closer(*c))?;
    let closer = chars::partner(opener).filter(|_| opens(opener))?;
    let mut on = text[run.end..].char_indices().take(LONG);
    let (length, _) = on.find(|(_, c)| *c == closer)?;
    Some(open + opener.len_utf8()..run.end + length)
}

fn stray(text: &str, range: Range<usize>, script: Script) -> Stray {
    let start =
        text[..range.start].char_indices().rev().take(NEAR).last().map_or(range.start, |it| it.0);
    let after = text[range.end..].chars().take(NEAR).map(char::len_utf8).sum::<usize>();
    let converted = characters(&text[start..range.end + after], script);
    let skipped = text[start..range.start].chars().count();
    let count = text[range.clone()].chars().count();
    let right = converted.chars().skip(skipped).take(count).collect();
    let is_sure = script == Script::Hans || !text[range.clone()].contains(is_ambiguous);
    Stray { range, right, kind: if is_sure { StrayKind::Sure } else { StrayKind::Likely } }
}
