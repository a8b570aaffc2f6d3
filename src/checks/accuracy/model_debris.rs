use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Bilingual, Category, Findings, Severity, say};
use crate::residue::{Scrap, debris};

pub(super) const CHECK: Check = Check {
    id: "model-debris",
    category: Category::Accuracy,
    mqm: "accuracy/addition",
    its: "addition",
    severity: Severity::Major,
    finds: say(
        "What a language model said beside the translation: introductions, refusals, notes, chat marks, the prompt.",
        "语言模型在译文之外说的话：开场白、拒绝、注释、对话标记、提示词。",
    ),
    why: say(
        "It is no part of the text, and a refusal stands where the translation should be.",
        "这些不是正文；若是拒绝，译文就缺失了。",
    ),
    examples: &[
        bad("⟦以下是譯文⟧：\n河水在春天上漲。"),
        bad("⟦以下是您要求的中文翻译⟧：河水在春天上涨。"),
        bad("⟦Here is the translation⟧: 河水在春天上漲。"),
        bad("⟦Sure! Here's the translated text⟧:\n河水在春天上涨。"),
        bad("抱歉，⟦我無法翻譯這段內容⟧。"),
        bad("⟦作为一个AI语言模型，我没有个人观点⟧。"),
        good("作为AI公司，我们重视安全；作为AI语言模型，它不会思考。"),
        bad("河水上漲⟦【譯註：原文如此】⟧。"),
        bad("⟦<think>⟧先看原文。⟦</think>⟧河水在春天上涨。"),
        bad("河水在春天上漲。⟦<|im_end|>⟧"),
        bad("请⟦将以下文本翻译成中文⟧：河水。"),
        good("它回答：“抱歉，我无法翻译这段内容。”记者又问了一次。"),
        good("以下是新品的清單；作為愛好者，他翻譯了以下是譯者的名單。"),
        good("用 `<think>` 标记来分隔思考过程。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    for it in debris(target.shadow(), target.text()) {
        let (message, severity) = said(it.scrap);
        let scrap = &target.text()[it.span.range()];
        out.report(it.span, message.with(&[scrap])).severity(severity);
    }
}

fn said(scrap: Scrap) -> (Bilingual, Severity) {
    match scrap {
        Scrap::Refusal | Scrap::Confession => (REFUSAL, Severity::Critical),
        Scrap::Note => (NOTE, Severity::Minor),
        Scrap::Preamble | Scrap::Marker | Scrap::Prompt => (DEBRIS, Severity::Major),
    }
}

const REFUSAL: Bilingual = say(
    "“{0}” is a language model speaking of itself, not the translation: translate the text again.",
    "“{0}”是语言模型在说自己，不是译文，应重新翻译。",
);

const NOTE: Bilingual = say(
    "“{0}” begins a note on the translation: take it out unless the text is to have it.",
    "“{0}”是对翻译的注释；除非原定要有，应删去。",
);

const DEBRIS: Bilingual = say(
    "“{0}” was left by a language model and is no part of the text: take it out.",
    "“{0}”是语言模型的遗留，不属于正文，应删去。",
);
