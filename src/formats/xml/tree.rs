use super::element::Element;
use crate::formats::fault::Fault;
use crate::text::{Remark, Span};
use quick_xml::events::Event;
use quick_xml::reader::Reader;
use std::ops::Range;

/// Elements that may stand inside each other; no format needs more than a dozen.
const DEEPEST: usize = 256;

/// So many faults are kept; a file with more is no XML.
const MOST: usize = 10_000;

/// What an XML file holds, each node with its place, in the order of the file.
///
/// A file that is not well-formed is read as far as it can be: what is wrong is noted, and reading
/// goes on behind it. Entities that a document declares for itself are not expanded.
#[derive(Debug)]
pub(in crate::formats) struct Tree<'t> {
    pub(in crate::formats) text: &'t str,
    pub(in crate::formats) nodes: Vec<Node>,
    pub(in crate::formats) faults: Vec<Fault>,
    /// The comments that may speak to us.
    pub(in crate::formats) comments: Vec<Range<usize>>,
}

#[derive(Debug)]
pub(in crate::formats) struct Node {
    pub(in crate::formats) kind: Kind,
    /// All of it, the tags of an element too.
    pub(in crate::formats) span: Span,
    /// What stands between the tags of an element, or in the brackets of a CDATA section.
    pub(in crate::formats) inner: Span,
    /// The number of the element that holds it.
    pub(in crate::formats) parent: Option<usize>,
    /// The number of the next node that it does not hold.
    pub(in crate::formats) next: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::formats) enum Kind {
    Element,
    Text,
    CData,
    Reference,
}

impl<'t> Tree<'t> {
    pub(in crate::formats) fn of(text: &'t str) -> Self {
        let tree = Self { text, nodes: vec![], faults: vec![], comments: vec![] };
        let mut builder = Builder { tree, open: vec![], patience: 65_536 + 4 * text.len() };
        let mut at = 0;
        while let Some(again) = builder.read_from(at) {
            at = again;
        }
        builder.finish()
    }

    /// Every element, in the order of the file.
    pub(in crate::formats) fn elements(&self) -> impl Iterator<Item = Element<'_, 't>> {
        let all = self.nodes.iter().enumerate();
        all.filter(|(_, it)| it.kind == Kind::Element).map(|(at, _)| Element { tree: self, at })
    }

    /// Every element of this name.
    pub(in crate::formats) fn named<'n>(
        &'n self,
        name: &'n str,
    ) -> impl Iterator<Item = Element<'n, 't>> {
        self.elements().filter(move |it| it.name() == name)
    }
}

struct Builder<'t> {
    tree: Tree<'t>,
    /// The elements that are still open, from the outermost.
    open: Vec<usize>,
    /// So many bytes more may be read in vain, where a tag runs on and on.
    patience: usize,
}

const WELL_FORMED: &str = "the file is not well-formed XML; what could be read of it is checked";

impl<'t> Builder<'t> {
    /// Reads on from a byte; where the text is no XML, says from which byte to read again.
    fn read_from(&mut self, from: usize) -> Option<usize> {
        let mut reader = Reader::from_str(&self.tree.text[from..]);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.allow_unmatched_ends = true;
        config.allow_dangling_amp = true;
        loop {
            let start = from + position(reader.buffer_position());
            let event = reader.read_event();
            let end = from + position(reader.buffer_position());
            let torn = match event {
                Ok(Event::Eof) => return None,
                Ok(event) => self.event(&event, start, end),
                Err(error) => {
                    self.fault(start, format!("not XML: {error}"));
                    Some(start + 1)
                }
            };
            if self.open.len() > DEEPEST {
                return None;
            }
            if let Some(after) = torn {
                self.patience = self.patience.checked_sub(end - start)?;
                return self.resume(start, after);
            }
        }
    }

    /// What stands before the next tag after something torn is text.
    fn resume(&mut self, start: usize, after: usize) -> Option<usize> {
        let rest = self.tree.text.get(after..)?;
        let next = rest.find('<').map_or(self.tree.text.len(), |at| after + at);
        self.leaf(Kind::Text, start..next, 0, 0);
        (next < self.tree.text.len()).then_some(next)
    }

    /// Takes an event in; a tag that runs into the next one is torn at the byte that is returned.
    fn event(&mut self, event: &Event, start: usize, end: usize) -> Option<usize> {
        match event {
            Event::Start(_) | Event::Empty(_) | Event::End(_) => {
                if let Some(at) = self.tree.text[start + 1..end].find('<') {
                    self.fault(start, "this tag is not closed");
                    return Some(start + 1 + at);
                }
                match event {
                    Event::Start(_) => self.start(start, end),
                    Event::Empty(_) => self.empty(start, end),
                    _ => self.end(start, end),
                }
            }
            Event::Text(_) => self.letters(start, end),
            Event::CData(_) => self.leaf(Kind::CData, start..end, "<![CDATA[".len(), "]]>".len()),
            Event::Comment(it) if it.contains(Remark::MARK) => self.tree.comments.push(start..end),
            Event::GeneralRef(_) => self.leaf(Kind::Reference, start..end, 1, 1),
            _ => {}
        }
        None
    }

