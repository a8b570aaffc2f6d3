use crate::finding::Severity;
use crate::text::Variant;
use std::sync::Arc;

/// A thing that has a name: what it is called in the source, what in Chinese, and what not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Term {
    /// Its names in the source language, the usual one first.
    pub names: Vec<String>,
    /// Its renderings in simplified Chinese, the usual one first.
    pub hans: Vec<String>,
    /// Its renderings in Taiwan.
    pub taiwan: Vec<String>,
    /// Its renderings in Hong Kong.
    pub hong_kong: Vec<String>,
    /// Renderings that are wrong. Where one is wrong only in a context, the wrong part stands in
    /// brackets: `加入[元]的`.
    pub forbidden: Vec<String>,
    /// A forbidden rendering counts only where the document has one of these elsewhere; that of an
    /// ordinary word, where one stands within 2,000 characters.
    pub needs: Vec<String>,
    /// Or where it has two words of one of these lists so, each of which shows a subject.
    pub subjects: Vec<Arc<[String]>>,
    /// A forbidden rendering counts only directly before or after one of these.
    pub beside: Vec<String>,
    /// One of these in the paragraph makes a forbidden rendering right.
    pub unless: Vec<String>,
    /// The name stays as it is in Chinese.
    pub keep: bool,
    /// The name's capitals matter.
    pub case: bool,
    /// The name is an ordinary word, and what is forbidden is its wrong sense.
    pub calque: bool,
    /// How much a forbidden rendering hurts, where the table says so.
    pub level: Option<Severity>,
    /// What the authors of the glossary say about the term.
    pub note: String,
}

impl Term {
    pub(super) fn of_row(name: &str, targets: &[String]) -> Self {
        let mut term = Self { names: vec![name.to_owned()], ..Self::default() };
        term.set_targets(targets);
        term
    }

    /// Renderings for all variants where the glossary has no column of the variant's own.
    pub(super) fn set_targets(&mut self, targets: &[String]) {
        for renderings in [&mut self.hans, &mut self.taiwan, &mut self.hong_kong] {
            if renderings.is_empty() {
                *renderings = targets.to_vec();
            }
        }
    }

    /// The renderings of one variant. Traditional without a region is read as Taiwan's; a region
    /// without renderings of its own takes its neighbour's.
    pub fn renderings(&self, variant: Variant) -> &[String] {
        let choice = match variant {
            Variant::Hans | Variant::HansCn => [&self.hans, &self.hans],
            Variant::Hant | Variant::HantTw => [&self.taiwan, &self.hong_kong],
            Variant::HantHk => [&self.hong_kong, &self.taiwan],
        };
        if choice[0].is_empty() { choice[1] } else { choice[0] }
    }

    /// The renderings of all variants.
    pub fn all_renderings(&self) -> impl Iterator<Item = &str> {
        [&self.hans, &self.taiwan, &self.hong_kong].into_iter().flatten().map(String::as_str)
    }

    /// What a text of this variant should call it: the usual rendering, or the name that is kept.
    pub fn preferred(&self, variant: Variant) -> Option<&str> {
        let kept = self.names.first().filter(|_| self.keep);
        kept.or_else(|| self.renderings(variant).first()).map(String::as_str)
    }

    /// Whether the name has to stand in Chinese letter by letter: the glossary keeps it, or renders
    /// it by itself.
    pub fn is_kept(&self) -> bool {
        let mut renderings = self.all_renderings().peekable();
        let itself = renderings.peek().is_some()
            && renderings.all(|it| self.names.iter().any(|name| name == it));
        self.keep || itself
    }

    /// Whether a rendering, by its number among all of them, is right in this variant.
    pub fn accepts(&self, nth: u32, variant: Option<Variant>) -> bool {
        let regional = variant.filter(|it| !matches!(it, Variant::Hans | Variant::Hant));
        let Some(variant) = regional else { return true };
        let rendering = self.all_renderings().nth(nth as usize);
        let accepted = self.renderings(variant);
        accepted.is_empty() || accepted.iter().any(|it| Some(it.as_str()) == rendering)
    }

    /// Whether a forbidden rendering is right in another context.
    pub fn is_conditional(&self) -> bool {
        self.asks() || !self.beside.is_empty() || !self.unless.is_empty()
    }

    /// The words elsewhere that make a forbidden rendering wrong or right.
    pub(super) fn context(&self) -> impl Iterator<Item = &str> {
        let subjects = self.subjects.iter().flat_map(|words| words.iter());
        self.needs.iter().chain(&self.unless).chain(subjects).map(String::as_str)
    }

    /// Whether the rest of the document has to show what the text is about.
    pub fn asks(&self) -> bool {
        !(self.needs.is_empty() && self.subjects.is_empty())
    }
}
