//! Two files in one language each: the texts of the one are the sources of the other's.

use super::names::Names;
use super::{Documents, Format, Options, PIECE, open_by, whole};
use crate::error::Error;
use crate::text::{Document, Kind, Missing, Origin, Paragraph, Place, Segment, Text};
use rustc_hash::FxHashMap;
use std::collections::VecDeque;
use std::io::Cursor;

/// A file by its name and its bytes.
#[derive(Clone, Copy, Debug)]
pub struct File<'b> {
    /// The name, which may tell the format.
    pub name: &'b str,
    /// What is in it.
    pub bytes: &'b [u8],
}

/// Reads a translation beside its source, which is another file: units are paired by their ids, and
/// those that have none by their order, if there are as many. Running text is not paired: its
/// document gets the source's paragraphs, and `align::pair` finds out what belongs together.
///
/// What of the source cannot be read is left out without a word: errors are those of the
/// translation, and one if the two cannot be paired, which is then read alone.
///
/// # Errors
///
/// If one of the two cannot be read at all; the error names which.
pub fn read_pair(
    source: File,
    target: File,
    options: &Options,
) -> Result<Documents<'static>, Error> {
    let of_source = Options { format: None, ..options.clone() };
    // The format that was told is that of the translation; a source of another name has its own.
    let of_source = if Format::of_path(source.name).is_some() { &of_source } else { options };
    let sources = whole(source.name, source.bytes, of_source);
    let sources = sources.map_err(|error| error.path(source.name))?;
    let originals: Vec<Document> = sources.flatten().collect();
    let input = Box::new(Cursor::new(target.bytes.to_vec()));
    let documents = open_by(PIECE, target.name, input, options);
    let documents = documents.map_err(|error| error.path(target.name))?;
    let mut pairing = Pairing::of(originals);
    let paired = documents.flat_map(move |document| match document {
        Ok(document) => pairing.pair(document),
        Err(error) => vec![Err(error)],
    });
    Ok(Documents(Box::new(paired)).apart())
}

/// What the translation is paired with.
struct Pairing {
    /// The texts by the ids of their units, those of one id in their order.
    by_id: FxHashMap<String, VecDeque<Text>>,
    names: Names,
    /// Whether it is one file of messages, all of which a translation should have.
    is_catalogue: bool,
    /// The texts without an id, paragraph by paragraph.
    in_order: Vec<Text>,
    raw: Option<String>,
}

impl Pairing {
    fn of(documents: Vec<Document>) -> Self {
        let (by_id, in_order) = (FxHashMap::<_, VecDeque<Text>>::default(), vec![]);
        let names = Names::of(documents.iter().flat_map(names).map(str::to_owned));
        let is_one = documents.len() == 1;
        let is_catalogue = is_one && is_catalogue(&documents[0]) && !names.is_empty();
        let mut pairing = Self { by_id, names, is_catalogue, in_order, raw: None };
        for document in documents {
            for segment in document.paragraphs.into_iter().flat_map(|it| it.segments) {
                let text = if is_one { segment.target } else { without_place(&segment.target) };
                match segment.id {
                    Some(id) => pairing.by_id.entry(id).or_default().push_back(text),
                    None => pairing.in_order.push(text),
                }
            }
            pairing.raw = is_one.then_some(document.raw);
        }
        pairing
    }

    fn pair(&mut self, mut document: Document) -> Vec<Result<Document, Error>> {
        let segments = || document.paragraphs.iter().flat_map(|it| &it.segments);
        let nameless = segments().filter(|it| it.id.is_none()).count();
        let has_own = segments().any(|it| it.source.is_some());
        let is_catalogue = self.is_catalogue && is_catalogue(&document);
        let is_other = is_catalogue && !names(&document).any(|it| self.names.beside(it).is_some());
        let runs = nameless > 0 && document.paragraphs.iter().any(|it| is_running(it.kind));
        let fits = nameless == self.in_order.len() && !runs;
        let mut said = vec![];
        if has_own {
            said.push(Err(Error::new("this file has its own sources")
                .help("leave --source out for files of both languages")));
        } else if nameless > 0 && !fits && !runs {
            let what = format!(
                "not paired: the number of texts is {nameless}, and that of the source {}",
                self.in_order.len()
            );
            said.push(Err(Error::new(what).help("the text is checked without its source")));
        } else if is_other {
            let what =
                format!("not paired: it has none of the {} texts of the source", self.names.len());
            said.push(Err(Error::new(what).help("see whether the two files belong together")));
        }
        if !has_own {
            let in_order = std::mem::take(&mut self.in_order);
            document.original = if runs { in_order.clone() } else { vec![] };
            let mut in_order = in_order.into_iter().filter(|_| fits);
            let all = document.paragraphs.iter_mut().flat_map(|it| &mut it.segments);
            all.for_each(|it| it.source = self.source_of(it, &mut in_order));
            document.absent = (is_catalogue && !is_other).then(|| self.absent(&document));
            document.source_raw.clone_from(&self.raw);
        }
        said.push(Ok(document));
        said
    }

    fn source_of(
        &mut self,
        segment: &Segment,
        in_order: &mut impl Iterator<Item = Text>,
    ) -> Option<Text> {
        match &segment.id {
            // A text of several forms has the same id in all of them: the last source stands for
            // those that follow.
            Some(id) => {
                let texts = self.by_id.get_mut(self.names.beside(id)?)?;
                if texts.len() > 1 { texts.pop_front() } else { texts.front().cloned() }
            }
            None => in_order.next(),
        }
    }

    /// What of the source has a name that no unit of a translation has; its place is behind the
    /// unit that it follows in the source.
    fn absent(&self, document: &Document) -> Vec<Missing> {
        let mut places: FxHashMap<&str, Place> = FxHashMap::default();
        for (paragraph, block) in (0..).zip(&document.paragraphs) {
            let names = block.segments.iter().filter_map(|it| self.names.beside(it.id.as_deref()?));
            places.extend(names.map(|it| (it, Place { paragraph, segment: u32::MAX })));
        }
        let written: Vec<&str> = names(document).collect();
        let mut missing = self.names.without(&written).into_iter().peekable();
        let mut after = None;
        let mut found = vec![];
        for name in self.names.all() {
            after = places.get(name).copied().or(after);
            if missing.next_if_eq(&name).is_some() {
                let source = self.by_id.get(name).and_then(VecDeque::front).cloned();
                let source = source.filter(|it| !it.as_str().trim().is_empty());
                let id = Some(name.to_owned());
                found.extend(source.map(|source| Missing { id, source, after }));
            }
        }
        found
    }
}

/// The names of a document's units.
fn names(document: &Document) -> impl Iterator<Item = &str> {
    let segments = document.paragraphs.iter().flat_map(|it| &it.segments);
    segments.filter_map(|it| it.id.as_deref())
}

/// Whether a document is a file of messages in one language, each under its name.
fn is_catalogue(document: &Document) -> bool {
    let is_named = |it: &Segment| it.id.is_some() && it.source.is_none();
    let of_messages = |it: &Paragraph| it.kind == Kind::Message && it.segments.iter().all(is_named);
    document.paragraphs.iter().all(of_messages)
}

/// Whether a paragraph belongs to running text, which two languages may divide in their own ways.
fn is_running(kind: Kind) -> bool {
    matches!(kind, Kind::Body | Kind::Heading | Kind::Item)
}

/// A text of a file of many documents, none of which is the one beside it.
fn without_place(text: &Text) -> Text {
    Text::new(text.as_str(), Origin::default()).with_inlines(text.inlines().to_vec())
}
