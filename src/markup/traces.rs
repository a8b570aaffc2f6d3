/// What marks a text may have at all, seen in one pass over its bytes: who looks for none of them
/// need not look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Traces(u16);

/// A kind of bytes that some markup begins with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trace {
    /// Per cent signs, braces, dollars, ampersands: placeholders.
    Field = 1,
    /// Angle brackets.
    Tag = 2,
    /// Strokes, at signs and backslashes: addresses and paths.
    Address = 4,
    /// Ampersands and underscores, which mark a key of the keyboard.
    Key = 8,
    /// Line ends, backslashes and angle brackets.
    Line = 16,
    /// Number signs, stars, bars, backticks, square brackets, plus signs and hyphens.
    Mark = 32,
    /// Digits and underscores, without which there is no code name.
    Digit = 64,
}

impl Traces {
    /// Those of a text.
    pub fn of(text: &str) -> Self {
        Self(text.bytes().fold(0, |all, byte| all | TABLE[usize::from(byte)]))
    }

    /// Whether there are bytes of a kind.
    pub fn has(self, trace: Trace) -> bool {
        self.0 & trace as u16 != 0
    }
}

const TABLE: [u16; 256] = {
    let mut table = [0; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = trace(byte);
        byte += 1;
    }
    table
};

const fn trace(byte: u8) -> u16 {
    match byte {
        b'%' | b'{' | b'}' | b'$' => Trace::Field as u16,
        b'&' => Trace::Field as u16 | Trace::Key as u16,
        b'<' => Trace::Tag as u16 | Trace::Line as u16,
        b'>' => Trace::Tag as u16,
        b'/' | b'@' => Trace::Address as u16,
        b'\\' => Trace::Address as u16 | Trace::Line as u16,
        b'\n' => Trace::Line as u16 | Trace::Mark as u16,
        b'_' => Trace::Key as u16 | Trace::Digit as u16,
        b'0'..=b'9' => Trace::Digit as u16,
        b'#' | b'*' | b'|' | b'`' | b'[' | b'!' | b'+' | b'-' => Trace::Mark as u16,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::{Trace, Traces};

    #[test]
    fn plain_words_have_no_trace() {
        assert_eq!(Traces::of("He said: “好。”, and left."), Traces::default());
        assert!(Traces::of("50%").has(Trace::Field) && !Traces::of("50%").has(Trace::Tag));
        assert!(Traces::of("a_b").has(Trace::Key));
    }
}
