use crate::checks::example::{bad, good};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Bilingual, Category, Findings, Severity, say};
use crate::markup::Change;

pub(super) const CHECK: Check = Check {
    id: "extra-placeholder",
    category: Category::Markup,
    mqm: "design-and-markup/added-markup",
    its: "markup",
    severity: Severity::Critical,
    finds: say(
        "A placeholder that the source does not have, or has under another name.",
        "原文没有的占位符，或名称被改动的占位符。",
    ),
    why: say(
        "No program fills it: readers see the code, or the program fails.",
        "程序不会填充它，读者会看到代码，程序也可能出错。",
    ),
    examples: &[
        bad("你好，⟦{姓名}⟧！").source("Hello, {name}!").fixed("你好，{name}！"),
        bad("共有⟦%s⟧個檔案。").source("There are %d files.").fixed("共有%d個檔案。"),
        bad("歡迎，⟦{{使用者名稱}}⟧。")
            .source("Welcome, {{userName}}.")
            .fixed("歡迎，{{userName}}。"),
        bad("{g, select, ⟦男⟧ {他} other {他们}}").source("{g, select, male {he} other {they}}"),
        bad("已保存⟦%s⟧。").source("Saved."),
        good("你好，{name}！折扣 50%。").source("Hello, {name}! 50%discount."),
        good("集合 {一，二} 與 {1, 2}").source("The sets {one, two} and {1, 2}"),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    for it in pair.fields() {
        match it {
            Change::Extra(span) => {
                out.report(*span, EXTRA.with(&[&pair.target_at(*span)]));
            }
            Change::Altered(source, target) => {
                let right = pair.source_at(*source);
                let message = ALTERED.with(&[&right, &pair.target_at(*target)]);
                out.report(*target, message).suggest(right);
            }
            _ => {}
        }
    }
}

const EXTRA: Bilingual = say(
    "The source has no “{0}”, and nothing will fill it: take it out.",
    "原文没有“{0}”，程序不会填充，应删去。",
);

const ALTERED: Bilingual = say(
    "“{0}” became “{1}”, which no program fills: write “{0}”.",
    "“{0}”被改成了“{1}”，程序无法填充，应写作“{0}”。",
);
