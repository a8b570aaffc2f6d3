mod flat;
mod lines;
mod marks;
mod matter;
mod reader;
mod spans;
mod tags;

use super::Paragraphs;
use crate::text::{Document, line_ranges};
use reader::Reader;

/// Reads Markdown: of the front matter the title and the description, no code and no comments, the
/// text without the marks of headings, items, quotations and tables; what stands in a line is an
/// inline element if it is whole, and blocks of HTML are read as HTML.
///
/// Indented text is text, not code: translations are indented more often than they hold code.
pub(super) fn read(raw: String, divided: Paragraphs) -> Document {
    let (body, found) = matter::front_matter(&raw);
    let mut reader = Reader::of(&raw, found);
    for line in line_ranges(&raw).skip_while(|line| line.start < body) {
        reader.line(line);
        if divided == Paragraphs::Lines && reader.html.is_empty() {
            reader.close();
        }
    }
    reader.close();
    let Reader { found: paragraphs, remarks, .. } = reader;
    Document { raw, first_line: 1, paragraphs, remarks, ..Document::default() }
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::formats::Paragraphs;
    use crate::text::Kind::{self, Body, Cell, Heading, Item, Message};
    use crate::text::Paragraph;

    fn blocks(text: &str) -> Vec<(Kind, String)> {
        let document = read(text.to_owned(), Paragraphs::Auto);
        let block = |it: &Paragraph| (it.kind, it.segments[0].target.prose().as_str().to_owned());
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
                (Item, "丙"),
                (Body, "引文\n再引"),
                (Heading, "小标题"),
                (Heading, "尾。\n大标题"),
            ],
        );
    }

    #[test]
    fn front_matter_code_and_comments_are_no_prose() {
        found(
            "---\ndraft: 是\n---\n文一\n```rust\nlet 字 = 1;\n```\n文二\n~~~~\n碼\n~~~\n~~~~\n<!-- 註\n解 -->\n文三",
            &[(Body, "文一"), (Body, "文二"), (Body, "文三")],
        );
        found(
            "---\ntitle: 題\ntags: [甲]\ndescription: \"文\\u5B57\"\n---\n文",
            &[(Heading, "題"), (Body, "文字"), (Body, "文")],
        );
        found("+++\ntitle = '題'\n+++\n文", &[(Heading, "題"), (Body, "文")]);
        found("---\n沒有結尾的前言", &[(Body, "沒有結尾的前言")]);
    }

    #[test]
    fn a_table_is_its_cells() {
        found(
            "| 名稱 | **數**量 |\n|:---|---:|\n| 蘋果 |  |\n| 梨\\|桃 | 3 |",
            &[(Cell, "名稱"), (Cell, "數量"), (Cell, "蘋果"), (Cell, "梨|桃"), (Cell, "3")],
        );
    }

    #[test]
    fn blocks_of_html_are_read_as_html() {
        found(
            "<div align=\"center\">\n<h1>標題</h1>\n<img alt='圖'>文字\n</div>\n\n後文\n<p>又\n<pre>\n碼\n\n碼</pre>\n> <p>引\n> 文</p>\n",
            &[
                (Heading, "標題"),
                (Body, "\u{fffc}文字"),
                (Message, "圖"),
                (Body, "後文"),
                (Body, "又"),
                (Body, "引"),
                (Body, "文"),
            ],
        );
    }

    #[test]
    fn targets_of_links_are_no_text_and_footnotes_are() {
        found(
            "見[甲][a]與[乙]。[^1]\n\n[a]: https://a.b/c\n[乙]: ./d.md \"題\"\n[^1]: 註\n",
            &[(Body, "見甲與乙。\u{fffc}"), (Item, "註")],
        );
        found("[未知][a]", &[(Body, "[未知][a]")]);
    }

    #[test]
    fn what_only_looks_like_a_mark_is_text() {
        found("#标签 不是标题", &[(Body, "#标签 不是标题")]);
        found("-5 度\n1.5 倍", &[(Body, "-5 度\n1.5 倍")]);
        found("，逗号开头", &[(Body, "，逗号开头")]);
    }
}
