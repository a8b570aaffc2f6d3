use super::Sorted;

/// Forms that no rule leads back to their words.
static IRREGULAR: Sorted = Sorted::new(include_str!("irregular.tsv"));

/// Regular endings of verbs, nouns and adjectives, and what stands in their place in the word.
const ENDINGS: [(&str, &str); 14] = [
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ied", "y"),
    ("ing", ""),
    ("ing", "e"),
    ("er", ""),
    ("er", "e"),
    ("ier", "y"),
    ("est", ""),
    ("est", "e"),
    ("iest", "y"),
];

/// Endings that make another word, which dictionaries mostly leave out.
const DERIVED: [(&str, &str); 5] =
    [("ly", ""), ("ily", "y"), ("'s", ""), ("ness", ""), ("iness", "y")];

/// A stem has so many letters at least: `red` is no form of `r`.
const STEM: usize = 2;

/// The words that a small English form may be an inflection of, by the list of the irregular ones
/// and by rule; not all of them exist.
pub(super) fn lemmas(form: &str) -> Vec<String> {
    let listed = IRREGULAR.entry(form).into_iter().flat_map(|it| it.split(' '));
    let mut found: Vec<String> = listed.map(str::to_owned).collect();
    found.extend(without(form, &ENDINGS));
    found
}

/// The words that a small English form may be derived from; not all of them exist.
pub(super) fn roots(form: &str) -> Vec<String> {
    without(form, &DERIVED).collect()
}

fn without(form: &str, endings: &'static [(&str, &str)]) -> impl Iterator<Item = String> {
    endings.iter().flat_map(move |(ending, instead)| {
        let stem = form.strip_suffix(ending).filter(|it| it.len() >= STEM).unwrap_or_default();
        let whole = (!stem.is_empty()).then(|| format!("{stem}{instead}"));
        let bytes = stem.as_bytes();
        let doubled = instead.is_empty()
            && bytes.len() > STEM
            && bytes[bytes.len() - 1] == bytes[bytes.len() - 2];
        let halved = doubled.then(|| stem[..stem.len() - 1].to_owned());
        whole.into_iter().chain(halved)
    })
}

#[cfg(test)]
mod tests {
    use super::{lemmas, roots};

    #[test]
    fn forms_lead_back_to_words() {
        for (form, word) in [
            ("went", "go"),
            ("children", "child"),
            ("better", "good"),
            ("companies", "company"),
            ("announced", "announce"),
            ("stopping", "stop"),
            ("hoped", "hope"),
            ("cheapest", "cheap"),
            ("happier", "happy"),
        ] {
            assert!(lemmas(form).iter().any(|it| it == word), "{form}");
        }
        assert!(roots("happily").iter().any(|it| it == "happy"));
        assert!(lemmas("").is_empty() && lemmas("s").is_empty() && roots("é's") == ["é"]);
    }
}
