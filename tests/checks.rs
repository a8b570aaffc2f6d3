//! Every check keeps its own word: its examples hold, its metadata is fit to print.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use std::collections::BTreeSet;
use xindaya::align;
use xindaya::checks::{self, Check, Effort, Example, Resources, Run};
use xindaya::config::Rules;
use xindaya::finding::{Bilingual, Finding};
use xindaya::formats::{File, Options, read_pair};
use xindaya::review::review;
use xindaya::text::{Document, Kind, Paragraph, Plural, Segment, Span, Text};

/// The checks whose examples the sentence encoder has to read: it is slow in a build for tests.
const OF_MEANING: [&str; 3] = ["unrelated-target", "unsupported-clause", "missing-content"];

fn effort(check: &Check) -> Effort {
    if OF_MEANING.contains(&check.id) { Effort::Full } else { Effort::Fast }
}

#[test]
fn examples_hold() {
    let broken: Vec<String> = checks::all()
        .filter(|check| cfg!(feature = "encoder") || effort(check) == Effort::Fast)
        .flat_map(|check| check.examples.iter().filter_map(move |it| broken(check, it)))
        .collect();
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

/// What does not hold of an example.
fn broken(check: &Check, example: &Example) -> Option<String> {
    let found = findings(check, example);
    let shown = format!("{}: {}", check.id, example.target);
    if found.iter().map(|it| (line(it), it.span)).ne(faults(example)) {
        let text = text_of(example);
        let marked = |it: &Finding| text[line(it) as usize][it.span.range()].to_owned();
        return Some(format!(
            "{shown}\n    found {:?}",
            found.iter().map(marked).collect::<Vec<_>>()
        ));
    }
    let fixed = example.fixed?;
    let mended = mend(&text_of(example), &found);
    if mended != fixed {
        return Some(format!("{shown}\n    mended to {mended}"));
    }
    let again = Example { target: fixed, fixed: None, ..*example };
    (!findings(check, &again).is_empty()).then(|| format!("{shown}\n    its fix leaves something"))
}

#[test]
fn ids_are_kebab_case_unique_and_lead_their_params() {
    let mut seen = BTreeSet::new();
    for check in checks::all() {
        assert!(check.id.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", check.id);
        assert!(seen.insert(check.id), "{} is taken", check.id);
        for param in check.params {
            assert_eq!(param.key.split_once('.').map(|(id, _)| id), Some(check.id));
            assert!(is_sentence(param.means), "{}", param.key);
        }
    }
}

/// Checks of faults that only a traditional text can have.
const TRADITIONAL_ONLY: [&str; 1] = ["wrong-conversion"];

#[test]
fn every_check_shows_a_bad_text_and_a_good_one_in_both_scripts() {
    use xindaya::script::{Census, Script};
    for check in checks::all() {
        let (bad, good): (Vec<&Example>, Vec<&Example>) =
            check.examples.iter().partition(|example| example.is_bad());
        assert!(!bad.is_empty() && !good.is_empty(), "{}", check.id);
        for script in [Script::Hans, Script::Hant] {
            let shown = |it: &&Example| Census::of(it.target).majority() == Some(script);
            assert!(check.examples.iter().any(|it| shown(&it)), "{} in {script:?}", check.id);
            let spoken = script == Script::Hant || !TRADITIONAL_ONLY.contains(&check.id);
            assert!(!spoken || bad.iter().any(shown), "{}: a bad example in {script:?}", check.id);
        }
    }
}

#[test]
fn metadata_is_whole() {
    const ITS: [&str; 28] = [
        "terminology",
        "mistranslation",
        "omission",
        "untranslated",
        "addition",
        "duplication",
        "inconsistency",
        "grammar",
        "legal",
        "register",
        "locale-specific-content",
        "locale-violation",
        "style",
        "characters",
        "misspelling",
        "typographical",
        "formatting",
        "inconsistent-entities",
        "numbers",
        "markup",
        "pattern-problem",
        "whitespace",
        "internationalization",
        "length",
        "non-conformance",
        "uncategorized",
        "other",
        "conformance",
    ];
    for check in checks::all() {
        assert!(is_sentence(check.finds) && is_sentence(check.why), "{}", check.id);
        assert!(ITS.contains(&check.its), "{}: {}", check.id, check.its);
        assert!(check.mqm.contains('/'), "{}: {}", check.id, check.mqm);
        assert_eq!(checks::find(check.id).map(|it| it.id), Some(check.id));
    }
}

#[test]
fn reviews_do_not_depend_on_threads() {
    let alone = rayon::ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    for full in [Effort::Fast, Effort::Full] {
        let examples = checks::all().filter(|it| effort(it) == full).flat_map(|it| it.examples);
        let paragraphs = examples.flat_map(|it| document(it).paragraphs).collect();
        let document = Document { paragraphs, ..Document::default() };
        let with = Resources { effort: full, ..Resources::default() };
        let one = alone.install(|| review(&document, &with, &Rules::default()));
        assert_eq!(one, review(&document, &with, &Rules::default()));
        assert!(one.score.tenths > 0);
    }
}

#[test]
fn a_document_check_a_target_check_and_a_check_of_pairs_are_there() {
    assert!(checks::all().any(|check| matches!(check.run, Run::Target(_))));
    assert!(checks::all().any(|check| matches!(check.run, Run::Document(_))));
    assert!(checks::all().any(|check| matches!(check.run, Run::Pair(_))));
}

fn is_sentence(said: Bilingual) -> bool {
    said.en.ends_with('.') && said.zh.ends_with('。')
}

/// Two files of messages.
fn catalogue(example: &Example) -> Document {
    let (source, target) = (example.source.unwrap(), text_of(example).join("\n"));
    let file = |name, text| File { name, bytes: str::as_bytes(text) };
    let (source, target) = (file("a.properties", source), file("b.properties", &target));
    let mut documents = read_pair(source, target, &Options::default()).unwrap();
    documents.next().unwrap().unwrap()
}

fn document(example: &Example) -> Document {
    if example.keyed {
        return catalogue(example);
    }
    let lines = example.source.into_iter().flat_map(str::lines).map(Text::from);
    let (mut sources, original): (Box<dyn Iterator<Item = Text>>, Vec<Text>) = if example.aligned {
        (Box::new([].into_iter()), lines.collect())
    } else {
        (Box::new(lines), vec![])
    };
    let forms: Vec<(Plural, (String, _))> =
        Plural::all(example.segments().count()).zip(example.segments()).collect();
    let segment = |(form, (target, _)): (Plural, (String, _))| Segment {
        source: sources.next(),
        target: Text::from(target.as_str()),
        terms: terms(example),
        max_length: example.max_length,
        plural: (example.kind == Kind::Message && form.forms > 1).then_some(form),
        ..Segment::default()
    };
    let segments: Vec<Segment> = forms.into_iter().map(segment).collect();
    let each = if example.kind == Kind::Message { segments.len() } else { 1 };
    let paragraph = |it: &[Segment]| Paragraph { kind: example.kind, segments: it.to_vec() };
    let paragraphs = segments.chunks(each).map(paragraph).collect();
    let mut document = Document { paragraphs, original, ..Document::default() };
    align::pair(&mut document, None).expect("the two belong together");
    document
}

fn terms(example: &Example) -> Vec<(String, Vec<String>)> {
    let owned = |all: &[&str]| all.iter().map(ToString::to_string).collect();
    example.terms.iter().map(|(name, renderings)| (name.to_string(), owned(renderings))).collect()
}

/// The line of its example that a finding stands in: a paragraph, or a form of the only one.
fn line(finding: &Finding) -> u32 {
    finding.place.paragraph + finding.place.segment
}

fn text_of(example: &Example) -> Vec<String> {
    example.segments().map(|(text, _)| text).collect()
}

fn findings(check: &Check, example: &Example) -> Vec<Finding> {
    let (variant, effort) = (example.variant, effort(check));
    let with = Resources { variant, effort, ..Resources::default() };
    let rules = Rules { on: [check.id].into(), ..Rules::default() };
    let document = document(example);
    let mut found = review(&document, &with, &rules).findings;
    found.retain(|finding| finding.check == check.id);
    if example.aligned || example.keyed {
        // Sentences were cut from the lines, and texts from behind their names: their places lead
        // back.
        for it in &mut found {
            let segments = &document.paragraphs[it.place.paragraph as usize].segments;
            let raw = segments[it.place.segment as usize].target.in_raw(it.span);
            let before = document.raw.get(..raw.start as usize).unwrap_or_default();
            let start = before.rfind('\n').map_or(0, |it| u32::try_from(it + 1).unwrap());
            it.span = Span { start: raw.start - start, end: raw.end - start };
            it.place.segment = 0;
        }
    }
    found
}

fn faults(example: &Example) -> Vec<(u32, Span)> {
    (0..)
        .zip(example.segments())
        .flat_map(|(nth, (_, faults))| faults.into_iter().map(move |fault| (nth, fault.into())))
        .collect()
}

fn mend(texts: &[String], findings: &[Finding]) -> String {
    let mut texts = texts.to_vec();
    for finding in findings.iter().rev() {
        let fix = finding.fix.as_ref().expect("a fix");
        let text = &mut texts[line(finding) as usize];
        text.replace_range(finding.span.range(), &fix.replacement);
    }
    texts.join("\n")
}

/// Each check states what it was measured to do: `tools/measure.py` writes the table.
#[test]
fn every_check_is_measured() {
    for check in checks::all() {
        assert!(checks::measured(check.id).is_some(), "{} is not in measured.tsv", check.id);
    }
}
