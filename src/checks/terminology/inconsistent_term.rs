use crate::checks::owed::Owed;
use crate::checks::{
    Check, Manuscript, Resources, Run,
    example::{bad, good},
};
use crate::finding::{Bilingual, Category, Confidence, Findings, Severity, say};
use crate::names::differ;
use crate::text::{Place, Span};
use rustc_hash::FxHashMap;

pub(super) const CHECK: Check = Check {
    id: "inconsistent-term",
    category: Category::Terminology,
    mqm: "terminology/inconsistent-use-of-terminology",
    its: "inconsistency",
    severity: Severity::Minor,
    confidence: Confidence::Medium,
    finds: say(
        "One term of your glossary in several of its renderings in one document.",
        "词汇表的同一术语在一篇文章里用了几种译法。",
    ),
    why: say(
        "Each of the renderings is right, but a reader who meets two takes them for two things. A short form beside the full one is fine.",
        "几种译法都对，但读者会以为是两回事；全称与简称并用不报告。",
    ),
    examples: &[
        bad("市场流动性下降。\n监管机构关注流动性。\n银行的⟦流通性⟧不足。")
            .source(
                "Market liquidity fell.\nRegulators watch liquidity.\nThe bank lacks liquidity.",
            )
            .terms(&[("liquidity", &["流动性", "流通性"])]),
        bad("槓桿上升。\n降低⟦舉債程度⟧。")
            .source("Leverage rose.\nReduce leverage.")
            .terms(&[("leverage", &["槓桿", "舉債程度"])]),
        good("金融管理局发布报告。\n金管局指出风险。")
            .source("The FMA published a report.\nThe FMA pointed out risks.")
            .terms(&[("FMA", &["金融管理局", "金管局"])]),
        good("槓桿上升。\n降低舉債程度。")
            .source("Leverage rose.\nReduce borrowing.")
            .terms(&[("leverage", &["槓桿", "舉債程度"])]),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

/// The renderings of a term in a document.
type Uses = Vec<Use>;

/// A rendering, in the form of the shadow and as it is written first, how often it stands in the
/// document, and where first.
struct Use {
    folded: Vec<char>,
    written: String,
    count: u32,
    place: Place,
    span: Span,
}

/// More renderings of a term than this are noise, and comparing them all would take long.
const MOST: usize = 32;

fn run(units: &Manuscript, with: &Resources, out: &mut Findings) {
    let mut names: Vec<&str> = vec![];
    let mut uses: FxHashMap<&str, Uses> = FxHashMap::default();
    for it in units.owed(with) {
        let Some(name) = it.term(units, with).names.first() else { continue };
        let known = uses.entry(name).or_insert_with(|| {
            names.push(name);
            vec![]
        });
        add(known, it, units);
    }
    for name in names {
        report(name, &uses[name], out);
    }
}

fn add(known: &mut Uses, it: &Owed, units: &Manuscript) {
    let unit = &units[it.unit];
    for found in &it.demand.found {
        let span = unit.target.shadow().span(found.chars.clone());
        let folded = unit.target.shadow().chars()[found.chars.clone()].to_vec();
        if let Some(known) = known.iter_mut().find(|it| it.folded == folded) {
            known.count += 1;
        } else if known.len() < MOST {
            let written = unit.target.text()[span.range()].to_owned();
            known.push(Use { folded, written, count: 1, place: unit.place, span });
        }
    }
}

fn report(name: &str, uses: &Uses, out: &mut Findings) {
    let most = uses.iter().map(|it| it.count).max();
    let Some(usual) = uses.iter().find(|it| Some(it.count) == most) else { return };
    for odd in uses.iter().filter(|it| differ(&it.folded, &usual.folded)) {
        let message = SEVERAL.with(&[name, &odd.written, &usual.written]);
        out.at(odd.place).report(odd.span, message).related_at(usual.place, usual.span);
    }
}

const SEVERAL: Bilingual = say(
    "“{0}” is “{1}” here and “{2}” elsewhere, which reads like two things: choose one.",
    "“{0}”这里译作“{1}”，别处译作“{2}”，读来像两回事：请统一。",
);
