use crate::numbers::figure::{Figure, Reading};
use crate::numbers::value::Value;

/// The figures of one side by what they may be worth.
pub(super) struct Index {
    exact: Vec<(Value, usize)>,
    /// Those that may be anywhere in a stretch.
    vague: Vec<(Reading, usize)>,
}

/// How many vague figures are asked at most, so that a text full of them takes no longer.
const VAGUE: usize = 64;

impl Index {
    pub(super) fn of(figures: &[Figure]) -> Self {
        let readings = || {
            figures
                .iter()
                .enumerate()
                .flat_map(|(nth, it)| it.readings.iter().map(move |r| (*r, nth)))
        };
        let exact = readings().filter(|(it, _)| it.is_exact()).map(|(it, nth)| (it.low, nth));
        let mut exact: Vec<_> = exact.collect();
        exact.sort_unstable();
        let vague = readings().filter(|(it, _)| !it.is_exact()).take(VAGUE).collect();
        Self { exact, vague }
    }

    /// The figures that may be worth what `figure` is.
    pub(super) fn answers(&self, figure: &Figure) -> Vec<usize> {
        let mut found: Vec<usize> =
            figure.readings.iter().flat_map(|it| self.meeting(*it)).collect();
        found.sort_unstable();
        found.dedup();
        found
    }

    fn meeting(&self, reading: Reading) -> impl Iterator<Item = usize> {
        let from = self.exact.partition_point(|(value, _)| *value < reading.low);
        let rest = self.exact[from..].iter().take_while(move |(value, _)| *value <= reading.high);
        let vague = self.vague.iter().filter(move |(it, _)| it.meets(reading));
        rest.map(|(_, nth)| *nth).chain(vague.map(|(_, nth)| *nth))
    }
}
