//! What a file says, and what it is told where it is wrong.

use super::{Config, Ruling};
use crate::checks::Effort;
use crate::finding::{Confidence, Language, Severity};
use crate::score::FailOn;
use crate::text::Variant;
use std::path::{Path, PathBuf};

fn read(text: &str) -> Config {
    Config::of_text(text).map_err(|it| it.to_string()).expect("it is right")
}

fn fault(text: &str) -> String {
    Config::of_text(text).map_err(|error| error.to_string()).expect_err("it is at fault")
}

#[test]
fn what_is_said_holds_and_the_rest_stays() {
    let config = read(
        r#"
        variant = "zh-Hant-TW"
        language = "zh-Hans"
        effort = "fast"
        ignore-words = ["Roa Roa"]
        [gate]
        document = 70.5
        fail-on = "major"
        findings = 12
        confidence = "low"
        checks = { number-mismatch = 0, "weblate:xml-tags" = 2 }
        [severity]
        repeated-phrase = "off"
        repeated-token = "minor"
        "weblate:xml-tags" = "critical"
        [check.repeated-clause]
        min-characters = 12
        "#,
    );
    assert_eq!((config.language, config.effort), (Some(Language::Hans), Some(Effort::Fast)));
    let Ruling { variant, rules, params, gate, glossaries, .. } = config.ruling(&[], &[]);
    assert_eq!((variant, glossaries), (Some(Variant::HantTw), None));
    assert_eq!(rules.ignored, ["Roa Roa"]);
    assert!(rules.off.contains("repeated-phrase"));
    assert_eq!(rules.severity["repeated-token"], Severity::Minor);
    assert_eq!(rules.severity["missing-tag"], Severity::Critical);
    assert_eq!(rules.severity["extra-tag"], Severity::Critical);
    assert_eq!(params["repeated-clause.min-characters"], 12);
    assert!((gate.document - 70.5).abs() < f64::EPSILON);
    assert_eq!((gate.critical, gate.paragraph, gate.findings), (0, None, Some(12)));
    assert_eq!(gate.fail_on, FailOn::Severity(Severity::Major));
    assert_eq!(gate.confidence, Confidence::Low);
    assert_eq!((gate.checks["number-mismatch"], gate.checks["extra-tag"]), (0, 2));
    assert_eq!(read("").ruling(&[], &[]), Ruling::default());
}

#[test]
fn what_is_known_and_suppressed_is_told_by_the_file() {
    let config = read(
        r#"
        baseline = "old.json"
        fail-on-unused = true
        [[ignore]]
        checks = ["repeated-phrase", "weblate:xml-tags"]
        paths = ["docs", "*.po"]
        reason = "refrains"
        [[ignore]]
        id = "menu.save"
        text = "她她"
        "#,
    );
    assert_eq!(config.baseline.as_deref(), Some(Path::new("house/old.json")));
    assert!(config.fail_on_unused);
    let config = Config { path: Some(PathBuf::from("house/xindaya.toml")), ..config };
    let lines = |path: &str| -> Vec<u32> {
        config.ignores(Path::new(path)).iter().map(|it| it.line).collect()
    };
    assert_eq!(lines("house/docs/a.md"), [4, 8]);
    assert_eq!((lines("house/a/b.po"), lines("house/a.md")), (vec![4, 8], vec![8]));
    assert_eq!(lines("-"), [8]);
    let [first, second] = config.ignores.as_slice() else { panic!("there are two") };
    assert!(first.checks.contains(&"missing-tag") && first.checks.contains(&"repeated-phrase"));
    assert_eq!((second.id.as_deref(), second.text.as_deref()), (Some("menu.save"), Some("她她")));
    for (text, said) in [
        ("[[ignore]]\nreason = \"x\"", "1:1: this [[ignore]] does not say what is ignored"),
        ("[[ignore]]\npaths = [\"a[\"]", "2:10: this is no pattern of paths"),
        ("[[ignore]]\nchecks = [\"repeated-frase\"]", "2:11: there is no check `repeated-frase`"),
        ("[[ignore]]\ncheck = \"x\"", "2:1: there is no key of [[ignore]] `check`"),
        ("fail-on-unused = 1", "1:18: here stands true or false, not this integer"),
    ] {
        assert!(fault(text).contains(said), "{text}: {}", fault(text));
    }
}

