//! Placeholders that a program fills: of C, Objective-C and Python (`%s`, `%1$@`, `%(name)s`), of
//! Qt (`%1`, `%n`), in braces (`{0}`, `{name:fmt}`, ICU's `{n, plural, ..}`, `{{name}}`, `${name}`,
//! `#{name}`, `%{name}`, `{% tag %}`), `$t(key)`, `$NAME$`, `%NAME%`, `&brandName;`.

mod brace;
mod change;
mod inline;
mod printf;
mod scan;

pub use change::{Change, changes};
pub use inline::inline_changes;
pub use scan::fields;

use crate::text::Span;

/// A placeholder in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Where it stands.
    pub span: Span,
    /// How it finds its value.
    pub sort: Sort,
    /// What must be the same in the translation: its name, or the kind of its value; how the value
    /// is written down (`:%Y`, `.2f`) is the translator's matter.
    pub key: String,
}

/// How a placeholder finds its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sort {
    /// It takes the next value: `%s`.
    Next,
    /// It takes the next value, of whatever kind: `{}`.
    Any,
    /// It takes the value of this number: `%2$s`, `%2`.
    Numbered(u16),
    /// It takes the value of its name: `{name}`.
    Named,
    /// It opens a choice between branches of text by the value of its name.
    Choice,
    /// A branch of such a choice; its key is the choice's name and its own.
    Branch,
    /// A per cent sign that is no placeholder: `%%`.
    Percent,
}
