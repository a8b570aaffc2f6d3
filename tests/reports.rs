//! Reports for pipelines and people: valid for those who read them, and nothing that stands in a
//! text gets out of its place.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

mod schema;

use regex::Regex;
use schema::faults;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::io::{self, Write};
use xindaya::error::Error;
use xindaya::finding::{Confidence, Finding, Fingerprints, Fix, Severity, say};
use xindaya::formats::{Options, read};
use xindaya::report::{Format, Reporter, Settings};
use xindaya::review::Review;
use xindaya::score::Score;
use xindaya::text::{Document, Place, Span};

/// What somebody may have put into a text: markup, escapes, formulas, commands.
const HOSTILE: &[&str] = &[
    "<script>alert(1)</script>",
    "</mark><img src=x onerror=alert(1)>\"'&",
    "\u{1b}[31m紅\u{1b}[0m\u{9b}2J",
    "=cmd()|'/C calc'!A0",
    "+1",
    "-1",
    "@somebody",
    "\t=1+1",
    "\r=1+1",
    "\u{0}\u{1}\u{8}\u{b}\u{fffe}\u{ffff}",
    "\u{202e}倒\u{2066}",
    "]]><!--",
    "::error::x\n::set-output name=a::b",
    "100 %0A::error::",
    "a|b|`c`|``",
    "[點](javascript:alert(1))",
    "{0} {{1}}",
    "\u{2028}行\u{85}",
    "字",
];

/// A file of rows, each of them marked whole by a finding that quotes it.
fn hostile() -> (String, Vec<u8>) {
    let rows: Vec<String> = HOSTILE.iter().map(|it| row(it)).collect();
    ("./zh/a,b:c%d\u{1b}[1m<i>\"|.jsonl".to_owned(), rows.concat().into_bytes())
}

fn row(text: &str) -> String {
    serde_json::json!({"id": text, "source": text, "target": text}).to_string() + "\n"
}

/// Marks each segment of a document whole, with a fix where `fix` gives one.
fn marked(document: &Document, fix: impl Fn(&str) -> Option<Fix>) -> Review {
    let mut review = Review::default();
    for (paragraph, block) in (0..).zip(&document.paragraphs) {
        for (segment, unit) in (0..).zip(&block.segments) {
            let text = unit.target.as_str();
            review.findings.push(Finding {
                place: Place { paragraph, segment },
                span: Span::from(0..text.len()),
                check: "repeated-phrase",
                severity: Severity::Critical,
                confidence: Confidence::High,
                message: say("“{0}” is there.", "有“{0}”。").with(&[text]),
                related: vec![],
                fix: fix(text),
                element: None,
            });
            review.segments.push(Score::default());
        }
        review.paragraphs.push(Score::default());
    }
    review
}

/// The report on files whose segments are all marked.
fn report(format: Format, files: &[(String, Vec<u8>)], errors: &[Error]) -> Vec<u8> {
    let mut out = vec![];
    let mut reporter = Reporter::new(Settings { format, ..Settings::default() }, &mut out);
    for (name, bytes) in files {
        reporter.start(name).unwrap();
        for document in read(name, bytes, &Options::default()).unwrap().filter_map(Result::ok) {
            let fix = |it: &str| Some(Fix { replacement: it.to_owned(), certain: false });
            reporter.document(&document, &marked(&document, fix)).unwrap();
        }
        reporter.end().unwrap();
    }
    for error in errors {
        reporter.unread(error.clone(), false);
    }
    reporter.finish().unwrap();
    out
}

fn hostile_report(format: Format) -> Vec<u8> {
    let error = Error::new("bad \u{1b}[31m <script>\n::error::|").path("=b\n,<i>.po").at(3, 4);
    report(format, &[hostile()], &[error])
}

fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap()
}

/// The formats that are texts.
fn texts() -> impl Iterator<Item = (Format, &'static str)> {
    Format::ALL.iter().copied().filter(|(format, _)| !format.is_binary())
}

