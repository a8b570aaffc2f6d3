use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Findings, say};
use crate::fluency::circles;

pub(super) const CHECK: Check = Check {
    id: "self-definition",
    mqm: "linguistic-conventions/unintelligible",
    its: "grammar",
    finds: say(
        "A reason, result or meaning that is explained by itself.",
        "用原因解释原因、用结果解释结果等同义反复。",
    ),
    why: say(
        "Such sentences say nothing: the engine filled a gap with words of the frame.",
        "这类句子没有内容：引擎用框架里的词填补了空缺。",
    ),
    examples: &[
        bad("⟦他的原因是B的原因⟧，大家都同意。"),
        bad("代表說，⟦她的理由是一定的⟧。"),
        bad("记者认为，⟦这个结果是公司的结果⟧。"),
        good("他的原因是天氣，不是公司的原因。"),
        good("最大的问题是钱的问题，敌人的敌人是朋友。"),
        good("事实就是事实，輸贏是一定的。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    let chars = target.shadow().chars();
    if !target.cues().iter().any(|it| it.c == '是' && is_said_of(&chars[..it.at()])) {
        return;
    }
    for sentence in target.sentences() {
        if !may_circle(&target.text()[sentence.range()]) {
            continue;
        }
        for span in circles(&target.tokens(*sentence)) {
            let message = say(
                "“{0}” explains a thing by itself and says nothing; write what the source says.",
                "“{0}”自己解释自己，没有内容；请按原文重写。",
            );
            out.report(span, message.with(&[&target.text()[span.range()]]));
        }
    }
}

/// Whether a word like 原因 ends here.
fn is_said_of(before: &[char]) -> bool {
    matches!(before, [.., '因' | '由' | '果' | '义' | '质' | '件' | '程' | ' '])
}

/// Whether a sentence says what a reason, a result or the like is.
fn may_circle(text: &str) -> bool {
    let is_last =
        |before: &str| before.ends_with(['因', '由', '果', '义', '義', '质', '質', '件', '程']);
    text.match_indices('是').any(|(at, _)| is_last(text[..at].trim_end()))
}
