use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Resources, Run, Unit};
use crate::finding::{Bilingual, Category, Findings, Severity, say};
use crate::script::Script;
use crate::text::Variant;

pub(super) const CHECK: Check = Check {
    id: "wrong-script",
    category: Category::Locale,
    mqm: "locale-conventions/national-language-standard",
    its: "locale-violation",
    severity: Severity::Critical,
    finds: say(
        "A document in the other script than the one that was declared.",
        "文档所用的字体（简体或繁体）与声明的不同。",
    ),
    why: say(
        "Readers of one script are served a text in the other: the wrong file was delivered, or \
         the engine was asked for the wrong language. One finding stands for the document.",
        "读者拿到的是另一种字体的文本：交错了文件，或向引擎要错了语言。整篇文档只报告一次。",
    ),
    examples: &[
        bad("⟦这家公司发布了两种语言的年报。⟧\n投资者对结果表示满意。").variant(Variant::Hant),
        bad("⟦這家公司發布了兩種語言的年報。⟧").variant(Variant::HansCn),
        good("這家公司發布了兩種語言的年報。").variant(Variant::HantTw),
        good("这家公司发布了两种语言的年报。"),
        good("Meta 2024").variant(Variant::Hant),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

/// Characters of the other script that make sure of it.
const SURE: usize = 5;

const SIMPLIFIED: Bilingual = say(
    "Traditional Chinese was declared, but the document is written in simplified characters; \
     deliver or translate it again, or convert it and read it through.",
    "声明的是繁体中文，文档却是简体；应重新交付或翻译，或转换后通读。",
);

const TRADITIONAL: Bilingual = say(
    "Simplified Chinese was declared, but the document is written in traditional characters; \
     deliver or translate it again, or convert it and read it through.",
    "声明的是简体中文，文档却是繁体；应重新交付或翻译，或转换后通读。",
);

fn run(units: &Manuscript, _: &Resources, out: &mut Findings) {
    let Some(declared) = units.declared().map(Script::from) else { return };
    let (wrong, right) = (units.census().count(declared.other()), units.census().count(declared));
    if wrong < SURE || wrong < right * 3 {
        return;
    }
    let is_proof = |unit: &&Unit| unit.target.census().count(declared.other()) > 0;
    let message = if declared == Script::Hant { SIMPLIFIED } else { TRADITIONAL };
    if let Some(first) = units.iter().find(is_proof) {
        let end = first.target.text().trim_end().len();
        out.at(first.place).report(0..end, message.with(&[]));
    }
}
