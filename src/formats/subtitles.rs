//! Subtitles: SRT, `WebVTT` and ASS. What is shown at a time is one unit; its tags are inline
//! elements.

use super::fault::Catalogue;
use super::gather::Gather;
use crate::text::{Kind, Paragraph, Role, Segment, Text, line_ranges};
use std::ops::Range;

const SHAPE: &str = "a subtitle is its time, 00:00:01,000 --> 00:00:02,500, then its text";

/// The cues of an SRT or `WebVTT` file: blocks between blank lines.
pub(super) fn cues(text: &str) -> Catalogue {
    let is_vtt = text.starts_with("WEBVTT");
    let mut found = Catalogue::default();
    let lines: Vec<Range<usize>> = line_ranges(text).collect();
    let is_blank = |line: &Range<usize>| text[line.clone()].trim().is_empty();
    for block in lines.split(is_blank).filter(|it| !it.is_empty()) {
        let time = block.iter().take(2).position(|line| text[line.clone()].contains("-->"));
        let Some(time) = time else {
            if is_vtt && text[block[0].clone()].starts_with("NOTE") {
                let words = block[0].start + "NOTE".len();
                found.comment(text, words..block[block.len() - 1].end);
            }
            if !is_vtt && block[0].start > 0 || is_vtt && !is_about(&text[block[0].clone()]) {
                found.fault(block[0].start, "a subtitle without its time", SHAPE);
            }
            continue;
        };
        let id = (time == 1).then(|| text[block[0].clone()].trim().to_owned());
        let Some((first, last)) = block[time + 1..].first().zip(block.last()) else { continue };
        add(&mut found, id, cue(text, first.start..last.end, is_vtt));
    }
    found
}

/// Whether a block of `WebVTT` is no cue: the header, notes, styles, regions.
fn is_about(line: &str) -> bool {
    ["WEBVTT", "NOTE", "STYLE", "REGION"].iter().any(|it| line.starts_with(it))
}

fn add(found: &mut Catalogue, id: Option<String>, target: Text) {
    let segments = vec![Segment { id, target, ..Segment::default() }];
    found.paragraphs.push(Paragraph { kind: Kind::Cue, segments });
}

fn cue(text: &str, place: Range<usize>, has_entities: bool) -> Text {
    let mut gather = Gather::from(place.start);
    let mut at = place.start;
    while let Some(next) = text[at..place.end].find(['<', '{', '&']) {
        gather.copy_lines(&text[at..at + next], at);
        at += next;
        let rest = &text[at..place.end];
        let (length, entity) = (tag_length(rest), entity(rest).filter(|_| has_entities));
        if let Some(length) = length {
            let role = if rest.starts_with("</") { Role::Close } else { Role::Open };
            gather.inline(role, None, text, at..at + length);
            at += length;
        } else if let Some((c, length)) = entity {
            gather.cell(c, at..at + length);
            at += length;
        } else {
            gather.copy(&rest[..1], at);
            at += 1;
        }
    }
    gather.copy_lines(&text[at..place.end], at);
    gather.finish()
}

/// How long the tag is that a text begins with: `<i>`, `</v>`, `<00:01.000>`, `{\an8}`.
fn tag_length(text: &str) -> Option<usize> {
    let inside = text.strip_prefix('<');
    let end = if let Some(inside) = inside {
        let begins = |c: char| c == '/' || c.is_ascii_alphanumeric();
        inside.find(['>', '<', '\n', '\r']).filter(|_| inside.starts_with(begins))?
    } else {
        text.strip_prefix('{')?.find(['}', '{', '\n', '\r']).filter(|_| text.starts_with("{\\"))?
    };
    text[end + 1..].starts_with(['>', '}']).then_some(end + 2)
}

fn entity(text: &str) -> Option<(char, usize)> {
    const KNOWN: [(&str, char); 6] = [
        ("&amp;", '&'),
        ("&lt;", '<'),
        ("&gt;", '>'),
        ("&nbsp;", '\u{a0}'),
        ("&lrm;", '\u{200e}'),
        ("&rlm;", '\u{200f}'),
    ];
    KNOWN.iter().find(|(it, _)| text.starts_with(it)).map(|(it, c)| (*c, it.len()))
}

/// The dialogue of an ASS or SSA file.
pub(super) fn ass(text: &str) -> Catalogue {
    let mut found = Catalogue::default();
    let mut columns = 10;
    for line in line_ranges(text) {
        let words = text[line.clone()].trim_start();
        if let Some(names) = words.strip_prefix("Format:") {
            columns = names.split(',').count();
        }
        if words.starts_with(';') {
            found.comment(text, line.clone());
        }
        let Some(dialogue) = words.strip_prefix("Dialogue:") else { continue };
        match dialogue.splitn(columns, ',').nth(columns - 1) {
            // A drawing is no text.
            Some(shown) if shown.contains("\\p1") => {}
            Some(shown) => {
                add(&mut found, None, shown_text(text, line.end - shown.len()..line.end));
            }
            None => {
                let what = format!("a line of dialogue has {columns} columns");
                found.fault(line.start, what, "Dialogue: layer, start, end, style, ..., text");
            }
        }
    }
    found
}

fn shown_text(text: &str, place: Range<usize>) -> Text {
    let mut gather = Gather::from(place.start);
    let mut at = place.start;
    while let Some(next) = text[at..place.end].find(['{', '\\']) {
        gather.copy(&text[at..at + next], at);
        at += next;
        let rest = &text[at..place.end];
        let escaped = [("\\N", '\n'), ("\\n", '\n'), ("\\h", '\u{a0}')];
        let escaped = escaped.iter().find(|(it, _)| rest.starts_with(it));
        let length = rest.find('}').filter(|_| rest.starts_with('{')).map(|end| end + 1);
        if let Some(length) = length {
            gather.inline(Role::Open, None, text, at..at + length);
            at += length;
        } else if let Some((it, c)) = escaped {
            gather.cell(*c, at..at + it.len());
            at += it.len();
        } else {
            gather.copy(&rest[..1], at);
            at += 1;
        }
    }
    gather.copy(&text[at..place.end], at);
    gather.finish()
}
