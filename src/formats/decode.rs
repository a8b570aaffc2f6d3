use super::guess::guess;
use crate::error::{Error, nearest};
use crate::text::line_ranges;
use encoding_rs::{DecoderResult, Encoding, UTF_8};
use std::borrow::Cow;

const NAME_IT: &str = "name the encoding: --encoding gb18030, --encoding big5 or another label";

/// The bytes as text, without a byte order mark: in the encoding of this label, or else in the
/// one that the bytes themselves show. Never guesses where they show none.
///
/// # Errors
///
/// If the bytes are no text, or not one in that encoding, or the label is unknown.
pub(super) fn decode<'b>(bytes: &'b [u8], label: Option<&str>) -> Result<Cow<'b, str>, Error> {
    if u32::try_from(bytes.len().saturating_mul(3)).is_err() {
        return Err(Error::new("the file is too large: more than 1.4 GB").help("split it"));
    }
    let text = strictly(bytes, encoding(bytes, label)?)?;
    match text.find('\0') {
        Some(at) => Err(nul(&text, at, 1)),
        None => Ok(text),
    }
}

/// The encoding of this label, or else the one that the bytes show.
pub(super) fn encoding(bytes: &[u8], label: Option<&str>) -> Result<&'static Encoding, Error> {
    label.map_or_else(|| found_out(bytes), named)
}

/// The encoding of a label.
fn named(label: &str) -> Result<&'static Encoding, Error> {
    const COMMON: [&str; 7] =
        ["utf-8", "gb18030", "gbk", "big5", "big5-hkscs", "utf-16le", "utf-16be"];
    Encoding::for_label_no_replacement(label.trim().as_bytes()).ok_or_else(|| {
        let meant = nearest(label, COMMON).map(|near| format!("did you mean `{near}`? "));
        Error::new(format!("there is no encoding `{label}`")).help(format!(
            "{}the common ones are {}",
            meant.unwrap_or_default(),
            COMMON.join(", ")
        ))
    })
}

/// The encoding that the bytes show: by their mark, by being UTF-8, by the look of the text.
fn found_out(bytes: &[u8]) -> Result<&'static Encoding, Error> {
    if let Some(what) = other_file(bytes) {
        let error = Error::new(format!("this is {what}, not a text"));
        let is_archive = bytes.starts_with(b"PK");
        return Err(if is_archive { error.help("read a .docx with --from docx") } else { error });
    }
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Ok(encoding);
    }
    let Err(broken) = std::str::from_utf8(bytes) else {
        return Ok(guess_with_nul(bytes).unwrap_or(UTF_8));
    };
    if is_damaged_utf8(bytes) {
        return Ok(UTF_8);
    }
    guess(bytes).ok_or_else(|| {
        let read = std::str::from_utf8(&bytes[..broken.valid_up_to()]).unwrap_or_default();
        let what = "not UTF-8, and no other encoding is certain from here on";
        bad_byte(read, &bytes[broken.valid_up_to()..], UTF_8, what, 1).help(NAME_IT)
    })
}

/// Text in Latin letters as UTF-16 is valid UTF-8, if one full of NUL.
fn guess_with_nul(bytes: &[u8]) -> Option<&'static Encoding> {
    if bytes.contains(&0) { guess(bytes) } else { None }
}

/// What a file is that begins like this, if it is a common kind that holds no plain text.
fn other_file(bytes: &[u8]) -> Option<&'static str> {
    const KINDS: [(&[u8], &str); 8] = [
        (b"PK\x03\x04", "a ZIP archive, perhaps a .docx"),
        (b"%PDF-", "a PDF file"),
        (b"\xd0\xcf\x11\xe0", "an old Office file"),
        (b"\x89PNG", "a PNG image"),
        (b"\xff\xd8\xff", "a JPEG image"),
        (b"\x1f\x8b", "a gzip archive"),
        (b"\xff\xfe\0\0", "UTF-32, which is not read"),
        (b"\0\0\xfe\xff", "UTF-32, which is not read"),
    ];
    KINDS.iter().find(|(start, _)| bytes.starts_with(start)).map(|(_, what)| *what)
}

/// Whether nearly all that is not ASCII is UTF-8. Text in another encoding hardly ever is.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > 4 * bad
}

/// Whether the first bytes of a file are UTF-8, of which the last character may be cut off and a
/// little may be damaged.
pub(super) fn begins_as_utf8(head: &[u8]) -> bool {
    let is_text = match std::str::from_utf8(head) {
        Ok(_) => true,
        Err(broken) => broken.error_len().is_none() || is_damaged_utf8(head),
    };
    is_text && !head.contains(&0)
}

/// The error of a line in UTF-8 that is no text.
pub(super) fn bad_line(line: &[u8], number: u32) -> Error {
    let valid = std::str::from_utf8(line).map_or_else(|broken| broken.valid_up_to(), str::len);
    let read = String::from_utf8_lossy(&line[..valid]);
    match read.find('\0') {
        Some(at) => nul(&read, at, number),
        None => bad_byte(&read, &line[valid..], UTF_8, "not UTF-8", number).help("mend the byte"),
    }
}

