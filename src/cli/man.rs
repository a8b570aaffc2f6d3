//! The pages of the manual, made from what the program says of itself.

use super::args::Program;
use super::print;
use crate::error::Error;
use clap::{Args, Command, CommandFactory};
use clap_mangen::Man;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// Which page is wanted.
#[derive(Debug, Args)]
pub(super) struct Page {
    /// The command that the page is about; without it the page is about the program.
    command: Option<String>,
    /// Write the pages of the program and of all commands into this folder.
    #[arg(long, value_name = "FOLDER", conflicts_with = "command")]
    folder: Option<PathBuf>,
}

/// Writes all pages into a folder, or prints one.
pub(super) fn run(page: &Page) -> Result<ExitCode, Error> {
    if let Some(folder) = &page.folder {
        let unwritten = |error: io::Error| {
            Error::new(format!("the pages cannot be written: {error}")).path(folder.display())
        };
        write_all(folder).map_err(unwritten)?;
        return Ok(ExitCode::SUCCESS);
    }
    let named = |command: &String| format!("xindaya-{command}.1");
    let wanted = page.command.as_ref().map_or("xindaya.1".to_owned(), named);
    let page = pages().into_iter().find(|page| page.get_filename() == wanted);
    Ok(print(&written(&page.ok_or_else(unknown)?)))
}

fn write_all(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)?;
    let write = |page: &Man| fs::write(folder.join(page.get_filename()), written(page));
    pages().iter().try_for_each(write)
}

/// The page of the program, then those of its commands.
fn pages() -> Vec<Man> {
    let mut program = Program::command().disable_help_subcommand(true);
    program.build();
    let commands: Vec<Command> = program.get_subcommands().cloned().collect();
    let page = |command| Man::new(command).source(concat!("xindaya ", env!("CARGO_PKG_VERSION")));
    std::iter::once(program).chain(commands).map(page).collect()
}

/// A page as roff. What stands under the help of a command is its exit codes, which have a heading
/// of their own in a manual.
fn written(page: &Man) -> String {
    let mut roff = vec![];
    page.render(&mut roff).expect("a vector takes all");
    String::from_utf8_lossy(&roff).replace(".SH EXTRA\nExit codes: ", ".SH \"EXIT STATUS\"\n")
}

fn unknown() -> Error {
    let program = Program::command();
    let names: Vec<&str> = program.get_subcommands().map(Command::get_name).collect();
    Error::new("there is no such command").help(format!("pages are there for {}", names.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::{Man, Page, pages, run, write_all, written};

    #[test]
    fn each_command_has_a_page() {
        let mut program = super::super::command();
        program.build();
        let names: Vec<String> = pages().iter().map(Man::get_filename).collect();
        assert_eq!(names[0], "xindaya.1");
        for command in program.get_subcommands().filter(|it| it.get_name() != "help") {
            let name = format!("xindaya-{}.1", command.get_name());
            assert!(names.contains(&name), "{name} is not among {names:?}");
        }
    }

    #[test]
    fn a_folder_gets_all_pages() {
        let folder = tempfile::tempdir().unwrap();
        let deep = folder.path().join("share/man1");
        write_all(&deep).unwrap();
        assert_eq!(deep.read_dir().unwrap().count(), pages().len());
    }

    #[test]
    fn exit_codes_have_their_heading() {
        let roff: Vec<String> = pages().iter().map(written).collect();
        assert!(roff.iter().all(|page| !page.contains("EXTRA")), "more than exit codes");
        assert!(roff.iter().filter(|page| page.contains(".SH \"EXIT STATUS\"")).count() >= 2);
    }

    #[test]
    fn a_command_that_is_not_there_has_no_page() {
        let page = Page { command: Some("chekc".to_owned()), folder: None };
        let said = run(&page).unwrap_err().to_string();
        assert!(said.contains("there is no such command") && said.contains("check"), "{said}");
    }
}
