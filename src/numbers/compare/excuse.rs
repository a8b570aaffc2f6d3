//! What makes two different numbers say the same: rounding, conversion, the centuries of a year.

use super::Pairing;
use crate::numbers::figure::{Figure, Kind};
use crate::numbers::value::{Value, rounds_to, times, whole};

/// Marks as known what another number of the other side says in its own way.
pub(super) fn excuse(pairing: &mut Pairing) {
    let [unknown, others] = [0, 1].map(|side| pairing.unknown(side).collect::<Vec<_>>());
    for nth in unknown {
        let same = |it: &Figure| is_same(&pairing.source[nth], it);
        if let Some(other) = pairing.target.iter().position(same) {
            pairing.known[0][nth] = true;
            pairing.known[1][other] = true;
        }
    }
    for nth in others {
        let same = |it: &Figure| is_same(it, &pairing.target[nth]);
        pairing.known[1][nth] |= pairing.source.iter().any(same);
    }
}

fn is_same(source: &Figure, target: &Figure) -> bool {
    is_same_era(source, target) || is_converted(source, target) || is_rounded(source, target)
}

/// The year 1893 stands in the 19th century, and 90年代 is the decade of 1890 or 1990.
fn is_same_era(a: &Figure, b: &Figure) -> bool {
    let (Some(one), Some(other)) = (a.value(), b.value()) else { return false };
    let hundred = whole(100);
    let years = |kind| matches!(kind, Kind::Year | Kind::Decade);
    let within = |year: Value, century: Value| {
        year > (century - whole(1)) * hundred - whole(1) && year <= century * hundred
    };
    match (a.kind, b.kind) {
        (Kind::Century, kind) if years(kind) => within(other, one),
        (kind, Kind::Century) if years(kind) => within(one, other),
        // 1981-87 is written out: 1981年至1987年.
        (Kind::Quantity, Kind::Year) => one < hundred && one >= whole(10) && other % hundred == one,
        (Kind::Decade, Kind::Tens) => one % hundred == other,
        (Kind::Tens, Kind::Decade) => other % hundred == one,
        (Kind::Decade, Kind::Year) | (Kind::Year, Kind::Decade) => {
            (one - other).trunc() / whole(10) == whole(0)
        }
        _ => false,
    }
}

/// Five miles are eight kilometres, 18 months one year and a half.
fn is_converted(source: &Figure, target: &Figure) -> bool {
    let (Some(from), Some(to)) = (source.unit, target.unit) else { return false };
    let values = || source.values().flat_map(|a| target.values().map(move |b| (a, b)));
    if to.code == "celsius" && matches!(from.code, "fahrenheit" | "degree") {
        return values().any(|(a, b)| is_near((a - whole(32)) * whole(5) / whole(9), b));
    }
    let from = from.beside(to);
    from != to
        && from.dimension == to.dimension
        && values().any(|(a, b)| {
            times(a, from.size).zip(times(b, to.size)).is_some_and(|(a, b)| is_near(a, b))
        })
}

/// Within the slack that people allow themselves when they convert: one part in fourteen.
fn is_near(a: Value, b: Value) -> bool {
    let apart = if a > b { a - b } else { b - a };
    b > whole(0) && apart <= b / whole(14)
}

/// 3.74 million may be 370万.
fn is_rounded(source: &Figure, target: &Figure) -> bool {
    let plain = |it: &Figure| !it.kind.is_calendar() && !it.kind.is_era() && it.kind != Kind::Year;
    let exact = source.values().flat_map(|a| target.values().map(move |b| (a, b)));
    plain(source)
        && plain(target)
        && exact
            .into_iter()
            .any(|(a, b)| a >= whole(100) && rounds_to(a, b) || is_decimal(a) && rounds_to(a, b))
}

fn is_decimal(value: Value) -> bool {
    !value.is_integer()
}
