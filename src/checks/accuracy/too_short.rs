use crate::checks::example::{bad, good};
use crate::checks::length::{Gap, gap};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Category, Confidence, Findings, Severity, say};

pub(super) const CHECK: Check = Check {
    id: "too-short",
    category: Category::Accuracy,
    mqm: "accuracy/omission",
    its: "length",
    severity: Severity::Major,
    confidence: Confidence::Medium,
    finds: say(
        "A translation far shorter than its source asks for, or one whose end was cut off.",
        "译文比原文应有的长度短得多，或结尾被截断。",
    ),
    why: say(
        "Half of the length says at most half; how long translations are is measured on the document itself, else on human ones.",
        "长度只有一半，内容最多也只剩一半；译文通常多长由文档本身得出，否则按人工译文的统计。",
    ),
    examples: &[
        bad("⟦冬天闭馆。⟧").source(
            "The museum is closed to all visitors during the winter months, from the first week of November until the end of March.",
        ),
        bad("⟦委員會花了兩年時間審查了所有的⟧").source(
            "The committee spent two years reviewing all of the applications before it came to a decision that surprised everyone.",
        ),
        good("博物馆冬季不对游客开放，从十一月第一周一直到三月底。").source(
            "The museum is closed to all visitors during the winter months, from the first week of November until the end of March.",
        ),
        good("委員會花了兩年時間審查所有申請，最後的決定出人意料。").source(
            "The committee spent two years reviewing all of the applications before it came to a decision that surprised everyone.",
        ),
        good("保存。").source("Save."),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    let (message, severity) = match gap(pair) {
        Some(Gap::Cut) => (
            say(
                "The translation is too short and ends without a stop, unlike the source: its end was cut off. Translate the rest.",
                "译文过短，且不像原文那样以句末标点结尾：结尾被截断了，应补译。",
            ),
            Severity::Major,
        ),
        Some(Gap::Short(gravely)) => (
            say(
                "The translation is far shorter than its source: check that nothing is missing.",
                "译文比原文短得多，请核对是否漏译。",
            ),
            if gravely { Severity::Major } else { Severity::Minor },
        ),
        _ => return,
    };
    out.report(pair.written(), message.with(&[])).severity(severity);
}
