//! What `xindaya init` proposes for what it saw.

use super::survey::{Beside, Seen, Survey};
use super::walk::slashed;
use crate::config::{PRESETS, preset, quoted};
use crate::error::visible;
use crate::finding::{Bilingual, Language, say};
use crate::glossary::Glossary;
use crate::text::Variant;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::{Display, Write};
use std::path::Path;

/// What was seen, a line each.
pub(super) fn sights(seen: &Survey, language: Language) -> Vec<String> {
    let tell = |said: Bilingual, what: &[&str]| said.with(what).text(language);
    if seen.texts.is_empty() {
        let none = say("no text in Chinese is found", "没有找到中文文本");
        return vec![tell(none, &[])];
    }
    let formats = counted(seen.count(|it| Some(format!(".{} ({})", it.extension, it.preset))));
    let count = seen.texts.len().to_string();
    let said = say("texts in Chinese: {0}: {1}", "中文文本：{0} 个：{1}");
    let mut lines = vec![tell(said, &[&count, &formats])];
    let variants = counted(seen.count(|it| it.variant));
    lines.push(tell(say("variants: {0}", "变体：{0}"), &[&variants]));
    let own = seen.texts.iter().filter(|it| it.has_sources).count();
    if own > 0 {
        let said = say("with their sources in the same file: {0}", "与原文在同一文件：{0} 个");
        lines.push(tell(said, &[&own.to_string()]));
    }
    let pairs = pairs(seen);
    let pairs: BTreeSet<_> = pairs.iter().map(|it| (it.pattern.as_str(), it.source)).collect();
    for (pattern, source) in pairs {
        let said = say("sources beside them: {0} ({1})", "原文在旁：{0}（{1}）");
        lines.push(tell(said, &[&visible(pattern), source]));
    }
    if !seen.glossaries.is_empty() {
        let all = visible(&seen.glossaries.join(", "));
        lines.push(tell(say("glossaries: {0}", "词汇表：{0}"), &[&all]));
    }
    lines
}

/// The commands that check what was seen; paths are counted from where the program runs.
pub(super) fn commands(seen: &Survey, folder: &Path) -> Vec<String> {
    let from = |path: &str| shell(&slashed(&folder.join(path)));
    let mut by_source: BTreeMap<&str, BTreeSet<String>> = BTreeMap::new();
    let pairs = pairs(seen);
    for Beside { source, pattern, .. } in &pairs {
        by_source.entry(source).or_default().insert(from(pattern));
    }
    let all = |it: BTreeSet<String>| it.into_iter().collect::<Vec<_>>().join(" ");
    let beside = by_source
        .into_iter()
        .map(|(source, patterns)| format!("xindaya check {} --source {source}", all(patterns)));
    let is_paired = |it: &Seen| it.pair.as_ref().is_some_and(|it| pairs.contains(it));
    let rest: Vec<&str> =
        seen.texts.iter().filter(|it| !is_paired(it)).map(|it| it.path.as_str()).collect();
    let rest: Vec<String> = seen.cover(&rest).into_iter().take(LISTED).map(from).collect();
    let rest = (!rest.is_empty()).then(|| format!("xindaya check {}", rest.join(" ")));
    beside.chain(rest).collect()
}

/// A command of more paths is no help.
const LISTED: usize = 12;

/// The places where all files have their source beside them.
fn pairs(seen: &Survey) -> BTreeSet<Beside> {
    let single = seen.texts.iter().filter(|it| it.pair.is_none()).map(|it| &it.path);
    let alone: Vec<&String> = single.chain(&seen.others).collect();
    let is_whole = |it: &Beside| {
        let folder = format!("{}/", it.root);
        !alone.iter().any(|it| it.starts_with(&folder))
    };
    seen.texts.iter().filter_map(|it| it.pair.clone()).filter(is_whole).collect()
}

/// A path as a shell takes it for one word.
fn shell(path: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_');
    if path.chars().all(is_plain) {
        visible(path)
    } else {
        format!("'{}'", visible(path).replace('\'', r"'\''"))
    }
}

