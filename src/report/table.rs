//! The report for people: a table of the paragraphs, then the findings under the marked text.

use super::block::{self, text_at};
use super::layout::cut;
use super::paint::{self, Paint};
use super::places::Places;
use super::{Page, Settings, Sheet, Sort, Tally, is_systematic, rows, summary, words};
use crate::error::{Error, visible};
use crate::finding::{Finding, say};
use crate::score::{Counts, Score, shown};
use crate::text::{Document, Place, Text, View};
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Collects a file's paragraphs, already cut to what is shown of them, and writes them at its end.
pub(super) struct Table {
    settings: Settings,
    paint: Paint,
    /// How many files were begun.
    files: u32,
    paragraphs: Vec<Paragraph>,
    /// How often a systematic check found something, and what it said first.
    throughout: BTreeMap<&'static str, (u32, String)>,
}

/// What is shown of a paragraph.
pub(super) struct Paragraph {
    /// Counted through the file, from 1.
    pub(super) number: u32,
    /// The file's line that it stands on.
    pub(super) line: u32,
    pub(super) score: Score,
    /// Its findings, those of systematic checks left out.
    pub(super) counts: Counts,
    /// The checks that found something, each with how often.
    pub(super) checks: BTreeMap<&'static str, u32>,
    /// Its first characters, more than are ever shown.
    pub(super) start: String,
    /// Its findings under its text.
    block: Vec<String>,
}

impl Paragraph {
    /// Its points, as they are shown.
    pub(super) fn points(&self) -> f64 {
        shown(self.score.paragraph_points())
    }
}

/// Excerpts and messages are no wider than this: longer lines are hard to read.
pub(super) const READABLE: usize = 120;

/// A file of more paragraphs than this does not list those without findings.
const MANY: usize = 100;

impl Table {
    pub(super) fn new(settings: Settings) -> Self {
        let paint = Paint { colour: settings.colour };
        let settings = Settings { width: settings.width.max(40), ..settings };
        Self { settings, paint, files: 0, paragraphs: vec![], throughout: BTreeMap::new() }
    }

    fn paragraph(&self, page: Page, places: &Places, nth: u32) -> Paragraph {
        let found = page.review.in_paragraph(nth);
        let mut counts = Counts::default();
        let mut checks = BTreeMap::new();
        for finding in found.iter().filter(|it| !is_systematic(it)) {
            counts.add(finding);
            *checks.entry(finding.check).or_default() += 1;
        }
        let place = Place { paragraph: nth, segment: 0 };
        Paragraph {
            number: page.before + nth + 1,
            line: places.line(place),
            score: page.review.paragraphs[nth as usize],
            counts,
            checks,
            start: start(page.document, place),
            block: if counts.sum() > 0 { self.blocks(page, nth) } else { vec![] },
        }
    }

    /// The findings of a paragraph, segment by segment.
    fn blocks(&self, page: Page, paragraph: u32) -> Vec<String> {
        let mut lines = vec![];
        let shown = block::Page {
            document: page.document,
            before: page.before,
            language: self.settings.language,
            paint: self.paint,
            width: self.settings.width.min(READABLE),
        };
        let segments = &page.document.paragraphs[paragraph as usize].segments;
        for (segment, unit) in (0..).zip(segments) {
            let place = Place { paragraph, segment };
            let found = page.review.in_segment(place).iter();
            let found: Vec<&Finding> = found.filter(|it| !is_systematic(it)).collect();
            if found.is_empty() {
                continue;
            }
            if let Some(source) = &unit.source {
                lines.push(self.source(source.given().as_str()));
            }
            lines.extend(shown.block(place, &found));
        }
        lines
    }

    fn source(&self, source: &str) -> String {
        let said = say("  source: {0}", "  原文：{0}");
        let line = said.with(&[source]).text(self.settings.language);
        self.paint.with(paint::FAINT, &cut(&line, self.settings.width.min(READABLE)))
    }

    /// The paragraphs that are listed, in the order asked for.
    fn chosen(&self) -> Vec<&Paragraph> {
        let mut chosen: Vec<&Paragraph> = self.paragraphs.iter().collect();
        if chosen.len() > MANY {
            let most = self.settings.gate.risk.unwrap_or(1.0);
            let by_risk = self.settings.sort == Sort::Risk;
            chosen.retain(|it| it.counts.sum() > 0 || by_risk || it.score.risk.value() > most);
        }
        match self.settings.sort {
            Sort::Risk => chosen.sort_by_key(|it| Reverse(it.score.risk)),
            Sort::Text if self.settings.top.is_none() => {}
            _ => chosen.sort_by(|a, b| a.points().total_cmp(&b.points())),
        }
        chosen.truncate(self.settings.top.unwrap_or(usize::MAX));
        if self.settings.sort == Sort::Text {
            chosen.sort_by_key(|it| it.number);
        }
        chosen
    }

