use super::Paragraphs;
use super::block::Block;
use crate::text::{Document, Kind, chars, line_ranges};
use unicode_width::UnicodeWidthStr;

/// Reads running text. Markers of headings and list items stay in the text: without a format
/// that says so, they may as well be a part of it.
pub(super) fn read(raw: String, divided: Paragraphs) -> Document {
    let by_blank = match divided {
        Paragraphs::Auto => has_blank_between(&raw),
        Paragraphs::Lines => false,
        Paragraphs::Blank => true,
    };
    let mut blocks = if by_blank { by_blank_lines(&raw) } else { by_lines(&raw) };
    find_kinds(&raw, &mut blocks);
    let paragraphs = blocks.iter().map(|block| block.paragraph(&raw)).collect();
    Document { raw, first_line: 1, paragraphs, ..Document::default() }
}

fn has_blank_between(text: &str) -> bool {
    let is_blank = |line: std::ops::Range<usize>| text[line].trim().is_empty();
    line_ranges(text.trim()).count() > 1
        && line_ranges(text)
            .map(is_blank)
            .skip_while(|blank| *blank)
            .collect::<Vec<_>>()
            .windows(2)
            .any(|pair| pair == [true, false])
}

fn by_lines(text: &str) -> Vec<Block> {
    let blocks = line_ranges(text).map(|line| Block::of(text, Kind::Body, line));
    blocks.filter(|block| !block.is_empty()).collect()
}

fn by_blank_lines(text: &str) -> Vec<Block> {
    let mut blocks = vec![];
    let mut block = Block::default();
    for line in line_ranges(text) {
        if text[line.clone()].trim().is_empty() {
            blocks.push(std::mem::take(&mut block));
        }
        block.add(text, line);
    }
    blocks.push(block);
    blocks.retain(|block| !block.is_empty());
    blocks
}

/// Goes backwards, since a heading is known by what follows it: longer text, or a heading.
fn find_kinds(text: &str, blocks: &mut [Block]) {
    let mut after = None;
    for block in blocks.iter_mut().rev() {
        let line = block.only_line(text).unwrap_or_default();
        block.kind = if is_item(line) {
            Kind::Item
        } else if is_marked_heading(line) || is_short(line) && leads(block, after) {
            Kind::Heading
        } else {
            Kind::Body
        };
        after = Some((block.kind, block.len()));
    }
}

fn leads(block: &Block, after: Option<(Kind, usize)>) -> bool {
    after.is_some_and(|(kind, length)| kind == Kind::Heading || length > block.len())
}

fn is_marked_heading(line: &str) -> bool {
    let level = line.len() - line.trim_start_matches('#').len();
    (1..=6).contains(&level) && line[level..].starts_with(' ')
}

/// Columns that a heading has at most: thirty-two Chinese characters.
const HEADING: usize = 64;

/// Whether a line is as short as a heading and has nothing of a sentence: no end of one inside,
/// no stop or quotation at its end, no stop at its beginning.
fn is_short(line: &str) -> bool {
    let ends_open = |c: char| !chars::is_stop(c) && !matches!(c, '"' | '”' | '」' | '』');
    let has_end = || line.contains(['。', '！', '；', '!', ';', '｡']);
    line.width() <= HEADING
        && line.ends_with(ends_open)
        && !line.starts_with(chars::is_stop)
        && !has_end()
}

/// Whether a line begins as an item of a list does.
fn is_item(line: &str) -> bool {
    let after = |rest: &str| rest.starts_with(char::is_whitespace);
    let mut rest = line.chars();
    match rest.next() {
        Some('•' | '●' | '○' | '◆' | '◇' | '■' | '□' | '▪' | '‣' | '①'..='⑳') => {
            true
        }
        Some('-' | '*' | '+' | '·' | '–') => after(rest.as_str()),
        _ => is_numbered(line),
    }
}

/// `1. `, `2)`, `3、`, `（四）`, `五、`.
fn is_numbered(line: &str) -> bool {
    let inside = line.strip_prefix(['（', '(']);
    let number = inside.unwrap_or(line);
    let is_digit = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let rest = number.trim_start_matches(is_digit);
    let digits = number[..number.len() - rest.len()].chars().count();
    if !(1..=3).contains(&digits) {
        return false;
    }
    match inside {
        Some(_) => rest.starts_with(['）', ')']),
        None => {
            rest.starts_with('、') && rest.len() > 3
                || rest.starts_with(". ")
                || rest.starts_with(") ")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::formats::Paragraphs;
    use crate::text::Kind::{self, Body, Heading, Item};
    use crate::text::Span;

    fn blocks(text: &str, divided: Paragraphs) -> Vec<(Kind, String)> {
        let document = read(text.to_owned(), divided);
        let block =
            |it: &crate::text::Paragraph| (it.kind, it.segments[0].target.as_str().to_owned());
        document.paragraphs.iter().map(block).collect()
    }

    fn texts(text: &str, divided: Paragraphs) -> Vec<String> {
        blocks(text, divided).into_iter().map(|(_, text)| text).collect()
    }

    #[test]
    fn blank_lines_divide_where_there_are_any() {
        assert_eq!(texts("一。\n二。\n", Paragraphs::Auto), ["一。", "二。"]);
        assert_eq!(
            texts("\n一。\r\n二。\r\n \r\n三。\n\n", Paragraphs::Auto),
            ["一。\n二。", "三。"]
        );
        assert_eq!(texts("\n\n一。\n二。\n\n", Paragraphs::Auto), ["一。", "二。"]);
        assert_eq!(texts("一。\n\n二。\n三。", Paragraphs::Lines), ["一。", "二。", "三。"]);
        assert_eq!(texts("一。\n二。", Paragraphs::Blank), ["一。\n二。"]);
    }

    #[test]
    fn a_line_that_begins_with_a_comma_is_damage_to_be_kept() {
        assert_eq!(
            texts("他走了\n，再也沒有回來。", Paragraphs::Auto),
            ["他走了", "，再也沒有回來。"]
        );
    }

    #[test]
    fn indents_stay_out_and_origins_stay_exact() {
        let document = read("　　第一行 \r\n　　第二行\r\n\r\n下段".to_owned(), Paragraphs::Auto);
        let text = &document.paragraphs[0].segments[0].target;
        assert_eq!(text.as_str(), "第一行\n第二行");
        let at = |part: &str| text.as_str().find(part).map(|at| Span::from(at..at + part.len()));
        let raw = |part| &document.raw[text.in_raw(at(part).expect("is there")).range()];
        assert_eq!((raw("第二"), raw("第一行"), raw("\n")), ("第二", "第一行", " \r\n　　"));
    }

    #[test]
    fn headings_and_items_are_found() {
        let text = "公司的新計畫\n危機中的策略\n公司今天公布了新的計畫，細節尚未確定。\n1. 第一項\n• 第二項\n3.5 億元的投資已經完成。\n（一）背景\n為什麼？\n好";
        let kinds: Vec<Kind> =
            blocks(text, Paragraphs::Auto).into_iter().map(|(kind, _)| kind).collect();
        assert_eq!(kinds, [Heading, Heading, Body, Item, Item, Body, Item, Body, Body]);
    }
}
