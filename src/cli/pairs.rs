//! Files and folders of one language each, beside those that they were translated from.

use super::walk::{Input, folder, slashed, unreadable};
use crate::error::Error;
use std::path::{Path, PathBuf};

/// Stands for a language in a path.
pub(super) const LANGUAGE: &str = "{lang}";

/// Whether a path has the place of a language in it.
pub(super) fn has_language(path: &Path) -> bool {
    slashed(path).contains(LANGUAGE)
}

/// Adds a file or the files of a folder, each with its source.
pub(super) fn beside(
    path: &Path,
    any: bool,
    source: &Path,
    inputs: &mut Vec<Input>,
    errors: &mut Vec<Error>,
) {
    if !path.is_dir() {
        match [path, source].into_iter().find_map(|it| it.metadata().err().map(|why| (it, why))) {
            Some((path, error)) => errors.push(unreadable(path, &error)),
            None => inputs.push(pair(source, path)),
        }
        return;
    }
    let mut found = vec![];
    folder(path, any, &mut found, errors);
    for input in found {
        let Input::File(target) = input else { continue };
        let inside = target.strip_prefix(path).unwrap_or(&target);
        match source.join(inside) {
            source if source.is_file() => inputs.push(pair(&source, &target)),
            source => errors.push(missing(&source, &target)),
        }
    }
}

fn pair(source: &Path, target: &Path) -> Input {
    Input::Pair { source: source.to_owned(), target: target.to_owned() }
}

fn missing(source: &Path, target: &Path) -> Error {
    Error::new(format!("its source is not there: {}", slashed(source))).path(slashed(target))
}

/// Adds what a path with `{lang}` stands for in Chinese, each beside its source in the language
/// that was named, if one was.
pub(super) fn languages(
    path: &Path,
    any: bool,
    language: Option<&Path>,
    inputs: &mut Vec<Input>,
    errors: &mut Vec<Error>,
) {
    let pattern = slashed(path);
    let found = tags(&pattern);
    if found.is_empty() {
        let what = "nothing in Chinese is found where `{lang}` stands";
        errors.push(
            Error::new(what).path(&pattern).help("zh, zh-TW, zh_CN, zh-Hant .. are looked for"),
        );
    }
    for tag in found {
        let target = PathBuf::from(pattern.replace(LANGUAGE, &tag));
        let source = language.map(|it| pattern.replace(LANGUAGE, &slashed(it)));
        match source {
            Some(source) => beside(&target, any, Path::new(&source), inputs, errors),
            None if target.is_dir() => folder(&target, any, inputs, errors),
            None => inputs.push(Input::File(target)),
        }
    }
}

/// The tags of Chinese that stand for `{lang}` in the paths that are there, in order.
fn tags(pattern: &str) -> Vec<String> {
    let (before, after) = pattern.split_once(LANGUAGE).unwrap_or((pattern, ""));
    let (parent, start) = before.rsplit_once('/').map_or(("", before), |(it, start)| (it, start));
    let parent = match (parent, before.starts_with('/')) {
        ("", true) => "/",
        ("", false) => ".",
        _ => parent,
    };
    let end = after.split('/').next().unwrap_or_default();
    let tag = |name: &str| {
        let tag = name.strip_prefix(start)?.strip_suffix(end)?;
        let is_there = || Path::new(&pattern.replace(LANGUAGE, tag)).exists();
        (is_chinese(tag) && is_there()).then(|| tag.to_owned())
    };
    let entries = std::fs::read_dir(parent).into_iter().flatten().flatten();
    let names = entries.filter_map(|it| it.file_name().into_string().ok());
    let mut tags: Vec<String> = names.filter_map(|name| tag(&name)).collect();
    tags.sort();
    tags
}

/// Whether a name is a tag of Chinese: `zh`, `zh-TW`, `zh_Hans`, and Android's `zh-rCN`.
pub(super) fn is_chinese(tag: &str) -> bool {
    let mut parts = tag.split(['-', '_']).skip_while(|it| it.is_empty());
    let first = parts.next().unwrap_or_default();
    let is_part = |it: &str| it.len() < 9 && it.bytes().all(|it| it.is_ascii_alphanumeric());
    ["zh", "cmn", "yue"].iter().any(|it| it.eq_ignore_ascii_case(first)) && parts.all(is_part)
}
