use super::Span;

/// Where the bytes of a text stood in the document that it was read from.
///
/// A text is made of pieces. Most are copied byte for byte; an escape or an entity is a piece of
/// its own whose bytes all lead back to the whole escape. What stands between two pieces in the
/// document was left out of the text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    pieces: Vec<Piece>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Piece {
    /// The piece's first byte in the text.
    at: u32,
    /// Its bytes in the document.
    raw: Span,
    copied: bool,
}

impl Origin {
    /// A text that was copied byte for byte from `raw`.
    pub fn copied(raw: Span) -> Self {
        Self { pieces: vec![Piece { at: 0, raw, copied: true }] }
    }

    /// Notes that the text goes on at its byte `at` with the document's byte `raw`, copied.
    pub fn copy(&mut self, at: u32, raw: Span) {
        self.push(at, raw, true);
    }

    /// Notes that the text's bytes from `at` on all stand for the document's bytes `raw`.
    pub fn escape(&mut self, at: u32, raw: Span) {
        self.push(at, raw, false);
    }

    fn push(&mut self, at: u32, raw: Span, copied: bool) {
        let goes_on = |last: &&mut Piece| {
            copied && last.copied && last.raw.end == raw.start && last.at + last.raw.len() == at
        };
        if let Some(last) = self.pieces.last_mut().filter(goes_on) {
            last.raw.end = raw.end;
            return;
        }
        self.pieces.push(Piece { at, raw, copied });
    }

    /// The same origin in a document that has `by` more bytes before it.
    #[must_use]
    pub fn moved(mut self, by: u32) -> Self {
        for Piece { raw, .. } in &mut self.pieces {
            *raw = Span { start: raw.start + by, end: raw.end + by };
        }
        self
    }

    /// Goes on at the text's byte `at` with all that another origin has.
    pub(super) fn append(&mut self, at: u32, other: Self) {
        for Piece { at: from, raw, copied } in other.pieces {
            self.push(at + from, raw, copied);
        }
    }

    /// Where the bytes of a part of the text stood; the text is `length` bytes long.
    pub(super) fn part(&self, part: Span, length: u32) -> Self {
        if self.pieces.is_empty() {
            return Self::copied(part);
        }
        let ends = self.pieces.iter().skip(1).map(|it| it.at).chain([length]);
        let mut pieces = vec![];
        for (piece, end) in self.pieces.iter().zip(ends) {
            let (from, to) = (piece.at.max(part.start), end.min(part.end));
            if from >= to {
                continue;
            }
            let raw = if piece.copied {
                let start = piece.raw.start + (from - piece.at);
                Span { start, end: start + (to - from) }
            } else {
                piece.raw
            };
            pieces.push(Piece { at: from - part.start, raw, copied: piece.copied });
        }
        Self { pieces }
    }

    /// The bytes of the document that `span` was read from.
    pub fn locate(&self, span: Span) -> Span {
        if self.pieces.is_empty() {
            return span;
        }
        if span.start >= span.end {
            let point = self.point(span.start);
            return Span { start: point, end: point };
        }
        let start = self.start_of(span.start);
        Span { start, end: self.end_of(span.end - 1).max(start) }
    }

    /// Where the document would take what is put in before the text's `byte`.
    fn point(&self, byte: u32) -> u32 {
        let piece = self.pieces[self.piece_of(byte)];
        let is_after_escape = !piece.copied && byte > piece.at;
        if is_after_escape { self.end_of(byte - 1) } else { self.start_of(byte) }
    }

    /// The bytes of the document that each piece of `part` was read from, in order. What was left
    /// out between two pieces is in none of them.
    pub(super) fn pieces(&self, part: Span) -> Vec<Span> {
        let (mut found, mut at) = (vec![], part.start);
        if self.pieces.is_empty() {
            return vec![part];
        }
        while at < part.end {
            let nth = self.piece_of(at);
            let end = self.pieces.get(nth + 1).map_or(part.end, |next| next.at.min(part.end));
            found.push(Span { start: self.start_of(at), end: self.end_of(end - 1) });
            at = end.max(at + 1);
        }
        found
    }

    /// The byte of the text that was read from the document's byte `raw`, if one was.
    pub(super) fn read_from(&self, raw: u32) -> Option<u32> {
        if self.pieces.is_empty() {
            return Some(raw);
        }
        self.pieces.iter().find_map(|it| {
            let is_in = it.raw.start <= raw && raw < it.raw.end;
            let into =
                raw.checked_sub(it.raw.start).filter(|into| is_in && (it.copied || *into == 0));
            into.map(|into| it.at + into)
        })
    }

