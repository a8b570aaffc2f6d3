use super::{Cues, Landmarks, Shadow, Tally};

/// A text read once for all that checks ask of it character by character: its shadow, what stands
/// out in it, where in its shadow something may begin, and what is counted.
#[derive(Clone, Debug)]
pub struct Reading<'t> {
    /// Its shadow.
    pub shadow: Shadow,
    /// What stands out in it.
    pub landmarks: Landmarks<'t>,
    /// The cues of its shadow.
    pub cues: Cues,
    /// What is counted in it.
    pub tally: Tally,
}

impl<'t> Reading<'t> {
    /// Reads a text.
    pub fn of(text: &'t str) -> Self {
        let (shadow, natures) = Shadow::read(text);
        Self {
            landmarks: Landmarks::read(text, &shadow, &natures),
            cues: Cues::read(shadow.chars(), &natures),
            tally: Tally::read(shadow.given(), &natures),
            shadow,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Reading;
    use crate::text::{Landmarks, Shadow};

    #[test]
    fn a_text_that_is_read_is_the_same_as_by_parts() {
        for text in ["", "他與 Meta和我說，對 é 的ABC。", "𠀀１2İß锟被\u{3000}\n〇 a1b2"]
        {
            let Reading { shadow, landmarks, .. } = Reading::of(text);
            assert_eq!(*landmarks, *Landmarks::of(text));
            assert_eq!(shadow.chars(), Shadow::of(text).chars());
            assert_eq!(shadow.given(), text.chars().collect::<Vec<_>>());
        }
    }
}
