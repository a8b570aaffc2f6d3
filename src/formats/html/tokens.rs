//! From bytes to tags and the text between them.

use super::elements::{SHOWN, TOLD, is_raw};
use crate::formats::remark::remarks;
use crate::text::Remark;
use html5gum::emitters::default::{DefaultEmitter, StartTag, Token as Read};
use html5gum::{Spanned, Tokenizer};
use rustc_hash::FxHashMap;
use std::ops::Range;

/// A tag, or a stretch of text.
#[derive(Debug)]
pub(super) struct Token {
    pub(super) span: Range<usize>,
    pub(super) what: What,
    /// The number of the token that closes what this one opens, or that opened what it closes.
    pub(super) partner: Option<usize>,
}

#[derive(Debug)]
pub(super) enum What {
    Text,
    Start(Tag),
    End(String),
}

/// A tag that begins an element.
#[derive(Debug)]
pub(super) struct Tag {
    pub(super) name: String,
    /// The attributes that say something to us, each with the place of its value.
    attributes: Vec<(String, Range<usize>)>,
}

impl Tag {
    /// Where the value of an attribute stands.
    pub(super) fn attribute(&self, name: &str) -> Option<Range<usize>> {
        self.attributes.iter().find(|(it, _)| it == name).map(|(_, value)| value.clone())
    }
}

/// The tags and the texts of a file, in order. What is no markup is text: nothing is lost, however
/// broken the file is, but comments, scripts and styles. And what comments say to us.
pub(super) fn tokens(text: &str) -> (Vec<Token>, Vec<Remark>) {
    let is_xml = text.trim_start().starts_with("<?xml");
    let patience = 65_536 + 4 * text.len();
    let mut found =
        Tokens { text, all: vec![], remarks: vec![], is_xml, endless: vec![], patience };
    let mut from = 0;
    while from < text.len() {
        from = found.read_from(from);
    }
    marry(&mut found.all);
    (found.all, found.remarks)
}

/// Tells tags their partners: each end tag that of the last start tag of its name without one.
fn marry(tokens: &mut [Token]) {
    let mut open: FxHashMap<String, Vec<usize>> = FxHashMap::default();
    for at in 0..tokens.len() {
        let first = match &tokens[at].what {
            What::Start(tag) => {
                open.entry(tag.name.clone()).or_default().push(at);
                continue;
            }
            What::End(name) => open.get_mut(name).and_then(Vec::pop),
            What::Text => continue,
        };
        tokens[at].partner = first;
        if let Some(first) = first {
            tokens[first].partner = Some(at);
        }
    }
}

struct Tokens<'t> {
    text: &'t str,
    all: Vec<Token>,
    remarks: Vec<Remark>,
    /// An empty element may be written `<title/>`.
    is_xml: bool,
    /// Names of elements that are opened, and no end tag of which follows.
    endless: Vec<String>,
    /// So many bytes more may be read in vain, where a tag runs on and on.
    patience: usize,
}

