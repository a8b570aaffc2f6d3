use crate::characters::Sign;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Bilingual, Category, Confidence, Findings, Severity, say};
use crate::markup::leaks;

pub(super) const CHECK: Check = Check {
    id: "leaked-markup",
    category: Category::Markup,
    mqm: "design-and-markup/questionable-markup",
    its: "markup",
    severity: Severity::Critical,
    finds: say(
        "Tags and attributes that readers see: without their other half, broken, or with translated names.",
        "读者会看到的标签和属性：缺另一半、残缺，或标签名被翻译。",
    ),
    why: say(
        "The page breaks or shows code; a tag with its partner, and code in backticks, are left alone.",
        "页面会损坏或露出代码；成对的标签和反引号里的代码不报告。",
    ),
    examples: &[
        bad("詳見 ⟦href=“ https://example.com/a? b=c“ target=“ _ blank”>⟧ 五月三日。"),
        bad("⟦<a href=“https://example.com”>⟧点击这里⟦</a>⟧继续。"),
        bad("第一段結束。⟦</p>⟧第二段開始。"),
        bad("价格上涨⟦< br >⟧随后下跌⟦＜/b＞⟧。"),
        bad("⟦<标题>⟧河流⟦</标题>⟧"),
        bad("请看⟦<一个 目标=“_空白”>⟧说明⟦</一个>⟧。"),
        bad("⟦target=“ _ 空白”>⟧點這裡。"),
        bad("第一行⟦<br>⟧第二行。"),
        good("點<b>這裡</b>或<a href=\"https://example.com\">連結</a>。"),
        good("找出 class = \"note\" 的元素。"),
        good("用 `<br>` 换行，若 x = 3，则 a < b；“</p>”是结束标签。"),
        good("浏览器把内容插入<div>中，再加上 <br> 標籤。"),
        good("第一行<br>第二行。").source("First line<br>second line."),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    if !target.signs().has(Sign::Tag) {
        return;
    }
    for leak in leaks(target.text()) {
        let stretch = &target.text()[leak.span.range()];
        if target.source().is_some_and(|source| source.contains(stretch)) {
            continue;
        }
        if leak.broken {
            out.report(leak.span, BROKEN.with(&[]));
        } else {
            out.report(leak.span, WHOLE.with(&[stretch]))
                .severity(Severity::Minor)
                .confidence(Confidence::Medium);
        }
    }
}

const BROKEN: Bilingual = say(
    "Broken markup leaked into the text: restore the tag from the source, or take it out.",
    "残缺的标记露在正文里，应照原文恢复标签或删去。",
);

const WHOLE: Bilingual = say(
    "The tag “{0}” stands in running text: make sure that readers will not see it.",
    "正文里出现标签“{0}”，应确认读者不会看到它。",
);
