use crate::checks;

/// The ids that a name stands for: a check's own, or those of the checks that look for what
/// another tool calls so (`pofilter:endpunc`, `weblate:end_stop`, `xbench:tag-mismatch`). None if
/// nobody calls a check so.
pub fn named(name: &str) -> Vec<&'static str> {
    if let Some(check) = checks::find(name) {
        return vec![check.id];
    }
    let name = plain(name);
    let mut ids: Vec<_> = rows().filter(|(it, _)| plain(it) == name).map(|(_, id)| id).collect();
    ids.dedup();
    ids
}

/// What other tools call a check.
pub fn aliases(id: &str) -> Vec<&'static str> {
    rows().filter(|(_, it)| *it == id).map(|(alias, _)| alias).collect()
}

/// Every name that is known: the ids, then the aliases.
pub fn names() -> impl Iterator<Item = &'static str> {
    checks::all().map(|it| it.id).chain(rows().map(|(alias, _)| alias))
}

/// Each alias with each of its ids.
fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = TABLE.lines().filter(|it| !it.starts_with('#')).filter_map(|it| it.split_once('\t'));
    rows.flat_map(|(alias, ids)| ids.split(' ').map(move |id| (alias, id)))
}

const TABLE: &str = include_str!("aliases.tsv");

/// Tools differ in how they divide words.
fn plain(name: &str) -> String {
    name.to_ascii_lowercase().replace(['_', ' '], "-")
}

#[cfg(test)]
mod tests {
    use super::{aliases, named, rows};
    use crate::checks;

    #[test]
    fn an_alias_may_mean_several_checks() {
        assert_eq!(named("repeated-phrase"), ["repeated-phrase"]);
        assert_eq!(named("xbench:Numeric Mismatch"), named("xbench:numeric-mismatch"));
        assert_eq!(
            named("pofilter:numbers"),
            ["number-mismatch", "missing-number", "extra-number"]
        );
        assert!(named("pofilter:nothing").is_empty());
        assert!(aliases("missing-tag").contains(&"weblate:xml-tags"));
    }

    #[test]
    fn every_id_is_a_check() {
        for (alias, id) in rows() {
            assert!(checks::find(id).is_some(), "{alias}: there is no {id}");
            assert!(alias.contains(':'), "{alias}");
        }
    }
}
