use super::decode;
use crate::error::Error;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// How a file writes its characters: the encoding, and the mark before the first one.
#[derive(Clone, Debug)]
pub(super) struct Coding {
    encoding: &'static Encoding,
    mark: Vec<u8>,
}

impl Coding {
    /// The coding of a file with these bytes, in the encoding of this label, if there is one.
    pub(super) fn of(bytes: &[u8], label: Option<&str>) -> Result<Self, Error> {
        let encoding = decode::encoding(bytes, label)?;
        let mark = Encoding::for_bom(bytes).filter(|(marked, _)| *marked == encoding);
        let mark = bytes[..mark.map_or(0, |(_, length)| length)].to_vec();
        Ok(Self { encoding, mark })
    }

    /// How long the mark is before the first character.
    pub(super) fn mark(&self) -> usize {
        self.mark.len()
    }

    /// Whether there is this character in the encoding.
    pub(super) fn holds(&self, c: char) -> bool {
        self.is_of_unicode() || self.letters(c.encode_utf8(&mut [0; 4])).is_some()
    }

    /// A text as the file writes it; none if the encoding lacks a character of it.
    pub(super) fn encode(&self, text: &str) -> Option<Vec<u8>> {
        let mut bytes = self.mark.clone();
        bytes.extend(self.letters(text)?);
        Some(bytes)
    }

    fn is_of_unicode(&self) -> bool {
        [UTF_8, UTF_16LE, UTF_16BE].contains(&self.encoding)
    }

    fn letters(&self, text: &str) -> Option<Vec<u8>> {
        if self.encoding == UTF_8 {
            return Some(text.as_bytes().to_vec());
        }
        if self.encoding == UTF_16LE {
            return Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect());
        }
        if self.encoding == UTF_16BE {
            return Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect());
        }
        let (bytes, _, is_lossy) = self.encoding.encode(text);
        let (back, is_broken) = self.encoding.decode_without_bom_handling(&bytes);
        (!is_lossy && !is_broken && back == text).then(|| bytes.into_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::Coding;

    #[test]
    fn a_text_goes_back_to_its_own_bytes() {
        let (gbk, ..) = encoding_rs::GB18030.encode("他走了，再也没有回来。");
        let mut utf16 = vec![0xff, 0xfe];
        utf16.extend("他走了。".encode_utf16().flat_map(u16::to_le_bytes));
        for (bytes, label) in
            [(&*gbk, Some("gb18030")), (&utf16, None), ("\u{feff}他".as_bytes(), None)]
        {
            let coding = Coding::of(bytes, label).expect("is known");
            let text = super::decode::decode(bytes, label).expect("is a text");
            assert_eq!(coding.encode(&text).as_deref(), Some(bytes));
        }
    }

    #[test]
    fn what_an_encoding_lacks_is_known() {
        let (big5, ..) = encoding_rs::BIG5.encode("他走了");
        let coding = Coding::of(&big5, Some("big5")).expect("is known");
        assert!(coding.holds('，') && !coding.holds('这') && !coding.holds('😀'));
        assert_eq!(coding.encode("这"), None);
    }
}
