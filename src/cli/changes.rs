//! Which lines were changed since a revision, as git tells it.

use crate::error::{Error, visible};
use crate::finding::Finding;
use crate::review::{Review, Why};
use crate::text::{Document, Lines, Span};
use std::collections::{BTreeMap, BTreeSet};
use std::ffi::{OsStr, OsString};
use std::io::ErrorKind;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What was changed in a repository.
pub(super) struct Changes {
    root: PathBuf,
    /// The commit that is compared with.
    base: String,
    /// The files that differ from it, each with the name that it had there.
    changed: BTreeMap<String, String>,
    /// The files that git knows.
    tracked: BTreeSet<String>,
}

/// The lines of a file that were changed.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Touched {
    All,
    /// These, counted from 1, in order and apart.
    Some(Vec<Range<u32>>),
}

/// What makes git tell the same whatever its configuration says.
const PLAIN: [&str; 6] =
    ["diff", "--no-color", "--no-ext-diff", "--no-textconv", "--no-relative", "--find-renames"];

impl Changes {
    /// What was changed in the repository of a folder since a revision; since the current branch
    /// left it, if it has gone on.
    ///
    /// # Errors
    ///
    /// If there is no git, no repository, or no such revision.
    pub(super) fn since(revision: &str, folder: &Path) -> Result<Self, Error> {
        let root = git(folder, &["rev-parse", "--show-toplevel"])?;
        let root = PathBuf::from(words(&root));
        let root = root.canonicalize().unwrap_or(root);
        let commit = commit(&root, revision)?;
        let common = git(&root, &["merge-base", &commit, "HEAD"]);
        let base = common.map_or(commit, |it| words(&it).to_owned());
        let list = ["--name-status", "-z", "--ignore-submodules=all", &base, "--"];
        let changed = renamed(&git(&root, &[&PLAIN[..], &list].concat())?);
        let tracked = git(&root, &["ls-files", "-z"])?;
        let tracked = tracked.split_terminator('\0').map(str::to_owned).collect();
        Ok(Self { root, base, changed, tracked })
    }

    /// The changed lines of a file: all of one that git does not know.
    ///
    /// # Errors
    ///
    /// If git fails.
    pub(super) fn of(&self, path: &Path) -> Result<Touched, Error> {
        let Some(name) = self.name(path) else { return Ok(Touched::All) };
        let Some(before) = self.changed.get(&name) else {
            let is_known = self.tracked.contains(&name);
            return Ok(if is_known { Touched::Some(vec![]) } else { Touched::All });
        };
        let lines = ["--unified=0", "--inter-hunk-context=0", &self.base, "--", before, &name];
        let lines = if before == &name { &lines[..5] } else { &lines[..] };
        git(&self.root, &[&PLAIN[..], lines].concat()).map(|it| touched(&it))
    }

    /// The path as git has it; none for one that is not in the repository.
    fn name(&self, path: &Path) -> Option<String> {
        let file = path.file_name()?;
        let folder = path.parent().filter(|it| *it != Path::new("")).unwrap_or(Path::new("."));
        let whole = folder.canonicalize().ok()?.join(file);
        Some(super::walk::slashed(whole.strip_prefix(&self.root).ok()?))
    }
}

impl Touched {
    /// Sets the findings aside whose lines were not changed. The lines of a unit's source are
    /// those of its findings too, where they stand in the same file.
    pub(super) fn sift(&self, document: &Document, review: &mut Review, is_pair: bool) {
        if *self == Self::All {
            return;
        }
        let lines = Lines::of(&document.raw, document.first_line);
        let is_same = |span: Span| !self.meets(lines.line(span.start), lines.line(span.end));
        review.set_aside(document, Why::Unchanged, |_, finding| {
            spans(document, finding, is_pair).all(is_same)
        });
    }

    /// Whether one of the lines from `first` to `last` was changed.
    fn meets(&self, first: u32, last: u32) -> bool {
        let Self::Some(changed) = self else { return true };
        let next = changed.partition_point(|it| it.end <= first);
        changed.get(next).is_some_and(|it| it.start <= last)
    }
}

/// Where a finding stands in the file.
fn spans(document: &Document, finding: &Finding, is_pair: bool) -> impl Iterator<Item = Span> {
    let block = &document.paragraphs[finding.place.paragraph as usize];
    let segment = &block.segments[finding.place.segment as usize];
    let has_source = !is_pair && document.source_raw.is_none();
    let source = segment.source.as_ref().filter(|_| has_source);
    let whole = |it: &crate::text::Text| it.in_raw(Span::from(0..it.as_str().len()));
    [segment.target.in_raw(finding.span)].into_iter().chain(source.map(whole))
}

