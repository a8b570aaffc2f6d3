//! Which reports are written, and where.

use super::look;
use super::replace::Replacement;
use super::walk::Input;
use crate::error::Error;
use crate::report::{Format, Reporter, Settings};
use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

/// A file that a report is asked for: `[FORMAT=]FILE`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    format: Option<Format>,
    path: PathBuf,
}

impl TryFrom<OsString> for Wanted {
    type Error = Error;

    fn try_from(text: OsString) -> Result<Self, Error> {
        let divided = text.to_str().and_then(|it| it.split_once('='));
        let is_name = |it: &str| !it.is_empty() && it.bytes().all(|it| it.is_ascii_lowercase());
        let Some((name, path)) = divided.filter(|(name, _)| is_name(name)) else {
            return Ok(Self { format: None, path: text.into() });
        };
        let format = name.parse().map_err(|error: Error| {
            let other = format!("; a file with = in its name is written ./{name}={path}");
            Error::new(format!("{}{other}", error.said()))
        })?;
        Ok(Self { format: Some(format), path: path.into() })
    }
}

/// What is written in a run.
pub(super) struct Outputs {
    /// The format of the standard output, if anything goes there.
    standard: Option<Format>,
    files: Vec<(Format, Sink)>,
}

impl Outputs {
    /// Opens what was asked for: `--format` goes to the standard output, unless a file without a
    /// format of its own takes it.
    pub(super) fn open(asked: Option<Format>, wanted: &[Wanted]) -> Result<Self, Error> {
        let mut standard = Some(asked.unwrap_or_default());
        let mut files: Vec<(Format, Sink)> = vec![];
        for Wanted { format, path } in wanted {
            let name = path.to_string_lossy();
            let taken = asked.filter(|it| format.is_none() && it.fits(&name));
            if taken.is_some() {
                standard = None;
            }
            let format = format.or(taken).or_else(|| Format::of_path(&name));
            let sink = Sink::open(path)?;
            let format = format.ok_or_else(|| unnamed(path))?;
            if files.iter().any(|(_, it)| it.place.is_some() && it.place == sink.place) {
                return Err(Error::new("two reports cannot be one file").path(path.display()));
            }
            files.push((format, sink));
        }
        if standard.is_some_and(Format::is_binary) && io::stdout().is_terminal() {
            let help = "name a file for it: --output FILE";
            return Err(Error::new("this format is not for a terminal").help(help));
        }
        Ok(Self { standard, files })
    }

    /// Whether people see why files fail.
    pub(super) fn has_table(&self) -> bool {
        self.standard == Some(Format::Table)
    }

    /// Leaves the reports themselves out of what is checked, where a folder has them; one that was
    /// named is an error.
    pub(super) fn spare(&self, inputs: &mut Vec<Input>, named: &[PathBuf]) -> Result<(), Error> {
        let is_report = |path: &Path| {
            let place = path.canonicalize().ok();
            place.is_some() && self.files.iter().any(|(_, it)| it.place == place)
        };
        if let Some(path) = named.iter().find(|it| is_report(it)) {
            let said = "this text is checked: a report would be written over it";
            return Err(Error::new(said).path(path.display()));
        }
        inputs.retain(|it| match it {
            Input::Standard => true,
            Input::File(path) | Input::Pair { target: path, .. } => !is_report(path),
        });
        Ok(())
    }

    /// The reporter that writes all of them. `colour` tells whether to colour what goes to the
    /// standard output, and what goes to files.
    pub(super) fn reporter(&mut self, settings: &Settings, colour: [bool; 2]) -> Reporter<'_> {
        let look = |format, to_file| Settings {
            format,
            colour: colour[usize::from(to_file)],
            width: look::width(to_file),
            ..settings.clone()
        };
        let mut reporter = Reporter::silent(settings.gate.clone());
        if let Some(format) = self.standard {
            let coloured = format == Format::Table && colour[0];
            reporter = reporter.also(look(format, false), look::writer(coloured));
        }
        for (format, sink) in &mut self.files {
            reporter = reporter.also(look(*format, true), sink);
        }
        reporter
    }

    /// Puts the files where they belong, once the reports are whole.
    pub(super) fn finish(self) -> Vec<Error> {
        self.files.into_iter().filter_map(|(_, sink)| sink.finish().err()).collect()
    }
}

/// The error of a file whose name does not tell what it shall hold.
fn unnamed(path: &Path) -> Error {
    let shown = path.display();
    let help = format!("say it before the name, as in --output junit={shown}");
    Error::new("the name of this file does not tell the format").path(shown).help(help)
}

/// A file that a report is written to.
struct Sink {
    /// Where it is, for a file that is replaced.
    place: Option<PathBuf>,
    to: To,
}

enum To {
    File(Box<Replacement>),
    /// A terminal, a pipe: what is there is no file to be replaced.
    Device(BufWriter<File>),
}