#[test]
fn no_format_sends_what_a_terminal_obeys_or_xml_has_no_place_for() {
    let is_obeyed = |c: char| {
        c.is_control() && c != '\n'
            || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{2028}')
            || matches!(c, '\u{fffe}' | '\u{ffff}')
    };
    for (format, name) in texts() {
        let report = text(hostile_report(format));
        // JSON and JSONL tell the text as it is, escaped: noncharacters are none of its controls.
        let is_plain = matches!(format, Format::Json | Format::Jsonl);
        let found = report.chars().find(|c| is_obeyed(*c) && !(is_plain && *c >= '\u{fff0}'));
        assert_eq!(found, None, "{name}");
    }
}

#[test]
fn every_format_tells_of_every_finding_and_of_what_was_not_read() {
    for (format, name) in texts() {
        let report = text(hostile_report(format));
        let found = report.matches("repeated-phrase").count();
        let folded = matches!(format, Format::Table);
        assert!(folded || found >= HOSTILE.len(), "{name}: {found}");
        let tells = !matches!(format, Format::Table | Format::Jsonl);
        assert!(
            !tells || report.contains("bad \u{241b}[31m") || report.contains("bad ␛\\[31m"),
            "{name}"
        );
    }
}

#[test]
fn a_report_without_files_is_valid_too() {
    for (format, name) in texts() {
        let report = text(report(format, &[], &[]));
        match format {
            Format::Sarif | Format::Gitlab | Format::Rdjson | Format::Json => {
                serde_json::from_str::<Value>(&report).expect(name);
            }
            Format::Junit | Format::Checkstyle => {
                elements(&report);
            }
            _ => {}
        }
    }
}

#[test]
fn the_same_findings_are_the_same_bytes() {
    for (format, name) in Format::ALL {
        assert!(hostile_report(*format) == hostile_report(*format), "{name}");
    }
}

