//! Units and currencies around an English number.

use super::{Reader, Token};
use crate::numbers::units::{self, Unit};

impl Reader<'_, '_> {
    /// The unit behind a number, and the token behind it.
    pub(super) fn unit_behind(&self, end: usize) -> (Option<&'static Unit>, usize) {
        let from = end + usize::from(self.at(end) == "-");
        let (first, second) = (self.at(from), self.at(from + 1));
        let (name, length) = match (first, second) {
            ("per", "cent") | ("percentage", _) => ("percent", 2),
            ("%" | "％", _) => ("percent", 1),
            ("us", "dollars" | "dollar") => ("usd", 2),
            ("square", "feet" | "foot") => ("square foot", 2),
            ("square", "miles" | "mile") => ("square mile", 2),
            _ => (first, 1),
        };
        units::english(name).map_or((None, from), |unit| (Some(unit), from + length))
    }

    /// The currency before a number: `$`, `HK$`, `RMB`.
    pub(super) fn currency_before(&self, at: usize) -> Option<&'static Unit> {
        const CODES: [&str; 10] =
            ["usd", "eur", "gbp", "cny", "rmb", "hkd", "jpy", "chf", "aud", "cad"];
        let before = self.before(at);
        match before {
            "$" => {
                let letters = at.checked_sub(2).filter(|_| self.is_glued(at - 1));
                let name = letters.map(|it| format!("{}$", self.at(it)));
                name.and_then(|it| units::english(&it)).or_else(|| units::english("$"))
            }
            "£" | "€" | "₹" => units::english(before),
            code => units::english(code).filter(|_| CODES.contains(&code)),
        }
    }

    /// Whether a stroke joins the number to another: `24/7`, `3/4`, `9/11`.
    pub(super) fn is_joined(&self, at: usize, end: usize) -> bool {
        let number = |at: usize| self.tokens.get(at).and_then(Token::number).is_some();
        let stroke = |at: usize| self.at(at) == "/";
        stroke(end) && number(end + 1) && self.is_glued(end)
            || at > 1 && stroke(at - 1) && number(at - 2) && self.is_glued(at)
    }

    /// Whether it is the inches of `6-foot-2`.
    pub(super) fn is_of_feet(&self, at: usize) -> bool {
        let before = at.checked_sub(2).map_or("", |at| self.at(at));
        self.before(at) == "-" && matches!(before, "foot" | "feet" | "ft")
    }

    /// Whether the number is part of a name with a hyphen: `Covid-19`, `GPT-4`; not `mid-1990s`.
    pub(super) fn is_name(&self, at: usize) -> bool {
        let hyphen = self.before(at) == "-" && self.is_glued(at) && self.is_glued(at - 1);
        let Some(word) = at.checked_sub(2).map(|at| self.tokens[at]).filter(|_| hyphen) else {
            return false;
        };
        let written = &self.text[word.at..word.end()];
        let capital = written.starts_with(char::is_uppercase);
        let prefix = matches!(word.text, "mid" | "pre" | "post" | "early" | "late" | "non" | "to");
        word.number().is_none() && !prefix && (capital || word.text == "covid")
    }
}
