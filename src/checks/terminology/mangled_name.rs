use crate::checks::{
    Check, Prose, Resources, Run,
    example::{bad, good},
};
use crate::finding::{Bilingual, Category, Findings, Severity, say};

pub(super) const CHECK: Check = Check {
    id: "mangled-name",
    category: Category::Language,
    mqm: "linguistic-conventions/spelling",
    its: "misspelling",
    severity: Severity::Major,
    finds: say(
        "A Latin word that is neither a word nor a name, by two pieces of evidence at least.",
        "既不是单词也不是名称的拉丁字母词，至少有两项证据。",
    ),
    why: say(
        "A machine that loses its way spells out nonsense in place of a name; nobody can tell who or what was meant.",
        "机器翻译失控时会在人名、术语处拼出无意义的字母，读者无从知道原来指谁、指什么。",
    ),
    examples: &[
        bad("執行長 Alexandr ⟦wheaie⟧ ⟦Zhaey Zhaey Zhae Jha Zheang⟧ 宣布離職。"),
        bad("这家知名的 AI ⟦Imaimage⟧ 公司。"),
        bad("她是前一名新的⟦proceipersion⟧，负责研究。"),
        bad("與⟦Qworbel⟧合作。").source("It works with Orbital."),
        good("Krzysztof Nguyen 與小米（Xiaomi）的 Zhaoxing 晶片，作者 Wolfgang Amadeus Mozart。"),
        good("他转发了 @wheaie 的 https://t.co/Zhaey 和 #proceipersion。"),
        good("Boutros Boutros-Ghali 在 Baden-Baden。"),
        good("研究人员 Tsouvallaris 说。").source("said researcher Tsouvallaris."),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(prose: &Prose, _: &Resources, findings: &mut Findings) {
    for it in prose.mangled() {
        let text = &prose.text()[it.span.range()];
        let severity = if it.words > 1 { Severity::Critical } else { Severity::Major };
        findings.report(it.span, NONSENSE.with(&[text])).severity(severity);
    }
}

const NONSENSE: Bilingual = say(
    "“{0}” is neither a word nor a known name: the machine lost the name that stood here. Look it up in the source and write it again.",
    "“{0}”既不是单词也不是已知的名称：机器把原来的名称弄丢了。请对照原文重写。",
);
