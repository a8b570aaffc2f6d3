//! SARIF 2.1.0: one JSON object, its results written as they come, the rules that fired behind
//! them. Columns count UTF-16 code units, as the editors do that show it.

mod model;
mod rules;

use super::json::{Array, write};
use super::notes::{self, Level, Note, UNREADABLE, notes, number};
use super::places::{Places, Region};
use super::{Page, Settings, Sheet, Tally};
use crate::error::{Error, visible};
use crate::finding::{Fingerprint, Fingerprints, Language};
use crate::score::shown;
use model::{
    Artifact, ArtifactChange, ArtifactLocation, Content, Driver, FileProperties, Fix, Invocation,
    Location, LogicalLocation, Notification, Prints, RegionOf, Replacement, ResultOf,
    ResultProperties, RunEnd, RunProperties, Said, Tool, Which,
};
use rules::Fired;
use std::io::{self, Write};

/// An object a run.
pub(super) struct Sarif {
    settings: Settings,
    results: Array,
    fired: Fired,
    prints: Fingerprints,
    files: usize,
}

/// A mark that is longer is not copied into the report.
const SNIPPET: usize = 600;

impl Sarif {
    pub(super) fn new(settings: Settings) -> Self {
        let (results, prints) = (Array::default(), Fingerprints::default());
        Self { settings, results, fired: Fired::default(), prints, files: 0 }
    }

    fn head(&mut self, out: &mut dyn Write) -> io::Result<()> {
        if self.results.is_begun() {
            return Ok(());
        }
        let language = match self.settings.language {
            Language::English => "en",
            Language::Hans => "zh-CN",
            Language::Hant => "zh-TW",
        };
        out.write_all(HEAD.as_bytes())?;
        write(&language, out)?;
        out.write_all(b",\"results\":")?;
        self.results.begin(out)
    }

    fn result<'d>(
        &mut self,
        page: Page<'d>,
        note: &Note<'d>,
        print: Fingerprint,
        places: &Places<'d>,
    ) -> ResultOf<'d> {
        let finding = note.finding;
        let index = self.files.checked_sub(1);
        let file = ArtifactLocation::of(page.file, index);
        let elsewhere = finding.related.iter().filter_map(|(place, span)| {
            let region = places.region(*place, *span)?;
            Some(Location::of(file.clone(), region_of(region, None)))
        });
        let text = note.segment.target.as_str().get(finding.span.range());
        let snippet = text.filter(|it| it.len() <= SNIPPET);
        let id = note
            .segment
            .id
            .as_deref()
            .map(|id| LogicalLocation { name: visible(id), kind: "resource" });
        ResultOf {
            rule_id: finding.check,
            rule_index: self.fired.index(finding.check),
            level: level(Level::of(finding)),
            message: Said::of(&notes::advice(finding, self.settings.language)),
            locations: [Location {
                logical_locations: id.into_iter().collect(),
                ..Location::of(file.clone(), region_of(note.region, snippet))
            }],
            related_locations: elsewhere.collect(),
            partial_fingerprints: Prints { xindaya: print.to_string() },
            fixes: self.fix(note, &file).into_iter().collect(),
            properties: ResultProperties {
                severity: finding.severity,
                confidence: finding.confidence,
                paragraph: number(page, finding.place),
            },
        }
    }

    fn fix<'d>(&self, note: &Note<'d>, file: &ArtifactLocation) -> Option<Fix<'d>> {
        let text = note.replacement()?;
        let fix = note.finding.fix.as_ref()?;
        let said = super::words::remedy(fix).with(&[text]).text(self.settings.language);
        let replacement = Replacement {
            deleted_region: region_of(note.region, None),
            inserted_content: Content { text },
        };
        Some(Fix {
            description: Said::of(&said),
            artifact_changes: [ArtifactChange {
                artifact_location: file.clone(),
                replacements: [replacement],
            }],
        })
    }

    fn artifact(&self, tally: &Tally) -> Artifact {
        let language = self.settings.language;
        Artifact {
            location: ArtifactLocation::of(&tally.file, None),
            properties: FileProperties {
                points: shown(tally.score.document_points()),
                penalty: tally.score.penalty(),
                passed: tally.passed(),
                reasons: tally.refused.iter().map(|it| visible(&it.text(language))).collect(),
            },
        }
    }
}

/// Everything up to the language of the messages.
const HEAD: &str = concat!(
    r#"{"$schema":"https://json.schemastore.org/sarif-2.1.0.json","version":"2.1.0","#,
    r#""runs":[{"columnKind":"utf16CodeUnits","language":"#
);

impl Sheet for Sarif {
    fn start(&mut self, _: &str, out: &mut dyn Write) -> io::Result<()> {
        self.prints = Fingerprints::default();
        self.files += 1;
        self.head(out)
    }

    fn document(&mut self, page: Page, out: &mut dyn Write) -> io::Result<()> {
        let places = Places::of(page.document);
        let prints = self.prints.of(page.document, &page.review.findings);
        notes(page, &places).try_for_each(|note| {
            let result = self.result(page, &note, prints[note.nth], &places);
            self.results.item(&result, out)
        })
    }

    fn finish(&mut self, files: &[Tally], errors: &[Error], out: &mut dyn Write) -> io::Result<()> {
        self.head(out)?;
        self.results.end(out)?;
        out.write_all(b",\n")?;
        let end = RunEnd {
            tool: Tool {
                driver: Driver {
                    name: "xindaya",
                    version: env!("CARGO_PKG_VERSION"),
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: self.fired.rules(self.settings.language),
                    notifications: [Which { id: UNREADABLE }],
                },
            },
            artifacts: files.iter().map(|it| self.artifact(it)).collect(),
            invocations: [Invocation {
                execution_successful: errors.is_empty(),
                tool_execution_notifications: errors.iter().map(notification).collect(),
            }],
            properties: RunProperties {
                signature: self.settings.signature.to_string(),
                passed: errors.is_empty() && files.iter().all(Tally::passed),
            },
        };
        super::json::rest(&end, out)?;
        out.write_all(b"]}\n")
    }
}

fn notification(error: &Error) -> Notification {
    let (file, line, column) = notes::unread(error);
    let region = RegionOf {
        start_line: line,
        start_column: error.place().map(|_| column),
        ..RegionOf::default()
    };
    Notification {
        descriptor: Which { id: UNREADABLE },
        level: "error",
        message: Said::of(&error.said()),
        locations: [Location::of(ArtifactLocation::of(file, None), region)],
    }
}

fn level(level: Level) -> &'static str {
    level.among(["error", "warning", "note"])
}

fn region_of(region: Region, snippet: Option<&str>) -> RegionOf {
    RegionOf {
        start_line: region.start.line,
        start_column: Some(region.start.column_utf16),
        end_line: Some(region.end.line),
        end_column: Some(region.end.column_utf16),
        snippet: snippet.map(|it| Said { text: visible(it) }),
    }
}
