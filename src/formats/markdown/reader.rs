use super::lines::{contains, definition, fence, heading, is_rule, is_underline, lasting, marker};
use super::spans;
use crate::formats::block::{Block, paragraph, trimmed};
use crate::formats::html;
use crate::formats::remark::remarks;
use crate::text::{Kind, Paragraph, Remark, Span, line_ranges};
use rustc_hash::FxHashSet;
use std::ops::Range;

/// What is left out until its end comes.
enum Skip {
    None,
    /// A fence's mark and how many of it opened the block.
    Fence(char, usize),
    Comment,
    /// A block of HTML, which a blank line ends, or the end tag of what holds blank lines.
    Html(Option<&'static str>),
}

/// Reads line after line.
pub(super) struct Reader<'t> {
    text: &'t str,
    /// The names of the links whose targets stand somewhere in the file.
    names: FxHashSet<String>,
    pub(super) found: Vec<Paragraph>,
    /// What comments say to us.
    pub(super) remarks: Vec<Remark>,
    open: Block,
    /// The lines of the block of HTML that is open.
    pub(super) html: Vec<Range<usize>>,
    skip: Skip,
}

impl<'t> Reader<'t> {
    pub(super) fn of(text: &'t str, found: Vec<Paragraph>) -> Self {
        let names = line_ranges(text).filter_map(|line| definition(text[line].trim_start()));
        let names = names.map(str::to_lowercase).collect();
        let (remarks, open, html, skip) = (vec![], Block::default(), vec![], Skip::None);
        Self { text, names, found, remarks, open, html, skip }
    }

    pub(super) fn line(&mut self, line: Range<usize>) {
        let line = self.unquoted(line);
        let text = &self.text[line.clone()];
        if self.skips(text, &line) {
            return;
        }
        if text.is_empty() {
            self.close();
        } else if html::begins_block(text) {
            self.close();
            self.skip = Skip::Html(None);
            self.skips(text, &line);
        } else if let Some((mark, opened)) = fence(text) {
            self.close();
            self.skip = Skip::Fence(mark, opened);
        } else if text.starts_with("<!--") {
            self.remarks.extend(remarks(self.text, line, None));
            self.skip = if text.contains("-->") { Skip::None } else { Skip::Comment };
        } else if text.starts_with('|') {
            self.row(&line);
        } else if definition(text).is_some() {
            self.close();
        } else {
            self.prose(line);
        }
    }

    /// A line without the spaces around it and the marks of the quotations that it stands in.
    fn unquoted(&self, mut line: Range<usize>) -> Range<usize> {
        loop {
            line = trimmed(self.text, line.clone()).unwrap_or(line.end..line.end);
            if !self.text[line.clone()].starts_with('>') {
                return line;
            }
            line.start += 1;
        }
    }

    /// Whether a line belongs to what is left out; notes its end.
    fn skips(&mut self, line: &str, place: &Range<usize>) -> bool {
        let is_last = match self.skip {
            Skip::None => return false,
            Skip::Html(last) => {
                self.html.push(place.clone());
                let last = last.or_else(|| lasting(line));
                let is_last = last.map_or(line.is_empty(), |last| contains(line, last));
                // What held blank lines ends, but what is around it may go on.
                self.skip = Skip::Html(last.filter(|_| !is_last));
                line.is_empty() && is_last
            }
            Skip::Fence(mark, opened) => line.len() >= opened && is_underline(line, mark),
            Skip::Comment => {
                self.remarks.extend(remarks(self.text, place.clone(), None));
                line.contains("-->")
            }
        };
        if is_last && matches!(std::mem::replace(&mut self.skip, Skip::None), Skip::Html(_)) {
            self.close();
        }
        true
    }

    fn prose(&mut self, line: Range<usize>) {
        let text = &self.text[line.clone()];
        if let Some(heading) = heading(text) {
            self.begin(Kind::Heading);
            self.open.level = u8::try_from(heading.start).ok();
            self.open.add(self.text, line.start + heading.start..line.start + heading.end);
            self.close();
        } else if is_rule(text) || !self.open.is_empty() && is_underline(text, '=') {
            let is_underline = is_underline(text, '=') || is_underline(text, '-');
            if is_underline && self.open.kind == Kind::Body && !self.open.is_empty() {
                self.open.kind = Kind::Heading;
                self.open.level = Some(if text.starts_with('=') { 1 } else { 2 });
            }
            self.close();
        } else if let Some(marker) = marker(text) {
            self.begin(Kind::Item);
            self.open.add(self.text, line.start + marker..line.end);
        } else {
            self.open.add(self.text, line);
        }
    }

    /// A row of a table: each cell is a paragraph of its own, since each is scored alone.
    fn row(&mut self, line: &Range<usize>) {
        self.close();
        let cells = self.text[line.clone()].trim_matches('|');
        if cells.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ')) {
            return;
        }
        let mut start = line.start;
        let mut before = ' ';
        let is_border = |c: char| {
            let is_escaped = std::mem::replace(&mut before, c) == '\\';
            c == '|' && !is_escaped
        };
        for cell in self.text[line.clone()].split(is_border) {
            self.add(&Block::of(self.text, Kind::Cell, start..start + cell.len()));
            start += cell.len() + 1;
        }
    }

    /// Adds a block, and behind it the words of its pictures.
    fn add(&mut self, block: &Block) {
        let spans = spans::spans(self.text, block.lines(), &self.names);
        let text = spans.text.map(|it| it.with_level(block.level));
        self.found.extend(text.map(|it| paragraph(block.kind, it)));
        self.found.extend(spans.pictures.into_iter().map(|it| paragraph(Kind::Message, it)));
        for comment in spans.comments {
            self.remarks.extend(remarks(self.text, comment, None));
        }
        spans.tags.into_iter().for_each(|it| self.add_html(it));
    }

    fn add_html(&mut self, place: Range<usize>) {
        let before = Span::from(0..place.start).end;
        let (paragraphs, remarks) = html::paragraphs(&self.text[place]);
        self.remarks.extend(remarks.into_iter().map(|it| it.moved(before)));
        for mut paragraph in paragraphs {
            for segment in &mut paragraph.segments {
                segment.target = std::mem::take(&mut segment.target).moved(before);
            }
            self.found.push(paragraph);
        }
    }

    fn begin(&mut self, kind: Kind) {
        self.close();
        self.open.kind = kind;
    }

    /// Closes the block that is open.
    pub(super) fn close(&mut self) {
        let block = std::mem::take(&mut self.open);
        self.add(&block);
        // Lines are read together but where the marks of a quotation stand between them.
        let mut lines = std::mem::take(&mut self.html).into_iter();
        let Some(mut place) = lines.next() else { return };
        for line in lines {
            if self.text[place.end..line.start].trim().is_empty() {
                place.end = line.end;
            } else {
                self.add_html(std::mem::replace(&mut place, line));
            }
        }
        self.add_html(place);
    }
}
