//! The strings of a JSON file with their places.
//!
//! A scanner of our own: parsers stop where a file is broken, and the strings behind that place
//! must be read too. Comments are passed over, as many tools write them.

use crate::formats::fault::Fault;
use std::ops::Range;

/// Objects and lists that may stand inside each other.
const DEEPEST: usize = 256;

/// So many faults are kept.
const MOST: usize = 10_000;

/// What a JSON file holds.
#[derive(Default)]
pub(super) struct Scan<'t> {
    /// Objects and lists; one comes after what holds it. The first one holds all.
    pub(super) containers: Vec<Container<'t>>,
    /// Strings and other values, in the order of the file.
    pub(super) leaves: Vec<Leaf<'t>>,
    pub(super) comments: Vec<Range<usize>>,
    pub(super) faults: Vec<Fault>,
}

pub(super) struct Container<'t> {
    /// The number of the container that holds it.
    pub(super) parent: usize,
    pub(super) key: Key<'t>,
}

/// What a value is called by what holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Key<'t> {
    /// A name as it is written, its escapes not read.
    Name(&'t str),
    Number(u32),
}

pub(super) struct Leaf<'t> {
    /// The number of the container that holds it.
    pub(super) container: usize,
    pub(super) key: Key<'t>,
    /// The inside of a string, or the whole of another value.
    pub(super) inside: Range<usize>,
    pub(super) is_string: bool,
}

impl<'t> Scan<'t> {
    /// Reads a file.
    pub(super) fn of(text: &'t str) -> Self {
        let scan = Self {
            containers: vec![Container { parent: 0, key: Key::Number(0) }],
            ..Self::default()
        };
        let mut scanner = Scanner { text, at: 0, scan, open: vec![], name: None, is_due: true };
        while scanner.step() {}
        scanner.finish()
    }

    /// The keys that lead to a leaf, from the outermost.
    pub(super) fn path(&self, leaf: &Leaf<'t>) -> Vec<Key<'t>> {
        let mut path = vec![leaf.key];
        let mut at = leaf.container;
        // What stands in the container of all is a value of the file's outermost object.
        while at > 1 {
            path.push(self.containers[at].key);
            at = self.containers[at].parent;
        }
        path.reverse();
        path
    }
}

struct Scanner<'t> {
    text: &'t str,
    at: usize,
    scan: Scan<'t>,
    open: Vec<Open>,
    /// The key that waits for its value.
    name: Option<&'t str>,
    /// Whether an item may come, at the beginning and after a comma.
    is_due: bool,
}

struct Open {
    number: usize,
    is_object: bool,
    at: usize,
    items: u32,
}

const HELP: &str = "the file is not well-formed JSON; what could be read of it is checked";

impl<'t> Scanner<'t> {
    /// Reads a mark or a value; whether there was one.
    fn step(&mut self) -> bool {
        let Some(c) = self.text[self.at..].chars().next() else { return false };
        let start = self.at;
        self.at += c.len_utf8();
        match c {
            c if c.is_whitespace() => {}
            '/' if self.comment() => {}
            '{' | '[' => return self.open(start, c == '{'),
            '}' | ']' => self.close(start, c == '}'),
            ',' if !self.open.is_empty() && self.name.is_none() => self.is_due = true,
            '"' => self.string(start),
            _ => self.word(start),
        }
        true
    }

    /// Passes over a comment whose first slash was read.
    fn comment(&mut self) -> bool {
        let rest = &self.text[self.at..];
        let length = match rest.chars().next() {
            Some('/') => rest.find(['\n', '\r']),
            Some('*') => rest[1..].find("*/").map(|at| at + 3),
            _ => return false,
        };
        let start = self.at - 1;
        self.at += length.unwrap_or(rest.len());
        self.scan.comments.push(start..self.at);
        true
    }

    fn open(&mut self, at: usize, is_object: bool) -> bool {
        if self.open.len() == DEEPEST {
            self.fault(at, format!("more than {DEEPEST} objects and lists inside each other"));
            return false;
        }
        let key = self.key(at);
        let parent = self.open.last().map_or(0, |it| it.number);
        let number = self.scan.containers.len();
        self.scan.containers.push(Container { parent, key });
        self.open.push(Open { number, is_object, at, items: 0 });
        self.is_due = true;
        true
    }

    fn close(&mut self, at: usize, is_object: bool) {
        let fits = self.open.last().is_some_and(|it| it.is_object == is_object);
        if !fits || self.name.is_some() {
            self.fault(at, "a bracket that closes nothing, or comes too early");
        }
        // A bracket of the wrong kind more likely is a slip than two brackets in one.
        self.name = None;
        self.open.pop();
        self.is_due = false;
    }

