//! Two translations side by side: for people a table of what differs, the worst losses first; for
//! programs one JSON object.

use super::layout::{columns, cut, wrap};
use super::paint::{self, Paint};
use super::rows::grid;
use super::{Settings, words};
use crate::compare::{Better, Change, Comparison, Fit, Pair, Part};
use crate::error::visible;
use crate::finding::{Bilingual, Message, say};
use crate::score::{Reason, shown};

/// So many parts are shown.
const SHOWN: usize = 50;

/// The report for people on two translations, by the names of their files. `refused` is why the
/// second one does not pass.
pub fn compared(
    files: [&str; 2],
    comparison: &Comparison,
    refused: Option<&Message>,
    settings: &Settings,
) -> String {
    let settings = Settings { width: settings.width.max(40), ..settings.clone() };
    let paint = Paint { colour: settings.colour };
    let sheet = Sheet { comparison, whole: comparison.whole(), settings, paint };
    let mut lines = sheet.heads(files);
    lines.extend(sheet.table());
    lines.push(String::new());
    lines.extend(sheet.closing());
    lines.extend(sheet.verdict(refused));
    lines.join("\n") + "\n"
}

struct Sheet<'c> {
    comparison: &'c Comparison,
    whole: Pair,
    settings: Settings,
    paint: Paint,
}

impl Sheet<'_> {
    fn say(&self, says: Bilingual, arguments: &[&str]) -> String {
        says.with(arguments).text(self.settings.language)
    }

    fn heads(&self, files: [&str; 2]) -> Vec<String> {
        let parts = [("A", files[0], &self.whole.a), ("B", files[1], &self.whole.b)];
        let line = |(letter, file, part): (&str, &str, &Part)| {
            let points = shown(part.score.document_points());
            let figures = [format!("{points:.1}"), format!("{:.2}", part.risk())];
            let said = self.say(HEAD, &[&figures[0], &figures[1]]);
            let room = self.settings.width.saturating_sub(columns(&said) + 5);
            let said = self.paint.with(paint::of_points(points).bold(), &said);
            format!("{letter}  {}  {said}", cut(&visible(file), room))
        };
        parts.into_iter().map(line).collect()
    }

    /// The parts that differ, those in which the second one lost most first.
    fn table(&self) -> Vec<String> {
        let mut odd: Vec<&Pair> =
            self.comparison.pairs.iter().filter(|it| it.better() != Better::Same).collect();
        if odd.is_empty() {
            return vec![];
        }
        odd.sort_by(|a, b| (a.a.risk() - a.b.risk()).total_cmp(&(b.a.risk() - b.b.risk())));
        let names: Vec<String> = odd.iter().take(SHOWN).map(|it| self.name(it)).collect();
        let name = names.iter().map(|it| columns(it)).max().unwrap_or(0).max(2);
        let risks = columns(RISK.template(self.settings.language)) + 2;
        // Two columns of points, two of risks, and the blanks between all of them.
        let room = self.settings.width.saturating_sub(name + 2 * (5 + risks) + 5 * 2);
        let head = |says: Bilingual, letter: &str| self.say(says, &[]) + " " + letter;
        let heads = [format!("{:>name$}", "#"), "    A".to_owned(), "    B".to_owned()];
        let more = [head(RISK, "A"), head(RISK, "B"), self.say(WHY, &[])];
        let heads = heads.into_iter().chain(more);
        let mut cells: Vec<Vec<String>> =
            vec![heads.map(|it| self.paint.with(paint::STRONG, &it)).collect()];
        let row = |(it, id): (&&Pair, &String)| self.row(it, &format!("{id:>name$}"), risks, room);
        cells.extend(odd.iter().zip(&names).map(row));
        let mut lines = vec![String::new()];
        lines.extend(grid(cells).lines().map(str::to_owned));
        if odd.len() > SHOWN {
            lines.push(self.say(MORE, &[&(odd.len() - SHOWN).to_string()]));
        }
        lines
    }

    fn row(&self, pair: &Pair, name: &str, risks: usize, room: usize) -> Vec<String> {
        let points = |part: &Part| {
            let points = shown(part.score.paragraph_points());
            self.paint.with(paint::of_points(points), &format!("{points:>5.1}"))
        };
        let risk = |part: &Part| format!("{:>risks$.2}", part.risk());
        let style = if pair.better() == Better::B { paint::GOOD } else { paint::BAD };
        let second = self.paint.with(style, &risk(&pair.b));
        let why = cut(&self.why(pair), room);
        vec![name.to_owned(), points(&pair.a), points(&pair.b), risk(&pair.a), second, why]
    }

    /// The id of a part, cut; of a paragraph its number, in both where they differ.
    fn name(&self, pair: &Pair) -> String {
        let Pair { a, b } = pair;
        match &a.id {
            Some(id) if self.comparison.fit == Fit::Ids => cut(&visible(id), 16),
            _ if a.paragraph == b.paragraph => a.paragraph.to_string(),
            _ => format!("{}/{}", a.paragraph, b.paragraph),
        }
    }

    /// What was found less and more often; where that is the same, what else is wrong.
    fn why(&self, pair: &Pair) -> String {
        let changes = pair.changes();
        if changes.is_empty() {
            return pair.reason().map_or_else(String::new, |it| self.say(reason(it), &[]));
        }
        changes.iter().map(signed).collect::<Vec<_>>().join(", ")
    }

    /// Which one is better as a whole, in how many parts, and by which checks.
    fn closing(&self) -> Vec<String> {
        let better = match self.comparison.better() {
            Better::A => A_BETTER,
            Better::B => B_BETTER,
            Better::Same => SAME,
        };
        let (risks, drop) = (&self.whole, self.comparison.drop());
        let risks = [&risks.a, &risks.b].map(|it| format!("{:.2}", it.risk()));
        let gain = format!("{:+.1}", if drop == 0.0 { 0.0 } else { -drop });
        let [worse, same, good] = self.comparison.counts().map(|it| it.to_string());
        let comma = words::comma(self.settings.language);
        let counts = self.say(COUNTS, &[&good, &worse, &same]);
        let mut lines = vec![format!(
            "{}{comma}{counts}",
            self.paint.with(paint::STRONG, &self.say(better, &[&risks[0], &risks[1], &gain]))
        )];
        let changes = self.whole.changes();
        let is_more = |it: &&Change| it.b > it.a;
        let is_less = |it: &&Change| it.b < it.a;
        lines.extend(self.listed(FEWER, changes.iter().filter(is_less)));
        lines.extend(self.listed(FURTHER, changes.iter().filter(is_more)));
        lines
    }

    /// Checks with how often they found something in each; nothing where there are none.
    fn listed<'c>(&self, says: Bilingual, list: impl Iterator<Item = &'c Change>) -> Vec<String> {
        let list: Vec<String> = list.map(|it| format!("{} {}→{}", it.check, it.a, it.b)).collect();
        if list.is_empty() {
            return vec![];
        }
        wrap(&self.say(says, &[&list.join(", ")]), self.settings.width)
    }

    fn verdict(&self, refused: Option<&Message>) -> Vec<String> {
        let language = self.settings.language;
        let mut lines = vec![];
        let [a, b] = self.comparison.alone.map(|it| it.to_string());
        if self.comparison.alone != [0, 0] {
            lines.extend(wrap(&self.say(ALONE, &[&a, &b]), self.settings.width));
        }
        if self.comparison.fit == Fit::Documents {
            lines.extend(wrap(&self.say(UNFIT, &[]), self.settings.width));
        }
        if let Some(reason) = refused {
            let said = self.say(say("fails: {0}", "未通过：{0}"), &[&reason.text(language)]);
            lines.push(self.paint.with(paint::BAD, &said));
        }
        lines.push(super::summary::signature(&self.settings.signature, &self.settings, self.paint));
        lines
    }
}

