//! Two words of a frame that mean the same: 曾经也曾, 在某地在, 基于某事的基础.

use super::passage::Passage;
use crate::segmenter::Word;
use crate::text::chars::{is_han, is_stop};
use crate::text::{Cue, CueSet, Cues, Shadow};
use std::ops::Range;

/// Two words of which one is enough.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doublet {
    /// The first.
    pub first: Range<usize>,
    /// The second, with what goes with it.
    pub second: Range<usize>,
}

/// A frame: a word, then another of the same sense within so many words of the same clause.
struct Frame {
    first: &'static [&'static str],
    second: &'static [&'static str],
    within: usize,
}

const BASIS: Frame = Frame { first: &["基于"], second: &["基础"], within: 6 };

const FRAMES: [Frame; 2] = [
    Frame {
        first: &["曾经", "曾"], second: &["曾", "曾经", "也曾", "又曾", "还曾"], within: 1
    },
    Frame { first: &["大约", "大概"], second: &["大约", "大概"], within: 2 },
];

/// Where a clause has the beginnings of a doublet, before any word is looked at: the place of the
/// second, once for each clause.
pub fn doubles(shadow: &Shadow, cues: &Cues) -> Vec<usize> {
    let chars = shadow.chars();
    let (mut seen, mut found) = (0_u64, vec![]);
    if !may_double(cues) {
        return found;
    }
    for cue in cues.iter() {
        if STOPS.has(*cue) {
            seen = 0;
        } else if FIRSTS.has(*cue) && begins(cue.c, chars.get(cue.at() + 1)) {
            if seen & bit(*cue) != 0 {
                found.push(cue.at());
            }
            seen |= bit(*cue);
        }
    }
    found
}

/// Whether a clause has one of the characters twice: most texts have no such clause, which is seen
/// without a branch, for where they stand cannot be foreseen.
fn may_double(cues: &Cues) -> bool {
    let (mut seen, mut again) = (0, 0);
    for cue in cues.iter() {
        again |= seen & bit(*cue);
        seen = if STOPS.has(*cue) { 0 } else { seen | bit(*cue) };
    }
    again != 0
}

/// The first characters of what is doubled.
static FIRSTS: CueSet = CueSet::of("在曾大基因由即尽虽如根按通随关除对为");

/// What ends a clause.
static STOPS: CueSet = CueSet::of("。！？!?…．｡，、；：,;:.—\n");

/// The bit of a character among the first ones, none for all others.
fn bit(cue: Cue) -> u64 {
    1 << FIRSTS.nth(cue) & !1
}

/// Whether what is doubled may begin with a character, by the next one.
fn begins(c: char, next: Option<&char>) -> bool {
    let follow: &[char] = match c {
        '大' => &['约', '概'],
        '基' => &['于', '础'],
        '因' => &['为'],
        '由' | '关' | '对' => &['于'],
        '即' => &['使'],
        '尽' => &['管'],
        '虽' => &['然'],
        '如' => &['果'],
        '根' => &['据'],
        '按' => &['照'],
        '通' => &['过'],
        '随' => &['着'],
        '除' | '为' => &['了'],
        _ => &[],
    };
    follow.is_empty() || next.is_some_and(|it| follow.contains(it))
}

/// The doublets of a text, in order.
pub fn doublets(passage: &Passage) -> Vec<Doublet> {
    let words = passage.words;
    let found = |(nth, word): (usize, &Word)| {
        let said = word.folded(passage.shadow);
        let second = match said {
            "在" => again_in(nth, passage),
            _ if is_frame_word(word, passage) => again(nth, passage),
            "基于" => closing(nth, &BASIS, passage).filter(|at| !is_upon(*at, passage)),
            _ => FRAMES
                .iter()
                .filter(|it| it.first.contains(&said))
                .find_map(|it| closing(nth, it, passage)),
        };
        second.map(|at| Doublet { first: word.chars.clone(), second: words[at].chars.clone() })
    };
    words.iter().enumerate().filter_map(found).collect()
}

