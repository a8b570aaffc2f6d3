use super::sealed::sealed;
use super::{CharSet, Landmark, Landmarks, Span, chars};
use std::iter::Peekable;
use std::ops::Range;
use std::slice::Iter;

/// The sentences of a text, in order and without gaps; spaces after a sentence belong to it.
///
/// A line end always ends one. Else a stop does, together with the stops and the closing marks
/// that follow it, unless
///
/// * it stands in a URL, or in a title, bracket or short quotation within a sentence;
/// * what follows cannot begin a sentence: a comma, or after a quotation 的;
/// * digits or Latin letters stand around it (`7。5`, `a?b`), or it is a full stop of an
///   abbreviation, of a list's number, or of three dots.
pub fn sentences(text: &str) -> Vec<Span> {
    let marks = Landmarks::of(text);
    sentences_beside(&marks, &sealed(&marks))
}

/// The sentences of a text whose sealed stretches are known.
pub(super) fn sentences_beside(marks: &Landmarks, sealed: &[Range<usize>]) -> Vec<Span> {
    let text = marks.text();
    let mut cutter =
        Cutter { text, marks: marks.iter(), sealed: sealed.iter().peekable(), start: 0 };
    let mut found = Vec::with_capacity(4);
    let mut from = 0;
    while let Some(end) = cutter.next_end(from) {
        found.push(Span::from(cutter.start..end));
        cutter.start = end;
        from = end;
    }
    if cutter.start < text.len() {
        found.push(Span::from(cutter.start..text.len()));
    }
    found
}

struct Cutter<'t> {
    text: &'t str,
    /// What stands out in the text and was not passed yet.
    marks: Iter<'t, Landmark>,
    sealed: Peekable<Iter<'t, Range<usize>>>,
    /// The first byte of the sentence.
    start: usize,
}

impl Cutter<'_> {
    /// Where the sentence ends that goes on at the byte `from`, if a stop or a line ends it.
    fn next_end(&mut self, mut from: usize) -> Option<usize> {
        loop {
            let ends = |it: &&Landmark| it.start() >= from && ENDS.has(it.c);
            let at = self.marks.find(ends)?.start();
            from = match self.seal_over(at) {
                Some(sealed) => sealed.end,
                None => match self.end_at(at) {
                    (true, end) => return Some(end),
                    (false, after) => after,
                },
            };
        }
    }

    /// The sealed stretch that a byte stands in.
    fn seal_over(&mut self, at: usize) -> Option<Range<usize>> {
        while self.sealed.next_if(|sealed| sealed.end <= at).is_some() {}
        self.sealed.peek().filter(|sealed| sealed.contains(&at)).map(|sealed| (*sealed).clone())
    }

    /// Whether the sentence ends with the stop at `at`, and where then, or where to look on.
    fn end_at(&self, at: usize) -> (bool, usize) {
        let text = self.text;
        // Nearly all sentences end so.
        if let Some(rest) = text[at..].strip_prefix('。')
            && (rest.is_empty() || rest.starts_with(chars::is_common_han))
        {
            return (true, text.len() - rest.len());
        }
        let run = at + prefix(&text[at..], |c| c == '.' || chars::is_terminal(c));
        if text[at..].starts_with('\n') {
            return (true, skip_spaces(text, at));
        }
        let (before, after) = (&text[self.start..at], &text[run..]);
        let can_end = match &text[at..run] {
            "." => full_stop_ends(before, after),
            dots if dots.bytes().all(|byte| byte == b'.') => after.trim_start().is_empty(),
            stops => stops_end(stops, before, after),
        };
        let closed = run + closers(after);
        let is_quoted = closed > run;
        if can_end && can_follow(&text[closed..], is_quoted) {
            (true, skip_spaces(text, closed))
        } else {
            (false, run)
        }
    }
}

/// What may end a sentence: [`chars::is_terminal`], full stops, ends of lines.
static ENDS: CharSet = CharSet::of("。！？!?…．｡.\n");

/// Bytes that the characters of one kind take at the beginning of a text.
fn prefix(text: &str, is: impl Fn(char) -> bool) -> usize {
    text.find(|c| !is(c)).unwrap_or(text.len())
}

fn skip_spaces(text: &str, at: usize) -> usize {
    at + prefix(&text[at..], char::is_whitespace)
}

/// Bytes of the closing marks, and of spaces before one, that follow a stop. A straight
/// quotation mark closes if nothing, or no letter, stands right after it.
fn closers(after: &str) -> usize {
    let mut length = 0;
    loop {
        let rest = &after[length..];
        let spaces = prefix(rest, |c| c == ' ');
        let mut next = rest[spaces..].chars();
        match next.next() {
            Some(c) if chars::is_closer(c) => length += spaces + c.len_utf8(),
            Some('"' | '\'') if spaces == 0 && !next.next().is_some_and(chars::is_alphanumeric) => {
                length += 1;
            }
            Some(c) if length > 0 && spaces == 0 && chars::is_terminal(c) => length += c.len_utf8(),
            _ => return length,
        }
    }
}

/// Whether what follows a stop may begin a sentence.
fn can_follow(rest: &str, is_quoted: bool) -> bool {
    let is_particle =
        rest.starts_with('的') && !["的确", "的確", "的士"].iter().any(|it| rest.starts_with(it));
    !(rest.starts_with(['，', '、', '；', ',', ';']) || is_quoted && is_particle)
}

