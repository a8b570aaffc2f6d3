use super::flat::Flat;
use super::tags;
use crate::formats::pieces::Pieces;
use crate::text::{Role, Text};
use pulldown_cmark::{BrokenLink, Event, LinkType, Options, Parser, Tag, TagEnd};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// A stretch of a block's text that is not copied.
#[derive(Debug)]
pub(super) struct Mark {
    pub(super) at: Range<usize>,
    pub(super) what: What,
}

#[derive(Debug)]
pub(super) enum What {
    Inline(Role),
    /// A tag of HTML, which is an element if it has its other half.
    Tag,
    /// It stands for these characters.
    Characters(String),
    /// It is no part of the text: a backslash.
    Nothing,
}

/// The marks of a block's text in order, some of them inside others, and the words of its pictures.
pub(super) fn marks(flat: &Flat, names: &FxHashSet<String>) -> (Vec<Mark>, Vec<Text>) {
    let mut reader = Reader { flat, marks: vec![], inside: vec![], done: 0, skip: 0 };
    let mut pictures = vec![];
    // Most text has no mark at all.
    if flat.text.contains(['*', '_', '`', '[', '<', '&', '\\', '~']) {
        reader.read(names, &mut pictures);
        tags::marry(&flat.text, &mut reader.marks);
    }
    reader.marks.retain(|it| !matches!(it.what, What::Tag));
    (reader.marks, pictures)
}

/// Reads the marks of a text.
struct Reader<'f, 't> {
    flat: &'f Flat<'t>,
    marks: Vec<Mark>,
    /// Of each link that is open, whether it is whole.
    inside: Vec<bool>,
    /// The byte after the last words or the last mark.
    done: usize,
    /// What stands before this byte is a part of an element that is taken as a whole.
    skip: usize,
}

impl Reader<'_, '_> {
    fn read(&mut self, names: &FxHashSet<String>, pictures: &mut Vec<Text>) {
        let known = |link: BrokenLink| {
            let is_known = names.contains(&link.reference.to_lowercase());
            is_known.then(|| ("#".into(), "".into()))
        };
        let flat = self.flat;
        let options = Options::ENABLE_STRIKETHROUGH;
        let parser = Parser::new_with_broken_link_callback(&flat.text, options, Some(known));
        let mut picture = Pieces::of(flat.raw);
        for (event, at) in parser.into_offset_iter() {
            if at.start < self.skip {
                match event {
                    Event::Text(_) | Event::Code(_) => flat.copy(&mut picture, at),
                    Event::End(TagEnd::Image) => pictures.extend(picture.take()),
                    _ => {}
                }
                continue;
            }
            self.event(event, &at);
        }
    }

    fn event(&mut self, event: Event, at: &Range<usize>) {
        let text = &self.flat.text;
        // One tilde alone stands between two numbers more often than it strikes words out.
        let is_tilde = text[at.clone()].starts_with('~') && !text[at.clone()].starts_with("~~");
        match event {
            Event::Start(Tag::Strikethrough) | Event::End(TagEnd::Strikethrough) if is_tilde => {}
            Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => {
                let length = edge(&text[at.clone()], &event);
                self.mark(at.start..at.start + length, What::Inline(Role::Open));
            }
            Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => {
                let length = edge(&text[at.clone()], &event);
                self.mark(at.end - length..at.end, What::Inline(Role::Close));
            }
            Event::Start(Tag::Link { link_type, dest_url, .. }) => {
                self.link(at, link_type, &dest_url);
            }
            Event::End(TagEnd::Link) => self.link_end(at),
            Event::Start(Tag::Image { .. }) => self.whole(at, Role::Placeholder),
            Event::Code(_) => self.whole(at, Role::Code),
            Event::InlineHtml(_) => self.mark(at.clone(), What::Tag),
            Event::Text(words) => {
                let is_escaped = self.done < at.start && text[..at.start].ends_with('\\');
                if is_escaped {
                    self.mark(at.start - 1..at.start, What::Nothing);
                }
                if text[at.clone()] != *words {
                    self.mark(at.clone(), What::Characters(words.into_string()));
                }
                self.done = at.end;
            }
            Event::HardBreak if text[at.clone()].starts_with('\\') => {
                self.mark(at.start..at.start + 1, What::Nothing);
            }
            _ => {}
        }
    }

    fn mark(&mut self, at: Range<usize>, what: What) {
        self.done = self.done.max(at.end);
        self.marks.push(Mark { at, what });
    }

    fn whole(&mut self, at: &Range<usize>, role: Role) {
        self.skip = at.end;
        self.mark(at.clone(), What::Inline(role));
    }

    fn link(&mut self, at: &Range<usize>, kind: LinkType, address: &str) {
        if matches!(kind, LinkType::Autolink | LinkType::Email) {
            if address.is_ascii() {
                self.whole(at, Role::Code);
            }
            return;
        }
        let is_whole = is_sound(address);
        self.inside.push(is_whole);
        if is_whole {
            self.mark(at.start..at.start + 1, What::Inline(Role::Open));
        }
    }

    fn link_end(&mut self, at: &Range<usize>) {
        let is_whole = self.inside.pop().unwrap_or_default();
        let from = self.done.clamp(at.start, at.end);
        let close = self.flat.text[from..at.end].find(']');
        if let Some(close) = close.filter(|_| is_whole) {
            self.mark(from + close..at.end, What::Inline(Role::Close));
        }
    }
}

/// How long the marks at the edges of an emphasis are.
fn edge(text: &str, event: &Event) -> usize {
    let is_strong = matches!(event, Event::Start(Tag::Strong) | Event::End(TagEnd::Strong));
    if is_strong || text.starts_with("~~") { 2 } else { 1 }
}

/// Whether nothing is wrong with the target of a link: one on the web is in ASCII, and the name of a
/// file may be in any script, but has no Chinese marks.
fn is_sound(address: &str) -> bool {
    let is_fine = |c: char| c.is_ascii_graphic() || c.is_alphanumeric();
    if address.contains("://") {
        address.bytes().all(|it| it.is_ascii_graphic())
    } else {
        address.chars().all(is_fine)
    }
}
