use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::duplication::TokenLoop;
use crate::finding::{Bilingual, Confidence, Findings, Severity, say};

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

const TWICE: Bilingual =
    say("“{0}” is said twice in a row; keep one copy.", "“{0}”连续出现两次，应只保留一处。");

const OFTEN: Bilingual = say(
    "“{0}” is said {1} times in a row, exactly or nearly: the engine was caught in a loop. Write \
     what the source says.",
    "“{0}”原样或近似地连续出现{1}次：引擎陷入了循环，应按原文重写。",
);

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    for found in target.token_loops() {
        if !target.licenses(found.copies, found.first.clone().into()) {
            report(found, target, out);
        }
    }
}

fn report(found: &TokenLoop, target: &Prose, out: &mut Findings) {
    let said = &target.text()[found.first.clone()];
    let looping = found.copies >= 3;
    let (message, severity) = if looping {
        (OFTEN.with(&[said, &found.copies.to_string()]), Severity::Critical)
    } else {
        (TWICE.with(&[said]), Severity::Major)
    };
    let reported = out
        .report(found.rest.clone(), message)
        .severity(severity)
        .confidence(found.confidence)
        .related(found.first.clone());
    if found.exact {
        let sure = found.confidence == Confidence::High;
        if sure {
            reported.mend("")
        } else {
            reported.suggest("")
        };
    }
}