/// A configuration with overrides, as if it stood in `house`.
fn house() -> Config {
    let config = read(
        r#"
        preset = "article"
        [gate]
        document = 90
        [[override]]
        paths = ["docs", "*.md"]
        preset = "docs"
        severity = { repeated-phrase = "minor" }
        gate = { document = 70 }
        [[override]]
        languages = ["zh-Hant"]
        variant = "zh-Hant-TW"
        [override.severity]
        repeated-phrase = "off"
        [override.gate.checks]
        mojibake = 0
        "#,
    );
    Config { path: Some(PathBuf::from("house/xindaya.toml")), ..config }
}

#[test]
fn the_last_override_wins_key_by_key() {
    let config = house();
    let holding = |path: &str, language| config.holding(Path::new(path), language);
    assert!(holding("house/a.txt", None).is_empty());
    assert_eq!(holding("house/docs/a.txt", None), [0]);
    assert_eq!(holding("house/x/a.md", Some(Variant::HantHk)), [0, 1]);
    assert!(holding("docs/a.md", None).is_empty(), "it stands outside of the house");
    assert_eq!(holding("-", Some(Variant::Hant)), [1]);

    let usual = config.ruling(&[], &[]);
    assert_eq!((usual.gate.document, usual.gate.paragraph), (90.0, Some(40.0)));
    let both = config.ruling(&[0, 1], &[]);
    assert_eq!(both.preset.map(|it| it.name), Some("docs"));
    assert_eq!((both.gate.document, both.gate.paragraph), (70.0, None));
    assert_eq!(both.variant, Some(Variant::HantTw));
    assert!(both.rules.off.contains("repeated-phrase"));
    assert!(both.rules.off.contains("missing-final-stop"), "the preset says so");
    assert_eq!(both.gate.checks["mojibake"], 0);
}

#[test]
fn a_fault_is_shown_with_what_was_meant() {
    let said = "3:1: there is no key of [gate] `dokument`
  | dokument = 80
  | ^
  = did you mean `document`? known: document, paragraph, risk, critical, fail-on, findings, confidence, \
                checks";
    assert_eq!(fault("\n[gate]\ndokument = 80"), said);
    let said = "2:1: there is no check `repeated-frase`
  | repeated-frase = \"off\"
  | ^
  = did you mean `repeated-phrase`? `xindaya checks` lists all";
    assert_eq!(fault("[severity]\nrepeated-frase = \"off\""), said);
    for (text, what) in [
        ("variants = 1", "1:1: there is no key `variants`"),
        ("variant = \"zh-Hnat\"", "1:11: there is no variant `zh-Hnat`"),
        ("variant = 3", "1:11: here stands a text in quotes, not this integer"),
        ("ignore-words = \"a\"", "1:16: here stands a list of texts, not this string"),
        ("effort = \"fats\"", "did you mean `fast`? known: fast, full, auto"),
        ("preset = \"doc\"", "did you mean `docs`? known: article, docs, ui-strings, subtitles"),
        ("[gate]\ndocument = 101", "2:12: here stands points from 0 to 100"),
        ("[gate]\nrisk = 1.5", "2:8: here stands a risk from 0 to 1"),
        ("[gate]\ncritical = -1", "2:12: here stands a whole number"),
        ("[gate]\nfail-on = \"mayor\"", "2:11: there is no severity `mayor`"),
        ("[gate]\nconfidence = \"lo\"", "did you mean `low`? known: low, medium, high"),
        ("[gate.checks]\nnumber-mismach = 0", "did you mean `number-mismatch`?"),
        ("[severity]\nrepeated-phrase = \"mayor\"", "2:19: there is no severity `mayor`"),
        ("[check.repeated-clause]\nx = 1", "2:1: there is no setting of repeated-clause `x`"),
        ("[check.mojibake]\nx = 1", "there is no check with settings `mojibake`"),
        ("[severity]\n\"weblate:xml-tag\" = \"off\"", "did you mean `weblate:xml-tags`?"),
        ("glossaries = [\"x.tsv\"]", "1:15: there is no file house/x.tsv"),
        ("[[override]]\npath = []", "did you mean `paths`?"),
        ("[[override]]\npreset = \"docs\"", "1:1: this [[override]] does not say which texts"),
        ("[override]\npaths = []", "here stands a list of tables, not this table"),
        ("[[override]]\npaths = [\"{a\"]", "2:10: this is no pattern of paths"),
        ("[[override]]\nlanguages = [\"zh-Hanf\"]", "did you mean `zh-Hans`?"),
        (
            "[[override]]\npaths = [\"a\"]\neffort = \"fast\"",
            "3:1: there is no key of [[override]]",
        ),
        ("a = [", "1:"),
    ] {
        assert!(fault(text).contains(what), "{text}: {}", fault(text));
    }
}
