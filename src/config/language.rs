use crate::script::{Census, Script};
use crate::text::{Document, Variant};

/// The language that a file is written in, as far as can be told: the tag in its path, or the
/// script of its texts; where this is the script of the variant that was declared, that variant.
pub fn language_of(
    path: &str,
    documents: &[Document],
    declared: Option<Variant>,
) -> Option<Variant> {
    if let Some(named) = Variant::in_path(path) {
        return Some(named);
    }
    let segments = documents.iter().flat_map(|it| &it.paragraphs).flat_map(|it| &it.segments);
    let written: Census = segments.map(|it| Census::of(it.target.as_str())).sum();
    let Some(script) = written.majority() else { return declared };
    let plain = if script == Script::Hant { Variant::Hant } else { Variant::Hans };
    declared.filter(|it| plain.covers(*it)).or(Some(plain))
}

#[cfg(test)]
mod tests {
    use super::language_of;
    use crate::formats;
    use crate::text::Variant;

    #[test]
    fn a_language_is_named_by_the_path_or_seen_in_the_text() {
        let read = |text: &str| -> Vec<_> {
            let documents = formats::read("a.txt", text.as_bytes(), &formats::Options::default());
            documents.expect("a text").map(|it| it.expect("a text")).collect()
        };
        let (hant, none) = (read("這個國家"), read("OK"));
        assert_eq!(language_of("zh-CN/a.txt", &hant, None), Some(Variant::HansCn));
        assert_eq!(language_of("a.txt", &hant, None), Some(Variant::Hant));
        assert_eq!(language_of("zh/a.txt", &hant, None), Some(Variant::Hant));
        let (tw, cn) = (Some(Variant::HantTw), Some(Variant::HansCn));
        assert_eq!(language_of("a.txt", &hant, tw), tw);
        assert_eq!(language_of("a.txt", &hant, cn), Some(Variant::Hant));
        assert_eq!(language_of("a.txt", &none, cn), cn);
        assert_eq!(language_of("a.txt", &none, None), None);
    }
}
