//! Front matter: what stands before the text, in YAML or TOML.

use crate::formats::keyed;
use crate::text::{Kind, Paragraph, Span, line_ranges};

/// Keys whose values people read.
const SHOWN: [&str; 5] = ["title", "subtitle", "description", "summary", "excerpt"];

/// The byte after the front matter: from `---` on the first line to the next `---` or `...`, or
/// between lines of `+++`. And what people read in it.
pub(super) fn front_matter(text: &str) -> (usize, Vec<Paragraph>) {
    let mut lines = line_ranges(text);
    let first = lines.next().unwrap_or_default();
    let fences: &[&str] = match text[first.clone()].trim_end() {
        "---" => &["---", "..."],
        "+++" => &["+++"],
        _ => return (0, vec![]),
    };
    let Some(last) = lines.find(|line| fences.contains(&text[line.clone()].trim_end())) else {
        return (0, vec![]);
    };
    let inside = &text[first.end..last.start];
    let read = if fences == ["+++"] { keyed::toml(inside) } else { keyed::yaml(inside) };
    let mut found = read.paragraphs;
    found.retain(|it| {
        it.segments.iter().all(|it| SHOWN.iter().any(|name| it.id.as_deref() == Some(name)))
    });
    let before = Span::from(0..first.end).end;
    for paragraph in &mut found {
        for segment in &mut paragraph.segments {
            segment.target = std::mem::take(&mut segment.target).moved(before);
        }
        let is_title = paragraph.segments[0].id.as_deref() == Some("title");
        paragraph.kind = if is_title { Kind::Heading } else { Kind::Body };
    }
    (last.end + 1, found)
}
