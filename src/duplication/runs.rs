//! Maximal runs: stretches that repeat with a period, as in stringology (Kolpakov and Kucherov).

/// The longest period that is looked for, in characters: loops of translation engines are shorter.
pub(crate) const LONGEST: usize = 64;

/// Up to this period every distance is tried; beyond it only those that a table proposes.
const TRIED: usize = 2;

/// A stretch `start..end` of at least two periods in which every character equals the one
/// `period` before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) period: usize,
}

impl Run {
    /// How many whole copies there are.
    pub(crate) fn copies(self) -> usize {
        (self.end - self.start) / self.period
    }
}

/// The maximal runs of periods up to [`LONGEST`], by their start; of runs in the same place the
/// one with the smallest period. A run of a period over `lacking` may lack that many items at
/// its end: a list has no comma after its last item. Time is linear in the number of items.
pub(crate) fn runs<T: Copy + Eq>(items: &[T], hash: impl Fn(T) -> u32, lacking: usize) -> Vec<Run> {
    runs_and_repeats(items, hash, lacking).0
}

/// What a text has of repetition at a glance: most texts have none, and need not be searched for
/// the kinds of it one by one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Repeats {
    /// Something stands twice side by side.
    pub twin: bool,
    /// Three neighbours may come again within forty characters.
    pub close: bool,
    /// Four neighbours may.
    pub near: bool,
}

/// How far apart copies are that are called near, in characters: the longest copy that is followed,
/// 32, and the longest gap behind it.
pub(super) const NEAR: usize = 40;

/// The runs, and what else the search for them shows.
pub(super) fn runs_and_repeats<T: Copy + Eq>(
    items: &[T],
    hash: impl Fn(T) -> u32,
    lacking: usize,
) -> (Vec<Run>, Repeats) {
    let mut seeker = Seeker { items, lacking, done: [0; LONGEST + 1], found: vec![] };
    let twin = follow_beside(&mut seeker);
    let longest = follow_seen(&mut seeker, hash);
    let repeats = Repeats { twin, close: longest >= 2, near: longest >= 3 };
    (smallest_periods(seeker.found), repeats)
}

/// Follows all that is as one of the few items before it, and tells whether two stand side by side.
fn follow_beside<T: Copy + Eq>(seeker: &mut Seeker<T>) -> bool {
    let items = seeker.items;
    let mut twin = false;
    for period in 1..=TRIED.min(items.len() / 2) {
        // Hardly any item is: to ask for many at once is quick.
        for (nth, (now, before)) in items[period..].chunks(MANY).zip(items.chunks(MANY)).enumerate()
        {
            let same: u32 = now.iter().zip(before).map(|(a, b)| u32::from(a == b)).sum();
            if same > 0 {
                let at = period + nth * MANY;
                twin |= period == 1;
                let same = |at: &usize| items[*at] == items[at - period];
                (at..at + now.len()).filter(same).for_each(|at| seeker.extend(at, period));
            }
        }
    }
    twin
}

/// Items that are held against others at once.
const MANY: usize = 16;

/// Follows all pairs that a table proposes, and tells how many in a row were seen shortly before.
fn follow_seen<T: Copy + Eq>(seeker: &mut Seeker<T>, hash: impl Fn(T) -> u32) -> u32 {
    let items = seeker.items;
    let Some((first, rest)) = items.split_first() else { return 0 };
    let mut last = LastSeen::new(items.len(), 16);
    let (mut streak, mut longest, mut before) = (0, 0, hash(*first));
    for (at, item) in (1..).zip(rest) {
        let now = hash(*item);
        let distance = last.distance(before.wrapping_mul(0x9e37_79b1) ^ now, at);
        before = now;
        streak = if distance <= NEAR { streak + 1 } else { 0 };
        longest = longest.max(streak);
        // From one more than is tried to the longest: in one comparison.
        if distance.wrapping_sub(TRIED + 1) < LONGEST - TRIED {
            seeker.extend(at, distance);
        }
    }
    longest
}

