use super::parts::Parts;
use crate::align::vouched;
use crate::encoder::Vector;
use crate::text::chars::is_quote;
use crate::text::{Size, Span};

/// How well a source supports a clause of its target.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Support {
    /// The clause.
    pub span: Span,
    /// How strange it is to the source: how much nearer to the source the target would be without
    /// it, less a quarter of how near it is to any part of the source, and less what words of the
    /// source vouch for it. About -0.3 for a clause of a good translation, above 0 for one from
    /// elsewhere.
    pub strangeness: f32,
}

impl Support {
    /// Whether it is stranger than all but two in a thousand clauses of clean pairs.
    pub fn is_strange(&self) -> bool {
        self.strangeness > STRANGE
    }

    /// Whether it is stranger than all clauses of clean pairs.
    pub fn is_foreign(&self) -> bool {
        self.strangeness > FOREIGN
    }
}

/// Of 2,923 clauses of clean simplified pairs of news 4 are stranger, of 2,701 traditional ones 3;
/// of clauses from another document 85 and 88 %.
const STRANGE: f32 = -0.012;

/// No clause of the clean pairs is stranger; of clauses from another document 64 and 70 %.
const FOREIGN: f32 = 0.045;

/// Han characters, words and numbers that a clause has at least: a shorter one says too little.
const LEAST: u32 = 10;

/// How much of the nearness to a part of the source counts.
const NEAR: f32 = 0.25;

/// Where leaving a clause out makes a target less near than this, a part of the source is near it
/// by all means: it is not looked for.
const HARMLESS: f32 = -0.05;

/// How much it counts that words of the source stand in a clause, beyond what one word weighs that
/// may stand there by chance.
const VOUCHED: f32 = 0.0075;
const CHANCE: f32 = 2.0;

/// How well the source supports the longer clauses of a target that has others beside them.
pub(super) fn supports(source: &Parts, target: &Parts) -> Vec<Support> {
    let size = |it: &&Span| Size::of(&target.text[it.range()]);
    let long = target.spans.iter().filter(|it| size(it).han + size(it).tokens >= LEAST);
    let quotes = source.text.contains(['"', '“', '”', '‘']);
    let long = long.filter(|_| target.spans.len() > 1);
    let long = long.filter(|it| !(quotes && introduces(target.text, **it)));
    let mut said: Option<Vec<Vector>> = None;
    let mut support = |span: &Span| {
        let gain = target.gain(*span, source.whole());
        let said_there = if gain < HARMLESS {
            0.0
        } else {
            let clause = target.part(*span);
            let said = said.get_or_insert_with(|| source.said());
            let near = said.iter().map(|it| it.cosine(&clause)).fold(-1.0, f32::max);
            let words = vouched(source.text, &target.text[span.range()]);
            NEAR * near + VOUCHED * (words - CHANCE).max(0.0)
        };
        Support { span: *span, strangeness: gain - said_there }
    };
    long.map(&mut support).collect()
}

/// Whether a clause tells who says the quotation behind it, which an English source may leave to
/// the sentence before or after.
fn introduces(text: &str, clause: Span) -> bool {
    let behind = text[clause.range().end..].trim_start();
    let quoted = behind.strip_prefix(['：', ':']).map(str::trim_start);
    quoted.is_some_and(|it| it.starts_with(is_quote))
}
