use crate::align::{content_words, vouched};
use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Prose, Resources, Run, Unit};
use crate::encoder::Encoder;
use crate::finding::{Bilingual, Category, Confidence, Findings, Severity, say};
use crate::lexicon::Lexicon;
use crate::text::{Span, State};
use rayon::prelude::*;

pub(super) const CHECK: Check = Check {
    id: "unrelated-target",
    category: Category::Accuracy,
    mqm: "accuracy/mistranslation/mt-hallucination",
    its: "mistranslation",
    severity: Severity::Critical,
    finds: say(
        "A translation about something else than its source, or that of the source beside it.",
        "译文与原文说的不是一回事，或其实是相邻一条的译文。",
    ),
    why: say(
        "Engines make up whole sentences, and rows get shifted; what stands there reads well. The sentence encoder compares what both say.",
        "引擎会凭空编造整句，行也会错位，读起来却毫无破绽。由句子编码器比较两边的意思。",
    ),
    examples: &[
        bad("⟦法院推迟了对这起盗窃案的判决，律师表示不满。⟧")
            .source("The old lighthouse on the northern cape attracts thousands of birdwatchers every spring."),
        bad("⟦法院延後了這起竊盜案的判決，律師表示不滿。⟧")
            .source("The old lighthouse on the northern cape attracts thousands of birdwatchers every spring."),
        bad("孩子們在河邊撿到一隻受傷的貓頭鷹。\n⟦麵包店每天清晨四點就開始烤第一爐麵包。⟧\n⟦工人花了兩個月才把老橋修好。⟧").source(
            "The children found an injured owl by the river.\n\
             It took the workers two months to repair the old bridge.\n\
             The bakery starts baking its first loaves at four every morning.",
        ),
        good("北岬的旧灯塔每年春天都吸引成千上万的观鸟者。")
            .source("The old lighthouse on the northern cape attracts thousands of birdwatchers every spring."),
        good("说到底，细节决定成败。").source("The devil is in the details, after all."),
        good("孩子們在河邊撿到一隻受傷的貓頭鷹。\n工人花了兩個月才把老橋修好。").source(
            "The children found an injured owl by the river.\n\
             It took the workers two months to repair the old bridge.",
        ),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

/// A target less near to its source than the first of these is about something else; one less near
/// than the second probably is, than the third perhaps. Of 11,139 clean pairs 1 is told to be below
/// the first, two rows that have changed places; 2 between it and the second, of which one is a
/// row in the wrong place; 1 between that and the third.
const ELSEWHERE: f32 = 0.2;
const FAR: f32 = 0.25;
const APART: f32 = 0.3;

/// Words with a known rendering that a source has at least. A name is none: it may stand in the
/// sentence before, and its absence says nothing.
const ENOUGH: usize = 6;

/// What words of the source vouch for a target that is about something else, at most: so much, and
/// so much for each of them.
const CHANCE: (f32, f32) = (2.0, 0.2);

/// A target nearer than this is at home; how near it is to the source beside it at least if it is
/// that one's, and by how much nearer than to its own.
const HOME: f32 = 0.6;
const OTHER: f32 = 0.45;
const MARGIN: f32 = 0.2;

/// What a target says.
enum Says {
    /// What the source of the unit before says, or of that behind.
    Beside(bool),
    /// Something else than its source, to which it is this near.
    Else(f32),
}

fn run(units: &Manuscript, with: &Resources, out: &mut Findings) {
    let Some(encoder) = with.encoder() else { return };
    let judged = (0..units.len()).into_par_iter().map(|nth| judge(units, nth, encoder));
    let found: Vec<Option<Says>> = judged.collect();
    for (unit, says) in units.iter().zip(found) {
        let text = unit.target.text();
        let span = Span::from(0..text.len()).trimmed(text);
        match says {
            Some(Says::Beside(before)) => {
                let message = if before { BEFORE } else { BEHIND };
                out.at(unit.place).report(span, message.with(&[]));
            }
            Some(Says::Else(near)) => {
                let shown = format!("{near:.2}");
                let message = if near < FAR { ELSE } else { PERHAPS };
                let report = out.at(unit.place).report(span, message.with(&[&shown]));
                if near >= FAR {
                    report.severity(Severity::Neutral).confidence(Confidence::Low);
                } else if near >= ELSEWHERE {
                    report.severity(Severity::Major).confidence(Confidence::Medium);
                }
            }
            None => {}
        }
    }
}

const ELSE: Bilingual = say(
    "The translation is about something else than its source (nearness {0}; good ones have about 0.7): translate it again.",
    "译文与原文说的不是一回事（相近程度{0}，好的译文约为0.7），应重新翻译。",
);
const PERHAPS: Bilingual = say(
    "The translation may be about something else than its source, or is a very free one (nearness {0}; good ones have about 0.7): compare the two.",
    "译文与原文说的可能不是一回事，或意译过甚（相近程度{0}，好的译文约为0.7）：请核对。",
);
const BEFORE: Bilingual = say(
    "The translation says what the source before its own says: rows may be shifted. Put it there and translate this one.",
    "译文说的是上一条原文的内容，可能错行：应移到上一条，并译出本条。",
);
const BEHIND: Bilingual = say(
    "The translation says what the source after its own says: rows may be shifted. Put it there and translate this one.",
    "译文说的是下一条原文的内容，可能错行：应移到下一条，并译出本条。",
);

fn judge(units: &[Unit], nth: usize, encoder: &Encoder) -> Option<Says> {
    let Unit { target, segment, .. } = &units[nth];
    let is_open = segment.state != Some(State::Untranslated);
    let near = target.telling_cosine().filter(|it| is_open && *it < HOME)?;
    let says = encoder.encode(target.text());
    let to = |unit: &Unit| Some(says.cosine(&encoder.encode(unit.target.source()?)));
    let before = nth.checked_sub(1).and_then(|it| to(&units[it])).unwrap_or(-1.0);
    let behind = units.get(nth + 1).and_then(to).unwrap_or(-1.0);
    let nearest = before.max(behind);
    if nearest > OTHER && nearest > near + MARGIN {
        return Some(Says::Beside(before > behind));
    }
    let is_apart = near < APART && !is_vouched(target.source()?, target);
    is_apart.then_some(Says::Else(near))
}

/// Whether words of a source show that a target is its own, or are too few to show that it is not.
#[expect(clippy::cast_precision_loss, reason = "a source has few words")]
fn is_vouched(source: &str, target: &Prose) -> bool {
    let words = content_words(source).filter(|it| Lexicon.renderings(it).next().is_some()).count();
    words < ENOUGH || vouched(source, target.text()) > CHANCE.0 + CHANCE.1 * words as f32
}
