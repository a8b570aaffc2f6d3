//! Chinese numerals: 三千五百, 1.5亿, 3,000多万, 二〇二五, 十几.

use super::sum::Sum;
use crate::numbers::figure::Reading;
use crate::numbers::value::{Value, whole};

/// A numeral and what it may be worth.
#[derive(Clone, Debug)]
pub(super) struct Numeral {
    /// The character behind it.
    pub(super) end: usize,
    /// The likeliest reading first.
    pub(super) readings: Vec<Reading>,
    pub(super) form: Form,
    /// What the last multiplier is worth.
    pub(super) scale: Value,
}

/// How a numeral is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// In Arabic digits, a multiplier behind them or not.
    Arabic,
    /// In pieces, `3, 000` or `3 000`: one number, or several.
    Broken,
    /// 二〇二五: digits in a row.
    Row,
    /// Digits and multipliers both, as in 二十一: no word has them by chance.
    Composed,
    /// A digit or a multiplier alone, or a word like 万一.
    Plain,
}

impl Numeral {
    /// What it is worth, where that is one value.
    pub(super) fn value(&self) -> Option<Value> {
        self.readings.first().filter(|it| it.is_exact()).map(|it| it.low)
    }

    pub(super) fn is_arabic(&self) -> bool {
        matches!(self.form, Form::Arabic | Form::Broken)
    }
}

/// The numeral that begins at the character `start`.
pub(super) fn numeral(chars: &[char], start: usize) -> Option<Numeral> {
    let mut sum = Sum::default();
    let mut at = start;
    while let Some(end) = sum.step(chars, start, at) {
        at = end;
    }
    // 万一, 百一: what begins with a greater multiplier is a word.
    let led = chars.get(start).is_some_and(|c| digit(*c).is_some() || matches!(c, '十' | '拾'));
    let composed = led && sum.is_composed();
    let form = if sum.form == Form::Plain && composed { Form::Composed } else { sum.form };
    Some(Numeral { end: at, readings: sum.readings()?, form, scale: sum.last })
}

/// The digit that a character is.
pub(super) fn digit(c: char) -> Option<u8> {
    Some(match c {
        '零' | '〇' | '○' => 0,
        '一' | '壹' => 1,
        '二' | '两' | '贰' => 2,
        '三' | '叁' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    })
}

/// What a character multiplies by.
pub(super) fn unit(c: char) -> Option<Value> {
    Some(whole(match c {
        '十' | '拾' => 10,
        '百' | '佰' => 100,
        '千' | '仟' => 1000,
        '万' => 10_000,
        '亿' => 100_000_000,
        '兆' => 1_000_000_000_000,
        _ => return None,
    }))
}
