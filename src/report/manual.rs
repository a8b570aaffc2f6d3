//! The manual of the checks, read from the checks themselves: for one, and for all.

use super::layout::{columns, cut, wrap};
use super::paint::{self, Paint};
use super::{Settings, rows, words};
use crate::checks::{self, Check, Example, Measured};
use crate::config;
use crate::error::visible;
use crate::finding::{Bilingual, Language, say};
use serde::Serialize;
use std::fmt::Write;

/// Everything about one check: what it finds, why, what may be set, and its examples with the
/// faults marked.
pub fn explain(check: &Check, settings: &Settings) -> String {
    let page = Manual { settings, paint: Paint { colour: settings.colour }, text: String::new() };
    page.head(check).params(check).measured(check).examples(check).silence(check).text
}

struct Manual<'s> {
    settings: &'s Settings,
    paint: Paint,
    text: String,
}

impl Manual<'_> {
    fn head(mut self, check: &Check) -> Self {
        let language = self.settings.language;
        self.line(&self.paint.with(paint::STRONG, check.id));
        self.paragraph("  ", check.finds.template(language));
        self.line("");
        self.paragraph("  ", check.why.template(language));
        self.line("");
        let mut severity = words::severity(check.severity).template(language).to_owned();
        if check.systematic {
            severity += say(", weighs a tenth", "，只计十分之一").template(language);
        }
        self.field(say("severity", "严重程度"), &severity);
        self.field(
            say("confidence", "可信度"),
            words::confidence(check.confidence).template(language),
        );
        self.field(say("category", "类别"), words::category(check.category).template(language));
        self.field(say("MQM", "MQM"), check.mqm);
        self.field(say("ITS 2.0", "ITS 2.0"), check.its);
        self.field(say("since", "始于版本"), check.since);
        let aliases = config::aliases(check.id);
        if !aliases.is_empty() {
            self.paragraph(
                "  ",
                &say("In other tools: {0}.", "其他工具中的名称：{0}。")
                    .with(&[&aliases.join(", ")])
                    .text(language),
            );
        }
        if !check.by_default {
            let how = say(
                "off; give it a severity in xindaya.toml",
                "关闭；在 xindaya.toml 中设定程度即开启",
            );
            self.field(say("by default", "默认"), how.template(language));
        }
        self
    }

    fn params(mut self, check: &Check) -> Self {
        if check.params.is_empty() {
            return self;
        }
        self.line("");
        self.title(say("Settings in xindaya.toml", "xindaya.toml 中的设置"));
        self.line(&format!("    [check.{}]", check.id));
        for param in check.params {
            let means = param.means.template(self.settings.language);
            self.line(&format!("    {} = {}", param.name(), param.default));
            self.paragraph("      # ", means);
        }
        self
    }

    fn measured(mut self, check: &Check) -> Self {
        let Some(Measured { found, marked, alarms }) = checks::measured(check.id) else {
            return self;
        };
        let said = say(
            "{0} of {1} findings on development data touch a fault that people marked; on clean \
             human translations {2}, {3} and {4} findings for each 10,000 characters (traditional \
             news, simplified news, simplified of all kinds).",
            "在开发数据上，{1}处发现中有{0}处落在人工标出的错误上；在无误的人工译文上，每万字发现{2}、{3}、{4}处\
             （繁体新闻、简体新闻、各类简体文本）。",
        );
        let alarms = alarms.map(|it| format!("{it:.2}"));
        let counts = (marked.to_string(), found.to_string());
        let filled = [&counts.0, &counts.1, &alarms[0], &alarms[1], &alarms[2]].map(String::as_str);
        self.line("");
        self.title(say("Measured", "实测"));
        self.paragraph("    ", &said.with(&filled).text(self.settings.language));
        self
    }

    fn examples(mut self, check: &Check) -> Self {
        let (bad, good): (Vec<&Example>, Vec<&Example>) =
            check.examples.iter().partition(|it| it.is_bad());
        let titles = [say("Finds", "会报告"), say("Leaves alone", "不报告")];
        for (title, examples) in titles.into_iter().zip([bad, good]) {
            if examples.is_empty() {
                continue;
            }
            self.line("");
            self.title(title);
            for example in examples {
                self.example(example);
            }
        }
        self
    }

    fn example(&mut self, example: &Example) {
        if let Some(source) = example.source {
            let said = say("source: {0}", "原文：{0}").with(&[source]).text(self.settings.language);
            self.line(&self.paint.with(paint::FAINT, &format!("    {}", visible(&said))));
        }
        for (name, renderings) in example.terms {
            let said = say("glossary: {0} = {1}", "词汇表：{0} = {1}");
            let said = said.with(&[name, &renderings.join(" | ")]).text(self.settings.language);
            self.line(&self.paint.with(paint::FAINT, &format!("    {}", visible(&said))));
        }
        for (text, faults) in example.segments() {
            let (mut under, mut at) = (String::new(), 0);
            for fault in faults {
                let start = columns(&text[..fault.start]);
                under.extend(std::iter::repeat_n(' ', start.saturating_sub(at)));
                let width = columns(&text[fault]).max(1);
                under.extend(std::iter::repeat_n('^', width));
                at = start + width;
            }
            self.line(&format!("    {}", visible(&text)));
            if !under.is_empty() {
                self.line(&format!("    {}", self.paint.with(paint::BAD, &under)));
            }
        }
        for fixed in example.fixed.iter().flat_map(|it| it.lines()) {
            self.line(&self.paint.with(paint::REMEDY, &format!("  → {}", visible(fixed))));
        }
    }

    fn silence(mut self, check: &Check) -> Self {
        let said = say(
            "To silence it: --skip {0}, or in xindaya.toml under [severity]: {0} = \"off\"",
            "不需要时：--skip {0}，或在 xindaya.toml 的 [severity] 下写 {0} = \"off\"",
        );
        self.line("");
        self.paragraph("  ", &said.with(&[check.id]).text(self.settings.language));
        self
    }

    fn title(&mut self, title: Bilingual) {
        let title = title.template(self.settings.language);
        self.line(&format!("  {}", self.paint.with(paint::STRONG, title)));
    }

    fn field(&mut self, name: Bilingual, value: &str) {
        let name = name.template(self.settings.language);
        let blanks = " ".repeat(12usize.saturating_sub(columns(name)));
        self.line(&format!("  {}{blanks}{value}", self.paint.with(paint::FAINT, name)));
    }

    fn paragraph(&mut self, indent: &str, text: &str) {
        let width = self.settings.width.clamp(40, 100) - indent.len();
        for row in wrap(text, width) {
            self.line(&format!("{indent}{row}"));
        }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }
}

