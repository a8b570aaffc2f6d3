//! What was asked last: a text asks for the same few words over and over.

use rustc_hash::FxHasher;
use std::cell::RefCell;
use std::hash::Hasher;

/// So many questions are remembered, each thread its own: a long text has about as many names.
const SLOTS: usize = 4096;

/// Bytes of the longest token that is remembered.
const LONGEST: usize = 22;

/// A token with its answer. One whose place it takes is forgotten.
#[derive(Clone, Copy)]
struct Slot {
    token: [u8; LONGEST],
    length: u8,
    answer: bool,
}

const FREE: Slot = Slot { token: [0; LONGEST], length: 0, answer: false };

thread_local! {
    static ASKED: RefCell<Vec<Slot>> = RefCell::new(vec![FREE; SLOTS]);
}

/// The answer to a question about a token, which `find` finds where it is not remembered.
pub(super) fn remembered(token: &str, find: impl FnOnce() -> bool) -> bool {
    let bytes = token.as_bytes();
    let length = match u8::try_from(bytes.len()) {
        Ok(length) if (1..=LONGEST).contains(&bytes.len()) => length,
        _ => return find(),
    };
    let mut hasher = FxHasher::default();
    hasher.write(bytes);
    let slot = usize::try_from(hasher.finish() >> 32).unwrap_or_default() % SLOTS;
    let known = ASKED.with_borrow(|asked| asked[slot]);
    if known.length == length && known.token[..bytes.len()] == *bytes {
        return known.answer;
    }
    // It may ask about other tokens itself.
    let mut found = Slot { length, answer: find(), ..FREE };
    found.token[..bytes.len()].copy_from_slice(bytes);
    ASKED.with_borrow_mut(|asked| asked[slot] = found);
    found.answer
}

#[cfg(test)]
mod tests {
    use super::remembered;

    #[test]
    fn a_token_has_its_own_answer() {
        let tokens: Vec<String> = (0..5000).map(|nth| format!("t{nth}")).collect();
        for (nth, token) in tokens.iter().enumerate().chain(tokens.iter().enumerate()) {
            let answer = nth % 3 == 0;
            assert_eq!(remembered(token, || answer), answer);
            assert_eq!(remembered(token, || !answer), answer);
        }
    }

    #[test]
    fn nothing_and_long_tokens_are_asked_for_each_time() {
        for token in ["", "pneumonoultramicroscopic"] {
            assert!(remembered(token, || true) && !remembered(token, || false));
        }
    }
}
