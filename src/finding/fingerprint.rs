use super::Finding;
use crate::text::{Document, Place, Segment};
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};
use std::fmt;
use std::str::FromStr;

/// What a finding is known by when lines and paragraphs around it have moved.
///
/// Written as 32 hexadecimal digits: the first half of the SHA-256 of the parts below, each after
/// its length in eight bytes (little-endian), in UTF-8. Of ids and
/// texts white space is left out, and of 256 characters or more the first and the last 128 are
/// read.
///
/// 1. `xindaya/1`, the version of this recipe;
/// 2. the check's id;
/// 3. the segment's id; nothing if there is none, or a mere number: files count anew;
/// 4. the marked text;
/// 5. up to eight characters before it in the segment;
/// 6. up to eight characters behind it.
///
/// The second of equal findings in a file, and each that follows, gets the SHA-256 of the sixteen
/// bytes of the first and of its number (a `u32`, little-endian, from 1). The file's path is no
/// part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint([u8; 16]);

impl Fingerprint {
    /// The fingerprint of something that is known by a text: the first half of its SHA-256.
    pub fn of_text(text: &str) -> Self {
        half(Sha256::new().chain_update(text))
    }

    /// The fingerprint among all files: the first half of the SHA-256 of the path and of its
    /// sixteen bytes.
    pub fn in_file(self, path: &str) -> Self {
        half(Sha256::new().chain_update(path).chain_update(self.0))
    }
}

/// Fingerprints of the findings of one file, whose documents come one after another.
#[derive(Clone, Debug, Default)]
pub struct Fingerprints {
    /// How many findings were equal so far.
    seen: FxHashMap<Fingerprint, u32>,
}

/// So many characters on each side of a mark tell it from others.
const CONTEXT: usize = 8;

/// So many characters of a long mark are read at each end.
const END: usize = 128;

impl Fingerprints {
    /// The fingerprints of all findings of the file's next document, in their order.
    pub fn of(&mut self, document: &Document, findings: &[Finding]) -> Vec<Fingerprint> {
        findings.iter().map(|it| self.tell_apart(alone(document, it))).collect()
    }

    fn tell_apart(&mut self, equal: Fingerprint) -> Fingerprint {
        let seen = self.seen.entry(equal).or_default();
        let nth = *seen;
        *seen += 1;
        if nth == 0 {
            equal
        } else {
            half(Sha256::new().chain_update(equal.0).chain_update(nth.to_le_bytes()))
        }
    }
}

/// The fingerprint of a finding that has no equal.
fn alone(document: &Document, finding: &Finding) -> Fingerprint {
    let segment = segment(document, finding.place);
    let id = segment.and_then(|it| it.id.as_deref()).filter(|it| !is_number(it));
    let text = segment.map_or("", |it| it.target.as_str());
    let (before, rest) = text.split_at_checked(finding.span.start as usize).unwrap_or_default();
    let (marked, after) = rest.split_at_checked(finding.span.len() as usize).unwrap_or_default();
    let parts = [
        "xindaya/1".to_owned(),
        finding.check.to_owned(),
        ends(id.unwrap_or_default()),
        ends(marked),
        last(before, CONTEXT),
        first(after, CONTEXT),
    ];
    half(parts.iter().fold(Sha256::new(), |hash, part| {
        hash.chain_update((part.len() as u64).to_le_bytes()).chain_update(part)
    }))
}

fn half(hash: Sha256) -> Fingerprint {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&hash.finalize()[..16]);
    Fingerprint(bytes)
}

fn segment(document: &Document, place: Place) -> Option<&Segment> {
    document.paragraphs.get(place.paragraph as usize)?.segments.get(place.segment as usize)
}

fn is_number(id: &str) -> bool {
    id.bytes().all(|it| it.is_ascii_digit())
}

/// A marked text, of a long one its two ends.
fn ends(text: &str) -> String {
    let (head, tail) = (first(text, 2 * END), last(text, END));
    if head.chars().count() < 2 * END { head } else { first(&head, END) + &tail }
}

/// The first characters of a text, white space left out. No more than four times as many are
/// looked at: a blank page between two words costs nothing.
fn first(text: &str, limit: usize) -> String {
    text.chars().take(4 * limit).filter(|c| !c.is_whitespace()).take(limit).collect()
}

