//! Which quotation mark and which bracket goes with which.

use super::{chars, sealed};
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
        let mut stack = Stack { text, open: vec![], lone: vec![] };
        let urls = sealed::urls(text);
        let mut urls = urls.iter().peekable();
        for (at, c) in text.char_indices() {
            while urls.next_if(|url| url.end <= at).is_some() {}
            if !urls.peek().is_some_and(|url| url.contains(&at)) {
                stack.take(at, c);
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
}

impl Stack<'_> {
    fn take(&mut self, at: usize, c: char) {
        let mark = narrow(c);
        if !is_paired(mark) || is_apostrophe(self.text, at, c) || is_figure(self.text, at, c) {
            return;
        }
        if chars::is_opener(mark) {
            self.open.push((at, c));
            if self.open.len() > DEPTH {
                self.lone.push(self.open.remove(0));
            }
            return;
        }
        let half = |(_, open): &(usize, char)| chars::partner(narrow(*open)) == Some(mark);
        match self.open.iter().rposition(half) {
            Some(nth) => {
                self.lone.extend(self.open.drain(nth..).skip(1));
            }
            None if c != '’' => self.lone.push((at, c)),
            None => {}
        }
    }

    fn done(mut self) -> Pairing {
        let unopened = self.lone.iter().position(|(_, c)| chars::is_closer(*c));
        let mut pairing = Pairing::default();
        if let Some(first) = unopened
            && self.lone.iter().all(|(at, _)| *at >= self.lone[first].0)
            && self.open.iter().all(|(at, _)| *at > self.lone[first].0)
        {
            let first = self.lone.remove(first);
            pairing.closed = Some(lone(self.text, first));
        }
        pairing.open = self.open.pop().map(|it| lone(self.text, it));
        self.lone.append(&mut self.open);
        self.lone.sort_unstable();
        pairing.faults = self.lone.into_iter().map(|it| lone(self.text, it)).collect();
        pairing.settle()
    }
}

impl Pairing {
    /// Two lone marks of one kind are a pair of which one is turned the wrong way.
    fn settle(mut self) -> Self {
        let mut all: Vec<Lone> = self.closed.take().into_iter().collect();
        all.append(&mut self.faults);
        let last = self.open.take();
        let has_last = last.is_some();
        all.extend(last);
        let mut kept: Vec<Lone> = vec![];
        let mut paired = false;
        for next in all {
            match kept.last().filter(|before| !paired && before.mark == next.mark) {
                Some(before) if next.turned != before.turned => {
                    if next.turned {
                        kept.pop();
                        kept.push(next);
                    }
                    paired = true;
                }
                Some(before) if chars::is_closer(before.mark) => {
                    let turned = Lone { turned: true, ..before.clone() };
                    kept.pop();
                    kept.push(turned);
                    paired = true;
                }
                _ => {
                    kept.push(next);
                    paired = false;
                }
            }
        }
        let may_open = |it: &Lone| has_last && !paired && chars::is_opener(it.mark);
        self.open = kept.pop_if(|it| may_open(it));
        if kept.first().is_some_and(|it| chars::is_closer(it.mark) && !it.turned) {
            self.closed = Some(kept.remove(0));
        }
        self.faults = kept;
        self
    }
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
    let touches = text[..at].chars().next_back().is_some_and(char::is_alphanumeric);
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
    free && after.is_some_and(char::is_alphanumeric)
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

/// Whether the mark is an apostrophe: a letter or a digit follows it at once.
fn is_apostrophe(text: &str, at: usize, c: char) -> bool {
    let word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let (before, after) =
        (text[..at].chars().next_back(), text[at + c.len_utf8()..].chars().next());
    match c {
        '’' => word(before) && word(after),
        '‘' => word(before) || after.is_some_and(|c| c.is_ascii_digit()),
        _ => false,
    }
}

/// Whether a bracket belongs to the number of an item, `1)`, or to a face, `:)`.
fn is_figure(text: &str, at: usize, c: char) -> bool {
    const NUMERALS: &str = "一二三四五六七八九十";
    if !matches!(c, '(' | ')' | '（' | '）') {
        return false;
    }
    let before = &text[..at];
    let number: Vec<char> = before
        .chars()
        .rev()
        .take_while(|c| c.is_ascii_alphanumeric() || NUMERALS.contains(*c))
        .take(4)
        .collect();
    let edge = number.iter().map(|c| c.len_utf8()).sum::<usize>();
    let free = before[..before.len() - edge].chars().next_back();
    let is_free =
        free.is_none_or(|c| c.is_whitespace() || chars::is_stop(c) || chars::is_opener(c));
    let is_number = matches!(c, ')' | '）') && (1..=3).contains(&number.len()) && is_free;
    let odd = |c: char| {
        !c.is_alphanumeric()
            && !c.is_whitespace()
            && !chars::is_stop(c)
            && !chars::is_opener(c)
            && !chars::is_closer(c)
            && !"\"'%/$€£¥+~&".contains(c)
    };
    let eye = |c: Option<char>| c.is_some_and(|c| odd(c) || matches!(c, ':' | ';' | '='));
    is_number && free != Some('(') && free != Some('（')
        || eye(before.chars().next_back())
        || matches!(c, '(') && eye(text[at + 1..].chars().next())
}

#[cfg(test)]
mod tests {
    use super::Pairing;

    fn faults(text: &str) -> Vec<(&str, bool)> {
        Pairing::of(text).faults.into_iter().map(|it| (&text[it.at], it.turned)).collect()
    }

    #[test]
    fn pairs_are_no_fault() {
        for text in ["他說：「『好』。」", "（甲）(乙）", "1)甲 2)乙 :) rock ’n’ roll", "it’s ‘90s"]
        {
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
