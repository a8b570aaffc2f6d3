//! How the terms of a glossary fared: for people a table of those that did not fare well, with the
//! places; for programs one JSON object.

use super::layout::{columns, cut, fit, wrap};
use super::paint::{self, Paint};
use super::places::Places;
use super::rows::grid;
use super::{Format, Settings, terms_json as json};
use crate::checks::{Miss, TermScore, TermUse};
use crate::error::visible;
use crate::finding::{Bilingual, say};
use crate::text::Document;
use rustc_hash::FxHashMap;
use std::io::{self, Write};

/// Takes what is known of the terms of documents one after another, and writes the report.
pub struct TermReporter<'w> {
    out: Box<dyn Write + 'w>,
    settings: Settings,
    paint: Paint,
    file: String,
    files: u32,
    documents: u32,
    /// Of the file so far, of all files so far.
    score: TermScore,
    total: TermScore,
    terms: Vec<TermUse>,
    nth: FxHashMap<String, usize>,
    /// The places where a rendering is missing: where, what, what it should be, and the text there.
    missing: Vec<[String; 4]>,
    /// How many places are missing besides those.
    more: usize,
}

/// So many terms and places of a file are shown.
const SHOWN: usize = 50;

impl<'w> TermReporter<'w> {
    /// A reporter that writes to `out`.
    pub fn new(settings: Settings, out: impl Write + 'w) -> Self {
        Self {
            out: Box::new(out),
            paint: Paint { colour: settings.colour },
            settings,
            file: String::new(),
            files: 0,
            documents: 0,
            score: TermScore::default(),
            total: TermScore::default(),
            terms: vec![],
            nth: FxHashMap::default(),
            missing: vec![],
            more: 0,
        }
    }

    fn is_json(&self) -> bool {
        self.settings.format != Format::Table
    }

    /// Begins a file.
    ///
    /// # Errors
    /// When the report cannot be written; so for all that follow.
    pub fn start(&mut self, file: &str) -> io::Result<()> {
        file.clone_into(&mut self.file);
        (self.score, self.documents, self.more) = (TermScore::default(), 0, 0);
        self.terms.clear();
        self.nth.clear();
        self.missing.clear();
        if self.is_json() {
            json::start(file, self.files == 0, &mut self.out)?;
        }
        self.files += 1;
        Ok(())
    }

    /// Adds the next document of the file.
    ///
    /// # Errors
    /// When the report cannot be written.
    pub fn document(&mut self, document: &Document, terms: &[TermUse]) -> io::Result<()> {
        self.score += TermScore::of(terms);
        let first = self.documents == 0;
        self.documents += 1;
        if self.is_json() {
            return json::document(document, terms, first, &mut self.out);
        }
        let places = Places::of(document);
        for it in terms {
            it.missing.iter().for_each(|miss| self.miss(it, miss, document, &places));
            self.add(it);
        }
        Ok(())
    }

    fn miss(&mut self, of: &TermUse, miss: &Miss, document: &Document, places: &Places) {
        if self.missing.len() == SHOWN {
            self.more += 1;
            return;
        }
        let at = places.start(miss.place, miss.span);
        let at = at.map_or_else(String::new, |(line, column)| format!("{line}:{column}"));
        let paragraph = &document.paragraphs[miss.place.paragraph as usize];
        let text = paragraph.segments[miss.place.segment as usize].target.as_str();
        let text = cut(&text[miss.span.range()], self.settings.width);
        self.missing.push([at, miss.said.clone(), of.accepted.join(" / "), text]);
    }

    /// Adds what one document says of a term to what the others of the file said.
    fn add(&mut self, it: &TermUse) {
        let nth = *self.nth.entry(it.name.clone()).or_insert(self.terms.len());
        if nth == self.terms.len() {
            self.terms.push(TermUse { missing: vec![], ..it.clone() });
            return;
        }
        let sum = &mut self.terms[nth];
        sum.expected += it.expected;
        sum.found += it.found;
        for (target, count) in &it.targets {
            match sum.targets.iter_mut().find(|(known, _)| known == target) {
                Some((_, sum)) => *sum += count,
                None => sum.targets.push((target.clone(), *count)),
            }
        }
    }

    /// Ends the file.
    ///
    /// # Errors
    /// When the report cannot be written.
    pub fn end(&mut self) -> io::Result<()> {
        self.total += self.score;
        if self.is_json() {
            return json::end(self.score, &mut self.out);
        }
        let mut lines = vec![];
        if self.files > 1 {
            lines.push(String::new());
        }
        lines.push(self.paint.with(paint::STRONG, &visible(&self.file)));
        lines.extend(self.scores(self.score));
        lines.extend(self.table());
        lines.extend(self.places());
        writeln!(self.out, "{}", lines.join("\n"))
    }

