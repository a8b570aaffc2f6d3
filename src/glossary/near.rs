use rustc_hash::FxHashMap;

/// Known names, to find the one that a misspelled word was meant for.
#[derive(Debug, Default)]
pub(super) struct Near {
    /// Of each length in characters the names, in small letters, with the letters that they have
    /// as bits, and as they are written.
    by_length: FxHashMap<usize, Vec<(u32, String, String)>>,
}

impl Near {
    /// Knows these names.
    pub(super) fn new<'n>(names: impl IntoIterator<Item = &'n str>) -> Self {
        let mut near = Self::default();
        for name in names {
            let small = name.to_lowercase();
            let entry = (letters(&small), small, name.to_owned());
            let of_length = near.by_length.entry(entry.1.chars().count()).or_default();
            if !of_length.iter().any(|it| it.1 == entry.1) {
                of_length.push(entry);
            }
        }
        near
    }

    /// The name that is nearest to `word`, at most `slips` letters away but not the word itself,
    /// if only one is; small letters are as good as capitals.
    pub(super) fn find(&self, word: &str, slips: usize) -> Option<&str> {
        let small = word.to_lowercase();
        let (bits, length) = (letters(&small), small.chars().count());
        let lengths = length.saturating_sub(slips)..=length + slips;
        let mut found: Vec<(usize, &str)> = lengths
            .filter_map(|length| self.by_length.get(&length))
            .flatten()
            // A slip changes two bits at most, and counting them is cheap.
            .filter(|(it, _, _)| (it ^ bits).count_ones() as usize <= 2 * slips)
            .map(|(_, it, name)| (distance(it, &small), name.as_str()))
            .collect();
        found.retain(|(far, _)| (1..=slips).contains(far));
        found.sort_unstable();
        let (nearest, name) = *found.first()?;
        found.get(1).is_none_or(|(far, _)| *far > nearest).then_some(name)
    }
}

/// How many letters must be changed, added, left out or swapped to make `a` of `b`.
pub fn distance(a: &str, b: &str) -> usize {
    strsim::osa_distance(a, b)
}

fn letters(word: &str) -> u32 {
    word.bytes().filter(u8::is_ascii_lowercase).fold(0, |bits, byte| bits | 1 << (byte - b'a'))
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
