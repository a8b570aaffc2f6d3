use crate::numbers::value::{Value, decimal};

/// Arabic digits in a Chinese text.
pub(super) struct Digits {
    pub(super) value: Value,
    /// The character behind them.
    pub(super) end: usize,
    /// Held apart by a space or a full-width comma, so that they may be several numbers.
    pub(super) broken: bool,
}

impl Digits {
    /// Reads `12,000.5` at a character, and `12, 000` too.
    pub(super) fn read(chars: &[char], start: usize) -> Option<Self> {
        let mut end = start + run(chars, start);
        let mut broken = false;
        let groups = end - start <= 3;
        while groups && end - start <= 24 {
            let (comma, gap) = (chars.get(end) == Some(&','), gap(chars, end));
            if comma && run(chars, end + 1) == 3 {
                end += 4;
            } else if gap > 0 && run(chars, end + gap) == 3 {
                (end, broken) = (end + gap + 3, true);
            } else {
                break;
            }
        }
        if chars.get(end) == Some(&'.') && run(chars, end + 1) > 0 {
            end += 1 + run(chars, end + 1);
        }
        let digits: String = chars[start..end].iter().collect();
        Some(Self { value: decimal(&digits)?, end, broken })
    }
}

/// How many digits stand at a character.
fn run(chars: &[char], from: usize) -> usize {
    chars.get(from..).unwrap_or_default().iter().take_while(|c| c.is_ascii_digit()).count()
}

/// How many characters part two groups of one number that came to pieces.
fn gap(chars: &[char], at: usize) -> usize {
    let rest = chars.get(at..).unwrap_or_default();
    rest.iter().take(3).take_while(|c| matches!(c, ' ' | ',' | '，')).count()
}
