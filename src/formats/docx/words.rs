//! The text of a paragraph: its runs, joined.

use crate::formats::pieces::Pieces;
use crate::formats::xml::{Element, Node, NodeKind, Tree, referred};
use crate::text::{Role, Span, Text};

/// The text of a paragraph, if there are words in it. What was deleted is left out, what was put
/// in is read; the borders of runs leave no trace.
pub(super) fn words(paragraph: Element) -> Option<Text> {
    let tree = paragraph.tree;
    let mut pieces = Pieces::of(tree.text);
    let mut at = paragraph.at + 1;
    while at < tree.nodes[paragraph.at].next {
        let node = &tree.nodes[at];
        at = if node.kind == NodeKind::Element {
            element(&mut pieces, Element { tree, at })
        } else {
            letters(&mut pieces, tree, node);
            at + 1
        };
    }
    pieces.take()
}

/// Reads an element; says which node comes next.
fn element(pieces: &mut Pieces, it: Element) -> usize {
    let node = &it.tree.nodes[it.at];
    let raw = node.span.range();
    // A picture is known by its tag: what it is made of would fill pages.
    let tag = raw.start..node.inner.start as usize;
    match it.full_name() {
        "w:tab" | "w:ptab" => pieces.character('\t', raw),
        "w:br" | "w:cr" => pieces.character('\n', raw),
        "w:noBreakHyphen" => pieces.character('\u{2011}', raw),
        "w:sym" | "w:footnoteReference" | "w:endnoteReference" => {
            pieces.inline(Role::Placeholder, raw);
        }
        "m:oMath" | "w:pict" | "w:object" | "wp:inline" => pieces.inline(Role::Placeholder, tag),
        "w:pPr" | "w:rPr" | "w:sdtPr" | "w:del" | "w:moveFrom" | "w:rt" | "wp:anchor"
        | "mc:Fallback" | "w:txbxContent" => {}
        _ => return it.at + 1,
    }
    node.next
}

/// Letters count inside `w:t` alone.
fn letters(pieces: &mut Pieces, tree: &Tree, node: &Node) {
    let parent = node.parent.map(|at| Element { tree, at });
    if parent.is_none_or(|it| it.full_name() != "w:t") {
        return;
    }
    let place = node.span.range();
    if node.kind != NodeKind::Reference {
        // Word shows no space at the edges of a run that does not ask for it.
        let keeps = parent.and_then(|it| it.attribute("space")).is_some_and(|it| it == "preserve");
        let words = Span::from(node.inner.range());
        let words = if keeps { words } else { words.trimmed(tree.text) };
        return pieces.words(words.range());
    }
    match referred(&tree.text[node.inner.range()]) {
        Some(c) => pieces.character(c, place),
        None => pieces.inline(Role::Placeholder, place),
    }
}
