use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Resources, Run, Unit};
use crate::finding::{Category, Findings, Severity, say};
use crate::residue::{Tongue, left_paragraph, tongue};

pub(super) const CHECK: Check = Check {
    id: "untranslated-paragraph",
    category: Category::Accuracy,
    mqm: "accuracy/untranslated",
    its: "untranslated",
    severity: Severity::Critical,
    finds: say(
        "A paragraph or a heading of a Chinese document that was left in another language.",
        "中文文档里整段或整个标题未翻译，仍是外语。",
    ),
    why: say(
        "Readers of the translation cannot read it; lines of names, codes, addresses and references are left alone.",
        "译文的读者看不懂；名单、代码、地址和参考文献不报告。",
    ),
    examples: &[
        bad(
            "公司公布了新的計畫。\n⟦The board approved the plan after a long debate.⟧\n股價隨後上漲。",
        ),
        bad("工厂将在明年投产。\n⟦A Bridge Built in Haste, Crossed in Fear⟧\n居民表示担忧。"),
        bad("请重新登录后再提交。\n⟦Please try again later.⟧"),
        bad(
            "會議在週五結束。\n⟦Die Konferenz ist für viele Besucher nicht mit der Bahn erreichbar.⟧",
        ),
        good("常見問題\nFAQ\nQ&A 2024\nGoogle DeepMind"),
        good(
            "參考文獻\nSmith, J. et al. The growth of the city and its people. Journal of Maps, 2019.",
        ),
        good("演职人员\nDirected by Ada Loren\nhttps://example.com/the/end-of-the-line"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, with: &Resources, out: &mut Findings) {
    let left = |unit: &Unit| {
        let prose = &unit.target;
        Some((unit.place, left_paragraph(prose.text(), prose.latin(), with.lexicon)?))
    };
    let found: Vec<_> = units.iter().filter_map(left).collect();
    if found.is_empty() || tongue(units.iter().map(|unit| unit.target.text())) != Tongue::Chinese {
        return;
    }
    for (place, span) in found {
        let message = say(
            "This paragraph was not translated: put it into Chinese.",
            "这一段没有翻译，应译成中文。",
        );
        out.at(place).report(span, message.with(&[]));
    }
}
