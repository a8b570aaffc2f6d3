use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Category, Confidence, Findings, Severity, say};
use crate::residue::{Left, left_words};

pub(super) const CHECK: Check = Check {
    id: "untranslated-word",
    category: Category::Accuracy,
    mqm: "accuracy/untranslated",
    its: "untranslated",
    severity: Severity::Major,
    confidence: Confidence::Medium,
    finds: say(
        "A common English word, an article or a preposition left between Chinese words.",
        "中文之间遗留的普通英语单词、冠词或介词。",
    ),
    why: say(
        "The engine skipped a word. Names, brands, units, code and words that Chinese borrows are left alone.",
        "这是引擎漏译的单词；名称、品牌、单位、代码和中文借用的外来词不报告。",
    ),
    examples: &[
        bad("他得到了優厚的⟦wages⟧和獎金。"),
        bad("委员会加强了⟦oversight⟧，并公布了结果。"),
        bad("⟦However⟧，市场依然疲软。"),
        bad("這是 OpenAI ⟦Makers⟧的新產品。"),
        bad("我們查看了軍隊 ⟦of the⟧ 拿破崙的檔案。"),
        bad("他的理由是⟦A⟧的理由。"),
        good("用 app 發 email，再開 bug 單，速度 80 mph。"),
        good("执行 commit 命令，修改 owner 字段，看 `salaries`。"),
        good("這種藥含有 acetaminophen 與 Tylenol 的成分。"),
        good("方案A的成本比方案B的高；博忌（bogey）與「twp」。"),
        good("他住在 Newport on the Levee 附近，喜歡 bell hooks。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, with: &Resources, out: &mut Findings) {
    for (span, left) in left_words(target.text(), target.latin(), with.lexicon) {
        let word = &target.text()[span.range()];
        let message = say(
            "“{0}” was left in English among Chinese words: translate it or take it out.",
            "中文里遗留了英语“{0}”，应译出或删去。",
        );
        let severity = if left == Left::Particle { Severity::Minor } else { Severity::Major };
        out.report(span, message.with(&[word])).severity(severity);
    }
}
