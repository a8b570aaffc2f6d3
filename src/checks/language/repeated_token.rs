use crate::checks::copies::{Copies, tell};
use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Findings, say};

pub(super) const CHECK: Check = Check {
    id: "repeated-token",
    mqm: "linguistic-conventions/duplication",
    its: "duplication",
    finds: say(
        "A Latin word, name or syllable that is said again, exactly or nearly.",
        "拉丁字母的词、人名或音节被重复，或几乎原样重复。",
    ),
    why: say(
        "An engine that cannot render a name loops on its pieces; real doubled names \
         (Duran Duran) and cries (no no no) are left alone.",
        "引擎译不出人名时会在其片段上打转；真正的叠名（Duran Duran）和叫喊（no no no）不报告。",
    ),
    examples: &[
        bad("由前執行長 Brenn⟦ Brenn Brenn Brem⟧ 帶領。"),
        bad("律師 Olwhen⟦ Olwen Olwenn Olwein⟧ 寫信給工會。"),
        bad("该公司发布了 image⟦ image⟧ 模型。").fixed("该公司发布了 image 模型。"),
        bad("研究員 Priya Raman⟦, Priya Raman⟧宣布離職。").fixed("研究員 Priya Raman宣布離職。"),
        bad("感谢 @xindaya⟦ @xindaya⟧ 的提醒。"),
        bad("他把 feature⟦featurefeature⟧ 关掉了。"),
        good("樂團 Duran Duran 與 Bora Bora 島，Cha Cha Cha。"),
        good("她说 no no no，太 coooool 了，hahaha。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    for found in target.token_loops() {
        let copies = Copies {
            count: found.copies,
            first: found.first.clone().into(),
            rest: found.rest.clone().into(),
            exact: found.exact,
            confidence: found.confidence,
        };
        tell(&copies, target, out);
    }
}
