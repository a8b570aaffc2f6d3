//! The right number, written the way the wrong one was.

use super::{Difference, Fault};
use crate::numbers::figure::Kind;
use crate::numbers::value::{Value, over, shown, whole};

impl Difference {
    /// What to write instead of the number of the translation, whose text is `written`. None where
    /// it is not in Arabic digits, or where more than the number has to change.
    pub fn rewritten(&self, written: &str) -> Option<String> {
        let (source, target) = (self.source.as_ref()?, self.target.as_ref()?);
        let plain = |kind| matches!(kind, Kind::Quantity | Kind::Ordinal);
        let same = matches!(self.fault, Fault::Number | Fault::Magnitude);
        let fits = same && plain(target.kind) && target.arabic && !source.kind.is_calendar();
        like(source.value().filter(|_| fits)?, written)
    }
}

/// `value` with the multiplier, the commas and the space that `written` has.
fn like(value: Value, written: &str) -> Option<String> {
    let digits = written.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.')));
    let (digits, rest) = written.split_at(digits.unwrap_or(written.len()));
    let commas =
        |number: String| if digits.contains(',') { number } else { number.replace(',', "") };
    let (space, word) = rest.split_at(rest.len() - rest.trim_start().len());
    if word.is_empty() {
        return value.is_integer().then(|| commas(shown(value)));
    }
    let traditional = word.contains(['萬', '億']);
    let (myriad, great) = if traditional { ("萬", "億") } else { ("万", "亿") };
    let written_so = ["万", "亿", "萬", "億", "千万", "百万", "千萬", "百萬"].contains(&word);
    let scales = [(great, 100_000_000), (myriad, 10_000)];
    let (word, scale) = scales.into_iter().find(|(_, it)| value >= whole(*it))?;
    let count = over(value, whole(scale)).filter(|it| 10_000 % it.denom() == 0)?;
    written_so.then(|| format!("{}{space}{word}", commas(shown(count))))
}
