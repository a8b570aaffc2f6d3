use crate::text::{Inline, Role, Span};

/// What Markdown makes of a text, in the order in which it stands there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The levels of the headings.
    pub headings: Vec<usize>,
    /// How many items its lists have.
    pub items: usize,
    /// The most cells of a row of its tables.
    pub columns: usize,
    /// How many blocks of code are fenced.
    pub fences: usize,
    /// How many pictures it shows.
    pub images: usize,
    /// How many links it has.
    pub links: usize,
    /// Code inside its lines, as it is written, with its place in the prose.
    pub code: Vec<(String, Span)>,
}

impl Outline {
    /// That of a text, with the code and the links that the file keeps as inline elements.
    pub fn of<'i>(prose: &str, inlines: impl Iterator<Item = (u32, &'i Inline)>) -> Self {
        let mut outline = Self::default();
        let (mut fenced, mut at) = (false, 0);
        for line in prose.split_inclusive('\n') {
            let bare = line.trim();
            if bare.starts_with("```") && !bare[3..].contains('`') || bare.starts_with("~~~") {
                outline.fences += usize::from(!fenced);
                fenced = !fenced;
            } else if !fenced {
                outline.line(line, at);
            }
            at += line.len();
        }
        for (at, it) in inlines {
            outline.links += usize::from(it.role == Role::Open && &*it.raw == "[");
            if it.role == Role::Code && it.raw.starts_with('`') {
                let code = it.raw.trim_matches('`').trim().to_owned();
                outline.code.push((code, Span { start: at, end: at + 3 }));
            }
        }
        outline
    }

    fn line(&mut self, line: &str, at: usize) {
        let bare = line.trim();
        let level = bare.len() - bare.trim_start_matches('#').len();
        if (1..=6).contains(&level) && bare[level..].starts_with(' ') {
            self.headings.push(level);
        }
        self.items += usize::from(is_item(bare));
        if bare.starts_with('|') && bare.ends_with('|') && bare.len() > 1 {
            let cells = bare.matches('|').count() - bare.matches("\\|").count() - 1;
            self.columns = self.columns.max(cells);
        }
        for (nth, _) in bare.match_indices("](") {
            let start = bare[..nth].rfind('[').unwrap_or(nth);
            let is_image = bare[..start].ends_with('!');
            self.images += usize::from(is_image);
            self.links += usize::from(!is_image && start < nth);
        }
        self.spans(line, at);
    }

    /// Code between backticks; the odd one at the end encloses nothing.
    fn spans(&mut self, line: &str, at: usize) {
        let mut marks = line.match_indices('`').map(|(at, _)| at);
        while let (Some(open), Some(close)) = (marks.next(), marks.next()) {
            let code = line[open + 1..close].trim();
            if !code.is_empty() {
                self.code.push((code.to_owned(), (at + open..at + close + 1).into()));
            }
        }
    }

    /// The code of one that the other has not.
    pub fn code_without<'o>(&'o self, other: &'o Self) -> impl Iterator<Item = &'o (String, Span)> {
        let mut known: Vec<&str> = other.code.iter().map(|it| it.0.as_str()).collect();
        known.sort_unstable();
        self.code.iter().filter(move |it| known.binary_search(&it.0.as_str()).is_err())
    }
}

fn is_item(line: &str) -> bool {
    let rest = line.strip_prefix(['-', '*', '+']).or_else(|| {
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let digits = line.len() - rest.len();
        rest.strip_prefix(['.', ')']).filter(|_| (1..=3).contains(&digits))
    });
    rest.is_some_and(|it| it.starts_with(' '))
}

#[cfg(test)]
mod tests {
    use super::Outline;

    #[test]
    fn what_markdown_shows_is_counted() {
        let text = "# a\n## b\n- c `d`\n1. e [f](g) ![h](i)\n| j | k |\n```\n# l\n```\n-5 ``";
        let outline = Outline::of(text, std::iter::empty());
        assert_eq!(outline.headings, [1, 2]);
        assert_eq!((outline.items, outline.columns, outline.fences), (2, 2, 1));
        assert_eq!((outline.links, outline.images, outline.code.len()), (1, 1, 1));
        let other = Outline::of("`d` `e`", std::iter::empty());
        assert_eq!(other.code_without(&outline).count(), 1);
    }
}
