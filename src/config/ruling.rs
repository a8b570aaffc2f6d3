use super::preset::Preset;
use super::{Level, Rules, Setting};
use crate::glossary::Glossary;
use crate::score::Gate;
use crate::text::Variant;
use std::collections::BTreeMap;

/// What holds for a text, once all that was said is weighed: the command line goes over the
/// overrides, these over the rest of the configuration, that over the preset.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ruling {
    /// The kind of text that was named.
    pub preset: Option<&'static Preset>,
    /// The declared variant; none is found out from the text.
    pub variant: Option<Variant>,
    /// The glossaries, by the names of those that ship or by path; none stands for all that ship.
    pub glossaries: Option<Vec<String>>,
    /// Which checks run, what they weigh, which texts are left alone.
    pub rules: Rules,
    /// The numbers of checks, by their keys.
    pub params: BTreeMap<String, u32>,
    /// What the text must reach.
    pub gate: Gate,
}

impl Ruling {
    /// What holds after all of this was said, the weakest first.
    pub fn of<'s>(said: impl Iterator<Item = &'s Setting> + Clone) -> Self {
        let preset = said.clone().filter_map(|it| match it {
            Setting::Preset(preset) => Some(*preset),
            _ => None,
        });
        let preset = preset.last();
        let mut ruling = Self { preset, ..Self::default() };
        preset.iter().flat_map(|it| it.says).chain(said).for_each(|it| ruling.set(it));
        ruling
    }

    fn set(&mut self, said: &Setting) {
        match said {
            Setting::Preset(_) => {}
            Setting::Variant(variant) => self.variant = *variant,
            Setting::Glossaries(names) => self.glossaries = Some(names.clone()),
            Setting::AlsoGlossaries(names) => self.also(names),
            Setting::Ignored(text) => self.rules.ignored.push(text.clone()),
            Setting::Check(id, level) => self.rules.set(id, *level),
            Setting::Param(key, number) => {
                self.params.insert((*key).to_owned(), *number);
            }
            Setting::Gate(limit) => self.gate.set(*limit),
        }
    }

    fn also(&mut self, names: &[String]) {
        let shipped = || Glossary::shipped().map(str::to_owned).collect();
        let all = self.glossaries.get_or_insert_with(shipped);
        let new: Vec<_> = names.iter().filter(|it| !all.contains(it)).cloned().collect();
        all.extend(new);
    }
}

impl Rules {
    fn set(&mut self, id: &'static str, level: Level) {
        let (to, from) = match level {
            Level::Off => (&mut self.off, &mut self.on),
            Level::On | Level::Severity(_) => (&mut self.on, &mut self.off),
        };
        from.remove(id);
        to.insert(id);
        if let Level::Severity(severity) = level {
            self.severity.insert(id, severity);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Level, Ruling, Setting};
    use crate::config::preset;
    use crate::finding::Severity;
    use crate::score::Limit;
    use crate::text::Variant;

    fn named(name: &str) -> Setting {
        Setting::Preset(preset(name).expect("there is one"))
    }

    fn is_running(ruling: &Ruling, id: &str) -> bool {
        ruling.rules.running().any(|it| it.id == id)
    }

    #[test]
    fn what_is_said_later_holds() {
        let minor = Setting::Check("repeated-phrase", Level::Severity(Severity::Minor));
        let off = Setting::Check("repeated-phrase", Level::Off);
        let on = Setting::Check("repeated-phrase", Level::On);
        let said = [minor.clone(), off.clone(), on];
        let ruling = Ruling::of(said.iter());
        assert!(is_running(&ruling, "repeated-phrase"), "the last turns it on again");
        assert_eq!(ruling.rules.severity["repeated-phrase"], Severity::Minor);
        assert!(!is_running(&Ruling::of([minor, off].iter()), "repeated-phrase"));
        let variants = [Setting::Variant(Some(Variant::HantTw)), Setting::Variant(None)];
        assert_eq!(Ruling::of(variants.iter()).variant, None);
    }

    #[test]
    fn a_preset_is_overruled_even_by_what_was_said_before_it() {
        let major = Setting::Check("sentence-fragment", Level::Severity(Severity::Major));
        let limit = Setting::Gate(Limit::Paragraph(10.0));
        let ruling =
            Ruling::of([major, limit.clone(), named("article"), named("subtitles")].iter());
        assert_eq!(ruling.preset.map(|it| it.name), Some("subtitles"));
        assert!(is_running(&ruling, "sentence-fragment"));
        assert!(!is_running(&ruling, "end-punctuation"));
        assert_eq!(ruling.params["long-sentence.characters"], 40);
        assert_eq!(ruling.gate.paragraph, Some(10.0));
        assert_eq!(Ruling::of([limit, named("docs")].iter()).gate.paragraph, Some(10.0));
        assert_eq!(Ruling::of([named("article")].iter()).gate.paragraph, Some(40.0));
    }

    #[test]
    fn a_glossary_more_stands_beside_the_usual_ones() {
        let more = Setting::AlsoGlossaries(vec!["house.tsv".to_owned(), "media".to_owned()]);
        let all = Ruling::of([more.clone()].iter()).glossaries.expect("some");
        assert!(all.contains(&"calques".to_owned()) && all.contains(&"house.tsv".to_owned()));
        assert_eq!(all.iter().filter(|it| *it == "media").count(), 1);
        let none = Setting::Glossaries(vec![]);
        let two = Ruling::of([none, more].iter()).glossaries.expect("some");
        assert_eq!(two, ["house.tsv", "media"]);
    }
}
