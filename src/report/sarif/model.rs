//! The parts of SARIF that a report has.

use crate::finding::{Confidence, Severity};
use crate::report::notes;
use serde::Serialize;
use std::fmt::Write;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct RunEnd {
    pub(super) tool: Tool,
    pub(super) artifacts: Vec<Artifact>,
    pub(super) invocations: [Invocation; 1],
    pub(super) properties: RunProperties,
}

#[derive(Serialize)]
pub(super) struct RunProperties {
    pub(super) signature: String,
    pub(super) passed: bool,
}

#[derive(Serialize)]
pub(super) struct Tool {
    pub(super) driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Driver {
    pub(super) name: &'static str,
    pub(super) version: &'static str,
    pub(super) semantic_version: &'static str,
    pub(super) rules: Vec<Rule>,
    pub(super) notifications: [Which; 1],
}

/// What a check is.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Rule {
    pub(super) id: &'static str,
    pub(super) short_description: Said,
    pub(super) full_description: Said,
    pub(super) help: Said,
    pub(super) default_configuration: Configuration,
    pub(super) properties: RuleProperties,
}

#[derive(Serialize)]
pub(super) struct Configuration {
    pub(super) level: &'static str,
}

/// GitHub reads `tags`, `precision` and `problem.severity`.
#[derive(Serialize)]
pub(super) struct RuleProperties {
    pub(super) tags: Vec<&'static str>,
    pub(super) precision: Confidence,
    #[serde(rename = "problem.severity")]
    pub(super) problem: &'static str,
    pub(super) severity: Severity,
    pub(super) mqm: &'static str,
    pub(super) its: &'static str,
    pub(super) systematic: bool,
}

#[derive(Serialize)]
pub(super) struct Which {
    pub(super) id: &'static str,
}

/// A text that is told.
#[derive(Clone, Serialize)]
pub(super) struct Said {
    pub(super) text: String,
}

impl Said {
    /// A message: what a viewer would take for a link in it is none.
    pub(super) fn of(text: &str) -> Self {
        let text = if text.contains("](") {
            text.replace('[', "\\[").replace(']', "\\]")
        } else {
            text.to_owned()
        };
        Self { text }
    }
}

/// A finding.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ResultOf<'d> {
    pub(super) rule_id: &'static str,
    pub(super) rule_index: usize,
    pub(super) level: &'static str,
    pub(super) message: Said,
    pub(super) locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) related_locations: Vec<Location>,
    pub(super) partial_fingerprints: Prints,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) fixes: Vec<Fix<'d>>,
    pub(super) properties: ResultProperties,
}

#[derive(Serialize)]
pub(super) struct Prints {
    #[serde(rename = "xindaya/v1")]
    pub(super) xindaya: String,
}

#[derive(Serialize)]
pub(super) struct ResultProperties {
    pub(super) severity: Severity,
    pub(super) confidence: Confidence,
    pub(super) paragraph: u32,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Location {
    pub(super) physical_location: Physical,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) logical_locations: Vec<LogicalLocation>,
}

impl Location {
    pub(super) fn of(artifact_location: ArtifactLocation, region: RegionOf) -> Self {
        let physical_location = Physical { artifact_location, region };
        Self { physical_location, logical_locations: vec![] }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Physical {
    pub(super) artifact_location: ArtifactLocation,
    pub(super) region: RegionOf,
}

/// The unit of a catalogue.
#[derive(Serialize)]
pub(super) struct LogicalLocation {
    pub(super) name: String,
    pub(super) kind: &'static str,
}

/// A stretch of a file.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct RegionOf {
    pub(super) start_line: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) start_column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end_line: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) end_column: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) snippet: Option<Said>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Fix<'d> {
    pub(super) description: Said,
    pub(super) artifact_changes: [ArtifactChange<'d>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ArtifactChange<'d> {
    pub(super) artifact_location: ArtifactLocation,
    pub(super) replacements: [Replacement<'d>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Replacement<'d> {
    pub(super) deleted_region: RegionOf,
    pub(super) inserted_content: Content<'d>,
}

#[derive(Serialize)]
pub(super) struct Content<'d> {
    pub(super) text: &'d str,
}

/// A file and what it came to.
#[derive(Serialize)]
pub(super) struct Artifact {
    pub(super) location: ArtifactLocation,
    pub(super) properties: FileProperties,
}

#[derive(Serialize)]
pub(super) struct FileProperties {
    pub(super) points: f64,
    pub(super) penalty: f64,
    pub(super) passed: bool,
    pub(super) reasons: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Invocation {
    pub(super) execution_successful: bool,
    pub(super) tool_execution_notifications: Vec<Notification>,
}

/// Something that could not be read.
#[derive(Serialize)]
pub(super) struct Notification {
    pub(super) descriptor: Which,
    pub(super) level: &'static str,
    pub(super) message: Said,
    pub(super) locations: [Location; 1],
}

/// A file by its URI.
#[derive(Clone, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct ArtifactLocation {
    uri: String,
    /// Where relative ones start: the root of the sources, as code scanning knows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    uri_base_id: Option<&'static str>,
    /// Its number among the artifacts.
    #[serde(skip_serializing_if = "Option::is_none")]
    index: Option<usize>,
}

impl ArtifactLocation {
    pub(super) fn of(file: &str, index: Option<usize>) -> Self {
        let (path, mut uri) = (notes::path(file), String::new());
        let has_drive = path.as_bytes().get(1) == Some(&b':');
        let is_absolute = path.starts_with('/') || has_drive;
        if is_absolute {
            uri.push_str(if has_drive { "file:///" } else { "file://" });
        }
        for (nth, byte) in path.bytes().enumerate() {
            let is_plain = byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
            if is_plain || has_drive && nth == 1 {
                uri.push(char::from(byte));
            } else {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
        Self { uri, uri_base_id: (!is_absolute).then_some("%SRCROOT%"), index }
    }
}

#[cfg(test)]
mod tests {
    use super::{ArtifactLocation, Said};

    #[test]
    fn a_path_becomes_a_uri() {
        let uri = |file| ArtifactLocation::of(file, None).uri;
        assert_eq!(uri("./zh/字 1.txt"), "zh/%E5%AD%97%201.txt");
        assert_eq!(uri("/a/b#c?%.txt"), "file:///a/b%23c%3F%25.txt");
        assert_eq!(uri("C:/a.txt"), "file:///C:/a.txt");
        assert_eq!(uri("data:x"), "data%3Ax");
        assert!(ArtifactLocation::of("/a", None).uri_base_id.is_none());
    }

    #[test]
    fn a_message_has_no_links() {
        assert_eq!(Said::of("“[x](javascript:y)”").text, "“\\[x\\](javascript:y)”");
        assert_eq!(Said::of("[x] (y)").text, "[x] (y)");
    }
}
