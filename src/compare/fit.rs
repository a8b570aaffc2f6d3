use super::{Comparison, Pair, Part, Translation};
use crate::error::Error;
use rustc_hash::FxHashMap;

/// What was put beside what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// Units of the same id.
    Ids,
    /// Paragraphs that stand beside the same part of the source.
    Source,
    /// Paragraphs of the same number.
    Position,
    /// Documents of the same number, some or all of which have other paragraphs.
    Documents,
}

/// Puts two translations of one text side by side.
///
/// # Errors
///
/// If they do not fit: they have no unit in common, or other numbers of documents.
pub fn compare(a: &Translation, b: &Translation) -> Result<Comparison, Error> {
    if [a, b].iter().all(|it| !it.parts.is_empty() && it.parts.iter().all(|it| it.id.is_some())) {
        return by_ids(a, b);
    }
    if a.documents != b.documents {
        let what = format!("the two do not fit: {} has {}", b.file, documents(b.documents));
        let help = "name two translations of one text; rows need their ids in both";
        return Err(
            Error::new(format!("{what}, {} has {}", a.file, documents(a.documents))).help(help)
        );
    }
    let (mut fit, mut pairs) = (Fit::Source, vec![]);
    for document in 0..a.documents {
        let (a, b) = (a.of(document), b.of(document));
        let (found, by) = in_document(a, b);
        fit = fit.max(by);
        pairs.extend(found);
    }
    Ok(Comparison { fit, pairs, alone: [0, 0] })
}

fn documents(count: u32) -> String {
    if count == 1 { "1 document".to_owned() } else { format!("{count} documents") }
}

impl Translation {
    fn of(&self, document: u32) -> &[Part] {
        let from = self.parts.partition_point(|it| it.document < document);
        let to = self.parts.partition_point(|it| it.document <= document);
        &self.parts[from..to]
    }
}

/// An id may stand several times in a file, as for the forms of one message.
fn by_ids(a: &Translation, b: &Translation) -> Result<Comparison, Error> {
    let mut others: FxHashMap<(&str, u32), &Part> = named(b).collect();
    let pairs: Vec<Pair> = named(a)
        .filter_map(|(id, one)| Some(Pair { a: one.clone(), b: others.remove(&id)?.clone() }))
        .collect();
    if pairs.is_empty() {
        let what = format!("the two do not fit: {} and {} have no id in common", a.file, b.file);
        return Err(Error::new(what).help("name two translations of one text"));
    }
    let alone = [a.parts.len() - pairs.len(), others.len()];
    Ok(Comparison { fit: Fit::Ids, pairs, alone })
}

fn named(all: &Translation) -> impl Iterator<Item = ((&str, u32), &Part)> {
    let mut seen: FxHashMap<&str, u32> = FxHashMap::default();
    all.parts.iter().map(move |part| {
        let id = part.id.as_deref().unwrap_or_default();
        let nth = seen.entry(id).or_default();
        *nth += 1;
        ((id, *nth), part)
    })
}

/// The paragraphs of a document by their source, else by their numbers, else all as one.
fn in_document(a: &[Part], b: &[Part]) -> (Vec<Pair>, Fit) {
    let edges = edges(a, b);
    if edges.len() > 1 {
        let cut = |parts: &[Part], nth: usize, side: fn(&(usize, usize)) -> usize| {
            let to = edges.get(nth + 1).map_or(parts.len(), side);
            whole(&parts[side(&edges[nth])..to])
        };
        let pair = |nth| Pair { a: cut(a, nth, |it| it.0), b: cut(b, nth, |it| it.1) };
        return ((0..edges.len()).map(pair).collect(), Fit::Source);
    }
    if a.len() == b.len() {
        let pair = |(a, b): (&Part, &Part)| Pair { a: a.clone(), b: b.clone() };
        return (a.iter().zip(b).map(pair).collect(), Fit::Position);
    }
    (vec![Pair { a: whole(a), b: whole(b) }], Fit::Documents)
}

/// The numbers of the paragraphs of both that begin with the same byte of the source. What stands
/// before the first belongs to it.
fn edges(a: &[Part], b: &[Part]) -> Vec<(usize, usize)> {
    let mut edges = vec![];
    let (mut i, mut j, mut reach) = (0, 0, None);
    while i < a.len() && j < b.len() {
        match (a[i].from, b[j].from) {
            (one, _) if one.is_none() || one <= reach => i += 1,
            (_, two) if two.is_none() || two <= reach => j += 1,
            (one, two) if one == two => {
                edges.push((i, j));
                reach = one;
            }
            (one, two) if one < two => i += 1,
            _ => j += 1,
        }
    }
    if let Some(first) = edges.first_mut() {
        *first = (0, 0);
    }
    edges
}

/// Several parts as one.
fn whole(parts: &[Part]) -> Part {
    let mut parts = parts.iter();
    let mut sum = parts.next().cloned().unwrap_or_default();
    parts.for_each(|it| sum += it);
    sum
}

#[cfg(test)]
mod tests {
    use super::{Fit, Part, Translation, compare};
    use crate::score::Score;

    fn translation(parts: &[(Option<&str>, Option<u32>, u32)]) -> Translation {
        let part = |(id, from, tenths): &(Option<&str>, Option<u32>, u32)| Part {
            id: id.map(str::to_owned),
            from: *from,
            score: Score { tenths: *tenths, ..Score::default() },
            ..Part::default()
        };
        Translation {
            parts: parts.iter().map(part).collect(),
            documents: 1,
            ..Translation::default()
        }
    }

    fn fitted(
        a: &[(Option<&str>, Option<u32>, u32)],
        b: &[(Option<&str>, Option<u32>, u32)],
    ) -> (Fit, Vec<(u32, u32)>) {
        let found = compare(&translation(a), &translation(b)).expect("they fit");
        let pairs = found.pairs.iter().map(|it| (it.a.score.tenths, it.b.score.tenths));
        (found.fit, pairs.collect())
    }

    #[test]
    fn units_are_paired_by_their_ids() {
        let a = [(Some("x"), None, 1), (Some("y"), None, 2), (Some("x"), None, 3)];
        let b = [(Some("y"), None, 10), (Some("z"), None, 20), (Some("x"), None, 30)];
        assert_eq!(fitted(&a, &b), (Fit::Ids, vec![(1, 30), (2, 10)]));
        let found = compare(&translation(&a), &translation(&b)).expect("they fit");
        assert_eq!(found.alone, [1, 1]);
        assert!(compare(&translation(&a), &translation(&[(Some("w"), None, 0)])).is_err());
    }

    #[test]
    fn paragraphs_are_paired_by_their_source() {
        let a = [(None, Some(0), 1), (None, Some(9), 2), (None, Some(20), 4), (None, None, 8)];
        let b = [(None, None, 10), (None, Some(0), 20), (None, Some(20), 40)];
        assert_eq!(fitted(&a, &b), (Fit::Source, vec![(3, 30), (12, 40)]));
    }

    #[test]
    fn paragraphs_are_paired_by_their_numbers_or_not_at_all() {
        let one = (None, None, 1);
        assert_eq!(fitted(&[one, one], &[one, one]), (Fit::Position, vec![(1, 1), (1, 1)]));
        assert_eq!(fitted(&[one, one], &[one]), (Fit::Documents, vec![(2, 1)]));
        let more = Translation { documents: 2, ..translation(&[one]) };
        assert!(compare(&translation(&[one]), &more).is_err());
    }
}
