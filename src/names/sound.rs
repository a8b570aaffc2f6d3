use super::plain;

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
    if BARE.contains(&syllable) {
        return true;
    }
    let initial = INITIALS.iter().find(|it| syllable.starts_with(**it));
    initial.is_some_and(|it| FINALS.contains(&&syllable[it.len()..]))
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
