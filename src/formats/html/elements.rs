//! What the elements of HTML are to the text in them.

use crate::text::Kind;

/// What an element is to the text around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Its tags divide paragraphs; those in it are of this kind, or of the kind of those around it.
    Block(Option<Kind>),
    /// Its tags stand in a text.
    Inline,
    /// It is shown as it is: its words are a program's.
    Code,
    /// Something is shown in its place; it has no end.
    Shown,
    /// What is in it is a picture.
    Picture,
    /// It ends a line.
    Break,
    /// A block of a program's words.
    Listing,
    /// Nothing of it is read.
    Hidden,
}

/// What the element of this name is.
pub(super) fn class(name: &str) -> Class {
    match name {
        "br" => Class::Break,
        "img" | "input" | "embed" => Class::Shown,
        "svg" | "math" | "canvas" | "object" | "audio" | "video" | "iframe" => Class::Picture,
        "code" | "kbd" | "samp" | "tt" | "var" => Class::Code,
        "pre" | "xmp" | "listing" => Class::Listing,
        "script" | "style" | "template" | "noembed" | "noframes" | "rp" | "rt" => Class::Hidden,
        "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "title" | "caption" | "legend" | "summary" => {
            Class::Block(Some(Kind::Heading))
        }
        "li" | "dt" => Class::Block(Some(Kind::Item)),
        "td" | "th" => Class::Block(Some(Kind::Cell)),
        "option" | "button" | "label" | "optgroup" | "select" => Class::Block(Some(Kind::Message)),
        _ if BLOCKS.contains(&name) => Class::Block(None),
        _ => Class::Inline,
    }
}

/// Other elements that begin a block.
const BLOCKS: [&str; 43] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "center",
    "col",
    "colgroup",
    "datalist",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "frameset",
    "head",
    "header",
    "hgroup",
    "hr",
    "html",
    "link",
    "main",
    "menu",
    "meta",
    "nav",
    "noscript",
    "ol",
    "p",
    "search",
    "section",
    "table",
    "tbody",
    "textarea",
    "tfoot",
    "thead",
    "tr",
    "ul",
];

/// Elements that stand in a text.
const INLINES: &str = "a abbr acronym area b base bdi bdo big blink cite data del dfn em font i ins map mark \
                       marquee meter nobr output param picture progress q rb rtc ruby s slot small source span \
                       strike strong sub sup time track u wbr";

/// Whether HTML has an element of this name, or lets people make one. No browser shows the tag of
/// another name, but it belongs to no page: a model's `<think>` does not.
pub(in crate::formats) fn is_known(name: &str) -> bool {
    name.contains(['-', ':'])
        || class(name) != Class::Inline
        || INLINES.split_whitespace().any(|it| it == name)
}

/// Whether the tag of this name begins a block.
pub(super) fn begins_block(name: &str) -> bool {
    matches!(class(name), Class::Block(_) | Class::Listing) || matches!(name, "script" | "style")
}

/// Elements in which everything up to their end is no markup.
pub(super) fn is_raw(name: &str) -> bool {
    matches!(
        name,
        "script" | "style" | "title" | "textarea" | "xmp" | "iframe" | "noembed" | "noframes"
    )
}

/// Attributes that people read.
pub(super) const SHOWN: [&str; 7] =
    ["alt", "title", "placeholder", "aria-label", "aria-description", "summary", "label"];

/// Attributes that say what another one is, or what becomes of the element.
pub(super) const TOLD: [&str; 7] =
    ["content", "value", "name", "property", "type", "class", "translate"];
