//! Exact values: no number of a text is ever rounded by reading it.

use num_rational::Ratio;

/// What a number is worth, exactly.
pub type Value = Ratio<i128>;

/// Greater numbers are not counted but printed: sums and products of what is below cannot overflow.
const GREATEST: i128 = 1_000_000_000_000_000_000;
const FINEST: i128 = 1_000_000;

/// A whole number.
pub(super) fn whole(number: i128) -> Value {
    Value::from_integer(number)
}

/// The value, unless it is greater or finer than any that people write out.
pub(super) fn bounded(value: Value) -> Option<Value> {
    (*value.numer() <= GREATEST * FINEST && *value.denom() <= FINEST && value <= whole(GREATEST))
        .then_some(value)
}

/// A product that stays in bounds.
pub(super) fn times(a: Value, b: Value) -> Option<Value> {
    let numer = a.numer().checked_mul(*b.numer())?;
    bounded(Value::new(numer, a.denom().checked_mul(*b.denom())?))
}

/// A sum that stays in bounds.
pub(super) fn plus(a: Value, b: Value) -> Option<Value> {
    bounded(a + b)
}

/// A quotient that stays in bounds.
pub(super) fn over(a: Value, b: Value) -> Option<Value> {
    (*b.numer() != 0).then(|| times(a, b.recip()))?
}

/// `1,234.5` and `.5`; commas are passed over.
pub(super) fn decimal(digits: &str) -> Option<Value> {
    let (mut numer, mut denom) = (0_i128, 1_i128);
    let mut fraction = false;
    for c in digits.chars() {
        match c.to_digit(10) {
            Some(digit) => {
                numer = numer.checked_mul(10)?.checked_add(i128::from(digit))?;
                denom = if fraction { denom.checked_mul(10)? } else { denom };
            }
            None => fraction |= c == '.',
        }
        if numer > GREATEST * FINEST {
            return None;
        }
    }
    bounded(Value::new(numer, denom))
}

/// The power of ten that `a` is times `b`: 1 for 50 and 5. None where it is no power, or they are
/// equal.
pub(super) fn powers_apart(a: Value, b: Value) -> Option<i32> {
    let ratio = over(a, b).or_else(|| over(b, a)).filter(|it| *it != whole(1))?;
    let power = |of: i128| (1..=18).find(|it| 10_i128.pow(*it) == of).map(u32::cast_signed);
    match (*ratio.numer(), *ratio.denom()) {
        (numer, 1) => power(numer).map(|it| if a < b { -it } else { it }),
        (1, denom) => power(denom).map(|it| if a < b { -it } else { it }),
        _ => None,
    }
}

/// One in the place of the last digit that is not zero: 100 for 3,700, 1/10 for 2.5.
pub(super) fn grain(value: Value) -> Value {
    let ten = whole(10);
    let mut grain = whole(1);
    while !(value / grain).is_integer() && *grain.denom() < FINEST {
        grain /= ten;
    }
    while *value.numer() != 0 && (value / (grain * ten)).is_integer() {
        grain *= ten;
    }
    grain
}

/// Whether `rounded` is `exact` with fewer digits, two at least.
pub(super) fn rounds_to(exact: Value, rounded: Value) -> bool {
    let grain = grain(rounded);
    let apart = if exact > rounded { exact - rounded } else { rounded - exact };
    rounded >= grain * whole(10) && apart < grain
}

/// Digits in groups of three, decimals to six places: `1,500,000`, `2.5`; a fraction as `2/3`.
pub(super) fn shown(value: Value) -> String {
    if FINEST % value.denom() != 0 {
        return value.to_string();
    }
    let millionths = value.numer() * (FINEST / value.denom());
    let fraction = format!("{:06}", millionths % FINEST);
    let fraction = fraction.trim_end_matches('0');
    let digits = (millionths / FINEST).to_string();
    let mut grouped = String::new();
    for (nth, digit) in digits.chars().enumerate() {
        if nth > 0 && (digits.len() - nth).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    if fraction.is_empty() { grouped } else { format!("{grouped}.{fraction}") }
}

#[cfg(test)]
mod tests {
    use super::{decimal, grain, powers_apart, rounds_to, shown, whole};

    fn value(digits: &str) -> super::Value {
        decimal(digits).expect("it is in bounds")
    }

    #[test]
    fn values_are_exact() {
        assert_eq!(value("1,234.50"), value("1234.5"));
        assert_eq!(value(".1") + value("0.2"), value("0.3"));
        assert_eq!(decimal(&"9".repeat(60)), None);
        assert_eq!(powers_apart(value("1500000000"), value("150000000")), Some(1));
        assert_eq!(powers_apart(value("0.745"), value("745")), Some(-3));
        assert_eq!(powers_apart(value("7"), value("7")), None);
        assert_eq!(powers_apart(value("7"), value("0")), None);
        assert_eq!(powers_apart(value("20"), value("40")), None);
    }

    #[test]
    fn rounding_keeps_two_digits() {
        assert!(rounds_to(value("3742000"), value("3700000")));
        assert!(!rounds_to(value("3742000"), value("4000000")));
        assert!(!rounds_to(value("3742000"), value("3600000")));
        assert_eq!(grain(value("3700")), whole(100));
        assert_eq!(grain(value("2.5")), value("0.1"));
    }

    #[test]
    fn values_are_shown_as_people_write_them() {
        assert_eq!(shown(value("1500000000")), "1,500,000,000");
        assert_eq!(shown(value("2.50")), "2.5");
        assert_eq!(shown(whole(2) / whole(3)), "2/3");
    }
}
