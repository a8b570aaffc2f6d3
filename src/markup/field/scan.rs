use super::brace::{Brace, brace};
use super::{Field, Sort, printf};
use crate::text::urls;
use std::ops::Range;

/// The placeholders of a text, in order, found in one pass.
///
/// ```
/// use xindaya::markup::fields;
///
/// let keys = |text| fields(text).into_iter().map(|it| it.key).collect::<Vec<_>>();
/// assert_eq!(keys("{name}: 100% of %d files, %1$s"), ["{name}", "d", "s"]);
/// ```
pub fn fields(text: &str) -> Vec<Field> {
    let mut scan = Scan { text, at: 0, urls: urls(text), found: vec![], open: vec![] };
    while let Some(next) = scan.next_mark() {
        scan.at = next;
        scan.step();
    }
    scan.found
}

/// Choices and branches that stand inside one another, at most.
const DEPTH: usize = 16;

struct Scan<'t> {
    text: &'t str,
    at: usize,
    urls: Vec<Range<usize>>,
    found: Vec<Field>,
    /// The choices and branches that are open.
    open: Vec<Open<'t>>,
}

enum Open<'t> {
    Choice { name: &'t str, is_plural: bool },
    Branch,
}

impl Scan<'_> {
    fn next_mark(&self) -> Option<usize> {
        let mark = |byte: &u8| matches!(byte, b'%' | b'{' | b'}' | b'$' | b'&');
        Some(self.at + self.text.as_bytes()[self.at..].iter().position(mark)?)
    }

    fn step(&mut self) {
        match self.text.as_bytes()[self.at] {
            b'%' => self.percent(),
            b'{' => self.brace(),
            b'$' => self.simple(dollar),
            b'&' => self.simple(entity),
            _ => {
                self.open.pop();
                self.at += 1;
            }
        }
    }

    /// Takes a placeholder of this length down, and goes on behind it.
    fn take(&mut self, from: usize, length: usize, sort: Sort, key: String) {
        let span = (from..self.at + length).into();
        self.found.push(Field { span, sort, key });
        self.at += length;
    }

    fn percent(&mut self) {
        let before = &self.text[..self.at];
        let follows_field = self.found.last().is_some_and(|it| it.span.range().end == self.at);
        let counts = before.ends_with(|c: char| c.is_ascii_digit()) && !follows_field;
        let next = self.urls.partition_point(|it| it.end <= self.at);
        let in_url = self.urls.get(next).is_some_and(|it| it.start <= self.at);
        let found = (!in_url).then(|| printf::percent(self.text, self.at)).flatten();
        match found {
            Some((length, Sort::Percent, key)) => self.take(self.at, length, Sort::Percent, key),
            Some((length, sort, key)) if !counts => self.take(self.at, length, sort, key),
            _ => self.at += 1,
        }
    }

    fn simple(&mut self, read: fn(&str) -> Option<usize>) {
        match read(&self.text[self.at..]) {
            Some(length) => {
                let key = self.text[self.at..self.at + length].to_owned();
                self.take(self.at, length, Sort::Named, key);
            }
            None => self.at += 1,
        }
    }

    fn brace(&mut self) {
        if let Some(Open::Choice { name, is_plural }) = self.open.last() {
            let (name, is_plural) = (*name, *is_plural);
            return self.branch(name, is_plural);
        }
        let before = &self.text[..self.at];
        let prefix = before.chars().next_back().filter(|c| matches!(c, '$' | '#' | '%' | '@'));
        let from = self.at - usize::from(prefix.is_some());
        match brace(&self.text[self.at..]) {
            Some(Brace::Field { length, key, sort }) => {
                let key = prefix.into_iter().chain(key.chars()).collect();
                self.take(from, length, sort, key);
            }
            Some(Brace::Choice { length, name, is_plural }) if self.open.len() < DEPTH => {
                self.take(self.at, length, Sort::Choice, format!("{{{name}}}"));
                self.open.push(Open::Choice { name, is_plural });
            }
            _ => {
                // A brace of anything else closes before the choice around it does.
                let inside = !self.open.is_empty() && self.open.len() < DEPTH;
                self.open.extend(inside.then_some(Open::Branch));
                self.at += 1;
            }
        }
    }

    /// The branch of a choice, whose name stands before its brace.
    fn branch(&mut self, name: &str, is_plural: bool) {
        let start = self.found.last().map_or(0, |it| it.span.range().end).min(self.at);
        let before = self.text[start..self.at].trim_end();
        let word = before.rsplit(|c: char| c.is_whitespace() || matches!(c, ',' | '}'));
        let word = word.into_iter().next().unwrap_or_default();
        // Of plural forms Chinese needs the last alone.
        if !word.is_empty() && (!is_plural || word == "other") {
            let end = start + before.len();
            let span = (end - word.len()..end).into();
            self.found.push(Field { span, sort: Sort::Branch, key: format!("{name}:{word}") });
        }
        if self.open.len() < DEPTH {
            self.open.push(Open::Branch);
        }
        self.at += 1;
    }
}

