//! Reads a row of a table of terms, whatever the table is written in: a header, then a term a row.

use super::Term;
use super::lists::Lists;
use crate::finding::Severity;
use crate::text::fold;

const COLUMNS: [&str; 14] = [
    "source",
    "target",
    "zh-Hans",
    "zh-Hant-TW",
    "zh-Hant-HK",
    "forbidden",
    "needs",
    "beside",
    "unless",
    "keep",
    "case",
    "calque",
    "level",
    "note",
];

/// What is wrong with a row: the number of its cell, what, and the way out.
#[derive(Debug)]
pub(super) struct Broken {
    pub(super) cell: usize,
    pub(super) what: String,
    pub(super) help: String,
}

fn broken<T>(cell: usize, what: String, help: &str) -> Result<T, Broken> {
    Err(Broken { cell, what, help: help.to_owned() })
}

/// The columns of a table, and the lists of words that its rows share.
#[derive(Debug, Default)]
pub(super) struct Rows {
    /// What each column holds; none where it is nothing of ours.
    columns: Vec<Option<&'static str>>,
    lists: Lists,
}

impl Rows {
    /// The table with this header.
    pub(super) fn new(header: &[&str]) -> Result<Self, Broken> {
        let mut columns = vec![];
        for (nth, name) in header.iter().enumerate() {
            let known = COLUMNS.into_iter().find(|it| it.eq_ignore_ascii_case(name.trim()));
            if let Some(near) = known.is_none().then(|| near_column(name.trim())).flatten() {
                let what = format!("there is no column `{}`", name.trim());
                return broken(nth, what, &format!("did you mean `{near}`?"));
            }
            if known.is_some() && columns.contains(&known) {
                let what = format!("the column `{}` is there twice", name.trim());
                return broken(nth, what, "keep one of the two");
            }
            columns.push(known);
        }
        if columns.iter().flatten().any(|it| ["source", "forbidden"].contains(it)) {
            return Ok(Self { columns, lists: Lists::default() });
        }
        let help = format!("the first line names the columns, of these: {}", COLUMNS.join(", "));
        broken(0, "neither `source` nor `forbidden` is a column".into(), &help)
    }

    /// The term of a row; none where the row is a list of words.
    pub(super) fn term(&mut self, cells: &[&str]) -> Result<Option<Term>, Broken> {
        if cells.len() > self.columns.len() {
            let what = format!("a cell too many: the header has {} columns", self.columns.len());
            let help = "put `|` between renderings, and quote a CSV cell that has a comma";
            return broken(self.columns.len(), what, help);
        }
        if let Some(nth) = cells.iter().position(|cell| cell.contains('\n')) {
            let what = "a quotation mark opens here and does not close in its line".into();
            return broken(nth, what, "close it, or write it twice for the mark itself");
        }
        let mut term = Term::default();
        let mut targets = vec![];
        for (nth, (column, cell)) in self.columns.iter().zip(cells).enumerate() {
            match column {
                Some("target") => targets = list(cell),
                Some("level") => term.level = level(cell, nth)?,
                Some(column) if fill(&mut term, column, cell).is_err() => {
                    let what = format!("`{}` is neither yes nor no", cell.trim());
                    return broken(nth, what, "write yes, or leave the cell empty");
                }
                _ => {}
            }
        }
        term.set_targets(&targets);
        self.sound(&term)?;
        let taken = self.lists.take(term);
        taken.or_else(|(column, name)| {
            broken(self.column(column), format!("there is no list `{name}`"), NO_LIST)
        })
    }

    fn column(&self, name: &str) -> usize {
        self.columns.iter().position(|it| *it == Some(name)).unwrap_or(0)
    }

    fn sound(&self, term: &Term) -> Result<(), Broken> {
        if term.names.is_empty() && term.forbidden.is_empty() {
            let help = "fill `source` or `forbidden`, or start the line with # to leave it out";
            return broken(self.column("source"), "this line names no term".into(), help);
        }
        let accepts = |text: &&String| term.all_renderings().any(|it| same(it, text));
        if let Some(text) = term.forbidden.iter().find(accepts) {
            let what = format!("“{text}” is both a rendering and forbidden");
            return broken(self.column("forbidden"), what, "take it out of one of them");
        }
        Ok(())
    }
}

fn level(cell: &str, nth: usize) -> Result<Option<Severity>, Broken> {
    let cell = cell.trim();
    let level = Severity::ALL.into_iter().find(|it| it.name().eq_ignore_ascii_case(cell));
    if level.is_some() || cell.is_empty() {
        return Ok(level);
    }
    let help = "write neutral, minor, major or critical, or leave the cell empty";
    broken(nth, format!("`{cell}` is no severity"), help)
}

const NO_LIST: &str =
    "a list is a line above its first use: its name in `source`, its words in `needs`";

fn fill(term: &mut Term, column: &str, cell: &str) -> Result<(), ()> {
    match column {
        "source" => term.names = list(cell),
        "zh-Hans" => term.hans = list(cell),
        "zh-Hant-TW" => term.taiwan = list(cell),
        "zh-Hant-HK" => term.hong_kong = list(cell),
        "forbidden" => term.forbidden = list(cell),
        "needs" => term.needs = list(cell),
        "beside" => term.beside = list(cell),
        "unless" => term.unless = list(cell),
        "keep" => term.keep = yes(cell)?,
        "case" => term.case = yes(cell)?,
        "calque" => term.calque = yes(cell)?,
        _ => cell.trim().clone_into(&mut term.note),
    }
    Ok(())
}

/// Whether two texts are one in whatever script, width and case.
pub(super) fn same(a: &str, b: &str) -> bool {
    a.chars().map(fold).eq(b.chars().map(fold))
}

fn list(cell: &str) -> Vec<String> {
    cell.split('|').map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect()
}

fn yes(cell: &str) -> Result<bool, ()> {
    match cell.trim().to_lowercase().as_str() {
        "yes" | "y" | "true" | "1" | "是" => Ok(true),
        "" | "no" | "n" | "false" | "0" | "否" => Ok(false),
        _ => Err(()),
    }
}

/// The column that a name was meant for: one slip away from it.
fn near_column(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    let near = |it: &&str| strsim::osa_distance(&it.to_lowercase(), &name) <= it.len().div_ceil(5);
    COLUMNS.into_iter().find(near)
}
