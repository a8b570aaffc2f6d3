//! Translation memories.

use super::add;
use super::element::Element;
use super::letters::{Markup, text};
use super::tree::Tree;
use crate::formats::fault::Catalogue;
use crate::text::{Role, Segment};

pub(super) fn read(tree: &Tree, found: &mut Catalogue) {
    let header = tree.named("header").next().and_then(|it| it.attribute("srclang"));
    for unit in tree.named("tu") {
        let source = unit.attribute("srclang").or_else(|| header.clone()).unwrap_or_default();
        let versions: Vec<Version> = unit.all("tuv").filter_map(version).collect();
        targets(&versions, &source).for_each(|(source, target)| {
            add(found, vec![segment(unit, source, target)], unit.all("note"));
        });
    }
}

/// A text of a unit in one language.
struct Version<'a, 't> {
    language: String,
    words: Element<'a, 't>,
}

fn version<'a, 't>(it: Element<'a, 't>) -> Option<Version<'a, 't>> {
    let language = it.attribute("lang").unwrap_or_default();
    it.child("seg").map(|words| Version { language, words })
}

/// The versions in Chinese, or of two in any languages the one that is not the source; each with
/// its source.
fn targets<'v, 'a, 't>(
    versions: &'v [Version<'a, 't>],
    source: &'v str,
) -> impl Iterator<Item = (Option<&'v Version<'a, 't>>, &'v Version<'a, 't>)> {
    let is_source = move |it: &Version| it.language.eq_ignore_ascii_case(source);
    let has_chinese = versions.iter().any(|it| is_chinese(&it.language) && !is_source(it));
    let is_target = move |it: &Version| {
        !is_source(it) && if has_chinese { is_chinese(&it.language) } else { versions.len() == 2 }
    };
    let original = versions.iter().find(|it| is_source(it));
    let original = original.or_else(|| versions.iter().find(|it| !is_target(it)));
    let targets = versions.iter().enumerate().filter(move |(_, it)| is_target(it));
    // Of two versions that both could be the target, the second is.
    let unsure = original.is_none() && !has_chinese;
    targets
        .filter(move |(nth, _)| !unsure || *nth == 1)
        .map(move |(_, it)| (original.or_else(|| versions.first().filter(|_| unsure)), it))
}

fn is_chinese(language: &str) -> bool {
    let first = language.split(['-', '_']).next().unwrap_or_default();
    ["zh", "cmn", "yue"].iter().any(|it| first.eq_ignore_ascii_case(it))
}

fn segment(unit: Element, source: Option<&Version>, target: &Version) -> Segment {
    Segment {
        id: unit.attribute("tuid"),
        source: source.map(|it| text(it.words, &markup)),
        target: text(target.words, &markup),
        variant: target.language.parse().ok(),
        notes: unit.all("note").filter_map(Element::words).collect(),
        ..Segment::default()
    }
}

fn markup(it: Element) -> Markup {
    match it.name() {
        "ept" => Markup::Whole(Role::Close),
        "it" if it.has("pos", "end") => Markup::Whole(Role::Close),
        "bpt" | "it" => Markup::Whole(Role::Open),
        "ph" | "ut" => Markup::Whole(Role::Placeholder),
        _ => Markup::Pair,
    }
}
