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
    Cues, Cuts, Kind, Landmarks, Pairing, Place, Reading, Segment, Shadow, Size, Span, Variant,
    marks,
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
    pub terms: Option<Box<Glossary>>,
    /// All that the file has of it.
    pub segment: &'t Segment,
}

/// A target, with all that is worked out from it worked out at most once.
#[derive(Debug)]
pub struct Prose<'t> {
    text: &'t str,
    source: Option<&'t str>,
    pub(super) with: &'t Resources,
    shadow: Shadow,
    landmarks: Landmarks<'t>,
    cues: Cues,
    signs: Signs,
    size: Size,
    census: Census,
    variety: Variety,
    sentences: Vec<Span>,
    clauses: Vec<Range<usize>>,
    latin: Vec<Latin<'t>>,
    pairing: Pairing,
    clashes: Vec<Range<usize>>,
    words: OnceLock<Vec<Word>>,
    pub(super) stretch: OnceLock<(Range<usize>, Vec<Word>)>,
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
    /// Lays a target open, beside its source where that is known. What nearly every check asks for
    /// is worked out here, while the text is at hand.
    pub fn new(text: &'t str, source: Option<&'t str>, with: &'t Resources) -> Self {
        let Reading { shadow, landmarks, cues, tally } = Reading::of(text);
        let signs = Signs::of(&landmarks);
        let cuts = Cuts::among(&landmarks);
        let has = |sign| signs.has(sign);
        Self {
            text,
            source,
            with,
            size: Size::among(&landmarks),
            census: Census::from(tally),
            variety: Variety::among(&landmarks, tally),
            clauses: shadow.chars_of(&cuts.clauses),
            sentences: cuts.sentences,
            latin: if has_letters(signs) { latin_among(&landmarks) } else { vec![] },
            pairing: if has(Sign::Paired) {
                Pairing::among(&landmarks)
            } else {
                Pairing::default()
            },
            clashes: if has(Sign::Twin) { marks::doubled(&landmarks) } else { vec![] },
            cues,
            shadow,
            landmarks,
            signs,
            words: OnceLock::new(),
            stretch: OnceLock::new(),
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
        &self.landmarks
    }

    /// Where what checks look for in its shadow may begin.
    pub fn cues(&self) -> &Cues {
        &self.cues
    }

    /// What kinds of characters it has.
    pub fn signs(&self) -> Signs {
        self.signs
    }

    /// How much it is.
    pub fn size(&self) -> Size {
        self.size
    }

    /// How many of its characters are evidence for each script.
    pub fn census(&self) -> Census {
        self.census
    }

    /// How many different characters and words it has.
    pub fn variety(&self) -> Variety {
        self.variety
    }

    /// Its simplified, half-width, lower-case copy.
    pub fn shadow(&self) -> &Shadow {
        &self.shadow
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
        &self.sentences
    }

    /// Its quotation marks and brackets that lack their other half.
    pub fn pairing(&self) -> &Pairing {
        &self.pairing
    }

    /// Its stops that stand side by side.
    pub fn clashes(&self) -> &[Range<usize>] {
        &self.clashes
    }

    /// The characters of a part of its shadow.
    pub fn characters(&self, part: Span) -> &[char] {
        let shadow = self.shadow();
        &shadow.chars()[shadow.char_of(part.start)..shadow.char_of(part.end)]
    }

    /// Its clauses.
    pub fn clauses(&self) -> Clauses<'_> {
        Clauses { shadow: &self.shadow, clauses: &self.clauses }
    }

    /// Where its clauses stand.
    pub(super) fn clause_spans(&self) -> Vec<Span> {
        self.clauses.iter().map(|it| self.shadow.span(it.clone())).collect()
    }

    /// Whether it may have letters that are not Chinese.
    pub(super) fn has_letters(&self) -> bool {
        has_letters(self.signs)
    }

    /// Its Latin words.
    pub fn latin(&self) -> &[Latin<'t>] {
        &self.latin
    }

    /// Its names with the original behind them in brackets.
    pub fn glosses(&self) -> &[Gloss<'t>] {
        if !self.signs.has(Sign::Bracket) {
            return &[];
        }
        self.glosses.get_or_init(|| glosses(self.text))
    }

    /// Those of its glosses whose Chinese has a name by its sound, with the characters of the name.
    pub fn renderings(&self) -> &[(Gloss<'t>, Range<usize>)] {
        if self.glosses().is_empty() {
            return &[];
        }
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

    /// All that the glossary has in it.
    pub(super) fn sightings(&self) -> &Sightings<'t> {
        self.sightings.get_or_init(|| self.with.glossary.sight(self.shadow()))
    }

    /// Its Latin words that are neither words nor names.
    pub fn mangled(&self) -> &[Mangled] {
        if self.latin.is_empty() {
            return &[];
        }
        self.mangled.get_or_init(|| {
            let knows = |word: &str| is_known(word, self.with.lexicon, &self.with.glossary);
            let given = |word: &str| self.original().map(|it| it.explains(word));
            mangled(self.text, self.latin(), &knows, &given)
        })
    }
}

/// Whether a text with these signs may have letters that are not Chinese.
fn has_letters(signs: Signs) -> bool {
    let letters = [Sign::Latin, Sign::WideLetter, Sign::Strange];
    letters.into_iter().any(|sign| signs.has(sign))
}
