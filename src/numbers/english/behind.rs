//! What stands behind a number in digits, and the numbers of a clock and a decade.

use super::words::{Class, said};
use super::{Kind, Reader, Value, exact, whole};

/// What the token behind a number makes of it, and the token behind that.
pub(super) enum Behind {
    /// `st`, `nd`, `rd`, `th`.
    Ordinal(usize),
    /// `s`, `'s`.
    Decade(usize),
    /// `am`, `p.m.`, `o'clock`; and whether that is after noon.
    Hour(usize, Option<bool>),
    /// One of the letters that stand for thousand, million, billion: what it multiplies by, and
    /// whether it can be nothing else.
    Letter(Value, bool, usize),
    /// Letters of a name: `3D`, `737MAX`.
    Code(usize),
    /// Nothing that changes it.
    Nothing,
}

impl Reader<'_, '_> {
    pub(super) fn behind(&self, at: usize) -> Behind {
        if let Some((end, afternoon)) = self.half_of_day(at) {
            return Behind::Hour(end, afternoon);
        }
        if !self.is_glued(at) {
            return Behind::Nothing;
        }
        let apostrophe = matches!(self.at(at), "'" | "’") && self.at(at + 1) == "s";
        let plural = if apostrophe { at + 2 } else { at + 1 };
        match self.at(at) {
            "st" | "nd" | "rd" | "th" => Behind::Ordinal(at + 1),
            "s" | "'" | "’" if apostrophe || self.at(at) == "s" => Behind::Decade(plural),
            "k" => Behind::Letter(whole(1000), self.is_money(at), at + 1),
            "m" => Behind::Letter(whole(1_000_000), self.is_money(at), at + 1),
            "b" => Behind::Letter(whole(1_000_000_000), self.is_money(at), at + 1),
            "t" => Behind::Letter(whole(1_000_000_000_000), self.is_money(at), at + 1),
            text => {
                let unit = crate::numbers::units::english(text).is_some();
                let known = unit || self.tokens.get(at).and_then(said).is_some();
                let letters = text.starts_with(char::is_alphanumeric);
                if letters && !known { Behind::Code(at) } else { Behind::Nothing }
            }
        }
    }

    /// Whether a currency stands before the number whose last token is before `at`.
    fn is_money(&self, at: usize) -> bool {
        at > 1 && matches!(self.at(at - 2), "$" | "£" | "€" | "¥")
    }

    /// The token behind `am`, `p.m.` or `o'clock`, and which half of the day it says.
    fn half_of_day(&self, at: usize) -> Option<(usize, Option<bool>)> {
        let (first, point, last) = (self.at(at), self.at(at + 1), self.at(at + 2));
        match first {
            "am" | "pm" => Some((at + 1, Some(first == "pm"))),
            "o'clock" | "o’clock" => Some((at + 1, None)),
            "a" | "p" if point == "." && last == "m" => {
                let end = at + 3 + usize::from(self.at(at + 3) == ".");
                Some((end, Some(first == "p")))
            }
            _ => None,
        }
    }

    /// `3:30`: an hour and its minutes, or a score.
    pub(super) fn is_clock(&self, at: usize) -> bool {
        let minutes = self.tokens.get(at + 2).filter(|it| it.text.len() == 2);
        self.at(at + 1) == ":"
            && self.is_glued(at + 1)
            && self.is_glued(at + 2)
            && minutes.and_then(super::Token::number).is_some_and(|it| it < whole(60))
    }

    pub(super) fn clock(&mut self, at: usize, hour: Value) -> usize {
        let Some(minute) = self.tokens[at + 2].number() else { return at + 1 };
        let (end, afternoon) = self.half_of_day(at + 3).unwrap_or((at + 3, None));
        self.hour(at, at + 1, hour, afternoon);
        self.minute(at + 2, minute);
        end
    }

    fn minute(&mut self, at: usize, minute: Value) {
        let figure = self.push(at, at + 1, Kind::Minute, minute);
        figure.firm = minute > whole(0);
        figure.readings.push(exact(minute / whole(60)));
        figure.readings.extend(
            (minute == whole(15) || minute == whole(45)).then(|| exact(minute / whole(15))),
        );
    }

    /// An hour may be counted to twelve or to twenty-four.
    pub(super) fn hour(&mut self, at: usize, end: usize, value: Value, afternoon: Option<bool>) {
        let dotted = (!value.is_integer()).then(|| (value - value.trunc()) * whole(100));
        let hour = value.trunc();
        let figure = self.push(at, end, Kind::Hour, hour);
        let twelve = whole(12);
        figure.firm = hour != whole(0) && hour != twelve;
        // Noon and midnight are told either way.
        figure.afternoon = afternoon.filter(|_| hour < twelve);
        if figure.afternoon != Some(false) {
            figure.readings.push(exact(hour + twelve));
        }
        if hour >= twelve {
            figure.readings.push(exact(hour - twelve));
        }
        if let Some(minute) = dotted {
            figure.readings.push(exact(value));
            self.minute(at, minute);
            self.figures.last_mut().into_iter().for_each(|it| it.firm = false);
        }
    }

    /// `1990s`, `90s`, `1800s`.
    pub(super) fn decade(&mut self, at: usize, end: usize, value: Value) {
        let tens = value < whole(100);
        let apostrophe = at > 0 && matches!(self.before(at), "'" | "’" | "‘");
        let kind = match (tens, value >= whole(1000)) {
            (true, _) => Kind::Tens,
            (_, true) => Kind::Decade,
            _ => Kind::Quantity,
        };
        let figure = self.push(at, end, kind, value);
        figure.firm = !tens || apostrophe;
        if kind == Kind::Decade && (value / whole(100)).is_integer() {
            figure.readings.push(exact(value / whole(100) + whole(1)));
        }
    }

    /// Whether a month stands beside the number in the tokens from `at` to `end`.
    pub(super) fn is_dated(&self, at: usize, end: usize) -> bool {
        let month = |at: usize| {
            self.tokens.get(at).and_then(said).is_some_and(|it| it.class == Class::Month)
        };
        at > 0 && month(at - 1) || month(end) || self.at(end) == "of" && month(end + 1)
    }
}
