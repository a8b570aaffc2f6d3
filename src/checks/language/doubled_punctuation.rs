use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Findings, Severity, say};

pub(super) const CHECK: Check = Check {
    id: "doubled-punctuation",
    mqm: "linguistic-conventions/punctuation",
    its: "typographical",
    severity: Severity::Minor,
    finds: say("Two stops in a row that do not go together.", "两个点号连用，而它们不能连用。"),
    why: say(
        "Two stops in a row are the trace of words that were lost between them.",
        "连用的点号往往是中间的词语丢失后留下的痕迹。",
    ),
    examples: &[
        bad("他的任期⟦，，⟧根據內部文件，將在秋天結束⟦。。⟧"),
        bad("他走了⟦。，⟧没有再回来⟦,。⟧"),
        bad("水果有苹果⟦、，⟧还有梨⟦，。⟧"),
        good("真的嗎？！太好了！！我不知道……，再說吧。"),
        good("算了。。。他在Yahoo!，不在Meta Inc.，用std::vec。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    for run in target.clashes() {
        let message = say(
            "“{0}” are two stops where one belongs; keep one, and check whether words between \
             them are lost.",
            "“{0}”是两个点号连用；请只保留一个，并核对中间是否丢了词语。",
        );
        let said = &target.text()[run.clone()];
        let kept = said.chars().find(|c| "。！？".contains(*c)).or_else(|| said.chars().next());
        let kept = kept.map(String::from).unwrap_or_default();
        out.report(run.clone(), message.with(&[said])).suggest(kept);
    }
}
