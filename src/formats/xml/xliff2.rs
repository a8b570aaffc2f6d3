//! XLIFF 2.0, 2.1 and 2.2.

use super::add;
use super::element::Element;
use super::letters::{Markup, text};
use super::tree::Tree;
use super::xliff::nothing;
use crate::formats::fault::Catalogue;
use crate::text::{Role, Segment, State};

pub(super) fn read(tree: &Tree, found: &mut Catalogue) {
    let language = tree.elements().next().and_then(|it| it.attribute("trgLang"));
    let variant = language.and_then(|it| it.parse().ok());
    tree.named("file").for_each(|it| add(found, vec![], notes(it)));
    for unit in tree.named("unit") {
        let is_kept = unit.inherited("translate").is_some_and(|it| it == "no");
        if !is_kept {
            let segments = unit.all("segment").map(|it| Segment { variant, ..segment(unit, it) });
            add(found, segments.collect(), notes(unit));
        }
    }
}

fn segment(unit: Element, it: Element) -> Segment {
    let target = it.child("target");
    let id = [unit.attribute("id"), it.attribute("id")];
    Segment {
        id: Some(id.into_iter().flatten().collect::<Vec<_>>().join("/")),
        source: it.child("source").map(|it| text(it, &markup)),
        target: target.map_or_else(|| nothing(it), |it| text(it, &markup)),
        max_length: max_length(it),
        state: Some(if target.is_some() { state(it) } else { State::Untranslated }),
        notes: notes(unit).filter_map(Element::words).collect(),
        ..Segment::default()
    }
}

/// The notes of a unit, or of a file.
fn notes<'a, 't>(of: Element<'a, 't>) -> impl Iterator<Item = Element<'a, 't>> {
    of.child("notes").into_iter().flat_map(|it| it.all("note"))
}

/// The size restriction module says the most, or the least and the most, in characters unless its
/// profile is another one.
fn max_length(segment: Element) -> Option<u32> {
    let profile = || segment.and_around().find_map(|it| it.child("profiles"));
    let restriction = segment.inherited("sizeRestriction")?;
    let profile = profile().and_then(|it| it.attribute("generalProfile"));
    let counts_characters = profile.is_none_or(|it| it == "xliff:codepoints");
    let most = restriction.rsplit(',').next().filter(|_| counts_characters)?;
    most.trim().parse().ok()
}

fn state(segment: Element) -> State {
    match segment.attribute("state").as_deref() {
        Some("initial") => State::Untranslated,
        Some("reviewed" | "final") => State::Approved,
        _ => State::Translated,
    }
}

fn markup(it: Element) -> Markup {
    match it.name() {
        "cp" => Markup::Character(character(it)),
        "ph" => Markup::Whole(Role::Placeholder),
        "sc" | "sm" => Markup::Whole(Role::Open),
        "ec" | "em" => Markup::Whole(Role::Close),
        "mrk" if it.has("translate", "no") => Markup::Whole(Role::Code),
        _ => Markup::Pair,
    }
}

/// What XML cannot hold is written as its number.
fn character(it: Element) -> char {
    let code = it.attribute("hex").and_then(|hex| u32::from_str_radix(&hex, 16).ok());
    code.and_then(char::from_u32).filter(|c| *c != '\r').unwrap_or('\u{fffd}')
}
