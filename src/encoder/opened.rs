use super::network::{Features, features, total, vector};
use super::pieces::{BEGIN, END, Piece};
use super::plain::Plain;
use super::{Encoder, Vector};
use crate::text::Span;

/// A text that was encoded once, of which parts can be left out or looked at alone.
#[derive(Clone, Debug)]
pub struct Opened<'e> {
    encoder: &'e Encoder,
    /// Where each piece stands in the text; the marks of the beginning and of the end nowhere.
    places: Vec<Option<Span>>,
    features: Vec<Features>,
}

/// So many pieces of a text are looked at: it is no sentence any more.
const MOST: usize = 1024;

impl<'e> Opened<'e> {
    pub(super) fn of(encoder: &'e Encoder, text: &str) -> Self {
        let plain = Plain::of(text);
        let mut pieces = encoder.pieces.cut(&plain);
        pieces.truncate(MOST);
        pieces.insert(0, Piece { number: BEGIN, span: None });
        pieces.push(Piece { number: END, span: None });
        let numbers: Vec<u16> = pieces.iter().map(|piece| piece.number).collect();
        let places = pieces.iter().map(|piece| piece.span).collect();
        Self { encoder, places, features: features(&encoder.weights, &numbers) }
    }

    /// The vector of the whole text.
    pub fn whole(&self) -> Vector {
        self.of_pieces(|_| true)
    }

    /// The vector of the text without what stands in `span`: what the rest says, read as a part of
    /// the whole.
    pub fn without(&self, span: Span) -> Vector {
        self.of_pieces(|place| !begins_in(place, span))
    }

    /// The vector of what stands in `span`, read as a part of the whole.
    pub fn part(&self, span: Span) -> Vector {
        self.of_pieces(|place| begins_in(place, span))
    }

    /// How many pieces begin in `span`: words, or parts of them.
    pub fn pieces(&self, span: Span) -> usize {
        self.places.iter().flatten().filter(|place| begins_in(**place, span)).count()
    }

    /// The vector of the chosen pieces and of the two marks.
    fn of_pieces(&self, is_chosen: impl Fn(Span) -> bool) -> Vector {
        let pieces = self.places.iter().zip(&self.features);
        let chosen = pieces.filter(|(place, _)| place.is_none_or(&is_chosen));
        let chosen: Vec<&Features> = chosen.map(|(_, features)| features).collect();
        vector(&self.encoder.weights, &total(chosen.iter().copied()), chosen.len())
    }
}

fn begins_in(place: Span, span: Span) -> bool {
    span.range().contains(&(place.start as usize))
}