/// Things with how many of them there are, most first.
fn counted<K: Display + Ord>(counts: BTreeMap<K, usize>) -> String {
    let mut counts: Vec<(K, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let said: Vec<String> = counts.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
    visible(&said.join(", "))
}

/// The configuration for what was seen.
pub(super) fn configuration(seen: &Survey, language: Language) -> String {
    let mut page = Page { text: String::new(), language };
    page.comment(say(
        "How xindaya checks the Chinese texts of this project. Lines that begin with # say nothing; \
         the values in them are examples.",
        "xindaya 按此文件检查本项目的中文文本。以 # 开头的行不起作用，其中的值只是示例。",
    ));
    page.comment(say(
        "`xindaya config show FILE` tells what holds for a file, `xindaya explain CHECK` what a \
         check finds and why.",
        "`xindaya config show 文件` 说明某个文件适用哪些设置，`xindaya explain 检查名` 说明某项检查。",
    ));
    let presets = ranked(seen.count(|it| Some(it.preset)));
    let variants = ranked(seen.count(|it| it.variant));
    page.preset(presets.first().copied());
    page.variant(&variants);
    page.glossaries(&seen.glossaries);
    page.words();
    page.gate();
    page.severity();
    for name in presets.iter().skip(1) {
        page.of_preset(name, seen);
    }
    if variants.len() > 1 {
        // A script stands for its regions too, and the last word holds.
        let (scripts, regions): (Vec<Variant>, Vec<Variant>) =
            variants.iter().partition(|it| matches!(it, Variant::Hans | Variant::Hant));
        scripts.into_iter().chain(regions).for_each(|it| page.of_variant(it));
    }
    page.text
}

/// The kinds, the most frequent first.
fn ranked<K: Ord>(counts: BTreeMap<K, usize>) -> Vec<K> {
    let mut counts: Vec<(K, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    counts.into_iter().map(|(kind, _)| kind).collect()
}

/// A configuration that grows, with comments in one language.
struct Page {
    text: String,
    language: Language,
}

impl Page {
    fn comment(&mut self, said: Bilingual) {
        self.told(said, &[]);
    }

    fn told(&mut self, said: Bilingual, what: &[&str]) {
        let said = visible(&said.with(what).text(self.language));
        for row in crate::report::wrap(&said, 96) {
            let _ = writeln!(self.text, "# {row}");
        }
    }

    fn line(&mut self, line: &str) {
        self.text.push_str(line);
        self.text.push('\n');
    }

    fn preset(&mut self, name: Option<&str>) {
        self.line("");
        self.comment(say(
            "The kind of most texts, which decides what runs and how strictly. \
             `xindaya config presets` tells more.",
            "多数文本的类型，决定运行哪些检查、多严格。详见 `xindaya config presets`。",
        ));
        for it in PRESETS {
            self.told(
                say("  {0}: {1}", "  {0}：{1}"),
                &[it.name, it.is_for.template(self.language)],
            );
        }
        let off = if name.is_some() { "" } else { "# " };
        self.line(&format!("{off}preset = {}", quoted(name.unwrap_or("article"))));
    }

    fn variant(&mut self, variants: &[Variant]) {
        self.line("");
        self.comment(say(
            "The variant that texts should be in. Words of other regions are found too where it \
             names a region: zh-Hant-TW, zh-Hant-HK or zh-Hans-CN.",
            "文本应采用的变体。写明地区（zh-Hant-TW、zh-Hant-HK 或 zh-Hans-CN）时，也会检查其他地区的用词。",
        ));
        match variants {
            [only] => self.line(&format!("variant = {}", quoted(&only.to_string()))),
            [] => self.line("# variant = \"zh-Hant-TW\""),
            _ => self.comment(say(
                "There are several here: each is declared at the end of this file.",
                "本项目有多种变体：在文件末尾分别声明。",
            )),
        }
    }

    fn glossaries(&mut self, own: &[String]) {
        self.line("");
        self.comment(say(
            "The glossaries: those that ship with xindaya, by name, and those of the project, by \
             path. Terms of the latter are asked for wherever a source has them.",
            "词汇表：随 xindaya 提供的写名称，本项目的写路径。原文中出现本项目词汇表的术语时，译文必须采用其译名。",
        ));
        let shipped = Glossary::shipped().map(str::to_owned);
        let all = shipped.chain(own.iter().map(|it| format!("./{it}"))).map(|it| quoted(&it));
        let off = if own.is_empty() { "# " } else { "" };
        self.line(&format!("{off}glossaries = ["));
        for name in all.collect::<Vec<_>>() {
            self.line(&format!("{off}    {name},"));
        }
        self.line(&format!("{off}]"));
    }

    fn words(&mut self) {
        self.line("");
        self.comment(say(
            "Words and names that are right, whatever a check thinks of them.",
            "无论检查结果如何都视为正确的词和名称。",
        ));
        self.line("# ignore-words = [\"Roa Roa\", \"阿里阿里\"]");
    }

    fn gate(&mut self) {
        self.line("");
        self.comment(say(
            "What each file must reach: points from 0 to 100, and how many findings it may have. \
             Findings of low confidence are not counted.",
            "每个文件须达到的要求：得分（0 至 100）和允许的问题数。低可信度的问题不计。",
        ));
        self.line("[gate]\ndocument = 80\ncritical = 0");
        self.line("# paragraph = 40\n# findings = 100\n# fail-on = \"major\"");
        self.line("# checks = { number-mismatch = 0 }");
    }

    fn severity(&mut self) {
        self.line("");
        self.comment(say(
            "What the findings of a check weigh: off, neutral, minor, major, critical.",
            "某项检查的问题算多严重：off、neutral、minor、major、critical。",
        ));
        self.line("[severity]\n# long-sentence = \"off\"");
    }

    fn of_preset(&mut self, name: &str, seen: &Survey) {
        self.line("");
        self.comment(preset(name).map_or(say("", ""), |it| it.is_for));
        let of = seen.texts.iter().filter(|it| it.preset == name);
        let extensions: BTreeSet<&str> = of.map(|it| it.extension.as_str()).collect();
        let paths: Vec<String> = extensions.iter().map(|it| quoted(&format!("*.{it}"))).collect();
        self.line("[[override]]");
        self.line(&format!("paths = [{}]\npreset = {}", paths.join(", "), quoted(name)));
    }

    fn of_variant(&mut self, variant: Variant) {
        let tag = quoted(&variant.to_string());
        self.line(&format!("\n[[override]]\nlanguages = [{tag}]\nvariant = {tag}"));
    }
}
