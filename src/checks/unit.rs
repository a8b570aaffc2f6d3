use super::Resources;
use super::meaning::Meaning;
use crate::characters::{Sign, Signs};
use crate::duplication::{Clauses, Echo, Licence, Repeats, Tandem, TokenLoop};
use crate::fluency::Variety;
use crate::glossary::{Glossary, Match, Sightings};
use crate::markup::{Change, TagChange, Traces};
use crate::names::{
    Gloss, Latin, Mangled, Source, glosses, is_known, latin_among, mangled, sounded,
};
use crate::numbers::Difference;
use crate::script::Census;
use crate::segmenter::{Segmenter, Word};
use crate::text::{
    Cuts, Kind, Landmarks, Pairing, Place, Segment, Shadow, Size, Span, Variant, marks,
};
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
    /// All that the file has of it.
    pub segment: &'t Segment,
}

/// A target, with all that is worked out from it worked out at most once.
#[derive(Debug)]
pub struct Prose<'t> {
    text: &'t str,
    source: Option<&'t str>,
    pub(super) with: &'t Resources,
    landmarks: OnceLock<Landmarks<'t>>,
    signs: OnceLock<Signs>,
    size: OnceLock<Size>,
    census: OnceLock<Census>,
    variety: OnceLock<Variety>,
    pairing: OnceLock<Pairing>,
    shadow: OnceLock<Shadow>,
    words: OnceLock<Vec<Word>>,
    pub(super) stretch: OnceLock<(Range<usize>, Vec<Word>)>,
    cuts: OnceLock<Cuts>,
    clashes: OnceLock<Vec<Range<usize>>>,
    clauses: OnceLock<Vec<Range<usize>>>,
    latin: OnceLock<Vec<Latin<'t>>>,
    glosses: OnceLock<Vec<Gloss<'t>>>,
    renderings: OnceLock<Vec<(Gloss<'t>, Range<usize>)>>,
    original: OnceLock<Option<Source>>,
    sightings: OnceLock<Sightings<'t>>,
    pub(super) repetition: OnceLock<(Vec<Tandem>, Repeats)>,
    pub(super) echoes: OnceLock<Vec<Echo>>,
    pub(super) token_loops: OnceLock<Vec<TokenLoop>>,
    mangled: OnceLock<Vec<Mangled>>,
    pub(super) licence: OnceLock<Licence>,
    pub(super) meaning: OnceLock<Option<Meaning>>,
    pub(super) differences: OnceLock<Vec<Difference>>,
    pub(super) traces: OnceLock<Traces>,
    pub(super) fields: OnceLock<Vec<Change>>,
    pub(super) tags: OnceLock<Vec<TagChange>>,
}

impl<'t> Prose<'t> {
    /// Lays a target open, beside its source where that is known.
    pub fn new(text: &'t str, source: Option<&'t str>, with: &'t Resources) -> Self {
        Self {
            text,
            source,
            with,
            landmarks: OnceLock::new(),
            signs: OnceLock::new(),
            size: OnceLock::new(),
            census: OnceLock::new(),
            variety: OnceLock::new(),
            pairing: OnceLock::new(),
            shadow: OnceLock::new(),
            words: OnceLock::new(),
            stretch: OnceLock::new(),
            cuts: OnceLock::new(),
            clashes: OnceLock::new(),
            clauses: OnceLock::new(),
            latin: OnceLock::new(),
            glosses: OnceLock::new(),
            renderings: OnceLock::new(),
            original: OnceLock::new(),
            sightings: OnceLock::new(),
            repetition: OnceLock::new(),
            echoes: OnceLock::new(),
            token_loops: OnceLock::new(),
            mangled: OnceLock::new(),
            licence: OnceLock::new(),
            meaning: OnceLock::new(),
            differences: OnceLock::new(),
            traces: OnceLock::new(),
            fields: OnceLock::new(),
            tags: OnceLock::new(),
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

    /// What stands out in it.
    pub fn landmarks(&self) -> &Landmarks<'t> {
        self.landmarks.get_or_init(|| Landmarks::of(self.text))
    }

    /// What kinds of characters it has.
    pub fn signs(&self) -> Signs {
        *self.signs.get_or_init(|| Signs::of(self.landmarks()))
    }

    /// How much it is.
    pub fn size(&self) -> Size {
        *self.size.get_or_init(|| Size::among(self.landmarks()))
    }

    /// How many of its characters are evidence for each script.
    pub fn census(&self) -> Census {
        *self.census.get_or_init(|| Census::of(self.text))
    }

    /// How many different characters and words it has.
    pub fn variety(&self) -> Variety {
        *self.variety.get_or_init(|| Variety::of(self.text))
    }

    /// Its simplified, half-width, lower-case copy.
    pub fn shadow(&self) -> &Shadow {
        self.shadow.get_or_init(|| Shadow::of(self.text))
    }

    /// Its words.
    pub fn words(&self) -> &[Word] {
        self.words.get_or_init(|| self.with.segmenter.cut(self.shadow()))
    }

    /// Whether all of its words are cut.
    pub(super) fn is_cut(&self) -> bool {
        self.words.get().is_some()
    }

    /// What cuts its words.
    pub(super) fn segmenter(&self) -> &'t Segmenter {
        &self.with.segmenter
    }

