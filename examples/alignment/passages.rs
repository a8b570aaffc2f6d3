use crate::Row;
use crate::chance::Chance;
use crate::running::{both, paired, running};
use rayon::prelude::*;
use xindaya::checks::{self, Resources};
use xindaya::config::Rules;
use xindaya::encoder::Encoder;
use xindaya::finding::{Finding, Language};
use xindaya::review::review;
use xindaya::text::Document;

/// The share of pairs whose target is lost, or that a stranger follows.
const SHARE: f64 = 0.05;

/// How many sentences that were lost from running texts, and that were added to them, are named,
/// and how many findings name others.
pub(crate) fn show(documents: &[Vec<&Row>], encoder: Option<&Encoder>) {
    let strangers: Vec<&str> = documents.iter().flatten().map(|it| it.target.as_str()).collect();
    for check in ["missing-passage", "added-passage"] {
        let mut chance = Chance(11);
        let mut damaged = |rows: &Vec<&Row>| {
            if check == "missing-passage" {
                lose(rows, &mut chance)
            } else {
                add(rows, &strangers, &mut chance)
            }
        };
        let cases: Vec<_> = documents.iter().map(&mut damaged).collect();
        let each = cases.par_iter().map(|(texts, planted)| count(texts, planted, check, encoder));
        let [named, all, wrong] =
            each.reduce(|| [0; 3], |a, b| [a[0] + b[0], a[1] + b[1], a[2] + b[2]]);
        println!("    {check}: {named} of {all} named, {wrong} findings beside them");
    }
}

/// A source and its damaged target, and what was lost or added.
type Damaged = ((String, String), Vec<String>);

fn lose(rows: &[&Row], chance: &mut Chance) -> Damaged {
    let mut lost = vec![];
    let mut pair = |row: &&Row| {
        let is_lost = chance.is_under(SHARE);
        lost.extend(is_lost.then(|| row.source.trim().to_owned()));
        is_lost
    };
    let kept: Vec<bool> = rows.iter().map(|it| !pair(it)).collect();
    let pairs = rows
        .iter()
        .zip(kept)
        .map(|(row, kept)| (&*row.source, if kept { &*row.target } else { "" }));
    (running(pairs), lost)
}

fn add(rows: &[&Row], strangers: &[&str], chance: &mut Chance) -> Damaged {
    let (mut pairs, mut added) = (vec![], vec![]);
    for row in rows {
        pairs.push(both(row));
        if chance.is_under(SHARE) {
            let stranger = strangers[chance.below(strangers.len())].trim();
            pairs.push(("", stranger));
            added.push(stranger.to_owned());
        }
    }
    (running(pairs.into_iter()), added)
}

/// How many of the planted sentences are named, of how many, and the findings about others.
fn count(
    texts: &(String, String),
    planted: &[String],
    check: &str,
    encoder: Option<&Encoder>,
) -> [usize; 3] {
    let rules = Rules {
        off: checks::all().map(|it| it.id).filter(|it| *it != check).collect(),
        ..Rules::default()
    };
    let Ok(document) = paired(texts, encoder) else { return [0, planted.len(), 0] };
    let findings = review(&document, &Resources::default(), &rules).findings;
    let told: Vec<String> = findings.iter().map(|it| told(&document, it)).collect();
    let is_told = |planted: &&String| told.iter().any(|it| planted.contains(it.as_str()));
    let named = planted.iter().filter(is_told).count();
    let wrong =
        told.iter().filter(|told| !planted.iter().any(|it| it.contains(told.as_str()))).count();
    [named, planted.len(), wrong]
}

/// The sentence that a finding is about: of the source where it is missing.
fn told(document: &Document, finding: &Finding) -> String {
    if finding.check == "missing-passage" {
        let message = finding.message.text(Language::English);
        let said = message.split("” of the source").next().unwrap_or_default();
        return said.trim_matches(['“', '…']).to_owned();
    }
    let paragraph = &document.paragraphs[finding.place.paragraph as usize];
    paragraph.segments[finding.place.segment as usize].target.as_str()[finding.span.range()]
        .to_owned()
}
