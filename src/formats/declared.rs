use super::Format;

/// So many bytes of a file may come before it names its encoding.
const HEAD: usize = 2048;

/// The encoding that a file names itself, where its format has a place for that. UTF-8 needs no
/// name, and a name that the bytes contradict is none.
pub(super) fn declared(format: Format, bytes: &[u8]) -> Option<String> {
    let marks: &[&str] = match format {
        Format::Xml => &["encoding="],
        Format::Html => &["charset=", "encoding="],
        Format::Po => &["charset="],
        _ => return None,
    };
    if bytes.starts_with(&[0xff])
        || bytes.starts_with(&[0xfe])
        || std::str::from_utf8(bytes).is_ok()
    {
        return None;
    }
    let head: String = bytes.iter().take(HEAD).map(|it| char::from(*it)).collect();
    let after = |mark: &&str| Some(&head[head.find(*mark)? + mark.len()..]);
    let name = marks.iter().find_map(after)?.trim_start_matches(['"', '\'', ' ']);
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let name = &name[..name.find(|c| !is_part(c)).unwrap_or(name.len())];
    let is_utf8 = name.eq_ignore_ascii_case("utf-8") || name.eq_ignore_ascii_case("charset");
    (!is_utf8 && encoding_rs::Encoding::for_label_no_replacement(name.as_bytes()).is_some())
        .then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Format, declared};

    #[test]
    fn a_file_may_name_its_encoding() {
        let (bytes, ..) = encoding_rs::GBK.encode("<?xml version='1.0' encoding='GBK'?><a>字</a>");
        assert_eq!(declared(Format::Xml, &bytes).as_deref(), Some("GBK"));
        let (bytes, ..) =
            encoding_rs::BIG5.encode("\"Content-Type: text/plain; charset=Big5\\n\"字");
        assert_eq!(declared(Format::Po, &bytes).as_deref(), Some("Big5"));
        let page =
            "<html><head><meta http-equiv=content-type content='text/html; charset=gb2312'>字";
        let (bytes, ..) = encoding_rs::GBK.encode(page);
        assert_eq!(declared(Format::Html, &bytes).as_deref(), Some("gb2312"));
        assert_eq!(declared(Format::Plain, &bytes), None);
        assert_eq!(declared(Format::Po, "charset=Big5 字".as_bytes()), None);
        assert_eq!(declared(Format::Po, b"charset=none \xff\xff"), None);
    }
}
