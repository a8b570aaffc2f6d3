use crate::checks::example::{bad, good};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Confidence, Findings, Severity, say};

pub(super) const CHECK: Check = Check {
    id: "bracket-mismatch",
    mqm: "linguistic-conventions/punctuation",
    its: "omission",
    severity: Severity::Minor,
    confidence: Confidence::Medium,
    finds: say(
        "An aside of the source in brackets, where the translation has no bracket at all.",
        "原文有括号里的说明，译文却完全没有括号。",
    ),
    why: say(
        "What stands in brackets is easily skipped; abbreviations, plurals and asides between dashes are left alone.",
        "括号里的内容容易漏译；缩写、复数词尾以及改用破折号的说明不报告。",
    ),
    examples: &[
        bad("⟦公园每天开放。⟧").source("The park (except for the lake area) is open every day."),
        bad("⟦電話號碼⟧").source("Phone number (optional)"),
        good("公园（湖区除外）每天开放。")
            .source("The park (except for the lake area) is open every day."),
        good("公園每天開放——湖區除外。")
            .source("The park (except for the lake area) is open every day."),
        good("世卫组织今天开会，讨论各国的报告。")
            .source("The World Health Organization (WHO) meets today to discuss the report(s)."),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    let Some(aside) = aside(pair.source) else { return };
    let text = pair.target.text();
    let brackets = ['(', '（', '[', '［', '【', '〔', '{', '—', '─', '–', '-', '《', '〈'];
    if text.contains(brackets) || pair.target.size().han == 0 {
        return;
    }
    let message = say(
        "“{0}” stands in brackets in the source, and the translation has none: check that it was translated, and put it in brackets.",
        "原文括号里的“{0}”在译文中没有对应的括号：请核对是否译出，并加上括号。",
    );
    out.report(pair.written(), message.with(&[aside]));
}

/// An aside that a translation keeps: of four words or more, or of one in a label. What an
/// abbreviation stands for is none.
fn aside(source: &str) -> Option<&str> {
    let is_label = source.len() <= LABEL && source.trim_end().ends_with(')');
    let counts = |(at, _): (usize, &str)| {
        let said = &source[at + 1..];
        let end = said.find(['(', ')']).filter(|end| said[*end..].starts_with(')'))?;
        let said = &said[..end];
        let short = source[..at].trim_end().rsplit(' ').next().unwrap_or_default();
        let expands = short.len() > 1 && short.bytes().all(|it| it.is_ascii_uppercase());
        // What is added with “and” is as well said without brackets.
        let added = ["and ", "or ", "but "].iter().any(|it| said.starts_with(it));
        let plain = !added && !said.contains(|c: char| c.is_ascii_digit() || "/%{<:;".contains(c));
        let small = said.starts_with(|c: char| c.is_ascii_lowercase());
        let enough = said.split_whitespace().count() > 3 || is_label && small && said.len() > 4;
        (plain && enough && !expands).then_some(said)
    };
    source.match_indices('(').find_map(counts)
}

/// So many bytes of a source may be a label.
const LABEL: usize = 60;
