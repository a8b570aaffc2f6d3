//! What a sentence says, as a vector: sentences of the same meaning point the same way, in English
//! and in Chinese.
//!
//! The model is Google's multilingual universal sentence encoder, version 3, cut down to the pieces
//! of English and simplified Chinese and rounded (`NOTICE.md`); traditional text is turned into
//! simplified first. It knows gross failures: a sentence or a clause that says something else. It
//! does not see a negation, a wrong figure or a wrong sense, and an untranslated sentence is as
//! near to its source as a good translation: ask for the script first.
//!
//! ```
//! use xindaya::encoder::Encoder;
//!
//! let encoder = Encoder::embedded();
//! let source = encoder.encode("The cat sleeps under the table.");
//! let near = source.cosine(&encoder.encode("貓在桌子底下睡覺。"));
//! let far = source.cosine(&encoder.encode("法院推迟了判决。"));
//! assert!(near > 0.7 && far < 0.2, "{near} {far}");
//! ```
//!
//! The tables are read where they lie in the program. A vector is the same on any machine: the sums
//! of the products are whole numbers, whichever registers of the processor add them, and all others
//! are added in a fixed order.

mod kernel;
mod matrix;
mod network;
mod opened;
mod pieces;
mod plain;
mod products;
mod vector;
mod weights;

pub use opened::Opened;
pub use plain::plain;
pub use vector::Vector;

use pieces::Pieces;
use rayon::prelude::*;
use std::sync::LazyLock;
use weights::Weights;

/// Turns sentences into vectors.
#[derive(Debug)]
pub struct Encoder {
    pieces: Pieces,
    weights: Weights,
}

impl Encoder {
    /// The encoder that is part of the program.
    pub fn embedded() -> &'static Self {
        static ENCODER: LazyLock<Encoder> =
            LazyLock::new(|| Encoder { pieces: Pieces::embedded(), weights: Weights::embedded() });
        &ENCODER
    }

    /// The encoder, if the program was built with it: this one was.
    pub fn shipped() -> Option<&'static Self> {
        Some(Self::embedded())
    }

    /// The vector of a text in English or Chinese.
    pub fn encode(&self, text: &str) -> Vector {
        self.open(text).whole()
    }

    /// The vectors of many texts, in their order.
    pub fn encode_all(&self, texts: &[&str]) -> Vec<Vector> {
        texts.par_iter().map(|text| self.encode(text)).collect()
    }

    /// The mean of some vectors: where it points, and how far.
    pub fn mean<'v>(&self, vectors: impl IntoIterator<Item = &'v Vector>) -> (Vector, f32) {
        Vector::mean(vectors)
    }

    /// A text of which parts can be left out, or looked at alone, without encoding it again.
    ///
    /// Of a text that is no sentence any more, what stands behind the first thousand words or so is
    /// not looked at.
    pub fn open(&self, text: &str) -> Opened<'_> {
        Opened::of(self, text)
    }
}
