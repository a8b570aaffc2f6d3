use crate::error::{visible, visible_lines};

/// A text in one line, in which nothing is HTML.
pub(super) fn inline(text: &str) -> String {
    escaped(&visible(text))
}

/// The same with its line ends.
pub(super) fn block(text: &str) -> String {
    escaped(&visible_lines(text))
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

/// Points with a bar.
pub(super) fn points(points: f64) -> String {
    let class = match points {
        80.0.. => "good",
        50.0.. => "fair",
        _ => "bad",
    };
    format!("<span class=\"points {class}\" style=\"--p:{points:.1}\">{points:.1}</span>")
}

#[cfg(test)]
mod tests {
    use super::{block, inline};

    #[test]
    fn nothing_is_html_and_nothing_is_obeyed() {
        assert_eq!(inline("<a b='\"'>&\n\x1b"), "&lt;a b=&#39;&quot;&#39;&gt;&amp;␊␛");
        assert_eq!(block("a\r\n\u{202e}<"), "a␍\n&lt;U+202E&gt;&lt;");
    }
}
