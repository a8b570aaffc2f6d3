//! A file is replaced by its new version as a whole, or not at all.

use crate::error::Error;
use std::fs::{self, Metadata};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// A file that will take the place of another one.
pub(super) struct Replacement {
    /// The file itself, where the path is a link to it.
    path: PathBuf,
    before: Metadata,
    new: BufWriter<NamedTempFile>,
}

impl Replacement {
    /// Begins a file beside the one at `path`, which was like this when it was read.
    pub(super) fn of(path: &Path, before: Metadata) -> Result<Self, Error> {
        let fails = |error: io::Error| unwritten(path, &error);
        let real = path.canonicalize().map_err(fails)?;
        if before.permissions().readonly() {
            return Err(Error::new("not fixed: this file may not be written").path(path.display()));
        }
        let folder = real.parent().unwrap_or(Path::new("."));
        let new =
            tempfile::Builder::new().prefix(".xindaya-").tempfile_in(folder).map_err(fails)?;
        fs::set_permissions(new.path(), before.permissions()).map_err(fails)?;
        Ok(Self { path: real, before, new: BufWriter::new(new) })
    }

    /// Puts the new file in the place of the old one, if nobody changed that meanwhile.
    pub(super) fn finish(self) -> Result<(), Error> {
        let fails = |error: io::Error| unwritten(&self.path, &error);
        let new = self.new.into_inner().map_err(|error| fails(error.into_error()))?;
        new.as_file().sync_all().map_err(fails)?;
        let now = self.path.metadata().map_err(fails)?;
        let stamp = |it: &Metadata| (it.len(), it.modified().ok());
        if stamp(&now) != stamp(&self.before) {
            return Err(Error::new("not fixed: the file was changed while it was read")
                .path(self.path.display())
                .help("run the command again"));
        }
        new.persist(&self.path).map_err(|error| fails(error.error))?;
        Ok(())
    }
}

impl Write for Replacement {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.new.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.new.flush()
    }
}

/// The error of a file that cannot be written.
pub(super) fn unwritten(path: &Path, error: &io::Error) -> Error {
    Error::new(format!("not fixed: the file cannot be written: {error}")).path(path.display())
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
}