/// How long the `$t(key)` or `$NAME$` is that a text begins with.
fn dollar(text: &str) -> Option<usize> {
    if let Some(inside) = text.strip_prefix("$t(") {
        let end = inside.find([')', '\n', '('])?;
        return (end > 0 && inside[end..].starts_with(')')).then_some(end + 4);
    }
    let name = text[1..].find(|c: char| !(c.is_ascii_alphanumeric() || c == '_'))?;
    let is_name = name > 1 && !text.as_bytes()[1].is_ascii_digit();
    (is_name && text[1 + name..].starts_with('$')).then_some(name + 2)
}

/// How long the entity is that a text begins with, if its name is a program's own: those of HTML
/// have no capital inside a long name.
fn entity(text: &str) -> Option<usize> {
    let name = text[1..].find(|c: char| !(c.is_ascii_alphanumeric() || c == '.'))?;
    let is_own = name > 5 && text[2..=name].contains(|c: char| c.is_ascii_uppercase() || c == '.');
    (is_own && text[1 + name..].starts_with(';')).then_some(name + 2)
}

#[cfg(test)]
mod tests {
    use super::fields;

    fn found(text: &str) -> Vec<(String, String)> {
        let shown = |it: super::Field| (text[it.span.range()].to_owned(), it.key);
        fields(text).into_iter().map(shown).collect()
    }

    fn written(text: &str) -> Vec<String> {
        found(text).into_iter().map(|it| it.0).collect()
    }

    #[test]
    fn every_family_is_known() {
        for field in [
            "%s",
            "%@",
            "%1$s",
            "%2$@",
            "%-5d",
            "%05.2f",
            "%lld",
            "%(name)s",
            "%(n)03d",
            "%%",
            "%n",
            "%1",
            "%L1",
            "%{name}",
            "%<name>s",
            "%#@files@",
            "%NAME%",
            "%count%",
            "{0}",
            "{}",
            "{name}",
            "{ name }",
            "{user.name}",
            "{0:N2}",
            "{d:%Y-%m-%d}",
            "{name!r:>10}",
            "{d, date, short}",
            "{{name}}",
            "{{ user.name | upper }}",
            "{{#if x}}",
            "{% if x %}",
            "${name}",
            "#{name}",
            "$t(common.ok)",
            "$NAME$",
            "&brandShortName;",
        ] {
            assert_eq!(written(&format!("共 {field} 個")), [field], "{field}");
        }
    }

    #[test]
    fn what_only_looks_like_one_is_none() {
        for text in [
            "100% of them, 50%discount, 5% so far",
            "A ∈ {1, 2} and {a, b}",
            "{ return x; }",
            "costs $5 and $6",
            "R&D, AT&T; &nbsp; &copy;",
            "https://a.b/%E4%BD%A0%20d?x={",
            "%E4%BD%A0",
            "{",
            "}}",
            "%",
            "$",
            "{\"a\": 1}",
            "{一}",
            "100 %",
            "a{b c}",
        ] {
            assert_eq!(written(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn choices_have_their_branches_and_what_stands_in_them() {
        let text = "{n, plural, =0 {none} one {# file of {who}} other {# files of {who}}} {x}";
        let keys: Vec<String> = found(text).into_iter().map(|it| it.1).collect();
        assert_eq!(keys, ["{n}", "{who}", "n:other", "{who}", "{x}"]);
        let text = "{g, select, male {He} female {She} other {They}} left";
        assert_eq!(written(text), ["{g, select,", "male", "female", "other"]);
    }

    #[test]
    fn hostile_texts_end_soon() {
        for part in ["{", "}", "%", "{n, plural, ", "{{", "$", "%(", "{a", "&a", "{n, select, x {"]
        {
            let _ = fields(&part.repeat(50_000));
        }
    }
}
