//! What a remark in a file asks for: `xindaya-ignore repeated-phrase, long-sentence -- a refrain`.

use crate::config::{named, names};
use crate::error::nearest;
use crate::finding::{Message, say};
use crate::text::Remark;

/// Which findings a remark is about, by their place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// Those of the paragraph that it belongs to.
    Paragraph,
    /// Those of the file.
    File,
    /// Those behind it, up to the remark that ends it.
    Start,
    /// None: it ends what another one began.
    End,
}

/// What a remark asks for.
#[derive(Debug)]
pub(super) struct Directive<'t> {
    pub(super) reach: Reach,
    pub(super) asked: Vec<Asked<'t>>,
}

/// The name of a check as it is written, and what it stands for: nothing if it is unknown.
#[derive(Debug)]
pub(super) struct Asked<'t> {
    pub(super) name: &'t str,
    pub(super) checks: Vec<Which>,
}

/// The id of a check; none stands for every check.
pub(super) type Which = Option<&'static str>;

const REACHES: [(&str, Reach); 4] = [
    ("xindaya-ignore", Reach::Paragraph),
    ("xindaya-ignore-file", Reach::File),
    ("xindaya-ignore-start", Reach::Start),
    ("xindaya-ignore-end", Reach::End),
];

/// Reads the words of a remark. A reason may follow two hyphens.
pub(super) fn directive(words: &str) -> Option<Directive<'_>> {
    let (name, rest) = words.split_at(name_length(words));
    let (_, reach) = *REACHES.iter().find(|(it, _)| *it == name)?;
    let end = ["--", "—", "("].iter().filter_map(|it| rest.find(it)).min().unwrap_or(rest.len());
    let is_between = |c: char| c.is_whitespace() || matches!(c, ':' | ',' | '：' | '，' | '、');
    let checks = rest[..end].trim_start_matches(':').split(|c| c != ':' && is_between(c));
    let names = checks.map(|it| it.trim_matches(is_between)).filter(|it| !it.is_empty());
    let one = |name| Asked { name, checks: named(name).into_iter().map(Some).collect() };
    let mut asked: Vec<Asked> = names.map(one).collect();
    if asked.is_empty() {
        asked.push(Asked { name, checks: vec![None] });
    }
    Some(Directive { reach, asked })
}

fn name_length(words: &str) -> usize {
    words.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(words.len())
}

/// What is told of a remark that asks for something unknown.
pub(super) fn unknown_reach(words: &str) -> Message {
    let name = &words[..name_length(words)];
    let known: Vec<&str> = REACHES.iter().map(|(it, _)| *it).collect();
    let meant = nearest(name, known.iter().copied()).unwrap_or(Remark::MARK);
    let said = say("there is no `{0}`: did you mean `{1}`?", "没有 `{0}`：是否想写 `{1}`？");
    said.with(&[name, meant])
}

/// What is told of a name that no check has.
pub(super) fn unknown_check(name: &str) -> Message {
    match nearest(name, names()) {
        Some(meant) => {
            let said = say(
                "there is no check `{0}`: did you mean `{1}`?",
                "没有检查项 `{0}`：是否想写 `{1}`？",
            );
            said.with(&[name, meant])
        }
        None => say("there is no check `{0}`", "没有检查项 `{0}`").with(&[name]),
    }
}

#[cfg(test)]
mod tests {
    use super::{Reach, directive};

    #[test]
    fn names_follow_the_mark_and_a_reason_follows_them() {
        for (words, reach, names) in [
            ("xindaya-ignore", Reach::Paragraph, vec!["xindaya-ignore"]),
            ("xindaya-ignore: repeated-phrase", Reach::Paragraph, vec!["repeated-phrase"]),
            (
                "xindaya-ignore weblate:xml-tags,x -- a, b",
                Reach::Paragraph,
                vec!["weblate:xml-tags", "x"],
            ),
            ("xindaya-ignore-file：x、y", Reach::File, vec!["x", "y"]),
            ("xindaya-ignore-start -- 叠句", Reach::Start, vec!["xindaya-ignore-start"]),
            ("xindaya-ignore-end x", Reach::End, vec!["x"]),
        ] {
            let found = directive(words).expect("is one");
            let asked: Vec<&str> = found.asked.iter().map(|it| it.name).collect();
            assert_eq!((found.reach, asked), (reach, names), "{words}");
        }
        assert!(directive("xindaya-ignores").is_none());
        assert!(directive("xindaya-ignore-line x").is_none());
    }
}
