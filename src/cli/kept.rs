use std::collections::VecDeque;
use std::io::{self, Read, Write};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// What was read of an input and is still to be copied, while others read on.
#[derive(Clone, Default)]
pub(super) struct Kept(Arc<Mutex<VecDeque<u8>>>);

impl Kept {
    /// The same input, whose bytes are kept as they are read.
    pub(super) fn along(&self, input: Box<dyn Read + Send>) -> Box<dyn Read + Send> {
        Box::new(Along { input, kept: self.clone() })
    }

    /// All that is kept.
    pub(super) fn bytes(&self) -> Vec<u8> {
        self.lock().make_contiguous().to_vec()
    }

    /// Takes the next `count` bytes away and hands them on, or as many as there are.
    pub(super) fn take(
        &self,
        count: usize,
        mut to: impl FnMut(&[u8]) -> io::Result<()>,
    ) -> io::Result<()> {
        let mut kept = self.lock();
        let count = count.min(kept.len());
        let (first, second) = kept.as_slices();
        let of_first = count.min(first.len());
        to(&first[..of_first])?;
        to(&second[..count - of_first])?;
        kept.drain(..count);
        Ok(())
    }

    fn lock(&self) -> MutexGuard<'_, VecDeque<u8>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Along {
    input: Box<dyn Read + Send>,
    kept: Kept,
}

impl Read for Along {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let count = self.input.read(into)?;
        self.kept.lock().write_all(&into[..count])?;
        Ok(count)
    }
}
