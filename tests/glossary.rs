//! Glossaries as their users meet them: files, errors, what is found in a text.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use xindaya::checks::Resources;
use xindaya::config::Rules;
use xindaya::glossary::{Glossary, Role};
use xindaya::review::review;
use xindaya::text::{Document, Kind, Paragraph, Segment, Shadow, Text, Variant};

/// A folder of its own for one test, that goes with it.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("xindaya-{name}-{}", std::process::id()));
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn load(&self, name: &str, content: impl AsRef<[u8]>) -> Result<Glossary, String> {
        fs::write(self.0.join(name), content).unwrap();
        Glossary::load(&[name.to_owned()], &self.0).map_err(|error| error.to_string())
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).unwrap();
    }
}

fn found(glossary: &Glossary, text: &str) -> Vec<(Role, String)> {
    let shadow = Shadow::of(text);
    let said =
        |it: &xindaya::glossary::Match| text[shadow.span(it.chars.clone()).range()].to_owned();
    glossary.matches(&shadow).iter().map(|it| (it.role, said(it))).collect()
}

fn texts(glossary: &Glossary, text: &str) -> Vec<String> {
    found(glossary, text).into_iter().map(|(_, text)| text).collect()
}

#[test]
fn columns_stand_in_any_order_and_comments_are_left_out() {
    let folder = Folder::new("columns");
    let table = "\u{feff}# ours\nforbidden\tnote\tSource\ttarget\n跑道\tnot a runway\tRunway\tRunway\n\n# end\n";
    let glossary = folder.load("a.tsv", table).unwrap();
    let term = &glossary.terms()[0];
    assert_eq!(
        (term.names.as_slice(), term.note.as_str()),
        (&["Runway".to_owned()][..], "not a runway")
    );
    assert_eq!(term.preferred(Variant::HantHk), Some("Runway"));
    let csv = "target,source\n\"甲, 乙|丙\",A and B\n";
    assert_eq!(folder.load("a.csv", csv).unwrap().terms()[0].hans, ["甲, 乙", "丙"]);
}

#[test]
fn a_region_without_renderings_takes_its_neighbours() {
    let folder = Folder::new("regions");
    let table =
        "source\tzh-Hans\tzh-Hant-TW\tzh-Hant-HK\tkeep\nSora\t索拉\t索菈\t\t\nMeta\t\t\t\tyes\n";
    let glossary = folder.load("a.tsv", table).unwrap();
    let [sora, meta] = glossary.terms() else { panic!("two terms") };
    assert_eq!(sora.preferred(Variant::HansCn), Some("索拉"));
    assert_eq!([Variant::Hant, Variant::HantHk].map(|it| sora.preferred(it)), [Some("索菈"); 2]);
    assert_eq!(meta.preferred(Variant::Hans), Some("Meta"));
}

#[test]
fn both_scripts_all_widths_and_cases_are_found() {
    let glossary = Glossary::of_terms(&[("Fed".into(), vec!["聯儲局".into()])]);
    assert_eq!(
        texts(&glossary, "联储局和聯儲局，ＦＥＤ与fed"),
        ["联储局", "聯儲局", "ＦＥＤ", "fed"]
    );
}

#[test]
fn the_longest_of_the_leftmost_is_found() {
    let terms = [("a", "清算"), ("b", "清算银行"), ("c", "银行同业")];
    let rows: Vec<_> =
        terms.map(|(name, target)| (name.to_owned(), vec![target.to_owned()])).into();
    assert_eq!(texts(&Glossary::of_terms(&rows), "清算银行同业清算"), ["清算银行", "清算"]);
}

#[test]
fn latin_needs_edges_and_a_chinese_neighbour_is_one() {
    let glossary = Glossary::of_terms(&[("Meta".into(), vec![]), ("Meta AI".into(), vec![])]);
    assert_eq!(
        texts(&glossary, "在Meta里，Metal与meta2，Meta AIR和Meta AI"),
        ["Meta", "Meta", "Meta AI"]
    );
}

