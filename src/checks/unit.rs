use super::Resources;
use crate::characters::Signs;
use crate::duplication::{
    Candidates, Claim, Clauses, Echo, Licence, Passage, Tandem, TokenLoop, echoes, share, tandems,
    token_loops,
};
use crate::fluency::{self, Token};
use crate::glossary::{Glossary, Match};
use crate::names::{Gloss, Latin, Mangled, Source, glosses, is_known, latin, mangled};
use crate::numbers::Difference;
use crate::segmenter::Word;
use crate::text::{self, Kind, Place, Shadow, Size, Span, Variant};
use std::ops::Range;
use std::sync::OnceLock;

/// A segment laid open for checking.
#[derive(Debug)]
pub struct Unit<'t> {
    /// Where the segment stands.
    pub place: Place,
    /// What its paragraph is.
    pub kind: Kind,
    /// The translation.
    pub target: Prose<'t>,
    /// The variant that the row declares.
    pub variant: Option<Variant>,
    /// The row's own terms, where it has some.
    pub terms: Option<Glossary>,
}

/// A target, with all that is worked out from it worked out at most once.
#[derive(Debug)]
pub struct Prose<'t> {
    text: &'t str,
    source: Option<&'t str>,
    with: &'t Resources,
    signs: OnceLock<Signs>,
    shadow: OnceLock<Shadow>,
    words: OnceLock<Vec<Word>>,
    sentences: OnceLock<Vec<Span>>,
    clauses: OnceLock<Vec<Range<usize>>>,
    latin: OnceLock<Vec<Latin<'t>>>,
    glosses: OnceLock<Vec<Gloss<'t>>>,
    original: OnceLock<Option<Source>>,
    matches: OnceLock<Vec<Match<'t>>>,
    tandems: OnceLock<Vec<Tandem>>,
    echoes: OnceLock<Vec<Echo>>,
    token_loops: OnceLock<Vec<TokenLoop>>,
    mangled: OnceLock<Vec<Mangled>>,
    licence: OnceLock<Licence>,
    pub(super) differences: OnceLock<Vec<Difference>>,
}

impl<'t> Prose<'t> {
    /// Lays a target open, beside its source where that is known.
    pub fn new(text: &'t str, source: Option<&'t str>, with: &'t Resources) -> Self {
        Self {
            text,
            source,
            with,
            signs: OnceLock::new(),
            shadow: OnceLock::new(),
            words: OnceLock::new(),
            sentences: OnceLock::new(),
            clauses: OnceLock::new(),
            latin: OnceLock::new(),
            glosses: OnceLock::new(),
            original: OnceLock::new(),
            matches: OnceLock::new(),
            tandems: OnceLock::new(),
            echoes: OnceLock::new(),
            token_loops: OnceLock::new(),
            mangled: OnceLock::new(),
            licence: OnceLock::new(),
            differences: OnceLock::new(),
        }
    }

    /// The text as it is.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// What was translated, where it is known.
    pub fn source(&self) -> Option<&'t str> {
        self.source
    }

    /// What kinds of characters it has.
    pub fn signs(&self) -> Signs {
        *self.signs.get_or_init(|| Signs::of(self.text))
    }

    /// Its simplified, half-width, lower-case copy.
    pub fn shadow(&self) -> &Shadow {
        self.shadow.get_or_init(|| Shadow::of(self.text))
    }

    /// Its words.
    pub fn words(&self) -> &[Word] {
        self.words.get_or_init(|| self.with.segmenter.cut(self.shadow()))
    }

    /// Its sentences, without gaps.
    pub fn sentences(&self) -> &[Span] {
        self.sentences.get_or_init(|| text::sentences(self.text))
    }

    /// The words of a part of it, with their parts of speech.
    pub fn tokens(&self, part: Span) -> Vec<Token<'_>> {
        fluency::tokens(self.shadow(), self.words(), &self.with.segmenter, part)
    }

    /// Its clauses.
    pub fn clauses(&self) -> Clauses<'_> {
        let shadow = self.shadow();
        let clauses = self.clauses.get_or_init(|| {
            let place = |span: Span| shadow.char_of(span.start)..shadow.char_of(span.end);
            text::clauses(self.text).into_iter().map(place).collect()
        });
        Clauses { shadow, clauses }
    }

    /// Its Latin words.
    pub fn latin(&self) -> &[Latin<'t>] {
        self.latin.get_or_init(|| latin(self.text))
    }

    /// Its names with the original behind them in brackets.
    pub fn glosses(&self) -> &[Gloss<'t>] {
        self.glosses.get_or_init(|| glosses(self.text))
    }

    /// The words of the source, where it is written in Latin letters.
    pub fn original(&self) -> Option<&Source> {
        let read = || self.source.map(Source::of).filter(Source::is_latin);
        self.original.get_or_init(read).as_ref()
    }

    /// Where the glossary's names and renderings stand in it.
    pub fn matches(&self) -> &[Match<'t>] {
        self.matches.get_or_init(|| self.with.glossary.matches(self.shadow()))
    }

    /// Whether a word of the segmenter starts at the character `at`, or the text ends there.
    pub fn is_word_edge(&self, at: usize) -> bool {
        let words = self.words();
        let next = words.partition_point(|word| word.chars.end <= at);
        words.get(next).is_none_or(|word| word.chars.start >= at)
    }

    /// The text with its words, to ask what stands around a place.
    pub fn passage(&self) -> Passage<'_> {
        Passage { shadow: self.shadow(), words: self.words(), segmenter: &self.with.segmenter }
    }

    /// What it says twice or more in a row. Words are cut only where something repeats at all.
    pub fn tandems(&self) -> &[Tandem] {
        self.tandems.get_or_init(|| {
            let candidates = Candidates::of(self.shadow());
            if candidates.is_empty() { vec![] } else { tandems(&candidates, &self.passage()) }
        })
    }

    /// What it says again after a few characters.
    pub fn echoes(&self) -> &[Echo] {
        self.echoes.get_or_init(|| echoes(self.shadow()))
    }

    /// Its loops of Latin words.
    pub fn token_loops(&self) -> &[TokenLoop] {
        self.token_loops.get_or_init(|| token_loops(self.text, self.with.lexicon))
    }

    /// Its Latin words that are neither words nor names.
    pub fn mangled(&self) -> &[Mangled] {
        self.mangled.get_or_init(|| {
            let source = self.original();
            let knows = |word: &str| is_known(word, self.with.lexicon, &self.with.glossary);
            let given = |word: &str| source.is_some_and(|it| it.explains(word));
            let given: Option<&dyn Fn(&str) -> bool> = source.map(|_| &given as _);
            mangled(self.text, self.latin(), &knows, given)
        })
    }

    /// Whether the source repeats what the target does: `copies` copies of `first`.
    pub fn licenses(&self, copies: usize, first: Span) -> bool {
        let licence = self.licence.get_or_init(|| self.source.map(Licence::of).unwrap_or_default());
        let words = Size::of(&self.text[first.range()]).words();
        let at = share(first.start as usize, self.text.len());
        licence.covers(Claim { copies, words, at })
    }

    /// Whether something said twice in a row covers a part of `chars`, so that another check of
    /// repetition need not tell it again.
    pub fn loops_at(&self, chars: &Range<usize>) -> bool {
        self.tandems().iter().any(|it| it.rest.start < chars.end && chars.start < it.rest.end)
    }
}
