//! Elements of XML, one a line. What XML has no place for is shown, never sent.

use crate::error::{visible, visible_lines};
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::io::{self, Write};

/// An element's start with its attributes.
pub(super) fn tag<'v>(
    name: &'static str,
    attributes: impl IntoIterator<Item = (&'static str, &'v str)>,
) -> BytesStart<'static> {
    let mut tag = BytesStart::new(name);
    for (key, value) in attributes {
        tag.push_attribute((key, visible(value).as_str()));
    }
    tag
}

/// Writes elements.
pub(super) struct Tags<'w>(quick_xml::Writer<&'w mut dyn Write>);

impl<'w> Tags<'w> {
    pub(super) fn new(out: &'w mut dyn Write) -> Self {
        Self(quick_xml::Writer::new(out))
    }

    /// What a file of XML begins with.
    pub(super) fn head(&mut self) -> io::Result<()> {
        self.line(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))
    }

    pub(super) fn open(&mut self, tag: BytesStart) -> io::Result<()> {
        self.line(Event::Start(tag))
    }

    pub(super) fn close(&mut self, name: &str) -> io::Result<()> {
        self.line(Event::End(BytesEnd::new(name)))
    }

    pub(super) fn empty(&mut self, tag: BytesStart) -> io::Result<()> {
        self.line(Event::Empty(tag))
    }

    /// An element that holds a text.
    pub(super) fn text(&mut self, tag: BytesStart, text: &str) -> io::Result<()> {
        let end = tag.to_end().into_owned();
        self.0.write_event(Event::Start(tag))?;
        self.0.write_event(Event::Text(BytesText::new(&visible_lines(text))))?;
        self.line(Event::End(end))
    }

    fn line(&mut self, event: Event) -> io::Result<()> {
        self.0.write_event(event)?;
        self.0.get_mut().write_all(b"\n")
    }
}
