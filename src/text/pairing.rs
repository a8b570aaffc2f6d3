//! Which quotation mark and which bracket goes with which.

use super::figure::{is_apostrophe, is_face, is_item, is_run};
use super::{Landmarks, chars};
use std::ops::Range;

/// What is wrong with the quotation marks and brackets of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairing {
    /// Marks that certainly lack their other half, or that stand for it, in order.
    pub faults: Vec<Lone>,
    /// The last mark that is still open at the end: the quotation may go on in the next paragraph.
    pub open: Option<Lone>,
    /// The first mark that closes what the text did not open.
    pub closed: Option<Lone>,
    /// The last straight quote where their number is odd, and no other quotation mark can be its
    /// other half.
    pub straight: Option<Lone>,
}

/// A mark without its other half.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lone {
    /// Its bytes.
    pub at: Range<usize>,
    /// The mark.
    pub mark: char,
    /// Whether its other half belongs here instead.
    pub turned: bool,
}

impl Pairing {
    /// The pairing of one paragraph.
    pub fn of(text: &str) -> Self {
        Self::among(&Landmarks::of(text))
    }

    /// The pairing of the paragraph with these landmarks.
    pub fn among(marks: &Landmarks) -> Self {
        let mut stack = Stack { text: marks.text(), open: vec![], lone: vec![], straight: None };
        let urls = marks.urls();
        let mut urls = urls.iter().peekable();
        for mark in marks.iter().filter(|it| it.c == '"' || is_paired(narrow(it.c))) {
            while urls.next_if(|url| url.end <= mark.start()).is_some() {}
            if !urls.peek().is_some_and(|url| url.contains(&mark.start())) {
                stack.take(mark.start(), mark.c);
            }
        }
        stack.done()
    }
}

/// Marks that stand open in one another, at most: more are damage already.
const DEPTH: usize = 16;

struct Stack<'t> {
    text: &'t str,
    open: Vec<(usize, char)>,
    lone: Vec<(usize, char)>,
    /// The straight quote that is open.
    straight: Option<usize>,
}

impl Stack<'_> {
    fn take(&mut self, at: usize, c: char) {
        let (text, mark) = (self.text, narrow(c));
        // Behind a digit it is an inch.
        if c == '"' && !text[..at].ends_with(|c: char| c.is_ascii_digit()) {
            self.straight = if self.straight.is_none() { Some(at) } else { None };
        }
        if !is_paired(mark) || is_run(text, at, c) || is_apostrophe(text, at, c) {
            return;
        }
        if chars::is_opener(mark) {
            self.open(at, c);
            return;
        }
        let half = |(_, open): &(usize, char)| chars::partner(narrow(*open)) == Some(mark);
        match self.open.iter().rposition(half) {
            Some(nth) => self.lone.extend(self.open.drain(nth..).skip(1)),
            None if c == '’' || is_item(text, at, mark) || is_face(text, at, c) => {}
            None => self.lone.push((at, c)),
        }
    }

    fn open(&mut self, at: usize, c: char) {
        if !is_face(self.text, at, c) {
            self.open.push((at, c));
        }
        if self.open.len() > DEPTH {
            self.lone.push(self.open.remove(0));
        }
    }

    /// What stands in marks may have begun before the text and may go on behind it.
    fn done(mut self) -> Pairing {
        let last = self.open.pop();
        self.lone.append(&mut self.open);
        self.lone.sort_unstable();
        self.lone.extend(last);
        let mut faults: Vec<Lone> = self.lone.into_iter().map(|it| lone(self.text, it)).collect();
        let turned = settle(&mut faults);
        let goes_on = |it: &mut Lone| {
            let is_last = last.is_some_and(|last| it.at.start == last.0);
            is_last && !turned.contains(&it.at.start) && may_cross(self.text, it)
        };
        let open = faults.pop_if(goes_on);
        let came = |it: &Lone| chars::is_closer(it.mark) && !it.turned && may_cross(self.text, it);
        let closed = faults.first().is_some_and(came).then(|| faults.remove(0));
        let all = faults.iter().chain(&open).chain(&closed);
        let alone = !all.map(|it| it.mark).any(chars::is_quote);
        let straight = self.straight.filter(|_| alone);
        let straight = straight.map(|at| Lone { at: at..at + 1, mark: '"', turned: false });
        Pairing { faults, open, closed, straight }
    }
}