    fn start_of(&self, byte: u32) -> u32 {
        let piece = self.pieces[self.piece_of(byte)];
        let into = if piece.copied { byte - piece.at } else { 0 };
        (piece.raw.start + into).min(piece.raw.end)
    }

    /// The document's byte after the one that the text's `byte` stands for.
    fn end_of(&self, byte: u32) -> u32 {
        let piece = self.pieces[self.piece_of(byte)];
        let into = byte - piece.at + 1;
        if piece.copied { piece.raw.start + into } else { piece.raw.end }
    }

    fn piece_of(&self, byte: u32) -> usize {
        self.pieces.partition_point(|piece| piece.at <= byte).saturating_sub(1)
    }
}

#[cfg(test)]
mod tests {
    use super::{Origin, Span};

    #[test]
    fn an_escape_leads_back_whole() {
        // The document has `a\nb` with an escape of two bytes, the text one newline.
        let mut origin = Origin::default();
        origin.copy(0, Span { start: 10, end: 11 });
        origin.escape(1, Span { start: 11, end: 13 });
        origin.copy(2, Span { start: 13, end: 14 });
        assert_eq!(origin.locate(Span { start: 1, end: 2 }), Span { start: 11, end: 13 });
        assert_eq!(origin.locate(Span { start: 0, end: 3 }), Span { start: 10, end: 14 });
        assert_eq!(origin.locate(Span { start: 2, end: 3 }), Span { start: 13, end: 14 });
    }

    #[test]
    fn a_point_after_an_escape_stands_behind_it() {
        let mut origin = Origin::copied(Span { start: 4, end: 5 });
        origin.escape(1, Span { start: 5, end: 7 });
        assert_eq!(origin.locate(Span { start: 2, end: 2 }), Span { start: 7, end: 7 });
        assert_eq!(origin.locate(Span { start: 1, end: 1 }), Span { start: 5, end: 5 });
        assert_eq!(origin.moved(3).locate(Span { start: 1, end: 2 }), Span { start: 8, end: 10 });
    }

    #[test]
    fn what_was_left_out_belongs_to_no_character() {
        // The document has `\n"` and, on the next line, `"b`: the quotes are no part of the text.
        let mut origin = Origin::default();
        origin.escape(0, Span { start: 1, end: 3 });
        origin.copy(1, Span { start: 6, end: 7 });
        assert_eq!(origin.locate(Span { start: 0, end: 1 }), Span { start: 1, end: 3 });
        assert_eq!(origin.locate(Span { start: 1, end: 2 }), Span { start: 6, end: 7 });
        assert_eq!(origin.locate(Span { start: 1, end: 1 }), Span { start: 6, end: 6 });
    }

    #[test]
    fn a_part_leads_back_to_where_the_whole_does() {
        let mut origin = Origin::default();
        origin.copy(0, Span { start: 10, end: 13 });
        origin.escape(3, Span { start: 13, end: 18 });
        origin.copy(4, Span { start: 20, end: 24 });
        for (start, end) in [(0, 8), (1, 3), (2, 6), (3, 4), (5, 8)] {
            let part = origin.part(Span { start, end }, 8);
            for at in start..end {
                let here = |from| Span { start: at - from, end: at + 1 - from };
                assert_eq!(part.locate(here(start)), origin.locate(here(0)));
            }
        }
        let whole = Origin::default().part(Span { start: 2, end: 5 }, 9);
        assert_eq!(whole.locate(Span { start: 0, end: 1 }), Span { start: 2, end: 3 });
    }

    #[test]
    fn what_was_left_out_is_in_no_piece() {
        let mut origin = Origin::default();
        origin.copy(0, Span { start: 10, end: 13 });
        origin.escape(3, Span { start: 13, end: 18 });
        origin.copy(4, Span { start: 20, end: 24 });
        let pieces = |start, end| -> Vec<(u32, u32)> {
            let pieces = origin.pieces(Span { start, end });
            pieces.iter().map(|it| (it.start, it.end)).collect()
        };
        assert_eq!(pieces(1, 6), [(11, 13), (13, 18), (20, 22)]);
        assert_eq!(pieces(4, 5), [(20, 21)]);
        assert_eq!(
            [11, 13, 14, 19, 21].map(|it| origin.read_from(it)),
            [Some(1), Some(3), None, None, Some(5)]
        );
    }

    #[test]
    fn a_copied_text_is_shifted() {
        let origin = Origin::copied(Span { start: 5, end: 9 });
        assert_eq!(origin.locate(Span { start: 1, end: 4 }), Span { start: 6, end: 9 });
        assert_eq!(origin.locate(Span { start: 4, end: 4 }), Span { start: 9, end: 9 });
    }
}
