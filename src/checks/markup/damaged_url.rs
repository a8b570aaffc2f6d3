use crate::characters::Sign;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Bilingual, Category, Confidence, Findings, Severity, say};
use crate::markup::{Damage, damaged_urls};

pub(super) const CHECK: Check = Check {
    id: "damaged-url",
    category: Category::Markup,
    mqm: "design-and-markup/broken-link",
    its: "markup",
    severity: Severity::Minor,
    finds: say(
        "A web address with a space or full-width marks in it, or with Chinese text stuck to it.",
        "网址里有空格或全角符号，或与中文粘连。",
    ),
    why: say("The link leads nowhere.", "链接打不开。"),
    examples: &[
        bad("見 ⟦https://example.com/a/12? ref=x⟧ 一文。")
            .fixed("見 https://example.com/a/12?ref=x 一文。"),
        bad("网址是⟦http：//example.com/a⟧，请访问。")
            .fixed("网址是http://example.com/a，请访问。"),
        bad("請上 ⟦www. example. com⟧ 查詢。").fixed("請上 www.example.com 查詢。"),
        bad("请访问⟦example。com⟧下载。").fixed("请访问example.com下载。"),
        bad("请看⟦https://example.com/a12⟧这个页面。"),
        good("見 https://example.com/a?b=c。首頁是 https://example.com/ 好。"),
        good("条目在 https://example.org/wiki/中国 和 `https:// example.com`。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    if !target.signs().has(Sign::Latin) {
        return;
    }
    for it in damaged_urls(target.landmarks()) {
        let url = &target.text()[it.span.range()];
        if target.source().is_some_and(|source| source.contains(url)) {
            continue;
        }
        if it.damage == Damage::Glued {
            let spaced = format!("{url} ");
            out.report(it.span, GLUED.with(&[])).confidence(Confidence::Medium).suggest(spaced);
        } else {
            out.report(it.span, BROKEN.with(&[&it.right])).mend(it.right);
        }
    }
}

const BROKEN: Bilingual = say(
    "The address was damaged and leads nowhere: write {0}.",
    "网址被破坏，无法打开，应写作{0}。",
);

const GLUED: Bilingual = say(
    "Chinese text is stuck to the address and becomes part of the link: put a space between.",
    "中文紧跟网址，会被当成链接的一部分，应加空格隔开。",
);
