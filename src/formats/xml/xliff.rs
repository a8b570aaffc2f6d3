//! XLIFF 1.2; a file of version 2 goes on to its own reader.

use super::add;
use super::element::Element;
use super::letters::{Markup, text};
use super::tree::Tree;
use super::xliff2;
use crate::formats::fault::Catalogue;
use crate::text::{Role, Segment, State, Text};

pub(super) fn read(tree: &Tree, found: &mut Catalogue) {
    let root = tree.elements().next();
    let version = root.and_then(|it| it.attribute("version")).unwrap_or_default();
    if version.starts_with('2') {
        return xliff2::read(tree, found);
    }
    // What is noted of a file is no note of a unit.
    tree.named("header").for_each(|it| add(found, vec![], it.all("note")));
    for unit in tree.named("trans-unit") {
        let is_kept = unit.inherited("translate").is_some_and(|it| it == "no");
        if !is_kept {
            add(found, segments(unit), unit.all("note"));
        }
    }
}

/// A unit's segments: those that its target is divided into, or else the whole of it.
fn segments(unit: Element) -> Vec<Segment> {
    let target = unit.child("target");
    let parts: Vec<Element> = target.iter().flat_map(|it| it.all("mrk").filter(is_part)).collect();
    let id = unit.attribute("id");
    if parts.is_empty() {
        let source = unit.child("source").map(|it| text(it, &markup));
        return vec![segment(unit, id, source, target)];
    }
    let sources: Vec<Element> =
        unit.child("seg-source").iter().flat_map(|it| it.all("mrk").filter(is_part)).collect();
    let one = |part: &Element| {
        let mid = part.attribute("mid");
        let source = sources.iter().find(|it| it.attribute("mid") == mid);
        let id = [id.clone(), mid].into_iter().flatten().collect::<Vec<_>>().join("/");
        segment(unit, Some(id), source.map(|it| text(*it, &markup)), Some(*part))
    };
    parts.iter().map(one).collect()
}

fn is_part(mark: &Element) -> bool {
    mark.has("mtype", "seg")
}

fn segment(
    unit: Element,
    id: Option<String>,
    source: Option<Text>,
    target: Option<Element>,
) -> Segment {
    Segment {
        id,
        source,
        target: target.map_or_else(|| nothing(unit), |it| text(it, &markup)),
        variant: unit.inherited("target-language").and_then(|it| it.parse().ok()),
        context: context(unit),
        max_length: max_length(unit),
        state: Some(state(unit, target)),
        notes: unit.all("note").filter_map(Element::words).collect(),
        ..Segment::default()
    }
}

/// The empty text of a unit without a target, which would stand at the unit's end.
pub(super) fn nothing(unit: Element) -> Text {
    let end = crate::text::Span { start: unit.inner().end, end: unit.inner().end };
    Text::new("", crate::text::Origin::copied(end))
}

/// Widths are counted in pixels unless the unit says that it counts characters.
fn max_length(unit: Element) -> Option<u32> {
    let counts_characters = unit.inherited("size-unit").is_some_and(|it| it == "char");
    unit.inherited("maxwidth").filter(|_| counts_characters)?.parse().ok()
}

/// What tools note of where a unit is shown, beside the file and the line.
fn context(unit: Element) -> Option<String> {
    let is_place = |it: &Element| {
        let kind = it.attribute("context-type").unwrap_or_default();
        kind.ends_with("ctxt") || matches!(kind.as_str(), "element" | "elementtitle" | "database")
    };
    let named = |it: &Element| it.has("restype", "x-trolltech-linguist-context");
    let class = unit.and_around().find(named).and_then(|it| it.attribute("resname"));
    let groups = unit.all("context-group").flat_map(|it| it.all("context").filter(is_place));
    let parts: Vec<String> = class.into_iter().chain(groups.filter_map(Element::words)).collect();
    (!parts.is_empty()).then(|| parts.join("\n"))
}

fn state(unit: Element, target: Option<Element>) -> State {
    let target = target.and_then(|it| it.and_around().find(|it| it.name() == "target"));
    let Some(target) = target else { return State::Untranslated };
    if unit.has("approved", "yes") {
        return State::Approved;
    }
    match target.attribute("state").as_deref() {
        Some("new" | "needs-translation") => State::Untranslated,
        Some("final" | "signed-off") => State::Approved,
        Some(state) if state.starts_with("needs-") => State::Draft,
        _ => State::Translated,
    }
}

/// Elements that hold codes of the original file are inline elements as a whole; those that hold
/// text are so by their tags.
fn markup(it: Element) -> Markup {
    match it.name() {
        "x" | "ph" => Markup::Whole(Role::Placeholder),
        "ex" | "ept" => Markup::Whole(Role::Close),
        "it" if it.has("pos", "close") => Markup::Whole(Role::Close),
        "bx" | "bpt" | "it" => Markup::Whole(Role::Open),
        "mrk" if it.has("mtype", "protected") => Markup::Whole(Role::Code),
        _ => Markup::Pair,
    }
}
