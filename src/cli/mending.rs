use super::ask::Asked;
use super::kept::Kept;
use super::look;
use super::progress::Progress;
use super::reading::documents_by;
use super::run::{BROKEN, FAILED, PASSED, TOLD, next_batch};
use super::setups::Setups;
use super::versions::Versions;
use super::walk::Input;
use crate::checks::Resources;
use crate::config::Rules;
use crate::error::{Error, visible};
use crate::finding::{Finding, Fix, Language, say};
use crate::fix::{Mended, mend};
use crate::formats::{self, Again, Documents};
use crate::report::{self, Settings};
use crate::text::Document;
use rayon::prelude::*;

/// Which fixes are applied.
pub(super) enum Way {
    Certain,
    All,
    /// Those that a person wants.
    Ask(Box<Asked<'static>>),
}

/// A run over some inputs that fixes them.
pub(super) struct Mending {
    /// The threads that were asked for; none stands for all.
    pub(super) pool: Option<rayon::ThreadPool>,
    pub(super) options: formats::Options,
    pub(super) setups: Setups,
    pub(super) progress: Progress,
    pub(super) settings: Settings,
    pub(super) way: Way,
    pub(super) is_diff: bool,
    pub(super) told: Told,
}

/// What is told at the end.
#[derive(Default)]
pub(super) struct Told {
    pub(super) errors: Vec<Error>,
    refusals: Vec<String>,
    applied: usize,
    files: usize,
    left: usize,
    certain_left: usize,
}

impl Mending {
    /// Fixes the inputs; returns the exit code.
    pub(super) fn all(mut self, inputs: &[Input]) -> u8 {
        for input in inputs {
            if matches!(&self.way, Way::Ask(asked) if asked.has_left()) {
                break;
            }
            if let Err(error) = self.input(input) {
                self.told.errors.push(error);
            }
        }
        self.progress.end();
        self.told.tell(self.is_diff, self.settings.language);
        let would = self.is_diff && self.told.applied > 0;
        match (self.told.errors.is_empty(), self.told.certain_left > 0 || would) {
            (false, _) => BROKEN,
            (true, true) => FAILED,
            (true, false) => PASSED,
        }
    }

    fn input(&mut self, input: &Input) -> Result<(), Error> {
        let name = input.name();
        self.progress.name(&name);
        let (kept, mut told) = (Kept::default(), Told::default());
        let mut versions = Versions::of(input, &name, &self.options, self.is_diff, kept.clone())?;
        let through = |it| kept.along(it);
        let mut documents = documents_by(input, &self.options, &self.progress, through)?;
        let mut batch = next(&name, &mut documents, &mut told);
        let head = kept.bytes();
        let first = batch.first().map_or(0, |it| it.start);
        let again = Again::of(&name, &head, first, &self.options).map_err(|it| it.path(&name))?;
        versions.begin(&head)?;
        let setup = self.setups.of(input, &batch)?;
        let ignores = self.setups.ignores(input);
        let rules = Rules { ignores, ..setup.rules.clone() };
        while !batch.is_empty() {
            for (old, new) in batch.iter().zip(self.mended(&batch, &again, &setup.with, &rules)) {
                versions.document(old, &new.document)?;
                told.add(&name, &new, self.settings.language);
            }
            batch = next(&name, &mut documents, &mut told);
        }
        let (is_written, progress) = (versions.finish(), &self.progress);
        progress.show();
        self.told.join(told, is_written.is_ok());
        is_written.map_err(|error| error.path(&name))
    }

    fn mended(
        &mut self,
        batch: &[Document],
        again: &Again,
        with: &Resources,
        rules: &Rules,
    ) -> Vec<Mended> {
        let is_all = matches!(self.way, Way::All);
        let mend_by_itself = |it: &Document| {
            mend(it, again, with, rules, &mut |_: &Document, _: &Finding, fix: &Fix| {
                is_all || fix.certain
            })
        };
        if let Way::Ask(asked) = &mut self.way {
            let progress = &self.progress;
            let mut wants = |document: &Document, finding: &Finding, fix: &Fix| {
                progress.aside(|| asked.wants(document, finding, fix))
            };
            return batch.iter().map(|it| mend(it, again, with, rules, &mut wants)).collect();
        }
        let work = || batch.par_iter().map(mend_by_itself).collect();
        match &self.pool {
            Some(pool) => pool.install(work),
            None => work(),
        }
    }
}

/// The next documents; what cannot be read is taken down.
fn next(name: &str, documents: &mut Documents, told: &mut Told) -> Vec<Document> {
    loop {
        let (batch, errors) = next_batch(documents);
        let is_end = errors.is_empty();
        told.errors.extend(errors.into_iter().map(|it| it.path(name)));
        if is_end || !batch.is_empty() {
            return batch;
        }
    }
}

impl Told {
    pub(super) fn of(errors: Vec<Error>) -> Self {
        Self { errors, ..Self::default() }
    }

    fn add(&mut self, name: &str, mended: &Mended, language: Language) {
        self.applied += mended.applied;
        self.left += mended.review.findings.len();
        for (finding, reason) in &mended.refused {
            self.certain_left += usize::from(finding.fix.as_ref().is_some_and(|it| it.certain));
            let place = report::position(&mended.document, finding);
            let place = place.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
            let said = say("{0}: not fixed ({1}): {2}", "{0}：未修复（{1}）：{2}");
            let place = format!("{}{place}", visible(name));
            let reason = reason.says().template(language);
            self.refusals.push(said.with(&[&place, finding.check, reason]).text(language));
        }
    }

    /// Takes down what is told of a file; nothing was fixed in one that could not be written.
    fn join(&mut self, of_file: Self, is_written: bool) {
        let more = of_file.errors.len().saturating_sub(TOLD);
        self.errors.extend(of_file.errors.into_iter().take(TOLD));
        self.errors
            .extend((more > 0).then(|| Error::new(format!("{more} more places cannot be read"))));
        self.refusals.extend(of_file.refusals);
        self.left += of_file.left;
        self.certain_left += of_file.certain_left;
        if is_written {
            self.applied += of_file.applied;
            self.files += usize::from(of_file.applied > 0);
        }
    }

    fn tell(&self, is_diff: bool, language: Language) {
        self.errors.iter().for_each(look::complain);
        self.refusals.iter().for_each(|it| look::remark(it));
        let said = if is_diff {
            say(
                "would fix: {0} (files: {1}); left to a person: {2}; fixes refused: {3}",
                "可修复：{0} 处（文件：{1} 个）；须人工处理：{2} 处；未能修复：{3} 处",
            )
        } else {
            say(
                "fixed: {0} (files: {1}); left to a person: {2}; fixes refused: {3}",
                "已修复：{0} 处（文件：{1} 个）；须人工处理：{2} 处；未能修复：{3} 处",
            )
        };
        let count =
            [self.applied, self.files, self.left, self.refusals.len()].map(|it| it.to_string());
        look::remark(&said.with(&count.each_ref().map(String::as_str)).text(language));
    }
}
