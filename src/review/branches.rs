//! A message that chooses is a segment for each of its branches, with the words around the choice in
//! all of them.

use crate::finding::{Finding, Message};
use crate::text::{Document, Kind, Span};
use rustc_hash::FxHashMap;

/// Leaves of what is wrong around a choice the finding in the first branch: those whose words are
/// read from the same bytes of the file say the same again.
pub(super) fn tell_once(findings: &mut Vec<Finding>, document: &Document) {
    // The checks and what they said of the paragraph, and of which bytes.
    let mut said: FxHashMap<(&str, Message), Vec<Span>> = FxHashMap::default();
    let mut paragraph = None;
    findings.retain(|it| {
        let block = &document.paragraphs[it.place.paragraph as usize];
        if block.kind != Kind::Message || block.segments.len() < 2 {
            return true;
        }
        if paragraph.replace(it.place.paragraph) != Some(it.place.paragraph) {
            said.clear();
        }
        let raw = block.segments[it.place.segment as usize].target.in_raw(it.span);
        let told = said.entry((it.check, it.message.clone())).or_default();
        let is_new = it.place.segment == 0 || !told.iter().any(|other| meet(*other, raw));
        if is_new && told.len() < MOST {
            told.push(raw);
        }
        is_new
    });
}

/// So many places of one message are remembered.
const MOST: usize = 64;

fn meet(one: Span, other: Span) -> bool {
    one == other || one.start < other.end && other.start < one.end
}
