use crate::checks::example::{bad, good};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Category, Findings, Severity, say};
use crate::text::chars;

pub(super) const CHECK: Check = Check {
    id: "empty-target",
    category: Category::Accuracy,
    mqm: "accuracy/omission",
    its: "omission",
    severity: Severity::Critical,
    finds: say(
        "A source with words whose translation is empty, or nothing but marks.",
        "原文有内容，译文却是空的，或者只有标点。",
    ),
    why: say(
        "The reader gets nothing; units that their file marks as not translated yet are left alone.",
        "读者什么也看不到；文件里标明尚未翻译的条目不报告。",
    ),
    examples: &[
        bad("设置已保存。\n⟦⟧").source("Settings saved.\nTry again later."),
        bad("⟦……⟧\n請稍候。").source("The song ends here.\nPlease wait."),
        good("设置已保存。\n……\n★").source("Settings saved.\n...\n***"),
        good("第3頁\n3").source("Page 3\n3"),
        good("😀\n\n……").source("@river_watch #sunrise 😀\n{title}\nhttps://example.org/a?b=c"),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    let says = |text: &str| text.chars().any(chars::is_alphanumeric);
    if !says(pair.target.text()) && pair.source.split_whitespace().any(is_translatable) {
        let message = say(
            "The source has text and the translation has none: translate it.",
            "原文有内容而译文为空，应补译。",
        );
        out.report(pair.written(), message.with(&[]));
    }
}

/// Whether a word can be translated: handles, tags, addresses and placeholders cannot.
fn is_translatable(word: &str) -> bool {
    word.contains(char::is_alphabetic)
        && !word.starts_with(['@', '#', '{', '<', '%', '$', '&'])
        && !word.contains("://")
}
