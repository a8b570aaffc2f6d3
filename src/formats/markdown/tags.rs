//! Tags of HTML in a line of Markdown.

use super::marks::{Mark, What};
use crate::formats::html;
use crate::text::Role;
use rustc_hash::FxHashMap;

/// Makes inline elements of the tags that have their other half, or that need none, and one of what
/// stands between tags of code. The others remain what they are.
pub(super) fn marry(text: &str, marks: &mut [Mark]) {
    let mut open: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for nth in 0..marks.len() {
        if !matches!(marks[nth].what, What::Tag) {
            continue;
        }
        let tag = &text[marks[nth].at.clone()];
        let name = name(tag);
        if html::is_damaged(tag) || !(name.is_empty() || html::is_known(&name)) {
            continue;
        }
        if matches!(&*name, "br" | "img" | "input" | "wbr" | "") || tag.ends_with("/>") {
            let role = if matches!(&*name, "" | "wbr") { Role::Open } else { Role::Placeholder };
            marks[nth].what = What::Inline(role);
        } else if !tag.starts_with("</") {
            open.entry(name).or_default().push(nth);
        } else if let Some(first) = open.get_mut(&name).and_then(Vec::pop) {
            marks[nth].what = What::Inline(Role::Close);
            marks[first].what = What::Inline(Role::Open);
            if matches!(&*name, "code" | "kbd" | "samp" | "tt" | "var") {
                marks[first].what = What::Inline(Role::Code);
                marks[first].at.end = marks[nth].at.end;
            }
        }
    }
}

/// The name of a tag; of a comment or an instruction it is empty.
fn name(tag: &str) -> String {
    let name = tag.trim_start_matches(['<', '/']);
    let end = name.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(name.len());
    if tag.starts_with("<!") { String::new() } else { name[..end].to_ascii_lowercase() }
}

/// Whether an inline element is a tag with words for people in an attribute.
pub(super) fn may_have_words(element: &str) -> bool {
    element.starts_with('<')
        && ["alt", "title", "label", "placeholder"].iter().any(|it| element.contains(it))
}
