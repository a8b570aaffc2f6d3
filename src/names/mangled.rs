use super::{Case, Latin, sound};
use crate::glossary::distance;
use crate::text::{Span, chars};
use std::ops::Range;

/// A Latin word, or a stretch of like ones, that is nobody's name and no word.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mangled {
    /// From its first word to its last.
    pub span: Span,
    /// How many words it has.
    pub words: usize,
}

/// The words of a text that are mangled: unknown, with a second piece of evidence. That a word is
/// unknown accuses nobody, for no list has all names.
///
/// `knows` says what is a word or a name; `given` whether the source has a word, where there is a
/// source.
pub fn mangled(
    text: &str,
    words: &[Latin],
    knows: &dyn Fn(&str) -> bool,
    given: &dyn Fn(&str) -> Option<bool>,
) -> Vec<Mangled> {
    let look = Look { text, words, knows, given };
    let mut found: Vec<Range<usize>> = vec![];
    for nth in (0..words.len()).filter(|nth| look.is_strange(&words[*nth])) {
        match found.last_mut().filter(|last| look.goes_on(last, nth)) {
            Some(last) => last.end = nth + 1,
            None if look.is_mangled(nth) => found.push(nth..nth + 1),
            None => {}
        }
    }
    let whole = |it: Range<usize>| Mangled {
        span: Span { start: words[it.start].span.start, end: words[it.end - 1].span.end },
        words: it.len(),
    };
    found.into_iter().map(whole).collect()
}

struct Look<'t> {
    text: &'t str,
    words: &'t [Latin<'t>],
    knows: &'t dyn Fn(&str) -> bool,
    given: &'t dyn Fn(&str) -> Option<bool>,
}

impl Look<'_> {
    fn is_mangled(&self, nth: usize) -> bool {
        let word = &self.words[nth];
        if let Some(is_given) = (self.given)(word.text) {
            return !is_given && !sound::is_syllables(word.text);
        }
        self.has_copy_beside(nth)
            || self.is_doubled(word.text)
            || is_unspeakable(word.text)
            || !sound::is_syllables(word.text)
                && (self.is_small_inside_name(nth) || self.is_counted(word))
    }

    /// Whether a word is unknown, and of the kind that lists have: not a code, not an
    /// abbreviation, not two words written as one.
    fn is_strange(&self, word: &Latin) -> bool {
        let case = matches!(word.case(), Case::Small | Case::Title);
        let length = word.text.chars().count();
        case && !word.code && word.is_letters() && length > 2 && !(self.knows)(word.text)
    }

    /// Whether a word of the run beside it is nearly the same, or the same in small letters, or
    /// the same two times: a name may have two parts that are alike.
    fn has_copy_beside(&self, nth: usize) -> bool {
        let word = &self.words[nth];
        let around = nth.saturating_sub(2)..(nth + 3).min(self.words.len());
        let strange = |other: &usize| {
            let it = &self.words[*other];
            *other != nth && it.run == word.run && !(self.knows)(it.text)
        };
        let others: Vec<usize> = around.filter(strange).collect();
        let same = others.iter().filter(|other| self.words[**other].text == word.text).count();
        let near = others.iter().any(|other| {
            let (copy, between) =
                (self.words[*other].text, self.words[usize::midpoint(*other, nth)].text);
            let beside = other.abs_diff(nth) == 1 || between == copy || between == word.text;
            beside && copy != word.text && is_copy(word.text, copy)
        });
        near || same > 1 || same == 1 && word.case() == Case::Small
    }

    /// Whether a word in small letters stands between the parts of a name: Alexandr wheaie Zhaey.
    fn is_small_inside_name(&self, nth: usize) -> bool {
        let word = &self.words[nth];
        let capital = |other: Option<&Latin>| {
            other.is_some_and(|it| it.run == word.run && it.case() == Case::Title)
        };
        word.case() == Case::Small
            && word.text.len() > 3
            && capital(nth.checked_sub(1).map(|before| &self.words[before]))
            && capital(self.words.get(nth + 1))
    }

    /// Whether a word is a known one with its first letters doubled: Imaimage.
    fn is_doubled(&self, word: &str) -> bool {
        let small = word.to_lowercase();
        small.is_ascii()
            && (2..=4).any(|cut| {
                let Some((head, rest)) = small.split_at_checked(cut) else { return false };
                rest.len() > 4 && rest.starts_with(head) && (self.knows)(rest)
            })
    }

    /// Whether a long word in small letters is spoken of as a person or a thing: 新的proceipersion.
    fn is_counted(&self, word: &Latin) -> bool {
        let before = self.text[..word.span.start as usize].trim_end().chars().next_back();
        let after = self.text[word.span.end as usize..].trim_start().chars().next();
        word.case() == Case::Small
            && word.text.len() > 6
            && before.is_some_and(|c| "的名位個个種种".contains(c))
            && after.is_none_or(|c| chars::is_han(c) || chars::is_stop(c))
    }

    /// Whether the strange word `nth` belongs to the stretch before it: nearly the same as its
    /// first word, with at most one other between.
    fn goes_on(&self, stretch: &Range<usize>, nth: usize) -> bool {
        let (first, word) = (&self.words[stretch.start], &self.words[nth]);
        nth <= stretch.end + 1 && first.run == word.run && is_like(first.text, word.text)
    }
}

/// Whether a word has more consonants in a row than people can say: Brxthwlqe.
fn is_unspeakable(word: &str) -> bool {
    let consonant = |c: &char| c.is_ascii_alphabetic() && !"aeiouyAEIOUY".contains(*c);
    let letters: Vec<char> = word.chars().collect();
    letters.chunk_by(|a, b| consonant(a) && consonant(b)).any(|run| run.len() > 5)
}

fn is_copy(a: &str, b: &str) -> bool {
    slips(a, b).is_some_and(|(slips, length)| slips <= 2 && slips * 5 <= length * 2)
}

fn is_like(a: &str, b: &str) -> bool {
    slips(a, b).is_some_and(|(slips, length)| slips * 2 <= length)
}

fn slips(a: &str, b: &str) -> Option<(usize, usize)> {
    let (a, b) = (a.to_lowercase(), b.to_lowercase());
    let length = a.chars().count().max(b.chars().count());
    (length > 2).then(|| (distance(&a, &b), length))
}
