use super::units::Unit;
use super::value::{Value, plus, shown, times, whole};
use crate::text::Span;

/// A number in a text, with all that it may be worth.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Where it stands.
    pub span: Span,
    /// What it counts.
    pub kind: Kind,
    /// The unit or currency behind or before it.
    pub unit: Option<&'static Unit>,
    /// What it may be worth, the likeliest first: `10k` is ten thousand, or ten kilometres.
    pub readings: Vec<Reading>,
    /// Written to be counted: in digits, or in words that are nothing but a number. What is not
    /// firm may be an idiom or a name, so it answers for another number and accuses none.
    pub firm: bool,
    /// Right behind a Latin word, as in `iPhone 12`: it may belong to the name.
    pub named: bool,
    /// In Arabic digits.
    pub arabic: bool,
    /// Of an hour, whether it is said to be after noon.
    pub(super) afternoon: Option<bool>,
    /// What its last word multiplies by: a million in `2 million`.
    pub(super) scale: Value,
}

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// Things, measures, money.
    Quantity,
    /// Hundredths.
    Percent,
    /// The place in an order.
    Ordinal,
    /// A year of the calendar.
    Year,
    /// A month of the year.
    Month,
    /// A day of the month.
    Day,
    /// A day of the week; Monday is 1.
    Weekday,
    /// An hour of the day.
    Hour,
    /// A minute of the hour.
    Minute,
    /// Ten years, by the first of them.
    Decade,
    /// Ten years of whatever century.
    Tens,
    /// A century.
    Century,
}

impl Kind {
    /// Whether it tells a day or a time.
    pub fn is_calendar(self) -> bool {
        matches!(self, Self::Month | Self::Day | Self::Weekday | Self::Hour | Self::Minute)
    }

    /// Whether it tells a stretch of years.
    pub fn is_era(self) -> bool {
        matches!(self, Self::Decade | Self::Tens | Self::Century)
    }
}

/// One thing that a number may be worth: from `low` to `high`, mostly the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// The least.
    pub low: Value,
    /// The most.
    pub high: Value,
}

impl Reading {
    pub(super) fn exact(value: Value) -> Self {
        Self { low: value, high: value }
    }

    pub(super) fn is_exact(self) -> bool {
        self.low == self.high
    }

    pub(super) fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }
}

impl Figure {
    pub(super) fn new(span: Span, kind: Kind, value: Value) -> Self {
        let readings = vec![Reading::exact(value)];
        Self {
            span,
            kind,
            unit: None,
            readings,
            firm: true,
            named: false,
            arabic: false,
            afternoon: None,
            scale: whole(1),
        }
    }

    /// A number that is somewhere between the two.
    pub(super) fn between(span: Span, low: Value, high: Value) -> Self {
        let readings = vec![Reading { low, high }];
        Self { readings, firm: false, ..Self::new(span, Kind::Quantity, low) }
    }

    pub(super) fn loose(self) -> Self {
        Self { firm: false, ..self }
    }

    pub(super) fn unit(self, unit: Option<&'static Unit>) -> Self {
        Self { unit: unit.or(self.unit), ..self }
    }

    /// The likeliest value, where that is one and not a stretch.
    pub fn value(&self) -> Option<Value> {
        self.readings.first().filter(|it| it.is_exact()).map(|it| it.low)
    }

    /// What it is worth, as people write it: `1,500,000`, `2.5`, `10-19`.
    pub fn shown(&self) -> String {
        let (low, high) = (|it: &Reading| shown(it.low), |it: &Reading| shown(it.high));
        let show = |it: &Reading| {
            if it.is_exact() { low(it) } else { format!("{}-{}", low(it), high(it)) }
        };
        self.readings.first().map(show).unwrap_or_default()
    }

    /// Whether it says more than a word with a numeral in it does: it is firm, or counts a unit or
    /// the days.
    pub fn is_telling(&self) -> bool {
        self.firm || self.unit.is_some() || self.kind != Kind::Quantity
    }

    /// The exact values that it may have.
    pub(super) fn values(&self) -> impl Iterator<Item = Value> {
        self.readings.iter().filter(|it| it.is_exact()).map(|it| it.low)
    }
}

/// Gives each number of a range what the last says for all: `5-10 million`, `三至五万`.
pub(super) fn spread(figures: &mut [Figure], joined: impl Fn(Span) -> bool) {
    for nth in (1..figures.len()).rev() {
        let (before, from) = figures.split_at_mut(nth);
        let (first, last) = (&mut before[nth - 1], &from[0]);
        let gap = first.span.end..last.span.start;
        if gap.start > gap.end || !joined(Span { start: gap.start, end: gap.end }) {
            continue;
        }
        if last.scale > whole(1) && first.scale == whole(1) {
            let more = first.value().and_then(|it| times(it, last.scale));
            first.readings.extend(more.map(Reading::exact));
        }
        first.unit = first.unit.or(last.unit.filter(|_| last.kind == first.kind));
        let era = last.kind.is_era() || matches!(last.kind, Kind::Percent | Kind::Day);
        if era && matches!(first.kind, Kind::Quantity | Kind::Ordinal) {
            first.kind = last.kind;
        }
    }
}

/// `value` and what a word like 多 adds to it: less than one more in its last place.
pub(super) fn and_more(value: Value, grain: Value) -> Option<Reading> {
    Some(Reading { low: value, high: plus(value, grain)? })
}
