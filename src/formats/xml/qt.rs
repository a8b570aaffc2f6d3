//! Qt Linguist's .ts.

use super::add;
use super::element::Element;
use super::letters::{Markup, text};
use super::tree::Tree;
use crate::formats::fault::Catalogue;
use crate::text::{Plural, Segment, State};

pub(super) fn read(tree: &Tree, found: &mut Catalogue) {
    let language = tree.elements().next().and_then(|it| it.attribute("language"));
    let variant = language.and_then(|it| it.parse().ok());
    for message in tree.named("message") {
        let translation = message.child("translation");
        let kind = translation.and_then(|it| it.attribute("type")).unwrap_or_default();
        if !matches!(kind.as_str(), "vanished" | "obsolete") {
            let segments = translation.map(|it| segments(message, it, &kind)).unwrap_or_default();
            let segments = segments.into_iter().map(|it| Segment { variant, ..it }).collect();
            add(found, segments, message.children().filter(is_note));
        }
    }
}

/// One segment for each plural form and each variant of another length, or one alone.
fn segments(message: Element, translation: Element, kind: &str) -> Vec<Segment> {
    let forms: Vec<Element> = translation.children().filter(|it| is_form(*it)).collect();
    let forms = if forms.is_empty() { vec![translation] } else { forms };
    // A variant of another length stands alone or in a plural form.
    let of = |(form, plural): (&Element, Plural)| {
        let plural = (form.name() == "numerusform").then_some(plural);
        let whole = |it: &Element| Segment { plural, ..segment(message, *it, kind) };
        match form.all("lengthvariant").collect::<Vec<_>>() {
            variants if variants.is_empty() => vec![whole(form)],
            variants => variants.iter().map(whole).collect(),
        }
    };
    forms.iter().zip(Plural::all(forms.len())).flat_map(of).collect()
}

fn is_form(it: Element) -> bool {
    matches!(it.name(), "numerusform" | "lengthvariant")
}

fn segment(message: Element, form: Element, kind: &str) -> Segment {
    let target = text(form, &markup);
    let state = match kind {
        "unfinished" if target.as_str().is_empty() => State::Untranslated,
        "unfinished" => State::Draft,
        _ => State::Translated,
    };
    Segment {
        id: message.attribute("id"),
        source: message.child("source").map(|it| text(it, &markup)),
        target,
        state: Some(state),
        context: context(message),
        notes: message.children().filter(is_note).filter_map(Element::words).collect(),
        ..Segment::default()
    }
}

/// The class that shows it, and what tells it from the same words there.
fn context(message: Element) -> Option<String> {
    let class = message.and_around().nth(1)?.child("name").and_then(Element::words);
    let comment = message.child("comment").and_then(Element::words);
    let parts: Vec<String> = class.into_iter().chain(comment).collect();
    (!parts.is_empty()).then(|| parts.join("\n"))
}

fn is_note(it: &Element) -> bool {
    matches!(it.name(), "comment" | "extracomment" | "translatorcomment")
}

/// What XML cannot hold is written as `<byte value="x1b"/>`.
fn markup(it: Element) -> Markup {
    let value = it.attribute("value").filter(|_| it.name() == "byte");
    match value.as_deref().map(|it| super::letters::referred(&format!("#{it}"))) {
        Some(Some(c)) => Markup::Character(c),
        _ => Markup::Pair,
    }
}
