use crate::encoder::{Encoder, Opened, Vector};
use crate::text::{Span, clauses};

/// A text with its parts: the clauses, and of a source what conjunctions divide. Each is looked at
/// as a part of the whole, which is encoded once.
pub(super) struct Parts<'t, 'e> {
    pub(super) text: &'t str,
    /// The parts in order.
    pub(super) spans: Vec<Span>,
    opened: Opened<'e>,
    whole: Vector,
}

impl<'t, 'e> Parts<'t, 'e> {
    /// The parts of an English text.
    pub(super) fn of_source(text: &'t str, encoder: &'e Encoder) -> Self {
        let spans = clauses(text).into_iter().flat_map(|clause| divided(text, clause)).collect();
        Self::of(text, spans, encoder)
    }

    /// The parts of a text that was cut into clauses.
    pub(super) fn of(text: &'t str, spans: Vec<Span>, encoder: &'e Encoder) -> Self {
        let opened = encoder.open(text);
        let whole = opened.whole();
        Self { text, spans, opened, whole }
    }

    /// What all of it says.
    pub(super) fn whole(&self) -> &Vector {
        &self.whole
    }

    /// How many pieces it has.
    pub(super) fn pieces(&self) -> usize {
        self.opened.pieces(Span::from(0..self.text.len()))
    }

    /// How much nearer to a text of the other language it is without a part.
    pub(super) fn gain(&self, part: Span, other: &Vector) -> f32 {
        self.opened.without(part).cosine(other) - self.whole.cosine(other)
    }

    /// What a part says.
    pub(super) fn part(&self, part: Span) -> Vector {
        self.opened.part(part)
    }

    /// Each stretch of up to so many parts.
    pub(super) fn stretches(&self, most: usize) -> impl Iterator<Item = Span> {
        let joined =
            |some: &[Span]| Some(Span { start: some.first()?.start, end: some.last()?.end });
        (1..=most).flat_map(move |count| self.spans.windows(count).filter_map(joined))
    }

    /// What each stretch of up to three parts says, and the whole.
    pub(super) fn said(&self) -> Vec<Vector> {
        let parts = self.stretches(JOINED).map(|it| self.part(it));
        parts.chain([self.whole.clone()]).collect()
    }
}

/// So many parts of one text may be one part of the other.
const JOINED: usize = 3;

/// A clause of an English text cut where a word opens another one, if all parts have a few words.
fn divided(text: &str, clause: Span) -> Vec<Span> {
    let words: Vec<Span> = words(text, clause).collect();
    let (mut found, mut first) = (vec![], 0);
    let opens = |nth: usize| OPENING.contains(&&text[words[nth].range()]);
    for nth in LEAST..words.len().saturating_sub(LEAST - 1) {
        if nth - first >= LEAST && opens(nth) {
            found.push(Span { start: words[first].start, end: words[nth - 1].end });
            first = nth;
        }
    }
    found.push(Span { start: words.get(first).map_or(clause.start, |it| it.start), ..clause });
    found
}

/// So many words at least has a part of a clause.
const LEAST: usize = 4;

/// Words that open a clause, or a phrase that may become one in Chinese.
const OPENING: &[&str] = &[
    "after", "although", "and", "as", "at", "because", "before", "but", "by", "for", "from", "if",
    "in", "on", "since", "that", "to", "until", "when", "where", "which", "while", "who", "with",
];

fn words(text: &str, clause: Span) -> impl Iterator<Item = Span> {
    let said = &text[clause.range()];
    let place = move |word: &str| {
        let start = word.as_ptr() as usize - text.as_ptr() as usize;
        Span::from(start..start + word.len())
    };
    said.split_whitespace().map(place)
}

#[cfg(test)]
mod tests {
    use super::divided;
    use crate::text::Span;

    #[test]
    fn a_long_clause_is_cut_where_another_begins() {
        let cut = |text: &str| -> Vec<String> {
            let parts = divided(text, Span::from(0..text.len()));
            parts.into_iter().map(|it| text[it.range()].to_owned()).collect()
        };
        assert_eq!(
            cut("the council will not decide before the last of the experts has been heard"),
            ["the council will not decide", "before the last of the experts has been heard"]
        );
        assert_eq!(cut("we left when it rained"), ["we left when it rained"]);
        assert_eq!(cut("so"), ["so"]);
    }
}