fn read_schema(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn assert_valid(schema: &Value, report: &[u8]) -> Value {
    let value = serde_json::from_slice(report).unwrap();
    let faults = faults(schema, &value);
    assert!(faults.is_empty(), "{faults:#?}");
    value
}

#[test]
fn sarif_is_valid_by_the_published_schema() {
    let schema = read_schema(include_str!("fixtures/schemas/sarif-2.1.0.json"));
    assert_valid(&schema, &report(Format::Sarif, &[], &[]));
    let clean = [("a.txt".to_owned(), vec![])];
    assert_valid(&schema, &report(Format::Sarif, &clean, &[]));
    let log = assert_valid(&schema, &hostile_report(Format::Sarif));
    let broken = serde_json::json!({"version": "2.1.0", "runs": [{"results": []}]});
    assert_eq!(faults(&schema, &broken), ["/runs/0: required [\"tool\"]"]);
    let run = &log["runs"][0];
    assert_eq!(run["results"].as_array().unwrap().len(), HOSTILE.len());
    assert_eq!(run["tool"]["driver"]["rules"].as_array().unwrap().len(), 1);
    assert_eq!(run["invocations"][0]["executionSuccessful"], false);
    let notification = &run["invocations"][0]["toolExecutionNotifications"][0];
    let place = &notification["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "%3Db%0A%2C%3Ci%3E.po");
    assert_eq!(place["region"]["startLine"], 3);
    let link = Regex::new(r"[^\\]\]\(").unwrap();
    for result in run["results"].as_array().unwrap() {
        let message = result["message"]["text"].as_str().unwrap();
        assert!(!link.is_match(message), "a link: {message}");
    }
}

#[test]
fn sarif_counts_utf16_and_keeps_the_order_of_the_text() {
    let file = ("zh.txt".to_owned(), "甲😀乙\n\n丙".into());
    let log: Value = serde_json::from_slice(&report(Format::Sarif, &[file], &[])).unwrap();
    let run = &log["runs"][0];
    assert_eq!(run["columnKind"], "utf16CodeUnits");
    let regions: Vec<[u64; 4]> = run["results"].as_array().unwrap().iter().map(region).collect();
    assert_eq!(regions, [[1, 1, 1, 5], [3, 1, 3, 2]]);
    let first = &run["results"][0];
    assert_eq!(first["locations"][0]["physicalLocation"]["region"]["snippet"]["text"], "甲😀乙");
    let change = &first["fixes"][0]["artifactChanges"][0];
    assert_eq!(change["artifactLocation"]["uri"], "zh.txt");
    assert_eq!(change["replacements"][0]["insertedContent"]["text"], "甲😀乙");
    assert_eq!(change["replacements"][0]["deletedRegion"]["endColumn"], 5);
    assert_eq!(first["ruleIndex"], 0);
    assert_eq!(run["tool"]["driver"]["rules"][0]["id"], "repeated-phrase");
}

fn region(result: &Value) -> [u64; 4] {
    let region = &result["locations"][0]["physicalLocation"]["region"];
    ["startLine", "startColumn", "endLine", "endColumn"].map(|it| region[it].as_u64().unwrap())
}

#[test]
fn sarif_and_gitlab_carry_the_fingerprints() {
    let bytes = "甲\n\n乙\n\n甲".as_bytes().to_vec();
    let files = ["a.txt", "b.txt"].map(|name| (name.to_owned(), bytes.clone()));
    let documents: Vec<Document> =
        read("a.txt", &bytes, &Options::default()).unwrap().map(Result::unwrap).collect();
    let review = marked(&documents[0], |_| None);
    let prints = Fingerprints::default().of(&documents[0], &review.findings);
    let log: Value = serde_json::from_slice(&report(Format::Sarif, &files, &[])).unwrap();
    for (nth, result) in log["runs"][0]["results"].as_array().unwrap().iter().enumerate() {
        let expected = prints[nth % 3].to_string();
        assert_eq!(result["partialFingerprints"]["xindaya/v1"], expected);
    }
    let issues: Value = serde_json::from_slice(&report(Format::Gitlab, &files, &[])).unwrap();
    let all: BTreeSet<&str> =
        issues.as_array().unwrap().iter().map(|it| it["fingerprint"].as_str().unwrap()).collect();
    assert_eq!(all.len(), 6, "GitLab drops what has the fingerprint of another");
    assert_eq!(issues[0]["fingerprint"], prints[0].in_file("a.txt").to_string());
}

#[test]
fn a_fix_is_offered_only_where_it_can_be_written_as_it_is() {
    let fixes = |name: &str, text: &str| {
        let file = (name.to_owned(), text.as_bytes().to_vec());
        let log: Value = serde_json::from_slice(&report(Format::Sarif, &[file], &[])).unwrap();
        log["runs"][0]["results"][0]["fixes"].as_array().map_or(0, Vec::len)
    };
    assert_eq!(fixes("a.jsonl", "{\"target\":\"甲乙\"}"), 1);
    assert_eq!(fixes("a.jsonl", "{\"target\":\"甲\\u4e59\"}"), 0, "the file has an escape");
    assert_eq!(fixes("a.txt", "甲<乙"), 0, "the sign means something in other formats");
}

#[test]
fn gitlab_and_reviewdog_have_their_documented_shapes() {
    let gitlab = read_schema(include_str!("fixtures/schemas/gitlab.json"));
    assert_valid(&gitlab, &report(Format::Gitlab, &[], &[]));
    let issues = assert_valid(&gitlab, &hostile_report(Format::Gitlab));
    assert_eq!(issues.as_array().unwrap().len(), HOSTILE.len() + 1);
    assert_eq!(issues[HOSTILE.len()]["severity"], "blocker");
    let rdjson = read_schema(include_str!("fixtures/schemas/rdjson.json"));
    assert_valid(&rdjson, &report(Format::Rdjson, &[], &[]));
    let result = assert_valid(&rdjson, &hostile_report(Format::Rdjson));
    assert_eq!(result["diagnostics"].as_array().unwrap().len(), HOSTILE.len() + 1);
}

#[test]
fn reviewdog_counts_bytes() {
    let file = ("zh.txt".to_owned(), "前\n\n甲😀乙".into());
    let result: Value = serde_json::from_slice(&report(Format::Rdjson, &[file], &[])).unwrap();
    let range = &result["diagnostics"][1]["location"]["range"];
    assert_eq!(range["end"], serde_json::json!({"line": 3, "column": 11}));
    assert_eq!(result["diagnostics"][1]["suggestions"][0]["text"], "甲😀乙");
}

#[test]
fn github_reads_each_line_as_one_command() {
    let report = text(hostile_report(Format::Github));
    let command = Regex::new(
        r"^::(error|warning|notice) file=([^:,\n]+)((?:,(?:line|col|endLine|endColumn)=\d+)*),title=([^:,\n]+)::(.*)$",
    )
    .unwrap();
    let (commands, rest): (Vec<&str>, Vec<&str>) =
        report.lines().partition(|it| it.starts_with("::"));
    assert_eq!(commands.len(), HOSTILE.len() + 2, "one for the error, one for the gate");
    for line in &commands {
        let found = command.captures(line).unwrap_or_else(|| panic!("{line}"));
        let decoded = found[5].replace("%0D", "").replace("%0A", "").replace("%25", "");
        assert!(!decoded.contains('%'), "{line}");
    }
    assert_eq!(rest.len(), 1);
    assert!(rest[0].starts_with("GitHub shows the first 10"), "{}", rest[0]);
    assert!(
        report.contains("::error file=zh/a%2Cb%3Ac%25d␛[1m<i>\"|.jsonl,line=1,col="),
        "{report}"
    );
}

#[test]
fn a_line_of_gnu_is_one_finding() {
    let report = text(hostile_report(Format::Gnu));
    let line = Regex::new(r"^.+:\d+:\d+: (error|warning|note): .+ \[[a-z-]+\]$").unwrap();
    assert_eq!(report.lines().count(), HOSTILE.len() + 1);
    assert!(report.lines().all(|it| line.is_match(it)), "{report}");
}

/// An element of XML: its name, the name of the one around it, its attributes.
type Element = (String, String, BTreeMap<String, String>);

/// The elements of a document, which must be well-formed.
fn elements(xml: &str) -> Vec<Element> {
    use quick_xml::events::Event;
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut found, mut open) = (vec![], vec![String::new()]);
    loop {
        let event = reader.read_event().unwrap();
        let (Event::Start(tag) | Event::Empty(tag)) = &event else {
            match event {
                Event::End(_) => drop(open.pop()),
                Event::Eof => break,
                _ => {}
            }
            continue;
        };
        let name = tag.name().as_ref().to_owned();
        let attributes = tag.attributes().map(|it| {
            let it = it.unwrap();
            let key = it.key.as_ref().to_owned();
            (key, quick_xml::escape::unescape(&it.value).unwrap().into_owned())
        });
        found.push((name.clone(), open.last().unwrap().clone(), attributes.collect()));
        if matches!(event, Event::Start(_)) {
            open.push(name);
        }
    }
    assert_eq!(open.len(), 1, "all are closed");
    found
}

/// What a schema of XML says of an element: its attributes, each with whether it must be there, and
/// its children.
#[derive(Default)]
struct Allowed {
    attributes: BTreeMap<String, bool>,
    children: BTreeSet<String>,
}

/// Reads the part of a schema in XML that is used here.
fn xsd(text: &str) -> BTreeMap<String, Allowed> {
    let mut allowed: BTreeMap<String, Allowed> = BTreeMap::new();
    let mut current = String::new();
    for (name, _, attributes) in elements(text) {
        let of = |key: &str| attributes.get(key).cloned();
        match (name.as_str(), of("name"), of("ref")) {
            ("xs:element", Some(element), _) => {
                allowed.entry(element.clone()).or_default();
                current = element;
            }
            ("xs:element", None, Some(child)) => {
                allowed.get_mut(&current).unwrap().children.insert(child);
            }
            ("xs:attribute", Some(attribute), _) => {
                let is_needed = of("use").as_deref() == Some("required");
                allowed.get_mut(&current).unwrap().attributes.insert(attribute, is_needed);
            }
            _ => {}
        }
    }
    allowed
}

#[test]
fn junit_is_valid_by_the_schema_of_jenkins() {
    let allowed = xsd(include_str!("fixtures/schemas/junit-10.xsd"));
    assert!(allowed["testcase"].children.contains("failure"), "the schema was read");
    for report in [report(Format::Junit, &[], &[]), hostile_report(Format::Junit)] {
        for (name, parent, attributes) in elements(&text(report)) {
            let rules = allowed.get(&name).unwrap_or_else(|| panic!("no element {name}"));
            assert!(
                parent.is_empty() || allowed[&parent].children.contains(&name),
                "{parent}/{name}"
            );
            let unknown = attributes.keys().find(|it| !rules.attributes.contains_key(*it));
            assert_eq!(unknown, None, "{name}");
            let needed = rules.attributes.iter().filter(|(_, needed)| **needed);
            assert!(needed.into_iter().all(|(it, _)| attributes.contains_key(it)), "{name}");
        }
    }
}

#[test]
fn junit_counts_what_it_holds_and_fails_with_the_gate() {
    let elements = elements(&text(hostile_report(Format::Junit)));
    let count = |name: &str| elements.iter().filter(|it| it.0 == name).count();
    let sum = |key: &str| -> usize {
        let suites = elements.iter().filter(|it| it.0 == "testsuite");
        suites.map(|it| it.2[key].parse::<usize>().unwrap()).sum()
    };
    assert_eq!(sum("tests"), count("testcase"));
    assert_eq!((sum("failures"), count("failure")), (HOSTILE.len() + 1, HOSTILE.len() + 1));
    assert_eq!((sum("errors"), count("error")), (1, 1));
    let lax = xindaya::score::Gate { critical: 99, ..xindaya::score::Gate::default() };
    let mut out = vec![];
    let settings = Settings { format: Format::Junit, gate: lax, ..Settings::default() };
    let mut reporter = Reporter::new(settings, &mut out);
    let document = read("a.txt", "甲".as_bytes(), &Options::default()).unwrap().next().unwrap();
    let document = document.unwrap();
    reporter.start("a.txt").unwrap();
    reporter.document(&document, &marked(&document, |_| None)).unwrap();
    assert!(reporter.end().unwrap(), "one critical finding is allowed");
    reporter.finish().unwrap();
    let passed = text(out);
    assert!(passed.contains("failures=\"0\"") && !passed.contains("<failure"), "{passed}");
    assert!(passed.contains("<system-out>a.txt:1:1: repeated-phrase: critical: “甲”"), "{passed}");
}

#[test]
fn checkstyle_has_its_shape() {
    let elements = elements(&text(hostile_report(Format::Checkstyle)));
    assert_eq!(elements[0].0, "checkstyle");
    assert!(elements[0].2.contains_key("version"));
    assert_eq!(elements.iter().filter(|it| it.0 == "error").count(), HOSTILE.len() + 1);
    for (name, parent, attributes) in &elements[1..] {
        match name.as_str() {
            "file" => assert!(parent == "checkstyle" && attributes.contains_key("name")),
            "error" => {
                assert_eq!(parent, "file");
                let keys: Vec<&str> = attributes.keys().map(String::as_str).collect();
                assert_eq!(keys, ["column", "line", "message", "severity", "source"]);
                assert!(["error", "warning", "info"].contains(&attributes["severity"].as_str()));
            }
            _ => panic!("no element {name}"),
        }
    }
}

#[test]
fn a_page_holds_no_markup_of_a_text_and_nothing_from_elsewhere() {
    let page = text(hostile_report(Format::Html));
    let tags: BTreeSet<String> = Regex::new("</?([a-zA-Z!][a-zA-Z0-9]*)")
        .unwrap()
        .captures_iter(&page)
        .map(|it| it[1].to_owned())
        .collect();
    let known = [
        "!doctype", "a", "article", "b", "body", "code", "details", "div", "h1", "h2", "head",
        "header", "html", "li", "main", "mark", "meta", "p", "pre", "section", "span", "style",
        "summary", "sup", "table", "td", "th", "title", "tr", "ul",
    ];
    let strange: Vec<&String> = tags.iter().filter(|it| !known.contains(&it.as_str())).collect();
    assert!(strange.is_empty(), "{strange:?}");
    for word in ["onerror=alert(1)&gt;", "&lt;script&gt;alert(1)&lt;/script&gt;"] {
        assert!(page.contains(word), "{word} is shown");
    }
    for word in ["src=\"", "url(", "@import", "http:", "https:", "<link"] {
        assert!(!page.contains(word), "{word} loads something");
    }
    assert!(page.contains("default-src 'none'"));
    let opened =
        Regex::new("<(article|section|div|ul|li|p|mark|span|table|header|main)[ >]").unwrap();
    let closed =
        Regex::new("</(article|section|div|ul|li|p|mark|span|table|header|main)>").unwrap();
    assert_eq!(opened.find_iter(&page).count(), closed.find_iter(&page).count());
}

#[test]
fn a_summary_keeps_its_tables_and_calls_nobody() {
    use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
    let summary = text(hostile_report(Format::Markdown));
    let ours = Regex::new("^(</?details>|<details><summary>[^<]*</summary>|</?sub>)\n?$").unwrap();
    let (mut cells, mut widths, mut codes, mut spoken) = (0, vec![], vec![], String::new());
    for event in Parser::new_ext(&summary, Options::ENABLE_TABLES) {
        match event {
            Event::Start(Tag::TableHead | Tag::TableRow) => cells = 0,
            Event::Start(Tag::TableCell) => cells += 1,
            Event::End(TagEnd::TableHead | TagEnd::TableRow) => widths.push(cells),
            Event::Code(code) => codes.push(code.into_string()),
            Event::Text(text) => spoken.push_str(&text),
            Event::Html(tag) | Event::InlineHtml(tag) => assert!(ours.is_match(&tag), "{tag}"),
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::Emphasis) => {
                panic!("a text is no markup: {summary}")
            }
            _ => {}
        }
    }
    assert_eq!(widths[..2], [8, 8], "the file");
    assert_eq!(widths[2..3 + HOSTILE.len()], [5; 20], "the findings");
    assert!(codes.contains(&"⟦a|b|`c`|``⟧".to_owned()), "{codes:?}");
    assert!(codes.contains(&"⟦<script>alert(1)</script>⟧".to_owned()));
    assert!(spoken.contains("“<script>alert(1)</script>” is there."), "{spoken}");
    assert!(!spoken.contains("@somebody"), "nobody is called");
    assert!(summary.len() < 65_536, "a comment takes no more");
}