    /// Ends the report.
    ///
    /// # Errors
    /// When the report cannot be written.
    pub fn finish(&mut self) -> io::Result<()> {
        if self.is_json() {
            json::finish(self.files == 0, self.total, &mut self.out)?;
        } else if self.files > 1 {
            let name = say("all {0} files", "全部 {0} 个文件").with(&[&self.files.to_string()]);
            let name = self.paint.with(paint::STRONG, &name.text(self.settings.language));
            let scores = self.scores(self.total).join("\n");
            writeln!(self.out, "\n{name}\n{scores}")?;
        }
        self.out.flush()
    }

    fn scores(&self, score: TermScore) -> Vec<String> {
        let language = self.settings.language;
        if score.expected == 0 {
            return wrap(NONE.template(language), self.settings.width);
        }
        let line = |name: Bilingual, share: Option<f64>, part: u32, whole: u32| {
            let share = share?;
            let percent = format!("{:5.1} %", (share * 1000.0).floor() / 10.0);
            let percent = self.paint.with(paint::of_points(share * 100.0), &percent);
            let said = name.with(&[&part.to_string(), &whole.to_string()]).text(language);
            // The percentage takes seven columns, and two divide it from what it means.
            let rows = wrap(&said, self.settings.width.saturating_sub(9));
            Some(format!("{percent}  {}", rows.join("\n         ")))
        };
        let success = line(SUCCESS, score.success(), score.found, score.expected);
        let same = line(CONSISTENCY, score.consistency(), score.consistent, score.repeated);
        success.into_iter().chain(same).collect()
    }

    /// The terms that are missing somewhere or rendered in several ways, the worst first.
    fn table(&self) -> Vec<String> {
        let mut odd: Vec<&TermUse> =
            self.terms.iter().filter(|it| it.found < it.expected || it.targets.len() > 1).collect();
        if odd.is_empty() {
            return vec![];
        }
        odd.sort_by_key(|it| (it.found + (u32::MAX - it.expected), u32::MAX - it.expected));
        let language = self.settings.language;
        let heads = HEADS.map(|it| it.template(language));
        let room = self.settings.width.saturating_sub(columns(heads[1]).max(7) + 4);
        let longest = odd.iter().map(|it| columns(&it.name)).max().unwrap_or(0);
        let name = longest.max(columns(heads[0])).min(room / 2);
        let row = |it: &&TermUse| {
            let share = format!("{}/{}", it.found, it.expected);
            vec![fit(&it.name, name), share, cut(&rendered(it), room - name)]
        };
        let mut cells: Vec<Vec<String>> =
            vec![heads.iter().map(|it| self.paint.with(paint::STRONG, it)).collect()];
        cells.extend(odd.iter().take(SHOWN).map(row));
        let mut lines = vec![String::new()];
        lines.extend(grid(cells).lines().map(str::to_owned));
        lines.extend(self.rest(MORE_TERMS, odd.len().saturating_sub(SHOWN)));
        lines
    }

    /// Where a rendering is missing.
    fn places(&self) -> Vec<String> {
        let mut lines = vec![];
        for [at, said, accepted, text] in &self.missing {
            lines.push(String::new());
            let place = self.paint.with(paint::FAINT, at);
            let room = self.settings.width.saturating_sub(columns(at) + 2);
            let what = cut(&format!("{said} → {accepted}"), room);
            lines.push(format!("{place}  {}", self.paint.with(paint::BAD, &what)));
            lines.push(format!("  {}", cut(text, self.settings.width.saturating_sub(2))));
        }
        let rest = self.rest(MORE_PLACES, self.more);
        lines.extend(rest.into_iter().flat_map(|rest| [String::new(), rest]));
        lines
    }

    /// How many more there are than are shown.
    fn rest(&self, says: Bilingual, more: usize) -> Option<String> {
        let said = says.with(&[&more.to_string()]).text(self.settings.language);
        (more > 0).then(|| self.paint.with(paint::FAINT, &said))
    }
}

/// The renderings of a term with their numbers, or what it should have been.
fn rendered(it: &TermUse) -> String {
    if it.targets.is_empty() {
        return format!("→ {}", it.accepted.join(" / "));
    }
    let one = |(target, count): &(String, u32)| format!("{target} {count}");
    it.targets.iter().map(one).collect::<Vec<_>>().join(", ")
}

const HEADS: [Bilingual; 3] =
    [say("term", "术语"), say("found", "译出"), say("rendered as", "译作")];
const SUCCESS: Bilingual =
    say("success: {0} of {1} due renderings are there", "成功率：应有 {1} 处译法，译文里有 {0} 处");
const CONSISTENCY: Bilingual = say(
    "consistency: {0} of {1} repeated terms always have the same one",
    "一致性：{1} 个重复的术语中 {0} 个始终用同一译法",
);
const NONE: Bilingual = say(
    "no terms: no source has a term of your glossary (--glossary FILE), and no row brings its own",
    "没有术语：原文里没有词汇表（--glossary FILE）的术语，行里也没有自带的术语",
);
const MORE_TERMS: Bilingual =
    say("and {0} more terms: --format json lists all", "另有 {0} 个术语：--format json 列出全部");
const MORE_PLACES: Bilingual =
    say("and {0} more places: --format json lists all", "另有 {0} 处：--format json 列出全部");
