use crate::text::{Span, chars};

/// What is wrong with the mark of a key in the name of a menu or a button.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyFault {
    /// The source has one, the target none; the name as it should be.
    Missing(String),
    /// The target has one, the source none.
    Extra(Span),
    /// The target has more than one.
    Doubled(Span),
    /// It stands before a character that is on no keyboard; the name as it should be.
    Untypable(Span, String),
}

/// A mark before a letter: the key that chooses a menu entry.
#[derive(Clone, Copy, Debug)]
struct Key {
    at: usize,
    mark: char,
    letter: char,
}

/// What is wrong with the marked keys of a message: `&File` of Qt and Windows, `_File` of GTK.
/// Chinese puts the letter in brackets behind the name: 文件(&F).
pub fn key_fault(source: &str, target: &str) -> Option<KeyFault> {
    let said = key_of(source);
    let mark = said.map_or_else(|| bracketed(target).map(|it| it.mark), |it| Some(it.mark))?;
    let written: Vec<Key> = keys(target, mark).filter(|it| is_key(target, *it)).collect();
    let length = mark.len_utf8();
    let span = |it: &Key| Span::from(it.at..it.at + length + it.letter.len_utf8());
    match (said, written.as_slice()) {
        (Some(key), []) => Some(KeyFault::Missing(with_key(target, key))),
        (Some(_), [_, second, ..]) => Some(KeyFault::Doubled(span(second))),
        (Some(key), [only]) if !only.letter.is_ascii() => {
            let bare = [&target[..only.at], &target[only.at + length..]].concat();
            Some(KeyFault::Untypable(span(only), with_key(&bare, key)))
        }
        (None, [first, ..]) => Some(KeyFault::Extra(span(first))),
        _ => None,
    }
}

/// The key that a source marks: the only mark of its kind, at the beginning of a word, or early
/// in the only word.
fn key_of(source: &str) -> Option<Key> {
    // A sentence is no name of a menu or a button.
    if source.len() > LONGEST || source.contains(['\n', '/', '@', '=']) {
        return None;
    }
    let one = |mark| {
        let mut all = keys(source, mark);
        all.next().filter(|it| all.next().is_none() && is_key(source, *it) && it.letter.is_ascii())
    };
    one('&').or_else(|| one('_').filter(|_| source.matches('_').count() == 1))
}

/// The name of a menu entry or a button has so many bytes at most.
const LONGEST: usize = 80;

/// The marks of a kind that stand before a letter or a digit; two of them are one plain `&`.
fn keys(text: &str, mark: char) -> impl Iterator<Item = Key> {
    text.match_indices(mark).filter_map(move |(at, _)| {
        let letter = text[at + mark.len_utf8()..].chars().next()?;
        let is_plain = text[..at].ends_with(mark) || letter == mark;
        (letter.is_alphanumeric() && !is_plain).then_some(Key { at, mark, letter })
    })
}

fn is_key(text: &str, key: Key) -> bool {
    let before = &text[..key.at];
    let after = &text[key.at + key.mark.len_utf8()..];
    let word_before =
        before.len() - before.trim_end_matches(|c: char| c.is_ascii_alphanumeric()).len();
    let word = after.len() - after.trim_start_matches(|c: char| c.is_ascii_alphanumeric()).len();
    let is_entity = key.mark == '&' && after[word..].starts_with(';');
    let starts = word_before == 0;
    // `E&xit`, `Sa_ve`; but not `R&D`, `AT&T`, `user_name`.
    let inside = word_before <= 2
        && before.len() == word_before
        && before.starts_with(|c: char| c.is_ascii_uppercase())
        && key.letter.is_ascii_lowercase()
        && after.len() == word;
    !is_entity && (starts || inside)
}

/// The key that a target marks in brackets, as only Chinese does.
fn bracketed(target: &str) -> Option<Key> {
    let mark = |mark| {
        let mut all = keys(target, mark);
        all.find(|it| target[..it.at].ends_with(['(', '（']) && it.letter.is_ascii())
    };
    mark('&').or_else(|| mark('_'))
}

/// A name with its key in brackets, before the dots and the colon that end it.
fn with_key(target: &str, key: Key) -> String {
    let end = target.trim_end_matches(['…', '.', '。', ':', '：', ' ']).len();
    let (name, rest) = target.split_at(end);
    let letter = key.letter.to_ascii_uppercase();
    if name.ends_with(|c: char| chars::is_latin(c)) && name.is_ascii() {
        return format!("{}{name}{rest}", key.mark);
    }
    format!("{name}({}{letter}){rest}", key.mark)
}

#[cfg(test)]
mod tests {
    use super::{KeyFault, key_fault};

    #[test]
    fn keys_that_are_gone_get_brackets() {
        let missing = |it: &str| Some(KeyFault::Missing(it.to_owned()));
        assert_eq!(key_fault("&File", "文件"), missing("文件(&F)"));
        assert_eq!(key_fault("Save _As…", "另存新檔…"), missing("另存新檔(_A)…"));
        assert_eq!(key_fault("E&xit", "退出"), missing("退出(&X)"));
        let found = key_fault("&File", "&文件");
        assert!(matches!(found, Some(KeyFault::Untypable(_, name)) if name == "文件(&F)"));
        assert!(matches!(key_fault("&File", "&文件(&F)"), Some(KeyFault::Doubled(_))));
        assert!(matches!(key_fault("File", "文件(&F)"), Some(KeyFault::Extra(_))));
    }

    #[test]
    fn other_marks_are_no_keys() {
        for (source, target) in [
            ("&File", "文件(&F)"),
            ("_File", "文件(_F)"),
            ("R&D costs", "研发费用"),
            ("Q&A", "问答"),
            ("AT&T", "AT&T"),
            ("Save && quit", "保存并退出"),
            ("a &amp; b", "甲和乙"),
            ("Terms & conditions", "条款"),
            ("user_name", "用户名"),
            ("_emphasis_", "强调"),
            ("https://a.b/?a=1&b=2", "网址"),
        ] {
            assert_eq!(key_fault(source, target), None, "{source} / {target}");
        }
    }
}
