use crate::text::{Landmarks, Span, chars};

/// A Latin word of a text: letters, with the digits, hyphens and apostrophes between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Latin<'t> {
    /// The word as it is written.
    pub text: &'t str,
    /// Where it stands.
    pub span: Span,
    /// Words of one run have nothing but a space between them.
    pub run: u32,
    /// It belongs to an address, a handle, a path or a piece of code, whose letters are nobody's
    /// to judge.
    pub code: bool,
}

/// How the letters of a word stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Case {
    /// `word`
    Small,
    /// `Word`
    Title,
    /// `WORD`
    Capital,
    /// `WoRd`, `iWord`
    Mixed,
}

impl Latin<'_> {
    /// How its letters stand.
    pub fn case(&self) -> Case {
        let mut letters = self.text.chars().filter(|c| c.is_alphabetic());
        let first = letters.next().is_some_and(char::is_uppercase);
        let (mut large, mut small) = (false, false);
        for c in letters {
            let is_large = c.is_uppercase();
            large |= is_large;
            small |= !is_large;
        }
        match (first, large, !small) {
            (true, true, true) => Case::Capital,
            (true, false, _) => Case::Title,
            (false, false, _) => Case::Small,
            _ => Case::Mixed,
        }
    }

    /// Whether it is nothing but letters.
    pub fn is_letters(&self) -> bool {
        self.text.chars().all(char::is_alphabetic)
    }
}

/// The Latin words of a text, in order.
pub fn latin(text: &str) -> Vec<Latin<'_>> {
    latin_among(&Landmarks::of(text))
}

/// The Latin words of the text with these landmarks, in order.
pub fn latin_among<'t>(marks: &Landmarks<'t>) -> Vec<Latin<'t>> {
    let (text, mut words) = (marks.text(), vec![]);
    let (mut run, mut end) = (0, 0);
    for piece in pieces(marks) {
        let code = is_code(text, &piece);
        for word in words_of(text, piece) {
            run += u32::from(words.is_empty() || &text[end..word.start] != " ");
            end = word.end;
            words.push(Latin { text: &text[word.clone()], span: word.into(), run, code });
        }
    }
    words
}

type Bytes = std::ops::Range<usize>;

/// The stretches of a text that white space, Chinese characters and most marks divide.
fn pieces(marks: &Landmarks) -> impl Iterator<Item = Bytes> {
    let mut inner = marks.iter().filter(|it| is_inner(it.c)).peekable();
    std::iter::from_fn(move || {
        let mut piece = inner.next()?.range();
        while let Some(next) = inner.next_if(|it| it.start() == piece.end) {
            piece.end = next.end();
        }
        Some(piece)
    })
}

/// Whether an address, a piece of code or a Latin word may have `c` inside.
fn is_inner(c: char) -> bool {
    if chars::is_common_han(c) {
        return false;
    }
    let mark = matches!(
        c,
        '.' | '/'
            | ':'
            | '@'
            | '_'
            | '='
            | '\\'
            | '%'
            | '#'
            | '{'
            | '}'
            | '<'
            | '>'
            | '$'
            | '&'
            | '+'
            | '-'
            | '~'
            | '*'
            | '|'
            | '^'
            | '`'
            | '\''
            | '’'
            | '\u{2010}'
            | '\u{2011}'
    );
    mark || c.is_ascii_digit() || is_letter(c)
}

fn is_letter(c: char) -> bool {
    chars::is_latin(c) || matches!(c, '\u{300}'..='\u{36f}')
}

/// Whether a stretch is an address, a handle, a path, markup or code rather than words.
fn is_code(text: &str, piece: &Bytes) -> bool {
    let it = &text[piece.clone()];
    let opened = text[..piece.start].ends_with(['@', '#', '＠', '＃', '$']);
    if it.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return opened;
    }
    let signs = ['@', '_', '=', '\\', '#', '{', '}', '<', '>', '$', '|', '^', '`', '~'];
    opened || it.contains(signs) || it.contains("://") || it.contains("::") || has_path(it)
}

/// `example.com`, `main.rs`, `a/b/c`, `owner/Project`: a point before small letters, two strokes,
/// or one beside small letters.
fn has_path(piece: &str) -> bool {
    let strokes = piece.matches('/').count();
    let mut parts = piece.split('.');
    let first = parts.next().unwrap_or("");
    let named = |part: &str| {
        let word: String = part.chars().take_while(char::is_ascii_alphanumeric).collect();
        word.len() > 1 && word.starts_with(|c: char| c.is_ascii_lowercase())
    };
    let small = |part: &str| part.chars().all(|c| c.is_ascii_lowercase());
    strokes > 1
        || strokes == 1 && piece.split('/').any(small)
        || piece.starts_with('/')
        || first.len() > 1 && parts.any(named)
}

fn words_of(text: &str, piece: Bytes) -> impl Iterator<Item = Bytes> {
    let mut at = piece.start;
    std::iter::from_fn(move || {
        loop {
            let rest = &text[at..piece.end];
            let start = at + rest.find(|c: char| is_letter(c) || c.is_ascii_digit())?;
            let end = start + word_end(&text[start..piece.end]);
            at = end;
            if text[start..end].chars().any(is_letter) {
                return Some(start..end);
            }
        }
    })
}

/// The end of the word at the start of `text`: a hyphen or an apostrophe belongs to it between
/// letters or digits.
fn word_end(text: &str) -> usize {
    let mut end = 0;
    let mut joint = false;
    for (at, c) in text.char_indices() {
        if is_letter(c) || c.is_ascii_digit() {
            end = at + c.len_utf8();
            joint = false;
        } else if joint || !matches!(c, '-' | '\'' | '’' | '\u{2010}' | '\u{2011}') {
            break;
        } else {
            joint = true;
        }
    }
    end
}

#[cfg(test)]
mod tests {
    use super::{Case, latin};

    fn plain(text: &str) -> Vec<&str> {
        latin(text).into_iter().filter(|word| !word.code).map(|word| word.text).collect()
    }

    #[test]
    fn words_are_found_beside_chinese_and_marks() {
        assert_eq!(
            plain("由Avi Verma,Ethan创办的O’Brien-Lab。"),
            ["Avi", "Verma", "Ethan", "O’Brien-Lab"]
        );
        assert_eq!(plain("用GPT-4o写，3M的AI/ML'"), ["GPT-4o", "3M", "AI", "ML"]);
    }

    #[test]
    fn addresses_handles_and_code_are_no_words() {
        for text in [
            "https://a.com/Openai",
            "@openai",
            "#openai",
            "a@openai.com",
            "openai.com",
            "see_openai",
            "src/openai/lib",
            "`openai`",
            "x=openai",
            "C:\\openai",
            "openai.rs",
        ] {
            assert!(plain(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn a_run_is_divided_by_all_but_a_space() {
        let runs: Vec<u32> = latin("A b，C d和E").iter().map(|word| word.run).collect();
        assert_eq!(runs, [1, 1, 2, 2, 3]);
    }

    #[test]
    fn case_is_told_by_letters() {
        let case = |text| latin(text)[0].case();
        assert_eq!(
            [case("openai"), case("Openai"), case("OPENAI"), case("OpenAI"), case("A")],
            [Case::Small, Case::Title, Case::Capital, Case::Mixed, Case::Title]
        );
        assert_eq!(
            [case("gpt-4"), case("iPhone"), case("GPT-4")],
            [Case::Small, Case::Mixed, Case::Capital]
        );
    }
}
