use super::Paragraphs;
use super::block::{Block, trimmed};
use super::spans::copy_spans;
use crate::text::{Document, Kind, line_ranges};
use std::ops::Range;

/// Reads Markdown as text: front matter, fenced code and comments are left out, and so are the
/// marks of headings, items, quotations and tables; code and whole links are inline elements, and
/// other inline marks stay in the text.
///
/// Indented text is text, not code: translations are indented more often than they hold code.
pub(super) fn read(raw: String, divided: Paragraphs) -> Document {
    let mut reader =
        Reader { text: &raw, blocks: vec![], open: Block::default(), skip: Skip::None };
    let body = front_matter(&raw);
    for line in line_ranges(&raw).skip_while(|line| line.start < body) {
        reader.line(line);
        if divided == Paragraphs::Lines {
            reader.close();
        }
    }
    reader.close();
    let paragraphs = reader.blocks.iter().map(|block| block.paragraph(&raw, copy_spans)).collect();
    Document { raw, first_line: 1, paragraphs, ..Document::default() }
}

/// The byte after the front matter: from `---` on the first line to the next `---` or `...`.
fn front_matter(text: &str) -> usize {
    let is_fence = |line: &str| matches!(line.trim_end(), "---" | "...");
    let mut lines = line_ranges(text);
    if lines.next().is_none_or(|first| text[first].trim_end() != "---") {
        return 0;
    }
    lines.find(|line| is_fence(&text[line.clone()])).map_or(0, |line| line.end + 1)
}

/// What is left out until its end comes.
enum Skip {
    None,
    /// A fence's mark and how many of it opened the block.
    Fence(char, usize),
    Comment,
}

struct Reader<'t> {
    text: &'t str,
    blocks: Vec<Block>,
    open: Block,
    skip: Skip,
}

impl Reader<'_> {
    fn line(&mut self, line: Range<usize>) {
        let line = self.unquoted(line);
        let text = &self.text[line.clone()];
        if self.skips(text) {
            return;
        }
        if text.is_empty() {
            self.close();
        } else if let Some(fence) = fence(text) {
            self.close();
            self.skip = fence;
        } else if text.starts_with("<!--") {
            self.skip = if text.contains("-->") { Skip::None } else { Skip::Comment };
        } else if text.starts_with('|') {
            self.row(&line);
        } else {
            self.prose(line);
        }
    }

    /// A line without the spaces around it and the marks of the quotations that it stands in.
    fn unquoted(&self, mut line: Range<usize>) -> Range<usize> {
        loop {
            line = trimmed(self.text, line.clone()).unwrap_or(line.end..line.end);
            if !self.text[line.clone()].starts_with('>') {
                return line;
            }
            line.start += 1;
        }
    }

    /// Whether a line belongs to what is left out; notes its end.
    fn skips(&mut self, line: &str) -> bool {
        let is_last = match self.skip {
            Skip::None => return false,
            Skip::Fence(mark, opened) => line.len() >= opened && is_underline(line, mark),
            Skip::Comment => line.contains("-->"),
        };
        if is_last {
            self.skip = Skip::None;
        }
        true
    }

    fn prose(&mut self, line: Range<usize>) {
        let text = &self.text[line.clone()];
        if let Some(heading) = heading(text) {
            self.begin(Kind::Heading);
            self.open.add(self.text, line.start + heading.start..line.start + heading.end);
            self.close();
        } else if is_rule(text) || !self.open.is_empty() && is_underline(text, '=') {
            let is_underline = is_underline(text, '=') || is_underline(text, '-');
            if is_underline && self.open.kind == Kind::Body && !self.open.is_empty() {
                self.open.kind = Kind::Heading;
            }
            self.close();
        } else if let Some(marker) = marker(text) {
            self.begin(Kind::Item);
            self.open.add(self.text, line.start + marker..line.end);
        } else {
            self.open.add(self.text, line);
        }
    }

    /// A row of a table: each cell is a paragraph of its own, since each is scored alone.
    fn row(&mut self, line: &Range<usize>) {
        self.close();
        let cells = self.text[line.clone()].trim_matches('|');
        if cells.chars().all(|c| matches!(c, '|' | '-' | ':' | ' ')) {
            return;
        }
        let mut start = line.start;
        for cell in self.text[line.clone()].split('|') {
            let block = Block::of(self.text, Kind::Cell, start..start + cell.len());
            self.blocks.extend((!block.is_empty()).then_some(block));
            start += cell.len() + 1;
        }
    }

    fn begin(&mut self, kind: Kind) {
        self.close();
        self.open.kind = kind;
    }

    fn close(&mut self) {
        let block = std::mem::take(&mut self.open);
        self.blocks.extend((!block.is_empty()).then_some(block));
    }
}

