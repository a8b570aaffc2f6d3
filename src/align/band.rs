use super::claims::Key;
use super::piece::{Original, Rendered};
use std::ops::Range;

/// Where beads may end: for each number of source pieces that are done, the numbers of target
/// pieces that may be done with them.
#[derive(Debug)]
pub(super) struct Band {
    rows: Vec<Range<usize>>,
}

/// Two texts are compared piece with piece if that is no more than this.
const WHOLE: usize = 1 << 15;

/// So far from the path beads are looked for.
const REACH: usize = 40;

impl Band {
    /// The band for two texts.
    pub(super) fn of(source: &[Original], target: &[Rendered]) -> Self {
        let (n, m) = (source.len(), target.len());
        if n.saturating_mul(m) <= WHOLE {
            return Self { rows: vec![0..m + 1; n + 1] };
        }
        let path = path(&landmarks(source, target), n, m);
        let around = |at: &usize| at.saturating_sub(REACH)..(at + REACH).min(m) + 1;
        let mut rows: Vec<Range<usize>> = path.iter().map(around).collect();
        // Where the path leaps, the row is as long as the leap.
        for i in 0..n {
            rows[i].end = rows[i].end.max(rows[i + 1].start + 1);
        }
        Self { rows }
    }

    /// The numbers of target pieces that may be done with `done` pieces of the source.
    pub(super) fn row(&self, done: usize) -> Range<usize> {
        self.rows[done].clone()
    }

    /// The pieces of the target that the piece `i` of the source may belong to.
    pub(super) fn pieces(&self, i: usize) -> Range<usize> {
        self.rows[i].start..self.rows[i + 1].end - 1
    }
}

/// For each number of source pieces the number of target pieces, straight between the landmarks.
fn path(landmarks: &[(usize, usize)], n: usize, m: usize) -> Vec<usize> {
    let mut path = vec![0];
    let mut before = (0, 0);
    for &(i, j) in landmarks.iter().chain([&(n, m)]) {
        let (width, height) = (i - before.0, j - before.1);
        path.extend((1..=width).map(|step| before.1 + height * step / width));
        before = (i, j);
    }
    path
}

/// Pieces that say something which no other piece of their text says; both their numbers rise.
fn landmarks(source: &[Original], target: &[Rendered]) -> Vec<(usize, usize)> {
    let rare = |it: &Original| -> Vec<Key> {
        it.claims.iter().filter(|it| it.is_rare).map(|it| it.keys[0]).collect()
    };
    let said = unique(source.iter().map(rare));
    let shown = unique(target.iter().map(|it| it.shown.clone()));
    let mut points: Vec<(usize, usize)> = vec![];
    for (key, i) in said {
        let found = shown.binary_search_by_key(&key, |it| it.0);
        points.extend(found.ok().map(|at| (i, shown[at].1)));
    }
    points.sort_unstable();
    rising(&points)
}

/// The keys that only one of the pieces has, in order.
fn unique(pieces: impl Iterator<Item = Vec<Key>>) -> Vec<(Key, usize)> {
    let mut all: Vec<(Key, usize)> = pieces
        .enumerate()
        .flat_map(|(nth, keys)| keys.into_iter().map(move |it| (it, nth)))
        .collect();
    all.sort_unstable();
    all.dedup();
    let groups = all.chunk_by(|a, b| a.0 == b.0);
    groups.filter(|it| it.len() == 1).map(|it| it[0]).collect()
}

/// The longest chain of points both of whose numbers rise.
fn rising(points: &[(usize, usize)]) -> Vec<(usize, usize)> {
    // Of each length the last point of the chain that ends lowest.
    let mut ends: Vec<usize> = vec![];
    let mut before: Vec<Option<usize>> = vec![];
    for (nth, &(i, j)) in points.iter().enumerate() {
        let length = ends.partition_point(|it| points[*it].1 < j);
        let last = length.checked_sub(1).map(|it| ends[it]);
        before.push(last);
        // Of two landmarks of one piece of the source only one can be right.
        if last.is_some_and(|it| points[it].0 == i) {
            continue;
        }
        match ends.get_mut(length) {
            Some(end) => *end = nth,
            None => ends.push(nth),
        }
    }
    let mut chain = vec![];
    let mut at = ends.last().copied();
    while let Some(nth) = at {
        chain.push(points[nth]);
        at = before[nth];
    }
    chain.reverse();
    chain.dedup_by_key(|it| it.0);
    chain
}

#[cfg(test)]
mod tests {
    use super::{path, rising};

    #[test]
    fn a_path_goes_through_the_landmarks_that_rise() {
        let points = [(1, 1), (2, 9), (3, 3), (4, 4), (8, 12)];
        let chain = rising(&points);
        assert_eq!(chain, [(1, 1), (3, 3), (4, 4), (8, 12)]);
        let path = path(&chain, 10, 14);
        assert_eq!(path, [0, 1, 2, 3, 4, 6, 8, 10, 12, 13, 14]);
        assert_eq!(rising(&[]), []);
    }
}