struct Seeker<'i, T> {
    items: &'i [T],
    lacking: usize,
    /// For each period how far it was followed, so that nothing is followed twice.
    done: [usize; LONGEST + 1],
    found: Vec<Run>,
}

impl<T: Copy + Eq> Seeker<'_, T> {
    /// Follows the repetition that `at` belongs to, both ways, and notes it if it is a run.
    fn extend(&mut self, at: usize, period: usize) {
        let same = |i: usize| self.items[i] == self.items[i - period];
        if at < self.done[period].max(period) || !same(at) {
            return;
        }
        let first = self.done[period].max(period);
        let start = (first..at).rev().take_while(|i| same(*i)).last().unwrap_or(at);
        let end = (at..self.items.len()).find(|i| !same(*i)).unwrap_or(self.items.len());
        self.done[period] = end;
        let lacking = if period > self.lacking + 1 { self.lacking } else { 0 };
        if end - start + lacking >= period {
            self.found.push(Run { start: start - period, end, period });
        }
    }
}

/// Where something was seen last, in a table of fixed size: it may be forgotten when another takes
/// its slot, which costs a proposal, never a wrong run. Two that share a slot are not the same:
/// compare them.
///
/// Places are counted in 16 bits: what was seen some 65,536 items ago may seem near.
pub(super) struct LastSeen {
    slots: Vec<u16>,
}

impl LastSeen {
    /// A table for so many items; `room` slots for each, as far as that helps.
    pub(super) fn new(items: usize, room: usize) -> Self {
        let size = (items * room).next_power_of_two().clamp(1 << 6, 1 << 16);
        Self { slots: vec![0; size] }
    }

    /// How far back what has this key was seen last, or far more; notes that it is seen at `at`.
    #[inline]
    pub(super) fn distance(&mut self, key: u32, at: usize) -> usize {
        let nth = (key >> 8 ^ key) as usize & (self.slots.len() - 1);
        #[expect(clippy::cast_possible_truncation, reason = "places are counted round and round")]
        let now = FAR.wrapping_add(at as u16);
        let before = std::mem::replace(&mut self.slots[nth], now);
        now.wrapping_sub(before).into()
    }
}

/// Places are counted from here, so that a slot that is free seems far away.
const FAR: u16 = 1 << 15;

/// Drops each run that lies inside one of a smaller period; the rest is sorted by start.
fn smallest_periods(mut found: Vec<Run>) -> Vec<Run> {
    found.sort_by_key(|run| (run.start, std::cmp::Reverse(run.end), run.period));
    let mut kept: Vec<Run> = vec![];
    let mut open: Vec<Run> = vec![];
    for run in found {
        open.retain(|other| other.end > run.start);
        let inside = |other: &&Run| other.period <= run.period && run.end <= other.end;
        if !open.iter().any(|other| inside(&other)) {
            open.push(run);
            kept.push(run);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::{Run, runs};

    fn of(text: &str) -> Vec<Run> {
        runs(&text.chars().collect::<Vec<_>>(), u32::from, 0)
    }

    #[test]
    fn the_smallest_period_wins() {
        assert_eq!(of("甲乙甲乙甲乙甲"), [Run { start: 0, end: 7, period: 2 }]);
        assert_eq!(of("哈哈哈哈"), [Run { start: 0, end: 4, period: 1 }]);
    }

    #[test]
    fn long_periods_are_found() {
        let unit = "天地玄黄宇宙洪荒日月盈昃辰宿列张";
        let run = Run { start: 1, end: 1 + 16 * 3 + 2, period: 16 };
        assert_eq!(of(&format!("起{unit}{unit}{unit}天地止")), [run]);
    }

    #[test]
    fn what_does_not_repeat_has_no_runs() {
        assert_eq!(of("天地玄黄宇宙洪荒"), []);
        assert_eq!(of(""), []);
        assert_eq!(of("天"), []);
    }
}
