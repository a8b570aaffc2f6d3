use crate::script::{Census, Script, class, mainland};
use crate::text::chars::is_han;
use crate::text::{Span, fold, urls};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text as the encoder reads it: simplified, without addresses and pictures, a text in capitals
/// in small letters, its characters as compatible as Unicode has them, with one space before each
/// word and none between Chinese ones.
///
/// ```
/// use xindaya::encoder::plain;
///
/// assert_eq!(plain("請看 https://example.com/a，「軟體」 已更新 😀"), "请看,“软件”已更新");
/// ```
pub fn plain(text: &str) -> String {
    Plain::of(text).text.trim_start().to_owned()
}

/// A text as the encoder reads it, with the way back to the text.
pub(super) struct Plain {
    text: String,
    /// For each byte, and the end, where the character begins in the original that it stands for.
    places: Vec<u32>,
}

/// So many bytes of a text are looked at: it is no sentence any more.
const MOST: usize = 16_384;

/// What names an account or an address of mail.
static HANDLE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"[A-Za-z0-9._%+-]*@[A-Za-z0-9_][A-Za-z0-9_.-]*").expect("the pattern is fixed")
});

impl Plain {
    pub(super) fn of(text: &str) -> Self {
        let text = &text[..text.floor_char_boundary(MOST)];
        let is_traditional = Census::of(text).majority() == Some(Script::Hant);
        let mut writer = Writer::new(text.len());
        writer.shouts = is_shouted(text);
        let mut at = 0;
        for dropped in addresses(text) {
            writer.read(text, at..dropped.start, is_traditional);
            writer.take(dropped.start, ' ');
            at = dropped.end;
        }
        writer.read(text, at..text.len(), is_traditional);
        writer.finish(text.len())
    }

    /// The text, which begins with a space unless it is empty.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// What a range of bytes stands for.
    pub(super) fn span(&self, bytes: Range<usize>) -> Span {
        Span { start: self.places[bytes.start], end: self.places[bytes.end] }
    }
}

/// Whether a text of several words has capitals alone, in which the model does not know words.
fn is_shouted(text: &str) -> bool {
    let has_letter = |word: &&str| word.contains(|c: char| c.is_ascii_uppercase());
    !text.contains(|c: char| c.is_lowercase() || is_han(c))
        && text.split_whitespace().filter(has_letter).nth(SHOUTED - 1).is_some()
}

/// Words of a text in capitals: fewer may be a name.
const SHOUTED: usize = 3;

/// The URLs and handles of a text, in order and apart.
fn addresses(text: &str) -> Vec<Range<usize>> {
    let mut found = urls(text);
    if text.contains('@') {
        found.extend(HANDLE.find_iter(text).map(|it| it.range()));
        found.sort_by_key(|it| it.start);
        let mut end = 0;
        found.retain(|it| {
            let is_apart = it.start >= end;
            end = end.max(it.end);
            is_apart
        });
    }
    found
}

/// Writes a plain text, one character behind what it was given: what follows decides.
struct Writer {
    plain: Plain,
    /// The last character, where it begins, and the marks that stand on it.
    held: Option<(usize, char)>,
    marks: String,
    /// Whether what was written last is Chinese, or a mark behind such a character.
    after_chinese: bool,
    space: Option<usize>,
    /// Whether the text is in capitals, which are made small.
    shouts: bool,
}

impl Writer {
    fn new(room: usize) -> Self {
        let plain = Plain { text: String::with_capacity(room + 1), places: vec![] };
        let (held, marks, space) = (None, String::new(), Some(0));
        Self { plain, held, marks, after_chinese: false, space, shouts: false }
    }

    /// Takes a stretch of the original.
    fn read(&mut self, text: &str, range: Range<usize>, is_traditional: bool) {
        let start = range.start;
        if is_traditional {
            mainland(&text[range], |at, c| self.take(start + at, c));
        } else {
            for (at, c) in text[range].char_indices() {
                let is_stray = class(c) == Some(Script::Hant);
                self.take(start + at, if is_stray { fold(c) } else { c });
            }
        }
    }

    /// Takes a character.
    fn take(&mut self, at: usize, c: char) {
        if is_picture(c) {
            return;
        }
        if c >= '\u{300}' && !is_han(c) && is_combining_mark(c) {
            self.marks.push(c);
            return;
        }
        self.let_go(Some(c));
        if is_space(c) {
            self.space.get_or_insert(at);
        } else {
            self.held = Some((at, c));
        }
    }

