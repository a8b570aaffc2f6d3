use crate::checks::example::{bad, good};
use crate::checks::{Check, Param, Prose, Resources, Run};
use crate::finding::{Category, Confidence, Findings, Severity, say};
use std::ops::Range;

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
    let most = with.param(MOST) as usize;
    let shadow = target.shadow();
    let mut clause: Vec<usize> = vec![];
    for (at, c) in shadow.chars().iter().enumerate() {
        match c {
            '的' if !is_of_word(shadow.chars(), at) => clause.push(at),
            '、' | '，' | ',' | '。' | '；' | ';' | '：' | '！' | '!' | '？' | '?' | '\n'
            | '「' | '“' | '—' => {
                tell(target, &clause, most, out);
                clause.clear();
            }
            _ => {}
        }
    }
    tell(target, &clause, most, out);
}

/// 目的, 的確 and their kin.
fn is_of_word(chars: &[char], at: usize) -> bool {
    let before = at.checked_sub(1).map(|it| chars[it]);
    let after = chars.get(at + 1);
    before.is_some_and(|c| matches!(c, '目' | '标' | '似'))
        || after.is_some_and(|c| matches!(c, '确' | '士' | '话'))
}

fn tell(target: &Prose, clause: &[usize], most: usize, out: &mut Findings) {
    if let [first, .., last] = clause
        && clause.len() >= most.max(2)
    {
        let chars: Range<usize> = *first..last + 1;
        let message = say(
            "This clause has {0} 的 in a row of nouns; break it up.",
            "这个分句有{0}个“的”，宜拆开。",
        );
        let count = clause.len().to_string();
        out.report(target.shadow().span(chars), message.with(&[&count]));
    }
}