    /// Its sentences, without gaps.
    pub fn sentences(&self) -> &[Span] {
        &self.cuts().sentences
    }

    pub(super) fn cuts(&self) -> &Cuts {
        self.cuts.get_or_init(|| Cuts::among(self.landmarks()))
    }

    /// Its quotation marks and brackets that lack their other half.
    pub fn pairing(&self) -> &Pairing {
        let among = || Pairing::among(self.landmarks());
        let paired = || self.signs().has(Sign::Paired).then(among).unwrap_or_default();
        self.pairing.get_or_init(paired)
    }

    /// Its stops that stand side by side.
    pub fn clashes(&self) -> &[Range<usize>] {
        let doubled = || marks::doubled(self.landmarks());
        let twins = || self.signs().has(Sign::Twin).then(doubled).unwrap_or_default();
        self.clashes.get_or_init(twins)
    }

    /// The characters of a part of its shadow.
    pub fn characters(&self, part: Span) -> &[char] {
        let shadow = self.shadow();
        &shadow.chars()[shadow.char_of(part.start)..shadow.char_of(part.end)]
    }

    /// Its clauses.
    pub fn clauses(&self) -> Clauses<'_> {
        let shadow = self.shadow();
        let clauses = self.clauses.get_or_init(|| shadow.chars_of(&self.cuts().clauses));
        Clauses { shadow, clauses }
    }

    /// Whether it may have letters that are not Chinese, or digits.
    pub(super) fn has_letters(&self) -> bool {
        let signs = [Sign::Latin, Sign::Digit, Sign::WideLetter, Sign::Strange];
        signs.into_iter().any(|sign| self.signs().has(sign))
    }

    /// Its Latin words.
    pub fn latin(&self) -> &[Latin<'t>] {
        self.latin
            .get_or_init(|| if self.has_letters() { latin_among(self.landmarks()) } else { vec![] })
    }

    /// Its names with the original behind them in brackets.
    pub fn glosses(&self) -> &[Gloss<'t>] {
        self.glosses.get_or_init(|| glosses(self.text))
    }

    /// Those of its glosses whose Chinese has a name by its sound, with the characters of the name.
    pub fn renderings(&self) -> &[(Gloss<'t>, Range<usize>)] {
        self.renderings.get_or_init(|| {
            let is_edge = |at| self.is_word_edge(at);
            let named = |gloss: &Gloss<'t>| Some((*gloss, sounded(gloss, self.shadow(), is_edge)?));
            self.glosses().iter().filter_map(named).collect()
        })
    }

    /// The words of the source, where it is written in Latin letters.
    pub fn original(&self) -> Option<&Source> {
        let read = || self.source.map(Source::of).filter(Source::is_latin);
        self.original.get_or_init(read).as_ref()
    }

    /// Where the glossary's names and renderings stand in it.
    pub fn matches(&self) -> &[Match<'t>] {
        &self.sightings().names
    }

    /// Where the glossary's wrong senses of words may stand in it.
    pub fn calques(&self) -> &[Match<'t>] {
        &self.sightings().calques
    }

    /// The words of the glossary's contexts that it has, by their numbers.
    pub fn said(&self) -> &[u32] {
        &self.sightings().said
    }

    fn sightings(&self) -> &Sightings<'t> {
        self.sightings.get_or_init(|| self.with.glossary.sight(self.shadow()))
    }

    /// Its Latin words that are neither words nor names.
    pub fn mangled(&self) -> &[Mangled] {
        self.mangled.get_or_init(|| {
            let knows = |word: &str| is_known(word, self.with.lexicon, &self.with.glossary);
            let given = |word: &str| self.original().map(|it| it.explains(word));
            mangled(self.text, self.latin(), &knows, &given)
        })
    }
}
