//! ICU `MessageFormat`: texts with arguments, and with branches that a program chooses among.

mod choice;
mod compare;
mod parse;
mod variants;

pub use compare::{MessageFault, agree, fault as message_fault};
pub use parse::{Flaw, Wrong, message};
pub use variants::{Pick, Piece, Variation, variations};

use crate::text::Span;

/// A message, or one branch of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// Where it stands, without the braces around it.
    pub span: Span,
    /// What it is made of, in order.
    pub parts: Vec<Part>,
}

/// A part of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// Words as they are.
    Words(Span),
    /// Two apostrophes, which stand for one.
    Apostrophe(Span),
    /// A `#`, which stands for the number that chose the branch.
    Number(Span),
    /// An argument: where it stands, and its name.
    Argument(Span, Span),
    /// A choice among branches.
    Choice(Choice),
}

/// A choice among branches by the value of an argument.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// Where it stands, with its braces.
    pub span: Span,
    /// The argument's name.
    pub name: Span,
    /// The word that says how it chooses.
    pub kind: Span,
    /// Whether it chooses by a number.
    pub counts: bool,
    /// Its branches, of which one is `other`.
    pub branches: Vec<Branch>,
}

/// A branch of a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The word or the number that it stands for.
    pub key: Span,
    /// What is shown.
    pub message: Message,
}

impl Message {
    /// Whether it has a choice.
    pub fn chooses(&self) -> bool {
        self.parts.iter().any(|it| matches!(it, Part::Choice(_)))
    }

    /// All choices in it, those inside others too.
    fn choices(&self) -> Vec<&Choice> {
        let mut found = vec![];
        for part in &self.parts {
            if let Part::Choice(choice) = part {
                found.push(choice);
                found.extend(choice.branches.iter().flat_map(|it| it.message.choices()));
            }
        }
        found
    }
}

impl Choice {
    /// The branch with this key.
    fn branch(&self, text: &str, key: &str) -> Option<usize> {
        self.branches.iter().position(|it| &text[it.key.range()] == key)
    }

    /// The branch for all that no other one is for.
    fn other(&self, text: &str) -> usize {
        self.branch(text, OTHER).unwrap_or_default()
    }
}

/// The key of the branch for everything else.
const OTHER: &str = "other";
