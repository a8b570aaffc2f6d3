use super::{Choice, Flaw, Message, Part, Wrong, message};
use crate::text::Span;
use regex::Regex;
use std::sync::LazyLock;

/// What is wrong with the message that a translation should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MessageFault {
    /// It is none.
    Flaw(Flaw),
    /// It chooses in another way than the source: by which word, and where.
    Kind(String, Span),
}

/// How a choice begins, its marks full-width perhaps.
static HEAD: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = "[{｛]\\s*[\\w.]+\\s*[,，、]\\s*(?:plural|select|selectordinal)\\s*[,，、]";
    Regex::new(pattern).expect("the pattern is fixed")
});

/// Whether a text may have a choice: others need not be read.
pub(super) fn may_choose(text: &str) -> bool {
    text.contains(['{', '｛']) && (text.contains("plural") || text.contains("select"))
}

/// What is wrong with a translation that should be a message with choices: its source is one, or,
/// where there is none, it begins as one.
pub fn fault(source: Option<&str>, target: &str) -> Option<MessageFault> {
    if !target.contains(['{', '｛', '}']) || !source.into_iter().chain([target]).any(may_choose) {
        return None;
    }
    let original = source.map(message);
    let is_meant = match &original {
        Some(original) => original.as_ref().is_ok_and(Message::chooses),
        None => HEAD.is_match(target),
    };
    let written = is_meant.then(|| message(target))?;
    match (written, &original, source) {
        (Err(flaw), ..) => Some(MessageFault::Flaw(flaw)),
        (Ok(written), Some(Ok(original)), Some(source)) if written.chooses() => {
            other_kind(source, original, target, &written)
        }
        // Its braces are full-width: no program sees that it is a message.
        (Ok(written), ..) if !written.chooses() => {
            let span = HEAD.find(target)?.range().into();
            Some(MessageFault::Flaw(Flaw { wrong: Wrong::Argument, span }))
        }
        _ => None,
    }
}

fn other_kind(
    source: &str,
    original: &Message,
    target: &str,
    written: &Message,
) -> Option<MessageFault> {
    let said = original.choices();
    let word = |choice: &Choice| &source[choice.kind.range()];
    written.choices().into_iter().find_map(|it| {
        let same = |other: &&&Choice| source[other.name.range()] == target[it.name.range()];
        let mut others = said.iter().filter(same).peekable();
        let first = word(others.peek()?);
        let kind = &target[it.kind.range()];
        others.all(|it| word(it) != kind).then(|| MessageFault::Kind(first.to_owned(), it.kind))
    })
}

/// Whether the choices of a translation are those of its source: each is by an argument that the
/// source has, and where the source chooses by it too, in the same way. A translation may do
/// without a choice, and without a number's branches.
pub fn agree(source: &str, original: &Message, target: &str, written: &Message) -> bool {
    let said = original.choices();
    written.choices().into_iter().all(|it| {
        let name = &target[it.name.range()];
        let mut same = said.iter().filter(|other| &source[other.name.range()] == name).peekable();
        if same.peek().is_none() {
            return original.has_argument(source, name);
        }
        same.any(|other| are_alike(source, other, target, it))
    })
}

fn are_alike(source: &str, one: &Choice, target: &str, other: &Choice) -> bool {
    let has = |text: &str, choice: &Choice, key: &str| choice.branch(text, key).is_some();
    let all = |text: &str, choice: &Choice, in_text: &str, inside: &Choice| {
        choice.branches.iter().all(|it| has(in_text, inside, &text[it.key.range()]))
    };
    source[one.kind.range()] == target[other.kind.range()]
        && (one.counts || all(source, one, target, other) && all(target, other, source, one))
}

impl Message {
    fn has_argument(&self, text: &str, name: &str) -> bool {
        self.parts.iter().any(|part| match part {
            Part::Argument(_, it) => &text[it.range()] == name,
            Part::Choice(it) => it.branches.iter().any(|it| it.message.has_argument(text, name)),
            _ => false,
        })
    }
}
