use crate::checks::example::{bad, good};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Bilingual, Category, Confidence, Findings, Severity, say};
use crate::markup::{KeyFault, Trace, key_fault};

pub(super) const CHECK: Check = Check {
    id: "accelerator-mismatch",
    category: Category::Locale,
    mqm: "locale-conventions/shortcut-key",
    its: "locale-specific-content",
    severity: Severity::Minor,
    confidence: Confidence::Medium,
    finds: say(
        "The key that chooses a menu entry or a button: missing, doubled, or one that no keyboard has.",
        "菜单或按钮的快捷键缺失、重复，或是键盘上没有的字符。",
    ),
    why: say(
        "Who works with the keyboard cannot reach it; Chinese puts the letter in brackets: 文件(&F).",
        "用键盘操作的人无法选中它；中文把字母放在括号里：文件(&F)。",
    ),
    examples: &[
        bad("⟦打开文件⟧").source("&Open file").message().fixed("打开文件(&O)"),
        bad("⟦另存新檔…⟧").source("Save _As…").message().fixed("另存新檔(_A)…"),
        bad("⟦&文⟧件").source("&File").message(),
        bad("&檔⟦&F⟧").source("&File").message(),
        good("文件(&F)").source("&File").message(),
        good("研發費用").source("R&D costs").message(),
        good("问答与 AT&T").source("Q&A and AT&T").message(),
        good("使用者名稱").source("user_name").message(),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    let text = pair.target.text();
    let may_have = pair.traces().has(Trace::Key) || text.contains(['&', '_']);
    if !pair.is_message() || !may_have {
        return;
    }
    match key_fault(pair.source, text) {
        None => {}
        Some(KeyFault::Missing(right)) => {
            out.report(0..text.len(), MISSING.with(&[&right])).suggest(right);
        }
        Some(KeyFault::Extra(span)) => _ = out.report(span, EXTRA.with(&[&text[span.range()]])),
        Some(KeyFault::Doubled(span)) => _ = out.report(span, DOUBLED.with(&[])),
        Some(KeyFault::Untypable(span, right)) => {
            out.report(span, UNTYPABLE.with(&[&text[span.range()], &right]));
        }
    }
}

const MISSING: Bilingual =
    say("The key of the source is lost: write “{0}”.", "原文的快捷键丢失，应写作“{0}”。");
const EXTRA: Bilingual = say(
    "The source has no key here, the translation has “{0}”: take it out.",
    "原文没有快捷键，译文却有“{0}”，应删去。",
);
const DOUBLED: Bilingual = say(
    "There are two keys, and only one works: keep the one in brackets.",
    "有两个快捷键，只有一个起作用，应只保留括号里的。",
);
const UNTYPABLE: Bilingual = say(
    "“{0}” makes a Chinese character the key, which no keyboard has: write “{1}”.",
    "“{0}”把汉字当作快捷键，键盘无法输入，应写作“{1}”。",
);
