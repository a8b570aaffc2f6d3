//! The findings that a project had when it began to be checked. They are known again by their
//! fingerprints, wherever their lines have moved, and do not count.
//!
//! A baseline is written as JSON, sorted, a finding a line, so that people can read and merge it:
//!
//! ```json
//! {
//! "version": 1,
//! "findings": [
//! {"file":"docs/a.md","check":"repeated-phrase","fingerprint":"d078194e1986bd7acd74da69d16c0980","text":"他說他說"}
//! ]
//! }
//! ```
//!
//! Files are told by their paths from the folder of the baseline. Equal findings in a file have
//! fingerprints of their own, so that each is counted. `text` is for people: how the marked text
//! begins.

mod layout;

use crate::checks;
use crate::error::visible;
use crate::finding::{Finding, Fingerprint, Fingerprints};
use crate::review::{Review, Why};
use crate::text::Document;
use std::collections::BTreeMap;

/// Findings that are known, by their files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Baseline {
    files: BTreeMap<String, Known>,
}

/// The findings of one file that are known.
type Known = BTreeMap<Fingerprint, Entry>;

/// A finding that is known, as people read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The id of the check that found it.
    pub check: String,
    /// How the marked text begins.
    pub text: String,
}

impl Baseline {
    /// The files that have known findings.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// How many findings are known.
    pub fn len(&self) -> usize {
        self.files.values().map(Known::len).sum()
    }

    /// Whether none is.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Begins a file, to set aside what is known of it.
    pub fn of_file(&self, file: &str) -> OfFile {
        let left = self.files.get(file).cloned().unwrap_or_default();
        OfFile { fingerprints: Fingerprints::default(), left }
    }

    /// Takes all findings of a file in.
    pub fn learn(&mut self, file: &str, found: OfFile) {
        if !found.left.is_empty() {
            self.files.insert(file.to_owned(), found.left);
        }
    }
}

/// A file whose documents come one after another, and what the baseline knows of it.
#[derive(Clone, Debug, Default)]
pub struct OfFile {
    fingerprints: Fingerprints,
    /// What was not found so far.
    left: Known,
}

impl OfFile {
    /// Sets the findings of the next document aside that are known.
    pub fn sift(&mut self, document: &Document, review: &mut Review) {
        let prints = self.fingerprints.of(document, &review.findings);
        review
            .set_aside(document, Why::Accepted, |nth, _| self.left.remove(&prints[nth]).is_some());
    }

    /// Takes all findings of the next document in, and sets them aside.
    pub fn accept(&mut self, document: &Document, review: &mut Review) {
        let prints = self.fingerprints.of(document, &review.findings);
        review.set_aside(document, Why::Accepted, |nth, finding| {
            self.left.insert(prints[nth], entry(document, finding));
            true
        });
    }

    /// What is known and was not found, though its check ran.
    pub fn stale(self, ran: impl Fn(&str) -> bool) -> Vec<Entry> {
        let is_gone = |it: &Entry| ran(&it.check) || checks::find(&it.check).is_none();
        self.left.into_values().filter(is_gone).collect()
    }
}

/// So many characters of a marked text are shown.
const SHOWN: usize = 24;

fn entry(document: &Document, finding: &Finding) -> Entry {
    let block = &document.paragraphs[finding.place.paragraph as usize];
    let text = block.segments[finding.place.segment as usize].target.as_str();
    let text = visible(&text[finding.span.range()].chars().take(SHOWN).collect::<String>());
    Entry { check: finding.check.to_owned(), text }
}

#[cfg(test)]
mod tests {
    use super::{Baseline, OfFile};
    use crate::checks::Resources;
    use crate::config::Rules;
    use crate::formats::{Options, read};
    use crate::review::{Review, review};
    use crate::text::Document;
    use std::collections::BTreeSet;

    fn reviewed(text: &str) -> (Document, Review) {
        let mut documents = read("a.md", text.as_bytes(), &Options::default()).expect("a text");
        let document = documents.next().expect("is one").expect("a text");
        let review = review(&document, &Resources::default(), &Rules::default());
        (document, review)
    }

    fn of(text: &str) -> Baseline {
        let (document, mut review) = reviewed(text);
        let (mut baseline, mut file) = (Baseline::default(), OfFile::default());
        file.accept(&document, &mut review);
        assert!(review.findings.is_empty() && review.aside.accepted > 0);
        baseline.learn("a.md", file);
        baseline
    }

    #[test]
    fn what_is_known_is_set_aside_wherever_it_moved_and_each_equal_one_counts() {
        let baseline = of(
            "市場部市場部的負責人說，這是一次失誤。\n\n市場部市場部的負責人說，這是一次失誤。\n",
        );
        assert_eq!(baseline.len(), 3, "two phrases, and the second paragraph repeats the first");
        let (document, mut review) = reviewed(
            "新的一段。\n\n市場部市場部的負責人說，這是一次失誤。\n\n市場部市場部的負責人說，這是一次失誤。\n\n市場部市場部的負責人說，這是一次失誤。\n",
        );
        let mut file = baseline.of_file("a.md");
        file.sift(&document, &mut review);
        assert_eq!((review.findings.len(), review.aside.accepted), (2, 3));
        assert!(file.stale(|_| true).is_empty());
        let (document, mut review) = reviewed("市場部市場部的負責人說，這是一次失誤。\n");
        let mut file = baseline.of_file("a.md");
        file.sift(&document, &mut review);
        assert!(review.findings.is_empty());
        assert!(file.clone().stale(|_| false).is_empty(), "its check did not run");
        let stale = file.stale(|_| true);
        let checks: BTreeSet<&str> = stale.iter().map(|it| it.check.as_str()).collect();
        assert_eq!(
            checks.into_iter().collect::<Vec<_>>(),
            ["repeated-paragraph", "repeated-phrase"]
        );
        assert!(stale.iter().all(|it| it.text.starts_with("市場部")), "{stale:?}");
    }
}