/// The commit that a revision stands for. It goes to git as a hash, never as it was written.
fn commit(root: &Path, revision: &str) -> Result<String, Error> {
    let unknown = || {
        Error::new(format!("--changed-since: git knows no revision {}", visible(revision)))
            .help("name a branch, a tag or a commit; a shallow clone has the last commits alone")
    };
    if revision.is_empty() || revision.starts_with('-') || revision.contains('\0') {
        return Err(unknown());
    }
    let asked = format!("{revision}^{{commit}}");
    let said = git(root, &["rev-parse", "--verify", "--quiet", "--end-of-options", &asked]);
    let said = said.map_err(|_| unknown())?;
    Ok(words(&said).lines().last().unwrap_or_default().to_owned())
}

fn words(said: &str) -> &str {
    said.trim_end_matches(['\n', '\r'])
}

/// Runs git in a folder; what it says.
fn git(folder: &Path, args: &[&str]) -> Result<String, Error> {
    let mut command = Command::new("git");
    let global = ["--no-optional-locks", "--literal-pathspecs", "-C"].map(OsString::from);
    command.args(global).arg(folder).args(args.iter().map(OsStr::new));
    command.env("LC_ALL", "C").stdin(Stdio::null());
    let output = command.output().map_err(|error| match error.kind() {
        ErrorKind::NotFound => Error::new("--changed-since: git is not installed")
            .help("git tells which lines were changed"),
        _ => Error::new(format!("--changed-since: git cannot be run: {error}")),
    })?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    if said.contains("not a git repository") {
        return Err(Error::new("--changed-since: this folder is in no git repository")
            .path(folder.display()));
    }
    let first = said.lines().next().unwrap_or("it failed").to_owned();
    Err(Error::new(format!("--changed-since: git {}: {first}", args[0])))
}

/// The files of a list of changes, each with its name before: `M`, name; `R087`, name, new name.
fn renamed(list: &str) -> BTreeMap<String, String> {
    let (mut fields, mut found) = (list.split_terminator('\0'), BTreeMap::new());
    while let Some((status, before)) = fields.next().zip(fields.next()) {
        let is_moved = status.starts_with(['R', 'C']);
        let name = if is_moved { fields.next().unwrap_or(before) } else { before };
        if !status.starts_with('D') {
            found.insert(name.to_owned(), before.to_owned());
        }
    }
    found
}

/// The lines that a diff without context adds. Only its heads begin with `@@`; of a file that is no
/// text to git, and of one that is still to be merged, all lines count.
fn touched(diff: &str) -> Touched {
    let is_no_text = |it: &str| it.starts_with("Binary files ") || it.starts_with("* Unmerged");
    if diff.lines().any(is_no_text) {
        return Touched::All;
    }
    let added = diff.split('\n').filter_map(|it| it.strip_prefix("@@ -")?.split_once(" +"));
    let lines = added.filter_map(|(_, added)| {
        let added = added.split(' ').next()?;
        let (first, count) = added.split_once(',').unwrap_or((added, "1"));
        let first: u32 = first.parse().ok()?;
        Some(first..first + count.parse::<u32>().ok()?)
    });
    Touched::Some(lines.filter(|it| !it.is_empty()).collect())
}

#[cfg(test)]
mod tests {
    use super::{Touched, renamed, touched};

    #[test]
    fn added_lines_are_read_from_the_heads_of_a_diff() {
        let diff = "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -3 +3 @@ @@ -9 +9 @@\n-甲\n+@@ -1 +1 @@\n@@ -7,2 +6,0 @@\n-乙\n-丙\n@@ -10,0 +9,3 @@\n+丁\n+\n+戊\n";
        assert_eq!(touched(diff), Touched::Some(vec![3..4, 9..12]));
        assert_eq!(touched("old mode 100644\nnew mode 100755\n"), Touched::Some(vec![]));
        assert_eq!(touched("Binary files a/x and b/x differ\n"), Touched::All);
        assert_eq!(touched("* Unmerged path a.md\n"), Touched::All);
    }

    #[test]
    fn lines_meet_changes_at_their_first_and_last() {
        let changed = Touched::Some(vec![3..4, 9..12]);
        let met: Vec<u32> = (1..14).filter(|line| changed.meets(*line, *line)).collect();
        assert_eq!(met, [3, 9, 10, 11]);
        assert!(changed.meets(4, 9) && changed.meets(1, 20) && !changed.meets(4, 8));
        assert!(Touched::All.meets(1, 1) && !Touched::Some(vec![]).meets(1, 9));
    }

    #[test]
    fn names_may_hold_anything() {
        let found = renamed("M\0文 \"1\".md\0R087\0old\n.md\0new.md\0D\0gone.md\0A\0a.md\0");
        let found: Vec<_> = found.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        assert_eq!(
            found,
            [("a.md", "a.md"), ("new.md", "old\n.md"), ("文 \"1\".md", "文 \"1\".md")]
        );
    }
}
