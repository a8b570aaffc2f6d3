use super::level;
use super::model::{Configuration, Rule, RuleProperties, Said};
use crate::checks::{self, Check};
use crate::finding::{Category, Confidence, Language, say};
use crate::report::notes::Level;

/// The checks that found something, in the order in which they first did.
#[derive(Default)]
pub(super) struct Fired(Vec<&'static str>);

impl Fired {
    /// The number of a check among them.
    pub(super) fn index(&mut self, check: &'static str) -> usize {
        let known = self.0.iter().position(|it| *it == check);
        known.unwrap_or_else(|| {
            self.0.push(check);
            self.0.len() - 1
        })
    }

    /// What they are.
    pub(super) fn rules(&self, language: Language) -> Vec<Rule> {
        self.0.iter().filter_map(|id| checks::find(id)).map(|it| rule(it, language)).collect()
    }
}

fn rule(check: &'static Check, language: Language) -> Rule {
    let is_mild = check.systematic || check.confidence == Confidence::Low;
    let by_severity = Level::of_severity(check.severity);
    let level_of_check = if is_mild { Level::Note } else { by_severity };
    let (finds, why) = (check.finds.template(language), check.why.template(language));
    let more = say("{0} {1} More: xindaya explain {2}", "{0}{1}详见：xindaya explain {2}");
    let help = more.with(&[finds, why, check.id]).text(language);
    Rule {
        id: check.id,
        short_description: Said::of(finds),
        full_description: Said::of(why),
        help: Said::of(&help),
        default_configuration: Configuration { level: level(level_of_check) },
        properties: RuleProperties {
            tags: vec!["translation", category(check.category)],
            precision: check.confidence,
            problem: level_of_check.among(["error", "warning", "recommendation"]),
            severity: check.severity,
            mqm: check.mqm,
            its: check.its,
            systematic: check.systematic,
        },
    }
}

fn category(category: Category) -> &'static str {
    match category {
        Category::Accuracy => "accuracy",
        Category::Terminology => "terminology",
        Category::Language => "language",
        Category::Style => "style",
        Category::Locale => "locale",
        Category::Markup => "markup",
    }
}
