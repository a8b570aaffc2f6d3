//! The table of a file's paragraphs.

use super::layout::{columns, cut, fit};
use super::paint::{self, Paint};
use super::table::{Paragraph, READABLE};
use super::tally::column;
use super::words;
use super::{Settings, Sort};
use crate::finding::{Language, Severity, say};
use crate::score::{Counts, Score};
use tabled::builder::Builder;
use tabled::settings::style::HorizontalLine;
use tabled::settings::{Padding, Style};

/// From this width on, a table has a longer bar and names the checks.
const WIDE: usize = 140;

/// The table of these paragraphs, in their order.
pub(super) fn table(paragraphs: &[&Paragraph], settings: &Settings, paint: Paint) -> String {
    let layout = Layout::of(paragraphs, settings);
    let mut cells = vec![layout.head(paint)];
    cells.extend(paragraphs.iter().map(|it| layout.row(it, paint)));
    grid(cells)
}

/// Cells that were cut before, below a header. `tabled` only puts them side by side.
pub(super) fn grid(cells: Vec<Vec<String>>) -> String {
    let style = Style::empty().horizontals([(1, HorizontalLine::new('─'))]);
    let mut table = Builder::from_iter(cells).build();
    let table = table.with(style).with(Padding::new(0, 2, 0, 0)).to_string();
    table.lines().map(str::trim_end).collect::<Vec<_>>().join("\n")
}

/// How wide the columns are.
struct Layout {
    language: Language,
    number: usize,
    /// None where every paragraph's line has its own number.
    line: Option<usize>,
    bar: usize,
    risk: bool,
    checks: Option<usize>,
    text: usize,
}

impl Layout {
    fn of(paragraphs: &[&Paragraph], settings: &Settings) -> Self {
        let language = settings.language;
        let digits = |number: Option<u32>| number.map_or(1, |it| it.to_string().len());
        let number = digits(paragraphs.iter().map(|it| it.number).max()).max(2);
        let apart = paragraphs.iter().any(|it| it.number != it.line);
        let head = columns(LINE.template(language));
        let line = apart.then(|| digits(paragraphs.iter().map(|it| it.line).max()).max(head));
        let wide = settings.width >= WIDE;
        let bar = if wide { 20 } else { 10 };
        let risk = wide || settings.sort == Sort::Risk || settings.gate.risk.is_some();
        let points = columns(POINTS.template(language)).max(5);
        let fixed = number
            + line.map_or(0, |it| it + 2)
            + points
            + bar
            + if risk { columns(RISK.template(language)).max(4) + 2 } else { 0 }
            + columns(&initials(language, Paint { colour: false }))
            + 4 * 2;
        let room = settings.width.saturating_sub(fixed + 2);
        let longest = paragraphs.iter().map(|it| columns(&found(it))).max().unwrap_or(0);
        let checks = wide.then_some(longest.clamp(columns(FOUND.template(language)), room * 2 / 5));
        let text = room - checks.map_or(0, |it| it + 2);
        Self { language, number, line, bar, risk, checks, text }
    }

    fn head(&self, paint: Paint) -> Vec<String> {
        let strong = |text: &str| paint.with(paint::STRONG, text);
        let mut cells = vec![format!("{:>1$}", "#", self.number)];
        cells.extend(self.line.map(|_| LINE.template(self.language).to_owned()));
        cells.extend([POINTS.template(self.language).to_owned(), " ".repeat(self.bar)]);
        cells.extend(self.risk.then(|| RISK.template(self.language).to_owned()));
        let mut cells: Vec<String> = cells.iter().map(|it| strong(it)).collect();
        cells.push(initials(self.language, paint));
        cells.extend(self.checks.map(|_| strong(FOUND.template(self.language))));
        cells.push(strong(say("text", "正文").template(self.language)));
        cells
    }

    fn row(&self, it: &Paragraph, paint: Paint) -> Vec<String> {
        let mut cells = vec![format!("{:>1$}", it.number, self.number)];
        cells.extend(self.line.map(|width| format!("{:>width$}", it.line)));
        let points =
            format!("{:>1$.1}", it.points(), 5.max(columns(POINTS.template(self.language))));
        cells.push(paint.with(paint::of_points(it.points()), &points));
        cells.push(bar(it.points(), self.bar, paint));
        cells.extend(self.risk.then(|| risk(it.score, paint)));
        cells.push(counts(&it.counts, paint));
        cells.extend(self.checks.map(|width| fit(&found(it), width)));
        cells.push(cut(&it.start, self.text.min(READABLE)));
        cells
    }
}

const LINE: crate::finding::Bilingual = say("line", "行");
const FOUND: crate::finding::Bilingual = say("found", "发现");
const POINTS: crate::finding::Bilingual = say("points", "得分");
const RISK: crate::finding::Bilingual = say("risk", "风险");

/// A risk, as faint as it is low.
fn risk(score: Score, paint: Paint) -> String {
    let risk = score.risk.value();
    let style = if risk < 0.5 { paint::FAINT } else { paint::of_points(100.0 * (1.0 - risk)) };
    paint.with(style, &format!("{risk:>4.2}"))
}

/// The checks that found something, the most frequent first.
fn found(paragraph: &Paragraph) -> String {
    let mut checks: Vec<(&str, u32)> = paragraph.checks.iter().map(|(id, n)| (*id, *n)).collect();
    checks.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let told =
        checks.iter().map(|(id, n)| if *n == 1 { (*id).into() } else { format!("{id} ×{n}") });
    told.collect::<Vec<String>>().join(", ")
}

/// A bar as long as the points are many.
pub(super) fn bar(points: f64, width: usize, paint: Paint) -> String {
    #[expect(clippy::cast_precision_loss, clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let full = (points / 100.0 * width as f64).round() as usize;
    let full = if points > 0.0 { full.clamp(1, width) } else { 0 };
    let rest = paint.with(paint::FAINT, &"░".repeat(width - full));
    paint.with(paint::of_points(points), &"█".repeat(full)) + &rest
}

/// The severities' initials, the worst first, over the columns of [`counts`].
pub(super) fn initials(language: Language, paint: Paint) -> String {
    let all = Severity::ALL.iter().rev();
    let cells = all.map(|severity| {
        let initial = words::initial(*severity).template(language);
        let blanks = " ".repeat(3usize.saturating_sub(columns(initial)));
        blanks + &paint.with(paint::of_severity(*severity).bold(), initial)
    });
    cells.collect::<Vec<_>>().join(" ")
}

/// How many findings there are of each severity, the worst first.
pub(super) fn counts(counts: &Counts, paint: Paint) -> String {
    let cell = |severity: &Severity| match column(counts, *severity) {
        0 => paint.with(paint::FAINT, "  ·"),
        count => paint.with(paint::of_severity(*severity), &format!("{count:>3}")),
    };
    Severity::ALL.iter().rev().map(cell).collect::<Vec<_>>().join(" ")
}
