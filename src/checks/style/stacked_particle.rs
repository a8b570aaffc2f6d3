use crate::checks::example::{bad, good};
use crate::checks::{Check, Param, Prose, Resources, Run};
use crate::finding::{Category, Confidence, Findings, Severity, say};
use crate::text::{Landmark, fold};
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
    let most = with.param(MOST).max(2);
    let marks = target.landmarks();
    if marks.iter().filter(|it| it.c == '的').take(most as usize).count() < most as usize {
        return;
    }
    let mut clause = Clause::default();
    for mark in marks.iter() {
        match mark.c {
            '的' if !is_of_word(marks.text(), mark) => clause.add(mark),
            '、' | '，' | ',' | '。' | '；' | ';' | '！' | '!' | '？' | '?' | '\n' | '「' | '“'
            | '—' => {
                clause.tell(most, out);
                clause = Clause::default();
            }
            _ => {}
        }
    }
    clause.tell(most, out);
}

/// 目的, 的確 and their kin.
fn is_of_word(text: &str, mark: &Landmark) -> bool {
    let before = text[..mark.start()].chars().next_back().map(fold);
    let after = text[mark.end()..].chars().next().map(fold);
    before.is_some_and(|c| matches!(c, '目' | '标' | '似'))
        || after.is_some_and(|c| matches!(c, '确' | '士' | '话'))
}

/// The particles of a clause: how many, and where from the first to the last.
#[derive(Default)]
struct Clause {
    count: u32,
    span: Range<usize>,
}

impl Clause {
    fn add(&mut self, mark: &Landmark) {
        self.span.start = if self.count == 0 { mark.start() } else { self.span.start };
        self.span.end = mark.end();
        self.count += 1;
    }

    fn tell(self, most: u32, out: &mut Findings) {
        if self.count >= most {
            let message = say(
                "This clause has {0} 的 in a row of nouns; break it up.",
                "这个分句有{0}个“的”，宜拆开。",
            );
            out.report(self.span, message.with(&[&self.count.to_string()]));
        }
    }
}
