use crate::characters::Sign;
use crate::checks::{
    Check, Prose, Resources, Run,
    example::{bad, good},
};
use crate::finding::{Bilingual, Category, Findings, Severity, say};
use crate::names::idle_glosses;

pub(super) const CHECK: Check = Check {
    id: "self-gloss",
    category: Category::Terminology,
    mqm: "linguistic-conventions/duplication",
    its: "duplication",
    severity: Severity::Minor,
    finds: say("A gloss that says what stands before it.", "括注与它前面的名称相同。"),
    why: say(
        "A gloss gives a reader the original, or the short form: the machine rendered both alike, or neither.",
        "括注用来给出原文或简称：机器把两者译成了同一个词，或者都没有译。",
    ),
    examples: &[
        bad("他们在OpenAI⟦（OpenAI）⟧研究语言模型，工作了三年。"),
        bad("公司在大灣區⟦（大灣區）⟧設廠，並在 Zanelle ⟦(Zanelle)⟧ 開店。"),
        good("中国人民银行（人民银行）和粤港澳大湾区（大湾区）的公司。"),
        good("奧特曼（Altman）與 OpenAI（非營利組織）的函數 f(f)。"),
        good("来吧来吧（来吧来吧）\n再唱一次（再唱一次）"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(prose: &Prose, _: &Resources, findings: &mut Findings) {
    if !prose.signs().has(Sign::Bracket) {
        return;
    }
    for span in idle_glosses(prose.text()) {
        let gloss = prose.text()[span.range()].trim_matches(['(', ')', '（', '）', ' ']);
        // The source may have said the same thing twice itself.
        let given = |source: &str| source.contains(&format!("({gloss})"));
        if !prose.source().is_some_and(given) {
            findings.report(span, SAME.with(&[gloss])).suggest("");
        }
    }
}

const SAME: Bilingual = say(
    "The gloss “{0}” repeats what it explains, so one of them was rendered wrongly: look both up in the source, or leave the gloss out.",
    "括注“{0}”与它解释的词相同，其中一个译错了：请对照原文，或删去括注。",
);