/// The words of the clause that follow the word `nth`, with their numbers.
fn clause<'t>(
    nth: usize,
    within: usize,
    passage: &Passage<'t>,
) -> impl Iterator<Item = (usize, &'t Word)> {
    let shadow = passage.shadow;
    let rest = passage.words.iter().enumerate().skip(nth + 1).take(within + 1);
    rest.take_while(move |(_, word)| {
        !shadow.chars()[word.chars.clone()].iter().all(|c| is_stop(*c))
    })
}

fn closing(nth: usize, frame: &Frame, passage: &Passage) -> Option<usize> {
    let shadow = passage.shadow;
    let mut rest = clause(nth, frame.within, passage);
    rest.find(|(_, word)| frame.second.contains(&word.folded(shadow))).map(|(at, _)| at)
}

/// Whether 上 or 之上 follows (基于某事的基础上 is long, but people write it), or a noun that 基础
/// says something about (基础模型).
fn is_upon(nth: usize, passage: &Passage) -> bool {
    passage.words.get(nth + 1).is_some_and(|next| {
        let said = next.folded(passage.shadow);
        matches!(said, "上" | "之上") || passage.tag(next).starts_with('n')
    })
}

/// A conjunction or preposition of two characters, which a clause needs once.
fn is_frame_word(word: &Word, passage: &Passage) -> bool {
    const WORDS: [&str; 14] = [
        "因为", "由于", "即使", "尽管", "虽然", "如果", "根据", "按照", "通过", "随着", "对于",
        "关于", "除了", "为了",
    ];
    WORDS.contains(&word.folded(passage.shadow))
}

/// The same word again in its clause, if nothing between joins the two as equals.
fn again(nth: usize, passage: &Passage) -> Option<usize> {
    let shadow = passage.shadow;
    let said = passage.words[nth].folded(shadow);
    let (at, _) = clause(nth, 3, passage).find(|(_, word)| word.folded(shadow) == said)?;
    let equals = |word: &Word| {
        matches!(
            word.folded(shadow),
            "和" | "与"
                | "及"
                | "以及"
                | "或"
                | "或者"
                | "而"
                | "是"
                | "不是"
                | "还是"
                | "到"
                | "并"
                | "也"
                | "、"
        )
    };
    let between = &passage.words[nth + 1..at];
    (!between.is_empty() && !between.iter().any(equals)).then_some(at)
}

/// The second 在 around a bare place: 在诺伊斯(Noyce)在七月. A word of place, time or action
/// between the two makes them different, and a person may be somewhere (在她在北京的家).
fn again_in(nth: usize, passage: &Passage) -> Option<usize> {
    let shadow = passage.shadow;
    let (at, _) = clause(nth, 7, passage).find(|(_, word)| word.folded(shadow) == "在")?;
    let between = &passage.words[nth + 1..at];
    let bare = |word: &Word| {
        let chars = &shadow.chars()[word.chars.clone()];
        let mark = chars.iter().all(|c| matches!(c, '(' | ')' | '·'));
        mark || !chars.iter().any(|c| is_han(*c)) || is_name(passage.tag(word), chars.len())
    };
    let latin = |word: &Word| shadow.chars()[word.chars.start].is_ascii_alphabetic();
    let place = |word: &Word| latin(word) || passage.tag(word) == "ns";
    (between.iter().all(bare) && between.iter().any(place)).then_some(at)
}

/// Whether a word of this tag is a name, or a syllable of one.
fn is_name(tag: &str, length: usize) -> bool {
    let noun = ["nr", "ns", "nz", "nt"].iter().any(|name| tag.starts_with(name));
    tag.is_empty() || noun || length == 1 && tag.starts_with(['n', 'a', 'v', 'j', 'g'])
}

#[cfg(test)]
mod tests {
    use super::STOPS;
    use crate::text::Reading;
    use crate::text::chars::is_stop;

    #[test]
    fn every_stop_ends_a_clause() {
        for c in (0..0x1_0000).filter_map(char::from_u32) {
            let cues = Reading::of(&c.to_string()).cues;
            let ends = cues.first().is_some_and(|cue| STOPS.has(*cue));
            assert_eq!(ends, is_stop(c), "{c:?}");
        }
    }
}
