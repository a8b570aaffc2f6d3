use crate::checks::example::{bad, good};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Bilingual, Category, Confidence, Findings, Severity, say};
use crate::markup::{Trace, identifiers};

pub(super) const CHECK: Check = Check {
    id: "missing-identifier",
    category: Category::Accuracy,
    mqm: "accuracy/omission",
    its: "omission",
    severity: Severity::Minor,
    confidence: Confidence::Medium,
    finds: say(
        "A code name of the source that the translation does not have: a part number, a version, a name in code.",
        "译文缺少原文的代号：型号、版本号或代码里的名称。",
    ),
    why: say(
        "Such names are the same in every language, and readers look things up by them.",
        "这类名称在各种语言里都一样，读者靠它们查找。",
    ),
    examples: &[
        bad("⟦请更新到 v2.1 版。⟧").source("Please update to v2.10.3."),
        bad("⟦這台相機是 RX-87。⟧").source("The camera is the RX-78."),
        bad("⟦设置该参数。⟧").source("Set max_retry_count first."),
        good("请更新到 2.10.3 版，设置 Max_Retry_Count。")
            .source("Please update to v2.10.3 and set max_retry_count."),
        good("二十国集团、美国宇航局、新冠肺炎与95号州际公路。")
            .source("The G20, NASA, COVID-19 and the IS-95."),
        good("這台相機是 RX78。").source("The camera is the RX-78."),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    if !pair.traces().has(Trace::Digit) || !pair.is_translated() {
        return;
    }
    let found = identifiers(pair.source);
    if found.is_empty() {
        return;
    }
    let target = bare(pair.target.shadow().text());
    for span in found {
        let name = &pair.source[span.range()];
        if !is_said(&bare(&name.to_ascii_lowercase()), &target) {
            pair.report_missing(span, MISSING.with(&[name]), out);
        }
    }
}

/// A text without the marks that are written or not within a code name.
fn bare(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, '-' | '‑' | '–' | ' ' | '_')).collect()
}

/// Whether a name is there, or its number stands apart from other letters: 95号州际公路.
fn is_said(name: &str, target: &str) -> bool {
    let number = name.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let is_plain = !number.is_empty() && number.bytes().all(|c| c.is_ascii_digit() || c == b'.');
    let apart = |at: usize| {
        let before = target[..at].chars().next_back();
        let after = target[at + number.len()..].chars().next();
        !before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '.')
            && !after.is_some_and(|c| c.is_ascii_alphanumeric())
    };
    target.contains(name) || is_plain && target.match_indices(number).any(|(at, _)| apart(at))
}

const MISSING: Bilingual = say(
    "“{0}” of the source is not in the translation: write it as it is.",
    "译文缺少原文的“{0}”，应照写。",
);
