//! What the numbers that say nothing of each other are taken for.

use super::{Difference, Fault, Pairing};
use crate::numbers::figure::{Figure, Kind};
use crate::numbers::units::Unit;
use crate::numbers::value::{Value, powers_apart, times, whole};

/// The differences between the numbers that have no like on the other side.
pub(super) fn differences(pairing: &Pairing) -> Vec<Difference> {
    let mut left: Vec<&Figure> = pairing.unknown(0).map(|nth| &pairing.source[nth]).collect();
    let mut right: Vec<&Figure> = pairing.unknown(1).map(|nth| &pairing.target[nth]).collect();
    right.retain(|it| it.readings.iter().all(|reading| reading.is_exact()) || it.firm);
    let mut found = vec![];
    for fault in [magnitude, era, calendar, unit, digits] {
        take(&mut left, &mut right, fault, &mut found);
    }
    left.retain(|it| it.firm);
    right.retain(|it| it.firm);
    if left.len() == right.len() {
        take(&mut left, &mut right, number, &mut found);
    }
    left.retain(|it| !is_manner(it));
    right.retain(|it| is_counted(it));
    found.extend(left.into_iter().map(|it| lone(Fault::Missing, Some(it), None)));
    found.extend(right.into_iter().map(|it| lone(Fault::Extra, None, Some(it))));
    found
}

/// Numbers that people say without counting, and translators in other words: 24/7, 100 %, a 180.
fn is_manner(source: &Figure) -> bool {
    const SAID: [i128; 11] = [0, 1, 7, 24, 99, 100, 101, 180, 360, 365, 911];
    let said = |it: Value| SAID.contains(&it.to_integer()) && it.is_integer();
    let rank = source.kind == Kind::Ordinal && source.value().is_some_and(|it| it <= whole(3));
    rank || source.value().is_none_or(said)
}

/// Whether the number is one that a translator does not bring in by himself: small ones come with
/// the grammar, dates from the calendar, numbers of names from what is known.
fn is_counted(target: &Figure) -> bool {
    let dated = target.kind.is_calendar() || target.kind.is_era() || target.kind == Kind::Year;
    let small = target.value().is_none_or(|it| it < whole(10) && it.is_integer());
    let round = target.value().is_none_or(|it| [100, 1000, 10_000].contains(&it.to_integer()));
    let few = !target.arabic && target.value().is_none_or(|it| it <= whole(20) || round);
    // So many digits are an identifier.
    let long = target.value().is_none_or(|it| it > whole(10_000_000_000_000));
    !dated && !small && !few && !long && !target.named
}

fn lone(fault: Fault, source: Option<&Figure>, target: Option<&Figure>) -> Difference {
    Difference { fault, source: source.cloned(), target: target.cloned(), sure: false }
}

/// Takes out the first pairs that have a fault, and notes them.
fn take(
    left: &mut Vec<&Figure>,
    right: &mut Vec<&Figure>,
    fault: fn(&Figure, &Figure) -> Option<Fault>,
    found: &mut Vec<Difference>,
) {
    left.retain(|source| {
        let pair = right.iter().enumerate().find_map(|(nth, it)| Some((nth, fault(source, it)?)));
        let Some((nth, fault)) = pair else { return true };
        let target = right.remove(nth);
        let sure = source.firm && target.firm;
        let (source, target) = (Some((*source).clone()), Some(target.clone()));
        found.push(Difference { fault, source, target, sure });
        false
    });
}

fn magnitude(source: &Figure, target: &Figure) -> Option<Fault> {
    let dated = |it: &Figure| it.kind.is_calendar() || it.kind.is_era() || it.kind == Kind::Year;
    let apart = powers_apart(source.value()?, target.value()?)?;
    let counts = source.scale != whole(1) || target.scale != whole(1) || apart.abs() > 1;
    let firm = source.firm && target.firm && !dated(source) && !dated(target);
    (firm && counts).then_some(Fault::Magnitude)
}

