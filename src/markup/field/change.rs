use super::{Field, Sort, fields};
use crate::markup::placeholder::damaged_placeholders;
use crate::text::Span;
use regex::Regex;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// What became of the placeholders of a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// One of the source is not in the target.
    Missing(Span),
    /// One of the target is not in the source.
    Extra(Span),
    /// One became another: what the source has and what the target has.
    Altered(Span, Span),
    /// Those that take the next value stand in another order, from here on.
    Reordered(Span),
    /// A per cent sign that the source doubles stands alone.
    Single(Span),
}

/// What became of the placeholders of a source in its translation, in no order.
pub fn changes(source: &str, target: &str) -> Vec<Change> {
    let (mut said, mut written) = (fields(source), fields(target));
    if said.is_empty() && written.is_empty() {
        return vec![];
    }
    let single = single(&said, &written, target);
    for list in [&mut said, &mut written] {
        list.retain(|it| it.sort != Sort::Percent);
    }
    if is_date(&said, source) {
        said.clear();
        written.retain(|it| it.sort > Sort::Any);
    }
    numbered(&mut said, &mut written);
    let mut found = compared(&said, &written, source, target);
    found.extend(single.map(Change::Single));
    found
}

fn compared(said: &[Field], written: &[Field], source: &str, target: &str) -> Vec<Change> {
    let mut missing = without(said, written);
    let mut extra = without(written, said);
    if missing.is_empty() && extra.is_empty() {
        return reordered(said, written).map(Change::Reordered).into_iter().collect();
    }
    missing.retain(|it| it.sort != Sort::Branch || chooses(written, it));
    extra.retain(|it| it.sort != Sort::Branch || chooses(said, it));
    if !missing.is_empty() {
        without_broken(&mut missing, source, target);
    }
    let mut altered: Vec<(Span, Span)> = vec![];
    if !missing.is_empty() {
        let mut others: Vec<(char, Span)> =
            extra.iter().map(|it| (family_of(it), it.span)).collect();
        others.extend(translated(target).take(MOST));
        missing.retain(|it| {
            let same = |other: &(char, Span)| other.0 == family_of(it);
            let other = others.iter().position(same).map(|nth| others.remove(nth).1);
            altered.extend(other.map(|other| (it.span, other)));
            other.is_none()
        });
        extra.retain(|it| !altered.iter().any(|(_, other)| *other == it.span));
    }
    // A choice without a branch for everything else is no message, which is told of the whole.
    missing.retain(|it| it.sort != Sort::Branch || !it.key.ends_with(":other"));
    let altered = altered.into_iter().map(|(source, target)| Change::Altered(source, target));
    let missing = missing.into_iter().map(|it| Change::Missing(it.span));
    altered.chain(missing).chain(extra.into_iter().map(|it| Change::Extra(it.span))).collect()
}

/// Whether a text has the choice of a branch: a target may do without choosing.
fn chooses(fields: &[Field], branch: &Field) -> bool {
    let name = branch.key.rsplit_once(':').map_or("", |(name, _)| name);
    let key = format!("{{{name}}}");
    fields.iter().any(|it| it.sort == Sort::Choice && it.key == key)
}

/// Those of `some` that `others` lack. What takes the next value is counted; a name may be used
/// as often as the sentence needs it.
fn without<'f>(some: &'f [Field], others: &[Field]) -> Vec<&'f Field> {
    let name = |it: &Field| (it.sort.min(Sort::Named), it.sort == Sort::Branch, it.key.clone());
    let mut left: BTreeMap<_, usize> = BTreeMap::new();
    for it in others {
        *left.entry(name(it)).or_default() += 1;
    }
    let mut is_missing = |it: &Field| match left.get_mut(&name(it)) {
        None | Some(0) => true,
        Some(count) => {
            *count -= usize::from(it.sort <= Sort::Any);
            false
        }
    };
    some.iter().filter(|it| is_missing(it)).take(MOST).collect()
}

/// So many differences of one text are told.
pub(super) const MOST: usize = 64;

/// Where some are numbered, the others take their values in order: those get their numbers.
fn numbered(said: &mut [Field], written: &mut [Field]) {
    let is_numbered = |it: &Field| matches!(it.sort, Sort::Numbered(_)) && !it.key.is_empty();
    if !said.iter().chain(&*written).any(is_numbered) {
        return;
    }
    for list in [said, written] {
        let next = list.iter_mut().filter(|it| it.sort == Sort::Next);
        for (nth, field) in (1..).zip(next) {
            field.sort = Sort::Numbered(nth);
        }
    }
}

/// Where the order begins to differ of those that take the next value.
fn reordered(said: &[Field], written: &[Field]) -> Option<Span> {
    let next = |list: &[Field]| -> Vec<(String, Span)> {
        let next = list.iter().filter(|it| it.sort == Sort::Next);
        next.map(|it| (it.key.clone(), it.span)).collect()
    };
    let (said, written) = (next(said), next(written));
    let differs: Vec<Span> =
        said.iter().zip(&written).filter(|(a, b)| a.0 != b.0).map(|(_, it)| it.1).collect();
    Some(Span { start: differs.first()?.start, end: differs.last()?.end })
}

/// Whether the letters stand for the parts of a date (`%Y-%m-%d`), whose order is the
/// translation's own.
fn is_date(fields: &[Field], text: &str) -> bool {
    let parts = ["%Y", "%m", "%B", "%b", "%A", "%H", "%I", "%M", "%y", "%j", "%p"];
    let letters = parts.iter().filter(|it| text.contains(**it)).count();
    letters >= 2 && fields.iter().all(|it| it.sort <= Sort::Any)
}

