//! .NET's .resx.

use super::add;
use super::element::Element;
use super::letters::{Markup, text};
use super::tree::Tree;
use crate::formats::fault::Catalogue;
use crate::text::Segment;

pub(super) fn read(tree: &Tree, found: &mut Catalogue) {
    for data in tree.named("data") {
        let is_text = data.attribute("type").is_none() && data.attribute("mimetype").is_none();
        // Names that begin so belong to the designer of a form.
        let name = data.attribute("name").filter(|it| !it.starts_with(">>"));
        if let (true, Some(id), Some(value)) = (is_text, name, data.child("value")) {
            let notes = data.all("comment").filter_map(Element::words).collect();
            let target = text(value, &|_| Markup::Pair);
            let segment = Segment { id: Some(id), target, notes, ..Segment::default() };
            add(found, vec![segment], data.all("comment"));
        }
    }
}
