//! Android's strings.xml.

use super::element::Element;
use super::letters::{Hand, Markup, text_by};
use super::tree::Tree;
use crate::formats::escape::joined;
use crate::formats::fault::Catalogue;
use crate::formats::gather::Gather;
use crate::text::{Plural, Role, Segment};
use std::ops::Range;

pub(super) fn read(tree: &Tree, found: &mut Catalogue) {
    for it in tree.elements().filter(|it| !it.has("translatable", "false")) {
        let name = || it.attribute("name").unwrap_or_default();
        match it.name() {
            "string" => found.add(segment(it, name())),
            "plurals" => {
                let word = |item: Element| item.attribute("quantity").unwrap_or_default();
                let words: Vec<String> = it.all("item").map(word).collect();
                let forms = it.all("item").zip(&words).zip(Plural::named(&words));
                let form = |((item, word), form): ((Element, &String), Plural)| Segment {
                    plural: Some(form),
                    ..part(item, &name(), word)
                };
                found.add_all(forms.map(form).collect());
            }
            "string-array" => {
                for (nth, item) in it.all("item").enumerate() {
                    found.add(part(item, &name(), &nth.to_string()));
                }
            }
            _ => {}
        }
    }
}

fn part(item: Element, name: &str, id: &str) -> Segment {
    segment(item, format!("{name}[{id}]"))
}

fn segment(it: Element, id: String) -> Segment {
    let mut pen = Pen::default();
    let target = text_by(it, &markup, &mut pen);
    Segment { id: Some(id), target, ..Segment::default() }
}

/// `<xliff:g>` holds a value for the reader of the file; all else is formatting.
fn markup(it: Element) -> Markup {
    if it.full_name() == "xliff:g" { Markup::Whole(Role::Placeholder) } else { Markup::Pair }
}

/// Reads the escapes, and joins white space outside quotes: both reach over entities, so the
/// characters are gathered first.
#[derive(Default)]
struct Pen {
    letters: Vec<Letter>,
    is_quoted: bool,
    has_begun: bool,
    /// White space that counts once something follows it.
    space: Option<Range<usize>>,
}

/// A character and the bytes of the file that it stands for.
type Letter = (char, Range<usize>);

impl Hand for Pen {
    fn stretch(&mut self, _: &mut Gather, stretch: &str, start: usize) {
        let letters = stretch.char_indices();
        let place = |(at, c): (usize, char)| (c, start + at..start + at + c.len_utf8());
        self.letters.extend(letters.map(place));
    }

    fn character(&mut self, _: &mut Gather, c: char, raw: Range<usize>) {
        self.letters.push((c, raw));
    }

    fn pause(&mut self, gather: &mut Gather, is_end: bool) {
        let letters = std::mem::take(&mut self.letters);
        let mut rest = letters.as_slice();
        while let Some(((c, raw), after)) = rest.split_first() {
            rest = after;
            match c {
                '\\' => {
                    let (c, used) = escape(rest);
                    let end = used.checked_sub(1).map_or(raw.end, |last| rest[last].1.end);
                    self.write(gather, c, raw.start..end);
                    rest = &rest[used..];
                }
                '"' => self.is_quoted = !self.is_quoted,
                c if c.is_ascii_whitespace() && !self.is_quoted => {
                    let start = self.space.as_ref().map_or(raw.start, |it| it.start);
                    self.space = Some(start..raw.end);
                }
                c => self.write(gather, *c, raw.clone()),
            }
        }
        if !is_end {
            self.flush(gather);
        }
    }
}

impl Pen {
    fn write(&mut self, gather: &mut Gather, c: char, raw: Range<usize>) {
        self.flush(gather);
        if raw.len() == c.len_utf8() && c != '\r' {
            gather.copy(c.encode_utf8(&mut [0; 4]), raw.start);
        } else {
            gather.cell(c, raw);
        }
    }

    /// Writes the white space before something down as one space; none at the beginning.
    fn flush(&mut self, gather: &mut Gather) {
        let space = self.space.take().filter(|_| self.has_begun);
        if let Some(raw) = space {
            gather.escape(' ', raw);
        }
        self.has_begun = true;
    }
}

/// The character of the escape whose backslash stands before `rest`, and how many of `rest` it has.
fn escape(rest: &[Letter]) -> (char, usize) {
    let at = |nth: usize| rest.get(nth).map(|(c, _)| *c);
    match at(0) {
        None => ('\\', 0),
        Some('n') => ('\n', 1),
        Some('t') => ('\t', 1),
        Some('u') => {
            let Some(first) = unit(rest) else { return ('u', 1) };
            let is_second = at(5) == Some('\\') && at(6) == Some('u');
            let c = joined(first, if is_second { unit(&rest[6..]) } else { None });
            (c, if c.len_utf16() == 2 { 11 } else { 5 })
        }
        Some(c) => (c, 1),
    }
}

/// The four digits after a `u`.
fn unit(rest: &[Letter]) -> Option<u16> {
    let digits: String = rest.get(1..5)?.iter().map(|(c, _)| *c).collect();
    u16::from_str_radix(&digits, 16).ok()
}