#[test]
fn a_long_summary_stays_short() {
    let long = "這是一個很長的句子，".repeat(200);
    let rows: String = (0..200).map(|_| row(&long)).collect();
    let files: Vec<(String, Vec<u8>)> =
        (0..80).map(|nth| (format!("{}/{nth}.jsonl", "a".repeat(200)), vec![])).collect();
    let mut all = vec![("big.jsonl".to_owned(), rows.into_bytes())];
    all.extend(files);
    let summary = text(report(Format::Markdown, &all, &[]));
    assert!(summary.chars().count() < 65_536, "{}", summary.chars().count());
    assert!(summary.contains("and 150 more"), "the rest is counted");
    assert!(summary.contains("and 31 more"), "the files too");
}

fn records(csv: &str) -> Vec<csv::StringRecord> {
    let rest = csv.strip_prefix('\u{feff}').expect("spreadsheets need the mark of UTF-8");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(rest.as_bytes());
    reader.records().map(Result::unwrap).collect()
}

#[test]
fn no_cell_is_a_formula() {
    let records = records(&text(hostile_report(Format::Csv)));
    assert_eq!(records.len(), HOSTILE.len() + 2, "the head, and the file that was not read");
    assert!(records.iter().all(|it| it.len() == 10));
    for cell in records.iter().flatten() {
        assert!(!cell.trim_start().starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell}");
    }
    let of = |nth: usize| records[nth + 1].iter().collect::<Vec<_>>();
    assert_eq!(of(0)[4], "⟦<script>alert(1)</script>⟧");
    assert_eq!(of(3)[3], "'=cmd()|'/C calc'!A0");
    assert_eq!(of(3)[9], "", "the decision is open");
}