/// The fenced block that a line opens, with three marks or more.
fn fence(line: &str) -> Option<Skip> {
    let mark = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
    let rest = line.trim_start_matches(mark);
    let opened = line.len() - rest.len();
    (opened >= 3 && !(mark == '`' && rest.contains('`'))).then_some(Skip::Fence(mark, opened))
}

/// Where the text of a `#` heading stands in its line.
fn heading(line: &str) -> Option<Range<usize>> {
    let rest = line.trim_start_matches('#');
    let level = line.len() - rest.len();
    let is_heading = (1..=6).contains(&level) && (rest.is_empty() || rest.starts_with([' ', '\t']));
    let title = rest.trim_end_matches('#');
    let end = if title.ends_with(' ') { level + title.len() } else { line.len() };
    is_heading.then_some(level..end.max(level))
}

/// How long the mark of a list item is, a check box included.
fn marker(line: &str) -> Option<usize> {
    let rest = line.strip_prefix(['-', '*', '+']).or_else(|| {
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = line.len() - rest.len();
        rest.strip_prefix(['.', ')']).filter(|_| (1..=9).contains(&digits))
    })?;
    let item = rest.strip_prefix([' ', '\t'])?.trim_start();
    let boxed = ["[ ] ", "[x] ", "[X] "].iter().find_map(|mark| item.strip_prefix(mark));
    Some(line.len() - boxed.unwrap_or(item).len())
}

/// Whether a line is a rule: three or more of `-`, `*` or `_`, spaces among them.
fn is_rule(line: &str) -> bool {
    let marks: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    marks.len() >= 3 && ['-', '*', '_'].iter().any(|mark| marks.chars().all(|c| c == *mark))
}

fn is_underline(line: &str, mark: char) -> bool {
    line.chars().all(|c| c == mark)
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::formats::Paragraphs;
    use crate::text::Kind::{self, Body, Cell, Heading, Item};

    fn blocks(text: &str) -> Vec<(Kind, String)> {
        let document = read(text.to_owned(), Paragraphs::Auto);
        let block =
            |it: &crate::text::Paragraph| (it.kind, it.segments[0].target.as_str().to_owned());
        document.paragraphs.iter().map(block).collect()
    }

    fn found(text: &str, expected: &[(Kind, &str)]) {
        let blocks = blocks(text);
        let blocks: Vec<(Kind, &str)> =
            blocks.iter().map(|(kind, it)| (*kind, it.as_str())).collect();
        assert_eq!(blocks, expected);
    }

    #[test]
    fn blocks_are_known_and_their_marks_left_out() {
        found(
            "# 标题 #\n正文第一行\n第二行。\n\n- 甲\n  续\n- [x] 乙\n2. **丙**\n\n> 引文\n> > 再引\n\n小标题\n---\n\n***\n尾。\n大标题\n===\n",
            &[
                (Heading, "标题"),
                (Body, "正文第一行\n第二行。"),
                (Item, "甲\n续"),
                (Item, "乙"),
                (Item, "**丙**"),
                (Body, "引文\n再引"),
                (Heading, "小标题"),
                (Heading, "尾。\n大标题"),
            ],
        );
    }

    #[test]
    fn front_matter_code_and_comments_are_no_prose() {
        found(
            "---\ntitle: 題\n---\n文一\n```rust\nlet 字 = 1;\n```\n文二\n~~~~\n碼\n~~~\n~~~~\n<!-- 註\n解 -->\n文三",
            &[(Body, "文一"), (Body, "文二"), (Body, "文三")],
        );
        found("---\n沒有結尾的前言", &[(Body, "沒有結尾的前言")]);
    }

    #[test]
    fn a_table_is_its_cells() {
        found(
            "| 名稱 | 數量 |\n|:---|---:|\n| 蘋果 |  |\n| 梨 | 3 |",
            &[(Cell, "名稱"), (Cell, "數量"), (Cell, "蘋果"), (Cell, "梨"), (Cell, "3")],
        );
    }

    #[test]
    fn what_only_looks_like_a_mark_is_text() {
        found("#标签 不是标题", &[(Body, "#标签 不是标题")]);
        found("-5 度\n1.5 倍", &[(Body, "-5 度\n1.5 倍")]);
        found("，逗号开头", &[(Body, "，逗号开头")]);
    }
}
