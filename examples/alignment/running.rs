use crate::Row;
use xindaya::align::pair;
use xindaya::encoder::Encoder;
use xindaya::error::Error;
use xindaya::formats::{File, Options, read_pair};
use xindaya::text::Document;

/// Pairs as running texts, four to a paragraph.
pub(crate) fn running<'r>(pairs: impl Iterator<Item = (&'r str, &'r str)>) -> (String, String) {
    let (mut source, mut target) = (String::new(), String::new());
    for (nth, (said, shown)) in pairs.enumerate() {
        let before = if nth == 0 {
            ""
        } else if nth % 4 == 0 {
            "\n\n"
        } else {
            " "
        };
        source.push_str(before);
        source.push_str(said.trim());
        target.push_str(before);
        target.push_str(shown.trim());
    }
    (source, target)
}

/// The two texts of a row.
pub(crate) fn both(row: &Row) -> (&str, &str) {
    (&row.source, &row.target)
}

/// One text beside the other.
pub(crate) fn paired(
    (source, target): &(String, String),
    encoder: Option<&Encoder>,
) -> Result<Document, Error> {
    let source = File { name: "source.txt", bytes: source.as_bytes() };
    let target = File { name: "target.txt", bytes: target.as_bytes() };
    let mut all = read_pair(source, target, &Options::default())?;
    let mut document = all.next().expect("a text is a document")?;
    pair(&mut document, encoder)?;
    Ok(document)
}