/// Decodes, and stops at the first byte that the encoding does not have.
fn strictly<'b>(bytes: &'b [u8], encoding: &'static Encoding) -> Result<Cow<'b, str>, Error> {
    let bytes = match Encoding::for_bom(bytes) {
        Some((marked, length)) if marked == encoding => &bytes[length..],
        _ => bytes,
    };
    if encoding == UTF_8
        && let Ok(text) = std::str::from_utf8(bytes)
    {
        return Ok(Cow::Borrowed(text));
    }
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let room = decoder.max_utf8_buffer_length_without_replacement(bytes.len());
    let mut text = String::with_capacity(room.unwrap_or(bytes.len()));
    let (result, read) = decoder.decode_to_string_without_replacement(bytes, &mut text, true);
    match result {
        DecoderResult::InputEmpty => Ok(Cow::Owned(text)),
        DecoderResult::OutputFull => Err(Error::new("the file is too large")),
        DecoderResult::Malformed(length, after) => {
            let bad = read.saturating_sub(usize::from(length) + usize::from(after));
            let name = encoding.name();
            let error = bad_byte(&text, &bytes[bad..], encoding, &format!("not {name}"), 1);
            Err(error.help(format!("mend the byte, or {NAME_IT}")))
        }
    }
}

/// The error of the first of the bytes `rest`, which stand after the text `read`, whose first line
/// has this number.
fn bad_byte(read: &str, rest: &[u8], encoding: &'static Encoding, what: &str, first: u32) -> Error {
    let byte = rest.first().copied().unwrap_or_default();
    let (end, _) = encoding.decode_without_bom_handling(&rest[..rest.len().min(160)]);
    let end = end.lines().next().unwrap_or_default();
    at_end(read, &format!("byte 0x{byte:02X} is {what}"), end, first)
}

fn nul(text: &str, at: usize, first: u32) -> Error {
    let rest = text[at..].lines().next().unwrap_or_default();
    let what = "a NUL byte: this is not a text, or its encoding is another one";
    at_end(&text[..at], what, rest, first).help(format!("remove the byte, or {NAME_IT}"))
}

/// The error that says `what` right after the text `read`, on the line that goes on with `rest`.
fn at_end(read: &str, what: &str, rest: &str, first: u32) -> Error {
    let (number, start) =
        line_ranges(read).zip(first..).last().map_or((first, 0), |(line, n)| (n, line.start));
    let column = u32::try_from(read[start..].chars().count() + 1).unwrap_or(u32::MAX);
    let rest: String = rest.chars().take(80).collect();
    Error::new(what).at(number, column).line(format!("{}{rest}", &read[start..]))
}

#[cfg(test)]
mod tests {
    use super::decode;
    use encoding_rs::{BIG5, Encoding, GB18030};

    const HANS: &str =
        "今天的会议讨论了新的计划，大家都觉得可以继续做下去。\r\n第二行（2025 年）：OpenAI 公司。";
    const HANT: &str =
        "今天的會議討論了新的計畫，大家都覺得可以繼續做下去。\n第二行（2025 年）：OpenAI 公司。";

    fn same(bytes: &[u8], text: &str) {
        assert_eq!(decode(bytes, None).expect("is found out"), text);
    }

    fn encoded(text: &str, encoding: &'static Encoding) -> Vec<u8> {
        encoding.encode(text).0.into_owned()
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    fn said(bytes: &[u8], label: Option<&str>) -> String {
        decode(bytes, label).expect_err("cannot be read").to_string()
    }

    #[test]
    fn chinese_encodings_are_found_out() {
        same(&encoded(HANS, GB18030), HANS);
        same(&encoded(HANT, GB18030), HANT);
        same(&encoded(HANT, BIG5), HANT);
        same(HANT.as_bytes(), HANT);
        same(format!("\u{feff}{HANS}").as_bytes(), HANS);
    }

    #[test]
    fn utf16_is_found_out_with_and_without_a_mark() {
        for text in [HANS, HANT, "plain Latin letters\n", "他走了。"] {
            same(&utf16(text, u16::to_le_bytes), text);
            same(&utf16(text, u16::to_be_bytes), text);
            let marked = format!("\u{feff}{text}");
            same(&utf16(&marked, u16::to_le_bytes), text);
            same(&utf16(&marked, u16::to_be_bytes), text);
        }
    }

    #[test]
    fn a_label_is_obeyed() {
        let bytes = encoded("中文", BIG5);
        assert_eq!(decode(&bytes, Some("Big5-HKSCS")).expect("is Big5"), "中文");
        assert!(said(&bytes, Some("big6")).contains("did you mean `big5`?"));
        assert!(said(b"\x81", Some("gbk")).starts_with("1:1: byte 0x81 is not GBK"));
    }

    #[test]
    fn one_bad_byte_is_named_and_not_guessed_away() {
        let mut bytes = HANT.as_bytes().to_vec();
        bytes.insert(HANT.len() - 3, 0xff);
        let said = said(&bytes, None);
        assert!(said.starts_with("2:22: byte 0xFF is not UTF-8\n  | 第二行"), "{said}");
    }

    #[test]
    fn what_cannot_be_known_is_said_with_the_way_out() {
        assert!(said(b"caf\xe9 au lait", None).starts_with("1:4: byte 0xE9 is not UTF-8, and no"));
        assert!(said(b"caf\xe9 au lait", None).contains("--encoding gb18030"));
        assert!(said("他走了\0。".as_bytes(), None).starts_with("1:4: a NUL byte"));
        assert_eq!(
            said(b"PK\x03\x04\x14\0", None),
            "this is a ZIP archive, perhaps a .docx, not a text\n  = read a .docx with --from docx"
        );
        assert!(said(b"\xff\xfe\0\0a\0\0\0", None).contains("UTF-32"));
    }

    #[test]
    fn a_cut_off_character_is_named() {
        let text = "他走了。";
        assert!(said(&text.as_bytes()[..text.len() - 1], None).starts_with("1:4: byte 0xE3"));
    }

    #[test]
    fn nothing_is_a_text_too() {
        same(b"", "");
        same(b"\xef\xbb\xbf", "");
    }
}