/// Whether the other half of a mark may stand in another paragraph: of a quotation mark always, of
/// a bracket if no sentence ends between it and the edge.
fn may_cross(text: &str, lone: &Lone) -> bool {
    let is_open = chars::is_opener(narrow(lone.mark));
    let edge = if is_open { &text[lone.at.end..] } else { &text[..lone.at.start] };
    let inside = edge.trim_end_matches(|c: char| !chars::is_alphanumeric(c));
    chars::is_quote(lone.mark) || !inside.contains(|c| c != '…' && chars::is_terminal(c))
}

/// Of two lone marks of one kind that follow each other one is turned the wrong way: the second
/// opening mark if it stands where one closes, the first closing mark. The other is none then.
/// Gives the places of those that are turned.
fn settle(lone: &mut Vec<Lone>) -> Vec<usize> {
    let mut kept: Vec<Lone> = vec![];
    let mut turned = vec![];
    for mut next in lone.drain(..) {
        let before =
            kept.last().filter(|it| it.mark == next.mark && !turned.contains(&it.at.start));
        match before.cloned() {
            Some(mut before) if chars::is_closer(next.mark) => {
                before.turned = true;
                next = before;
            }
            Some(before) if next.turned && !before.turned => {}
            _ => {
                kept.push(next);
                continue;
            }
        }
        kept.pop();
        turned.push(next.at.start);
        kept.push(next);
    }
    *lone = kept;
    turned
}

fn lone(text: &str, (at, mark): (usize, char)) -> Lone {
    let end = at + mark.len_utf8();
    let turned = if chars::is_opener(mark) { ends(text, at, end) } else { begins(text, at, end) };
    Lone { at: at..end, mark, turned }
}

/// Whether an opening quotation mark stands where one closes: a stop before it or behind it.
fn ends(text: &str, at: usize, end: usize) -> bool {
    let before = text[..at].trim_end().chars().next_back();
    let after = text[end..].chars().next();
    let touches = text[..at].chars().next_back().is_some_and(chars::is_alphanumeric);
    let stops =
        |c: char| chars::is_terminal(c) || matches!(c, '，' | '、' | '；' | ',' | ';' | '.');
    before.is_some_and(chars::is_terminal)
        || touches && after.is_none_or(|c| stops(c) || c.is_whitespace())
}

/// Whether a closing quotation mark stands where one opens: nothing, a space or a colon before
/// it, a word behind it.
fn begins(text: &str, at: usize, end: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[end..].chars().next();
    let free = before.is_none_or(|c| c.is_whitespace() || matches!(c, '：' | ':' | '(' | '（'));
    free && after.is_some_and(chars::is_alphanumeric)
}

fn is_paired(c: char) -> bool {
    chars::is_quote(c)
        || matches!(c, '(' | ')' | '《' | '》' | '〈' | '〉' | '【' | '】' | '〔' | '〕')
}

fn narrow(c: char) -> char {
    match c {
        '（' => '(',
        '）' => ')',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::Pairing;

    fn faults(text: &str) -> Vec<(&str, bool)> {
        Pairing::of(text).faults.into_iter().map(|it| (&text[it.at], it.turned)).collect()
    }

    #[test]
    fn pairs_are_no_fault() {
        for text in [
            "他說：「『好』。」",
            "（甲）(乙）",
            "1)甲 2)乙 :) ：( rock ’n’ roll",
            "it’s ‘90s：（注）",
        ] {
            assert_eq!(Pairing::of(text), Pairing::default(), "{text}");
        }
    }

    #[test]
    fn a_mark_that_is_never_closed_is_found() {
        assert_eq!(faults("他说，“这难，“这难，“这对。”"), [("“", false)]);
        assert_eq!(faults("他说「甲（乙」丙。"), [("（", false)]);
    }

    #[test]
    fn the_last_quotation_may_go_on() {
        assert_eq!(faults("他说：“我走了。"), []);
        assert!(Pairing::of("他说：“我走了。").open.is_some());
        assert!(Pairing::of("我走了。”他说。").closed.is_some());
    }

    #[test]
    fn a_mark_the_wrong_way_round_is_found() {
        assert_eq!(faults("他说“全面的方法“，然后走了。"), [("“", true)]);
        assert_eq!(faults("他说：”好。”然后走了。"), [("”", true)]);
    }
}