impl Tokens<'_> {
    /// Reads on from a byte; says from which byte to read again.
    fn read_from(&mut self, from: usize) -> usize {
        let emitter = DefaultEmitter::<usize>::new_with_span();
        let mut done = from;
        for token in Tokenizer::new_with_emitter(&self.text[from..], emitter) {
            let Ok(token) = token;
            let Some(span) = span(&token) else { continue };
            let span = from + span.start..from + span.end;
            self.push(done..span.start, What::Text);
            done = span.end;
            match token {
                Read::String(_) => self.push(span, What::Text),
                Read::EndTag(tag) => self.push(span, What::End(name(&tag.name))),
                Read::StartTag(tag) => {
                    if let Some(next) = self.start(span, &tag, from) {
                        return next;
                    }
                }
                Read::Comment(_) if !self.text[span.clone()].ends_with('>') => {
                    return self.torn(span.start);
                }
                Read::Comment(_) => self.remarks.extend(remarks(self.text, span, None)),
                _ => {}
            }
        }
        if done < self.text.len() { self.torn(done) } else { done }
    }

    /// Goes on behind something that runs on to the end of the file: a tag, a comment.
    fn torn(&mut self, at: usize) -> usize {
        let whole = self.text.len();
        let Some(left) = self.patience.checked_sub(whole - at) else {
            self.push(at..whole, What::Text);
            return whole;
        };
        self.patience = left;
        if self.text[at..].starts_with("<!--") {
            return at + 4;
        }
        let next = self.text[at..].char_indices().skip(1).find(|(_, c)| *c == '<');
        let next = next.map_or(whole, |(it, _)| at + it);
        self.push(at..next, What::Text);
        next
    }

    fn push(&mut self, span: Range<usize>, what: What) {
        if !span.is_empty() {
            self.all.push(Token { span, what, partner: None });
        }
    }

    /// Takes a tag in. Says where to read on if what follows is no markup.
    fn start(&mut self, span: Range<usize>, tag: &StartTag<usize>, from: usize) -> Option<usize> {
        if is_damaged(&self.text[span.clone()]) {
            self.push(span, What::Text);
            return None;
        }
        let name = name(&tag.name);
        let mut attributes = vec![];
        for (key, value) in &tag.attributes {
            let key = self::name(key);
            if SHOWN.contains(&key.as_str()) || TOLD.contains(&key.as_str()) {
                let at = from + value.span.start + key.len();
                attributes.extend(value_at(self.text, at..span.end).map(|it| (key, it)));
            }
        }
        let end = span.end;
        self.push(span, What::Start(Tag { name: name.clone(), attributes }));
        let is_empty = tag.self_closing && self.is_xml;
        if is_raw(&name) && !is_empty { self.raw(&name, end) } else { None }
    }

    /// Reads what is no markup up to the end tag. Without one, only scripts and styles go on to
    /// the end of the file.
    fn raw(&mut self, name: &str, from: usize) -> Option<usize> {
        let is_code = matches!(name, "script" | "style");
        let end =
            if self.endless.iter().any(|it| it == name) { None } else { self.end(name, from) };
        let Some(end) = end else {
            self.endless.push(name.to_owned());
            return is_code.then_some(self.text.len());
        };
        if matches!(name, "title" | "textarea") {
            self.push(from..end, What::Text);
        }
        Some(end)
    }

    fn end(&self, name: &str, from: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        let is_end = |at: &usize| {
            let tag = bytes.get(at + 2..at + 2 + name.len());
            tag.is_some_and(|it| it.eq_ignore_ascii_case(name.as_bytes()))
        };
        self.text[from..].match_indices("</").map(|(at, _)| from + at).find(is_end)
    }
}

fn span(token: &Read<usize>) -> Option<Range<usize>> {
    let span = match token {
        Read::StartTag(it) => it.span,
        Read::EndTag(it) => it.span,
        Read::Doctype(it) => it.span,
        Read::String(Spanned { span, .. }) | Read::Comment(Spanned { span, .. }) => *span,
        Read::Error(_) => return None,
    };
    Some(span.start..span.end)
}

fn name(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// Whether a tag has quotation marks or an equals sign that are Chinese: readers see the tag
/// as it should be, but the browser does not read its attributes.
pub(in crate::formats) fn is_damaged(tag: &str) -> bool {
    if tag.is_ascii() {
        return false;
    }
    let mut quote = None;
    for c in tag.chars() {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), _) => quote = quote.filter(|_| open != c),
            (None, '“' | '”' | '‘' | '’' | '„' | '＂' | '＝' | '「' | '」') => {
                return true;
            }
            _ => {}
        }
    }
    false
}

/// Where the value stands of an attribute whose name ends at the beginning of a place.
fn value_at(text: &str, place: Range<usize>) -> Option<Range<usize>> {
    let inside = text.get(place.clone())?.trim_start().strip_prefix('=')?.trim_start();
    let start = place.end - inside.len();
    let quote = inside.chars().next().filter(|c| matches!(c, '"' | '\''));
    let (start, end) = match quote {
        Some(quote) => (start + 1, inside[1..].find(quote)?),
        None => (start, inside.find(|c: char| c.is_ascii_whitespace() || c == '>')?),
    };
    Some(start..start + end)
}
