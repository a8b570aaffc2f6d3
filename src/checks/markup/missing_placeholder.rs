use crate::checks::example::{bad, good};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Bilingual, Category, Findings, Severity, say};
use crate::markup::Change;

pub(super) const CHECK: Check = Check {
    id: "missing-placeholder",
    category: Category::Markup,
    mqm: "design-and-markup/missing-markup",
    its: "markup",
    severity: Severity::Critical,
    finds: say(
        "A placeholder of the source that the translation does not have.",
        "译文缺少原文的占位符。",
    ),
    why: say("Readers never see the value that belongs there.", "读者看不到应填入的内容。"),
    examples: &[
        bad("⟦已复制文件。⟧").source("Copied %d files."),
        bad("你好。⟦歡迎回來！⟧").source("Hello. Welcome back, {name}!"),
        bad("⟦第 %2 页⟧").source("Page %1 of %2"),
        bad("⟦{count, plural, other {個檔案}}⟧")
            .source("{count, plural, one {# file in {folder}} other {# files in {folder}}}"),
        bad("已完成 %d⟦%⟧").source("%d%% done").fixed("已完成 %d%%"),
        good("已复制 %d 个文件，占 100%。").source("Copied %d files, 100% of them."),
        good("{1} 的 {0}").source("{0} of {1}, {1}"),
        good("%2$s 的 %1$d 個檔案").source("%d files of %s"),
        good("{count, plural, other {# 个文件}}")
            .source("{count, plural, one {# file} other {# files}}"),
        good("%Y年%m月%d日").source("%B %d, %Y, %m"),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    for it in pair.fields() {
        match it {
            Change::Missing(span) => {
                let message = MISSING.with(&[&pair.source_at(*span)]);
                pair.report_missing(*span, message, out);
            }
            Change::Single(span) => {
                out.report(*span, SINGLE.with(&[])).mend("%%");
            }
            _ => {}
        }
    }
}

const MISSING: Bilingual = say(
    "“{0}” of the source is not in the translation, so its value is never shown: put it in.",
    "译文缺少原文的“{0}”，其内容不会显示，应补上。",
);

const SINGLE: Bilingual = say(
    "A single “%” breaks a text that is filled in: write “%%”, as the source does.",
    "在需要填充的文本里单个“%”会出错，应照原文写作“%%”。",
);
