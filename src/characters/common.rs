//! The characters that most Chinese text is made of: what was read in the wrong encoding has few
//! of them, and many when it is read in the right one.

use crate::text::{chars, fold};
use encoding_rs::Encoding;
use rustc_hash::FxHashSet;
use std::sync::LazyLock;

/// Whether `c`, or its simplified form, is one of the most common characters.
pub(super) fn is_common(c: char) -> bool {
    COMMON.contains(&fold(c))
}

/// How many Chinese characters a text has, and how many of them are common.
pub(super) fn evidence(text: &str) -> (usize, usize) {
    let han = text.chars().filter(|c| chars::is_han(*c));
    (han.clone().count(), han.filter(|c| is_common(*c)).count())
}

/// Whether one Chinese character in `least` is common, at least.
pub(super) fn is_mostly_common(text: &str, least: usize) -> bool {
    let (han, common) = evidence(text);
    common * least >= han
}

/// The character that bytes stand for, if they stand for one.
pub(super) fn one_char(bytes: &[u8], written: &'static Encoding) -> Option<char> {
    let read = written.decode_without_bom_handling_and_without_replacement(bytes)?;
    let mut chars = read.chars();
    chars.next().filter(|_| chars.next().is_none())
}

static COMMON: LazyLock<FxHashSet<char>> = LazyLock::new(|| {
    "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后 \
    作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因 \
    只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应 \
    战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿 \
    原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太 \
    量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界 \
    达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今 \
    切院让识候带导争运"
        .chars()
        .collect()
});