#[cfg(feature = "xlsx")]
#[test]
fn a_workbook_holds_texts_and_a_list_to_decide_from() {
    use calamine::{Data, Reader, Xlsx};
    use std::io::Read;
    let bytes = hostile_report(Format::Xlsx);
    let mut book: Xlsx<_> = Xlsx::new(io::Cursor::new(bytes.clone())).unwrap();
    let sheet = book.worksheet_range("findings").unwrap();
    let rows: Vec<&[Data]> = sheet.rows().collect();
    assert_eq!(rows.len(), HOSTILE.len() + 2);
    assert_eq!(rows[0][9], Data::String("decision".to_owned()));
    assert_eq!(rows[4][3], Data::String("=cmd()|'/C calc'!A0".to_owned()));
    assert_eq!(rows[1][4], Data::String("⟦<script>alert(1)</script>⟧".to_owned()));
    assert_eq!(rows[HOSTILE.len() + 1][7], Data::String("unreadable".to_owned()));
    assert!(book.worksheet_formula("findings").unwrap().is_empty());
    let mut archive = zip::ZipArchive::new(io::Cursor::new(bytes)).unwrap();
    let mut part = |name: &str| {
        let mut text = String::new();
        archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        elements(&text);
        text
    };
    let sheet = part("xl/worksheets/sheet1.xml");
    assert!(!sheet.contains("<f>") && !sheet.contains("<f "));
    assert!(
        sheet.contains("&quot;accepted,rejected,fixed&quot;")
            || sheet.contains("\"accepted,rejected,fixed\"")
    );
    assert!(part("xl/styles.xml").contains("quotePrefix=\"1\""));
}

