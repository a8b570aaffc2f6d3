//! Fluent: messages, terms and their attributes; each variant of a selector is a text of its own.

use super::path::joined;
use crate::formats::fault::Catalogue;
use crate::formats::gather::Gather;
use crate::text::{Role, Segment, Text};
use fluent_syntax::ast::{
    Attribute, Comment, Entry, Expression, Pattern, PatternElement, VariantKey,
};

/// Braces that may stand inside each other: the parser takes a step down for each.
const DEEPEST: usize = 64;

const HELP: &str = "the file is not well-formed Fluent; the other messages are checked";

/// The units of a file.
pub(in crate::formats) fn read(text: &str) -> Catalogue {
    let mut found = Catalogue::default();
    if let Some(at) = too_deep(text) {
        found.fault(at, format!("more than {DEEPEST} braces inside each other"), "mend the file");
        return found;
    }
    let resource = fluent_syntax::parser::parse(text).unwrap_or_else(|(resource, errors)| {
        for error in errors {
            found.fault(error.pos.start, format!("not Fluent: {}", error.kind), HELP);
        }
        resource
    });
    let mut reader = Reader { text, found };
    for entry in &resource.body {
        match entry {
            Entry::Message(it) => {
                let (name, notes) = (it.id.name, notes(it.comment.as_ref()));
                let first = reader.found.paragraphs.len();
                reader.entry(name, name, it.value.as_ref(), &it.attributes, &notes);
                reader.note(it.comment.as_ref(), first);
            }
            Entry::Term(it) => {
                let (id, notes) = (format!("-{}", it.id.name), notes(it.comment.as_ref()));
                let first = reader.found.paragraphs.len();
                reader.entry(&id, it.id.name, Some(&it.value), &it.attributes, &notes);
                reader.note(it.comment.as_ref(), first);
            }
            Entry::Comment(it) | Entry::GroupComment(it) | Entry::ResourceComment(it) => {
                reader.note(Some(it), reader.found.paragraphs.len());
            }
            Entry::Junk { .. } => {}
        }
    }
    reader.found
}

/// The byte at which braces stand too deep. A line that begins with no space begins an entry.
fn too_deep(text: &str) -> Option<usize> {
    let (mut depth, mut starts_line) = (0_usize, true);
    for (at, byte) in text.bytes().enumerate() {
        depth = match byte {
            b'{' => depth + 1,
            b'}' => depth.saturating_sub(1),
            _ if starts_line && byte.is_ascii_alphabetic() => 0,
            _ => depth,
        };
        if depth > DEEPEST {
            return Some(at);
        }
        starts_line = byte == b'\n';
    }
    None
}

fn notes(comment: Option<&Comment<&str>>) -> Vec<String> {
    comment.map(|it| it.content.join("\n")).into_iter().collect()
}

struct Reader<'t> {
    text: &'t str,
    found: Catalogue,
}

/// A pattern with its name and the byte of the file that it cannot begin before.
type Named<'p, 't> = (String, usize, &'p Pattern<&'t str>);

impl<'t> Reader<'t> {
    /// Takes a comment in about the units from the one of this number on.
    fn note(&mut self, comment: Option<&Comment<&'t str>>, first: usize) {
        for line in comment.into_iter().flat_map(|it| &it.content) {
            let start = self.place(line);
            self.found.note(self.text, start..start + line.len(), first);
        }
    }

    fn entry(
        &mut self,
        id: &str,
        name: &'t str,
        value: Option<&Pattern<&'t str>>,
        attributes: &[Attribute<&'t str>],
        notes: &[String],
    ) {
        let own = value.map(|it| (joined([id]), self.after(name, '='), it));
        let attribute =
            |it: &Attribute<&'t str>| (joined([id, it.id.name]), self.after(it.id.name, '='));
        let more = attributes.iter().map(|it| (attribute(it), &it.value));
        let more = more.map(|((id, start), it)| (id, start, it));
        let mut waiting: Vec<Named<'_, 't>> = own.into_iter().chain(more).collect();
        waiting.reverse();
        while let Some((id, start, pattern)) = waiting.pop() {
            let variants = self.variants(&id, pattern);
            // What is nothing but a selector has no text beside its variants.
            if variants.is_empty() || pattern.elements.len() > 1 {
                let (target, notes) = (self.target(start, pattern), notes.to_vec());
                self.found.add(Segment { id: Some(id), target, notes, ..Segment::default() });
            }
            waiting.extend(variants.into_iter().rev());
        }
    }

    /// The variants of all selectors in a pattern.
    fn variants<'p>(&self, id: &str, pattern: &'p Pattern<&'t str>) -> Vec<Named<'p, 't>> {
        let mut found = vec![];
        for element in &pattern.elements {
            let PatternElement::Placeable { expression: Expression::Select { variants, .. } } =
                element
            else {
                continue;
            };
            for variant in variants {
                let (VariantKey::Identifier { name: key }
                | VariantKey::NumberLiteral { value: key }) = variant.key;
                let id = joined([format!("{id}[{key}]")]);
                found.push((id, self.after(key, ']'), &variant.value));
            }
        }
        found
    }

    fn target(&self, start: usize, pattern: &Pattern<&'t str>) -> Text {
        let mut at = start;
        let mut gather = Gather::from(start + leading_space(&self.text[start..]));
        let mut rest = pattern.elements.as_slice();
        while let Some((element, after)) = rest.split_first() {
            match element {
                PatternElement::TextElement { value } => {
                    let place = self.place(value);
                    gather.copy_lines(value, place);
                    at = place + value.len();
                }
                PatternElement::Placeable { .. } => {
                    let limit = after.iter().find_map(text_of).map(|it| self.place(it));
                    at = self.placeable(&mut gather, at, limit.unwrap_or(self.text.len()));
                }
            }
            rest = after;
        }
        gather.finish()
    }

    /// Puts the placeable down that stands between two bytes; gives the byte after it.
    fn placeable(&self, gather: &mut Gather, from: usize, limit: usize) -> usize {
        let between = self.text.get(from..limit).unwrap_or_default();
        let Some(open) = between.find('{') else { return from };
        let end = from + open + placeable_length(&between[open..]);
        let id = self.text[from + open..end].trim_matches(['{', '}', ' ']).to_owned();
        gather.inline(Role::Placeholder, Some(id), self.text, from + open..end);
        end
    }

    /// Where a part of the file stands in it.
    fn place(&self, part: &str) -> usize {
        (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize).min(self.text.len())
    }

    /// The byte after the first `mark` that follows a part of the file.
    fn after(&self, part: &str, mark: char) -> usize {
        let end = self.place(part) + part.len();
        self.text[end..].find(mark).map_or(end, |at| end + at + 1)
    }
}

fn text_of<'t>(element: &PatternElement<&'t str>) -> Option<&'t str> {
    match element {
        PatternElement::TextElement { value } => Some(value),
        PatternElement::Placeable { .. } => None,
    }
}

fn leading_space(text: &str) -> usize {
    text.len() - text.trim_start().len()
}

/// How long the placeable is that a text begins with. A brace in a string is none.
fn placeable_length(text: &str) -> usize {
    let mut depth = 0_usize;
    let mut bytes = text.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'{' if text[at + 1..].trim_start().starts_with('"') => {
                depth += 1;
                bytes.by_ref().find(|(_, byte)| *byte == b'"');
                while bytes.next().is_some_and(|(_, byte)| byte != b'"') {}
            }
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    text.len()
}
