use super::elements::{Class, SHOWN, class, is_known};
use super::references::words;
use super::tokens::{Tag, Token, What, tokens};
use crate::formats::block::paragraph;
use crate::formats::pieces::Pieces;
use crate::text::{Kind, Paragraph, Remark, Role};
use std::ops::Range;

/// Blocks that may stand inside each other; deeper ones are of the kind of those around them.
const DEEPEST: usize = 256;

/// Makes paragraphs of tags and text.
pub(super) struct Reader<'t> {
    text: &'t str,
    tokens: Vec<Token>,
    remarks: Vec<Remark>,
    /// How many tags of blocks stand before each token.
    blocks: Vec<u32>,
    block: Pieces<'t>,
    /// Blocks around the place that is read, each with its kind and the token that ends it.
    around: Vec<(Kind, usize)>,
    found: Vec<Paragraph>,
    /// The words in attributes of the block's tags.
    asides: Vec<Paragraph>,
}

impl<'t> Reader<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let (tokens, remarks) = tokens(text);
        let mut passed = 0;
        let count = |token: &Token| {
            passed +=
                u32::from(token.name().is_some_and(|it| matches!(class(it), Class::Block(_))));
            passed
        };
        let blocks = tokens.iter().map(count).collect();
        let (around, found, asides) = (vec![], vec![], vec![]);
        Self { text, tokens, remarks, blocks, block: Pieces::of(text), around, found, asides }
    }

    /// The paragraphs, and what comments among them say to us.
    pub(super) fn paragraphs(mut self) -> (Vec<Paragraph>, Vec<Remark>) {
        let tokens = std::mem::take(&mut self.tokens);
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at = match &token.what {
                What::Start(tag) if is_known(&tag.name) => self.start(&tokens, at, tag),
                What::End(name) if is_known(name) => self.end(token, at, name),
                _ => {
                    words(&mut self.block, self.text, token.span.clone());
                    at + 1
                }
            };
        }
        self.finish();
        (self.found, self.remarks)
    }

    /// Reads an element's first tag; says which token comes next.
    fn start(&mut self, tokens: &[Token], at: usize, tag: &Tag) -> usize {
        let span = tokens[at].span.clone();
        let (class, is_kept) = (class(&tag.name), self.is_kept(tag));
        if !is_kept && class != Class::Hidden {
            self.attributes(tag);
        }
        if let Some(end) = tokens[at].partner {
            let is_in_line = self.blocks[end] == self.blocks[at];
            let all = span.start..tokens[end].span.end;
            if self.takes_whole(class, is_kept, is_in_line, &span, all) {
                return end + 1;
            }
        }
        match class {
            Class::Block(kind) => self.open_block(kind, tokens[at].partner, &tag.name),
            Class::Break => self.line_end(span),
            Class::Shown => self.block.inline(Role::Placeholder, span),
            _ => self.inline(&tag.name, span),
        }
        at + 1
    }

    /// Takes an element as a whole if nothing in it is read.
    fn takes_whole(
        &mut self,
        class: Class,
        is_kept: bool,
        is_in_line: bool,
        tag: &Range<usize>,
        all: Range<usize>,
    ) -> bool {
        match class {
            Class::Listing => self.finish(),
            Class::Block(_) if is_kept => self.finish(),
            Class::Hidden => {}
            Class::Picture => self.block.inline(Role::Placeholder, tag.clone()),
            Class::Code if is_in_line => self.block.inline(Role::Code, all),
            Class::Inline if is_in_line && is_kept => self.block.inline(Role::Code, all),
            _ => return false,
        }
        true
    }

    fn end(&mut self, token: &Token, at: usize, name: &str) -> usize {
        match class(name) {
            Class::Block(_) => {
                self.finish();
                if let Some(nth) = self.around.iter().position(|(_, end)| *end <= at) {
                    self.around.truncate(nth);
                }
            }
            Class::Break => self.line_end(token.span.clone()),
            _ => self.block.inline(Role::Close, token.span.clone()),
        }
        at + 1
    }

    /// Links side by side without a word between them are a list.
    fn inline(&mut self, name: &str, span: Range<usize>) {
        let before = self.block.last_tag().filter(|_| name == "a");
        if before.is_some_and(|it| self.text[it].starts_with("</a")) {
            self.finish();
        }
        self.block.inline(Role::Open, span);
    }

    /// Two ends of lines in a row are an end of a paragraph.
    fn line_end(&mut self, span: Range<usize>) {
        if self.block.last_character() == Some('\n') {
            self.finish();
        } else {
            self.block.character('\n', span);
        }
    }

    fn open_block(&mut self, kind: Option<Kind>, partner: Option<usize>, name: &str) {
        self.finish();
        // An item or a cell without its end goes on to the next one.
        if self.around.last().is_some_and(|(it, end)| *end == usize::MAX && kind == Some(*it)) {
            self.around.pop();
        }
        let may_go_on = matches!(name, "li" | "dt" | "td" | "th" | "option");
        let end = partner.or(may_go_on.then_some(usize::MAX));
        let around = self.around.last().map_or(Kind::Body, |(kind, _)| *kind);
        if let Some(end) = end.filter(|_| self.around.len() < DEEPEST) {
            self.around.push((kind.unwrap_or(around), end));
        }
    }

    fn finish(&mut self) {
        let kind = self.around.last().map_or(Kind::Body, |(kind, _)| *kind);
        self.found.extend(self.block.take().map(|text| paragraph(kind, text)));
        self.found.append(&mut self.asides);
    }

    /// Whether the page says that an element is not translated. Of a whole page that only tells
    /// browsers not to offer a translation.
    fn is_kept(&self, tag: &Tag) -> bool {
        if matches!(&*tag.name, "html" | "body") {
            return false;
        }
        let value = |name| tag.attribute(name).map_or("", |it| &self.text[it]);
        value("translate").eq_ignore_ascii_case("no")
            || value("class").split_ascii_whitespace().any(|it| it == "notranslate")
    }

    fn attributes(&mut self, tag: &Tag) {
        for name in SHOWN {
            self.aside(tag.attribute(name));
        }
        let value = |name| tag.attribute(name).map_or("", |it| &self.text[it]);
        let is_about = || {
            let name = [value("name"), value("property")];
            name.iter().any(|it| it.ends_with("description") || it.ends_with("title"))
        };
        let is_button = || ["submit", "button", "reset"].contains(&value("type"));
        if tag.name == "meta" && is_about() {
            self.aside(tag.attribute("content"));
        } else if tag.name == "input" && is_button() {
            self.aside(tag.attribute("value"));
        }
    }

    fn aside(&mut self, value: Option<Range<usize>>) {
        let Some(value) = value else { return };
        let mut pieces = Pieces::of(self.text);
        words(&mut pieces, self.text, value);
        self.asides.extend(pieces.take().map(|text| paragraph(Kind::Message, text)));
    }
}

impl Token {
    fn name(&self) -> Option<&str> {
        match &self.what {
            What::Text => None,
            What::Start(tag) => Some(&tag.name),
            What::End(name) => Some(name),
        }
    }
}
