//! gettext's PO, line by line.
//!
//! Obsolete entries (`#~`) and previous sources (`#|`) are no translations and are passed over.
//! A line that is none of PO is named, and its entry is read without it.

use super::escape::{json, unescape};
use super::fault::Catalogue;
use super::gather::Gather;
use crate::text::{Plural, Segment, State, Text, Variant, line_ranges};
use std::ops::Range;

/// The units of a catalogue.
pub(super) fn read(text: &str) -> Catalogue {
    let (found, entry) = (Catalogue::default(), Entry::default());
    let mut reader = Reader { text, found, entry, variant: None, forms: None };
    for line in line_ranges(text) {
        reader.line(line);
    }
    reader.close();
    let variant = reader.variant;
    for segment in reader.found.paragraphs.iter_mut().flat_map(|it| &mut it.segments) {
        segment.variant = variant;
        if let Some(plural) = &mut segment.plural {
            plural.declared = reader.forms;
        }
    }
    reader.found
}

struct Reader<'t> {
    text: &'t str,
    found: Catalogue,
    entry: Entry,
    /// What the header declares.
    variant: Option<Variant>,
    /// How many plural forms the header says that there are.
    forms: Option<u32>,
}

/// An entry that is being read.
#[derive(Default)]
struct Entry {
    notes: Vec<String>,
    /// Where the notes stand.
    comments: Vec<Range<usize>>,
    is_fuzzy: bool,
    max_length: Option<u32>,
    context: Option<Gather>,
    source: Option<Gather>,
    plural: Option<Gather>,
    targets: Vec<Gather>,
    last: Last,
}

/// The string that a line of nothing but a string goes on with.
#[derive(Clone, Copy, Default, PartialEq)]
enum Last {
    #[default]
    None,
    Context,
    Source,
    Plural,
    Target,
}

const SHAPE: &str =
    "PO has comments (#), msgctxt, msgid, msgid_plural, msgstr and strings in quotes";

impl Reader<'_> {
    fn line(&mut self, line: Range<usize>) {
        let text = self.text[line.clone()].trim_ascii();
        let at = line.start + (line.len() - self.text[line.clone()].trim_ascii_start().len());
        if text.is_empty() {
            self.close();
        } else if let Some(comment) = text.strip_prefix('#') {
            self.comment(comment, line);
        } else if text.starts_with('"') {
            self.string(at, text);
        } else {
            self.keyword(at, text);
        }
    }

    fn comment(&mut self, comment: &str, line: Range<usize>) {
        if comment.starts_with(['~', '|', ':']) {
            return;
        }
        self.close_if(self.entry.last == Last::Target);
        if let Some(flags) = comment.strip_prefix(',') {
            flags.split(',').for_each(|flag| self.entry.flag(flag.trim()));
        } else {
            let note = comment.strip_prefix('.').unwrap_or(comment).trim();
            self.entry.notes.extend((!note.is_empty()).then(|| note.to_owned()));
            self.entry.comments.push(line);
        }
    }

    fn keyword(&mut self, at: usize, text: &str) {
        let end = text.find(|c: char| c == '"' || c.is_whitespace()).unwrap_or(text.len());
        let (word, rest) = text.split_at(end);
        let string = rest.trim_ascii_start();
        let start = at + text.len() - string.len();
        self.close_if(matches!(word, "msgctxt" | "msgid") && self.entry.last == Last::Target);
        let inside = Gather::from(start + usize::from(string.starts_with('"')));
        match word {
            "msgctxt" => self.entry.context = Some(inside),
            "msgid" => self.entry.source = Some(inside),
            "msgid_plural" => self.entry.plural = Some(inside),
            _ if word == "msgstr" || word.starts_with("msgstr[") => self.entry.targets.push(inside),
            _ => return self.found.fault(at, format!("`{word}` is no word of PO"), SHAPE),
        }
        self.entry.last = match word {
            "msgctxt" => Last::Context,
            "msgid" => Last::Source,
            "msgid_plural" => Last::Plural,
            _ => Last::Target,
        };
        self.string(start, string);
    }

    /// Goes on with the string that begins at this byte.
    fn string(&mut self, at: usize, text: &str) {
        let Some(length) = string_length(text) else {
            return self.found.fault(at, "a string is not closed, or not opened", SHAPE);
        };
        if length < text.len() {
            self.found.fault(at + length, "text goes on after a closing quotation mark", SHAPE);
        }
        let inside = &text[1..length - 1];
        match self.entry.open() {
            Some(gather) => unescape(gather, inside, at + 1, json),
            None => self.found.fault(at, "a string that belongs to no entry", SHAPE),
        }
    }

    fn close_if(&mut self, is_over: bool) {
        if is_over {
            self.close();
        }
    }

    fn close(&mut self) {
        let mut entry = std::mem::take(&mut self.entry);
        let (comments, first) = (std::mem::take(&mut entry.comments), self.found.paragraphs.len());
        if entry.is_header() {
            let header = entry.targets.into_iter().next().map(Gather::finish);
            self.variant = header.as_ref().and_then(|it| declared(it.as_str()));
            self.forms = header.as_ref().and_then(|it| plural_forms(it.as_str()));
        } else {
            self.found.add_all(entry.segments());
        }
        for comment in comments {
            self.found.note(self.text, comment, first);
        }
    }
}

impl Entry {
    fn flag(&mut self, flag: &str) {
        self.is_fuzzy |= flag == "fuzzy";
        if let Some(most) = flag.strip_prefix("max-length:") {
            self.max_length = most.trim().parse().ok();
        }
    }