/// A check with the number by which its findings changed.
fn signed(change: &Change) -> String {
    let by = i64::from(change.b) - i64::from(change.a);
    let sign = if (by, change.tenths) > (0, 0) { '+' } else { '-' };
    match by.abs() {
        0 | 1 => format!("{sign}{}", change.check),
        by => format!("{sign}{by} {}", change.check),
    }
}

/// What makes most of a risk.
fn reason(reason: Reason) -> Bilingual {
    match reason {
        Reason::Findings => say("other findings weigh", "问题轻重不同"),
        Reason::Meaning => say("says something else than the source", "意思与原文不符"),
        Reason::Length => say("too long or too short for the source", "长度与原文不称"),
        Reason::Richness => say("few different characters", "用字过于单一"),
        Reason::Repetition => say("says the same again", "前后重复"),
    }
}

const HEAD: Bilingual = say("{0} points, risk {1}", "{0} 分，风险 {1}");
const RISK: Bilingual = say("risk", "风险");
const WHY: Bilingual = say("why", "原因");
const MORE: Bilingual =
    say("and {0} more paragraphs: --format json lists all", "另有 {0} 段：--format json 列出全部");
const A_BETTER: Bilingual =
    say("A is better: risk {0} → {1}, {2} points", "A 更好：风险 {0} → {1}，得分 {2}");
const B_BETTER: Bilingual =
    say("B is better: risk {0} → {1}, {2} points", "B 更好：风险 {0} → {1}，得分 {2}");
const SAME: Bilingual =
    say("neither is better: risk {0} → {1}, {2} points", "不分高下：风险 {0} → {1}，得分 {2}");
const COUNTS: Bilingual =
    say("paragraphs: {0} better, {1} worse, {2} the same", "{0} 段更好，{1} 段更差，{2} 段相同");
const FEWER: Bilingual = say("less in B: {0}", "B 中减少：{0}");
const FURTHER: Bilingual = say("more in B: {0}", "B 中增多：{0}");
const ALONE: Bilingual = say(
    "not compared: {0} units that only A has, {1} that only B has",
    "未比较：仅 A 有的 {0} 个单元，仅 B 有的 {1} 个单元",
);
const UNFIT: Bilingual = say(
    "The two have other paragraphs: documents are compared as wholes. With --source their \
     paragraphs are put beside each other.",
    "两份译文分段不同，只能整篇比较；给出 --source 便可逐段对照。",
);
