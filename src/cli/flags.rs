//! What flags say, as settings over those of the configuration.

use super::args::{Gate, What};
use super::names::Ids;
use crate::checks;
use crate::config::{Level, Setting};
use crate::score::Limit;

/// What is to be checked.
pub(super) fn of_what(what: &What) -> Vec<Setting> {
    let mut said = vec![];
    said.extend(what.preset.map(Setting::Preset));
    said.extend(of_words(&what.glossary, what.variant.as_deref()));
    said.extend(checks::all().flat_map(|it| levels(what, it.id)));
    said.extend(what.ignore.iter().cloned().map(Setting::Ignored));
    said
}

/// What texts are compared with.
pub(super) fn of_words(glossaries: &[String], variant: Option<&str>) -> Vec<Setting> {
    let glossaries = (!glossaries.is_empty()).then(|| glossaries.to_vec());
    let variant = variant.map(|tag| Setting::Variant(tag.parse().ok()));
    glossaries.map(Setting::AlsoGlossaries).into_iter().chain(variant).collect()
}

fn levels(what: &What, id: &'static str) -> impl Iterator<Item = Setting> {
    let is_among = |list: &[Ids]| list.iter().any(|it| it.0.contains(&id));
    let asked = is_among(&what.only);
    let left_out = !what.only.is_empty() && !asked || is_among(&what.skip);
    let on = asked.then_some(Level::On);
    on.into_iter().chain(left_out.then_some(Level::Off)).map(move |it| Setting::Check(id, it))
}

/// What a file must reach.
pub(super) fn of_gate(gate: &Gate) -> Vec<Setting> {
    let limits = [
        gate.min_score.map(Limit::Document),
        gate.min_paragraph.map(Limit::Paragraph),
        gate.max_risk.map(Limit::Risk),
        gate.max_findings.map(Limit::Findings),
        gate.fail_on.map(Limit::FailOn),
        gate.confidence.map(Limit::Confidence),
    ];
    limits.into_iter().flatten().map(Setting::Gate).collect()
}

#[cfg(test)]
mod tests {
    use crate::cli::args::{Command, Program};
    use crate::config::{Level, Ruling, Setting, preset};
    use crate::finding::Severity;
    use crate::score::Limit;
    use crate::text::Variant;
    use clap::Parser;

    /// What holds with these flags over what is configured.
    fn ruling(flags: &[&str], configured: &[Setting]) -> Ruling {
        let given = ["xindaya", "check", "x"].iter().chain(flags);
        let program = Program::try_parse_from(given).expect("it is well said");
        let Command::Check(args) = program.command else { panic!("it is a check") };
        let flags = [super::of_what(&args.what), super::of_gate(&args.gate)].concat();
        Ruling::of(configured.iter().chain(&flags))
    }

    #[test]
    fn flags_go_over_what_is_configured() {
        let minor = Setting::Check("mojibake", Level::Severity(Severity::Minor));
        let configured = [
            Setting::Preset(preset("article").expect("there is one")),
            Setting::Variant(Some(Variant::Hans)),
            minor,
            Setting::Check("self-gloss", Level::Off),
            Setting::Gate(Limit::Document(60.0)),
            Setting::Ignored("a".to_owned()),
        ];
        let flags = ["--only", "self-gloss,mojibake", "--min-score", "90", "--ignore", "b"];
        let held = ruling(&flags, &configured);
        let running: Vec<_> = held.rules.running().map(|it| it.id).collect();
        assert_eq!(running, ["self-gloss", "mojibake"]);
        assert_eq!(held.rules.severity["mojibake"], Severity::Minor);
        assert_eq!(held.rules.ignored, ["a", "b"]);
        assert_eq!((held.gate.document, held.gate.paragraph), (90.0, Some(40.0)));
        let flags = ["--preset", "docs", "--skip", "mojibake", "--variant", "auto"];
        let held = ruling(&flags, &configured);
        assert_eq!((held.gate.document, held.gate.paragraph, held.variant), (60.0, None, None));
        assert!(held.rules.off.contains("mojibake") && held.rules.off.contains("self-gloss"));
    }
}
