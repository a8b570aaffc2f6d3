use super::adopt::Sieve;
use super::look;
use super::progress::Progress;
use super::reading::documents;
use super::setups::{Setup, Setups};
use super::walk::Input;
use crate::align;
use crate::config::{Ignore, Rules};
use crate::error::Error;
use crate::finding::{Language, say};
use crate::formats;
use crate::report::{Notice, Reporter, refusal};
use crate::review::{Review, review};
use crate::text::Document;
use rayon::prelude::*;
use std::io;
use std::sync::Arc;

/// Every file passed.
pub(super) const PASSED: u8 = 0;
/// A file is below the gate.
pub(super) const FAILED: u8 = 1;
/// Something could not be read or written.
pub(super) const BROKEN: u8 = 2;

/// A run over some inputs.
pub(super) struct Run<'w> {
    /// The threads that were asked for; none stands for all.
    pub(super) pool: Option<rayon::ThreadPool>,
    pub(super) options: formats::Options,
    pub(super) setups: Setups,
    /// That of the file that is read.
    pub(super) setup: Arc<Setup>,
    pub(super) sieve: Sieve,
    pub(super) progress: Progress,
    pub(super) language: Language,
    pub(super) reporter: Reporter<'w>,
    /// The language in which people are told why files fail, where they do not see the report.
    pub(super) told: Option<Language>,
    pub(super) errors: Vec<Error>,
    pub(super) failed: bool,
}

/// How a run went.
pub(super) struct Ending {
    /// Why files fail, where people do not see the report.
    refusals: Vec<String>,
    /// What sets nothing aside, and whether the run fails for it.
    notices: Vec<Notice>,
    is_strict: bool,
    language: Language,
    pub(super) errors: Vec<Error>,
    failed: bool,
    /// Whether the report was written to its end.
    pub(super) is_reported: bool,
}

impl Ending {
    /// Tells what could not be read or written, last, where it is seen; returns the exit code.
    pub(super) fn tell(&self) -> u8 {
        self.refusals.iter().for_each(|it| look::remark(it));
        look::warn(&self.notices, self.is_strict, self.language);
        self.errors.iter().for_each(look::complain);
        let failed = self.failed || self.is_strict && !self.notices.is_empty();
        match (self.errors.is_empty(), failed) {
            (false, _) => BROKEN,
            (true, true) => FAILED,
            (true, false) => PASSED,
        }
    }
}

/// So many bytes of text, or so many documents, are reviewed at a time.
const BATCH: (usize, usize) = (1 << 20, 1024);

/// So many errors of one file are told; the rest is counted.
pub(super) const TOLD: usize = 20;

