//! Reads TBX, the exchange format of term bases: of version 2 `martif`, of version 3 `tbx` in both
//! of its styles, where a category is an attribute (DCA) or an element (DCT).

use super::Term;
use super::rows::same;
use crate::error::Error;
use encoding_rs::Encoding;
use quick_xml::escape::{escape, unescape};
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;

/// The terms of a term base. Languages other than Chinese are those of sources; where the file
/// names its own language, that one alone.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Term>, Error> {
    let (text, _, broken) =
        Encoding::for_bom(bytes).map_or(encoding_rs::UTF_8, |it| it.0).decode(bytes);
    if broken {
        return Err(Error::new("this term base is not UTF-8").help("save it as UTF-8"));
    }
    let mut reader = Reader::from_str(&text);
    let mut base = Base::default();
    loop {
        let start = position(reader.buffer_position());
        let event = reader.read_event();
        let end = position(reader.buffer_position());
        match event {
            Ok(Event::Eof) => break,
            Ok(event) => base.event(&event, &text[start..end]),
            Err(error) => return Err(at(&text, start, &format!("not XML: {error}"))),
        }
        if base.path.len() > DEEPEST {
            return Err(at(&text, start, "elements inside elements without end"));
        }
    }
    if base.entries == 0 {
        let help = "a term base has <termEntry> (TBX 2) or <conceptEntry> (TBX 3) elements";
        return Err(Error::new("there are no terms in this file").help(help));
    }
    Ok(base.terms)
}

/// Elements that may stand inside each other; no term base needs more than a dozen.
const DEEPEST: usize = 64;

fn position(byte: u64) -> usize {
    usize::try_from(byte).unwrap_or(usize::MAX)
}

/// An error at a byte of the file, with its line.
fn at(text: &str, byte: usize, what: &str) -> Error {
    let before = &text[..text.floor_char_boundary(byte)];
    let start = before.rfind('\n').map_or(0, |it| it + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    let number = |it| u32::try_from(it).unwrap_or(u32::MAX);
    Error::new(what)
        .at(number(before.matches('\n').count() + 1), number(before[start..].chars().count() + 1))
        .line(line)
        .help("mend the file, or export it again")
}

/// What was read of a term base so far.
#[derive(Debug, Default)]
struct Base {
    terms: Vec<Term>,
    entries: usize,
    /// The language of the file itself.
    language: String,
    /// The elements that are open, by their names and types.
    path: Vec<(String, String)>,
    /// The characters of the element that is open.
    words: String,
    /// The texts of the concept so far.
    texts: Vec<Text>,
    /// The language of the texts that are read.
    of: String,
    case: bool,
    note: String,
}

/// A term in one language.
#[derive(Debug, Default)]
struct Text {
    language: String,
    words: String,
    forbidden: bool,
}

impl Base {
    fn event(&mut self, event: &Event, raw: &str) {
        match event {
            Event::Start(tag) => self.open(tag),
            Event::Empty(tag) => {
                self.open(tag);
                self.close();
            }
            Event::End(_) => self.close(),
            Event::Text(_) | Event::GeneralRef(_) => self.words.push_str(raw),
            Event::CData(_) => {
                let inside = raw.trim_start_matches("<![CDATA[").trim_end_matches("]]>");
                self.words.push_str(&escape(inside));
            }
            _ => {}
        }
    }

    fn open(&mut self, tag: &BytesStart) {
        let name = tag.local_name().as_ref().to_owned();
        let attribute = |wanted: &str| {
            let mut all = tag.attributes();
            let found = all.with_checks(false).flatten().find(|it| it.key.as_ref() == wanted);
            found.map(|it| it.value.to_lowercase()).unwrap_or_default()
        };
        match name.as_str() {
            "martif" | "tbx" => self.language = attribute("xml:lang"),
            "langSet" | "langSec" => self.of = attribute("xml:lang"),
            _ => {}
        }
        // In a term, marks such as <hi> may stand.
        if !self.is_in_term() {
            self.words.clear();
        }
        self.path.push((name, attribute("type")));
    }

    fn is_in_term(&self) -> bool {
        self.path.iter().any(|(name, _)| name == "term")
    }

    fn close(&mut self) {
        let Some((name, kind)) = self.path.pop() else { return };
        if self.is_in_term() {
            return;
        }
        let raw = std::mem::take(&mut self.words);
        let words = unescape(&raw).map_or(raw.clone(), Into::into);
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        match name.as_str() {
            "term" => {
                let language = self.of.clone();
                self.texts.push(Text { language, words, forbidden: false });
            }
            "termEntry" | "conceptEntry" => self.concept(),
            "note" if self.note.is_empty() => self.note = words,
            _ => self.category(if kind.is_empty() { &name } else { &kind }, &words),
        }
    }

    /// What a category says of the term before it.
    fn category(&mut self, category: &str, value: &str) {
        let value = value.to_lowercase();
        let wrong = ["deprecated", "superseded", "obsolete", "forbidden", "notrecommended"];
        match category.to_lowercase().as_str() {
            "administrativestatus" | "normativeauthorization" => {
                if let Some(last) = self.texts.last_mut() {
                    last.forbidden |= wrong.iter().any(|it| value.starts_with(it));
                }
            }
            "casesensitive" | "case" => self.case |= ["yes", "true", "1"].contains(&value.as_str()),
            _ => {}
        }
    }

    /// The concept that ends: what it is called in the source, and what in Chinese.
    fn concept(&mut self) {
        self.entries += 1;
        let texts = std::mem::take(&mut self.texts);
        let mut term = Term {
            case: std::mem::take(&mut self.case),
            note: std::mem::take(&mut self.note),
            ..Term::default()
        };
        let own =
            |it: &&Text| main(&it.language) == main(&self.language) && !is_chinese(&it.language);
        let only_own = texts.iter().any(|it| own(&it));
        let mut targets = vec![];
        for it in texts.iter().filter(|it| !it.words.is_empty()) {
            if !is_chinese(&it.language) {
                let is_source = !only_own || own(&it);
                term.names.extend(is_source.then(|| it.words.clone()));
            } else if it.forbidden {
                term.forbidden.push(it.words.clone());
            } else {
                column(&mut term, &it.language).unwrap_or(&mut targets).push(it.words.clone());
            }
        }
        term.set_targets(&targets);
        let accepted: Vec<String> = term.all_renderings().map(str::to_owned).collect();
        term.forbidden.retain(|it| !accepted.iter().any(|right| same(it, right)));
        let says = !accepted.is_empty() || !term.forbidden.is_empty();
        self.terms.extend((says && !term.names.is_empty()).then_some(term));
    }
}

fn main(language: &str) -> &str {
    language.split(['-', '_']).next().unwrap_or_default()
}

fn is_chinese(language: &str) -> bool {
    ["zh", "cmn", "yue"].contains(&main(language))
}

/// Where the renderings of a variant go; none of Chinese without a variant.
fn column<'t>(term: &'t mut Term, language: &str) -> Option<&'t mut Vec<String>> {
    let has = |tags: &[&str]| language.split(['-', '_']).any(|it| tags.contains(&it));
    if has(&["hk", "mo", "yue"]) {
        Some(&mut term.hong_kong)
    } else if has(&["tw", "hant"]) {
        Some(&mut term.taiwan)
    } else if has(&["cn", "sg", "my", "hans"]) {
        Some(&mut term.hans)
    } else {
        None
    }
}
