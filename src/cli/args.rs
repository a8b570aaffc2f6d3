use super::adopt::Adoption;
use super::init::Init;
use super::names::{CheckNames, Ids, ids};
use super::output::Wanted;
use super::settings::Configuration;
use super::{compare, fix, man};
use crate::config::{LANGUAGES, PRESETS, Preset, preset};
use crate::finding::Confidence;
use crate::formats::{Format, Paragraphs};
use crate::report;
use crate::score::FailOn;
use crate::text::Variant;
use clap::builder::{OsStringValueParser, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Checks machine translation into Chinese: what is wrong, where, and how good each paragraph is.
#[derive(Debug, Parser)]
#[command(name = "xindaya", version, subcommand_required = true, arg_required_else_help = true)]
pub(super) struct Program {
    #[command(subcommand)]
    pub(super) command: Command,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Check texts: files, folders, or `-` for the standard input.
    #[command(after_help = EXIT_CODES)]
    Check(Box<Check>),
    /// Write the fixes of findings into the files: those that are certain, unless it is told
    /// otherwise. Of the standard input the fixed text goes to the standard output.
    #[command(after_help = fix::CODES)]
    Fix(Box<fix::Fix>),
    /// Report how the terms of a glossary were translated: how many are there, how many always by
    /// the same rendering, and where one is missing.
    Terms(Box<Terms>),
    /// Compare two translations of one text, paragraph by paragraph: which is better, by how much,
    /// and why.
    #[command(after_help = compare::CODES)]
    Compare(Box<compare::Compare>),
    /// Explain a check: what it finds and why, with examples.
    Explain {
        /// The check's id, as a finding names it.
        #[arg(value_parser = ids(), hide_possible_values = true)]
        check: String,
        #[command(flatten)]
        view: View,
    },
    /// List all checks.
    Checks {
        /// How the list is written.
        #[arg(long, value_name = "FORMAT", default_value = "table")]
        format: ListFormat,
        #[command(flatten)]
        view: View,
    },
    /// Tell about the configuration: its presets, its schema, what holds for a file.
    #[command(subcommand)]
    Config(Configuration),
    /// Write a commented xindaya.toml for a project, by looking at it.
    Init(Init),
    /// Write completions for a shell to the standard output.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Write a page of the manual to the standard output, as roff for `man`.
    Man(man::Page),
}

const EXIT_CODES: &str = "\
Exit codes: 0 every file passed, 1 a file is below the gate, 2 something could not be read.
Without --min-score, --fail-on or a [gate] in xindaya.toml, a file fails on a critical finding
or under 80 points. A file of rows is weighed as a whole. Findings of low confidence never fail.";

#[derive(Debug, Args)]
pub(super) struct Check {
    /// Files, folders (walked by their ignore files), or `-` for the standard input.
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) input: Input,
    #[command(flatten)]
    pub(super) what: What,
    #[command(flatten)]
    pub(super) gate: Gate,
    #[command(flatten)]
    pub(super) adoption: Adoption,
    #[command(flatten)]
    pub(super) output: Output,
    #[command(flatten)]
    pub(super) view: View,
}

#[derive(Debug, Args)]
pub(super) struct Terms {
    /// Files, folders (walked by their ignore files), or `-` for the standard input.
    #[arg(required = true, value_name = "PATH")]
    pub(super) paths: Vec<PathBuf>,
    #[command(flatten)]
    pub(super) input: Input,
    /// The glossary: a file (.tsv, .csv, .xlsx, .tbx). Rows of JSONL may bring their own terms.
    #[arg(long, value_name = "FILE")]
    pub(super) glossary: Vec<String>,
    /// The variant that the texts should be in; of a region, its own renderings alone are accepted.
    #[arg(long, value_name = "TAG", value_parser = variants())]
    pub(super) variant: Option<String>,
    /// How the report is written.
    #[arg(long, value_name = "FORMAT", default_value = "table", value_parser = named(&TERM_FORMATS))]
    pub(super) format: report::Format,
    #[command(flatten)]
    pub(super) view: View,
}

