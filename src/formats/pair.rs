//! Two files in one language each: the texts of the one are the sources of the other's.

use super::{Documents, Format, Options, PIECE, open_by, whole};
use crate::error::Error;
use crate::text::{Document, Kind, Origin, Segment, Text};
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
    /// The texts without an id, paragraph by paragraph.
    in_order: Vec<Text>,
    raw: Option<String>,
}

impl Pairing {
    fn of(documents: Vec<Document>) -> Self {
        let mut pairing = Self { by_id: FxHashMap::default(), in_order: vec![], raw: None };
        let is_one = documents.len() == 1;
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
        }
        if !has_own {
            let in_order = std::mem::take(&mut self.in_order);
            document.original = if runs { in_order.clone() } else { vec![] };
            let mut in_order = in_order.into_iter().filter(|_| fits);
            let all = document.paragraphs.iter_mut().flat_map(|it| &mut it.segments);
            all.for_each(|it| it.source = self.source_of(it, &mut in_order));
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
                let texts = self.by_id.get_mut(id)?;
                if texts.len() > 1 { texts.pop_front() } else { texts.front().cloned() }
            }
            None => in_order.next(),
        }
    }
}

/// Whether a paragraph belongs to running text, which two languages may divide in their own ways.
fn is_running(kind: Kind) -> bool {
    matches!(kind, Kind::Body | Kind::Heading | Kind::Item)
}

/// A text of a file of many documents, none of which is the one beside it.
fn without_place(text: &Text) -> Text {
    Text::new(text.as_str(), Origin::default()).with_inlines(text.inlines().to_vec())
}