#[test]
fn a_forbidden_part_may_stand_in_its_context() {
    let folder = Folder::new("context");
    let glossary = folder.load("a.tsv", "source\tforbidden\nMeta\t加入[元]的|梅塔\n").unwrap();
    let expected = [(Role::Forbidden, "元".to_owned()), (Role::Forbidden, "梅塔".to_owned())];
    assert_eq!(found(&glossary, "加入元的人，百元的人，梅塔"), expected);
}

#[test]
fn what_a_user_accepts_is_not_forbidden() {
    let folder = Folder::new("overrule");
    let table = "source\ttarget\nMeta\t梅塔\n";
    fs::write(folder.0.join("house.tsv"), table).unwrap();
    let names = ["ai-companies".to_owned(), "house.tsv".to_owned()];
    let both = Glossary::load(&names, &folder.0).unwrap();
    assert!(found(&both, "梅塔").iter().all(|(role, _)| *role == Role::Rendering));
    let shipped = Glossary::load(&names[..1], &folder.0).unwrap();
    assert!(found(&shipped, "梅塔").iter().any(|(role, _)| *role == Role::Forbidden));
    assert_ne!(both.fingerprint(), shipped.fingerprint());
}

#[test]
fn a_list_of_words_stands_for_a_subject() {
    let folder = Folder::new("lists");
    let table = "source\tforbidden\tneeds\tunless\tcalque\n@sea\t\t船|港\t\t\nport\t港口\t@sea|端口\t@sea\tyes\n";
    let glossary = folder.load("a.tsv", table).unwrap();
    assert!(glossary.terms().is_empty());
    let [port] = glossary.words_in_wrong_senses() else { panic!("one term") };
    assert_eq!((port.needs.as_slice(), port.subjects.len()), (&["端口".to_owned()][..], 1));
    assert_eq!(port.unless, ["船", "港"]);
    assert!(glossary.matches(&Shadow::of("港口")).is_empty());
    assert_eq!(glossary.sight(&Shadow::of("港口")).calques.len(), 1);
}

#[test]
fn latin_may_stand_apart_from_chinese() {
    let folder = Folder::new("spaced");
    let glossary = folder.load("a.tsv", "source\tforbidden\nimage\tDocker[图片]\n").unwrap();
    assert_eq!(texts(&glossary, "Docker图片和Docker 图片"), ["图片", "图片"]);
}

#[test]
fn a_broken_line_is_shown_with_the_way_out() {
    let folder = Folder::new("broken");
    let broken = |content: &str| folder.load("a.tsv", content).unwrap_err();
    for (content, said) in [
        (
            "source\tforbiden\n",
            "a.tsv:1:8: there is no column `forbiden`\n  | source forbiden\n  |        ^\n  = did you mean `forbidden`?",
        ),
        ("target\tnote\n", "a.tsv:1:1: neither `source` nor `forbidden` is a column"),
        ("source\ttarget\nA\t甲\t乙\n", "a.tsv:2:5: a cell too many: the header has 2 columns"),
        (
            "source\tkeep\n# x\n甲乙\tmaybe\n",
            "a.tsv:3:4: `maybe` is neither yes nor no\n  | 甲乙 maybe\n  |      ^",
        ),
        ("note\tsource\nx\t\n", "a.tsv:2:3: this line names no term"),
        (
            "source\ttarget\tforbidden\nA\t臺甲\t台甲\n",
            "a.tsv:2:6: “台甲” is both a rendering and forbidden",
        ),
        ("source\tneeds\n甲\t@sea\n", "a.tsv:2:3: there is no list `@sea`"),
        ("source\tlevel\n甲\tbad\n", "a.tsv:2:3: `bad` is no severity"),
        ("source\tsource\n", "a.tsv:1:8: the column `source` is there twice"),
    ] {
        assert!(broken(content).starts_with(said), "{}", broken(content));
    }
    let quoted = folder.load("a.csv", "source,target\nA,\"甲\nB,乙\n").unwrap_err();
    assert!(quoted.starts_with("a.csv:2:3: a quotation mark opens here"), "{quoted}");
    let latin1 = folder.load("a.tsv", b"source\ncaf\xe9\n").unwrap_err();
    assert!(latin1.starts_with("a.tsv:2:4: this glossary is not UTF-8"), "{latin1}");
}

