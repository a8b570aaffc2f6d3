use super::table::NONE;
use super::{Cues, Landmarks, Shadow};

/// A text read once for all that checks ask of it character by character: its shadow, what stands
/// out in it, and where in its shadow something may begin.
#[derive(Clone, Debug)]
pub struct Reading<'t> {
    /// Its shadow.
    pub shadow: Shadow,
    /// What stands out in it.
    pub landmarks: Landmarks<'t>,
    /// The cues of its shadow.
    pub cues: Cues,
}

impl<'t> Reading<'t> {
    /// Reads a text.
    pub fn of(text: &'t str) -> Self {
        let mut landmarks = Landmarks::none(text);
        let mut cues = Cues::with_room(text.chars().count());
        let mut before = NONE;
        let shadow = Shadow::read(text, |it| {
            if it.entry.stands_out() {
                landmarks.add(it.start, it.c);
            }
            cues.add(it.nth, it.entry.folded, it.entry.is_cue(before));
            before = it.entry;
        });
        Self { shadow, landmarks, cues: cues.whole() }
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
