use crate::checks::same::{same_sources, says_the_same, start};
use crate::checks::{
    Check, Manuscript, Resources, Run, Unit,
    example::{bad, good},
};
use crate::finding::{Bilingual, Category, Confidence, Findings, Severity, say};

pub(super) const CHECK: Check = Check {
    id: "inconsistent-translation",
    category: Category::Terminology,
    mqm: "terminology/inconsistent-use-of-terminology",
    its: "inconsistency",
    severity: Severity::Minor,
    confidence: Confidence::Medium,
    finds: say(
        "One source that is translated in two ways in one file.",
        "同一原文在一个文件里有两种译文。",
    ),
    why: say(
        "Who meets both looks for a difference that is not there, and a fix reaches only one of them. Short labels are left alone: they depend on where they stand.",
        "读者会去找并不存在的差别，修改也只改到其中一处；短标签取决于所在位置，不报告。",
    ),
    examples: &[
        bad("文件无法保存。\n⟦不能储存该文件。⟧")
            .source("The file could not be saved.\nThe file could not be saved."),
        bad("請稍後再試一次。\n請稍候。\n⟦過一會兒再試。⟧")
            .source("Please try again later.\nPlease wait.\nplease try  again later."),
        good("打开\n开启").source("Open\nOpen"),
        good("文件无法保存。\n文件無法保存！")
            .source("The file could not be saved.\nThe file could not be saved."),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, _: &Resources, out: &mut Findings) {
    for (earlier, later) in same_sources(units) {
        let (first, again) = (&units[earlier], &units[later]);
        let (target, other) = (again.target.text(), first.target.text());
        if is_translated(first) && is_translated(again) && !says_the_same(target, other) {
            let message = OTHERWISE.with(&[&start(other)]);
            out.at(again.place)
                .report(0..target.len(), message)
                .related_at(first.place, 0..other.len());
        }
    }
}

/// Whether there is a translation, and not the source again.
fn is_translated(unit: &Unit) -> bool {
    let text = unit.target.text().trim();
    !text.is_empty() && unit.target.source().map(str::trim) != Some(text)
}

const OTHERWISE: Bilingual = say(
    "The same source is “{0}” elsewhere in this file: choose one translation.",
    "同一原文在本文件别处译作“{0}”：请统一。",
);
