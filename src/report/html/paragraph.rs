//! A paragraph: its number and points, its segments beside their sources, what was found.

use super::escape::{block, inline, points};
use super::marked::marked;
use crate::finding::{Confidence, Finding, Language, say};
use crate::report::places::Places;
use crate::report::{Page, is_systematic, notes, words};
use crate::score::shown;
use crate::script::{Census, Script};
use crate::text::{Document, Place};
use std::io::{self, Write};

/// Writes all paragraphs of a document of the file with this number.
pub(super) fn write(
    page: Page,
    file: usize,
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (places, script) = (Places::of(page.document), lang(page.document));
    for (nth, score) in (0..).zip(&page.review.paragraphs) {
        let number = page.before + nth + 1;
        let line = places.line(Place { paragraph: nth, segment: 0 });
        let at = say("line {0}", "第 {0} 行").with(&[&line.to_string()]).text(language);
        let bar = points(shown(score.paragraph_points()));
        writeln!(
            out,
            "<article id=\"f{file}p{number}\">\n<p class=\"no\"><a href=\"#f{file}p{number}\">\
             {number}</a> {bar} <span class=\"line\">{at}</span></p>"
        )?;
        let found = page.review.in_paragraph(nth);
        let numbered = numbered(found);
        segments(page.document, nth, script, &numbered, out)?;
        findings(&numbered, language, out)?;
        writeln!(out, "</article>")?;
    }
    Ok(())
}

/// The findings with their numbers, which house style does not take up.
fn numbered(found: &[Finding]) -> Vec<(usize, &Finding)> {
    let mut last = 0;
    let number = |it| {
        last += usize::from(!is_systematic(it));
        (last, it)
    };
    found.iter().map(number).collect()
}

fn segments(
    document: &Document,
    paragraph: u32,
    script: &str,
    numbered: &[(usize, &Finding)],
    out: &mut dyn Write,
) -> io::Result<()> {
    for (segment, unit) in (0..).zip(&document.paragraphs[paragraph as usize].segments) {
        let place = Place { paragraph, segment };
        let text = marked(place, numbered, &unit.target.given());
        if let Some(id) = &unit.id {
            writeln!(out, "<p class=\"id\">{}</p>", inline(id))?;
        }
        write!(out, "<div class=\"pair\"><p class=\"target\" lang=\"{script}\">{text}</p>")?;
        if let Some(source) = &unit.source {
            write!(out, "<p class=\"source\" dir=\"auto\">{}</p>", block(source.given().as_str()))?;
        }
        writeln!(out, "</div>")?;
    }
    Ok(())
}

/// What is said about each finding; house style is folded.
fn findings(
    numbered: &[(usize, &Finding)],
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    let (house, found): (Vec<_>, Vec<_>) = numbered.iter().partition(|it| is_systematic(it.1));
    list(&found, language, out)?;
    if house.is_empty() {
        return Ok(());
    }
    let said = say("house style: {0}", "体例：{0} 处").with(&[&house.len().to_string()]);
    writeln!(out, "<details><summary>{}</summary>", said.text(language))?;
    list(&house, language, out)?;
    writeln!(out, "</details>")
}

fn list(
    findings: &[&(usize, &Finding)],
    language: Language,
    out: &mut dyn Write,
) -> io::Result<()> {
    if findings.is_empty() {
        return Ok(());
    }
    writeln!(out, "<ul>")?;
    for (number, finding) in findings {
        let severity = words::severity(finding.severity).template(language);
        let unsure = if finding.confidence == Confidence::Low { "?" } else { "" };
        let class = if is_systematic(finding) { "house" } else { finding.severity.name() };
        let number = if is_systematic(finding) { "·".to_owned() } else { number.to_string() };
        let said = inline(&notes::message(finding, language));
        write!(
            out,
            "<li class=\"{class}\"><span class=\"n\">{number}</span><div><b>{severity}{unsure}</b> \
             <code>{}</code> {said}",
            finding.check
        )?;
        if let Some(fix) = &finding.fix {
            let remedy = words::remedy(fix).with(&[&fix.replacement]).text(language);
            write!(out, " <span class=\"fix\">→ {}</span>", inline(&remedy))?;
        }
        writeln!(out, "</div></li>")?;
    }
    writeln!(out, "</ul>")
}

/// The tag of a document's script, by which browsers choose the shapes of characters.
fn lang(document: &Document) -> &'static str {
    let mut count = Census::default();
    let segments = document.paragraphs.iter().flat_map(|it| &it.segments);
    segments.for_each(|it| count.add(it.target.as_str()));
    match count.majority() {
        Some(Script::Hant) => "zh-Hant",
        Some(Script::Hans) => "zh-Hans",
        None => "zh",
    }
}
