use rapidfuzz::distance::osa;
use rustc_hash::FxHashMap;

/// Known names, to find the one that a misspelled word was meant for.
#[derive(Debug, Default)]
pub(super) struct Near {
    by_length: FxHashMap<usize, OfLength>,
}

/// Names of one length in characters.
#[derive(Debug, Default)]
struct OfLength {
    /// The letters that each has, as bits: side by side they are read fast.
    letters: Vec<u32>,
    /// Each in small letters, and as it is written.
    names: Vec<(Box<[char]>, String)>,
}

impl Near {
    /// Knows these names.
    pub(super) fn new<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let mut near = Self::default();
        for name in names {
            let small: Box<[char]> = name.to_lowercase().chars().collect();
            let of_length = near.by_length.entry(small.len()).or_default();
            if !of_length.names.iter().any(|(it, _)| *it == small) {
                of_length.letters.push(letters(small.iter().copied()));
                of_length.names.push((small, name.to_owned()));
            }
        }
        near
    }

    /// The name that is nearest to `word`, at most `slips` letters away but not the word itself,
    /// if only one is; small letters are as good as capitals.
    pub(super) fn find(&self, word: &str, slips: usize) -> Option<&str> {
        let small = word.to_lowercase();
        let (bits, length) = (letters(small.chars()), small.chars().count());
        let lengths = length.saturating_sub(slips)..=length + slips;
        let word = osa::BatchComparator::new(small.chars());
        let within = osa::Args::default().score_cutoff(slips);
        // A slip changes two bits at most, and counting them is cheap.
        let may_be = |it: u32| (it ^ bits).count_ones() as usize <= 2 * slips;
        let mut found: Vec<(usize, &str)> = lengths
            .filter_map(|length| self.by_length.get(&length))
            .flat_map(|it| it.letters.iter().zip(&it.names))
            .filter(|(letters, _)| may_be(**letters))
            .filter_map(|(_, (it, name))| {
                Some((word.distance_with_args(it.iter().copied(), &within)?, name.as_str()))
            })
            .filter(|(far, _)| *far > 0)
            .collect();
        found.sort_unstable();
        let (nearest, name) = *found.first()?;
        found.get(1).is_none_or(|(far, _)| *far > nearest).then_some(name)
    }
}

/// How many letters must be changed, added, left out or swapped to make `a` of `b`.
pub fn distance(a: &str, b: &str) -> usize {
    strsim::osa_distance(a, b)
}

fn letters(word: impl Iterator<Item = char>) -> u32 {
    let letters = word.filter(char::is_ascii_lowercase);
    letters.fold(0, |bits, c| bits | 1 << (u32::from(c) - u32::from('a')))
}

#[cfg(test)]
mod tests {
    use super::Near;

    #[test]
    fn one_name_within_reach_is_found() {
        let near = Near::new(["Zuckerberg", "Nvidia", "Anthropic"]);
        assert_eq!(near.find("Zukerberg", 1), Some("Zuckerberg"));
        assert_eq!(near.find("Antrhopic", 1), Some("Anthropic"));
        assert_eq!(near.find("nvidia", 1), None);
        assert_eq!(near.find("Nivida", 1), None);
        assert_eq!(near.find("Nvida", 1), Some("Nvidia"));
    }

    #[test]
    fn two_names_within_reach_are_none() {
        assert_eq!(Near::new(["Karin", "Karen"]).find("Karon", 1), None);
    }
}
