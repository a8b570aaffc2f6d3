//! The text inside an element, with its inline elements.

use super::element::Element;
use super::tree::{Kind, Node, Tree};
use crate::formats::gather::Gather;
use crate::text::{Role, Text};
use std::ops::Range;

/// What an element inside a text is to the text.
pub(super) enum Markup {
    /// Its two tags are inline elements, and what is between them is text.
    Pair,
    /// The whole of it is one inline element.
    Whole(Role),
    /// It stands for this character.
    Character(char),
    /// Only what is between its tags matters.
    Through,
}

/// Puts the characters of a text down, as its format reads them.
pub(super) trait Hand {
    /// A stretch of the file that begins at `start`.
    fn stretch(&mut self, gather: &mut Gather, stretch: &str, start: usize);

    /// A character that stands for `raw`.
    fn character(&mut self, gather: &mut Gather, c: char, raw: Range<usize>) {
        gather.cell(c, raw);
    }

    /// Comes before an inline element, and at the end.
    fn pause(&mut self, _: &mut Gather, _is_end: bool) {}
}

/// Every character stands for itself.
pub(super) struct Plain;

impl Hand for Plain {
    fn stretch(&mut self, gather: &mut Gather, stretch: &str, start: usize) {
        gather.copy_lines(stretch, start);
    }
}

/// The text between the tags of an element.
pub(super) fn text<'a, 't>(of: Element<'a, 't>, markup: Reading<'_, 'a, 't>) -> Text {
    text_by(of, markup, &mut Plain)
}

/// Says what an element inside a text is.
pub(super) type Reading<'f, 'a, 't> = &'f dyn Fn(Element<'a, 't>) -> Markup;

/// The same, its characters put down by a hand.
pub(super) fn text_by<'a, 't>(
    of: Element<'a, 't>,
    markup: Reading<'_, 'a, 't>,
    hand: &mut dyn Hand,
) -> Text {
    let gather = Gather::from(of.inner().start as usize);
    let mut writer = Writer { tree: of.tree, gather, hand, open: vec![] };
    let mut at = of.at + 1;
    while at < of.tree.nodes[of.at].next {
        writer.close_before(at);
        at = writer.node(at, markup);
    }
    writer.close_before(usize::MAX);
    writer.hand.pause(&mut writer.gather, true);
    writer.gather.finish()
}

struct Writer<'a, 't, 'h> {
    tree: &'a Tree<'t>,
    gather: Gather,
    hand: &'h mut dyn Hand,
    /// Elements whose closing tags are still to come.
    open: Vec<usize>,
}

impl<'a, 't> Writer<'a, 't, '_> {
    /// Writes a node down, and says which one comes next.
    fn node(&mut self, at: usize, markup: Reading<'_, 'a, 't>) -> usize {
        let node = &self.tree.nodes[at];
        match node.kind {
            Kind::Element => return self.element(Element { tree: self.tree, at }, markup),
            Kind::Reference => self.reference(node),
            Kind::Text | Kind::CData => {
                let words = &self.tree.text[node.inner.range()];
                self.hand.stretch(&mut self.gather, words, node.inner.start as usize);
            }
        }
        at + 1
    }

    fn element(&mut self, it: Element<'a, 't>, markup: Reading<'_, 'a, 't>) -> usize {
        let node = &self.tree.nodes[it.at];
        match markup(it) {
            Markup::Pair => {
                self.inline(Role::Open, it, node.span.start..node.inner.start);
                self.open.extend((node.inner.end < node.span.end).then_some(it.at));
                return it.at + 1;
            }
            Markup::Through => return it.at + 1,
            Markup::Whole(role) => self.inline(role, it, node.span.start..node.span.end),
            Markup::Character(c) => self.hand.character(&mut self.gather, c, node.span.range()),
        }
        node.next
    }

    fn inline(&mut self, role: Role, it: Element, raw: Range<u32>) {
        self.put(role, id(it), raw.start as usize..raw.end as usize);
    }

    fn close_before(&mut self, at: usize) {
        while let Some(last) =
            self.open.last().copied().filter(|it| self.tree.nodes[*it].next <= at)
        {
            self.open.pop();
            let node = &self.tree.nodes[last];
            let element = Element { tree: self.tree, at: last };
            self.inline(Role::Close, element, node.inner.end..node.span.end);
        }
    }

    /// A character reference stands for its character. An entity that the document declares for
    /// itself is not expanded, whatever it may be.
    fn reference(&mut self, node: &Node) {
        let name = &self.tree.text[node.inner.range()];
        match referred(name) {
            Some(c) => self.hand.character(&mut self.gather, c, node.span.range()),
            None => self.put(Role::Placeholder, Some(name.to_owned()), node.span.range()),
        }
    }

    fn put(&mut self, role: Role, id: Option<String>, raw: Range<usize>) {
        self.hand.pause(&mut self.gather, false);
        self.gather.inline(role, id, self.tree.text, raw);
    }
}

/// The character of a reference: `amp`, `#39`, `#x4e2d`.
pub(in crate::formats) fn referred(name: &str) -> Option<char> {
    let code = |digits, base| u32::from_str_radix(digits, base).ok().and_then(char::from_u32);
    if let Some(number) = name.strip_prefix('#') {
        let hex = number.strip_prefix(['x', 'X']);
        return Some(hex.map_or_else(|| code(number, 10), |it| code(it, 16)).unwrap_or('\u{fffd}'));
    }
    quick_xml::escape::resolve_xml_entity(name).and_then(|it| it.chars().next())
}

/// The name that both halves of a pair and the copy in the source share.
fn id(it: Element) -> Option<String> {
    ["startRef", "rid", "id", "i", "x"].iter().find_map(|name| it.attribute(name))
}
