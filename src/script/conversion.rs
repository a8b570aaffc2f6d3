use super::{Script, class};
use crate::text::{CharSet, Heads, Shadow};
use rustc_hash::FxHashMap;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

/// A phrase of a traditional text with a character that belongs to another word, as a converter
/// from simplified text chooses it that does not look around: 皇後, 頭發. Simplified characters are
/// the matter of [`super::strays`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misconversion {
    /// The phrase's characters.
    pub chars: Range<usize>,
    /// The phrase with the right characters; all others as the text has them.
    pub right: String,
}

/// The misconverted phrases of a traditional text, whatever words they stand in: whoever asks
/// must see to it that a word begins and ends there.
///
/// ```
/// use xindaya::{script::misconversions, text::Shadow};
///
/// let text = "她剪了頭發";
/// assert_eq!(misconversions(&Shadow::of(text))[0].right, "頭髮");
/// ```
pub fn misconversions(shadow: &Shadow) -> Vec<Misconversion> {
    let table = &*TABLE;
    let mut found: Vec<Misconversion> = vec![];
    for (at, c) in shadow.given().iter().copied().enumerate().filter(|(_, c)| table.is_key.has(*c))
    {
        if table.may_be_wrong(c, shadow.chars(), at)
            && class(c) != Some(Script::Hans)
            && let Some((chars, phrase)) = table.decided(shadow.chars(), at)
            && phrase.becomes != standard(c)
            && found.last().is_none_or(|last| last.chars.end <= chars.start)
        {
            let right = mended(&shadow.given()[chars.clone()], phrase.right);
            found.push(Misconversion { chars, right });
        }
    }
    found
}

/// A phrase's own characters, but for those that the phrase decides.
fn mended(own: &[char], right: &str) -> String {
    let choose = |(own, right): (char, char)| match TABLE.key(own) {
        Some(_) if standard(own) != right => right,
        _ => own,
    };
    own.iter().copied().zip(right.chars()).map(choose).collect()
}

/// The characters that have another form in Taiwan.
const ELSEWHERE: &str = "裏麪衹祇臺";

/// Hong Kong's form of a character as Taiwan's.
fn standard(c: char) -> char {
    match c {
        '裏' => '裡',
        '麪' => '麵',
        '衹' | '祇' => '只',
        '臺' => '台',
        _ => c,
    }
}

struct Table {
    /// For each character that conversion may choose wrongly the simplified one of its group.
    keys: Vec<char>,
    /// Which these are: few, so that the others are told apart at a glance.
    is_key: CharSet,
    /// Where the phrases stand among all that have such a character beside another: the one before
    /// it, or that behind it at the beginning of a phrase.
    places: FxHashMap<Pair, Range<u32>>,
    phrases: Vec<Phrase>,
    /// The same pairs with a character, as a text has it, that is wrong there.
    wrong: Heads,
}

type Pair = (char, char);

/// A phrase that decides about one of its characters.
#[derive(Clone, Copy)]
struct Phrase {
    /// In simplified characters.
    chars: [char; LONGEST],
    length: usize,
    /// How many of them stand before that character.
    before: usize,
    /// The traditional character that is right there.
    becomes: char,
    /// All of it in traditional characters.
    right: &'static str,
}

/// The first character that can be a key; the table goes from here to U+9FFF.
const FIRST: char = '\u{3400}';

/// Characters of the longest phrase.
const LONGEST: usize = 4;

impl Table {
    /// Whether a phrase may stand around `c`, the character at `at`, in which another one is right.
    /// Hardly ever one does: characters that may be wrong are frequent and nearly always right.
    fn may_be_wrong(&self, c: char, text: &[char], at: usize) -> bool {
        let with = |nth: usize| text.get(nth).map(|c| self.group(*c));
        let after = with(at + 1).is_some_and(|next| self.wrong.may_have(c, next));
        after || with(at.wrapping_sub(1)).is_some_and(|before| self.wrong.may_have(before, c))
    }

    /// The phrase that decides about the character at `at`, and where it stands: the longest that
    /// holds it, the leftmost of those.
    fn decided(&self, text: &[char], at: usize) -> Option<(Range<usize>, &Phrase)> {
        let first = at.saturating_sub(LONGEST - 1);
        let mut around = ['\0'; 2 * LONGEST - 1];
        for (to, from) in around.iter_mut().zip(&text[first..]) {
            *to = self.group(*from);
        }
        let (here, before) = (at - first, (at > first).then(|| at - first - 1));
        let mut longest: Option<(Range<usize>, &Phrase)> = None;
        for pair in before.into_iter().chain([here]) {
            for phrase in self.beginning((around[pair], around[pair + 1])) {
                let Some(start) = here.checked_sub(phrase.before) else { continue };
                let chars = &phrase.chars[..phrase.length];
                let is_longer = longest.as_ref().is_none_or(|(it, _)| it.len() < chars.len());
                if is_longer && around[start..].starts_with(chars) {
                    longest = Some((first + start..first + start + chars.len(), phrase));
                }
            }
        }
        longest
    }

