//! A file is replaced by its new version as a whole, or not at all.

use crate::error::Error;
use std::fs::{self, Metadata, Permissions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A file that will take the place of another one, or of none.
pub(super) struct Replacement {
    /// What it means when the file cannot be written.
    undone: &'static str,
    /// The file itself, where the path is a link to it.
    path: PathBuf,
    /// What the old file was like, if the new one was made of it.
    before: Option<Metadata>,
    new: BufWriter<NamedTempFile>,
}

const NOT_FIXED: &str = "not fixed";
const NO_REPORT: &str = "no report";
const NO_BASELINE: &str = "no baseline";

impl Replacement {
    /// Begins a file beside the one at `path`, which was like this when it was read.
    pub(super) fn of(path: &Path, before: Metadata) -> Result<Self, Error> {
        let permissions = before.permissions();
        Ok(Self { before: Some(before), ..Self::begin(NOT_FIXED, path, Some(permissions))? })
    }

    /// Begins a report that is to be at `path`, whatever file is there now.
    pub(super) fn report(path: &Path) -> Result<Self, Error> {
        Self::begin(NO_REPORT, path, path.metadata().ok().map(|it| it.permissions()))
    }

    fn begin(
        undone: &'static str,
        path: &Path,
        permissions: Option<Permissions>,
    ) -> Result<Self, Error> {
        let fails = |error: io::Error| failed(undone, path, &error);
        let real =
            if permissions.is_some() { path.canonicalize().map_err(fails)? } else { path.into() };
        if permissions.as_ref().is_some_and(Permissions::readonly) {
            let said = format!("{undone}: this file may not be written");
            return Err(Error::new(said).path(path.display()));
        }
        let folder = real.parent().filter(|it| !it.as_os_str().is_empty());
        let folder = folder.unwrap_or(Path::new("."));
        if !folder.is_dir() {
            let said = format!("{undone}: there is no folder {}", folder.display());
            return Err(Error::new(said).path(path.display()));
        }
        let mut new = tempfile::Builder::new();
        new.prefix(".xindaya-");
        #[cfg(unix)]
        new.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
        // The name of the new file, which the error tells, means nothing to anybody.
        let new = new.tempfile_in(folder).map_err(|error| fails(error.kind().into()))?;
        if let Some(permissions) = permissions {
            fs::set_permissions(new.path(), permissions).map_err(fails)?;
        }
        Ok(Self { undone, path: real, before: None, new: BufWriter::new(new) })
    }

    /// Puts the new file in the place of the old one, if nobody changed what it was made of.
    pub(super) fn finish(self) -> Result<(), Error> {
        let fails = |error: io::Error| failed(self.undone, &self.path, &error);
        let new = self.new.into_inner().map_err(|error| fails(error.into_error()))?;
        new.as_file().sync_all().map_err(fails)?;
        if let Some(before) = &self.before {
            let now = self.path.metadata().map_err(fails)?;
            let stamp = |it: &Metadata| (it.len(), it.modified().ok());
            if stamp(&now) != stamp(before) {
                return Err(Error::new("not fixed: the file was changed while it was read")
                    .path(self.path.display())
                    .help("run the command again"));
            }
        }
        new.persist(&self.path).map_err(|error| fails(error.error))?;
        Ok(())
    }
}

/// Writes a baseline, whatever file is there now.
pub(super) fn baseline(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let permissions = path.metadata().ok().map(|it| it.permissions());
    let mut file = Replacement::begin(NO_BASELINE, path, permissions)?;
    file.write_all(bytes).map_err(|error| failed(NO_BASELINE, path, &error))?;
    file.finish()
}

impl Write for Replacement {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.new.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.new.flush()
    }
}

/// The error of a file that cannot be fixed because it cannot be written.
pub(super) fn unwritten(path: &Path, error: &io::Error) -> Error {
    failed(NOT_FIXED, path, error)
}

fn failed(undone: &str, path: &Path, error: &io::Error) -> Error {
    Error::new(format!("{undone}: the file cannot be written: {error}")).path(path.display())
}

#[cfg(test)]
mod tests {
    use super::Replacement;
    use std::fs;
    use std::io::Write;

    fn file() -> (tempfile::TempDir, std::path::PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.txt");
        fs::write(&path, "old").expect("is written");
        (folder, path)
    }

    #[test]
    fn a_file_is_replaced_behind_its_link_and_keeps_its_permissions() {
        let (folder, path) = file();
        let before = path.metadata().expect("is there");
        #[cfg(unix)]
        let path = {
            use std::os::unix::fs::{PermissionsExt, symlink};
            fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).expect("is set");
            let link = folder.path().join("link.txt");
            symlink(&path, &link).expect("is linked");
            link
        };
        let before = path.metadata().unwrap_or(before);
        let mut new = Replacement::of(&path, before.clone()).expect("begins");
        new.write_all(b"new text").expect("is written");
        assert_eq!(fs::read_to_string(&path).expect("is there"), "old");
        new.finish().expect("is replaced");
        assert_eq!(fs::read_to_string(&path).expect("is there"), "new text");
        let after = path.metadata().expect("is there");
        assert_eq!(after.permissions(), before.permissions());
        assert_eq!(
            fs::read_dir(folder.path()).expect("is there").count(),
            if cfg!(unix) { 2 } else { 1 }
        );
    }

    #[test]
    fn a_file_that_somebody_changed_is_left_alone() {
        let (folder, path) = file();
        let before = path.metadata().expect("is there");
        let new = Replacement::of(&path, before).expect("begins");
        fs::write(&path, "other").expect("is written");
        let said = new.finish().expect_err("was changed").to_string();
        assert!(said.contains("was changed while it was read"), "{said}");
        assert_eq!(fs::read_to_string(&path).expect("is there"), "other");
        assert_eq!(fs::read_dir(folder.path()).expect("is there").count(), 1);
    }

    #[test]
    fn a_report_takes_the_place_of_whatever_was_there() {
        let (folder, path) = file();
        for path in [path, folder.path().join("new.txt")] {
            let mut new = Replacement::report(&path).expect("begins");
            new.write_all(b"report").expect("is written");
            assert_ne!(fs::read_to_string(&path).ok().as_deref(), Some("report"));
            new.finish().expect("is put there");
            assert_eq!(fs::read_to_string(&path).expect("is there"), "report");
        }
        assert_eq!(fs::read_dir(folder.path()).expect("is there").count(), 2);
    }

    #[test]
    fn a_report_that_is_not_finished_leaves_no_trace() {
        let (folder, path) = file();
        let mut new = Replacement::report(&path).expect("begins");
        new.write_all(b"half").expect("is written");
        drop(new);
        assert_eq!(fs::read_to_string(&path).expect("is there"), "old");
        assert_eq!(fs::read_dir(folder.path()).expect("is there").count(), 1);
    }

    #[cfg(unix)]
    #[test]
    fn a_new_report_may_be_read_by_whoever_may_read_new_files() {
        use std::os::unix::fs::PermissionsExt;
        let (folder, _) = file();
        let (plain, path) = (folder.path().join("plain"), folder.path().join("report"));
        fs::write(&plain, "").expect("is written");
        Replacement::report(&path).expect("begins").finish().expect("is put there");
        let mode = |it: &std::path::Path| it.metadata().expect("is there").permissions().mode();
        assert_eq!(mode(&path), mode(&plain));
    }
}
