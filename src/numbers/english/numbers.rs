//! Numerals in digits and in words, with what stands behind them.

use super::behind::Behind;
use super::words::{Class, numeral, said, scales};
use super::{Figure, Kind, Reader, Reading, Value, decimal, exact, times, whole};
use crate::numbers::units::{self, Unit};
use crate::numbers::value::{over, plus};

impl Reader<'_, '_> {
    /// A number in digits: `1,234.5`, `2.5 million`, `21st`, `1990s`, `3:30 p.m.`
    pub(super) fn number(&mut self, at: usize, value: Value) -> usize {
        if self.is_clock(at) {
            return self.clock(at, value);
        }
        let (value, at_end) = self.mixed(at, value);
        match self.behind(at_end) {
            Behind::Ordinal(end) => self.finish(at, end, Kind::Ordinal, value),
            Behind::Decade(end) => {
                self.decade(at, end, value);
                end
            }
            Behind::Hour(end, afternoon) => {
                self.hour(at, end, value, afternoon);
                end
            }
            Behind::Letter(factor, sure, end) => {
                self.lettered(at, end, value, factor, sure);
                end
            }
            Behind::Code(end) => {
                self.push(at, end, Kind::Quantity, value).firm = false;
                end
            }
            Behind::Nothing => {
                let (scale, end) = scales(self.tokens, at_end);
                let Some(value) = times(value, scale) else { return end };
                let (value, end) = self.and_a_half(end, value, scale);
                self.finish(at, end, Kind::Quantity, value);
                if let Some(last) = self.figures.last_mut() {
                    last.scale = scale;
                }
                end
            }
        }
    }

    /// `£2.5m`; without a currency the letter may be a unit or belong to a name.
    fn lettered(&mut self, at: usize, end: usize, value: Value, factor: Value, sure: bool) {
        let currency = self.currency_before(at);
        let scaled = times(value, factor).unwrap_or(value);
        let figure = self.push(at, end, Kind::Quantity, scaled);
        figure.scale = factor;
        figure.unit = currency;
        if !sure {
            figure.readings.push(exact(value));
        }
    }

    /// `2½`, `2 1/2`, `3/4`.
    fn mixed(&self, at: usize, value: Value) -> (Value, usize) {
        let number = |at: usize| self.tokens.get(at).and_then(super::Token::number);
        if let Some(part) = number(at + 1).filter(|it| self.is_glued(at + 1) && !it.is_integer()) {
            return (value + part, at + 2);
        }
        let part = || {
            let parts = self.at(at + 2) == "/" && self.at(at + 4) != "/";
            let part = over(number(at + 1)?, number(at + 3)?)?;
            let glued = self.is_glued(at + 2) && self.is_glued(at + 3);
            (parts && glued && part < whole(1)).then(|| plus(value, part))?
        };
        part().map_or((value, at + 1), |sum| (sum, at + 4))
    }

    /// Takes down a plain number with its currency before it or its unit behind it.
    fn finish(&mut self, at: usize, end: usize, kind: Kind, value: Value) -> usize {
        let (unit, after) = self.unit_behind(end);
        let currency = self.currency_before(at);
        let kind = self.kind(at, after, kind, value, unit);
        let named = self.is_name(at);
        let decades = matches!(self.at(end), "decade" | "decades").then_some(whole(10));
        let centuries = (self.at(end) == "centuries").then_some(whole(100));
        let joined = self.is_joined(at, end) || self.is_of_feet(at);
        let text = self.at(at);
        let figure = self.push(at, end + usize::from(decades.is_some()), kind, value);
        figure.unit = currency.or(unit);
        figure.firm = !named && !joined;
        if figure.unit.is_none() {
            figure.readings.extend(parts(text));
        }
        if let Some(years) = decades.and_then(|it| times(value, it)) {
            figure.readings = vec![exact(years)];
            figure.unit = units::english("year");
        }
        figure.readings.extend(centuries.and_then(|it| times(value, it)).map(exact));
        if kind == Kind::Century || kind == Kind::Ordinal && value > whole(1900) {
            figure.firm = true;
        }
        end
    }

