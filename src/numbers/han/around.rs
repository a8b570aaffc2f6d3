//! What stands around a Chinese numeral: units, fractions, parts of a date.

use super::numeral::{self, Form, Numeral, numeral};
use super::{Figure, Kind, Reader, Reading, Value, decimal, over, times, whole};
use crate::numbers::units::{self, Unit};

impl Reader<'_> {
    /// Takes a numeral down as what it is, and tells the character behind it.
    pub(super) fn classify(&mut self, start: usize, read: &Numeral) -> usize {
        if let Some(end) = self.fraction(start, read) {
            return end;
        }
        let (value, end) = self.pointed(read);
        let (value, end) = self.mixed(value, end);
        let Some(value) = value else {
            return self.vague(start, read);
        };
        let after = end + usize::from(self.at(end) == ' ');
        if let Some(end) = self.calendar(start, after, value, read) {
            return end;
        }
        self.plain(start, end, value, read);
        end
    }

    /// A numeral that is a quantity, a percentage or a place in an order.
    fn plain(&mut self, start: usize, end: usize, value: Value, read: &Numeral) {
        let after = end + usize::from(self.at(end) == ' ');
        let (unit, behind) = self.unit(after);
        let firm = match read.form {
            Form::Arabic => !self.is_glued(end, unit) && !self.is_part(start, end),
            Form::Composed => value > whole(12),
            Form::Row => read.end - start > 3,
            Form::Broken | Form::Plain => false,
        };
        let currency = self.currency(start);
        let named = self.is_named(start);
        let pointed = self.after_point(start, end, value);
        let more = self.additions(after, behind, value, unit);
        if read.form == Form::Broken {
            self.pieces(start, end);
        }
        let kind = self.kind(start, unit);
        let figure = self.push(start..end, kind, value);
        if read.readings.first() == Some(&Reading::exact(value)) {
            figure.readings.clone_from(&read.readings);
        }
        figure.readings.extend(more.into_iter().chain(pointed).map(Reading::exact));
        (figure.firm, figure.scale) = (firm && pointed.is_none(), read.scale);
        figure.unit = currency.or(unit);
        (figure.named, figure.arabic) = (named, read.is_arabic());
    }

    fn kind(&self, start: usize, unit: Option<&Unit>) -> Kind {
        if unit.is_some_and(|it| it.dimension == "share") {
            Kind::Percent
        } else if self.follows(start, "第") {
            Kind::Ordinal
        } else {
            Kind::Quantity
        }
    }

    /// 三分之二, 3 分之 2.
    fn fraction(&mut self, start: usize, read: &Numeral) -> Option<usize> {
        let after = read.end + usize::from(self.at(read.end) == ' ');
        let from = after + 2 + usize::from(self.at(after + 2) == ' ');
        if !self.says(after, "分之") {
            return None;
        }
        let numer = numeral(self.chars, from)?;
        let part = over(numer.value()?, read.value()?)?;
        let figure = self.push(start..numer.end, Kind::Quantity, part);
        figure.readings.extend(times(part, whole(100)).map(Reading::exact));
        figure.readings.extend(read.readings.iter().chain(&numer.readings).copied());
        figure.firm = false;
        Some(numer.end)
    }

    /// 十几, 数百, 3000多: somewhere between two values.
    fn vague(&mut self, start: usize, read: &Numeral) -> usize {
        let Some(first) = read.readings.first() else { return read.end };
        let (unit, _) = self.unit(read.end + usize::from(self.at(read.end) == ' '));
        let span = self.shadow.span(start..read.end);
        let figure = Figure::between(span, first.low, first.high).unit(unit);
        self.figures.push(Figure { readings: read.readings.clone(), scale: read.scale, ..figure });
        read.end
    }

    /// The unit at a character, after 个 or not, and the character behind it.
    fn unit(&self, at: usize) -> (Option<&'static Unit>, usize) {
        let found = |at: usize| {
            let (unit, length) = units::chinese(self.chars.get(at..)?)?;
            Some((Some(unit), at + length))
        };
        let counted = |at: usize| matches!(self.at(at), '个' | '余' | '多');
        let measured = found(at).or_else(|| found(at + 1).filter(|_| counted(at)));
        // 两个半小时
        let halved = || found(at + 2).filter(|_| counted(at) && self.at(at + 1) == '半');
        measured
            .or_else(halved)
            .or_else(|| found(at + 1).filter(|_| self.at(at) == '半'))
            .unwrap_or((None, at))
    }

    /// The currency right before a number: `$`, `HK$`, `USD`.
    fn currency(&self, start: usize) -> Option<&'static Unit> {
        let at = if start > 0 && self.at(start - 1) == ' ' { start - 1 } else { start };
        let from = at.saturating_sub(3);
        let before: String = self.chars[from..at].iter().collect();
        let names = [
            "hk$", "nt$", "us$", "au$", "ca$", "a$", "c$", "$", "£", "€", "usd", "rmb", "hkd",
            "ntd", "eur", "gbp",
        ];
        let name = names.into_iter().find(|name| before.ends_with(name))?;
        units::english(name)
    }

    /// Each group of a number in pieces, which may be a number of its own.
    pub(super) fn pieces(&mut self, start: usize, end: usize) {
        let mut from = start;
        while from < end {
            let digits = self.chars[from..end].iter().take_while(|c| c.is_ascii_digit()).count();
            let written: String = self.chars[from..from + digits].iter().collect();
            if let Some(value) = decimal(&written).filter(|_| digits > 0) {
                self.push(from..from + digits, Kind::Quantity, value).firm = false;
            }
            from += digits.max(1);
        }
    }

    /// `220 2/3`.
    fn mixed(&self, value: Option<Value>, end: usize) -> (Option<Value>, usize) {
        let from = end + usize::from(self.at(end) == ' ');
        let part = || {
            let numer =
                numeral(self.chars, from).filter(|it| it.is_arabic() && self.at(it.end) == '/')?;
            let denom = numeral(self.chars, numer.end + 1).filter(Numeral::is_arabic)?;
            // A date: 3643 10/12/21.
            if self.at(denom.end) == '/' {
                return None;
            }
            let part = over(numer.value()?, denom.value()?).filter(|it| *it < whole(1))?;
            Some((value? + part, denom.end))
        };
        match part().filter(|_| from > end) {
            Some((sum, end)) => (Some(sum), end),
            None => (value, end),
        }
    }

    /// `.434`, also with a space behind its point: the value of the decimals.
    fn after_point(&self, start: usize, end: usize, value: Value) -> Option<Value> {
        let point = start.checked_sub(1 + usize::from(self.follows(start, " ")))?;
        let free = point == 0 || !self.at(point - 1).is_ascii_digit();
        let places = u32::try_from(end - start).ok().filter(|it| *it <= 6)?;
        (self.at(point) == '.' && free).then(|| value / whole(10_i128.pow(places)))
    }

    /// Whether a stroke joins the number to another: 24/7, 3/4, 9/11.
    fn is_part(&self, start: usize, end: usize) -> bool {
        let digit = |at: usize| self.at(at).is_ascii_digit();
        self.at(end) == '/' && digit(end + 1)
            || start > 1 && self.at(start - 1) == '/' && digit(start - 2)
    }

    /// Whether it may belong to a name or a note: a Latin word stands right before it, as in
    /// iPhone 12, an entity's `#`, or a bracket that is still open.
    fn is_named(&self, start: usize) -> bool {
        let before = (0..start).rev().map(|at| self.at(at)).find(|c| *c != ' ');
        let near = self.chars[start.saturating_sub(40)..start].iter().rev();
        let bracket = near.copied().find(|c| matches!(c, '(' | ')'));
        before.is_some_and(|c| c.is_ascii_alphabetic() || c == '#') || bracket == Some('(')
    }

    /// Whether Latin letters that are no unit follow at once: 5g, 4k.
    fn is_glued(&self, end: usize, unit: Option<&Unit>) -> bool {
        unit.is_none() && self.at(end).is_ascii_alphabetic()
    }

    /// What else the number may be worth by what follows it.
    fn additions(
        &self,
        after: usize,
        behind: usize,
        value: Value,
        unit: Option<&Unit>,
    ) -> Vec<Value> {
        let mut values = shares(self.at(after), value);
        let counted = usize::from(self.at(after) == '个');
        if self.at(after + counted) == '半' || unit.is_some() && self.at(behind) == '半' {
            values.push(value + whole(1) / whole(2));
        }
        if unit.is_some_and(|it| it.code == "year") && value < whole(200) {
            // The years of the Republic, and years of two digits.
            values.extend([value + whole(1911), value + whole(1900), value + whole(2000)]);
        }
        if self.has_mega(after) {
            values.extend(times(value, whole(1) / whole(1_000_000)));
        }
        values
    }

    /// Whether the multiplier before is 兆.
    fn has_mega(&self, after: usize) -> bool {
        let last = (after.saturating_sub(2)..after).rev().map(|at| self.at(at)).find(|c| *c != ' ');
        last.and_then(numeral::unit) == numeral::unit('兆')
    }
}

/// 三成 is thirty percent, 八折 twenty percent off, and 增加兩倍 makes three times as much.
fn shares(word: char, value: Value) -> Vec<Value> {
    let (one, ten, hundred) = (whole(1), whole(10), whole(100));
    match word {
        '成' => vec![value * ten],
        '折' => vec![value * ten, hundred - value * ten, hundred - value],
        '倍' => vec![value + one, value - one, value * hundred, (value + one) * hundred],
        _ => vec![],
    }
}
