use super::Script;
use crate::text::chars::is_han;
use crate::text::fold;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// Simplified text as Taiwan writes it, in characters and in words (软件 becomes 軟體).
///
/// Made for our own messages and for comparing words. It reads from the left and takes the longest
/// phrase it knows, so that now and then a phrase is seen across two words.
///
/// ```
/// assert_eq!(xindaya::script::traditional("头发和发现"), "頭髮和發現");
/// ```
pub fn traditional(text: &str) -> String {
    TAIWAN.convert(&TRADITIONAL.convert(text))
}

/// A text in the characters of one script, character for character, its words kept: traditional
/// ones as Taiwan writes them, chosen by phrases.
///
/// ```
/// use xindaya::script::{Script, characters};
///
/// assert_eq!(characters("头发和发现", Script::Hant), "頭髮和發現");
/// assert_eq!(characters("軟體", Script::Hans), "软体");
/// ```
pub fn characters(text: &str, script: Script) -> String {
    let folded: String = text.chars().map(|c| if c.is_ascii() { c } else { fold(c) }).collect();
    match script {
        Script::Hans => folded,
        Script::Hant => {
            let one = |c: char| {
                let to = TAIWAN.phrases.get(c.encode_utf8(&mut [0; 4]) as &str);
                to.and_then(|to| to.chars().next()).unwrap_or(c)
            };
            TRADITIONAL.convert(&folded).chars().map(one).collect()
        }
    }
}

/// Traditional text, such as Taiwan's, in the characters and words of the mainland (軟體 becomes
/// 软件): each character in turn, and the byte of the text where what it stands for begins.
///
/// ```
/// let mut said = String::new();
/// xindaya::script::mainland("乾隆的軟體", |_, c| said.push(c));
/// assert_eq!(said, "乾隆的软件");
/// ```
pub fn mainland(text: &str, mut each: impl FnMut(usize, char)) {
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if let Some((read, written)) = MAINLAND.longest_match(&text[at..], first) {
            written.chars().for_each(|c| each(at, c));
            at += read;
        } else {
            each(at, if is_han(first) { fold(first) } else { first });
            at += first.len_utf8();
        }
    }
}

/// Whether a simplified character may become several traditional ones.
pub fn is_ambiguous(c: char) -> bool {
    AMBIGUOUS.contains(c)
}

/// The simplified characters that may become several traditional ones.
static AMBIGUOUS: LazyLock<String> = LazyLock::new(|| {
    include_str!("ambiguous.tsv").lines().filter_map(|line| line.chars().next()).collect()
});

/// Simplified to the traditional standard of the tables' authors, which keeps apart what regions write differently.
static TRADITIONAL: LazyLock<Table> =
    LazyLock::new(|| Table::of(&[include_str!("characters.tsv"), include_str!("phrases.tsv")]));

/// That standard to Taiwan's characters and words.
static TAIWAN: LazyLock<Table> = LazyLock::new(|| Table::of(&[include_str!("taiwan.tsv")]));

/// The phrases of traditional texts that are not the mainland's character for character.
static MAINLAND: LazyLock<Table> = LazyLock::new(|| Table::of(&[include_str!("mainland.tsv")]));

/// Phrases and what they become.
struct Table {
    phrases: FxHashMap<&'static str, &'static str>,
    /// For each first character the bytes of its longest phrase.
    longest: FxHashMap<char, usize>,
}

impl Table {
    fn of(sources: &[&'static str]) -> Self {
        let mut table = Self { phrases: FxHashMap::default(), longest: FxHashMap::default() };
        for (from, to) in
            sources.iter().flat_map(|it| it.lines()).filter_map(|it| it.split_once('\t'))
        {
            table.phrases.insert(from, to);
            if let Some(first) = from.chars().next() {
                let longest = table.longest.entry(first).or_default();
                *longest = from.len().max(*longest);
            }
        }
        table
    }

    fn convert(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let (read, written) = self.longest_match(rest, first).unwrap_or_else(|| {
                let length = first.len_utf8();
                (length, &rest[..length])
            });
            out.push_str(written);
            rest = &rest[read..];
        }
        out
    }

    /// The bytes of the longest phrase that `text` begins with, and what it becomes.
    fn longest_match<'t>(&self, text: &'t str, first: char) -> Option<(usize, &'t str)> {
        let longest = (*self.longest.get(&first)?).min(text.len());
        let ends = (first.len_utf8()..=longest).rev().filter(|end| text.is_char_boundary(*end));
        ends.into_iter().find_map(|end| self.phrases.get(&text[..end]).map(|to| (end, *to)))
    }
}

#[cfg(test)]
mod tests {
    use super::{mainland, traditional};

    #[test]
    fn phrases_decide_between_characters() {
        for (simplified, expected) in [
            ("干净的头发", "乾淨的頭髮"),
            ("皇后在后面", "皇后在後面"),
            ("发明了一种面条", "發明了一種麵條"),
            ("这里的表面", "這裡的表面"),
            ("一只猫看着我", "一隻貓看著我"),
            ("复杂的复习", "複雜的複習"),
        ] {
            assert_eq!(traditional(simplified), expected);
        }
    }

    #[test]
    fn words_become_those_of_taiwan() {
        assert_eq!(traditional("软件信息网络"), "軟體資訊網路");
    }

    #[test]
    fn the_mainland_has_its_own_words_and_few_exceptions() {
        for (traditional, expected) in [
            ("著名的作家看著我", "著名的作家看着我"),
            ("人工智慧與網際網路", "人工智能与互联网"),
            ("乾坤未定，頭髮已乾", "乾坤未定，头发已干"),
            ("A 公司的 iPhone", "A 公司的 iPhone"),
        ] {
            let (mut said, mut places) = (String::new(), vec![]);
            mainland(traditional, |at, c| {
                said.push(c);
                places.push(at);
            });
            assert_eq!(said, expected);
            assert!(
                places.is_sorted() && places.iter().all(|at| traditional.is_char_boundary(*at))
            );
        }
    }

    #[test]
    fn other_text_stays() {
        for text in ["", "OpenAI 3.14, «é» 𠀀", "傳統中文"] {
            assert_eq!(traditional(text), text);
        }
    }
}