    fn letters(&mut self, start: usize, end: usize) {
        let stray = self.tree.text[start..end].find('&');
        if let Some(at) = stray.filter(|_| !self.open.is_empty()) {
            self.fault(start + at, "`&` begins no entity: write &amp;");
        }
        self.leaf(Kind::Text, start..end, 0, 0);
    }

    fn leaf(&mut self, kind: Kind, span: Range<usize>, before: usize, after: usize) {
        let inner = span.start + before..(span.end - after).max(span.start + before);
        self.push(kind, span.into(), inner.into());
    }

    fn push(&mut self, kind: Kind, span: Span, inner: Span) {
        let parent = self.open.last().copied();
        let next = self.tree.nodes.len() + 1;
        self.tree.nodes.push(Node { kind, span, inner, parent, next });
    }

    fn empty(&mut self, start: usize, end: usize) {
        self.push(Kind::Element, Span::from(start..end), Span::from(end..end));
    }

    fn start(&mut self, start: usize, end: usize) {
        self.empty(start, end);
        self.open.push(self.tree.nodes.len() - 1);
        if self.open.len() > DEEPEST {
            self.fault(start, format!("more than {DEEPEST} elements inside each other"));
        }
    }

    fn end(&mut self, start: usize, end: usize) {
        let name = self.tree.text[start..end].trim_matches(['<', '/', '>', ' ', '\n', '\r', '\t']);
        let is_named = |at: &usize| Element { tree: &self.tree, at: *at }.full_name() == name;
        let Some(depth) = self.open.iter().rposition(is_named) else {
            self.fault(start, format!("`</{name}>` closes nothing"));
            return;
        };
        self.leave_open(depth + 1, start);
        self.close(start, end);
    }

    /// Closes the innermost element with the tag at these bytes.
    fn close(&mut self, start: usize, end: usize) {
        let next = self.tree.nodes.len();
        if let Some(at) = self.open.pop() {
            let (inner, whole) = (Span::from(start..start), Span::from(end..end));
            let node = &mut self.tree.nodes[at];
            (node.inner.end, node.span.end, node.next) = (inner.start, whole.end, next);
        }
    }

    /// Closes the elements of this depth and deeper at a byte, where their own tags are missing.
    fn leave_open(&mut self, depth: usize, byte: usize) {
        while self.open.len() > depth {
            let at = self.open[self.open.len() - 1];
            let element = Element { tree: &self.tree, at };
            let what = format!("`<{}>` is never closed", element.full_name());
            self.fault(element.span().start as usize, what);
            self.close(byte, byte);
        }
    }

    fn fault(&mut self, byte: usize, what: impl Into<String>) {
        if self.tree.faults.len() < MOST {
            self.tree.faults.push(Fault::new(byte, what, WELL_FORMED));
        }
    }

    fn finish(mut self) -> Tree<'t> {
        self.leave_open(0, self.tree.text.len());
        self.tree
    }
}

fn position(byte: u64) -> usize {
    usize::try_from(byte).expect("a text over 4 GiB was refused")
}

#[cfg(test)]
mod tests {
    use super::{Element, Tree};

    fn outline(text: &str) -> Vec<String> {
        let tree = Tree::of(text);
        let inside = |it: Element| text[it.inner().range()].to_owned();
        tree.elements().map(|it| format!("{}={}", it.name(), inside(it))).collect()
    }

    fn faults(text: &str) -> Vec<(usize, String)> {
        let all = Tree::of(text).faults;
        all.into_iter().map(|it| (it.byte, it.what)).collect()
    }

    #[test]
    fn elements_have_their_places() {
        let text = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e \"x\">]><a><x:b c='>'>甲&e;</x:b ><d/></a>";
        assert_eq!(outline(text), ["a=<x:b c='>'>甲&e;</x:b ><d/>", "b=甲&e;", "d="]);
        assert_eq!(faults(text), []);
    }

    #[test]
    fn what_is_not_closed_is_named_and_the_rest_is_read() {
        let text = "<a><b>甲</a><c>乙</c></d>";
        assert_eq!(outline(text), ["a=<b>甲", "b=甲", "c=乙"]);
        let said = [(3, "`<b>` is never closed".to_owned()), (21, "`</d>` closes nothing".into())];
        assert_eq!(faults(text).len(), 2);
        assert_eq!(faults(text)[0], said[0]);
        assert!(faults(text)[1].1 == said[1].1);
        assert_eq!(outline("<a><b 甲</b><c>乙</c></a>"), ["a=<b 甲</b><c>乙</c>", "c=乙"]);
        assert_eq!(outline("<a><c>乙</c><!-- 丙</a>"), ["a=<c>乙</c><!-- 丙", "c=乙"]);
        assert_eq!(outline("<a>甲 & 乙</a>"), ["a=甲 & 乙"]);
        assert_eq!(faults("<a>甲 & 乙</a>")[0].0, 7);
    }

    #[test]
    fn hostile_files_end_soon() {
        let deep = "<a>".repeat(100_000);
        assert!(faults(&deep)[0].1.starts_with("more than 256"));
        assert!(Tree::of(&deep).nodes.len() < 300);
        let torn = "<".repeat(100_000) + ">";
        assert!(faults(&torn).len() <= 10_000);
    }
}
