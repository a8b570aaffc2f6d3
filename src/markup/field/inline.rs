use super::Change;
use crate::text::{Inline, Role, Span};
use std::collections::BTreeMap;

/// What became of the placeholders that the file keeps beside the text, each with its byte in the
/// prose, where one character stands for it. `said` is the prose of the source.
pub fn inline_changes<'i>(
    said: &str,
    source: impl Iterator<Item = (u32, &'i Inline)>,
    target: impl Iterator<Item = (u32, &'i Inline)>,
) -> Vec<Change> {
    let of_source: Vec<_> = source.filter(is_field).collect();
    let written: Vec<_> = target.filter(is_field).collect();
    let missing = without(&of_source, &written);
    // What has no id may be the format's own: an entity of Android that the source spells out.
    let mut extra = without(&written, &of_source);
    extra.retain(|it| it.1.id.is_some() && !is_kept(it, said));
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

/// Whether it keeps words as they are that the source has as well, without such a mark.
fn is_kept(field: &Placed, said: &str) -> bool {
    field.1.role == Role::Code && inside(field).is_some_and(|it| said.contains(it))
}

/// Its id, or what stands between its tags, or all of it.
fn key<'i>(field: &Placed<'i>) -> &'i str {
    let it = field.1;
    it.id.as_deref().or_else(|| inside(field)).unwrap_or(&it.raw)
}

/// What stands between its tags.
fn inside<'i>((_, it): &Placed<'i>) -> Option<&'i str> {
    let (_, rest) = it.raw.split_once('>')?;
    let (inside, _) = rest.rsplit_once("</")?;
    (!inside.is_empty()).then_some(inside)
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