/// A table of all checks.
pub fn checks_table(settings: &Settings) -> String {
    let paint = Paint { colour: settings.colour };
    let language = settings.language;
    let id = checks::all().map(|it| it.id.len()).max().unwrap_or(0).max(5);
    let heads = [say("check", "检查"), say("severity", "程度"), say("finds", "发现什么")];
    let head = heads.iter().map(|it| paint.with(paint::STRONG, it.template(language)));
    let mut cells = vec![head.collect::<Vec<_>>()];
    let room = settings.width.max(40).saturating_sub(id + 2 + 8 + 2 + 2);
    cells.extend(checks::all().map(|check| {
        let severity = words::severity(check.severity).template(language);
        let severity = paint.with(paint::of_severity(check.severity), severity);
        vec![check.id.to_owned(), severity, cut(check.finds.template(language), room)]
    }));
    rows::grid(cells) + "\n"
}

/// The table of all checks in Markdown, as the README has it.
pub fn checks_markdown() -> String {
    let mut table = String::from("| check | finds | severity | category |\n|---|---|---|---|\n");
    for check in checks::all() {
        let finds = check.finds.template(Language::English).replace('|', "\\|");
        let category = words::category(check.category).template(Language::English);
        let _ = writeln!(table, "| `{}` | {finds} | {} | {category} |", check.id, check.severity);
    }
    table
}

#[derive(Serialize)]
struct Entry {
    id: &'static str,
    category: crate::finding::Category,
    mqm: &'static str,
    its: &'static str,
    severity: crate::finding::Severity,
    confidence: crate::finding::Confidence,
    systematic: bool,
    reads: &'static str,
    finds: Words,
    why: Words,
    params: Vec<Number>,
    aliases: Vec<&'static str>,
    since: &'static str,
}

#[derive(Serialize)]
struct Words {
    en: &'static str,
    zh: &'static str,
}

#[derive(Serialize)]
struct Number {
    key: &'static str,
    default: u32,
    means: Words,
}

/// All checks as one JSON array.
pub fn checks_json() -> String {
    let words = |it: &Bilingual| Words { en: it.en, zh: it.zh };
    let entry = |check: &Check| Entry {
        id: check.id,
        category: check.category,
        mqm: check.mqm,
        its: check.its,
        severity: check.severity,
        confidence: check.confidence,
        systematic: check.systematic,
        reads: check.run.reads(),
        finds: words(&check.finds),
        why: words(&check.why),
        params: check
            .params
            .iter()
            .map(|it| Number { key: it.key, default: it.default, means: words(&it.means) })
            .collect(),
        aliases: config::aliases(check.id),
        since: check.since,
    };
    let entries: Vec<Entry> = checks::all().map(entry).collect();
    serde_json::to_string_pretty(&entries).expect("texts and numbers are JSON") + "\n"
}