fn era(source: &Figure, target: &Figure) -> Option<Fault> {
    let (a, b) = (source.value()?, target.value()?);
    let apart = if a > b { a - b } else { b - a };
    match (source.kind, target.kind) {
        (Kind::Century, Kind::Century) if apart == whole(1) => Some(Fault::Century),
        (Kind::Decade, Kind::Decade) if apart == whole(100) => Some(Fault::Century),
        (Kind::Century, Kind::Century) | (Kind::Decade | Kind::Tens, Kind::Decade | Kind::Tens) => {
            Some(Fault::Date)
        }
        (Kind::Decade | Kind::Year, Kind::Century) => Some(Fault::Century),
        _ => None,
    }
}

fn calendar(source: &Figure, target: &Figure) -> Option<Fault> {
    let dated = source.kind.is_calendar() && source.kind != Kind::Minute;
    (dated && source.kind == target.kind).then_some(Fault::Date)
}

/// Two numbers of one unit.
fn unit(source: &Figure, target: &Figure) -> Option<Fault> {
    let same = source.unit.is_some() && source.unit == target.unit && source.kind == target.kind;
    let plain = |it: &Figure| !it.kind.is_calendar();
    (same && plain(source) && plain(target)).then_some(Fault::Number)
}

/// Two numbers that differ in one digit.
fn digits(source: &Figure, target: &Figure) -> Option<Fault> {
    let (a, b) = (source.value()?.to_string(), target.value()?.to_string());
    let changed = a.bytes().zip(b.bytes()).filter(|(a, b)| a != b).count();
    let similar = a.len() == b.len() && a.len() > 1 && changed <= 2.min(a.len() - 1);
    let kinds = !source.kind.is_calendar() || source.kind == target.kind;
    (similar && kinds && source.firm && target.firm).then_some(Fault::Number)
}

fn number(source: &Figure, target: &Figure) -> Option<Fault> {
    let conflict = source.unit.zip(target.unit).is_some_and(|(a, b)| a.dimension != b.dimension);
    let kinds = source.kind.is_calendar() == target.kind.is_calendar()
        && source.kind.is_era() == target.kind.is_era();
    let alike = source
        .value()
        .zip(target.value())
        .is_some_and(|(a, b)| a <= b * whole(10) && b <= a * whole(10));
    (!conflict && kinds && alike).then_some(Fault::Number)
}

/// Numbers that are right but count something else: miles that became kilometres.
pub(super) fn wrong_units(pairing: &Pairing) -> Vec<Difference> {
    let pairs = pairing
        .partner
        .iter()
        .enumerate()
        .filter_map(|(nth, other)| Some((&pairing.source[nth], &pairing.target[(*other)?])));
    let wrong = pairs.filter(|(source, target)| {
        let units = source.unit.zip(target.unit);
        source.value().is_some_and(|it| Some(it) == target.value())
            && units.is_some_and(|(a, b)| is_wrong(a, b))
    });
    let difference = |(source, target): (&Figure, &Figure)| Difference {
        sure: source.firm && target.firm,
        ..lone(Fault::Unit, Some(source), Some(target))
    };
    wrong.map(difference).collect()
}

fn is_wrong(source: &'static Unit, target: &Unit) -> bool {
    const DOLLARS: [&str; 5] = ["usd", "dollar", "hkd", "twd", "cny"];
    let source = source.beside(target);
    if source.dimension != target.dimension || source == target {
        return false;
    }
    if source.dimension == "money" {
        let plain = target.code == "dollar" && DOLLARS.contains(&source.code);
        return !(plain || source.code == "dollar" && DOLLARS.contains(&target.code));
    }
    let sizes = times(source.size, whole(1)).zip(times(target.size, whole(1)));
    sizes.is_some_and(|(a, b)| a != b && a > Value::from_integer(0) && b > whole(0))
}