    /// The phrases with this pair in them, leftmost first.
    fn beginning(&self, pair: Pair) -> &[Phrase] {
        let place = self.places.get(&pair).cloned().unwrap_or_default();
        &self.phrases[place.start as usize..place.end as usize]
    }

    fn key(&self, c: char) -> Option<char> {
        self.is_key.has(c).then(|| self.keys[c as usize - FIRST as usize])
    }

    /// What stands for a character in the table: those of a group are one.
    fn group(&self, c: char) -> char {
        self.key(c).unwrap_or(c)
    }

    /// Takes phrases in, each for each of its characters that stands for a group.
    fn add_phrases(&mut self, rows: &[(&str, &'static str)], groups: &BTreeMap<char, Vec<char>>) {
        let mut all = vec![];
        for (phrase, right) in rows {
            let mut chars = ['\0'; LONGEST];
            chars.iter_mut().zip(phrase.chars()).for_each(|(to, c)| *to = c);
            for (before, becomes) in right.chars().enumerate() {
                let first = before.saturating_sub(1);
                let (pair, length) = ((chars[first], chars[first + 1]), phrase.chars().count());
                let entry = Phrase { chars, length, before, becomes, right };
                all.extend(groups.contains_key(&chars[before]).then_some((pair, entry)));
            }
        }
        all.sort_by_key(|(pair, phrase)| (*pair, Reverse(phrase.before)));
        for ((pair, phrase), nth) in all.into_iter().zip(0..) {
            self.add_wrong(pair, &phrase, &groups[&phrase.chars[phrase.before]]);
            self.places.entry(pair).or_insert(nth..nth).end = nth + 1;
            self.phrases.push(phrase);
        }
    }

    /// Takes a phrase's pair in, with each of the `members` of the group that is wrong there.
    fn add_wrong(&mut self, pair: Pair, phrase: &Phrase, members: &[char]) {
        let is_wrong =
            |c: &&char| class(**c) != Some(Script::Hans) && standard(**c) != phrase.becomes;
        for c in members.iter().copied().filter(|c| is_wrong(&c)) {
            let (first, second) = if phrase.before == 0 { (c, pair.1) } else { (pair.0, c) };
            self.wrong.add(first, second);
        }
    }
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let rows = include_str!("conversions.tsv").lines().filter_map(|it| it.split_once('\t'));
    let (groups, phrases) = rows.partition::<Vec<_>, _>(|(from, _)| from.chars().count() == 1);
    let groups: BTreeMap<char, Vec<char>> = groups
        .into_iter()
        .filter_map(|(key, members)| Some((key.chars().next()?, group(members))))
        .collect();
    let members: String = groups.values().flatten().collect();
    let mut table = Table {
        keys: vec!['\0'; 0xa000 - FIRST as usize],
        is_key: CharSet::of(&members),
        places: FxHashMap::default(),
        phrases: vec![],
        wrong: Heads::default(),
    };
    for (key, members) in &groups {
        for c in members {
            table.keys[*c as usize - FIRST as usize] = *key;
        }
    }
    table.add_phrases(&phrases, &groups);
    table
});

/// The characters of a group, with those that stand for them elsewhere.
fn group(members: &str) -> Vec<char> {
    let elsewhere = ELSEWHERE.chars().filter(|c| members.contains(standard(*c)));
    members.chars().chain(elsewhere).collect()
}

#[cfg(test)]
mod tests {
    use super::misconversions;
    use crate::text::Shadow;

    #[test]
    fn phrases_tell_which_character_is_right() {
        for (wrong, right) in [
            ("皇後", "皇后"),
            ("理發", "理髮"),
            ("以后", "以後"),
            ("面條", "麵條"),
            ("乾預", "干預"),
            ("復雜", "複雜"),
            ("製度", "制度"),
            ("聯系", "聯繫"),
        ] {
            let found = misconversions(&Shadow::of(wrong));
            assert_eq!(found.first().map(|it| it.right.as_str()), Some(right));
        }
    }

    #[test]
    fn right_ones_stay() {
        for text in [
            "皇后以後理髮",
            "這裏那裡的麪條",
            "乾淨的幹部不干預",
            "公里",
            "週末周末",
            "汇率发生外汇团队技术获得论坛发言",
            "",
        ] {
            assert!(misconversions(&Shadow::of(text)).is_empty(), "{text}");
        }
    }
}
