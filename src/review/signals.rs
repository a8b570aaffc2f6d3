use crate::checks::Unit;
use crate::duplication::coverage;
use crate::score::Signals;
use crate::text::{State, chars};
use unicode_width::UnicodeWidthChar;

/// What a unit shows besides its findings. A source that nobody has translated yet tells nothing.
pub(super) fn signals(unit: &Unit) -> Signals {
    let target = &unit.target;
    let is_open = unit.segment.state == Some(State::Untranslated);
    let source = target.source().filter(|_| !is_open);
    Signals {
        cosine: source.and_then(|_| target.cosine()).map(f64::from),
        length: source.and_then(|source| length(source, target.text())),
        richness: target.variety().richness(),
        repetition: target.coverage() - source.map_or(0.0, coverage),
    }
}

/// How many characters of a source go into one Chinese character: the median of 9,142 human
/// translations out of English is 3.
const RATIO: f64 = 3.0;

/// How much longer a target is than its source lets one expect, as the logarithm of a ratio; of
/// sources in a writing as dense as Chinese nobody knows what to expect. A label of few characters
/// may have half a character more or less.
fn length(source: &str, target: &str) -> Option<f64> {
    let dense = source.chars().filter(|c| chars::is_alphanumeric(*c) && c.width() == Some(2));
    let (expected, dense) = (count(source.trim()), u32::try_from(dense.count()).ok()?);
    (f64::from(dense) * 4.0 <= expected)
        .then(|| ((count(target.trim()) + 0.5) / (expected / RATIO + 0.5)).ln())
}

#[expect(clippy::cast_precision_loss, reason = "a length needs no more than 52 bits")]
fn count(text: &str) -> f64 {
    text.chars().count() as f64
}

#[cfg(test)]
mod tests {
    use super::length;

    #[test]
    fn a_length_is_held_against_a_third_of_the_source() {
        let source = "The library opens at nine.";
        assert!(length(source, "图书馆九点开门。").is_some_and(|it| it.abs() < 0.1));
        assert!(length(source, "").is_some_and(|it| it < -2.0));
        assert!(length(source, source).is_some_and(|it| it > 1.0));
        assert!(length("OK", "确定").is_some_and(|it| it < 0.8));
        assert_eq!(length("図書館は九時に開く", "图书馆九点开门。"), None);
        assert!(length("", "").is_some_and(|it| it.abs() < f64::EPSILON));
    }
}
