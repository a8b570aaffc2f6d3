//! Years, dates, times, decades and centuries of a Chinese text.

use super::numeral::{self, Form, Numeral, numeral};
use super::{Kind, Reader, Reading, Value, whole};

const MORNING: [&str; 5] = ["上午", "早上", "清晨", "早晨", "凌晨"];

impl Reader<'_> {
    /// A numeral that is part of a date or a time, by what stands at `after`, behind it.
    pub(super) fn calendar(
        &mut self,
        start: usize,
        after: usize,
        value: Value,
        read: &Numeral,
    ) -> Option<usize> {
        let small = |most: i128| value >= whole(1) && value <= whole(most) && value.is_integer();
        let (kind, length) = if self.says(after, "世纪") {
            (Kind::Century, 2)
        } else if self.says(after, "年代") {
            return Some(self.decade(start, after + 2, value));
        } else if self.at(after) == '年'
            && (value >= whole(1000) && value < whole(2200) && read.scale == whole(1))
        {
            (Kind::Year, 1)
        } else if self.at(after) == '月' && small(12) {
            (Kind::Month, 1)
        } else if matches!(self.at(after), '日' | '号') && small(31) && self.is_day(start) {
            (Kind::Day, 1)
        } else if self.is_hour(start, after) && value <= whole(24) {
            return Some(self.hour(start, after, value));
        } else if self.at(after) == ':' && small(24) {
            return self.clock(start, after, value);
        } else {
            return None;
        };
        let era = matches!(kind, Kind::Century);
        let figure = self.push(start..after + length, kind, value);
        figure.firm = read.is_arabic()
            || era
            || matches!(read.form, Form::Row | Form::Composed) && kind != Kind::Month;
        Some(after + length)
    }

    /// 90年代, 20世纪90年代, 1990年代.
    fn decade(&mut self, start: usize, end: usize, value: Value) -> usize {
        let hundred = whole(100);
        let joined = self.figures.last().filter(|it| {
            it.kind == Kind::Century && it.span.end == self.shadow.span(start..start).start
        });
        let century = joined.and_then(super::Figure::value);
        if let Some(century) = century.filter(|_| value < hundred) {
            let whole_start = self.figures.pop().map_or(0, |it| it.span.start);
            let from = self.shadow.char_of(whole_start);
            let year = (century - whole(1)) * hundred + value;
            let figure = self.push(from..end, Kind::Decade, year);
            figure.readings.push(Reading::exact(century));
        } else {
            let kind = if value < hundred { Kind::Tens } else { Kind::Decade };
            self.push(start..end, kind, value);
        }
        end
    }

    /// Whether 号 or 日 behind a number means a day: it follows a month, or is written so.
    fn is_day(&self, start: usize) -> bool {
        let before = (0..start).rev().map(|at| self.at(at)).find(|c| *c != ' ');
        before == Some('月')
            || before.is_none_or(|c| {
                !c.is_alphanumeric() || matches!(c, '至' | '到' | '和' | '及' | '与' | '于' | '在')
            })
    }

    /// Whether one of the words stands before a number.
    fn comes_after(&self, start: usize, words: &[&str]) -> bool {
        let start = if start > 0 && self.at(start - 1) == ' ' { start - 1 } else { start };
        words.iter().any(|word| self.follows(start, word))
    }

    /// Whether the hour is said to be after noon, or before. The night may be of the next day.
    fn afternoon(&self, start: usize) -> Option<bool> {
        let afternoon = self.comes_after(start, &["下午", "傍晚"]);
        (afternoon || self.comes_after(start, &MORNING)).then_some(afternoon)
    }

    fn is_hour(&self, start: usize, after: usize) -> bool {
        let night = ["晚上", "中午", "深夜", "晚间", "午夜", "半夜"];
        let told = self.afternoon(start).is_some() || self.comes_after(start, &night);
        match self.at(after) {
            '点' => !self.says(after, "点数"),
            '时' => {
                told || numeral(self.chars, after + 1).is_some_and(|it| self.at(it.end) == '分')
            }
            _ => false,
        }
    }

    /// 三点, 下午3点30分, 三点半, 三点一刻.
    fn hour(&mut self, start: usize, after: usize, value: Value) -> usize {
        self.one_hour(start, after + 1, value);
        let at = after + 1 + usize::from(self.at(after + 1) == '钟');
        if self.at(at) == '半' {
            self.push(at..at + 1, Kind::Minute, whole(30)).firm = false;
            return at + 1;
        }
        let minute = numeral(self.chars, at);
        let minute = minute.filter(|it| it.end > at && self.at(at) != ' ');
        let Some((value, read)) = minute.and_then(|it| Some((it.value()?, it))) else { return at };
        let quarter = self.at(read.end) == '刻';
        let value = if quarter { value * whole(15) } else { value };
        if value >= whole(60) {
            return at;
        }
        self.push(at..read.end, Kind::Minute, value).firm = value > whole(0);
        read.end + usize::from(quarter || self.at(read.end) == '分')
    }

    fn one_hour(&mut self, start: usize, end: usize, value: Value) {
        let afternoon = self.afternoon(start).filter(|_| value < whole(12));
        let figure = self.push(start..end, Kind::Hour, value);
        (figure.firm, figure.afternoon) = (false, afternoon);
        if value == whole(12) {
            figure.readings.push(Reading::exact(whole(0)));
        }
    }

    /// 15:30.
    fn clock(&mut self, start: usize, after: usize, hour: Value) -> Option<usize> {
        let digits = (after + 1..after + 3).filter(|at| self.at(*at).is_ascii_digit()).count();
        let minute = numeral(self.chars, after + 1)?;
        let value = minute
            .value()
            .filter(|it| digits == 2 && minute.end == after + 3 && *it < whole(60))?;
        self.one_hour(start, after, hour);
        self.push(after + 1..minute.end, Kind::Minute, value).firm = value > whole(0);
        Some(minute.end)
    }

    /// 星期三, 周日, 禮拜天.
    pub(super) fn weekday(&mut self, at: usize) -> Option<usize> {
        let names = ["星期", "礼拜", "周"];
        let name = names.into_iter().find(|name| self.says(at, name))?;
        let from = at + name.chars().count();
        let value = match self.at(from) {
            '日' | '天' => 7,
            c => numeral::digit(c).filter(|it| (1..=6).contains(it))?,
        };
        let many =
            self.follows(at, "每") && value == 1 || numeral::unit(self.at(from + 1)).is_some();
        let week = name == "周"
            && (matches!(self.at(from + 1), '个' | '年' | '岁')
                || at > 0 && numeral::digit(self.at(at - 1)).is_some());
        if many || week {
            return None;
        }
        self.push(at..from + 1, Kind::Weekday, whole(i128::from(value))).firm = false;
        Some(from + 1)
    }
}
