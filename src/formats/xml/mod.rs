//! Files of XML: catalogues of translations and files of strings.
//!
//! A tree of a file is made first, with the place of every node; the formats then say which
//! elements are units, and what the elements inside a text are.

mod android;
mod element;
mod letters;
mod plist;
mod qt;
mod resx;
mod tmx;
mod tree;
mod xliff;
mod xliff2;

pub(super) use element::Element;
pub(super) use letters::referred;
pub(super) use tree::{Kind as NodeKind, Node, Tree};

use super::fault::Catalogue;
use crate::error::Error;
use crate::text::Segment;

/// How the units of a kind of file are read.
struct Kind {
    /// The name of the outermost element.
    root: &'static str,
    read: fn(&Tree, &mut Catalogue),
}

const KINDS: [Kind; 6] = [
    Kind { root: "xliff", read: xliff::read },
    Kind { root: "tmx", read: tmx::read },
    Kind { root: "TS", read: qt::read },
    Kind { root: "resources", read: android::read },
    Kind { root: "plist", read: plist::read },
    Kind { root: "root", read: resx::read },
];

/// Reads a file of any of the kinds, which its outermost element tells.
///
/// # Errors
///
/// If the outermost element is none of them.
pub(super) fn read(text: &str) -> Result<Catalogue, Error> {
    if text.trim().is_empty() {
        return Ok(Catalogue::default());
    }
    let mut tree = Tree::of(text);
    let root = tree.elements().next().map(Element::name);
    let Some(kind) = KINDS.iter().find(|it| root == Some(it.root)) else {
        return Err(unknown(root));
    };
    let mut found = Catalogue::default();
    (kind.read)(&tree, &mut found);
    found.faults.append(&mut tree.faults);
    tree.comments.iter().for_each(|it| found.comment(text, it.clone()));
    Ok(found)
}

/// Adds a unit, and what its notes say to us.
fn add<'a, 't: 'a>(
    found: &mut Catalogue,
    segments: Vec<Segment>,
    notes: impl Iterator<Item = Element<'a, 't>>,
) {
    let first = found.paragraphs.len();
    found.add_all(segments);
    notes.for_each(|it| found.note(it.tree.text, it.inner().range(), first));
}

fn unknown(root: Option<&str>) -> Error {
    let what = match root {
        None => "this is no XML: it has no element".to_owned(),
        Some(root) => {
            format!("no translations are known in XML whose outermost element is `{root}`")
        }
    };
    Error::new(what)
        .help("XLIFF, TMX, Qt's .ts, Android's strings.xml, .resx and .stringsdict are read")
}
