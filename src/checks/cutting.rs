//! The words of a text, cut only where something is to be seen.

use super::Prose;
use crate::duplication::Passage;
use crate::fluency::{self, Token};
use crate::segmenter::{Word, stretch};
use crate::text::Span;
use std::borrow::Cow;
use std::ops::Range;

impl Prose<'_> {
    /// The words of a part of it, with their parts of speech.
    pub fn tokens(&self, part: Span) -> Vec<Token<'_>> {
        let shadow = self.shadow();
        let (start, end) = (shadow.char_of(part.start), shadow.char_of(part.end));
        // Where the last character is a stop, no more need be cut.
        let words = self.words_around(start..end.saturating_sub(1).max(start));
        fluency::tokens(shadow, &words, self.segmenter(), part)
    }

    /// Whether a word of the segmenter starts at the character `at`, or the text ends there.
    pub fn is_word_edge(&self, at: usize) -> bool {
        let words = self.words_around(at..at);
        let next = words.partition_point(|word| word.chars.end <= at);
        words.get(next).is_none_or(|word| word.chars.start >= at)
    }

    /// Words of the text, among them those of the stretch around some characters. Most texts need
    /// few of their words; a text without stops is cut once.
    pub(super) fn words_around(&self, chars: Range<usize>) -> Cow<'_, [Word]> {
        match stretch(self.shadow(), chars).filter(|_| !self.is_cut()) {
            Some(part) => self.words_of(part),
            None => Cow::Borrowed(self.words()),
        }
    }

    /// The words of a stretch. The first one that is asked for is remembered: most texts that are
    /// asked again are asked about the same place.
    fn words_of(&self, part: Range<usize>) -> Cow<'_, [Word]> {
        if part.len() == self.shadow().chars().len() {
            return Cow::Borrowed(self.words());
        }
        let cut = || self.segmenter().cut_part(self.shadow(), part.clone());
        let (first, words) = self.stretch.get_or_init(|| (part.clone(), cut()));
        if *first == part { Cow::Borrowed(words) } else { Cow::Owned(cut()) }
    }

    /// The words of the stretches around some places, which begin in order, with what stands next
    /// to each; all words where that is not much less.
    pub(super) fn words_at(&self, places: impl Iterator<Item = Range<usize>>) -> Cow<'_, [Word]> {
        let shadow = self.shadow();
        let all = shadow.chars().len();
        let mut parts: Vec<Range<usize>> = vec![];
        for place in places {
            let beside = place.start.saturating_sub(1)..all.min(place.end + 1);
            let part = stretch(shadow, beside).unwrap_or(0..all);
            match parts.last_mut().filter(|last| part.start <= last.end) {
                Some(last) => last.end = last.end.max(part.end),
                None => parts.push(part),
            }
        }
        if self.is_cut() || parts.iter().map(Range::len).sum::<usize>() * 2 > all {
            return Cow::Borrowed(self.words());
        }
        Cow::Owned(parts.into_iter().flat_map(|part| self.words_of(part).into_owned()).collect())
    }

    /// What `look` finds around some places, which are in order: each stretch is looked at once.
    pub fn around<T>(
        &self,
        places: impl IntoIterator<Item = usize>,
        mut look: impl FnMut(&Passage) -> Vec<T>,
    ) -> Vec<T> {
        let (shadow, segmenter) = (self.shadow(), self.segmenter());
        let (mut found, mut done) = (vec![], 0);
        for place in places {
            if place >= done {
                let part = stretch(shadow, place..place + 1);
                let words = self.cut_from(done, part.clone());
                done = part.map_or(shadow.chars().len(), |part| part.end);
                found.extend(look(&Passage { shadow, words: &words, segmenter }));
            }
        }
        found
    }

    /// The words of a stretch, or where there is none all that begin at the character `from` or later.
    fn cut_from(&self, from: usize, part: Option<Range<usize>>) -> Cow<'_, [Word]> {
        if let Some(part) = part {
            return self.words_of(part);
        }
        let words = self.words();
        Cow::Borrowed(&words[words.partition_point(|word| word.chars.start < from)..])
    }
}
