//! Files of messages in one language: each text under a key.

mod align;
mod fluent;
mod json;
mod path;
mod properties;
mod scan;
mod strings;
mod toml;
mod xcstrings;
mod yaml;

pub(super) use fluent::read as fluent;
pub(super) use json::read as json;
pub(super) use path::joined;
pub(super) use properties::read as properties;
pub(super) use strings::read as strings;
pub(super) use toml::read as toml;
pub(super) use yaml::read as yaml;