    fn open(&mut self) -> Option<&mut Gather> {
        match self.last {
            Last::None => None,
            Last::Context => self.context.as_mut(),
            Last::Source => self.source.as_mut(),
            Last::Plural => self.plural.as_mut(),
            Last::Target => self.targets.last_mut(),
        }
    }

    fn is_header(&self) -> bool {
        self.context.is_none() && self.source.as_ref().is_some_and(Gather::is_empty)
    }

    /// The only form of a language without plural forms is that of many.
    fn segments(self) -> Vec<Segment> {
        let id = self.context.map(|it| it.finish().as_str().to_owned());
        let (source, plural) = (self.source.map(Gather::finish), self.plural.map(Gather::finish));
        let forms = Plural::all(self.targets.len());
        let of = |(form, target): (Plural, Gather)| {
            let target = target.finish();
            let one = if form.nth == 0 && form.forms > 1 { &source } else { &plural };
            Segment {
                id: id.clone(),
                context: id.clone(),
                source: one.as_ref().or(source.as_ref()).cloned(),
                state: Some(state(&target, self.is_fuzzy)),
                target,
                max_length: self.max_length,
                notes: self.notes.clone(),
                plural: plural.as_ref().map(|_| form),
                ..Segment::default()
            }
        };
        forms.zip(self.targets).map(of).collect()
    }
}

fn state(target: &Text, is_fuzzy: bool) -> State {
    match (target.as_str().is_empty(), is_fuzzy) {
        (true, _) => State::Untranslated,
        (false, true) => State::Draft,
        (false, false) => State::Translated,
    }
}

/// How long the string is that a text begins with, its quotation marks included.
fn string_length(text: &str) -> Option<usize> {
    let mut bytes = text.bytes().enumerate();
    bytes.next().filter(|(_, it)| *it == b'"')?;
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' => drop(bytes.next()),
            b'"' => return Some(at + 1),
            _ => {}
        }
    }
    None
}

/// The language that a header names.
fn declared(header: &str) -> Option<Variant> {
    let language = header.lines().find_map(|line| line.strip_prefix("Language:"))?;
    language.trim().parse().ok()
}

/// How many plural forms a header says that there are.
fn plural_forms(header: &str) -> Option<u32> {
    let forms = header.lines().find_map(|line| line.strip_prefix("Plural-Forms:"))?;
    let count = forms.split_once("nplurals")?.1.trim_start().strip_prefix('=')?.trim_start();
    count.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::text::{Segment, State, Variant};

    fn segments(text: &str) -> Vec<Segment> {
        read(text).paragraphs.into_iter().flat_map(|it| it.segments).collect()
    }

    fn faults(text: &str) -> Vec<(usize, String)> {
        read(text).faults.into_iter().map(|it| (it.byte, it.what)).collect()
    }

    #[test]
    fn an_entry_has_all_its_parts() {
        let text = "msgid \"\"\nmsgstr \"\"\n\"Language: zh_TW\\n\"\n\n# 註\n#. 說明\n#: a.c:1\n#, c-format, fuzzy, max-length:12\n#| msgid \"old\"\nmsgctxt \"menu\"\nmsgid \"\"\n\"Open \"\n\"\\\"it\\\"\\n\"\nmsgstr \"打開\\\"它\\\"\\n\"\n";
        let found = segments(text);
        assert_eq!(found.len(), 1);
        let it = &found[0];
        assert_eq!(it.id.as_deref(), Some("menu"));
        assert_eq!(it.source.as_ref().map(crate::text::Text::as_str), Some("Open \"it\"\n"));
        assert_eq!(it.target.as_str(), "打開\"它\"\n");
        assert_eq!((it.state, it.max_length), (Some(State::Draft), Some(12)));
        assert_eq!((it.variant, it.notes.len()), (Some(Variant::HantTw), 2));
    }

    #[test]
    fn plurals_and_neighbours_and_what_is_gone() {
        let text = "msgid \"%d day\"\nmsgid_plural \"%d days\"\nmsgstr[0] \"%d 天\"\nmsgid \"a\"\nmsgstr \"\"\n#~ msgid \"b\"\n#~ msgstr \"乙\"\nmsgid \"one\"\nmsgid_plural \"many\"\nmsgstr[0] \"一\"\nmsgstr[1] \"多\"\n";
        let found = segments(text);
        let source = |it: &Segment| it.source.as_ref().map(|it| it.as_str().to_owned());
        let sources: Vec<_> = found.iter().filter_map(source).collect();
        assert_eq!(sources, ["%d days", "a", "one", "many"]);
        assert_eq!(found[1].state, Some(State::Untranslated));
    }

    #[test]
    fn what_is_no_po_is_named_and_the_rest_is_read() {
        let text = "msgid \"a\"\nmsgstr \"甲\n\"乙\"\nmgstr \"丙\"\n\n\"丁\"\nmsgid \"b\"\nmsgstr \"戊\" x";
        let found: Vec<String> =
            segments(text).iter().map(|it| it.target.as_str().to_owned()).collect();
        assert_eq!(found, ["乙", "戊"]);
        let said: Vec<usize> = faults(text).into_iter().map(|it| it.0).collect();
        let at = |part: &str| text.find(part).expect("is there");
        assert_eq!(said, [at("\"甲"), at("mgstr"), at("\"丁"), at(" x")]);
    }
}
