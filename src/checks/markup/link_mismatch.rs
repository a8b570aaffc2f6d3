use crate::checks::example::{bad, good};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Bilingual, Category, Confidence, Findings, Severity, say};
use crate::markup::{LinkChange, Trace, link_changes};

pub(super) const CHECK: Check = Check {
    id: "link-mismatch",
    category: Category::Markup,
    mqm: "design-and-markup/broken-link",
    its: "markup",
    severity: Severity::Major,
    confidence: Confidence::Medium,
    finds: say(
        "A web address, an e-mail address or a path that is not the one of the source.",
        "网址、邮箱或路径与原文不同。",
    ),
    why: say(
        "Readers are led nowhere, or to somebody else; the same page in Chinese is right.",
        "读者会打不开，或被引到别处；同一网站的中文页面不算错。",
    ),
    examples: &[
        bad("请写信到⟦help@exmaple.org⟧。")
            .source("Write to help@example.org.")
            .fixed("请写信到help@example.org。"),
        bad("詳見 ⟦https://example.com/2024/b⟧。")
            .source("See https://example.com/2024/a.")
            .fixed("詳見 https://example.com/2024/a。"),
        bad("⟦请修改配置文件。⟧").source("Edit /etc/demo/demo.conf first."),
        good("詳見 https://zh.example.org/wiki/橋 與 /zh/help。")
            .source("See https://en.example.org/wiki/Bridge and /en/help."),
        good("全天候服务，每秒 1/2 公里。").source("24/7 service, 1/2 km/s, and/or more."),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    let text = pair.target.text();
    let may_have =
        pair.traces().has(Trace::Address) || text.contains("www.") || pair.source.contains("www.");
    if !may_have && !text.contains(['/', '@', '\\']) || !pair.is_translated() {
        return;
    }
    for it in link_changes(pair.source, pair.target.landmarks()) {
        match it {
            LinkChange::Missing(span) => {
                let message = MISSING.with(&[&pair.source[span.range()]]);
                pair.report_missing(span, message, out).severity(Severity::Minor);
            }
            LinkChange::Extra(span) => {
                let report = out.report(span, EXTRA.with(&[&text[span.range()]]));
                report.severity(Severity::Minor);
            }
            LinkChange::Altered(source, target) => {
                let (right, wrong) = (&pair.source[source.range()], &text[target.range()]);
                out.report(target, ALTERED.with(&[right, wrong])).suggest(right);
            }
        }
    }
}

const MISSING: Bilingual = say(
    "“{0}” of the source is not in the translation: put it in.",
    "译文缺少原文的“{0}”，应补上。",
);
const EXTRA: Bilingual = say(
    "The source has no “{0}”: make sure that it is meant.",
    "原文没有“{0}”，应确认是否有意添加。",
);
const ALTERED: Bilingual = say(
    "“{0}” became “{1}”, which leads somewhere else: write “{0}”.",
    "“{0}”被改成了“{1}”，会指向别处，应写作“{0}”。",
);
