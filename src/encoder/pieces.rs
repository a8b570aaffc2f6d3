use super::plain::Plain;
use crate::text::Span;

/// The pieces that texts are cut into, little-endian. First how many there are, and how many nodes
/// their tree has (`u32`); then for each piece ln p (`f32`); then for each node the first of its
/// children, whose last one stands before the next node's first (`u32`); then the piece that ends
/// at the node, or `u16::MAX`; then the byte that leads to it, in order among sisters.
/// `tools/sentence_encoder.py` makes it.
static TABLE: &[u8] = include_bytes!("pieces.bin");

/// What stands for a character that no piece has, for the beginning and for the end.
const UNKNOWN: u16 = 0;
pub(super) const BEGIN: u16 = 1;
pub(super) const END: u16 = 2;

/// Ten less than ln p of the rarest piece of the original.
const UNKNOWN_SCORE: f32 = -28.833_036;

/// A node that no piece ends at.
const NONE: u16 = u16::MAX;

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) number: u16,
    /// Where it stands in the text.
    pub(super) span: Option<Span>,
}

/// Cuts texts into the pieces that are the likeliest together.
#[derive(Debug)]
pub(super) struct Pieces {
    scores: &'static [[u8; 4]],
    children: &'static [[u8; 4]],
    ending: &'static [[u8; 2]],
    labels: &'static [u8],
}

/// The best way to cut a text up to some place.
#[derive(Clone, Copy)]
struct Way {
    score: f64,
    from: usize,
    piece: u16,
}

impl Pieces {
    /// The pieces that are part of the program.
    pub(super) fn embedded() -> Self {
        let (head, rest) = TABLE.split_at(8);
        let counts = head.as_chunks().0;
        let (pieces, nodes) = (number(counts[0]), number(counts[1]));
        let (scores, rest) = rest.split_at(4 * pieces);
        let (children, rest) = rest.split_at(4 * (nodes + 1));
        let (ending, labels) = rest.split_at(2 * nodes);
        let (scores, children) = (scores.as_chunks().0, children.as_chunks().0);
        Self { scores, children, ending: ending.as_chunks().0, labels }
    }

    /// The pieces of a text.
    pub(super) fn cut(&self, plain: &Plain) -> Vec<Piece> {
        let text = plain.text();
        let ways = self.ways(text);
        let (mut pieces, mut end) = (vec![], text.len());
        while end > 0 {
            let Way { from, piece, .. } = ways[end];
            // The space that a word begins with stands for the place before it.
            let space = usize::from(text[from..end].starts_with(' ') && end > from + 1);
            pieces.push(Piece { number: piece, span: Some(plain.span(from + space..end)) });
            end = from;
        }
        if pieces.is_empty() {
            pieces.push(Piece { number: UNKNOWN, span: None });
        }
        pieces.reverse();
        pieces
    }

    /// For each place in the text the best way up to it.
    fn ways(&self, text: &str) -> Vec<Way> {
        let nowhere = Way { score: f64::NEG_INFINITY, from: 0, piece: UNKNOWN };
        let mut ways = vec![nowhere; text.len() + 1];
        ways[0].score = 0.0;
        for (from, c) in text.char_indices() {
            let so_far = ways[from].score;
            let mut go = |end: usize, piece, score: f32| {
                let score = so_far + f64::from(score);
                // Of equals the one that begins first stays, as in the original.
                if score > ways[end].score {
                    ways[end] = Way { score, from, piece };
                }
            };
            let after = from + c.len_utf8();
            let mut is_known = false;
            for (end, piece) in self.beginning(&text.as_bytes()[from..]) {
                go(from + end, piece, f32::from_le_bytes(self.scores[usize::from(piece)]));
                is_known |= from + end == after;
            }
            if !is_known {
                go(after, UNKNOWN, UNKNOWN_SCORE);
            }
        }
        ways
    }

    /// The pieces that a text begins with, the shortest first, and where each ends.
    fn beginning(&self, text: &[u8]) -> impl Iterator<Item = (usize, u16)> {
        let mut node = Some(0);
        let nodes = text.iter().map_while(move |byte| {
            node = self.child(node?, *byte);
            node
        });
        let pieces = nodes.map(|node| u16::from_le_bytes(self.ending[node]));
        (1..).zip(pieces).filter(|(_, piece)| *piece != NONE)
    }

    fn child(&self, node: usize, byte: u8) -> Option<usize> {
        let (first, end) = (number(self.children[node]), number(self.children[node + 1]));
        self.labels[first..end].binary_search(&byte).ok().map(|nth| first + nth)
    }
}

fn number(bytes: [u8; 4]) -> usize {
    u32::from_le_bytes(bytes) as usize
}

#[cfg(test)]
mod tests {
    use super::{NONE, Pieces, Plain, UNKNOWN, number};

    fn cut(text: &str) -> Vec<&str> {
        let pieces = Pieces::embedded().cut(&Plain::of(text));
        pieces.iter().map(|piece| piece.span.map_or("", |span| &text[span.range()])).collect()
    }

    #[test]
    fn the_table_is_a_tree_of_all_pieces() {
        let pieces = Pieces::embedded();
        let nodes = pieces.labels.len();
        assert_eq!((pieces.children.len(), pieces.ending.len()), (nodes + 1, nodes));
        assert!(pieces.children.windows(2).all(|two| number(two[0]) <= number(two[1])));
        assert_eq!(number(pieces.children[nodes]), nodes);
        let mut ending: Vec<u16> = pieces
            .ending
            .iter()
            .map(|it| u16::from_le_bytes(*it))
            .filter(|it| *it != NONE)
            .collect();
        ending.sort_unstable();
        let all: Vec<u16> = (3..).take(pieces.scores.len() - 3).collect();
        assert_eq!(ending, all);
    }

    #[test]
    fn a_text_is_cut_into_words_and_parts_of_them() {
        assert_eq!(cut("The cat sleeps."), ["The", "cat", "sleep", "s", "."]);
        assert_eq!(
            cut("貓在桌子底下睡覺。"),
            ["", "貓", "在", "桌", "子", "底", "下", "睡", "覺", "。"]
        );
    }

    #[test]
    fn a_character_that_no_piece_has_is_one_unknown_piece() {
        let pieces = Pieces::embedded().cut(&Plain::of("ሀሁ"));
        let numbers: Vec<u16> = pieces.iter().map(|piece| piece.number).collect();
        assert_eq!(numbers[1..], [UNKNOWN, UNKNOWN]);
        assert_eq!(Pieces::embedded().cut(&Plain::of(" \n")).len(), 1);
    }
}
