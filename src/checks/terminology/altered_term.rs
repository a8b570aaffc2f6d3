use crate::checks::owed::unmet;
use crate::checks::{
    Check, Manuscript, Prose, Resources, Run,
    example::{bad, good},
};
use crate::finding::{Bilingual, Category, Confidence, Findings, Severity, say};
use crate::glossary::distance;
use crate::text::Span;

pub(super) const CHECK: Check = Check {
    id: "altered-term",
    category: Category::Terminology,
    mqm: "terminology/inconsistent-with-terminology-resource",
    its: "terminology",
    severity: Severity::Major,
    confidence: Confidence::Medium,
    finds: say(
        "A term that your glossary keeps as it is, and that the translation changes or leaves out.",
        "词汇表要求保留原样的术语被改动或漏掉。",
    ),
    why: say(
        "A name of a product, a key or a command only works letter by letter, capitals included.",
        "产品名、键名、命令要逐字照写才有用，大小写也不能改。",
    ),
    examples: &[
        bad("请安装 ⟦Tidepool CLI⟧。")
            .source("Install TidePool CLI.")
            .terms(&[("TidePool CLI", &["TidePool CLI"])])
            .fixed("请安装 TidePool CLI。"),
        bad("打开 ⟦Tide Pool⟧ 后登录。")
            .source("Open TidePool and log in.")
            .terms(&[("TidePool", &["TidePool"])])
            .fixed("打开 TidePool 后登录。"),
        bad("⟦請打開潮池。⟧").source("Open TidePool.").terms(&[("TidePool", &["TidePool"])]),
        good("在TidePool里登入。")
            .source("Log in to TidePool's site.")
            .terms(&[("TidePool", &["TidePool"])]),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, with: &Resources, out: &mut Findings) {
    let owed = unmet(units, with).map(|it| (it, it.term(units, with)));
    for (it, term) in owed.filter(|(_, term)| term.is_kept()) {
        let unit = &units[it.unit];
        let Some(name) = term.names.first() else { continue };
        let out = out.at(unit.place);
        match altered(&unit.target, name) {
            Some(span) => {
                let written = &unit.target.text()[span.range()];
                out.report(span, ALTERED.with(&[written, name])).suggest(name);
            }
            None => {
                out.report(it.sentence(units), LOST.with(&[name]));
            }
        }
    }
}

/// The words of the target that are nearly the name: other capitals, other spaces, or a slip.
fn altered(target: &Prose, name: &str) -> Option<Span> {
    let wanted = squeezed(name);
    let slips = wanted.len() / 5;
    let words = target.latin();
    let most = name.split_whitespace().count() + 1;
    let near = |nth: usize| {
        let last = words.len().min(nth + most);
        (nth..last).rev().find_map(|end| {
            let span = Span { start: words[nth].span.start, end: words[end].span.end };
            let text = squeezed(&target.text()[span.range()]);
            let same_length = text.len().abs_diff(wanted.len()) <= slips;
            (same_length && distance(&text, &wanted) <= slips).then_some(span)
        })
    };
    (0..words.len()).find_map(near)
}

fn squeezed(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

const ALTERED: Bilingual = say(
    "“{0}” has to stay “{1}”, letter by letter, by the glossary: write it so.",
    "词汇表要求逐字保留“{1}”，这里写成了“{0}”：请改正。",
);
const LOST: Bilingual = say(
    "“{0}” of the source has to stay as it is by the glossary, and is not here: put it in.",
    "词汇表要求保留原文的“{0}”，译文里没有：请补上。",
);
