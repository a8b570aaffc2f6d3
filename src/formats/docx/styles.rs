//! What the styles of a document are: headings, items of lists.

use crate::formats::xml::{Element, Tree};
use crate::text::Kind;
use rustc_hash::FxHashMap;

/// The kinds of the paragraphs of each style.
#[derive(Default)]
pub(super) struct Styles(FxHashMap<String, Kind>);

struct Style {
    kind: Option<Kind>,
    base: Option<String>,
}

/// So many styles may go back one to the other.
const DEEPEST: usize = 16;

impl Styles {
    pub(super) fn of(part: &str) -> Self {
        let tree = Tree::of(part);
        let styles =
            tree.named("style").filter_map(|it| Some((it.attribute("styleId")?, style(it))));
        let styles: FxHashMap<String, Style> = styles.collect();
        let kind = |id: &String| {
            let base = |it: &&Style| it.base.as_ref().and_then(|base| styles.get(base));
            let mut chain = std::iter::successors(styles.get(id), base).take(DEEPEST);
            Some((id.clone(), chain.find_map(|it| it.kind)?))
        };
        Self(styles.keys().filter_map(kind).collect())
    }

    /// The kind of a paragraph.
    pub(super) fn kind(&self, paragraph: Element) -> Kind {
        if paragraph.and_around().any(|it| it.name() == "tc") {
            return Kind::Cell;
        }
        let Some(about) = paragraph.child("pPr") else { return Kind::Body };
        let of_style = || self.0.get(&about.child("pStyle")?.attribute("val")?).copied();
        kind(about).or_else(of_style).unwrap_or_default()
    }
}

fn style(it: Element) -> Style {
    let value = |name| it.child(name)?.attribute("val");
    let name = value("name").unwrap_or_default().to_lowercase();
    let is_heading = name.starts_with("heading ") || ["title", "subtitle"].contains(&&*name);
    let own = it.child("pPr").and_then(kind);
    Style { kind: if is_heading { Some(Kind::Heading) } else { own }, base: value("basedOn") }
}

/// What the properties of a paragraph say of it.
fn kind(about: Element) -> Option<Kind> {
    let level = about.child("outlineLvl").and_then(|it| it.attribute("val"));
    let is_heading = level.is_some_and(|it| it.parse::<u8>().is_ok_and(|it| it < 9));
    let list = about.child("numPr").and_then(|it| it.child("numId")?.attribute("val"));
    let is_item = list.is_some_and(|it| it != "0");
    match (is_heading, is_item) {
        (true, _) => Some(Kind::Heading),
        (_, true) => Some(Kind::Item),
        _ => None,
    }
}
