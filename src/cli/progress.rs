use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::{IsTerminal, Read, stderr};
use std::time::{Duration, Instant};

/// A bar on the standard error, if a person looks on and the work takes more than a second.
pub(super) struct Progress {
    bar: ProgressBar,
    begun: Instant,
}

impl Progress {
    /// A bar over so many bytes, or 0 if nobody knows how many.
    pub(super) fn over(bytes: u64) -> Self {
        let bar = ProgressBar::with_draw_target(Some(bytes), ProgressDrawTarget::hidden());
        let template = match bytes {
            0 => "{bytes:>12} {elapsed:>4} {wide_msg}",
            _ => "{bar:30} {percent:>3} % {eta:>4} {wide_msg}",
        };
        let style = ProgressStyle::with_template(template);
        bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        Self { bar, begun: Instant::now() }
    }

    /// The next file.
    pub(super) fn name(&self, file: &str) {
        self.bar.set_message(crate::error::visible(file));
        self.show();
    }

    /// The same input, whose bytes are counted as they are read.
    pub(super) fn along<R: Read>(&self, input: R) -> impl Read + use<R> {
        self.bar.wrap_read(input)
    }

    /// So many more bytes were read.
    pub(super) fn advance(&self, bytes: u64) {
        self.bar.inc(bytes);
    }

    /// Shows the bar, if it is time.
    pub(super) fn show(&self) {
        if self.bar.is_hidden() && self.is_due() {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }

    /// Does something that may write to the terminal, with the bar out of the way.
    pub(super) fn aside<R>(&self, write: impl FnOnce() -> R) -> R {
        self.bar.suspend(write)
    }

    /// Takes the bar away.
    pub(super) fn end(&self) {
        self.bar.finish_and_clear();
    }

    fn is_due(&self) -> bool {
        self.begun.elapsed() > Duration::from_secs(1) && stderr().is_terminal()
    }
}
