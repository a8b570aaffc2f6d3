//! Runs the checks over a document and scores its paragraphs.

mod aside;
mod branches;
mod directive;
mod ignores;
mod order;
mod signals;
mod suppress;
mod views;

pub use aside::{Aside, Why};
pub use suppress::Idle;

use crate::checks::{
    self, Check, DocumentRun, Manuscript, Pair, PairRun, Prose, Resources, Run, TargetRun, TermUse,
    Unit, Usual,
};
use crate::config::Rules;
use crate::finding::{Finding, Findings};
use crate::glossary::Glossary;
use crate::score::{self, Score, Signals, Signature};
use crate::text::{Document, Kind, Place, Segment, Shadow, Size, Span, View};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::iter::repeat;
use views::{Views, lead_back, led_back, prose};

/// What was found in a document, and how many points it gets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Review {
    /// All findings, by place.
    pub findings: Vec<Finding>,
    /// The score of each segment, in the document's order.
    pub segments: Vec<Score>,
    /// The score of each paragraph.
    pub paragraphs: Vec<Score>,
    /// The score of the document.
    pub score: Score,
    /// What each segment shows besides its findings.
    pub signals: Vec<Signals>,
    /// How many findings were set aside.
    pub aside: Aside,
    /// The remarks in the text that suppress nothing.
    pub idle: Vec<Idle>,
    /// The entries of the configuration that suppressed something, by their lines.
    pub used: BTreeSet<u32>,
}

impl Review {
    /// The findings of one paragraph.
    pub fn in_paragraph(&self, paragraph: u32) -> &[Finding] {
        let from = self.findings.partition_point(|it| it.place.paragraph < paragraph);
        let to = self.findings.partition_point(|it| it.place.paragraph <= paragraph);
        &self.findings[from..to]
    }

    /// The findings of one segment.
    pub fn in_segment(&self, place: Place) -> &[Finding] {
        let from = self.findings.partition_point(|it| it.place < place);
        let to = self.findings.partition_point(|it| it.place <= place);
        &self.findings[from..to]
    }
}

/// Reviews a document. The same document always gets the same review.
pub fn review(document: &Document, with: &Resources, rules: &Rules) -> Review {
    let running = Running::of(rules);
    let prose = prose(document);
    let units = Manuscript::new(units(document, &prose, with), with);
    let units = units.without(document);
    let usual = Usual::of(&units);
    let mut findings: Vec<Finding> =
        units.par_iter().flat_map_iter(|unit| of_unit(unit, usual, &running, with)).collect();
    findings.extend(of_document(&units, &running.documents, with));
    reweigh(&mut findings, rules);
    let mut findings = without_ignored(findings, &units, &rules.ignored);
    for finding in &mut findings {
        lead_back(finding, &prose);
    }
    findings.sort();
    findings.dedup();
    branches::tell_once(&mut findings, document);
    let signals: Vec<Signals> = units.par_iter().map(signals::signals).collect();
    let mut review = scored(document, &units, signals, findings);
    suppress::suppress(&mut review, document, rules);
    ignores::ignore(&mut review, document, rules);
    review
}

/// How the terms of the user, and those of the rows, fared in a document.
pub fn terms(document: &Document, with: &Resources) -> Vec<TermUse> {
    let prose = prose(document);
    let units = Manuscript::new(units(document, &prose, with), with);
    let mut uses = checks::term_uses(&units, with);
    for miss in uses.iter_mut().flat_map(|it| &mut it.missing) {
        miss.span = led_back(miss.place, miss.span, &prose);
    }
    uses
}

/// What a score of this run was reckoned with.
pub fn signature(with: &Resources, rules: &Rules) -> Signature {
    let checks: Vec<_> =
        rules.running().map(|check| (check.id, rules.severity.get(check.id).copied())).collect();
    let variant = with.variant.map(|variant| variant.to_string());
    let is_full = with.encoder().is_some();
    Signature::new(&checks, variant.as_deref(), &with.glossary.fingerprint(), is_full)
}

fn units<'t>(document: &'t Document, prose: &'t [Views], with: &'t Resources) -> Vec<Unit<'t>> {
    let segments =
        document.paragraphs.iter().flat_map(|it| it.segments.iter().zip(repeat(it.kind)));
    let unit = |((segment, kind), views): ((&'t Segment, Kind), &'t Views)| {
        let source = views.source.as_ref().map(View::as_str);
        let target = Prose::new(views.target.as_str(), source, with);
        let own = !segment.terms.is_empty();
        let terms = own.then(|| Box::new(Glossary::of_terms(&segment.terms)));
        Unit { place: views.place, kind, target, variant: segment.variant, terms, segment }
    };
    let all: Vec<_> = segments.zip(prose).collect();
    all.into_par_iter().map(unit).collect()
}

