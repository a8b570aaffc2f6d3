use super::Change;
use crate::text::{Inline, Role, Span};
use std::collections::BTreeMap;

/// What became of the placeholders that the file keeps beside the text, each with its byte in the
/// prose, where one character stands for it.
pub fn inline_changes<'i>(
    source: impl Iterator<Item = (u32, &'i Inline)>,
    target: impl Iterator<Item = (u32, &'i Inline)>,
) -> Vec<Change> {
    let said: Vec<_> = source.filter(is_field).collect();
    let written: Vec<_> = target.filter(is_field).collect();
    let missing = without(&said, &written);
    // What has no id may be the format's own: an entity of Android that the source spells out.
    let mut extra = without(&written, &said);
    extra.retain(|(_, it)| it.id.is_some());
    let both = missing.len().min(extra.len());
    let altered = missing.iter().zip(&extra).map(|(a, b)| Change::Altered(span(a), span(b)));
    let gone = missing[both..].iter().map(|it| Change::Missing(span(it)));
    let added = extra[both..].iter().map(|it| Change::Extra(span(it)));
    altered.chain(gone).chain(added).collect()
}

type Placed<'i> = (u32, &'i Inline);

fn span((at, _): &Placed) -> Span {
    Span { start: *at, end: *at + 3 }
}

/// Whether a value is shown in its place, or a text that is not translated. The code of Markdown
/// is compared with the rest of Markdown, and a selector of Fluent has other variants.
fn is_field((_, it): &Placed) -> bool {
    match it.role {
        Role::Placeholder => !it.raw.contains("->"),
        Role::Code => it.raw.starts_with('<'),
        Role::Open | Role::Close => false,
    }
}

/// Its id, or what stands between its tags, or all of it.
fn key<'i>((_, it): &Placed<'i>) -> &'i str {
    let inside = it.raw.split_once('>').and_then(|(_, rest)| rest.rsplit_once("</"));
    let inside = inside.map(|(inside, _)| inside).filter(|it| !it.is_empty());
    it.id.as_deref().or(inside).unwrap_or(&it.raw)
}

/// Whether it stands for the value of a name, which may be said as often as the sentence needs it.
fn is_named((_, it): &Placed) -> bool {
    it.raw.starts_with(['{', '#'])
}

/// Those of `some` that `others` lack, by how often each is there.
fn without<'i>(some: &[Placed<'i>], others: &[Placed<'i>]) -> Vec<Placed<'i>> {
    let mut left: BTreeMap<&str, usize> = BTreeMap::new();
    for it in others {
        *left.entry(key(it)).or_default() += 1;
    }
    let mut is_missing = |it: &&Placed| match left.get_mut(key(it)) {
        Some(count @ 1..) => {
            *count -= usize::from(!is_named(it));
            false
        }
        _ => true,
    };
    some.iter().filter(|it| is_missing(it)).take(super::change::MOST).copied().collect()
}