    fn kind(&self, at: usize, end: usize, kind: Kind, value: Value, unit: Option<&Unit>) -> Kind {
        let whole_digits = self.tokens[at].text.bytes().all(|c| c.is_ascii_digit());
        if unit.is_some_and(|it| it.dimension == "share") {
            Kind::Percent
        } else if kind == Kind::Ordinal && self.is_century(end) {
            Kind::Century
        } else if value >= whole(1) && value <= whole(31) && whole_digits && self.is_dated(at, end)
        {
            Kind::Day
        } else if kind == Kind::Quantity
            && whole_digits
            && unit.is_none()
            && value >= whole(1000)
            && value < whole(2200)
        {
            Kind::Year
        } else {
            kind
        }
    }

    /// Whether the word behind an ordinal is `century`, maybe after another ordinal and a hyphen.
    pub(super) fn is_century(&self, end: usize) -> bool {
        let at = end + usize::from(self.at(end) == "-");
        let joined = matches!(self.at(end), "and" | "to" | "or" | "-" | "–");
        let is = |at: usize| matches!(self.at(at), "century" | "centuries");
        let next = end + 1 + usize::from(self.at(end + 2) != "-" && !is(end + 2));
        is(at) || joined && (is(end + 2) || is(end + 3) || is(next + 2))
    }

    pub(super) fn and_a_half(&self, end: usize, value: Value, scale: Value) -> (Value, usize) {
        let half = (self.at(end), self.at(end + 1), self.at(end + 2)) == ("and", "a", "half");
        if !half {
            return (value, end);
        }
        let (more, after) = scales(self.tokens, end + 3);
        let sum = plus(value, scale / whole(2)).and_then(|it| times(it, more));
        sum.map_or((value, end), |sum| (sum, after))
    }

    /// A number in words.
    pub(super) fn numeral(&mut self, at: usize) -> usize {
        let Some(read) = numeral(self.tokens, at) else { return at + 1 };
        let (value, end) = self.and_a_half(read.end, read.value, whole(1));
        if let Some(end) = self.part_of_a_whole(at, end, value) {
            return end;
        }
        let kind = if read.ordinal { Kind::Ordinal } else { Kind::Quantity };
        self.finish(at, end, kind, value);
        if let Some(last) = self.figures.last_mut() {
            last.scale = read.scale;
            last.firm = value > whole(12) && kind != Kind::Ordinal || kind == Kind::Century;
            last.kind = if last.kind == Kind::Year { Kind::Quantity } else { last.kind };
        }
        end
    }

    /// `two-thirds`, `three quarters`, `one in five`.
    fn part_of_a_whole(&mut self, at: usize, end: usize, value: Value) -> Option<usize> {
        let hyphen = usize::from(self.at(end) == "-");
        let word = self.tokens.get(end + hyphen).and_then(said)?;
        let single = value == whole(1)
            && matches!(
                self.at(end + hyphen),
                "third" | "fourth" | "fifth" | "tenth" | "quarter" | "half"
            );
        if word.class != Class::Part && !single {
            return None;
        }
        let denom = match self.at(end + hyphen) {
            "quarter" => whole(4),
            "half" => whole(2),
            _ => word.value(),
        };
        let part = over(value, denom)?;
        let figure = self.push(at, end + hyphen + 1, Kind::Quantity, part);
        figure.readings.extend(times(part, whole(100)).map(exact));
        figure.firm = false;
        for value in [value, denom] {
            self.push(at, end, Kind::Quantity, value).firm = false;
        }
        Some(end + hyphen + 1)
    }

    /// `first`, `a third of`, `nineteenth century`.
    pub(super) fn ordinal(&mut self, at: usize, value: Value) -> usize {
        let kind = if self.is_century(at + 1) { Kind::Century } else { Kind::Ordinal };
        let figure = self.push(at, at + 1, kind, value).or_part(value);
        figure.firm = kind == Kind::Century;
        at + 1
    }
}

/// What digits may say besides their value: `18.12` is a date, `0430` a time.
fn parts(text: &str) -> Vec<Reading> {
    let point = text.split_once('.').filter(|(a, b)| (1..=2).contains(&a.len()) && b.len() == 2);
    let clock = (text.len() == 4 && text.starts_with('0')).then(|| text.split_at(2));
    let values = point.or(clock).into_iter().flat_map(|(a, b)| [decimal(a), decimal(b)]);
    values.flatten().filter(|it| *it > whole(0)).map(exact).collect()
}

impl Figure {
    /// An ordinal may be a part: `a third`.
    fn or_part(&mut self, value: Value) -> &mut Self {
        self.readings.extend(over(whole(1), value).map(exact));
        self
    }
}
