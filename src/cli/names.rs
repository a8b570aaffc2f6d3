//! Names of checks on the command line.

use crate::checks;
use crate::config;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use std::ffi::OsStr;

/// The id of a check.
pub(super) fn ids() -> PossibleValuesParser {
    PossibleValuesParser::new(checks::all().map(|check| check.id))
}

/// The ids that one name stands for.
#[derive(Clone, Debug)]
pub(super) struct Ids(pub(super) Vec<&'static str>);

/// Reads the name of a check, or what another tool calls it.
#[derive(Clone)]
pub(super) struct CheckNames;

impl TypedValueParser for CheckNames {
    type Value = Ids;

    fn parse_ref(
        &self,
        command: &clap::Command,
        arg: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<Ids, clap::Error> {
        let name = value.to_string_lossy();
        let found = config::named(&name);
        if !found.is_empty() {
            return Ok(Ids(found));
        }
        // The error names those of the same tool, and which of them was probably meant.
        let tool = |it: &str| it.split_once(':').map(|(tool, _)| tool.to_owned());
        let mut like: Vec<_> = config::names().filter(|it| tool(it) == tool(&name)).collect();
        like.dedup();
        let known = if like.is_empty() { ids() } else { PossibleValuesParser::new(like) };
        known.parse_ref(command, arg, value).map(|id| Ids(config::named(&id)))
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(checks::all().map(|it| PossibleValue::new(it.id))))
    }
}