impl Run<'_> {
    /// Checks the inputs and ends the report.
    pub(super) fn all(mut self, inputs: &[Input]) -> Ending {
        for error in self.errors.clone() {
            self.reporter.unread(error, false);
        }
        let written = inputs.iter().try_for_each(|input| self.input(input));
        self.progress.end();
        let refusals = self.refusals();
        let notices = self.reporter.files().iter().flat_map(|it| it.notices.clone());
        let mut notices: Vec<Notice> = notices.collect();
        let written = written.and_then(|()| self.reporter.finish());
        let is_reported = written.is_ok();
        // Who reads has seen enough: `| head` is no fault of the run.
        let fault = written.err().filter(|it| it.kind() != io::ErrorKind::BrokenPipe);
        let fault = fault.map(|it| Error::new(format!("the report cannot be written: {it}")));
        self.errors.extend(fault);
        let (is_strict, language) = (self.sieve.is_strict, self.language);
        match self.sieve.finish(is_reported && self.errors.is_empty()) {
            Ok(unused) => notices.extend(unused),
            Err(error) => self.errors.push(error),
        }
        let (errors, failed) = (self.errors, self.failed);
        Ending { refusals, notices, is_strict, language, errors, failed, is_reported }
    }

    /// Why files fail, one line each, where it is to be told.
    fn refusals(&self) -> Vec<String> {
        let Some(language) = self.told else { return vec![] };
        let mut all: Vec<_> =
            self.reporter.files().iter().filter_map(|it| refusal(it, language)).collect();
        let more = all.len().saturating_sub(TOLD);
        all.truncate(TOLD);
        let said = say("fails: {0} more files", "未通过：另有 {0} 个文件");
        all.extend((more > 0).then(|| said.with(&[&more.to_string()]).text(language)));
        all
    }

    fn input(&mut self, input: &Input) -> io::Result<()> {
        let name = input.name();
        self.progress.name(&name);
        let begun = self.sieve.begin(input);
        match begun.and_then(|()| documents(input, &self.options, &self.progress)) {
            Ok(documents) => self.documents(input, documents),
            Err(error) => {
                self.unread(error, false);
                Ok(())
            }
        }
    }

    fn documents(&mut self, input: &Input, mut documents: formats::Documents) -> io::Result<()> {
        let name = &input.name();
        self.reporter.start(name)?;
        let mut broken = 0;
        let mut is_set_up = false;
        let ignores = self.setups.ignores(input);
        loop {
            let (mut batch, mut errors) = next_batch(&mut documents);
            self.progress.show();
            if !std::mem::replace(&mut is_set_up, true) {
                let setup = self.set_up(input, &batch);
                setup.unwrap_or_else(|error| self.unread(error, true));
            }
            if batch.is_empty() && errors.is_empty() {
                break;
            }
            errors.extend(self.paired(&mut batch));
            for error in errors {
                broken += 1;
                if broken <= TOLD {
                    self.unread(error.path(name), true);
                }
            }
            let mut reviews = self.reviews(&batch, &ignores);
            let mut pairs = batch.iter().zip(&mut reviews);
            let (sieve, reporter) = (&mut self.sieve, &mut self.reporter);
            self.progress.aside(|| {
                pairs.try_for_each(|(it, review)| {
                    sieve.sift(it, review);
                    reporter.document(it, review)
                })
            })?;
        }
        let stale = self.sieve.end(name, &self.setup.rules, broken == 0);
        for notice in stale {
            self.reporter.notice(notice);
        }
        if broken > TOLD {
            let more = format!("{} more places cannot be read", broken - TOLD);
            self.unread(Error::new(more).path(name), true);
        }
        let reporter = &mut self.reporter;
        self.failed |= !self.progress.aside(|| reporter.end())?;
        Ok(())
    }

    /// Chooses what a file is checked with, by its path and the language of its first documents.
    fn set_up(&mut self, input: &Input, batch: &[Document]) -> Result<(), Error> {
        self.setup = self.setups.usual().clone();
        let setup = self.setups.of(input, batch)?;
        if !Arc::ptr_eq(&setup, &self.setup) {
            self.reporter.measure_by(setup.standard.clone());
        }
        self.setup = setup;
        Ok(())
    }

    /// Puts documents beside their sources. What does not belong together is told.
    fn paired(&self, batch: &mut [Document]) -> Vec<Error> {
        let encoder = self.setup.with.encoder();
        let pair = |it: &mut Document| align::pair(it, encoder).err();
        self.in_pool(|| batch.par_iter_mut().filter_map(pair).collect())
    }

    fn reviews(&self, batch: &[Document], ignores: &[Ignore]) -> Vec<Review> {
        let Setup { with, rules, .. } = &*self.setup;
        let rules = &Rules { ignores: ignores.to_vec(), ..rules.clone() };
        self.in_pool(|| batch.par_iter().map(|it| review(it, with, rules)).collect())
    }

    /// Works with the threads that were asked for.
    fn in_pool<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        match &self.pool {
            Some(pool) => pool.install(work),
            None => work(),
        }
    }

    fn unread(&mut self, error: Error, started: bool) {
        self.reporter.unread(error.clone(), started);
        self.errors.push(error);
    }
}

/// The next documents, about as many as are worth a round of all threads.
pub(super) fn next_batch(documents: &mut formats::Documents) -> (Vec<Document>, Vec<Error>) {
    let (mut batch, mut errors, mut size) = (vec![], vec![], 0);
    while size < BATCH.0 && batch.len() + errors.len() < BATCH.1 {
        match documents.next() {
            Some(Ok(document)) => {
                size += document.raw.len();
                batch.push(document);
            }
            Some(Err(error)) => errors.push(error),
            None => break,
        }
    }
    (batch, errors)
}
