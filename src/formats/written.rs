//! How a format writes a text that is put into a unit of it.

use super::Format;
use std::borrow::Cow;
use std::fmt::Write;

/// Whether the file can hold a character as it is.
type Holds<'f> = &'f dyn Fn(char) -> bool;

/// The ways to write a text, the likely ones first: which one is right depends on the place, as in
/// a string of single quotation marks. What a place would take for more than text is in none of
/// them as it is, unless the format has places where it is text.
pub(super) fn ways(format: Format, text: &str, holds: Holds) -> Vec<String> {
    let ways: Vec<Option<String>> = match format {
        Format::Plain | Format::Tsv | Format::Srt | Format::Ass | Format::Fluent => {
            vec![as_it_is(text, holds)]
        }
        Format::Csv => vec![as_it_is(&text.replace('"', "\"\""), holds)],
        Format::Markdown => vec![as_it_is(text, holds), as_it_is(&marks_escaped(text), holds)],
        Format::Vtt => vec![Some(referred(text, "&<>", holds))],
        // Attributes know no quotation marks; a CDATA section knows no references, and Android's
        // strings know backslashes.
        Format::Html | Format::Xml | Format::Docx => vec![
            Some(referred(text, "&<>", holds)),
            Some(referred(text, "&<>\"'", holds)),
            Some(referred(&backslashed(text, &['\\', '\'', '"']), "&<>", holds)),
            as_it_is(text, holds).filter(|it| !it.contains("]]>")),
        ],
        Format::Json | Format::Jsonl => vec![quoted(text, Some('u'), holds)],
        Format::Po => vec![quoted(text, None, holds)],
        Format::Strings => vec![quoted(text, Some('U'), holds)],
        // A space at the beginning of a value counts with a backslash alone.
        Format::Properties => {
            let made = escaped(text, &['\\'], Some('u'), holds);
            let indented =
                made.as_ref().filter(|it| it.starts_with(' ')).map(|it| format!("\\{it}"));
            vec![made, indented]
        }
        Format::Toml => vec![quoted(text, Some('u'), holds), as_it_is(text, holds)],
        Format::Yaml => vec![
            as_it_is(text, holds),
            quoted(text, Some('u'), holds),
            as_it_is(&text.replace('\'', "''"), holds),
        ],
    };
    let mut ways: Vec<String> = ways.into_iter().flatten().collect();
    let mut seen = rustc_hash::FxHashSet::default();
    ways.retain(|it| seen.insert(it.clone()));
    ways
}

fn as_it_is(text: &str, holds: Holds) -> Option<String> {
    text.chars().all(holds).then(|| text.to_owned())
}

/// References of XML for these characters, and for those that the file cannot hold.
fn referred(text: &str, special: &str, holds: Holds) -> String {
    let one = |c: char| match c {
        _ if !special.contains(c) && holds(c) => Cow::Owned(c.to_string()),
        '&' => "&amp;".into(),
        '<' => "&lt;".into(),
        '>' => "&gt;".into(),
        '"' => "&quot;".into(),
        _ => Cow::Owned(format!("&#x{:X};", u32::from(c))),
    };
    text.chars().map(one).collect()
}

/// A text inside double quotation marks with the escapes of C.
fn quoted(text: &str, letter: Option<char>, holds: Holds) -> Option<String> {
    escaped(text, &['\\', '"'], letter, holds)
}

/// Backslashes before these characters, and escapes with this letter for what cannot stand as it
/// is; none without a letter.
fn escaped(text: &str, special: &[char], letter: Option<char>, holds: Holds) -> Option<String> {
    let mut made = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\n' => made.push_str("\\n"),
            '\r' => made.push_str("\\r"),
            '\t' => made.push_str("\\t"),
            _ if special.contains(&c) => made.extend(['\\', c]),
            _ if !c.is_ascii_control() && holds(c) => made.push(c),
            _ => {
                let letter = letter?;
                for unit in c.encode_utf16(&mut [0; 2]) {
                    // To write to a string never fails.
                    let _ = write!(made, "\\{letter}{unit:04x}");
                }
            }
        }
    }
    Some(made)
}

fn backslashed(text: &str, special: &[char]) -> String {
    let one = |c: char| if special.contains(&c) { format!("\\{c}") } else { c.to_string() };
    text.chars().map(one).collect()
}

/// Markdown takes any mark of ASCII with a backslash before it for text.
fn marks_escaped(text: &str) -> String {
    let one = |c: char| if c.is_ascii_punctuation() { format!("\\{c}") } else { c.to_string() };
    text.chars().map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::{Format, ways};

    fn first(format: Format, text: &str, is_ascii: bool) -> Option<String> {
        ways(format, text, &|c| !is_ascii || c.is_ascii()).into_iter().next()
    }

    #[test]
    fn each_format_has_its_escapes() {
        let text = "「a\"b\\c&d<」";
        for (format, written) in [
            (Format::Plain, text),
            (Format::Json, "「a\\\"b\\\\c&d<」"),
            (Format::Po, "「a\\\"b\\\\c&d<」"),
            (Format::Csv, "「a\"\"b\\c&d<」"),
            (Format::Xml, "「a\"b\\c&amp;d&lt;」"),
            (Format::Properties, "「a\"b\\\\c&d<」"),
        ] {
            assert_eq!(first(format, text, false).as_deref(), Some(written), "{format}");
        }
    }

    #[test]
    fn what_a_file_cannot_hold_is_escaped_or_refused() {
        for (format, written) in [
            (Format::Json, Some("\\u4e2d\\ud83d\\ude00")),
            (Format::Strings, Some("\\U4e2d\\Ud83d\\Ude00")),
            (Format::Xml, Some("&#x4E2D;&#x1F600;")),
            (Format::Plain, None),
            (Format::Tsv, None),
        ] {
            assert_eq!(first(format, "中😀", true).as_deref(), written, "{format}");
        }
    }
}
