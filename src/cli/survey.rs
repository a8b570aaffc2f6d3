//! What texts a project has, found by looking at it.

use super::pairs::{LANGUAGE, is_chinese as is_tag};
use super::progress::Progress;
use super::reading::documents;
use super::run::next_batch;
use super::walk::{Input, folder, slashed};
use crate::config::language_of;
use crate::error::Error;
use crate::formats::{Format, Options};
use crate::glossary::Glossary;
use crate::text::{Document, Size, Variant};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What was seen of a project; its paths are counted from its folder.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// The texts in Chinese.
    pub(super) texts: Vec<Seen>,
    /// The files that are read but are not in Chinese.
    pub(super) others: Vec<String>,
    /// The glossaries.
    pub(super) glossaries: Vec<String>,
    /// Why what is called a glossary cannot be read as one.
    pub(super) broken: Vec<Error>,
}

/// A text in Chinese.
#[derive(Debug)]
pub(super) struct Seen {
    pub(super) path: String,
    pub(super) extension: String,
    pub(super) variant: Option<Variant>,
    pub(super) preset: &'static str,
    /// Where its source stands beside it.
    pub(super) pair: Option<Beside>,
    /// Whether the file has sources of its own.
    pub(super) has_sources: bool,
}

/// A text in Chinese and its source, whose paths differ by a language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Beside {
    /// The language of the source, as the path has it.
    pub(super) source: &'static str,
    /// The path of both, up to the place of the language.
    pub(super) pattern: String,
    /// The same of the text in Chinese.
    pub(super) root: String,
}

/// So many files are read; of the others the names must do.
const MOST: usize = 400;

/// Looks at a project.
pub(super) fn survey(project: &Path) -> Survey {
    let (mut inputs, mut errors): (Vec<Input>, Vec<Error>) = (vec![], vec![]);
    folder(project, false, &mut inputs, &mut errors);
    let (glossaries, broken) = glossaries(project);
    let mut seen = Survey { glossaries, broken, ..Survey::default() };
    for (nth, input) in inputs.iter().enumerate() {
        let name = input.name();
        let path = slashed(Path::new(&name).strip_prefix(project).unwrap_or(Path::new(&name)));
        if is_glossary_named(Path::new(&path)) {
            continue;
        }
        let first = if nth < MOST { first_documents(input) } else { vec![] };
        if is_chinese(&path, &first) {
            seen.texts.push(text(project, path, &first));
        } else {
            seen.others.push(path);
        }
    }
    seen
}

/// The beginning of a file; nothing of one that cannot be read.
fn first_documents(input: &Input) -> Vec<Document> {
    let all = documents(input, &Options::default(), &Progress::over(0));
    all.map(|mut it| next_batch(&mut it).0).unwrap_or_default()
}

/// Whether a file is in Chinese: its path says so, or one character in ten of its targets does,
/// with few kana beside it.
fn is_chinese(path: &str, documents: &[Document]) -> bool {
    let segments = documents.iter().flat_map(|it| &it.paragraphs).flat_map(|it| &it.segments);
    let (mut size, mut kana) = (Size::default(), 0);
    for text in segments.map(|it| it.target.as_str()) {
        size += Size::of(text);
        kana += text.chars().filter(|c| ('\u{3040}'..='\u{30ff}').contains(c)).count();
    }
    let is_japanese = kana * 10 > size.han as usize;
    let is_written = size.han * 10 > size.chars && !is_japanese;
    is_written || size.han == 0 && tag_of(path).is_some()
}

fn text(project: &Path, path: String, first: &[Document]) -> Seen {
    let format = Format::of_path(&path).unwrap_or_default();
    let extension = path.rsplit_once('.').map_or("", |(_, it)| it).to_owned();
    let variant = language_of(&path, first, None);
    let pair = pair(project, &path);
    Seen { extension, variant, preset: usual(format), pair, has_sources: has_sources(first), path }
}

fn has_sources(first: &[Document]) -> bool {
    let mut segments = first.iter().flat_map(|it| &it.paragraphs).flat_map(|it| &it.segments);
    segments.any(|it| it.source.is_some())
}

/// The preset that fits most texts of a format.
fn usual(format: Format) -> &'static str {
    use Format::{Ass, Csv, Docx, Html, Jsonl, Markdown, Plain, Srt, Tsv, Vtt};
    match format {
        Plain | Docx | Jsonl | Tsv | Csv => "article",
        Markdown | Html => "docs",
        Srt | Vtt | Ass => "subtitles",
        _ => "ui-strings",
    }
}

/// The languages that sources are mostly written in, as paths call them.
const SOURCES: [&str; 6] = ["en", "en-US", "en_US", "en-GB", "en_GB", "eng"];

