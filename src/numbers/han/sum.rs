use super::digits::Digits;
use super::numeral::{Form, digit, unit};
use crate::numbers::figure::{Reading, and_more};
use crate::numbers::value::{Value, grain, plus, times, whole};

/// Adds up a numeral from the left.
pub(super) struct Sum {
    total: Value,
    section: Value,
    /// The digits that no multiplier has taken yet.
    current: Option<Value>,
    /// How far a stretch goes: 三四百 is from three hundred to one hundred more.
    stretch: Option<Value>,
    /// The same digits by their places: 三一 is 31 too.
    row: Option<Value>,
    pub(super) last: Value,
    /// The last of 万, 亿, 兆.
    big: Value,
    pub(super) form: Form,
    rough: Rough,
    zero: bool,
    /// Whether it has digits at all.
    digits: bool,
}

/// Whether a numeral leaves open how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rough {
    No,
    /// 几百, 数十万.
    Some,
    /// 三百多.
    More,
}

impl Default for Sum {
    fn default() -> Self {
        let (nothing, one) = (whole(0), whole(1));
        Self {
            total: nothing,
            section: nothing,
            current: None,
            stretch: None,
            row: None,
            last: one,
            big: one,
            form: Form::Plain,
            rough: Rough::No,
            zero: false,
            digits: false,
        }
    }
}

impl Sum {
    /// Takes what stands at `at`, and tells the character behind it; none where the numeral ends.
    pub(super) fn step(&mut self, chars: &[char], start: usize, at: usize) -> Option<usize> {
        let c = *chars.get(at)?;
        let (free, row) = (self.current.is_none(), self.form == Form::Row);
        if c.is_ascii_digit() && free && !row {
            let read = Digits::read(chars, at)?;
            (self.current, self.digits) = (Some(read.value), true);
            let broken = read.broken || self.form == Form::Broken;
            self.form = if broken { Form::Broken } else { Form::Arabic };
            return Some(read.end);
        }
        if digit(c).is_some() && free && self.rough != Rough::Some {
            return self.han(chars, at);
        }
        if let Some(unit) = unit(c).filter(|_| !row && !is_mega(chars, at)) {
            self.multiply(unit)?;
        } else if is_some(chars, at) && free {
            self.rough = Rough::Some;
        } else if is_more(chars, at) && at > start && self.rough == Rough::No {
            self.rough = Rough::More;
        } else if !(c == ' ' && at > start && goes_on(chars, at + 1) && !row) {
            return None;
        }
        Some(at + 1)
    }

    /// A run of Chinese digits: one of them, two that are a stretch, or a number by its places.
    fn han(&mut self, chars: &[char], start: usize) -> Option<usize> {
        let end = start + chars[start..].iter().take_while(|c| digit(**c).is_some()).count();
        let digits: Vec<u8> = chars[start..end].iter().filter_map(|c| digit(*c)).take(19).collect();
        let value = |it: u8| whole(i128::from(it));
        self.digits = true;
        let first = self.total == whole(0) && self.section == whole(0);
        let row = digits.iter().fold(0, |sum, it| sum * 10 + i128::from(*it));
        match digits[..] {
            [0, one] if !first => (self.zero, self.current) = (true, Some(value(one))),
            [0] if !first => self.zero = true,
            [one] => self.current = Some(value(one)),
            [low, high] if low > 0 && high > 0 && low != high => {
                self.current = Some(value(low.min(high)));
                self.stretch = Some(value(low.abs_diff(high)));
                self.row = Some(whole(row)).filter(|_| first);
            }
            _ if digits.len() <= 18 && first => {
                (self.current, self.form) = (Some(whole(row)), Form::Row);
            }
            _ => return None,
        }
        Some(end)
    }