    fn heading(&self, it: &Paragraph) -> String {
        let said = say("paragraph {0}, line {1}", "第 {0} 段，第 {1} 行");
        let said = said.with(&[&it.number.to_string(), &it.line.to_string()]);
        let points = say("{0} points", "{0} 分").with(&[&format!("{:.1}", it.points())]);
        let language = self.settings.language;
        let comma = words::comma(language);
        let found = words::found(&it.counts, self.paint, language);
        let points = self.paint.with(paint::of_points(it.points()), &points.text(language));
        format!(
            "{}{comma}{points}{comma}{found}{}",
            self.paint.with(paint::STRONG, &said.text(language)),
            words::garbled(it.score, self.paint, language).unwrap_or_default()
        )
    }

    /// One line for each systematic check.
    fn folded(&self) -> impl Iterator<Item = String> {
        let line = |(check, (count, message)): (&&str, &(u32, String))| {
            let said = say("throughout: {0} × {1}: {2}", "通篇：{0} × {1}：{2}");
            let said = said.with(&[&count.to_string(), check, message]);
            cut(&said.text(self.settings.language), self.settings.width.min(2 * READABLE))
        };
        self.throughout.iter().map(line)
    }
}

impl Sheet for Table {
    fn start(&mut self, _: &str, _: &mut dyn Write) -> io::Result<()> {
        self.files += 1;
        self.paragraphs.clear();
        self.throughout.clear();
        Ok(())
    }

    fn document(&mut self, page: Page, _: &mut dyn Write) -> io::Result<()> {
        let places = Places::of(page.document);
        for (nth, _) in (0..).zip(&page.document.paragraphs) {
            self.paragraphs.push(self.paragraph(page, &places, nth));
        }
        for finding in page.review.findings.iter().filter(|it| is_systematic(it)) {
            let message = || finding.message.text(self.settings.language);
            self.throughout.entry(finding.check).or_insert_with(|| (0, message())).0 += 1;
        }
        Ok(())
    }

    fn end(&mut self, tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
        let settings = &self.settings;
        if summary::is_clean(tally) && settings.sort != Sort::Risk {
            return writeln!(out, "{}", summary::clean(tally, self.paint, settings.language));
        }
        let name = cut(&visible(&tally.file), settings.width);
        if self.files > 1 {
            writeln!(out)?;
        }
        writeln!(out, "{}", self.paint.with(paint::STRONG, &name))?;
        let chosen = self.chosen();
        writeln!(out, "{}", rows::table(&chosen, settings, self.paint))?;
        if chosen.len() < self.paragraphs.len() {
            let rest = self.paragraphs.len() - chosen.len();
            writeln!(out, "{}", words::not_listed(rest, settings.language))?;
        }
        for paragraph in chosen.iter().filter(|it| !it.block.is_empty()) {
            writeln!(out, "\n{}", self.heading(paragraph))?;
            paragraph.block.iter().try_for_each(|line| writeln!(out, "{line}"))?;
        }
        writeln!(out)?;
        self.folded().try_for_each(|line| writeln!(out, "{line}"))?;
        writeln!(out, "{}", summary::closing(tally, settings, self.paint))?;
        let own = tally.standard.iter().map(|it| &it.signature);
        own.map(|it| summary::signature(it, settings, self.paint))
            .try_for_each(|it| writeln!(out, "{it}"))
    }

    fn finish(&mut self, files: &[Tally], errors: &[Error], out: &mut dyn Write) -> io::Result<()> {
        if files.len() > 1 {
            writeln!(out, "{}", summary::files(files, errors.len(), &self.settings, self.paint))?;
        }
        if files.iter().any(|it| !summary::is_clean(it) && it.standard.is_none()) {
            let signature = &self.settings.signature;
            writeln!(out, "{}", summary::signature(signature, &self.settings, self.paint))?;
        }
        Ok(())
    }
}

/// How a segment begins, tags left out. It is cut when it is shown: most paragraphs of a long file
/// never are.
fn start(document: &Document, place: Place) -> String {
    let prose = text_at(document, place).map(Text::prose);
    let text = prose.as_ref().map_or("", View::as_str).trim_start();
    text[..text.floor_char_boundary(8 * READABLE)].to_owned()
}
