//! JSON files of messages: nested or flat keys, ARB, i18next, Chrome's messages.json, and Apple's
//! string catalogues.

use super::path::joined;
use super::scan::{Key, Leaf, Scan};
use super::xcstrings;
use crate::formats::escape::{json, unescaped};
use crate::formats::fault::Catalogue;
use crate::formats::remark::remarks;
use crate::text::{Paragraph, Remark, Segment, State, Text};

/// The units of a file.
pub(in crate::formats) fn read(text: &str) -> Catalogue {
    let mut scan = Scan::of(text);
    let mut found = Catalogue::default();
    let faults = std::mem::take(&mut scan.faults);
    if xcstrings::is_catalogue(&scan) {
        xcstrings::read(text, &scan, &mut found);
    } else {
        messages(text, &scan, &mut found);
        descriptions(text, &scan, &mut found);
    }
    scan.comments.iter().for_each(|it| found.comment(text, it.clone()));
    found.faults.extend(faults);
    found
}

fn messages(text: &str, scan: &Scan, found: &mut Catalogue) {
    let is_chrome = is_chrome(scan);
    for leaf in &scan.leaves {
        let path = scan.path(leaf);
        let (is_kept, shown) = if is_chrome {
            (path.last() == Some(&Key::Name("message")), &path[..path.len() - 1])
        } else {
            (!path.iter().any(is_about), path.as_slice())
        };
        if leaf.is_string && is_kept {
            let target = target(text, leaf);
            let state = target.as_str().is_empty().then_some(State::Untranslated);
            let id = Some(joined(shown.iter().map(|it| name(it))));
            found.add(Segment { id, target, state, ..Segment::default() });
        }
    }
}

/// What the descriptions of messages say to us: ARB has them in an object of the message's name with
/// an `@` before it, Chrome beside the message.
fn descriptions(text: &str, scan: &Scan, found: &mut Catalogue) {
    let says = |it: &&Leaf| {
        it.key == Key::Name("description") && text[it.inside.clone()].contains(Remark::MARK)
    };
    for leaf in scan.leaves.iter().filter(says) {
        let path = scan.path(leaf);
        let Some(Key::Name(of)) = path.iter().rev().nth(1) else { continue };
        let of = name(&Key::Name(of.strip_prefix('@').unwrap_or(of)));
        let id = joined([&of]);
        let is_its = |it: &Paragraph| it.segments[0].id.as_ref() == Some(&id);
        let about = found.paragraphs.iter().position(is_its);
        let about = about.map_or(0..0, |it| it..it + 1);
        found.remarks.extend(remarks(text, leaf.inside.clone(), Some(about)));
    }
}

/// The text of a string.
pub(super) fn target(text: &str, leaf: &Leaf) -> Text {
    unescaped(&text[leaf.inside.clone()], leaf.inside.start, json)
}

/// ARB keeps what is about a message under its key with an `@` before it.
fn is_about(key: &Key) -> bool {
    matches!(key, Key::Name(name) if name.starts_with('@'))
}

/// Chrome keeps under each key an object with a message, its description and its placeholders.
fn is_chrome(scan: &Scan) -> bool {
    let known = ["message", "description", "placeholders", "hash"].map(Key::Name);
    let paths = || scan.leaves.iter().map(|it| scan.path(it));
    let is_message = |it: Vec<Key>| it.len() == 2 && it[1] == Key::Name("message");
    paths().all(|it| it.len() > 1 && known.contains(&it[1])) && paths().any(is_message)
}

/// A key with its escapes read.
pub(super) fn name(key: &Key) -> String {
    match key {
        Key::Name(name) => unescaped(name, 0, json).as_str().to_owned(),
        Key::Number(number) => number.to_string(),
    }
}
