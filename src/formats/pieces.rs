use super::gather::Gather;
use crate::text::{Role, Text};
use std::ops::Range;
use unicode_width::UnicodeWidthChar;

/// A block of running text that is being read, piece by piece: what is white space at its edges is
/// only known at its end.
pub(super) struct Pieces<'t> {
    text: &'t str,
    all: Vec<Piece>,
}

enum Piece {
    /// Copied as it is.
    Words(Range<usize>),
    /// White space that shows as one space at most.
    Space(Range<usize>),
    /// A character that stands for the bytes.
    Char(char, Range<usize>),
    Inline(Role, Range<usize>),
}

impl<'t> Pieces<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        Self { text, all: vec![] }
    }

    pub(super) fn words(&mut self, at: Range<usize>) {
        self.push(Piece::Words(at.clone()), &at);
    }

    /// Words between which white space of any length shows as one space.
    pub(super) fn loose_words(&mut self, at: Range<usize>) {
        let mut from = at.start;
        while from < at.end {
            let rest = &self.text[from..at.end];
            let is_space = rest.starts_with(|c: char| c.is_ascii_whitespace());
            let length = rest.find(|c: char| c.is_ascii_whitespace() != is_space);
            let stretch = from..length.map_or(at.end, |it| from + it);
            from = stretch.end;
            let kind = if is_space { Piece::Space } else { Piece::Words };
            self.all.push(kind(stretch));
        }
    }

    pub(super) fn character(&mut self, c: char, raw: Range<usize>) {
        self.push(Piece::Char(c, raw.clone()), &raw);
    }

    /// Characters that stand for the bytes together: each has its share of them.
    pub(super) fn characters(&mut self, all: &str, raw: Range<usize>) {
        let (count, mut from) = (all.chars().count(), raw.start);
        let share = raw.len().checked_div(count).unwrap_or_default().max(1);
        for (nth, c) in all.chars().enumerate() {
            let to = if nth + 1 == count { raw.end } else { (from + share).min(raw.end) };
            self.character(c, from..to);
            from = to;
        }
    }

    pub(super) fn inline(&mut self, role: Role, raw: Range<usize>) {
        self.push(Piece::Inline(role, raw.clone()), &raw);
    }

    fn push(&mut self, piece: Piece, raw: &Range<usize>) {
        self.all.extend((!raw.is_empty()).then_some(piece));
    }

    /// The bytes of the last piece that is no white space, if that is a tag.
    pub(super) fn last_tag(&self) -> Option<Range<usize>> {
        match self.all.iter().rfind(|it| !matches!(it, Piece::Space(_)))? {
            Piece::Inline(role, raw) if role.is_tag() => Some(raw.clone()),
            _ => None,
        }
    }

    /// The last character, if the last piece is one that stands for something.
    pub(super) fn last_character(&self) -> Option<char> {
        match self.all.iter().rfind(|it| !matches!(it, Piece::Space(_)))? {
            Piece::Char(c, _) => Some(*c),
            _ => None,
        }
    }

    /// The text, without white space at its edges; none if there are no words in it. Leaves
    /// nothing behind.
    pub(super) fn take(&mut self) -> Option<Text> {
        let mut pieces = std::mem::take(&mut self.all);
        let is_word = |it: &Piece| self.has_ink(it);
        let (first, last) = (pieces.iter().position(is_word)?, pieces.iter().rposition(is_word)?);
        self.trim(&mut pieces, first, last);
        let start = pieces.first().map_or(0, |it| it.raw().start);
        let mut gather = Gather::from(start);
        let mut before = None;
        for (nth, piece) in pieces.iter().enumerate() {
            match piece {
                Piece::Words(at) => gather.copy_lines(&self.text[at.clone()], at.start),
                Piece::Char(c, raw) => gather.cell(*c, raw.clone()),
                Piece::Inline(role, raw) => gather.inline(*role, None, self.text, raw.clone()),
                Piece::Space(at) => {
                    let after = self.first_after(&pieces[nth + 1..]);
                    if self.is_shown(at, before, after) {
                        gather.escape(' ', at.clone());
                    }
                }
            }
            before = self.last_of(piece).or(before);
        }
        Some(gather.finish())
    }

    /// Takes away what shows nothing before the first word and behind the last one.
    fn trim(&self, pieces: &mut Vec<Piece>, first: usize, last: usize) {
        if let Piece::Words(at) = &mut pieces[last] {
            at.end = at.start + self.text[at.clone()].trim_end().len();
        }
        if let Piece::Words(at) = &mut pieces[first] {
            at.start = at.end - self.text[at.clone()].trim_start().len();
        }
        let mut nth = 0;
        pieces.retain(|it| {
            nth += 1;
            (first..=last).contains(&(nth - 1)) || matches!(it, Piece::Inline(..))
        });
    }

    fn has_ink(&self, piece: &Piece) -> bool {
        match piece {
            Piece::Words(at) => !self.text[at.clone()].trim().is_empty(),
            Piece::Char(c, _) => !c.is_whitespace(),
            _ => false,
        }
    }

    /// Whether white space shows: not beside an end of a line or other white space; and where lines
    /// of the file meet, not between two wide characters, which nobody divides by spaces.
    fn is_shown(&self, at: &Range<usize>, before: Option<char>, after: Option<char>) -> bool {
        let is_wide = |c: Option<char>| c.and_then(char::width) == Some(2);
        let is_space = |c: Option<char>| c.is_none_or(|c| matches!(c, ' ' | '\n'));
        let meets =
            is_wide(before) && is_wide(after) && self.text[at.clone()].contains(['\n', '\r']);
        !(is_space(after) || before == Some('\n') || meets)
    }

    /// The character that is shown first of some pieces.
    fn first_after(&self, pieces: &[Piece]) -> Option<char> {
        let next =
            pieces.iter().find(|it| !matches!(it, Piece::Inline(role, _) if role.is_tag()))?;
        match next {
            Piece::Words(at) => self.text[at.clone()].chars().next(),
            Piece::Char(c, _) => Some(*c),
            Piece::Space(_) => Some(' '),
            Piece::Inline(..) => Some(Text::INLINE),
        }
    }

    /// The character that is shown last of a piece.
    fn last_of(&self, piece: &Piece) -> Option<char> {
        match piece {
            Piece::Words(at) => self.text[at.clone()].chars().next_back(),
            Piece::Char(c, _) => Some(*c),
            Piece::Inline(role, _) => (!role.is_tag()).then_some(Text::INLINE),
            Piece::Space(_) => None,
        }
    }
}

impl Piece {
    fn raw(&self) -> &Range<usize> {
        match self {
            Self::Words(raw) | Self::Space(raw) | Self::Char(_, raw) | Self::Inline(_, raw) => raw,
        }
    }
}