impl Sink {
    fn open(path: &Path) -> Result<Self, Error> {
        let fails = |error: io::Error| {
            Error::new(format!("no report: the file cannot be written: {error}"))
                .path(path.display())
        };
        let ends = path.to_string_lossy().ends_with(std::path::is_separator);
        if path.as_os_str() == "-" {
            let help = "--format says what goes to the standard output";
            return Err(Error::new("- is no name of a file").help(help));
        }
        if path.is_dir() || ends {
            let said = "no report: this is a folder, not a file";
            return Err(Error::new(said).path(path.display()));
        }
        let is_device = path.metadata().is_ok_and(|it| !it.is_file());
        if is_device {
            let file = OpenOptions::new().write(true).open(path).map_err(fails)?;
            return Ok(Self { place: None, to: To::Device(BufWriter::new(file)) });
        }
        let file = Replacement::report(path)?;
        Ok(Self { place: place(path), to: To::File(Box::new(file)) })
    }

    fn finish(self) -> Result<(), Error> {
        match self.to {
            To::File(file) => file.finish(),
            // It was flushed when the report ended.
            To::Device(_) => Ok(()),
        }
    }
}

/// The one name of a file that is there or will be.
fn place(path: &Path) -> Option<PathBuf> {
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    path.canonicalize().ok().or_else(|| Some(folder.canonicalize().ok()?.join(path.file_name()?)))
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.to {
            To::File(file) => file.write(bytes),
            To::Device(file) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.to {
            To::File(file) => file.flush(),
            To::Device(file) => file.flush(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Format, Outputs, Wanted};
    use std::path::Path;

    fn wanted(text: &str) -> Wanted {
        Wanted::try_from(std::ffi::OsString::from(text)).expect("is fine")
    }

    #[test]
    fn a_format_stands_before_the_name() {
        let sarif = Wanted { format: Some(Format::Sarif), path: "a=b.txt".into() };
        assert_eq!(wanted("sarif=a=b.txt"), sarif);
        for path in ["a.sarif", "./a=b", "a-1=b", "=b"] {
            assert_eq!(wanted(path), Wanted { format: None, path: path.into() });
        }
        let said = Wanted::try_from(std::ffi::OsString::from("sarfi=b")).expect_err("is none");
        assert!(said.to_string().contains("did you mean sarif?"), "{said}");
    }

    /// What goes to the standard output, and the formats of the files.
    fn formats(asked: Option<Format>, names: &[&str]) -> (Option<Format>, Vec<Format>) {
        let folder = tempfile::tempdir().expect("a folder");
        let place = |name: &&str| {
            let wanted = wanted(name);
            Wanted { path: folder.path().join(wanted.path), ..wanted }
        };
        let all: Vec<Wanted> = names.iter().map(place).collect();
        let open = Outputs::open(asked, &all).expect("opens");
        (open.standard, open.files.iter().map(|(format, _)| *format).collect())
    }

    #[test]
    fn a_file_without_a_format_takes_the_one_that_was_asked_for_if_it_fits() {
        use Format::{Csv, Github, Gitlab, Html, Json, Junit, Table};
        assert_eq!(formats(None, &["a.html", "csv=b"]), (Some(Table), vec![Html, Csv]));
        assert_eq!(formats(Some(Github), &["a.html"]), (Some(Github), vec![Html]));
        assert_eq!(formats(Some(Json), &["a.out"]), (None, vec![Json]));
        assert_eq!(formats(Some(Gitlab), &["a.json"]), (None, vec![Gitlab]));
        assert_eq!(formats(Some(Junit), &["a.xml", "b.json"]), (None, vec![Junit, Json]));
        assert_eq!(formats(Some(Json), &["json=a.json"]), (Some(Json), vec![Json]));
    }

    #[test]
    fn what_cannot_be_written_is_told_before_anything_is() {
        let folder = tempfile::tempdir().expect("a folder");
        let fails = |names: &[&str]| {
            let all: Vec<Wanted> = names.iter().map(|it| wanted(it)).collect();
            Outputs::open(None, &all).err().expect("cannot be opened").to_string()
        };
        let inside = |name: &str| format!("{}/{name}", folder.path().display());
        assert!(fails(&[&inside("")]).contains("this is a folder"));
        assert!(fails(&[&inside("new/")]).contains("this is a folder"));
        assert!(fails(&[&inside("none/a.csv")]).contains("there is no folder"));
        assert!(fails(&[&inside("a.xml")]).contains("--output junit="));
        assert!(fails(&[&inside("a.csv"), &inside("./a.csv")]).contains("cannot be one file"));
        assert!(fails(&["html=-"]).contains("--format"));
        assert_eq!(std::fs::read_dir(folder.path()).expect("is there").count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_written_to_and_stays() {
        use std::os::unix::fs::FileTypeExt;
        let mut open = Outputs::open(None, &[wanted("csv=/dev/null")]).expect("opens");
        drop(open.reporter(&crate::report::Settings::default(), [false; 2]));
        assert!(open.finish().is_empty());
        let null = Path::new("/dev/null").metadata().expect("is there");
        assert!(null.file_type().is_char_device());
    }
}