#[test]
fn an_unknown_glossary_is_guessed_and_a_missing_file_is_told() {
    let load =
        |name: &str| Glossary::load(&[name.to_owned()], Path::new(".")).unwrap_err().to_string();
    assert!(load("ai-company").contains("did you mean `ai-companies`?"), "{}", load("ai-company"));
    assert!(
        load("./none.tsv").starts_with("./none.tsv: this glossary cannot be read"),
        "{}",
        load("./none.tsv")
    );
}

#[test]
fn every_glossary_of_the_folder_ships_and_is_sound() {
    let mut files: Vec<PathBuf> =
        fs::read_dir("glossaries").unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|it| it == "tsv"));
    let stems: BTreeSet<String> =
        files.iter().map(|path| path.file_stem().unwrap().to_str().unwrap().to_owned()).collect();
    assert_eq!(stems, Glossary::shipped().map(str::to_owned).collect());
    for path in files {
        let name = path.to_str().unwrap().to_owned();
        let read =
            Glossary::load(&[name], Path::new(".")).unwrap_or_else(|error| panic!("{error}"));
        let stem = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let shipped = Glossary::load(&[stem], Path::new(".")).unwrap();
        assert_eq!(read.terms(), shipped.terms());
        assert_eq!(read.words_in_wrong_senses(), shipped.words_in_wrong_senses());
    }
}

#[test]
fn what_ships_forbids_no_rendering_that_it_has() {
    let glossary = Glossary::default();
    for term in glossary.terms().iter().filter(|term| !term.is_conditional()) {
        for wrong in term.forbidden.iter().filter(|it| !it.contains('[')) {
            let other = glossary.find(wrong);
            assert!(
                other.is_none(),
                "{wrong} is forbidden for {:?} and right for {:?}",
                term.names,
                other
            );
        }
    }
}

const TBX: &str = r#"<?xml version="1.0"?>
<martif type="TBX" xml:lang="en"><text><body>
<termEntry id="1"><note>of ports</note>
 <langSet xml:lang="en-GB"><tig><term>tide &amp; <hi>wave</hi> gauge</term></tig></langSet>
 <langSet xml:lang="de"><ntig><termGrp><term>Pegel</term></termGrp></ntig></langSet>
 <langSet xml:lang="zh-TW">
  <tig><term>潮位計</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
  <tig><term>潮汐測量器</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
 </langSet>
 <langSet xml:lang="zh-CN"><tig><term>验潮仪</term></tig></langSet>
</termEntry>
</body></text></martif>"#;