/// Where the source of a file stands, if the two differ by a tag in their paths.
fn pair(project: &Path, path: &str) -> Option<Beside> {
    let (at, tag) = tag_of(path)?;
    let (before, after) = (&path[..at], &path[at + tag.len()..]);
    let is_there = |it: &&&str| project.join(format!("{before}{it}{after}")).is_file();
    let source = SOURCES.iter().find(is_there)?;
    // The folder of a language stands for all that is in it.
    let rest = after.split('/').next().unwrap_or_default();
    let pattern = format!("{before}{LANGUAGE}{rest}");
    Some(Beside { source, pattern, root: format!("{before}{tag}{rest}") })
}

/// The tag of Chinese that a path has last, with its place.
fn tag_of(path: &str) -> Option<(usize, &str)> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let mut found = None;
    let mut start = 0;
    for part in path.split_inclusive(|c| !is_part(c)) {
        let piece = part.trim_end_matches(|c| !is_part(c));
        found = is_tag(piece).then_some((start, piece)).or(found);
        start += part.len();
    }
    found
}

/// The files that are called glossaries and can be read as such, and why others cannot.
fn glossaries(project: &Path) -> (Vec<String>, Vec<Error>) {
    let files = ignore::WalkBuilder::new(project).sort_by_file_path(Path::cmp).build().flatten();
    let named = files.map(ignore::DirEntry::into_path).filter(|it| is_glossary_named(it));
    let (mut read, mut broken) = (vec![], vec![]);
    for path in named.filter_map(|it| it.strip_prefix(project).map(slashed).ok()) {
        match Glossary::load(&[format!("./{path}")], project) {
            Ok(_) => read.push(path),
            Err(error) => broken.push(error.path(&path)),
        }
    }
    (read, broken)
}

fn is_glossary_named(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    let (stem, extension) = name.rsplit_once('.').unwrap_or((&name, ""));
    let words = [
        "glossary",
        "glossaries",
        "terminology",
        "termbase",
        "terms",
        "术语",
        "術語",
        "词汇",
        "詞彙",
    ];
    let folder = path.parent().and_then(Path::file_name).unwrap_or_default().to_string_lossy();
    let is_in = words.iter().any(|it| stem.contains(it) || folder.to_lowercase() == *it);
    is_in && ["tsv", "csv", "xlsx", "tbx"].contains(&extension)
}

impl Survey {
    /// How many texts there are of each kind, by a name of the kind.
    pub(super) fn count<'s, K: Ord>(
        &'s self,
        kind: impl Fn(&'s Seen) -> Option<K>,
    ) -> BTreeMap<K, usize> {
        let mut counts = BTreeMap::new();
        for kind in self.texts.iter().filter_map(kind) {
            *counts.entry(kind).or_default() += 1;
        }
        counts
    }

    /// The fewest paths that stand for these texts and for no other file of the project.
    pub(super) fn cover<'s>(&'s self, texts: &[&'s str]) -> Vec<&'s str> {
        let others = self.others.iter().chain(&self.glossaries).map(String::as_str);
        let wanted: BTreeSet<&str> = texts.iter().copied().collect();
        let all = self.texts.iter().map(|it| it.path.as_str()).filter(|it| !wanted.contains(it));
        let others: Vec<&str> = others.chain(all).collect();
        let is_free = |folder: &str| !others.iter().any(|it| it.starts_with(folder));
        let mut cover: Vec<&str> = vec![];
        for text in wanted {
            let folders = text.match_indices('/').map(|(at, _)| &text[..=at]);
            let path = folders.into_iter().find(|it| is_free(it)).unwrap_or(text);
            if cover.last() != Some(&path) {
                cover.push(path);
            }
        }
        cover
    }
}

#[cfg(test)]
mod tests {
    use super::{Seen, Survey, tag_of};

    #[test]
    fn the_tag_of_a_path_is_its_last() {
        assert_eq!(tag_of("locales/zh-TW/app.json"), Some((8, "zh-TW")));
        assert_eq!(tag_of("zh/app.zh_Hant.po"), Some((7, "zh_Hant")));
        assert_eq!(tag_of("docs/guide.md"), None);
    }

    #[test]
    fn few_paths_stand_for_many_texts() {
        let seen = |path: &&str| Seen {
            path: (*path).to_owned(),
            extension: String::new(),
            variant: None,
            preset: "docs",
            pair: None,
            has_sources: false,
        };
        let paths = ["docs/a/1.md", "docs/a/2.md", "docs/b.md", "x.md", "y/z/1.md"];
        let survey = Survey {
            texts: paths.iter().map(seen).collect(),
            others: vec!["docs/c.md".to_owned()],
            ..Survey::default()
        };
        assert_eq!(survey.cover(&paths), ["docs/a/", "docs/b.md", "x.md", "y/"]);
        assert_eq!(survey.cover(&paths[1..3]), ["docs/a/2.md", "docs/b.md"]);
    }
}