/// The per cent sign that stands alone where placeholders of C are filled, and the source doubles
/// it.
fn single(said: &[Field], written: &[Field], target: &str) -> Option<Span> {
    let doubles = said.iter().any(|it| it.sort == Sort::Percent);
    let fills = said.iter().any(|it| matches!(it.sort, Sort::Next | Sort::Numbered(_)));
    let mut signs = target.match_indices('%').map(|(at, sign)| Span::from(at..at + sign.len()));
    let is_field = |it: &Span| {
        let next = written.partition_point(|field| field.span.end <= it.start);
        written.get(next).is_some_and(|field| field.span.start <= it.start)
    };
    signs.find(|it| doubles && fills && !is_field(it))
}

/// Passes over those that are in the target with spaces or wide marks inside: that is another
/// fault.
fn without_broken(missing: &mut Vec<&Field>, source: &str, target: &str) {
    for it in damaged_placeholders(target, Some(source)) {
        let mended = it.right.map(|right| fields(&right)).unwrap_or_default();
        for field in mended {
            let nth = missing.iter().position(|it| it.key == field.key);
            nth.map(|nth| missing.remove(nth));
        }
    }
}

static TRANSLATED: LazyLock<Regex> = LazyLock::new(|| {
    let name = "[^{}｛｝\\n]{0,16}\\p{Han}[^{}｛｝\\n]{0,16}";
    let forms = [
        format!("[$＄#＃%％]?[{{｛]{{1,2}}{name}[}}｝]{{1,2}}"),
        format!("[%％][(（]{name}[)）]\\s?[sd]"),
        "[%％]\\p{Han}{1,6}[%％]".to_owned(),
    ];
    Regex::new(&forms.join("|")).expect("the pattern is fixed")
});

/// What stands in the marks of a placeholder in Chinese.
fn translated(target: &str) -> impl Iterator<Item = (char, Span)> {
    let found = TRANSLATED.find_iter(target);
    found.map(|it| (family(it.as_str()), it.range().into()))
}

fn family_of(field: &Field) -> char {
    if field.sort == Sort::Branch { ':' } else { family(&field.key) }
}

/// The mark that a placeholder begins with: names are exchanged for names in the same marks.
fn family(written: &str) -> char {
    match written.chars().next() {
        Some('%' | '％') => '%',
        Some('$' | '＄') => '$',
        Some('{' | '｛') => '{',
        // Conversions are known by their letter alone.
        Some(c) if c.is_ascii_alphabetic() || c == '@' => 'd',
        _ => '#',
    }
}

#[cfg(test)]
mod tests {
    use super::{Change, changes};

    /// What changed, in a few words.
    fn found(source: &str, target: &str) -> Vec<String> {
        let shown = |it: Change| match it {
            Change::Missing(span) => format!("-{}", &source[span.range()]),
            Change::Extra(span) => format!("+{}", &target[span.range()]),
            Change::Altered(one, other) => {
                format!("{}>{}", &source[one.range()], &target[other.range()])
            }
            Change::Reordered(span) => format!("~{}", &target[span.range()]),
            Change::Single(span) => format!("%{}", &target[span.range()]),
        };
        changes(source, target).into_iter().map(shown).collect()
    }

    #[test]
    fn what_changed_is_told_once() {
        for (source, target, expected) in [
            ("Hi {name}", "你好", "-{name}"),
            ("Hi", "你好{name}", "+{name}"),
            ("Hi {name}", "你好{姓名}", "{name}>{姓名}"),
            ("Hi {{user_name}}", "你好{{用户名}}", "{{user_name}}>{{用户名}}"),
            ("Hi ${user}", "你好${使用者}", "${user}>${使用者}"),
            ("%(size)d MB", "%(大小)d MB", "%(size)d>%(大小)d"),
            ("%s has %d", "%d 在 %s", "~%d 在 %s"),
            ("%d of %d", "%d，共 %s", "%d>%s"),
            ("%d%% of %s", "%s 的 %d%", "~%s 的 %d %%"),
            ("%d%% done", "已完成 %d%", "%%"),
            ("%1$s, %2$d", "%1$s，%3$d", "%2$d>%3$d"),
            ("%1 of %2", "共 %2 個", "-%1"),
            ("{g, select, male {He} other {They}}", "{g, select, 男 {他} other {他們}}", "male>男"),
            ("{} and {}", "{}", "-{}"),
        ] {
            let said = found(source, target).join(" ");
            assert_eq!(said, expected, "{source} / {target}");
        }
    }

    #[test]
    fn what_a_translation_may_change_is_let_be() {
        for (source, target) in [
            ("%s has %d", "%2$d 个在 %1$s 里"),
            ("%1$s: %2$d", "%s：%d"),
            ("{name} and {name}'s files", "{name}和文件"),
            ("%B %d, %Y", "%Y年%m月%d日"),
            ("{d, date, short} {n:N2}", "{n:N0} {d, date, ::yMd}"),
            ("{n, plural, one {# file} other {# files}}", "{n, plural, other {# 个文件}}"),
            ("{n, plural, one {# file} other {# files}}", "{n} 個檔案"),
            ("{{ name }}", "{{name}}"),
            ("100% of %d", "%d 的 100%"),
            ("%d%% done", "已完成 %d％"),
            ("%d%% done", "已完成百分之%d"),
            ("%s: {0}", "％s：｛0｝"),
            ("A ∈ {1, 2}", "A 属于 {1，2}"),
        ] {
            assert_eq!(found(source, target), [""; 0], "{source} / {target}");
        }
    }

    #[test]
    fn many_placeholders_take_no_long_time() {
        let (source, target) = ("%d {a} ".repeat(20_000), "{a} %s ".repeat(20_000));
        assert!(!changes(&source, &target).is_empty());
    }
}