#[test]
fn a_term_base_of_the_second_version_is_read() {
    let folder = Folder::new("tbx2");
    let glossary = folder.load("a.tbx", TBX).unwrap();
    let [term] = glossary.terms() else { panic!("one term: {:?}", glossary.terms()) };
    assert_eq!(
        (term.names.as_slice(), term.note.as_str()),
        (&["tide & wave gauge".to_owned()][..], "of ports")
    );
    assert_eq!(
        (term.hans.as_slice(), term.taiwan.as_slice()),
        (&["验潮仪".to_owned()][..], &["潮位計".to_owned()][..])
    );
    assert_eq!(term.forbidden, ["潮汐測量器"]);
    assert!(term.hong_kong.is_empty());
    let utf16: Vec<u8> =
        std::iter::once(0xfeff).chain(TBX.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    assert_eq!(folder.load("b.tbx", utf16).unwrap().terms(), glossary.terms());
}

#[test]
fn a_term_base_of_the_third_version_is_read_in_both_styles() {
    let folder = Folder::new("tbx3");
    let base = |status: &str| {
        format!(
            r#"<tbx style="dct" xml:lang="en" xmlns:min="m"><text><body><conceptEntry id="c">
<langSec xml:lang="en"><termSec><term>berth</term></termSec></langSec>
<langSec xml:lang="zh"><termSec><term>泊位</term></termSec>
<termSec><term><![CDATA[臥鋪]]></term>{status}</termSec></langSec>
</conceptEntry></body></text></tbx>"#
        )
    };
    for status in [
        "<min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus>",
        "<termNote type=\"administrativeStatus\">deprecatedTerm-admn-sts</termNote>",
    ] {
        let glossary = folder.load("a.tbx", base(status)).unwrap();
        let [term] = glossary.terms() else { panic!("one term") };
        assert_eq!(
            (term.hans.as_slice(), term.forbidden.as_slice()),
            (&["泊位".to_owned()][..], &["臥鋪".to_owned()][..])
        );
        assert_eq!(term.taiwan, term.hans);
    }
    let admitted = folder.load("a.tbx", base("")).unwrap();
    assert_eq!(admitted.terms()[0].hong_kong, ["泊位", "臥鋪"]);
}

#[test]
fn a_broken_term_base_is_shown_with_the_way_out() {
    let folder = Folder::new("tbx-broken");
    let broken = |content: &str| folder.load("a.tbx", content).unwrap_err();
    let torn = broken("<martif>\n<text><body></text></martif>");
    assert!(torn.starts_with("a.tbx:2:13: not XML"), "{torn}");
    let empty = broken("<martif></martif>");
    assert!(empty.starts_with("a.tbx: there are no terms in this file"), "{empty}");
    let deep = broken(&"<a>".repeat(100_000));
    assert!(deep.contains("elements inside elements"), "{deep}");
}

#[test]
fn a_torn_term_base_is_read_or_told() {
    let folder = Folder::new("tbx-torn");
    for end in (0..TBX.len()).filter(|end| TBX.is_char_boundary(*end)) {
        // What counts is that it comes back.
        let _ = folder.load("a.tbx", &TBX[..end]);
        let _ = folder.load("a.tbx", format!("{}<{}", &TBX[..end], &TBX[end..]));
    }
}

/// What is said of texts beside their sources where these terms are the user's.
fn told(
    glossary: Glossary,
    kind: Kind,
    variant: Option<Variant>,
    pairs: &[(&str, &str)],
) -> Vec<(u32, &'static str)> {
    let with = Resources { glossary, variant, ..Resources::default() };
    let paragraph = |(source, target): &(&str, &str)| Paragraph {
        kind,
        segments: vec![Segment {
            source: Some(Text::from(*source)),
            target: Text::from(*target),
            ..Segment::default()
        }],
    };
    let document =
        Document { paragraphs: pairs.iter().map(paragraph).collect(), ..Document::default() };
    let found = review(&document, &with, &Rules::default()).findings;
    let term = |it: &&xindaya::finding::Finding| it.check.ends_with("-term");
    found.iter().filter(term).map(|it| (it.place.paragraph, it.check)).collect()
}

fn berth() -> Glossary {
    Glossary::of_terms(&[("berth".into(), vec!["泊位".into()])])
}

#[test]
fn in_running_text_a_rendering_nearby_is_enough() {
    let pairs = [
        ("The berth is full.", "泊位已满。"),
        ("The berth will be free at noon.", "它中午会空出来。"),
        ("We waited.", "我们等着。"),
        ("A berth was free.", "码头空了。"),
    ];
    assert_eq!(told(berth(), Kind::Body, None, &pairs), [(3, "missing-term")]);
    let rows = told(berth(), Kind::Cell, None, &pairs);
    assert_eq!(rows, [(1, "missing-term"), (3, "missing-term")]);
}

#[test]
fn a_region_takes_its_own_renderings_alone() {
    let folder = Folder::new("region");
    let table = "source\tzh-Hant-TW\tzh-Hant-HK\nTaxi\t計程車\t的士\n";
    let load = || folder.load("a.tsv", table).unwrap();
    let pairs = [("A Taxi came.", "一輛的士來了。")];
    assert!(told(load(), Kind::Cell, None, &pairs).is_empty());
    assert!(told(load(), Kind::Cell, Some(Variant::HantHk), &pairs).is_empty());
    let taiwan = told(load(), Kind::Cell, Some(Variant::HantTw), &pairs);
    assert_eq!(taiwan, [(0, "missing-term")]);
}

#[test]
fn what_ships_asks_for_nothing() {
    assert!(Glossary::default().demands().is_none());
    let pairs = [("OpenAI and Meta met Sam Altman.", "两家公司的人见了面。")];
    assert!(told(Glossary::default(), Kind::Cell, None, &pairs).is_empty());
}

#[test]
fn a_forbidden_rendering_is_told_once() {
    let folder = Folder::new("once");
    let glossary = folder.load("a.tsv", "source\ttarget\tforbidden\nberth\t泊位\t臥鋪\n").unwrap();
    assert_eq!(told(glossary, Kind::Cell, None, &[("A berth was free.", "有一個臥鋪空著。")]), []);
}

#[cfg(feature = "xlsx")]
mod workbooks {
    use super::Folder;
    use std::io::{Cursor, Write};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    /// A workbook of one sheet with these cells.
    fn workbook(cells: &[(&str, &str)]) -> Vec<u8> {
        const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
        let row = |(at, text): &(&str, &str)| {
            let row = at.trim_start_matches(char::is_alphabetic);
            format!(r#"<row r="{row}"><c r="{at}" t="inlineStr"><is><t>{text}</t></is></c></row>"#)
        };
        let rows = cells.iter().map(row).collect::<Vec<_>>().concat();
        let parts = [
            (
                "_rels/.rels",
                format!(
                    r#"<Relationships xmlns="{PACKAGE}"><Relationship Id="r" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
                ),
            ),
            (
                "xl/workbook.xml",
                format!(
                    r#"<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Ports" sheetId="1" r:id="s"/></sheets></workbook>"#
                ),
            ),
            (
                "xl/_rels/workbook.xml.rels",
                format!(
                    r#"<Relationships xmlns="{PACKAGE}"><Relationship Id="s" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#
                ),
            ),
            (
                "xl/worksheets/sheet1.xml",
                format!(r#"<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>"#),
            ),
        ];
        let mut writer = ZipWriter::new(Cursor::new(vec![]));
        for (name, content) in parts {
            writer.start_file(name, SimpleFileOptions::default()).unwrap();
            writer.write_all(content.as_bytes()).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    #[test]
    fn a_workbook_has_the_columns_of_a_table() {
        let folder = Folder::new("xlsx");
        let cells = [
            ("A1", "Source"),
            ("B1", "note"),
            ("C1", "target"),
            ("A3", "berth"),
            ("C3", "泊位|船位"),
            ("XFD1048576", "far away"),
        ];
        let read = folder.load("a.xlsx", workbook(&cells[..5])).unwrap();
        let [term] = read.terms() else { panic!("one term: {:?}", read.terms()) };
        assert_eq!(
            (term.names.as_slice(), term.hans.as_slice()),
            (&["berth".to_owned()][..], &["泊位".to_owned(), "船位".to_owned()][..])
        );
        assert_eq!(folder.load("b.xlsx", workbook(&cells)).unwrap().terms(), read.terms());
    }

    #[test]
    fn strange_cells_are_read_or_told() {
        let folder = Folder::new("xlsx-strange");
        for at in ["", "A0", "1A", "A99999999999", "ZZZZZZZZZZZZ1", "A-1", "甲1", "XFD1048577"] {
            // What counts is that it comes back.
            let _ = folder.load("a.xlsx", workbook(&[("A1", "source"), (at, "berth")]));
        }
        let whole = workbook(&[("A1", "source"), ("A2", "berth")]);
        for end in 0..whole.len() {
            let _ = folder.load("a.xlsx", &whole[..end]);
        }
    }

    #[test]
    fn a_broken_workbook_is_shown_with_the_way_out() {
        let folder = Folder::new("xlsx-broken");
        let broken = |cells: &[(&str, &str)]| folder.load("a.xlsx", workbook(cells)).unwrap_err();
        let yes = broken(&[("A1", "source"), ("C1", "keep"), ("A7", "berth"), ("C7", "perhaps")]);
        assert!(
            yes.starts_with("a.xlsx: sheet “Ports”, cell C7: `perhaps` is neither yes nor no"),
            "{yes}"
        );
        let column = broken(&[("A1", "source"), ("B1", "taget")]);
        assert!(
            column.starts_with("a.xlsx: sheet “Ports”, cell B1: there is no column `taget`"),
            "{column}"
        );
        let no_zip = folder.load("a.xlsx", "source\ttarget").unwrap_err();
        assert!(no_zip.starts_with("a.xlsx: this workbook cannot be read"), "{no_zip}");
    }
}