    /// Writes the character that was held back.
    fn let_go(&mut self, next: Option<char>) {
        let Some((at, c)) = self.held.take() else {
            self.marks.clear();
            return;
        };
        let c = same(c, self.after_chinese && !self.is_amid(next));
        let is_chinese = is_chinese(c);
        if let Some(space) = self.space.take()
            && !(self.after_chinese && is_chinese)
        {
            self.write(space, ' ');
        }
        self.after_chinese = is_chinese || self.after_chinese && c.is_ascii_punctuation();
        if (c.is_ascii() || is_han(c)) && self.marks.is_empty() {
            self.write(at, c);
        } else {
            let marks = std::mem::take(&mut self.marks);
            std::iter::once(c).chain(marks.chars()).nfkc().for_each(|c| self.write(at, c));
        }
    }

    /// Whether a point here would be one of several, or stand inside a word.
    fn is_amid(&self, next: Option<char>) -> bool {
        self.plain.text.ends_with('.')
            || next.is_some_and(|next| next.is_ascii_alphanumeric() || next == '.')
    }

    fn write(&mut self, at: usize, c: char) {
        let place = Span::from(at..at).start;
        self.plain.text.push(if self.shouts { c.to_ascii_lowercase() } else { c });
        self.plain.places.extend(std::iter::repeat_n(place, c.len_utf8()));
    }

    fn finish(mut self, end: usize) -> Plain {
        self.let_go(None);
        self.plain.places.push(Span::from(end..end).start);
        self.plain
    }
}

/// The same mark as the model knows it; a point that ends a Chinese sentence is a full stop.
fn same(c: char, ends_chinese: bool) -> char {
    match c {
        '.' if ends_chinese => '。',
        '「' => '“',
        '」' => '”',
        '『' => '‘',
        '』' => '’',
        '‧' | '・' | '•' => '·',
        c => c,
    }
}

fn is_chinese(c: char) -> bool {
    is_han(c)
        || matches!(c, '“' | '”' | '‘' | '’' | '—' | '…' | '\u{3001}'..='\u{303f}' | '\u{ff01}'..='\u{ff65}')
}

/// What the original takes for a space, and objects in the text.
fn is_space(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '\u{200b}'
                | '\u{200e}'
                | '\u{200f}'
                | '\u{feff}'
                | '\u{2581}'
                | '\u{fffc}'
                | '\u{fffd}'
        )
}

/// Emoji and what joins them.
fn is_picture(c: char) -> bool {
    matches!(c,
        '\u{200d}' | '\u{20e3}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{1f000}'..='\u{1faff}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::{Plain, plain};

    #[test]
    fn a_text_is_read_as_the_model_knows_it() {
        for (text, expected) in [
            ("", ""),
            (" \u{200b}\n", ""),
            ("  Two\twords\u{3000}here ", "Two words here"),
            ("cafe\u{301} ﬁne №5 Ⅳ ㎏ ＡＢＣ１２％", "café fine No5 IV kg ABC12%"),
            ("機器 翻譯 ， 軟體 很好", "机器翻译,软件很好"),
            ("他 用 iPhone 拍照 .", "他用 iPhone 拍照。"),
            ("完成了. 走吧...", "完成了。走吧..."),
            ("「你好」，他說：『再見』", "“你好”,他说:‘再见’"),
            ("著名的作家，支援系统", "著名的作家,支援系统"),
            ("著名的這位作家看著我", "著名的这位作家看着我"),
            ("写给 a.b@example.org 和@some_one ，见https://a.example/b。", "写给和,见。"),
            ("很好👍🏽的😀 1️⃣ 天", "很好的 1 天"),
            ("a\u{fffc}b @ 5", "a b @ 5"),
            ("“THAT'S THE END!”", "“that's the end!”"),
            ("NASA AND the ESA", "NASA AND the ESA"),
            ("NASA ESA", "NASA ESA"),
            ("USB、HDMI 与 VGA A B", "USB、HDMI 与 VGA A B"),
        ] {
            assert_eq!(plain(text), expected, "{text}");
        }
    }

    #[test]
    fn every_byte_leads_back() {
        for text in ["網際網路 的 速度", "ﬁne cafe\u{301}", "a@b.c 你好", "", "\u{301}x"]
        {
            let plain = Plain::of(text);
            assert_eq!(plain.places.len(), plain.text.len() + 1);
            assert!(plain.places.is_sorted(), "{text}: {:?}", plain.places);
            assert!(plain.places.iter().all(|at| text.is_char_boundary(*at as usize)), "{text}");
        }
        let plain = Plain::of("網際網路的速度");
        let at = plain.text.find('的').expect("it is there");
        assert_eq!(plain.span(0..at).range(), 0..12);
    }
}
