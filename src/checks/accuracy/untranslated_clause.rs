use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Bilingual, Category, Confidence, Findings, Severity, say};
use crate::residue::left_clauses;

pub(super) const CHECK: Check = Check {
    id: "untranslated-clause",
    category: Category::Accuracy,
    mqm: "accuracy/untranslated",
    its: "untranslated",
    severity: Severity::Major,
    finds: say(
        "A sentence or a clause in another language inside a Chinese paragraph.",
        "中文段落里夹着没有翻译的外语句子或分句。",
    ),
    why: say(
        "The engine skipped it. Names, titles, references, glosses in brackets and short quotations are left alone.",
        "这是引擎漏译的部分；名称、作品名、文献、括号里的原文和简短引语不报告。",
    ),
    examples: &[
        bad(
            "價格上週下跌。 ⟦However, for many farmers, this was the first sign of a longer crisis.⟧",
        ),
        bad(
            "⟦The result was announced on a quiet Friday afternoon.⟧经过多年的努力，团队终于成功。",
        ),
        bad("他認為⟦the price of the new model will fall⟧，但沒有說明原因。"),
        bad("她说：“⟦We have never seen anything like this in our history.⟧”"),
        good("他唱了 Bridge over Troubled Water，觀眾都站了起來。"),
        good("国家森林委员会（the national committee for the protection of forests）今天成立。"),
        good("口號是「把握今天」（seize the day while you can），他說「never give up」。"),
        good(
            "见 Jones et al., The life of the river and its people, Oxford University Press 出版。",
        ),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, with: &Resources, out: &mut Findings) {
    for it in left_clauses(target.text(), target.latin(), with.lexicon) {
        let (message, severity) =
            if it.whole { (SENTENCE, Severity::Critical) } else { (CLAUSE, Severity::Major) };
        let sure = if it.enclosed { Confidence::Medium } else { Confidence::High };
        let words = it.words.to_string();
        out.report(it.span, message.with(&[&words])).severity(severity).confidence(sure);
    }
}

const SENTENCE: Bilingual = say(
    "{0} words were left in the source's language, a whole sentence: translate it.",
    "有{0}个词没有翻译，是完整的句子，应译成中文。",
);

const CLAUSE: Bilingual = say(
    "{0} words of this sentence were left in the source's language: translate them.",
    "这句话里有{0}个词没有翻译，应译成中文。",
);
