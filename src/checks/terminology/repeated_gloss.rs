use crate::checks::glossed::glossed;
use crate::checks::{
    Check, Manuscript, Param, Resources, Run,
    example::{bad, good},
};
use crate::finding::{Bilingual, Category, Findings, Severity, say};

pub(super) const CHECK: Check = Check {
    id: "repeated-gloss",
    category: Category::Style,
    mqm: "style/unidiomatic-style",
    its: "style",
    severity: Severity::Minor,
    systematic: true,
    finds: say(
        "A name with the same original in brackets again and again.",
        "同一名称一再括注同一原文。",
    ),
    why: say(
        "The original belongs to the first mention; a machine that sees one sentence at a time takes every mention for the first.",
        "原文只在首次出现时括注；机器逐句翻译，把每次都当作首次。",
    ),
    params: &[TIMES],
    examples: &[
        bad(
            "山姆·奥特曼（Sam Altman）来了。\n奥特曼⟦（Sam Altman）⟧说要走。\n山姆·奥特曼⟦（Sam Altman）⟧走了。",
        ),
        bad("國際能源總署（IEA）預估。\n國際能源總署⟦（IEA）⟧說。\n國際能源總署⟦（IEA）⟧又說。"),
        good("山姆·奧特曼（Sam Altman）來了。\n隔天，奧特曼（Sam Altman）走了。"),
        good("資料照片（Reuters）。\n資料照片（Reuters）。\n資料照片（Reuters）。"),
        good("能源署（IEA）说。\n能源署（IEA）说。\n能源署（IEA）说。")
            .source("The agency (IEA) said.\nThe agency (IEA) said.\nThe agency (IEA) said."),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

const TIMES: Param = Param {
    key: "repeated-gloss.times",
    default: 3,
    means: say(
        "How many glosses of one name in a document are too many.",
        "同一名称在一篇文章里括注几次算作过多。",
    ),
};

fn run(units: &Manuscript, with: &Resources, findings: &mut Findings) {
    let most = with.param(TIMES) as usize;
    for name in glossed(units).into_iter().filter(|name| name.times >= most) {
        for again in &name.again {
            let message = AGAIN.with(&[name.original, &name.times.to_string()]);
            findings.at(again.0).report(again.1, message).related_at(name.first.0, name.first.1);
        }
    }
}

const AGAIN: Bilingual = say(
    "The document gives the original “{0}” in brackets {1} times: keep it at the first mention, and leave it out here.",
    "全文括注原文“{0}”{1}次：只保留首次的括注，删去此处。",
);
