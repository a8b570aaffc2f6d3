//! Stands in for the sentence encoder where the program is built without it: its names are there,
//! but nobody has one.

use crate::text::Span;

/// Turns sentences into vectors; there is none in this build.
#[derive(Debug)]
pub enum Encoder {}

/// What a text says.
#[derive(Clone, Debug, PartialEq)]
pub struct Vector(std::convert::Infallible);

/// A text that was encoded once.
#[derive(Clone, Debug)]
pub struct Opened<'e>(&'e Encoder);

impl Encoder {
    /// The encoder that is part of the program: none.
    pub fn shipped() -> Option<&'static Self> {
        None
    }

    /// The vector of a text in English or Chinese.
    pub fn encode(&self, _: &str) -> Vector {
        match *self {}
    }

    /// The vectors of many texts, in their order.
    pub fn encode_all(&self, _: &[&str]) -> Vec<Vector> {
        match *self {}
    }

    /// The mean of some vectors: where it points, and how far.
    pub fn mean<'v>(&self, _: impl IntoIterator<Item = &'v Vector>) -> (Vector, f32) {
        match *self {}
    }

    /// A text of which parts can be left out, or looked at alone, without encoding it again.
    pub fn open(&self, _: &str) -> Opened<'_> {
        match *self {}
    }
}

impl Opened<'_> {
    /// The vector of the whole text.
    pub fn whole(&self) -> Vector {
        match *self.0 {}
    }

    /// The vector of the text without what stands in a span.
    pub fn without(&self, _: Span) -> Vector {
        match *self.0 {}
    }

    /// The vector of what stands in a span, read as a part of the whole.
    pub fn part(&self, _: Span) -> Vector {
        match *self.0 {}
    }

    /// How many pieces begin in a span.
    pub fn pieces(&self, _: Span) -> usize {
        match *self.0 {}
    }
}

impl Vector {
    /// How near two texts are.
    pub fn cosine(&self, _: &Self) -> f32 {
        match self.0 {}
    }
}
