//! Talks to people: the program's commands. Only here is anything printed.

mod adopt;
mod args;
mod ask;
mod changes;
mod check;
mod compare;
mod diff;
mod effort;
mod fix;
mod flags;
mod init;
mod kept;
mod look;
mod man;
mod mending;
mod names;
mod output;
mod pairs;
mod progress;
mod proposal;
mod reading;
mod replace;
mod run;
mod settings;
mod setups;
mod survey;
mod terms;
mod versions;
mod walk;
mod way;

use crate::checks;
use crate::error::Error;
use crate::report::{self, Settings};
use args::{Command, ListFormat, Program, View};
use clap::{CommandFactory, Parser};
use std::io::Write;
use std::process::ExitCode;

/// Runs the program.
pub fn main() -> ExitCode {
    match Program::parse().command {
        Command::Check(args) => told(check::run(&args)),
        Command::Fix(args) => told(fix::run(&args)),
        Command::Terms(args) => told(terms::run(&args)),
        Command::Compare(args) => told(compare::run(&args)),
        Command::Explain { check, view } => {
            let explained = checks::find(&check).map(|it| report::explain(it, &look_of(&view)));
            print(&explained.unwrap_or_default())
        }
        Command::Checks { format, view } => print(&match format {
            ListFormat::Table => report::checks_table(&look_of(&view)),
            ListFormat::Json => report::checks_json(),
            ListFormat::Markdown => report::checks_markdown(),
        }),
        Command::Config(args) => told(settings::run(&args)),
        Command::Init(args) => told(init::run(&args)),
        Command::Completions { shell } => {
            let mut script = vec![];
            clap_complete::generate(shell, &mut Program::command(), "xindaya", &mut script);
            print(&String::from_utf8_lossy(&script))
        }
        Command::Man(page) => told(man::run(&page)),
    }
}

/// The program's commands and options, as `clap` knows them: documentation is checked by them.
pub fn command() -> clap::Command {
    Program::command()
}

/// How a run went, or why it could not go.
fn told(run: Result<ExitCode, Error>) -> ExitCode {
    run.unwrap_or_else(|error| {
        look::complain(&error);
        ExitCode::from(run::BROKEN)
    })
}

/// Prints a text. A closed pipe is no fault.
fn print(text: &str) -> ExitCode {
    let mut out = anstream::AutoStream::new(std::io::stdout(), anstream::ColorChoice::AlwaysAnsi);
    let _ = out.write_all(text.as_bytes()).and_then(|()| out.flush());
    ExitCode::SUCCESS
}

fn look_of(view: &View) -> Settings {
    Settings {
        language: look::spoken(&view.lang, None),
        width: look::width(false),
        colour: look::colour(view, false),
        ..Settings::default()
    }
}
