//! How often a document gives the original of a name in brackets.

use super::mentions::Spot;
use super::{Prose, Unit};
use crate::characters::Sign;
use crate::names::Gloss;
use crate::text::{Span, fold};
use rustc_hash::FxHashMap;

/// A name with the same original in brackets, all through a document.
#[derive(Debug)]
pub(super) struct Glossed<'t> {
    pub(super) original: &'t str,
    pub(super) first: Spot,
    /// The brackets after the first that the source does not ask for.
    pub(super) again: Vec<Spot>,
    /// How many brackets there are in all.
    pub(super) times: usize,
}

/// Behind these stands who took or published a picture, not an original.
const CREDITS: [&str; 10] =
    ["图片", "照片", "摄影", "资料", "来源", "截图", "供图", "提供", "翻摄", "报道"];

/// The glossed names of a document, in the order of their first gloss.
pub(super) fn glossed<'t>(units: &[Unit<'t>]) -> Vec<Glossed<'t>> {
    let mut names: Vec<Glossed> = vec![];
    let mut nth: FxHashMap<(&str, String), usize> = FxHashMap::default();
    for unit in units.iter().filter(|unit| unit.target.signs().has(Sign::Bracket)) {
        let mut given: FxHashMap<&str, usize> = FxHashMap::default();
        for gloss in unit.target.glosses() {
            let Some((key, span)) = named(&unit.target, gloss) else { continue };
            let left = given.entry(gloss.name).or_insert_with(|| times_given(unit, gloss.name));
            let (is_given, spot) = (*left > 0, (unit.place, span));
            *left = left.saturating_sub(1);
            let next = names.len();
            let known = *nth.entry((gloss.name, key)).or_insert(next);
            if known == next {
                names.push(Glossed { original: gloss.name, first: spot, again: vec![], times: 1 });
            } else {
                names[known].times += 1;
                names[known].again.extend((!is_given).then_some(spot));
            }
        }
    }
    names
}

/// How the Chinese before a gloss ends, and the gloss from bracket to bracket, where it is the
/// original of a name.
fn named(prose: &Prose, gloss: &Gloss) -> Option<(String, Span)> {
    let text = prose.text();
    let chinese = &text[gloss.chinese.range()];
    let (start, _) = chinese.char_indices().rev().nth(1)?;
    let end: String = chinese[start..].chars().map(fold).collect();
    let is_name = gloss.name.starts_with(char::is_uppercase) && gloss.name.len() > 1;
    let open = text[..gloss.span.start as usize].trim_end();
    let open = open.len() - open.chars().next_back()?.len_utf8();
    let rest = &text[gloss.span.end as usize..];
    let close = rest.trim_start().chars().next().filter(|c| matches!(c, ')' | '）'))?;
    let length = rest.len() - rest.trim_start().len() + close.len_utf8();
    let whole = Span::from(open..gloss.span.end as usize + length);
    (is_name && !CREDITS.contains(&end.as_str())).then_some((end, whole))
}

/// How often the source of a unit has the name in brackets.
fn times_given(unit: &Unit, name: &str) -> usize {
    let bracketed = |source: &str| {
        let found = source.match_indices(name);
        found.filter(|(at, _)| source[..*at].ends_with(['(', '（'])).count()
    };
    unit.target.source().map_or(0, bracketed)
}
