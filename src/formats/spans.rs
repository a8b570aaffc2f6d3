//! The inline elements of Markdown: code, and links that are whole. Any other mark stays in the
//! text, and so does a link that is damaged: checks look for it there.

use super::gather::Gather;
use crate::text::Role;
use std::ops::Range;

/// Goes on with a line of Markdown, its code and its links as inline elements.
pub(super) fn copy_spans(gather: &mut Gather, text: &str, line: Range<usize>) {
    let mut at = line.start;
    // The byte at which the text of an open link ends, and the one after its target.
    let mut target_of_open: Option<Range<usize>> = None;
    while let Some(next) = text[at..line.end].find(['`', '[', ']']) {
        gather.copy(&text[at..at + next], at);
        at += next;
        let rest = &text[at..line.end];
        if let Some(target) = target_of_open.take_if(|it| it.start == at) {
            gather.inline(Role::Close, None, text, target.clone());
            at = target.end;
        } else if let Some(length) = code_length(rest) {
            gather.inline(Role::Code, None, text, at..at + length);
            at += length;
        } else if let (None, Some(target)) = (&target_of_open, target(rest)) {
            gather.inline(Role::Open, None, text, at..at + 1);
            target_of_open = Some(at + target.start..at + target.end);
            at += 1;
        } else {
            let length = run(rest);
            gather.copy(&rest[..length], at);
            at += length;
        }
    }
    gather.copy(&text[at..line.end], at);
}

/// How many backticks a text begins with, or one for another mark.
fn run(text: &str) -> usize {
    (text.len() - text.trim_start_matches('`').len()).max(1)
}

/// Code in a line has so many bytes at most: marks of many lengths would each be looked for to the
/// end of the line.
const LONGEST: usize = 4096;

/// How long the code is that a text begins with: it ends with as many backticks as it began.
fn code_length(text: &str) -> Option<usize> {
    let marks = run(text);
    if !text.starts_with('`') {
        return None;
    }
    let text = &text[..text.floor_char_boundary(LONGEST)];
    let mut at = marks;
    while let Some(next) = text.get(at..)?.find('`') {
        let length = run(&text[at + next..]);
        at += next + length;
        if length == marks {
            return Some(at);
        }
    }
    None
}

/// Where the `](target)` stands of the link that a text begins with, if nothing is wrong with it.
fn target(text: &str) -> Option<Range<usize>> {
    let inside = text.strip_prefix('[')?;
    let close = 1 + inside.find(['[', ']', '`'])?;
    let address = text[close..].strip_prefix("](")?;
    let end = address.find([')', '(', ' '])?;
    let is_whole = end > 0
        && address[end..].starts_with(')')
        && address[..end].bytes().all(|it| it.is_ascii_graphic());
    is_whole.then_some(close..close + 2 + end + 1)
}

#[cfg(test)]
mod tests {
    use super::copy_spans;
    use crate::formats::gather::Gather;

    fn prose(line: &str) -> (String, Vec<String>) {
        let mut gather = Gather::from(0);
        copy_spans(&mut gather, line, 0..line.len());
        let text = gather.finish();
        let raw = text.inlines().iter().map(|it| it.raw.to_string()).collect();
        (text.prose().as_str().to_owned(), raw)
    }

    #[test]
    fn code_and_links_are_elements() {
        let (text, raw) = prose("執行 `f(中, 文)` 或 ``a`b``，見[文件](https://a.b/c)。");
        assert_eq!(text, "執行 \u{fffc} 或 \u{fffc}，見文件。");
        assert_eq!(raw, ["`f(中, 文)`", "``a`b``", "[", "](https://a.b/c)"]);
    }

    #[test]
    fn what_is_damaged_stays_in_the_text() {
        for text in
            ["見[文件](https://a.b/，c)。", "[文件] (https://a.b)", "一個 ` 號", "[甲[乙]", "``甲`"]
        {
            assert_eq!(prose(text).0, text);
        }
    }
}
