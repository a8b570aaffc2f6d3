use crate::characters::Sign;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Bilingual, Category, Confidence, Findings, Severity, say};
use crate::markup::{Broken, damaged_placeholders};

pub(super) const CHECK: Check = Check {
    id: "damaged-placeholder",
    category: Category::Markup,
    mqm: "design-and-markup/questionable-markup",
    its: "markup",
    severity: Severity::Critical,
    finds: say(
        "A placeholder that no program fills: with spaces or full-width marks, translated, or left to be filled by hand.",
        "程序无法填充的占位符：含空格或全角符号、名称被翻译，或等待人工填写。",
    ),
    why: say(
        "Readers see the code instead of the value, or the program fails.",
        "读者会看到代码而不是内容，程序也可能出错。",
    ),
    examples: &[
        bad("歡迎，⟦％s⟧！").fixed("歡迎，%s！"),
        bad("共有 ⟦% d⟧ 个文件。").fixed("共有 %d 个文件。"),
        bad("第⟦{０}⟧頁，共⟦｛1｝⟧頁。").fixed("第{0}頁，共{1}頁。"),
        bad("您有⟦｛count｝⟧则消息。").fixed("您有{count}则消息。"),
        bad("你好，⟦$ {name}⟧。").fixed("你好，${name}。"),
        bad("你好，⟦{{名稱}}⟧與⟦%（名字）s⟧。"),
        bad("此致，⟦[Insert Company Name]⟧"),
        bad("⟦Lorem ipsum dolor sit amet⟧，公司介绍。"),
        bad("⟦TODO：⟧補充說明。"),
        good("共有 %d 個檔案、{0} 頁、{{ name }} 與 ${name}，佔 5% so far。"),
        good("写作 `％s`，增长 50% d。"),
        good("请填写【姓名】。").source("Please fill in [Name]."),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    let (signs, text) = (target.signs(), target.text());
    let waits = || text.contains("TODO") || text.contains("orem");
    if !(signs.has(Sign::Field) || signs.has(Sign::Latin) && waits()) {
        return;
    }
    for it in damaged_placeholders(target.text(), target.source()) {
        let stretch = &target.text()[it.span.range()];
        match (it.broken, it.right) {
            (Broken::Unfilled, _) => {
                out.report(it.span, UNFILLED.with(&[stretch])).severity(Severity::Major);
            }
            (_, Some(right)) => {
                out.report(it.span, SHAPE.with(&[stretch, &right])).mend(right);
            }
            // Beside the source it is told what became what.
            _ if target.source().is_some() => {}
            _ => {
                let report = out.report(it.span, NAME.with(&[stretch]));
                report.severity(Severity::Major).confidence(Confidence::Medium);
            }
        }
    }
}

const SHAPE: Bilingual = say(
    "The placeholder “{0}” does not work any more: write {1}.",
    "占位符“{0}”已失效，应写作{1}。",
);

const NAME: Bilingual = say(
    "The name in the placeholder “{0}” was translated: keep it as in the source.",
    "占位符“{0}”里的名称被翻译了，应与原文一致。",
);

const UNFILLED: Bilingual = say(
    "“{0}” waits to be filled in: write what belongs there, or take it out.",
    "“{0}”还没有填写，应补上内容或删去。",
);
