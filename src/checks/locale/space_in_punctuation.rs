use crate::characters::Sign;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Category, Findings, Severity, say};
use crate::typography::stray_spaces;

pub(super) const CHECK: Check = Check {
    id: "space-in-punctuation",
    category: Category::Locale,
    mqm: "linguistic-conventions/whitespace",
    its: "whitespace",
    severity: Severity::Minor,
    systematic: true,
    finds: say("A space beside a full-width mark.", "全角标点旁有多余的空格。"),
    why: say(
        "A full-width mark brings its own room; a space beside it is left over from the source or \
         from the engine.",
        "全角标点自带空隙；旁边的空格多是原文或引擎的残留。",
    ),
    examples: &[
        bad("會議結束了⟦ ⟧。⟦ ⟧大家都走了。").fixed("會議結束了。大家都走了。"),
        bad("他说：“⟦ ⟧明天见。⟦ ⟧”").fixed("他说：“明天见。”"),
        bad("他說：「⟦ ⟧AI 時代」來了⟦ ⟧，大家準備。").fixed("他說：「AI 時代」來了，大家準備。"),
        good("用 AI 写作，他说：“好。”然后走了。"),
        good("第一行。 \n  第二行。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    if !target.signs().has(Sign::Space) {
        return;
    }
    for range in stray_spaces(target.landmarks()) {
        let message = say(
            "A space stands beside a full-width mark; delete it.",
            "全角标点旁有空格，应删去。",
        );
        out.report(range, message.with(&[])).suggest("");
    }
}
