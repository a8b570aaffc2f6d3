use super::plain;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Whether a word can be spelled as Mandarin or Japanese is: by whole syllables of pinyin, of
/// Wade-Giles, or of Hepburn. Such words are real names more often than not, and no list has all.
pub fn is_syllables(word: &str) -> bool {
    let small = plain(word);
    small.len() > 1 && (splits(&small, is_pinyin) || splits(&small, is_kana))
}

fn splits(word: &str, is_syllable: fn(&str) -> bool) -> bool {
    let mut reached = vec![false; word.len() + 1];
    reached[0] = true;
    for start in 0..word.len() {
        if reached[start] {
            for length in 1..=6 {
                if word.get(start..start + length).is_some_and(is_syllable) {
                    reached[start + length] = true;
                }
            }
        }
    }
    reached[word.len()]
}

const INITIALS: [&str; 23] = [
    "zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r",
    "z", "c", "s", "y", "w",
];
const FINALS: [&str; 33] = [
    "a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "ong", "i", "ia", "ie", "iao",
    "iu", "ian", "in", "iang", "ing", "iong", "u", "ua", "uo", "uai", "ui", "uan", "un", "uang",
    "ue", "v", "ve",
];
const BARE: [&str; 12] = ["a", "o", "e", "ai", "ei", "ao", "ou", "an", "en", "ang", "eng", "er"];

fn is_pinyin(syllable: &str) -> bool {
    packed(syllable).is_some_and(|it| PINYIN.contains(&it))
}

/// Every syllable, as a number.
static PINYIN: LazyLock<FxHashSet<u64>> = LazyLock::new(|| {
    let whole = INITIALS.iter().flat_map(|initial| FINALS.map(|end| format!("{initial}{end}")));
    whole.chain(BARE.map(str::to_owned)).filter_map(|it| packed(&it)).collect()
});

/// The bytes of a syllable as one number.
fn packed(syllable: &str) -> Option<u64> {
    let fits = syllable.len() <= 8;
    fits.then(|| syllable.bytes().fold(0, |packed, byte| packed << 8 | u64::from(byte)))
}

fn is_kana(syllable: &str) -> bool {
    const ONSETS: [&str; 29] = [
        "", "k", "s", "t", "n", "h", "m", "y", "r", "w", "g", "z", "d", "b", "p", "f", "j", "sh",
        "ch", "ts", "ky", "gy", "ny", "hy", "my", "ry", "by", "py", "kk",
    ];
    let doubled = ["ss", "tt", "pp", "ssh", "tch", "kk"];
    let onset = syllable.trim_end_matches(['a', 'i', 'u', 'e', 'o']);
    let vowels = syllable.len() - onset.len();
    matches!(syllable, "n" | "m")
        || (1..=2).contains(&vowels) && (ONSETS.contains(&onset) || doubled.contains(&onset))
}

#[cfg(test)]
mod tests {
    use super::is_syllables;

    #[test]
    fn chinese_and_japanese_names_are_syllables() {
        for name in [
            "Zhaoxing",
            "Xiaomi",
            "Shenzhen",
            "Xingtai",
            "Yamaji",
            "Kikumoto",
            "Hokkaido",
            "Nippon",
            "Huanggang",
            "zěnmeyàng",
        ] {
            assert!(is_syllables(name), "{name}");
        }
        for word in ["wheaie", "Zhaey", "proceipersion", "Krzysztof", "b"] {
            assert!(!is_syllables(word), "{word}");
        }
    }
}