    fn multiply(&mut self, unit: Value) -> Option<()> {
        if unit <= whole(1000) {
            let factor = self.current.unwrap_or(whole(1));
            self.section = plus(self.section, times(factor, unit)?)?;
        } else {
            let section = plus(self.section, self.current.unwrap_or(whole(0)))?;
            let alone = section == whole(0) && self.total == whole(0);
            let section = if alone { whole(1) } else { section };
            // 万亿, 三万五千亿: the second multiplies all that came before.
            let all = section == whole(0) || self.big < unit && self.total > whole(0);
            let base = if all { plus(self.total, section)? } else { section };
            let product = times(base, unit)?;
            self.total = if all { product } else { plus(self.total, product)? };
            (self.section, self.big) = (whole(0), unit);
        }
        self.stretch = self.stretch.and_then(|it| times(it, unit));
        (self.current, self.last, self.zero) = (None, unit, false);
        Some(())
    }

    pub(super) fn readings(&self) -> Option<Vec<Reading>> {
        let sum = plus(self.total, self.section)?;
        if self.current.is_none() && sum == whole(0) {
            return None;
        }
        let value = plus(sum, self.rest())?;
        if self.rough == Rough::Some {
            let teens = self.last == whole(10) && sum % whole(100) > whole(0);
            let few = self.last == whole(1) || self.current.is_some() || teens;
            let high = if few { value + whole(9) } else { times(value, whole(10))? };
            return Some(vec![Reading { low: value, high }]);
        }
        if let Some(stretch) = self.stretch {
            let high = plus(value, stretch)?;
            let row = self.row.filter(|_| self.last == whole(1)).map(Reading::exact);
            return Some([Reading { low: value, high }].into_iter().chain(row).collect());
        }
        if self.rough == Rough::More {
            let fine = grain(value);
            let grain = if fine < self.last { self.last } else { fine };
            return Some(vec![and_more(value, grain.max(whole(1)))?]);
        }
        let bare = !self.digits && self.last > whole(1);
        let about = bare.then(|| times(value, whole(10))).flatten();
        let about = about.map(|high| Reading { low: value, high });
        Some([Reading::exact(value)].into_iter().chain(about).collect())
    }

    /// Whether it has digits and multipliers both.
    pub(super) fn is_composed(&self) -> bool {
        self.digits && self.last > whole(1) && self.rough != Rough::Some
    }

    /// The digits behind the last multiplier: 三百五, 2万5 count the next lower place.
    fn rest(&self) -> Value {
        let rest = self.current.unwrap_or(whole(0));
        let short = self.last >= whole(100) && !self.zero && rest < whole(10);
        if short { rest * self.last / whole(10) } else { rest }
    }
}

/// 兆瓦, 兆赫: the character belongs to a unit.
fn is_mega(chars: &[char], at: usize) -> bool {
    let next = chars.get(at + 1);
    chars[at] == '兆' && next.is_some_and(|c| "瓦赫字比帕位欧焦丰".contains(*c))
}

/// Whether a multiplier follows after a space: `3 亿`.
fn goes_on(chars: &[char], at: usize) -> bool {
    let big = |c: &char| matches!(c, '百' | '千' | '万' | '亿' | '兆');
    let more = is_more(chars, at) && chars.get(at + 1).is_some_and(big);
    more || chars.get(at).is_some_and(big)
        && !(chars.get(at) == Some(&'百') && chars.get(at + 1) == Some(&'分'))
}

/// 几, 数 before a multiplier, or 几 behind one.
fn is_some(chars: &[char], at: usize) -> bool {
    let next = chars.get(at + 1).is_some_and(|c| unit(*c).is_some());
    match chars[at] {
        '几' => next || at > 0 && unit(chars[at - 1]).is_some(),
        '数' | '好' | '多' => {
            next && at
                .checked_sub(1)
                .is_none_or(|it| !matches!(chars[it], '人' | '总' | '大' | '次' | '指'))
        }
        _ => false,
    }
}

/// 多, 余, 来 behind a numeral.
fn is_more(chars: &[char], at: usize) -> bool {
    match chars.get(at) {
        Some('多' | '余') => true,
        Some('来') => chars
            .get(at + 1)
            .is_some_and(|c| matches!(c, '个' | '岁' | '年' | '人' | '万' | '亿' | '天')),
        _ => false,
    }
}
