//! How much the words of a source vouch for a text.

use super::claims::{Claim, Key, Reader, shown};
use super::piece::small;
use super::words::{is_function_word, latin};
use crate::lexicon::Lexicon;
use crate::names::is_heard;
use crate::text::Shadow;

/// How much the words, the names and the numbers of an English source that a text shows speak for
/// its being a translation, or a part of one, in natural logarithms of odds. What it does not
/// show says nothing here.
pub(crate) fn vouched(source: &str, text: &str) -> f32 {
    let keys = shown(text);
    let length = small(text.chars().count());
    let is_shown = |key: &Key| keys.binary_search(key).is_ok();
    let vouches = |claim: &Claim| {
        let shows = claim.keys.iter().any(is_shown);
        if shows { (claim.shown / claim.by_chance(length)).ln().max(0.0) } else { 0.0 }
    };
    let (claims, _) = Reader::default().said(source);
    claims.iter().map(vouches).sum::<f32>() + HEARD * small(heard(source, text))
}

/// What a name weighs that is heard in a text.
const HEARD: f32 = 2.5;

/// How many names without a known rendering a text seems to render by their sound.
fn heard(source: &str, text: &str) -> usize {
    let is_strange = |it: &&str| {
        it.starts_with(char::is_uppercase)
            && !is_function_word(&it.to_lowercase())
            && Lexicon.renderings(it).next().is_none()
    };
    let mut names: Vec<&str> = latin(source).filter(is_strange).collect();
    names.sort_unstable();
    names.dedup();
    let shadow = Shadow::of(text);
    names.into_iter().filter(|it| is_heard(it, &shadow)).count()
}

#[cfg(test)]
mod tests {
    use super::{heard, vouched};

    #[test]
    fn words_names_and_numbers_vouch_for_their_translation() {
        let source = "Brockman sold 37 paintings of the harbour to a museum in Oslo.";
        for text in ["布洛克曼卖了画。", "那里有37幅。", "海港的绘画", "奥斯陆的一座博物馆"]
        {
            assert!(vouched(source, text) > 2.0, "{text} {}", vouched(source, text));
        }
        assert!(vouched(source, "布洛克曼把37幅海港的畫賣給了奧斯陸的博物館。") > 10.0);
        assert!(vouched(source, "猫科动物的胡须能感知气流的微小变化。") < 2.0);
        assert!(vouched("", "猫科动物") <= 0.0 && vouched(source, "") <= 0.0);
    }

    #[test]
    fn a_name_without_a_rendering_is_heard_once() {
        assert_eq!(heard("Kavanaugh spoke. Kavanaugh left.", "卡瓦诺说完就走了"), 1);
        assert_eq!(heard("Kavanaugh spoke.", "他说完就走了"), 0);
    }
}
