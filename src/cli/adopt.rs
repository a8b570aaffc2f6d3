//! What does not count in a run: what the baseline knows, and what was not changed.

use super::changes::{Changes, Touched};
use super::walk::{Input, slashed, unreadable};
use super::way::way;
use super::{look, replace};
use crate::baseline::{Baseline, Entry, OfFile};
use crate::checks::Check;
use crate::config::{Config, Ignore, Rules};
use crate::error::Error;
use crate::finding::say;
use crate::report::Notice;
use crate::review::Review;
use crate::text::Document;
use clap::Args;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What a run is told about what counts.
#[derive(Debug, Args)]
#[command(next_help_heading = "Adoption")]
pub(super) struct Adoption {
    /// Leave out the findings that this file knows; `baseline` in xindaya.toml names it too.
    #[arg(long, value_name = "FILE")]
    pub(super) baseline: Option<PathBuf>,
    /// Read no baseline.
    #[arg(long, conflicts_with = "baseline")]
    pub(super) no_baseline: bool,
    /// Accept all that is found: write it to this file, which later runs take as their baseline.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["baseline", "no_baseline", "changed_since"])]
    pub(super) write_baseline: Option<PathBuf>,
    /// Leave out the findings on lines that are as they were when this revision of git was
    /// branched from. Changes that are not committed count, and files that git does not know.
    #[arg(long, value_name = "REV")]
    pub(super) changed_since: Option<String>,
    /// Fail if a suppression suppresses nothing, or the baseline knows what is no longer found.
    #[arg(long)]
    pub(super) fail_on_unused: bool,
}

/// Sets findings aside, file by file.
pub(super) struct Sieve {
    accepted: Option<Accepted>,
    changes: Option<Changes>,
    /// The ids of the checks that ran.
    ran: BTreeSet<&'static str>,
    touched: Touched,
    /// The source of the file is another file.
    is_pair: bool,
    /// The entries of the configuration that suppress findings, if all that they may be about is
    /// checked.
    ignores: Vec<Ignore>,
    config: Option<PathBuf>,
    /// Those that were of use, by their lines.
    used: BTreeSet<u32>,
    /// Whether the run fails if something sets nothing aside.
    pub(super) is_strict: bool,
}

/// The baseline of a run.
struct Accepted {
    path: PathBuf,
    /// The folder that its paths are counted from.
    base: PathBuf,
    baseline: Baseline,
    is_written: bool,
    /// The file that is read, by its name in the baseline.
    name: String,
    file: OfFile,
    /// The names of those that were read.
    seen: BTreeSet<String>,
}

impl Sieve {
    /// What the flags say, over the configuration.
    ///
    /// # Errors
    ///
    /// If the baseline cannot be read, or git does not know the revision.
    pub(super) fn of(
        args: &Adoption,
        config: &Config,
        paths: &[PathBuf],
        inputs: &[Input],
    ) -> Result<Self, Error> {
        let folder = inputs.iter().find_map(Input::path).map_or(Path::new("."), folder);
        let since = |revision: &String| Changes::since(revision, folder);
        Ok(Self {
            accepted: Accepted::asked(args, config)?,
            changes: args.changed_since.as_ref().map(since).transpose()?,
            ran: BTreeSet::new(),
            touched: Touched::All,
            is_pair: false,
            ignores: ignores(config, paths),
            config: config.path.clone(),
            used: BTreeSet::new(),
            is_strict: args.fail_on_unused || config.fail_on_unused,
        })
    }

    /// Begins a file.
    ///
    /// # Errors
    ///
    /// If git does not tell what was changed in it.
    pub(super) fn begin(&mut self, input: &Input) -> Result<(), Error> {
        self.is_pair = matches!(input, Input::Pair { .. });
        if let Some(it) = &mut self.accepted {
            it.begin(input);
        }
        self.touched = match (&self.changes, input.path()) {
            (Some(changes), Some(path)) => changes.of(path)?,
            _ => Touched::All,
        };
        Ok(())
    }

    /// Sets aside what does not count in a document of the file.
    pub(super) fn sift(&mut self, document: &Document, review: &mut Review) {
        match &mut self.accepted {
            Some(it) if it.is_written => it.file.accept(document, review),
            Some(it) => it.file.sift(document, review),
            None => {}
        }
        self.used.extend(&review.used);
        self.touched.sift(document, review, self.is_pair);
    }

    /// Ends a file that was checked by these rules: what the baseline knows of it and was not found,
    /// if all of it was read.
    pub(super) fn end(&mut self, name: &str, rules: &Rules, is_whole: bool) -> Vec<Notice> {
        let ran: BTreeSet<&str> = rules.running().map(|it: &Check| it.id).collect();
        let stale = self.accepted.as_mut().map(|it| it.end(name, &ran));
        self.ran.extend(rules.running().map(|it| it.id));
        stale.filter(|_| is_whole).unwrap_or_default()
    }

