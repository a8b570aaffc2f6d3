use crate::checks::mentions::{Mentions, Oddity};
use crate::checks::{
    Check, Manuscript, Resources, Run,
    example::{bad, good},
};
use crate::finding::{Bilingual, Category, Confidence, Findings, Severity, say};

pub(super) const CHECK: Check = Check {
    id: "inconsistent-name",
    category: Category::Terminology,
    mqm: "terminology/term-inconsistency",
    its: "inconsistent-entities",
    severity: Severity::Minor,
    confidence: Confidence::Medium,
    finds: say(
        "One name rendered in several ways in one document.",
        "同一个名称在一篇文章里有几种写法。",
    ),
    why: say(
        "A reader takes two names for two people; a machine that sees one sentence at a time renders a name anew in each.",
        "读者会把两种写法当作两个人；机器逐句翻译，同一名称往往每句一个译法。",
    ),
    examples: &[
        bad("⟦奈特⟧（Knight）曾在這家公司工作。\n離職的還有 Ethan Knight。"),
        bad("执行长奥特曼（Altman）说。\n据⟦阿尔特曼⟧（Altman）介绍。"),
        good("世界衛生組織（WHO）表示。\nWHO 還說。"),
        good("伊森·奈特（Ethan Knight）辞职。\n奈特（Knight）去了别处。"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, with: &Resources, findings: &mut Findings) {
    for odd in Mentions::of(units).odd(&with.glossary) {
        let Oddity { name, rendering, here, other, there } = odd;
        let message = match &other {
            Some(other) => RENDERED.with(&[&name, &rendering, other]),
            None => KEPT.with(&[&name, &rendering]),
        };
        findings.at(here.0).report(here.1, message).related_at(there.0, there.1);
    }
}

const RENDERED: Bilingual = say(
    "“{0}” is “{1}” here and “{2}” elsewhere, which reads like two names: choose one.",
    "“{0}”这里译作“{1}”，别处译作“{2}”，读来像两个名称：请统一。",
);
const KEPT: Bilingual = say(
    "“{0}” is rendered as “{1}” here and left as it is elsewhere, which reads like two names: choose one.",
    "“{0}”这里译作“{1}”，别处保留原文，读来像两个名称：请统一。",
);
