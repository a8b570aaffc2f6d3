use super::{reread, western};
use crate::text::Span;
use std::ops::Range;

/// A stretch that was read in the wrong encoding.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mojibake {
    /// Where it stands.
    pub span: Span,
    /// What it was, where that can be told: the rest is lost for good.
    pub right: Option<String>,
    /// Whether it surely begins and ends there.
    pub whole: bool,
}

impl Mojibake {
    pub(super) fn known(at: Range<usize>, right: String) -> Self {
        Self { span: at.into(), right: Some(right), whole: true }
    }

    /// The stretch of a piece as one of the text that the piece starts at `start` in.
    pub(super) fn moved(self, start: usize) -> Self {
        let span = self.span.range();
        Self { span: (span.start + start..span.end + start).into(), ..self }
    }

    pub(super) fn lost(at: Range<usize>) -> Self {
        Self { span: at.into(), right: None, whole: true }
    }
}

/// The stretches of a text that were read in the wrong encoding, in order.
pub fn mojibake(text: &str) -> Vec<Mojibake> {
    if text.is_ascii() {
        return vec![];
    }
    let mut found = western::unicode(text);
    found.extend(western::chinese(text));
    found.extend(escapes(text));
    found.extend(reread::stretches(text));
    found.extend(lost(text));
    found.sort_by_key(|it| (it.span.start, it.right.is_none()));
    apart(found)
}

/// Of stretches that overlap the first, so that no place is told twice.
fn apart(found: Vec<Mojibake>) -> Vec<Mojibake> {
    let mut kept: Vec<Mojibake> = vec![];
    for it in found {
        if kept.last().is_none_or(|last| last.span.end <= it.span.start) {
            kept.push(it);
        }
    }
    kept
}

/// What cannot be brought back: replacement characters, and what they and unset memory look like
/// in Chinese encodings.
fn lost(text: &str) -> Vec<Mojibake> {
    let marks = ["\u{fffd}", "锟斤拷", "烫烫烫", "屯屯屯", "锘縷"];
    let mut found: Vec<Range<usize>> = marks
        .iter()
        .flat_map(|mark| text.match_indices(*mark))
        .map(|(at, mark)| at..at + mark.len())
        .collect();
    found.sort_by_key(|it| it.start);
    let mut joined: Vec<Range<usize>> = vec![];
    for it in found {
        match joined.last_mut().filter(|last| last.end == it.start) {
            Some(last) => last.end = it.end,
            None => joined.push(it),
        }
    }
    joined.into_iter().map(Mojibake::lost).collect()
}

/// Escapes of Chinese characters that nobody undid: `\u4f60\u597d`.
fn escapes(text: &str) -> Vec<Mojibake> {
    let mut found: Vec<Mojibake> = vec![];
    for (at, _) in text.match_indices("\\u") {
        let code = text.get(at + 2..at + 6).and_then(|hex| u32::from_str_radix(hex, 16).ok());
        let Some(c) = code.and_then(char::from_u32).filter(|c| *c > '\u{2fff}') else { continue };
        match found.last_mut().filter(|last| last.span.end as usize == at) {
            Some(last) => {
                last.span.end += 6;
                last.right.get_or_insert_default().push(c);
            }
            None => found.push(Mojibake::known(at..at + 6, c.into())),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::mojibake;
    use encoding_rs::{BIG5, Encoding, GBK, SHIFT_JIS, UTF_8, WINDOWS_1252};

    fn right(text: &str) -> Vec<Option<String>> {
        mojibake(text).into_iter().map(|it| it.right).collect()
    }

    /// What becomes of a text that is written in one encoding and read in another.
    fn garbled(text: &str, written: &'static Encoding, read: &'static Encoding) -> String {
        read.decode_without_bom_handling(&written.encode(text).0).0.into_owned()
    }

    #[test]
    fn utf8_read_as_something_else_is_brought_back() {
        assert_eq!(right("他说ä½\u{a0}å¥½。"), [Some("你好".to_owned())]);
        assert_eq!(right("cafÃ© 和â€œ引号â€\u{9d}").len(), 3);
        let twice = garbled(&garbled("你好", UTF_8, WINDOWS_1252), UTF_8, WINDOWS_1252);
        assert_eq!(right(&twice), [Some("你好".to_owned())], "{twice}");
    }

    #[test]
    fn chinese_is_brought_back_from_every_pair_of_encodings() {
        let (simplified, traditional) = ("他们在这个国家工作了三年", "他們在這個國家工作了三年");
        for (text, written, read) in [
            (simplified, UTF_8, GBK),
            (traditional, UTF_8, GBK),
            (simplified, UTF_8, SHIFT_JIS),
            (traditional, BIG5, GBK),
            (simplified, GBK, BIG5),
            (simplified, GBK, WINDOWS_1252),
            (traditional, BIG5, WINDOWS_1252),
        ] {
            let garbled = garbled(text, written, read);
            let found: String = right(&garbled).into_iter().flatten().collect();
            let (kept, all) = (found.chars().count(), text.chars().count());
            let same = found.chars().filter(|c| text.contains(*c)).count();
            assert!(kept * 2 >= all && same == kept, "{garbled}: {found}");
        }
    }

    #[test]
    fn what_is_lost_is_found() {
        let garbled = garbled("他們在這個國家工作了三年，然後走了。", UTF_8, BIG5);
        assert_eq!(right(&garbled), [None], "{garbled}");
    }

    #[test]
    fn real_letters_are_let_be() {
        for text in [
            "São Paulo、Gauß“、Ærø、Müller—",
            "联通与电信，涓涓细流。",
            "naïve café”",
            "こんにちは、世界。ありがとうございました",
            "ㄅㄆㄇ是注音符號，Привет 是俄文",
            "岆字少見，賸餘的錢",
        ] {
            assert!(mojibake(text).is_empty(), "{text}: {:?}", mojibake(text));
        }
    }
}