fn last(text: &str, limit: usize) -> String {
    let near = text.chars().rev().take(4 * limit).filter(|c| !c.is_whitespace()).take(limit);
    near.collect::<Vec<_>>().into_iter().rev().collect()
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// What was meant for a fingerprint is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NoFingerprint;

impl FromStr for Fingerprint {
    type Err = NoFingerprint;

    fn from_str(text: &str) -> Result<Self, NoFingerprint> {
        let is_one = text.len() == 32 && text.bytes().all(|it| it.is_ascii_hexdigit());
        let number = is_one.then(|| u128::from_str_radix(text, 16).ok()).flatten();
        number.map(|it| Self(it.to_be_bytes())).ok_or(NoFingerprint)
    }
}

#[cfg(test)]
mod tests {
    use super::{Fingerprint, Fingerprints};
    use crate::finding::{Confidence, Finding, Severity, say};
    use crate::text::{Document, Paragraph, Place, Segment, Span};

    /// A document of paragraphs, and a finding for each `part` in each of them.
    fn found(paragraphs: &[&str], part: &str) -> (Document, Vec<Finding>) {
        let segment = |text: &&str| Segment { target: (*text).into(), ..Segment::default() };
        let paragraph = |text| Paragraph { segments: vec![segment(text)], ..Paragraph::default() };
        let document = Document {
            paragraphs: paragraphs.iter().map(paragraph).collect(),
            ..Document::default()
        };
        let all = (0..).zip(paragraphs).flat_map(|(paragraph, text)| {
            text.match_indices(part)
                .map(move |(at, _)| (paragraph, Span::from(at..at + part.len())))
        });
        let finding = |(paragraph, span)| Finding {
            place: Place { paragraph, segment: 0 },
            span,
            check: "repeated-phrase",
            severity: Severity::Major,
            confidence: Confidence::High,
            message: say("", "").with(&[]),
            related: vec![],
            fix: None,
            element: None,
        };
        let findings = all.map(finding).collect();
        (document, findings)
    }

    fn prints(paragraphs: &[&str], part: &str) -> Vec<String> {
        let (document, findings) = found(paragraphs, part);
        let prints = Fingerprints::default().of(&document, &findings);
        prints.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_recipe_does_not_change() {
        let first = prints(&["他说他说好。"], "他说他说");
        assert_eq!(first, ["d078194e1986bd7acd74da69d16c0980"]);
        assert_eq!(prints(&["甲", "甲"], "甲")[1], "cae2f664db219f41ad6dc3c63762758f");
    }

    #[test]
    fn a_finding_is_known_again_where_it_moved() {
        let before = prints(&["一二三四五六七八錯的七八九十一二三四五"], "錯的");
        let moved = prints(
            &["新的", "別的", "零零零一二三四五六七八\n錯 的七八九十一二三 四五零零"],
            "錯 的",
        );
        assert_eq!(before, moved);
        let other = prints(&["一二三四五六七九錯的七八九十一二三四五"], "錯的");
        assert_ne!(before, other);
    }

    #[test]
    fn equal_findings_differ_in_all_documents_of_a_file() {
        let (document, findings) = found(&["甲乙", "甲乙"], "甲");
        let mut prints = Fingerprints::default();
        let mut all = prints.of(&document, &findings);
        all.extend(prints.of(&document, &findings));
        all.sort();
        all.dedup();
        assert_eq!(all.len(), 4);
        assert_eq!(Fingerprints::default().of(&document, &findings)[0], alone_of("甲乙"));
    }

    fn alone_of(text: &str) -> Fingerprint {
        prints(&[text], "甲")[0].parse().expect("is one")
    }

    #[test]
    fn an_id_tells_apart_unless_it_is_a_number() {
        let print = |id: &str| {
            let (mut document, findings) = found(&["甲乙"], "甲");
            document.paragraphs[0].segments[0].id = Some(id.to_owned());
            Fingerprints::default().of(&document, &findings)[0]
        };
        assert_ne!(print("menu.open"), print("menu.close"));
        assert_eq!(print("7"), print("8"));
        assert_eq!(print("7"), alone_of("甲乙"));
    }

    #[test]
    fn a_long_mark_is_known_by_its_ends() {
        let long = |middle: &str, end: &str| {
            let text = format!("{}{middle}{}{end}", "前".repeat(200), "後".repeat(200));
            prints(&[&text], &text)[0].clone()
        };
        assert_eq!(long("一", "。"), long("二", "。"));
        assert_ne!(long("一", "。"), long("一", "！"));
    }

    #[test]
    fn what_is_written_can_be_read() {
        let print = alone_of("甲乙");
        assert_eq!(print.to_string().parse(), Ok(print));
        assert!("xyz".parse::<Fingerprint>().is_err());
        assert!("+0000000000000000000000000000000".parse::<Fingerprint>().is_err());
        assert!("十".repeat(11).parse::<Fingerprint>().is_err());
    }

    #[test]
    fn equal_findings_of_two_files_are_told_apart_by_their_paths() {
        let print = alone_of("甲乙");
        assert_eq!(print.in_file("a.txt"), print.in_file("a.txt"));
        assert_ne!(print.in_file("a.txt"), print.in_file("b.txt"));
        assert_ne!(print.in_file("a.txt"), print);
    }

    #[test]
    fn a_place_that_is_not_there_has_a_fingerprint_too() {
        let (document, mut findings) = found(&["甲乙"], "甲");
        findings[0].place.paragraph = 9;
        findings[0].span = Span { start: 7, end: 9 };
        assert_eq!(Fingerprints::default().of(&document, &findings).len(), 1);
    }
}
