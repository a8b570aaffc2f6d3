use super::sealed::sealed;
use super::sentences::sentences_beside;
use super::{CharSet, Landmarks, Span, chars};
use std::ops::Range;

/// The clauses of a text: what stands between commas, semicolons, colons and the ends of
/// sentences, without the punctuation and the spaces around it. Clauses without text are left
/// out; numbers (`1,000`), times (`7:30`) and URLs are not cut.
pub fn clauses(text: &str) -> Vec<Span> {
    Cuts::among(&Landmarks::of(text)).clauses
}

fn clauses_of(marks: &Landmarks, sealed: &[Range<usize>], sentences: &[Span]) -> Vec<Span> {
    let (text, mut found) = (marks.text(), Vec::with_capacity(sentences.len() * 4));
    let mut urls = sealed.iter().peekable();
    let mut marks = marks.iter().filter(|it| MARKS.has(it.c)).peekable();
    for sentence in sentences {
        let mut start = sentence.range().start;
        while let Some(mark) = marks.next_if(|it| it.start() < sentence.range().end) {
            let at = mark.start();
            while urls.next_if(|url| url.end <= at).is_some() {}
            let is_sealed = urls.peek().is_some_and(|url| url.contains(&at));
            if !is_sealed && !is_in_number(text, at, mark.c) {
                found.extend(bared(text, start, at));
                start = mark.end();
            }
        }
        found.extend(bared(text, start, sentence.range().end));
    }
    found
}

/// A text cut into sentences and clauses at once.
#[derive(Clone, Debug, Default)]
pub struct Cuts {
    /// Its sentences, as [`sentences`](super::sentences) has them.
    pub sentences: Vec<Span>,
    /// Its clauses, as [`clauses`] has them.
    pub clauses: Vec<Span>,
}

impl Cuts {
    /// Cuts the text with these landmarks.
    pub fn among(marks: &Landmarks) -> Self {
        let sealed = sealed(marks);
        let sentences = sentences_beside(marks, &sealed);
        let clauses = clauses_of(marks, &sealed, &sentences);
        Self { sentences, clauses }
    }
}

static MARKS: CharSet = CharSet::of("，,；;：:");

/// Whether a half-width mark, or a colon of any width, has a digit on both sides.
fn is_in_number(text: &str, at: usize, mark: char) -> bool {
    let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
    matches!(mark, ',' | ':' | '：')
        && is_digit(text[..at].chars().next_back())
        && is_digit(text[at + mark.len_utf8()..].chars().next())
}

/// A stretch without stops and spaces around it, nor brackets and quotation marks whose other
/// half is not in it or that enclose it; nothing if no text is left.
fn bared(text: &str, start: usize, end: usize) -> Option<Span> {
    let is_outer = |c: char| {
        !chars::is_common_han(c)
            && (c.is_whitespace() || chars::is_stop(c) || matches!(c, '"' | '\'' | '-'))
    };
    // The last clause of a sentence ends with its stop.
    let whole = text[start..end].strip_suffix('。').unwrap_or(&text[start..end]);
    if is_bare(whole) {
        return Some(Span::from(start..start + whole.len()));
    }
    let mut clause = text[start..end].trim_matches(is_outer);
    // More marks in one another than this are damage; to take off each would take long.
    for _ in 0..8 {
        if is_bare(clause) {
            break;
        }
        let less = without_half(clause).trim_matches(is_outer);
        if less.len() == clause.len() {
            break;
        }
        clause = less;
    }
    let start = clause.as_ptr() as usize - text.as_ptr() as usize;
    clause.contains(chars::is_alphanumeric).then(|| Span::from(start..start + clause.len()))
}

/// Whether a clause begins and ends with Chinese characters, so that no mark encloses it.
fn is_bare(clause: &str) -> bool {
    clause.starts_with(chars::is_common_han) && clause.ends_with(chars::is_common_han)
}

/// A clause without the mark at its beginning or its end whose other half it does not have, and
/// without a pair of marks around all of it.
fn without_half(clause: &str) -> &str {
    let mut inside = clause.chars();
    let (Some(first), Some(last)) = (inside.next(), inside.next_back()) else {
        return clause;
    };
    let inside = inside.as_str();
    let half = |c: char, is: fn(char) -> bool| is(c).then(|| chars::partner(c)).flatten();
    match (half(first, chars::is_opener), half(last, chars::is_closer)) {
        (Some(closer), _) if closer == last && !inside.contains(closer) => inside,
        (Some(closer), _) if !clause.contains(closer) => &clause[first.len_utf8()..],
        (_, Some(opener)) if !clause.contains(opener) => &clause[..clause.len() - last.len_utf8()],
        _ => clause,
    }
}

#[cfg(test)]
mod tests {
    use super::clauses;

    fn found(text: &str) -> Vec<&str> {
        clauses(text).into_iter().map(|span| &text[span.range()]).collect()
    }

    #[test]
    fn clauses_stand_between_commas() {
        assert_eq!(
            found("，他走了,再也沒有；回來：「好。」 "),
            ["他走了", "再也沒有", "回來", "好"]
        );
        assert_eq!(
            found("他说：“这是困难的决定，“这是困难的决定，"),
            ["他说", "这是困难的决定", "这是困难的决定"]
        );
        assert_eq!(found("。。，，"), [""; 0]);
    }

    #[test]
    fn numbers_times_and_urls_are_whole() {
        assert_eq!(
            found("約1,000人，7:30到，見 http://a.b/c:d,e。"),
            ["約1,000人", "7:30到", "見 http://a.b/c:d,e"]
        );
    }

    #[test]
    fn pairs_of_marks_stay_unless_they_enclose_all() {
        assert_eq!(found("梅塔(Meta)，「甲」和「乙」"), ["梅塔(Meta)", "「甲」和「乙」"]);
        assert_eq!(found("（他沒來）"), ["他沒來"]);
    }
}
