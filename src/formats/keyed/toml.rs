//! TOML.

use super::align::{Escapes, Folds, Style, aligned};
use super::path::joined;
use crate::formats::fault::Catalogue;
use crate::formats::remark::in_lines;
use crate::text::{Segment, Text};
use std::ops::Range;
use toml::de::{DeTable, DeValue};

const HELP: &str = "the file is not well-formed TOML; what could be read of it is checked";

/// The units of a file.
pub(in crate::formats) fn read(text: &str) -> Catalogue {
    let mut found = Catalogue::default();
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut faults = vec![];
    for error in errors {
        let at = error.span().map_or(0, |it| it.start);
        faults.push(at);
        found.fault(at, format!("not TOML: {}", error.message()), HELP);
    }
    let mut strings = vec![];
    // The parser lets nothing stand deeper than eighty levels.
    let mut waiting = vec![(String::new(), table.into_inner())];
    while let Some((path, table)) = waiting.pop() {
        for (key, value) in table {
            let place = value.span();
            let path = under(&path, key.get_ref());
            values(path, value.into_inner(), place, &mut waiting, &mut strings);
        }
    }
    faults.sort_unstable();
    strings.sort_by_key(|(_, place, _): &(String, Range<usize>, String)| place.start);
    // What the parser makes of a string that is wrong inside is not what stands there.
    let is_sound = |place: &Range<usize>| {
        let next = faults.partition_point(|at| *at < place.start);
        faults.get(next).is_none_or(|at| *at > place.end)
    };
    strings.retain(|(_, place, _)| is_sound(place));
    let places: Vec<Range<usize>> = strings.iter().map(|(_, place, _)| place.clone()).collect();
    found.remarks = in_lines(text, &['#'], &places);
    for (id, place, value) in strings {
        let target = text_of(text, place, &value);
        found.add(Segment { id: Some(id), target, ..Segment::default() });
    }
    found
}

/// Sorts a value, and those of a list: strings here, tables there.
fn values<'t>(
    path: String,
    value: DeValue<'t>,
    place: Range<usize>,
    tables: &mut Vec<(String, DeTable<'t>)>,
    strings: &mut Vec<(String, Range<usize>, String)>,
) {
    let mut waiting = vec![(path, value, place)];
    while let Some((path, value, place)) = waiting.pop() {
        match value {
            DeValue::String(value) => strings.push((path, place, value.into_owned())),
            DeValue::Table(table) => tables.push((path, table)),
            DeValue::Array(items) => {
                waiting.extend(items.into_iter().enumerate().map(|(nth, item)| {
                    let place = item.span();
                    (under(&path, &nth.to_string()), item.into_inner(), place)
                }));
            }
            _ => {}
        }
    }
}

fn under(path: &str, key: &str) -> String {
    if path.is_empty() { joined([key]) } else { joined([path, key]) }
}

fn text_of(text: &str, place: Range<usize>, value: &str) -> Text {
    let raw = &text[place.clone()];
    let mark = ["\"\"\"", "'''", "\"", "'"].into_iter().find(|it| raw.starts_with(it));
    let mark = mark.unwrap_or_default();
    let escapes = if mark.starts_with('"') { Escapes::Backslash } else { Escapes::None };
    let style = Style { escapes, folds: Folds::No };
    let start = (place.start + mark.len()).min(place.end);
    // A string that is never closed was read nevertheless.
    let inside = &text[start..place.end];
    let inside = inside.strip_suffix(mark).unwrap_or(inside);
    let end = start + inside.len();
    // The line end after three quotes is no part of the string.
    let first = inside.strip_prefix("\r\n").or_else(|| inside.strip_prefix('\n'));
    let start = end - first.filter(|_| mark.len() == 3).unwrap_or(inside).len();
    aligned(text, start..end, value, style)
}
