//! HTML: what a reader sees as blocks are paragraphs, and the words in attributes that people read
//! are units of their own.
//!
//! The tags are read one after the other and no tree is made of them, so that nothing is lost in a
//! broken file, and no nesting is too deep.

mod elements;
mod reader;
mod references;
mod tokens;

use crate::text::{Document, Paragraph, Remark};
pub(super) use elements::is_known;
pub(super) use tokens::is_damaged;

/// Reads a page.
pub(super) fn read(raw: String) -> Document {
    let (paragraphs, remarks) = paragraphs(&raw);
    Document { raw, first_line: 1, paragraphs, remarks, ..Document::default() }
}

/// The paragraphs of a page, or of a piece of one, and what comments in it say to us.
pub(super) fn paragraphs(text: &str) -> (Vec<Paragraph>, Vec<Remark>) {
    reader::Reader::of(text).paragraphs()
}

/// Whether a line begins a block of HTML, as Markdown has it: with the tag of a block.
pub(super) fn begins_block(line: &str) -> bool {
    let Some(inside) = line.strip_prefix('<') else { return false };
    let name = inside.strip_prefix('/').unwrap_or(inside);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(name.len());
    let is_ended = name[end..].is_empty() || name[end..].starts_with(['>', '/', ' ', '\t']);
    is_ended && elements::begins_block(&name[..end].to_ascii_lowercase())
}
