//! The fixed words of a report.

use super::paint::{self, Paint};
use super::tally::column;
use crate::finding::{Bilingual, Category, Confidence, Fix, Language, Severity, say};
use crate::review::Aside;
use crate::score::{Counts, Score, shown_share};

/// A severity's name.
pub(super) fn severity(severity: Severity) -> Bilingual {
    match severity {
        Severity::Neutral => say("neutral", "提示"),
        Severity::Minor => say("minor", "轻微"),
        Severity::Major => say("major", "严重"),
        Severity::Critical => say("critical", "致命"),
    }
}

/// A severity's name at the head of a column: one letter, or one character.
pub(super) fn initial(severity: Severity) -> Bilingual {
    match severity {
        Severity::Neutral => say("n", "示"),
        Severity::Minor => say("m", "轻"),
        Severity::Major => say("M", "严"),
        Severity::Critical => say("C", "致"),
    }
}

/// A confidence, with the precision that it stands for.
pub(super) fn confidence(confidence: Confidence) -> Bilingual {
    match confidence {
        Confidence::Low => say("low (wrong more than two times in five)", "低（五次里错两次以上）"),
        Confidence::Medium => {
            say("medium (right three times in five or more)", "中（五次里至少对三次）")
        }
        Confidence::High => say("high (right nine times in ten or more)", "高（十次里至少对九次）"),
    }
}

/// A category's name, as MQM has it.
pub(super) fn category(category: Category) -> Bilingual {
    match category {
        Category::Accuracy => say("accuracy", "准确性"),
        Category::Terminology => say("terminology", "术语"),
        Category::Language => say("linguistic conventions", "语言规范"),
        Category::Style => say("style", "文体"),
        Category::Locale => say("locale conventions", "地区惯例"),
        Category::Markup => say("design and markup", "版式与标记"),
    }
}

/// `one` or `many` with the number filled in.
pub(super) fn count(n: usize, one: Bilingual, many: Bilingual, language: Language) -> String {
    let words = if n == 1 { one } else { many };
    words.with(&[&n.to_string()]).text(language)
}

/// What a fix asks for, with a blank for its replacement.
pub(super) fn remedy(fix: &Fix) -> Bilingual {
    match (fix.replacement.is_empty(), fix.certain) {
        (true, true) => say("delete it", "删去"),
        (true, false) => say("perhaps delete it", "或可删去"),
        (false, true) => say("write: {0}", "改为：{0}"),
        (false, false) => say("perhaps write: {0}", "或可改为：{0}"),
    }
}

/// So many paragraphs.
pub(super) fn paragraphs(n: usize, language: Language) -> String {
    count(n, say("{0} paragraph", "{0} 段"), say("{0} paragraphs", "{0} 段"), language)
}

/// What stands between the parts of an enumeration.
pub(super) fn comma(language: Language) -> &'static str {
    if language == Language::English { ", " } else { "，" }
}

/// What stands between reasons.
pub(super) fn semicolon(language: Language) -> &'static str {
    if language == Language::English { "; " } else { "；" }
}

/// How many findings there are of each severity, the worst first, in words.
pub(super) fn found(counts: &Counts, paint: Paint, language: Language) -> String {
    let told = |severity: &Severity| {
        let count = column(counts, *severity);
        let said = so_many(*severity).with(&[&count.to_string()]).text(language);
        (count > 0).then(|| paint.with(paint::of_severity(*severity), &said))
    };
    let told: Vec<String> = Severity::ALL.iter().rev().filter_map(told).collect();
    if told.is_empty() {
        return say("nothing found", "未发现问题").template(language).to_owned();
    }
    told.join(comma(language))
}

fn so_many(severity: Severity) -> Bilingual {
    match severity {
        Severity::Neutral => say("{0} neutral", "提示 {0} 处"),
        Severity::Minor => say("{0} minor", "轻微 {0} 处"),
        Severity::Major => say("{0} major", "严重 {0} 处"),
        Severity::Critical => say("{0} critical", "致命 {0} 处"),
    }
}

/// The share of the words that stand in garbled sentences, after a comma; nothing where none do.
pub(super) fn garbled(score: Score, paint: Paint, language: Language) -> Option<String> {
    let percent = format!("{:.0}", 100.0 * shown_share(score.garbled_share()));
    let said = say("{0} % garbled", "{0}% 无法理解").with(&[&percent]).text(language);
    let told = || format!("{}{}", comma(language), paint.with(paint::BAD, &said));
    (score.garbled.words() > 0.0).then(told)
}

/// How many findings were set aside, and why; nothing where none were.
pub(super) fn aside(aside: Aside, language: Language) -> Option<String> {
    let Aside { suppressed, accepted, unchanged } = aside;
    let all = [
        (suppressed, say("{0} suppressed", "{0} 处由标注忽略")),
        (accepted, say("{0} in the baseline", "{0} 处在基线中")),
        (unchanged, say("{0} on unchanged lines", "{0} 处在未改动的行上")),
    ];
    let told = all.iter().filter(|(count, _)| *count > 0);
    let told = told.map(|(count, said)| said.with(&[&count.to_string()]).text(language));
    let told = told.collect::<Vec<_>>().join(comma(language));
    let said = say("set aside: {0}", "不计入：{0}");
    (aside.sum() > 0).then(|| said.with(&[&told]).text(language))
}

/// So many paragraphs are not in the table.
pub(super) fn not_listed(n: usize, language: Language) -> String {
    let one = say("{0} more paragraph is not listed", "另有 {0} 段未列出");
    count(n, one, say("{0} more paragraphs are not listed", "另有 {0} 段未列出"), language)
}
