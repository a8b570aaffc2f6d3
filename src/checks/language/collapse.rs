use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Findings, Severity, say};
use crate::fluency::{Variety, collapse};
use crate::text::Reading;

pub(super) const CHECK: Check = Check {
    id: "collapse",
    mqm: "linguistic-conventions/unintelligible",
    its: "non-conformance",
    severity: Severity::Critical,
    finds: say(
        "A stretch of text in which the same few characters come back and back.",
        "一段文字里反复出现的只有少数几个字。",
    ),
    why: say(
        "Clean text of that length has about twice as many different characters: the engine lost \
         the source and talked on.",
        "同样长度的正常文字，不同的字大约多一倍：引擎已脱离原文，自说自话。",
    ),
    examples: &[
        bad(
            "⟦这是一个这样的人的那个人的这一个，那是那个人的一个那样的人，是这样的一个人，也是那样的一个人的人⟧。",
        ),
        bad(
            "⟦這是一個這樣的人的那個人的這一個，那是那個人的一個那樣的人，是這樣的一個人，也是那樣的一個人的人⟧。",
        ),
        bad(
            "⟦他走了。地下的地面上的地下，地上的地面下的地上，地下的地面上的地下，地面的地上的地下，地下的地⟧。",
        ),
        good("好吧，好吧，好吧。"),
        good("今年入夏以来全市已经出现了三次大范围的强降雨天气过程，市民外出时应当注意道路积水。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    if let Some(poor) = collapse(target.shadow().given(), target.variety())
        && !target.source().is_some_and(collapses)
    {
        let message = say(
            "The same few characters come back and back here, and hardly anything is said; \
             translate the passage again.",
            "这里反复出现少数几个字，几乎没有内容；请重新翻译这一段。",
        );
        out.report(target.shadow().span(poor), message.with(&[]));
    }
}

fn collapses(source: &str) -> bool {
    let source = Reading::of(source);
    collapse(source.shadow.given(), Variety::of(&source)).is_some()
}
