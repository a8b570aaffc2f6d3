//! What a file came to, and what several files came to.

use super::layout::{cut, wrap};
use super::paint::{self, Paint};
use super::{Settings, Tally, rows, words};
use crate::error::visible;
use crate::finding::{Language, say};
use crate::score::{Signature, shown};

/// Whether nothing at all is to be said of a file.
pub(super) fn is_clean(tally: &Tally) -> bool {
    tally.counts.sum() + tally.systematic.sum() == 0 && tally.passed()
}

/// The one line of a file without findings.
pub(super) fn clean(tally: &Tally, paint: Paint, language: Language) -> String {
    let paragraphs = words::paragraphs(tally.paragraphs as usize, language);
    let said = if tally.paragraphs == 0 {
        say("{0}: no text in it", "{0}：没有文字")
    } else {
        say("{0}: nothing found in {1}", "{0}：{1}，未发现问题")
    };
    let said = said.with(&[&visible(&tally.file), &paragraphs]).text(language);
    let aside = words::aside(tally.aside, language);
    let aside = aside.map(|it| format!("{}{it}", words::comma(language))).unwrap_or_default();
    format!("{} {said}{aside}", paint.with(paint::GOOD, "✓"))
}

/// What a file came to, and why it fails.
pub(super) fn closing(tally: &Tally, settings: &Settings, paint: Paint) -> String {
    let language = settings.language;
    let points = shown(tally.score.document_points());
    let said = say("{0} points", "{0} 分").with(&[&format!("{points:.1}")]).text(language);
    let comma = words::comma(language);
    let mut lines = vec![format!(
        "{}{comma}{}{comma}{}{}",
        paint.with(paint::of_points(points).bold(), &said),
        words::found(&tally.counts, paint, language),
        words::paragraphs(tally.paragraphs as usize, language),
        words::garbled(tally.score, paint, language).unwrap_or_default(),
    )];
    lines.extend(settled(tally, settings, paint));
    lines.join("\n")
}

/// What scores were reckoned with.
pub(super) fn signature(signature: &Signature, settings: &Settings, paint: Paint) -> String {
    let said = say("signature: {0}", "签名：{0}").with(&[&signature.to_string()]);
    let rows = wrap(&said.text(settings.language), settings.width);
    let rows: Vec<String> = rows.iter().map(|row| paint.with(paint::FAINT, row)).collect();
    rows.join("\n")
}

fn settled(tally: &Tally, settings: &Settings, paint: Paint) -> Vec<String> {
    let language = settings.language;
    let weighed = say("penalty {0}, {1} per 1000 Chinese characters", "扣分 {0}，每千汉字 {1}");
    let penalty = format!("{:.1}", tally.score.penalty());
    let per_thousand = format!("{:.1}", tally.score.per_thousand());
    let mut lines = vec![weighed.with(&[&penalty, &per_thousand]).text(language)];
    lines.extend(words::aside(tally.aside, language));
    if tally.unread > 0 {
        let (one, many) = (
            say("{0} part of the file could not be read", "文件有 {0} 处无法读取"),
            say("{0} parts of the file could not be read", "文件有 {0} 处无法读取"),
        );
        let said = words::count(tally.unread as usize, one, many, language);
        lines.push(paint.with(paint::BAD, &said));
    }
    if tally.passed() {
        lines.push(paint.with(paint::GOOD, say("passes", "通过").template(language)));
    } else if let Some(reasons) = tally.reasons(language) {
        let said = say("fails: {0}", "未通过：{0}").with(&[&reasons]).text(language);
        let rows = wrap(&said, settings.width);
        lines.extend(rows.iter().map(|row| paint.with(paint::BAD, row)));
    }
    lines
}

/// Which file fails and why, for people who read no report.
pub fn refusal(tally: &Tally, language: Language) -> Option<String> {
    let reasons = tally.reasons(language)?;
    let said = say("fails: {0}: {1}", "未通过：{0}：{1}");
    Some(said.with(&[&visible(&tally.file), &reasons]).text(language))
}

/// A row for each file, the worst first, and how many passed.
pub(super) fn files(files: &[Tally], errors: usize, settings: &Settings, paint: Paint) -> String {
    let language = settings.language;
    let mut worst: Vec<&Tally> = files.iter().collect();
    let points = |it: &Tally| shown(it.score.document_points());
    worst.sort_by(|a, b| points(a).total_cmp(&points(b)).then_with(|| a.file.cmp(&b.file)));
    let room = settings.width.saturating_sub(2 + 8 + 12 + 17 + 6);
    let heads = [say("points", "得分").template(language), "          "];
    let mut cells = vec![vec![String::from(" ")]];
    cells[0].extend(heads.iter().map(|it| paint.with(paint::STRONG, it)));
    cells[0].push(rows::initials(language, paint));
    cells[0].push(paint.with(paint::STRONG, say("file", "文件").template(language)));
    cells.extend(worst.iter().map(|it| {
        let (sign, style) = if it.passed() { ("✓", paint::GOOD) } else { ("✗", paint::BAD) };
        vec![
            paint.with(style, sign),
            paint.with(paint::of_points(points(it)), &format!("{:>6.1}", points(it))),
            rows::bar(points(it), 10, paint),
            rows::counts(&it.counts, paint),
            tail(&it.file, room),
        ]
    }));
    format!("\n{}\n\n{}", rows::grid(cells), verdict(files, errors, language, paint))
}

fn verdict(files: &[Tally], errors: usize, language: Language, paint: Paint) -> String {
    let passed = files.iter().filter(|it| it.passed()).count();
    let said = say("{0} of {1} files pass", "{1} 个文件中 {0} 个通过");
    let said = said.with(&[&passed.to_string(), &files.len().to_string()]).text(language);
    let good = passed == files.len() && errors == 0;
    let mut line = paint.with(if good { paint::GOOD } else { paint::BAD }, &said);
    if errors > 0 {
        let told = say("{0} could not be read", "{0} 处无法读取").with(&[&errors.to_string()]);
        line += words::comma(language);
        line += &paint.with(paint::BAD, &told.text(language));
    }
    line
}

/// A path cut at its front: files are told apart by their ends.
fn tail(path: &str, room: usize) -> String {
    let shown = visible(path);
    let (mut start, mut rest) = (0, shown.as_str());
    if !super::layout::is_wider(rest, room) {
        return shown;
    }
    while super::layout::is_wider(rest, room.saturating_sub(1)) {
        start += rest.chars().next().map_or(1, char::len_utf8);
        rest = &shown[start..];
    }
    cut(&format!("…{rest}"), room)
}
