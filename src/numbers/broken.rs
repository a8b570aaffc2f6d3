use crate::text::chars::is_numeric;
use crate::text::{Landmark, Landmarks, Span, fold};
use regex::Regex;
use std::sync::LazyLock;

/// A number with a mark or a space in it that does not belong there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenNumber {
    /// Where it stands.
    pub span: Span,
    /// What it should be.
    pub right: String,
    /// It can be nothing but one number.
    pub certain: bool,
}

/// `7。5`, `3 . 5`, `1，000`, `1, 000`, `12 ，500，000`.
static BROKEN: LazyLock<Regex> = LazyLock::new(|| {
    let point = r"\d+(?:。|\s\.\s|\s\.|\s。\s)\d+|\d+\. \d+[%％]";
    let comma = r"(?:，|\s，\s?|，\s|,\s|\s,\s?)";
    let group = format!(r"\d{{1,3}}(?:{comma}|,)\d{{3}}(?:(?:{comma}|,)\d{{3}})*(?:\.\d+)?");
    Regex::new(&format!("{point}|{group}")).expect("the pattern is fixed")
});

/// The broken numbers of a text, in order.
pub fn broken_numbers(marks: &Landmarks) -> Vec<BrokenNumber> {
    if !(0..marks.len()).any(|nth| may_break(&marks[nth..])) {
        return vec![];
    }
    let text = marks.text();
    BROKEN.find_iter(text).filter_map(|it| broken(text, it.start(), it.as_str())).collect()
}

/// Whether a number may go on after a mark that no number has, or with a space beside one that it
/// has: a glance at the landmarks behind its digits.
fn may_break(marks: &[Landmark]) -> bool {
    let [number, first, second, rest @ ..] = marks else { return false };
    let touch = |a: &Landmark, b: &Landmark| a.end() == b.start();
    if !is_numeric(number.c) || !touch(number, first) || !touch(first, second) {
        return false;
    }
    let is_number = |it: &Landmark| touch(second, it) && is_numeric(it.c);
    let goes_on = second.c.is_whitespace() && rest.first().is_some_and(is_number);
    match first.c {
        '。' | '，' => is_numeric(second.c) || goes_on,
        '.' | ',' => goes_on,
        c => c.is_whitespace() && matches!(second.c, '.' | ',' | '。' | '，'),
    }
}

fn broken(text: &str, start: usize, it: &str) -> Option<BrokenNumber> {
    let end = start + it.len();
    let (before, after) = (&text[..start], &text[end..]);
    let wide: String = it.chars().filter(|c| !c.is_whitespace()).collect();
    let right = wide.replace('。', ".").replace('，', ",");
    let part = |c: char| c.is_ascii_digit() || matches!(c, '.' | '-' | '/' | ':' | '%' | '$');
    if right == it || before.ends_with(part) || after.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let span = (start..end).into();
    if it.contains(',') || it.contains('，') {
        let certain = is_group(before, it, after)?;
        return Some(BrokenNumber { span, right, certain });
    }
    let listed =
        before.ends_with(['第', '図', '图', '圖', '表', '条', '條', '节', '節', '章', '月', '年']);
    let dated = after.trim_start().starts_with(['月', '日', '号', '號', '.', '、', '．']);
    let noted =
        before.ends_with(['）', ')', '」', '”', '*']) || right.len() > 4 && after.starts_with('年');
    let long = it.len() > 12 || right.split('.').any(|digits| digits.len() > 6);
    (!listed && !dated && !noted && !long).then_some(BrokenNumber { span, right, certain: true })
}

/// Whether groups of three digits are one number, and whether surely: it is no enumeration if a
/// group is 000, if two commas follow each other in a number that is counted, or if a unit
/// follows and nothing is enumerated before.
fn is_group(before: &str, it: &str, after: &str) -> Option<bool> {
    let groups: Vec<&str> = it.split([',', '，']).map(str::trim).collect();
    let enumerates = |text: &str| {
        text.trim_end().ends_with(['，', ',', '、', '；', '和', '及', '与', '至', '或'])
    };
    let goes_on = after.trim_start().starts_with(['，', ',', '、'])
        && after
            .trim_start()
            .trim_start_matches(['，', ',', '、', ' '])
            .starts_with(|c: char| c.is_ascii_digit());
    let first = groups.first()?.starts_with('0');
    if enumerates(before) || goes_on || first || groups[0].len() == 3 && groups.len() > 2 {
        return None;
    }
    if groups[1..].contains(&"000") {
        return Some(true);
    }
    let counted = "人元美名个個件万萬亿億公英吨噸年天只隻次家所座辆輛张張万港欧歐日项項户戶平";
    let zero = groups[1..].iter().any(|group| group.starts_with('0') || group.ends_with("00"));
    let unit = after.trim_start().starts_with(|c: char| counted.contains(c) || c == '%');
    let about = before
        .ends_with(['约', '約', '过', '過', '达', '達', '共', '有', '$', '¥', '￥', '€', '£']);
    (unit && (zero || about)).then_some(false)
}

/// Numbers written partly in full-width digits, with what they should be.
pub fn mixed_widths(text: &str) -> Vec<(Span, String)> {
    let is_wide = |c: char| matches!(c, '０'..='９');
    if !text.contains(is_wide) {
        return vec![];
    }
    let digit = |c: char| c.is_ascii_digit() || is_wide(c);
    let start = |run: &str| run.as_ptr() as usize - text.as_ptr() as usize;
    let mixed = |run: &&str| run.contains(is_wide) && run.contains(|c: char| c.is_ascii_digit());
    text.split(|c| !digit(c))
        .filter(mixed)
        .map(|run| ((start(run)..start(run) + run.len()).into(), run.chars().map(fold).collect()))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{BrokenNumber, broken_numbers as among};
    use crate::text::Landmarks;

    fn broken_numbers(text: &str) -> Vec<BrokenNumber> {
        among(&Landmarks::of(text))
    }

    #[test]
    fn lists_dates_and_scores_are_let_be() {
        for text in [
            "第3。5月开学。",
            "选1，2，3中的一个，得分为100，200，300。",
            "1，000，2，500",
            "3，5，8",
            "2020年，300人",
            "房间101，102",
            "他得了 3 分。5 分钟后",
            "于2019。2020年",
            "1.5、2.5",
            "共5，其中 300",
        ] {
            assert!(
                broken_numbers(text).iter().all(|it| it.span.end - it.span.start > 90),
                "{text}: {:?}",
                broken_numbers(text)
            );
        }
    }
}
