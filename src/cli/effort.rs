//! How thoroughly the inputs are checked.

use super::args::What;
use super::look;
use super::walk::Input;
use crate::checks::Effort;
use crate::encoder::Encoder;
use crate::error::Error;
use crate::formats::Format;

/// So many bytes of rows, or of files beside their sources, take the encoder about a minute on one
/// core. The number of cores does not count: the same files are always checked alike.
const MOST: u64 = 8 << 20;

/// The effort that was asked for, by a flag or by the configuration; else the full one, if there
/// may be a source and the inputs are small enough. Of the standard input nobody knows how much
/// will come: it is taken for small.
pub(super) fn choose(
    what: &What,
    format: Option<Format>,
    configured: Option<Effort>,
    inputs: &[Input],
) -> Result<Effort, Error> {
    let asked = match &what.effort {
        Some(name) => Effort::ALL.iter().find(|(it, _)| it == name).map(|(_, effort)| *effort),
        None => configured,
    };
    let has_encoder = Encoder::shipped().is_some();
    if let Some(effort) = asked {
        if effort == Effort::Full && !has_encoder {
            let help = "build it with the feature `encoder`, or ask for --effort fast";
            return Err(Error::new("this program has no sentence encoder").help(help));
        }
        return Ok(effort);
    }
    let mut paired = inputs.iter().filter(|it| may_have_source(it, format)).peekable();
    if paired.peek().is_none() || !has_encoder {
        return Ok(Effort::Fast);
    }
    let bytes: u64 = paired.map(Input::size).sum();
    if bytes > MOST {
        look::note(&format!(
            "{} MB are much to read: what they say is not compared with their sources; --effort \
             full does so",
            bytes >> 20
        ));
        return Ok(Effort::Fast);
    }
    Ok(Effort::Full)
}

/// Whether a file may say what its texts were translated from. Running text does not.
fn may_have_source(input: &Input, format: Option<Format>) -> bool {
    let path = match input {
        Input::Pair { .. } => return true,
        Input::Standard => None,
        Input::File(path) => path.to_str(),
    };
    let format = format.or_else(|| Format::of_path(path?));
    format.is_none_or(Format::has_sources)
}

#[cfg(test)]
mod tests {
    use super::{MOST, choose};
    use crate::checks::Effort;
    use crate::cli::args::{Command, Program};
    use crate::cli::walk::Input;
    use clap::Parser;
    use std::fs::File;

    fn chosen(flags: &[&str], configured: Option<Effort>, inputs: &[Input]) -> Effort {
        let given = ["xindaya", "check", "x"].iter().chain(flags);
        let program = Program::try_parse_from(given).expect("it is well said");
        let Command::Check(args) = program.command else { panic!("it is a check") };
        choose(&args.what, args.input.from, configured, inputs).expect("the encoder is there")
    }

    #[test]
    fn the_effort_is_what_was_asked_for_or_what_the_input_allows() {
        let folder = std::env::temp_dir().join(format!("xindaya-effort-{}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("there is room");
        let file = |name: &str, length| {
            let path = folder.join(name);
            File::create(&path).and_then(|it| it.set_len(length)).expect("there is room");
            path
        };
        let (small, large) = (file("a.tsv", 100), file("b.jsonl", MOST));
        let text = Input::File(file("c.txt", 100));
        let pair = Input::Pair { source: large.clone(), target: small.clone() };
        let (small, large) = (Input::File(small), Input::File(large));
        let auto = |inputs: &[Input]| chosen(&[], None, inputs);
        assert_eq!(auto(std::slice::from_ref(&small)), Effort::Full);
        assert_eq!(auto(std::slice::from_ref(&text)), Effort::Fast);
        assert_eq!(auto(&[Input::Standard]), Effort::Full);
        assert_eq!(auto(&[text, large.clone()]), Effort::Full);
        assert_eq!(auto(&[small.clone(), large.clone()]), Effort::Fast);
        assert_eq!(auto(&[pair]), Effort::Fast);
        let (flag, key) = (["--effort", "full"], Some(Effort::Fast));
        assert_eq!(chosen(&flag, key, &[small.clone(), large]), Effort::Full);
        assert_eq!(chosen(&[], key, std::slice::from_ref(&small)), Effort::Fast);
        assert_eq!(chosen(&["--effort", "auto"], key, &[small]), Effort::Full);
        std::fs::remove_dir_all(&folder).expect("it is there");
    }
}