/// Whether a run of stops other than one full stop ends a sentence.
fn stops_end(stops: &str, before: &str, after: &str) -> bool {
    let (left, right) = (before.chars().next_back(), after.chars().next());
    let is_digit = |c: Option<char>| c.is_some_and(chars::is_numeric);
    let is_of_code = |c: char| c.is_ascii_alphanumeric() || "=&/-_%#".contains(c);
    match stops {
        "。" | "｡" => !(is_digit(left) && is_digit(right)),
        // Between the parts of a foreign name it is a middle dot.
        "．" => right.is_none_or(|c| c.is_whitespace() || chars::is_closer(c)),
        _ if stops.is_ascii() && left.is_some_and(|c| c.is_ascii()) => {
            let word = after.trim_start().chars().next();
            !right.is_some_and(is_of_code) && !word.is_some_and(char::is_lowercase)
        }
        _ => true,
    }
}

/// Whether one half-width full stop ends a sentence: a capital or a Chinese character follows,
/// and before it stands neither an abbreviation nor the number of an item.
fn full_stop_ends(before: &str, after: &str) -> bool {
    let closed = &after[closers(after)..];
    let next = closed.trim_start();
    let has_space = next.len() < closed.len();
    let begins = match next.chars().next() {
        None => return true,
        Some(c) if chars::is_han(c) || chars::is_opener(c) && !c.is_ascii() => true,
        Some(c) => {
            has_space && (c.is_uppercase() || c.is_ascii_digit() || chars::is_opener(c) || c == '"')
        }
    };
    begins && !is_abbreviation(last_word(before)) && !is_number_of_item(before)
}

fn last_word(text: &str) -> &str {
    let divides = |c: char| chars::is_han(c) || !chars::is_alphanumeric(c) && c != '.';
    text.rsplit(divides).next().unwrap_or_default()
}

/// Whether a word with a full stop after it is short for something: one letter, letters with
/// full stops among them, or one of the common ones.
fn is_abbreviation(word: &str) -> bool {
    const SHORT: [&str; 42] = [
        "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "vs", "no", "vol", "fig", "inc", "ltd",
        "co", "corp", "dept", "est", "approx", "gen", "gov", "sen", "rep", "lt", "pp", "sgt",
        "capt", "col", "cmdr", "rev", "hon", "jan", "feb", "mar", "apr", "aug", "sep", "sept",
        "oct", "nov", "dec", "ft",
    ];
    let letters = |part: &str| part.chars().all(char::is_alphabetic);
    let is_initials = word.split('.').all(|part| part.chars().count() == 1 && letters(part));
    is_initials || SHORT.iter().any(|short| short.eq_ignore_ascii_case(word))
}

/// Whether all that stands before a full stop is a number, as before an item of a list.
fn is_number_of_item(before: &str) -> bool {
    let number = before.trim();
    (1..=3).contains(&number.len()) && number.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::sentences;

    /// Cuts the text without its bars, and finds them again.
    fn cut(marked: &str) {
        let text = marked.replace('|', "");
        let parts: Vec<&str> =
            sentences(&text).into_iter().map(|span| &text[span.range()]).collect();
        assert_eq!(parts.join("|"), marked);
    }

    #[test]
    fn stops_end_sentences() {
        cut("他走了。|她留下來！|真的嗎？！|我不知道……|算了。");
        cut("他走了。。。|她留下来!|Really?|是的");
        cut("，他沒有回來。|密度。");
        cut("。");
        cut("");
    }

    #[test]
    fn lines_end_sentences() {
        cut("標題\n|正文一。\n\n|正文二");
        cut("\n|一。");
    }

    #[test]
    fn closing_marks_stay_and_opening_ones_go() {
        cut("他說：「走吧。」|然後走了。|“你好。”|《書名》出版了。");
        cut("“这是正常的。 ”|However, he left. |(没错。)|好。");
        cut("He said \"go.\" |\"Why?\" |他問。");
    }

    #[test]
    fn a_quotation_within_a_sentence_does_not_end_it() {
        cut("他喊了一聲「走！」就跑了。|沒人知道。");
        cut("“走吧！”，他说。|“谁来？”的问题没有答案。");
        cut("她看過《你好！》和《誰？》。|都不錯。");
        cut("他（是誰？）沒有回答。|（他沒來。）|我們走吧。");
    }

    #[test]
    fn numbers_urls_and_words_are_not_cut() {
        cut("進行了7。5年之後，漲了3.14%。|好。");
        cut("見https://example.com/a.b?c=d&e=1！|謝謝。");
        cut("用a?b:c和x!=y。|好。");
        cut("約翰．史密斯來了。|Node.js很好。|等等...然後走了。");
    }

    #[test]
    fn abbreviations_are_not_cut() {
        cut("Dr. Smith 和 J. K. Rowling 來自 U.S. 总部。|e.g. 這個。");
        cut("Meta Inc. 宣布了计划。|1. 概述");
        cut("他有三个名字（Puff Daddy、P. Diddy）。");
        cut("intense internal crisis.|該公司推遲了。|It ended. |The end.");
    }
}