/// The checks that run, by what they read.
struct Running {
    targets: Vec<(&'static Check, TargetRun)>,
    pairs: Vec<(&'static Check, PairRun)>,
    documents: Vec<(&'static Check, DocumentRun)>,
}

impl Running {
    fn of(rules: &Rules) -> Self {
        let room = checks::all().count();
        let mut all = Self {
            targets: Vec::with_capacity(room),
            pairs: Vec::with_capacity(room),
            documents: Vec::with_capacity(room),
        };
        for check in rules.running() {
            match check.run {
                Run::Target(run) => all.targets.push((check, run)),
                Run::Pair(run) => all.pairs.push((check, run)),
                Run::Document(run) => all.documents.push((check, run)),
            }
        }
        all
    }
}

fn pad<'f>(check: &Check, list: &'f mut Vec<Finding>) -> Findings<'f> {
    Findings::new(check.id, check.severity, check.confidence, list)
}

fn of_unit(unit: &Unit, usual: Usual, running: &Running, with: &Resources) -> Vec<Finding> {
    let mut found = vec![];
    for (check, run) in &running.targets {
        run(&unit.target, with, pad(check, &mut found).at(unit.place));
    }
    if let Some(pair) = Pair::of(unit, usual) {
        for (check, run) in &running.pairs {
            run(&pair, with, pad(check, &mut found).at(unit.place));
        }
    }
    found
}

/// What checks find that read a whole document, side by side where it is long.
fn of_document(
    units: &Manuscript,
    running: &[(&Check, DocumentRun)],
    with: &Resources,
) -> Vec<Finding> {
    let least = if units.len() < LONG { running.len() } else { 1 };
    let found = |(check, run): &(&Check, DocumentRun)| {
        let mut found = vec![];
        run(units, with, &mut pad(check, &mut found));
        found
    };
    running.par_iter().with_min_len(least.max(1)).flat_map_iter(found).collect()
}

/// A document of fewer units is read sooner than its checks are handed to several threads.
const LONG: usize = 256;

fn reweigh(findings: &mut [Finding], rules: &Rules) {
    for finding in findings {
        if let Some(severity) = rules.severity.get(finding.check) {
            finding.severity = *severity;
        }
    }
}

/// Drops what stands inside an ignored text, in whatever script, width and case it is written.
fn without_ignored(findings: Vec<Finding>, units: &[Unit], ignored: &[String]) -> Vec<Finding> {
    let ignored: Vec<String> =
        ignored.iter().map(|text| Shadow::of(text).text().to_owned()).collect();
    if ignored.is_empty() {
        return findings;
    }
    let keeps = |finding: &Finding| {
        let nth = units.partition_point(|unit| unit.place < finding.place);
        !is_inside(finding.span, units[nth].target.shadow(), &ignored)
    };
    findings.into_iter().filter(keeps).collect()
}

fn is_inside(span: Span, shadow: &Shadow, ignored: &[String]) -> bool {
    let mut places = ignored.iter().filter(|text| !text.is_empty()).flat_map(|text| {
        shadow.text().match_indices(text.as_str()).map(|(at, found)| {
            let first = shadow.text()[..at].chars().count();
            shadow.span(first..first + found.chars().count())
        })
    });
    places.any(|place| place.contains(span))
}

fn scored(
    document: &Document,
    units: &[Unit],
    signals: Vec<Signals>,
    findings: Vec<Finding>,
) -> Review {
    let blank = |it: &Unit| Score { size: it.target.size(), ..Score::default() };
    let segments = units.iter().map(blank).collect();
    let mut review = Review { findings, segments, signals, ..Review::default() };
    review.weigh(document);
    review
}

/// The check that tells which sentences cannot be understood.
const GARBLED: &str = "garbled-sentence";

/// How much of a segment's text stands in sentences that cannot be understood.
fn garbled(text: &str, found: &[Finding]) -> Size {
    let mut size = Size::default();
    for finding in found.iter().filter(|it| it.check == GARBLED) {
        size += Size::of(&text[finding.span.range()]);
    }
    size
}

fn weighed(finding: &Finding) -> score::Weighed {
    let systematic = checks::find(finding.check).is_some_and(|check| check.systematic);
    (finding.span, score::weight(finding.severity, finding.confidence, systematic))
}