    /// Ends the run: writes the baseline if that was asked for, unless something could not be
    /// read. What sets nothing aside is told: entries of the configuration, and files that the
    /// baseline knows and that are gone.
    ///
    /// # Errors
    ///
    /// If no baseline can be written.
    pub(super) fn finish(self, is_whole: bool) -> Result<Vec<Notice>, Error> {
        let mut idle = self.unused();
        let Some(accepted) = self.accepted else { return Ok(idle) };
        if !accepted.is_written {
            idle.extend(accepted.gone());
            return Ok(idle);
        }
        if !is_whole {
            let what = "no baseline was written: something could not be read";
            return Err(Error::new(what).help("mend it, or leave it out of the run"));
        }
        replace::baseline(&accepted.path, accepted.baseline.written().as_bytes())?;
        look::note(&format!(
            "{} is the baseline now: findings: {}, files: {}",
            slashed(&accepted.path),
            accepted.baseline.len(),
            accepted.baseline.files().count()
        ));
        Ok(idle)
    }

    /// The entries of the configuration that suppressed nothing.
    fn unused(&self) -> Vec<Notice> {
        let Some(config) = &self.config else { return vec![] };
        let said = say("this entry suppresses nothing", "这一项没有忽略任何问题");
        let unused =
            self.ignores.iter().filter(|it| !self.used.contains(&it.line) && self.may_find(it));
        let notice = |it: &Ignore| Notice {
            file: slashed(config),
            place: Some((it.line, 1)),
            said: said.with(&[]),
        };
        unused.map(notice).collect()
    }

    /// Whether one of the checks ran that an entry is about.
    fn may_find(&self, ignore: &Ignore) -> bool {
        ignore.checks.is_empty() || ignore.checks.iter().any(|it| self.ran.contains(it))
    }
}

impl Accepted {
    /// The baseline that the flags name, or else the configuration.
    fn asked(args: &Adoption, config: &Config) -> Result<Option<Self>, Error> {
        if let Some(path) = &args.write_baseline {
            return Ok(Some(Self::of(path, Baseline::default(), true)));
        }
        let path = args.baseline.as_ref().or(config.baseline.as_ref());
        let path = path.filter(|_| !args.no_baseline);
        path.map(|path| Ok(Self::of(path, read(path)?, false))).transpose()
    }

    fn of(path: &Path, baseline: Baseline, is_written: bool) -> Self {
        let base = path.parent().unwrap_or(Path::new("")).to_owned();
        let (file, seen) = (OfFile::default(), BTreeSet::new());
        Self { path: path.to_owned(), base, baseline, is_written, name: String::new(), file, seen }
    }

    fn begin(&mut self, input: &Input) {
        self.name = input.path().map_or_else(|| input.name(), |it| way(&self.base, it));
        self.file =
            if self.is_written { OfFile::default() } else { self.baseline.of_file(&self.name) };
    }

    fn end(&mut self, name: &str, ran: &BTreeSet<&str>) -> Vec<Notice> {
        self.seen.insert(self.name.clone());
        let file = std::mem::take(&mut self.file);
        if self.is_written {
            self.baseline.learn(&self.name, file);
            return vec![];
        }
        let said = say(
            "the baseline knows a {0} that is no longer found: “{1}”",
            "基线中的一处 {0} 已不再出现：“{1}”",
        );
        let stale = file.stale(|check| ran.contains(check));
        let notice = |it: Entry| Notice {
            file: name.to_owned(),
            place: None,
            said: said.with(&[&it.check, &it.text]),
        };
        stale.into_iter().map(notice).collect()
    }

    /// The files that the baseline knows and that are no more.
    fn gone(&self) -> Vec<Notice> {
        let said =
            say("the baseline knows this file, which is gone", "基线中有此文件，但它已不存在");
        let is_gone =
            |it: &&str| !self.seen.contains(*it) && *it != "-" && !self.base.join(it).exists();
        let gone = self.baseline.files().filter(is_gone);
        gone.map(|it| Notice { file: it.to_owned(), place: None, said: said.with(&[]) }).collect()
    }
}

/// What the configuration suppresses, if all of its folder is checked.
fn ignores(config: &Config, paths: &[PathBuf]) -> Vec<Ignore> {
    let folder = config.path.as_deref().and_then(Path::parent);
    let is_in =
        |path: &PathBuf| path.is_dir() && folder.is_some_and(|it| !way(path, it).starts_with(".."));
    if paths.iter().any(is_in) { config.ignores.clone() } else { vec![] }
}

fn read(path: &Path) -> Result<Baseline, Error> {
    let bytes = std::fs::read(path).map_err(|error| {
        let error = unreadable(path, &error);
        error.help("--write-baseline FILE writes a baseline")
    })?;
    let text = String::from_utf8(bytes);
    let text = text.map_err(|_| Error::new("this baseline is not UTF-8").path(path.display()))?;
    Baseline::read(&text).map_err(|error| error.path(path.display()))
}

fn folder(path: &Path) -> &Path {
    if path.is_dir() {
        path
    } else {
        path.parent().filter(|it| *it != Path::new("")).unwrap_or(Path::new("."))
    }
}
