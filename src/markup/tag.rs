use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A tag that is written as it should be.
#[derive(Debug)]
pub(super) struct Tag<'t> {
    pub(super) range: Range<usize>,
    pub(super) name: &'t str,
    pub(super) role: Role,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Opens,
    Closes,
    Alone,
}

static TAG: LazyLock<Regex> = LazyLock::new(|| {
    let value = r#"(?:"[^"\n]*"|'[^'\n]*'|[^\s"'=<>`“”‘’＂]+)"#;
    let attribute = format!(r"\s+[A-Za-z_:@][-\w:.]*(?:\s*=\s*{value})?");
    Regex::new(&format!(r"<(/?)([A-Za-z][-A-Za-z0-9:.]*|[0-9]{{1,3}})(?:{attribute})*\s*(/?)>"))
        .expect("the pattern is fixed")
});

/// The sound tags of a text, in order.
pub(super) fn tags(text: &str) -> Vec<Tag<'_>> {
    let tag = |found: regex::Captures<'_>| {
        let whole = found.get(0).expect("a match has a whole");
        let name = found.get(2).expect("every tag has a name");
        let role = match (&found[1], &found[3]) {
            ("/", _) => Role::Closes,
            (_, "/") => Role::Alone,
            _ => Role::Opens,
        };
        Tag { range: whole.range(), name: &text[name.range()], role }
    };
    TAG.captures_iter(text).map(tag).collect()
}

/// Elements that stand in pairs, and whose name nobody writes in angle brackets for something else.
pub(super) const PAIRED: &str = "a b i u p em strong span div font code pre ul ol li table tr td th \
                                 h1 h2 h3 h4 h5 h6 blockquote script style sup sub section article";

/// Elements that stand alone.
pub(super) const SINGLE: &str = "br hr img input meta link";

/// Whether a list of names has this one, in whatever case.
pub(super) fn is_one_of(list: &str, name: &str) -> bool {
    list.split_whitespace().any(|it| it.eq_ignore_ascii_case(name))
}
