use crate::characters::Sign;
use crate::checks::{
    Check, Manuscript, Resources, Run,
    example::{bad, good},
};
use crate::finding::{Bilingual, Category, Confidence, Findings, Severity, say};
use crate::names::plain;
use crate::text::{Place, Span};
use rustc_hash::FxHashMap;

pub(super) const CHECK: Check = Check {
    id: "contradictory-gloss",
    category: Category::Terminology,
    mqm: "terminology/term-inconsistency",
    its: "inconsistent-entities",
    severity: Severity::Minor,
    confidence: Confidence::Medium,
    finds: say(
        "One name in Chinese glossed with two different originals.",
        "同一个中文名称括注了两种不同的原文。",
    ),
    why: say(
        "The reader cannot tell which original is right, or whether two people are meant.",
        "读者分不清哪个原文才对，也分不清是不是两个人。",
    ),
    examples: &[
        bad("奥特曼（Altman）出席。\n晚上奥特曼（⟦Oatman⟧）离开。"),
        bad("作家卡萊爾（Carlyle）寫道。\n卡萊爾（⟦Carlisle⟧）又寫道。"),
        good("卡瓦诺（Kavanaugh）和妻子。\n卡瓦诺（Brett Kavanaugh）否认。"),
        good("史密斯（John Smith）與史密斯（Will Smith）；高通（Qualcomm），高通（QCOM）。"),
        good("卡莱尔（Carlyle）来了。\n另一位卡莱尔（Carlisle）没来。"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

/// The originals of one name, each with its first place.
type Originals<'t> = Vec<(&'t str, (Place, Span))>;

/// More originals of one name than this are compared with nothing.
const MOST: usize = 8;

fn run(units: &Manuscript, _: &Resources, findings: &mut Findings) {
    let mut known: FxHashMap<Vec<char>, Originals> = FxHashMap::default();
    for unit in units.iter().filter(|unit| unit.target.signs().has(Sign::Bracket)) {
        let (prose, shadow) = (&unit.target, unit.target.shadow());
        for (gloss, name) in prose.renderings() {
            let name = name.clone();
            let originals = known.entry(shadow.chars()[name.clone()].to_vec()).or_default();
            // Another one, the text may say: 另一位史密斯.
            let told = shadow.chars()[name.start.saturating_sub(3)..name.start].contains(&'另');
            let other = originals.iter().find(|(other, _)| !told && is_other(gloss.name, other));
            if let Some((other, (place, span))) = other {
                let written = &prose.text()[shadow.span(name).range()];
                let message = OTHER.with(&[written, gloss.name, other]);
                findings.at(unit.place).report(gloss.span, message).related_at(*place, *span);
            }
            let new = originals.iter().all(|(other, _)| *other != gloss.name);
            if new && originals.len() < MOST {
                originals.push((gloss.name, (unit.place, gloss.span)));
            }
        }
    }
}

/// Whether two originals cannot be of one name: their last words differ, neither is a part of the
/// other, and neither is an abbreviation.
fn is_other(one: &str, other: &str) -> bool {
    let last = |name: &str| name.split([' ', '.']).rfind(|it| !it.is_empty()).map(plain);
    let short = |name: &str| !name.chars().any(char::is_lowercase);
    let (a, b) = (plain(one), plain(other));
    let apart = !a.contains(&b) && !b.contains(&a) && last(one) != last(other);
    apart && !short(one) && !short(other)
}

const OTHER: Bilingual = say(
    "“{0}” is glossed “{1}” here and “{2}” elsewhere: if both are one name, one original is wrong; if not, tell them apart.",
    "“{0}”这里括注“{1}”，别处括注“{2}”：若是同一名称，其中一个原文有误；若不是，请加以区分。",
);
