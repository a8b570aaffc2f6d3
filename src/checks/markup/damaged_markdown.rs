use crate::characters::Sign;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Bilingual, Category, Findings, Severity, say};
use crate::markup::damaged_markdown;

pub(super) const CHECK: Check = Check {
    id: "damaged-markdown",
    category: Category::Markup,
    mqm: "design-and-markup/questionable-markup",
    its: "markup",
    severity: Severity::Major,
    finds: say(
        "Marks of Markdown that do not work: full-width, with spaces, or without their other half.",
        "失效的 Markdown 标记：全角、夹有空格或缺另一半。",
    ),
    why: say(
        "Readers see stars and brackets instead of emphasis and links.",
        "读者看到的是星号和括号，而不是强调和链接。",
    ),
    examples: &[
        bad("⟦＊＊⟧重要⟦＊＊⟧通知").fixed("**重要**通知"),
        bad("這是⟦** 重要 **⟧通知。").fixed("這是**重要**通知。"),
        bad("⟦＃＃⟧概述").fixed("## 概述"),
        bad("见⟦[说明]（https://example.com）⟧。").fixed("见[说明](https://example.com)。"),
        bad("見⟦【說明】(https://example.com)⟧。").fixed("見[說明](https://example.com)。"),
        bad("執行⟦｀⟧指令⟦｀⟧。").fixed("執行`指令`。"),
        bad("⟦**⟧重要通知：明天放假。"),
        good("**重要**：見[說明](https://example.com)（2024）。"),
        good("2**10 等于 1024，他骂了 f**k，王**同学；***。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    if !target.signs().has(Sign::Mark) {
        return;
    }
    for (span, right) in damaged_markdown(target.text()) {
        let stretch = &target.text()[span.range()];
        if target.source().is_some_and(|source| source.contains(stretch)) {
            continue;
        }
        match right {
            Some(right) => _ = out.report(span, BROKEN.with(&[stretch, &right])).mend(right),
            None => _ = out.report(span, UNPAIRED.with(&[stretch])).severity(Severity::Minor),
        }
    }
}

const BROKEN: Bilingual = say(
    "“{0}” is no Markdown that a program reads: write “{1}”.",
    "“{0}”不是程序能识别的 Markdown，应写作“{1}”。",
);

const UNPAIRED: Bilingual = say(
    "“{0}” has no other half here: add it, or take this one out.",
    "这里的“{0}”不成对，应补上另一半或删去。",
);