/// A writer whose reader has gone, after so many bytes.
struct Gone(usize);

impl Write for Gone {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::BrokenPipe)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_pipe_stops_its_own_report_alone() {
    let (name, bytes) = hostile();
    let run = |reporter: &mut Reporter| -> io::Result<()> {
        reporter.start(&name)?;
        for document in read(&name, &bytes, &Options::default()).unwrap().filter_map(Result::ok) {
            reporter.document(&document, &marked(&document, |_| None))?;
        }
        reporter.end().map(drop)
    };
    let settings = |format| Settings { format, ..Settings::default() };
    let mut alone = vec![];
    let mut reporter = Reporter::new(settings(Format::Gnu), &mut alone);
    run(&mut reporter).unwrap();
    reporter.finish().unwrap();
    let mut whole = vec![];
    let mut reporter = Reporter::new(settings(Format::Jsonl), Gone(100))
        .also(settings(Format::Gnu), &mut whole)
        .also(settings(Format::Html), Gone(0));
    run(&mut reporter).unwrap();
    reporter.finish().unwrap();
    assert!(whole == alone && !whole.is_empty());
    let mut reporter = Reporter::new(settings(Format::Gnu), Gone(100));
    assert_eq!(run(&mut reporter).unwrap_err().kind(), io::ErrorKind::BrokenPipe);
}