    /// The name or the number of the value that begins here.
    fn key(&mut self, at: usize) -> Key<'t> {
        if !self.is_due && self.name.is_none() {
            self.fault(at, "a comma is missing before this");
        }
        self.is_due = false;
        let name = self.name.take();
        let (is_object, nth) = self.open.last_mut().map_or((false, 0), |it| {
            it.items += 1;
            (it.is_object, it.items - 1)
        });
        if is_object && name.is_none() {
            self.fault(at, "a value without a name");
        }
        name.map_or(Key::Number(nth), Key::Name)
    }

    fn string(&mut self, start: usize) {
        let (inside, is_closed) = string(self.text, start);
        self.at = inside.end + usize::from(is_closed);
        if !is_closed {
            self.fault(start, "a string is not closed on its line");
        }
        let waits = self.open.last().is_some_and(|it| it.is_object) && self.name.is_none();
        if waits && self.colon() {
            if !self.is_due {
                self.fault(start, "a comma is missing before this");
            }
            self.name = Some(&self.text[inside]);
        } else {
            self.leaf(start, inside, true);
        }
    }

    /// Passes over the colon after a name; whether there is one.
    fn colon(&mut self) -> bool {
        let rest = &self.text[self.at..];
        let colon = rest.len() - rest.trim_start().len();
        let is_there = rest[colon..].starts_with(':');
        self.at += if is_there { colon + 1 } else { 0 };
        is_there
    }

    fn word(&mut self, start: usize) {
        let rest = &self.text[start..];
        let ends =
            |c: char| c.is_whitespace() || matches!(c, ',' | ':' | '{' | '}' | '[' | ']' | '"');
        let first = rest.chars().next().map_or(1, char::len_utf8);
        self.at = start + first + rest[first..].find(ends).unwrap_or(rest.len() - first);
        let word = &self.text[start..self.at];
        if matches!(word, "true" | "false" | "null") || word.parse::<f64>().is_ok() {
            self.leaf(start, start..self.at, false);
        } else {
            self.fault(start, "this is no value of JSON");
            self.key(start);
        }
    }

    fn leaf(&mut self, at: usize, inside: Range<usize>, is_string: bool) {
        let container = self.open.last().map_or(0, |it| it.number);
        let key = self.key(at);
        self.scan.leaves.push(Leaf { container, key, inside, is_string });
    }

    fn fault(&mut self, byte: usize, what: impl Into<String>) {
        if self.scan.faults.len() < MOST {
            self.scan.faults.push(Fault::new(byte, what, HELP));
        }
    }

    fn finish(mut self) -> Scan<'t> {
        while let Some(open) = self.open.pop() {
            self.fault(open.at, "a bracket that is never closed");
        }
        self.scan
    }
}

/// The inside of the string that begins at the byte `start`, and whether it ends on its line.
pub(super) fn string(text: &str, start: usize) -> (Range<usize>, bool) {
    let mut bytes = text.bytes().enumerate().skip(start + 1);
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'"' => return (start + 1..at, true),
            b'\n' | b'\r' => return (start + 1..at, false),
            b'\\' if text[at + 1..].starts_with(['\n', '\r']) => {}
            b'\\' => drop(bytes.next()),
            _ => {}
        }
    }
    (start + 1..text.len(), false)
}

#[cfg(test)]
mod tests {
    use super::{Key, Scan};

    fn leaves(text: &str) -> Vec<(String, &str)> {
        let scan = Scan::of(text);
        let key = |key: &Key| match key {
            Key::Name(name) => (*name).to_owned(),
            Key::Number(number) => number.to_string(),
        };
        let path = |it| scan.path(it).iter().map(key).collect::<Vec<_>>().join(".");
        scan.leaves.iter().map(|it| (path(it), &text[it.inside.clone()])).collect()
    }

    fn faults(text: &str) -> Vec<usize> {
        Scan::of(text).faults.into_iter().map(|it| it.byte).collect()
    }

    #[test]
    fn every_leaf_has_its_path() {
        let text = r#"{ "a": "甲", /* , */ "b": {"c": ["乙", 2.5, {"d": "\"丙\""}]}, // "
            "e": null, "f": "丁" }"#;
        let expected = [
            ("a", "甲"),
            ("b.c.0", "乙"),
            ("b.c.1", "2.5"),
            ("b.c.2.d", "\\\"丙\\\""),
            ("e", "null"),
            ("f", "丁"),
        ];
        let found = leaves(text);
        let found: Vec<(&str, &str)> =
            found.iter().map(|(path, it)| (path.as_str(), *it)).collect();
        assert_eq!(found, expected);
        assert!(faults(text).is_empty());
        assert_eq!(leaves("\"一\""), [("0".to_owned(), "一")]);
    }

    #[test]
    fn broken_files_are_read_on() {
        let text = "{\"a\": \"甲\n \"b\": \"乙\" \"c\": 丙, \"d\": [\"丁\"}, \"e\": \"戊\"}";
        let found = leaves(text);
        let found: Vec<(&str, &str)> =
            found.iter().map(|(path, it)| (path.as_str(), *it)).collect();
        assert_eq!(found, [("a", "甲"), ("b", "乙"), ("d.0", "丁"), ("e", "戊")]);
        assert!(faults(text).contains(&6), "{:?}", faults(text));
        assert_eq!(faults(&"[".repeat(1000)).len(), 257);
        assert_eq!(faults("{\"a\": }"), [6]);
    }
}
