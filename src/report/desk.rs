use super::Sheet;
use std::io::{self, Write};

/// One of the reports of a run, and where it is written.
pub(super) struct Desk<'w> {
    pub(super) sheet: Box<dyn Sheet>,
    pub(super) out: Box<dyn Write + 'w>,
}

/// Tells all sheets. Who reads one of several through a pipe may have seen enough of it.
pub(super) fn tell(
    desks: &mut Vec<Desk>,
    mut with: impl FnMut(&mut dyn Sheet, &mut dyn Write) -> io::Result<()>,
) -> io::Result<()> {
    let (mut nth, mut closed) = (0, None);
    while let Some(desk) = desks.get_mut(nth) {
        match with(&mut *desk.sheet, &mut *desk.out) {
            Ok(()) => nth += 1,
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                desks.remove(nth);
                closed = Some(error);
            }
            Err(error) => return Err(error),
        }
    }
    closed.filter(|_| desks.is_empty()).map_or(Ok(()), Err)
}
