use crate::checks::example::{bad, good};
use crate::checks::{Check, Param, Prose, Resources, Run};
use crate::finding::{Category, Confidence, Findings, Severity, say};
use crate::text::{Cue, CueSet};

pub(super) const CHECK: Check = Check {
    id: "stacked-particle",
    category: Category::Style,
    mqm: "style/awkward",
    its: "style",
    severity: Severity::Neutral,
    confidence: Confidence::Medium,
    finds: say("Many 的 in one clause.", "一个分句里有许多“的”。"),
    why: say(
        "English hangs one of-phrase on another; Chinese breaks the chain into clauses.",
        "英文可以一层层套 of 短语；中文应拆成几个分句。",
    ),
    params: &[MOST],
    examples: &[
        bad("他是公司⟦的創辦人的弟弟的前妻的⟧律師。"),
        bad("这是我们⟦的项目的全体成员的共同努力的最后的⟧成果。"),
        good("紅的、黃的、藍的、綠的，各種顏色都有。"),
        good("这的确是我们的目的，也是他们的目的，的士司机也这么说。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

const MOST: Param = Param {
    key: "stacked-particle.count",
    default: 4,
    means: say("How many 的 in one clause are too many.", "一个分句里有几个“的”算太多。"),
};

fn run(target: &Prose, with: &Resources, out: &mut Findings) {
    let most = with.param(MOST).max(2) as usize;
    let (cues, chars) = (target.cues(), target.shadow().chars());
    if in_a_clause(cues) < most {
        return;
    }
    for clause in cues.split(|it| DIVIDES.has(*it)) {
        let mut particles = clause.iter().map(Cue::at).filter(|at| is_particle(chars, *at));
        let Some(first) = particles.next() else { continue };
        let (count, last) = particles.fold((1, first), |(count, _), at| (count + 1, at));
        if count >= most {
            let message = say(
                "This clause has {0} 的 in a row of nouns; break it up.",
                "这个分句有{0}个“的”，宜拆开。",
            );
            let span = target.shadow().span(first..last + 1);
            out.report(span, message.with(&[&count.to_string()]));
        }
    }
}

/// How many 的 a clause has at most, without a branch: where they stand cannot be foreseen.
fn in_a_clause(cues: &[Cue]) -> usize {
    let (mut count, mut most) = (0, 0);
    for cue in cues {
        count = if DIVIDES.has(*cue) { 0 } else { count + usize::from(cue.c == '的') };
        most = most.max(count);
    }
    most
}

/// What ends a clause.
static DIVIDES: CueSet = CueSet::of("、,。;!?\n「“—");

/// Whether the character is the particle, and no part of 目的, 的确 and their kin.
fn is_particle(chars: &[char], at: usize) -> bool {
    let is_word = matches!(chars[..at], [.., '目' | '标' | '似'])
        || matches!(chars[at + 1..], ['确' | '士' | '话', ..]);
    chars[at] == '的' && !is_word
}
