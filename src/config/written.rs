use super::Ruling;
use crate::score::{FailOn, Gate};
use std::collections::BTreeMap;
use std::fmt::Write;

impl Ruling {
    /// The configuration that says the same; what is as without one is left out.
    pub fn to_toml(&self) -> String {
        let mut text = String::new();
        let ignored = Some(&self.rules.ignored).filter(|it| !it.is_empty());
        let top = [
            ("preset", self.preset.map(|it| quoted(it.name))),
            ("variant", self.variant.map(|it| quoted(&it.to_string()))),
            ("glossaries", self.glossaries.as_ref().map(|it| list(it))),
            ("ignore-words", ignored.map(|it| list(it))),
        ];
        let top = top.into_iter().filter_map(|(key, value)| Some((key, value?)));
        entries(&mut text, &top.collect::<Vec<_>>());
        table(&mut text, "gate", &limits(&self.gate));
        let counts = self.gate.checks.iter().map(|(id, count)| (*id, count.to_string()));
        table(&mut text, "gate.checks", &counts.collect::<Vec<_>>());
        table(&mut text, "severity", &self.levels());
        for (id, numbers) in self.numbers() {
            table(&mut text, &format!("check.{id}"), &numbers);
        }
        text
    }

    fn levels(&self) -> Vec<(&'static str, String)> {
        let off = self.rules.off.iter().map(|id| (*id, "off"));
        let weighs = self.rules.severity.iter().filter(|(id, _)| !self.rules.off.contains(*id));
        let all: BTreeMap<_, _> = off.chain(weighs.map(|(id, it)| (*id, it.name()))).collect();
        all.into_iter().map(|(id, level)| (id, quoted(level))).collect()
    }

    fn numbers(&self) -> BTreeMap<&str, Vec<(&str, String)>> {
        let mut tables: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (key, number) in &self.params {
            let (id, name) = key.split_once('.').unwrap_or((key, ""));
            tables.entry(id).or_default().push((name, number.to_string()));
        }
        tables
    }
}

fn limits(gate: &Gate) -> Vec<(&'static str, String)> {
    let usual = Gate::default();
    let mut limits = vec![];
    if (gate.document - usual.document).abs() > f64::EPSILON {
        limits.push(("document", gate.document.to_string()));
    }
    limits.extend(gate.paragraph.map(|it| ("paragraph", it.to_string())));
    limits.extend(gate.risk.map(|it| ("risk", it.to_string())));
    if gate.critical != usual.critical {
        limits.push(("critical", gate.critical.to_string()));
    }
    let name = FailOn::ALL.iter().find(|(it, _)| *it == gate.fail_on);
    limits.extend(name.map(|(_, name)| ("fail-on", quoted(name))));
    limits.extend(gate.findings.map(|it| ("findings", it.to_string())));
    if gate.confidence != usual.confidence {
        limits.push(("confidence", quoted(gate.confidence.name())));
    }
    limits
}

fn table(text: &mut String, head: &str, entries: &[(&str, String)]) {
    if entries.is_empty() {
        return;
    }
    let gap = if text.is_empty() { "" } else { "\n" };
    let _ = writeln!(text, "{gap}[{head}]");
    self::entries(text, entries);
}

fn entries(text: &mut String, entries: &[(&str, String)]) {
    for (key, value) in entries {
        let _ = writeln!(text, "{key} = {value}");
    }
}

fn list(texts: &[String]) -> String {
    let all: Vec<String> = texts.iter().map(|it| quoted(it)).collect();
    format!("[{}]", all.join(", "))
}

/// A text as TOML writes it.
pub fn quoted(text: &str) -> String {
    toml::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use crate::config::{Config, PRESETS, Ruling, Setting};

    #[test]
    fn what_is_written_is_read_as_the_same() {
        let text = r#"preset = "article"
variant = "zh-Hant-TW"
glossaries = ["media"]
ignore-words = ["Roa Roa", 'a "b"']

[gate]
document = 70.5
paragraph = 30
risk = 0.9
critical = 2
fail-on = "major"
findings = 9
confidence = "high"

[gate.checks]
mojibake = 0

[severity]
mojibake = "off"
repeated-phrase = "minor"

[check.repeated-clause]
min-characters = 12
"#;
        let read = |text: &str| Config::of_text(text).expect("it is right").ruling(&[], &[]);
        let ruling = read(text);
        assert_eq!(ruling.to_toml(), text);
        assert_eq!(read(&ruling.to_toml()), ruling);
        for preset in PRESETS {
            let ruling = Ruling::of([Setting::Preset(preset)].iter());
            assert_eq!(read(&ruling.to_toml()), ruling, "{}", preset.name);
        }
        assert_eq!(Ruling::default().to_toml(), "");
    }
}
