use super::letters::{Markup, text};
use super::tree::{Kind, Tree};
use crate::text::Span;
use quick_xml::events::BytesStart;
use std::borrow::Cow;

/// An element of a tree.
#[derive(Clone, Copy, Debug)]
pub(in crate::formats) struct Element<'a, 't> {
    pub(in crate::formats) tree: &'a Tree<'t>,
    /// Its number among the nodes.
    pub(in crate::formats) at: usize,
}

impl<'a, 't> Element<'a, 't> {
    /// Its name without a prefix.
    pub(in crate::formats) fn name(self) -> &'t str {
        local(self.full_name())
    }

    pub(in crate::formats) fn full_name(self) -> &'t str {
        let inside = self.tag();
        let end = inside.find(|c: char| c.is_whitespace() || c == '/');
        &inside[..end.unwrap_or(inside.len())]
    }

    /// What stands between the angle brackets of its first tag.
    fn tag(self) -> &'t str {
        let node = &self.tree.nodes[self.at];
        let tag = &self.tree.text[node.span.start as usize..node.inner.start as usize];
        let tag = tag.strip_prefix('<').unwrap_or(tag);
        tag.strip_suffix('>').unwrap_or(tag)
    }

    /// The value of an attribute, by its name with or without a prefix.
    pub(in crate::formats) fn attribute(self, name: &str) -> Option<String> {
        let tag = self.tag();
        let tag = tag.strip_suffix('/').unwrap_or(tag);
        let start = BytesStart::from_content(tag, self.full_name().len());
        let mut all = start.attributes();
        let named = |key: &str| key == name || local(key) == name;
        let found = all.with_checks(false).flatten().find(|it| named(it.key.as_ref()))?;
        let read = quick_xml::escape::unescape(&found.value);
        Some(read.map_or_else(|_| found.value.clone().into_owned(), Cow::into_owned))
    }

    /// Whether an attribute has this value.
    pub(in crate::formats) fn has(self, name: &str, value: &str) -> bool {
        self.attribute(name).is_some_and(|it| it == value)
    }

    /// The value of an attribute of the element, or of the nearest around it that has it.
    pub(in crate::formats) fn inherited(self, name: &str) -> Option<String> {
        self.and_around().find_map(|it| it.attribute(name))
    }

    /// The element and those around it, from the inside.
    pub(in crate::formats) fn and_around(self) -> impl Iterator<Item = Self> {
        let tree = self.tree;
        let outer = move |it: &Self| {
            let at = tree.nodes[it.at].parent?;
            Some(Self { tree, at })
        };
        std::iter::successors(Some(self), outer)
    }

    /// The elements directly inside it.
    pub(in crate::formats) fn children(self) -> impl Iterator<Item = Self> {
        let (tree, end) = (self.tree, self.tree.nodes[self.at].next);
        let mut at = self.at + 1;
        std::iter::from_fn(move || {
            while at < end {
                let node = at;
                at = tree.nodes[node].next;
                if tree.nodes[node].kind == Kind::Element {
                    return Some(Self { tree, at: node });
                }
            }
            None
        })
    }

    /// The first element of this name directly inside it.
    pub(in crate::formats) fn child(self, name: &str) -> Option<Self> {
        self.children().find(|it| it.name() == name)
    }

    /// Those of this name directly inside it.
    pub(in crate::formats) fn all<'n>(
        self,
        name: &'n str,
    ) -> impl Iterator<Item = Self> + use<'a, 't, 'n> {
        self.children().filter(move |it| it.name() == name)
    }

    /// All of it.
    pub(in crate::formats) fn span(self) -> Span {
        self.tree.nodes[self.at].span
    }

    /// Where what is between its tags stands.
    pub(in crate::formats) fn inner(self) -> Span {
        self.tree.nodes[self.at].inner
    }

    /// Its words as plain text, for names and notes.
    pub(in crate::formats) fn words(self) -> Option<String> {
        let words = text(self, &|_| Markup::Through);
        let words = words.as_str().trim();
        (!words.is_empty()).then(|| words.to_owned())
    }
}

fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}