const TERM_FORMATS: [(report::Format, &str); 2] =
    [(report::Format::Table, "table"), (report::Format::Json, "json")];

#[derive(Debug, Args)]
#[command(next_help_heading = "Input")]
pub(super) struct Input {
    /// How the texts are laid out, whatever their names say.
    #[arg(long, value_name = "FORMAT", value_parser = named(&Format::ALL))]
    pub(super) from: Option<Format>,
    /// What was translated, where it is a file or a folder of its own: units are paired by their
    /// keys, paragraphs by their order. For paths with `{lang}` the language of the sources.
    #[arg(long, value_name = "PATH|LANG")]
    pub(super) source: Option<PathBuf>,
    /// What divides running text into paragraphs.
    #[arg(long, value_name = "HOW", default_value = "auto", value_parser = named(&Paragraphs::ALL))]
    pub(super) paragraphs: Paragraphs,
    /// The encoding of the texts, such as gb18030 or big5; found out unless it is given.
    #[arg(long, value_name = "LABEL")]
    pub(super) encoding: Option<String>,
    /// Read the configuration from this file.
    #[arg(long, value_name = "FILE", conflicts_with = "no_config")]
    pub(super) config: Option<PathBuf>,
    /// Read no configuration. Otherwise xindaya.toml is looked for from the first path upwards.
    #[arg(long)]
    pub(super) no_config: bool,
    /// How many threads to use; all cores unless it is given.
    #[arg(long, value_name = "N")]
    pub(super) threads: Option<usize>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Checks")]
pub(super) struct What {
    /// A glossary besides the usual ones: the name of one that ships, or a file (.tsv,
    /// .csv, .xlsx, .tbx).
    #[arg(long, value_name = "NAME|FILE")]
    pub(super) glossary: Vec<String>,
    /// The variant that the texts should be in.
    #[arg(long, value_name = "TAG", value_parser = variants())]
    pub(super) variant: Option<String>,
    /// How thoroughly a text is checked beside its source: `full` reads what both say with the
    /// sentence encoder, `fast` does not. Full, unless it is given, where there may be a source and
    /// the files have no more than 8 MB.
    #[arg(long, value_name = "EFFORT", value_parser = ["auto", "fast", "full"])]
    pub(super) effort: Option<String>,
    /// The kind of text, which decides what runs and how strictly unless something else is said:
    /// `xindaya config presets` tells what each says.
    #[arg(long, value_name = "NAME", value_parser = preset_names())]
    pub(super) preset: Option<&'static Preset>,
    /// Run these checks alone; names of other tools stand for theirs, as in `weblate:xml-tags`.
    #[arg(long, value_name = "CHECK", value_delimiter = ',', value_parser = CheckNames, hide_possible_values = true)]
    pub(super) only: Vec<Ids>,
    /// Do not run these checks.
    #[arg(long, value_name = "CHECK", value_delimiter = ',', value_parser = CheckNames, hide_possible_values = true)]
    pub(super) skip: Vec<Ids>,
    /// Report nothing inside this text, in whatever script, width and case it stands.
    #[arg(long, value_name = "TEXT")]
    pub(super) ignore: Vec<String>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Gate")]
pub(super) struct Gate {
    /// The least points of a file.
    #[arg(long, value_name = "POINTS", value_parser = points)]
    pub(super) min_score: Option<f64>,
    /// The least points of each paragraph.
    #[arg(long, value_name = "POINTS", value_parser = points)]
    pub(super) min_paragraph: Option<f64>,
    /// The greatest risk of a paragraph, from 0 to 1; none unless it is given.
    #[arg(long, value_name = "RISK", value_parser = risk)]
    pub(super) max_risk: Option<f64>,
    /// Fail on a finding of this severity or worse.
    #[arg(long, value_name = "SEVERITY", value_parser = named(&FailOn::ALL))]
    pub(super) fail_on: Option<FailOn>,
    /// The most findings of a file, whatever they weigh.
    #[arg(long, value_name = "N")]
    pub(super) max_findings: Option<u32>,
    /// How sure a finding must be for the gate to count it; medium, unless it is given. Points do
    /// not depend on it.
    #[arg(long, value_name = "LEVEL", value_parser = named(&Confidence::ALL))]
    pub(super) confidence: Option<Confidence>,
    /// Show what was found and pass.
    #[arg(long)]
    pub(super) exit_zero: bool,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub(super) struct Output {
    /// How the report on the standard output is written; a table unless it is given.
    #[arg(long, value_name = "FORMAT", value_parser = named(report::Format::ALL))]
    pub(super) format: Option<report::Format>,
    /// Write a report to this file as well; as often as it is given. The format is that before the
    /// name (`junit=report.xml`), else that of `--format` where the name allows it (which then goes
    /// to the file alone), else what the name tells: .sarif, .json, .jsonl, .md, .html, .csv,
    /// .xlsx, .txt. A file is written as a whole or not at all.
    #[arg(long = "output", value_name = "[FORMAT=]FILE", value_parser = wanted())]
    pub(super) files: Vec<Wanted>,
    /// The order of a table's paragraphs: as in the text, by their points, or by their risk, which
    /// also hears what no finding tells.
    #[arg(long, value_name = "ORDER", default_value = "text", value_parser = named(&SORTS))]
    pub(super) sort: report::Sort,
    /// Show only the N worst paragraphs of each file.
    #[arg(long, value_name = "N")]
    pub(super) top: Option<usize>,
}

#[derive(Debug, Args)]
#[command(next_help_heading = "Look")]
pub(super) struct View {
    /// The language of the report.
    #[arg(long, value_name = "LANGUAGE", default_value = "auto", value_parser = languages())]
    pub(super) lang: String,
    /// Whether to colour; `auto` does so on a terminal, unless `NO_COLOR` is set.
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    pub(super) color: Colour,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum Colour {
    Auto,
    Always,
    Never,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum ListFormat {
    Table,
    Json,
    Markdown,
}

/// Reads where a report is to be written.
fn wanted() -> impl TypedValueParser<Value = Wanted> {
    OsStringValueParser::new().try_map(Wanted::try_from)
}

const SORTS: [(report::Sort, &str); 3] =
    [(report::Sort::Text, "text"), (report::Sort::Worst, "worst"), (report::Sort::Risk, "risk")];

/// Reads one of the values of a list by its name.
pub(super) fn named<T>(all: &'static [(T, &'static str)]) -> impl TypedValueParser<Value = T>
where
    T: Copy + Send + Sync + 'static,
{
    let names = PossibleValuesParser::new(all.iter().map(|(_, name)| *name));
    names.map(|name| {
        let found = all.iter().find(|(_, it)| *it == name);
        found.expect("only the names of the list are accepted").0
    })
}

fn variants() -> PossibleValuesParser {
    PossibleValuesParser::new(["auto"].into_iter().chain(Variant::ALL.map(|(_, tag)| tag)))
}

fn languages() -> PossibleValuesParser {
    PossibleValuesParser::new(["auto"].into_iter().chain(LANGUAGES.map(|(name, _)| name)))
}

fn preset_names() -> impl TypedValueParser<Value = &'static Preset> {
    let names = PossibleValuesParser::new(PRESETS.iter().map(|it| it.name));
    names.map(|name| preset(&name).expect("only the names of the list are accepted"))
}

pub(super) fn points(text: &str) -> Result<f64, String> {
    let points = text.parse().ok().filter(|it| (0.0..=100.0).contains(it));
    points.ok_or_else(|| "points go from 0 to 100".to_owned())
}

fn risk(text: &str) -> Result<f64, String> {
    let risk = text.parse().ok().filter(|it| (0.0..=1.0).contains(it));
    risk.ok_or_else(|| "a risk goes from 0 to 1".to_owned())
}
