//! Chinese that was written in one encoding of several bytes a character and read in another.

use super::common::{evidence, is_common, is_mostly_common, one_char};
use super::mojibake::Mojibake;
use crate::text::CharSet;
use encoding_rs::{BIG5, Encoding, GBK, SHIFT_JIS};
use std::ops::Range;

/// The stretches of a text that make sense in another encoding, and those that made sense in one
/// before they were read as Big5.
pub(super) fn stretches(text: &str) -> Vec<Mojibake> {
    if !text.contains(is_telltale) {
        return vec![];
    }
    let divides = |c: char| c.is_ascii() || matches!(c, '\u{3000}'..='\u{3002}' | '，' | '？');
    let start = |piece: &str| piece.as_ptr() as usize - text.as_ptr() as usize;
    text.split(divides)
        .filter(|piece| !piece.is_empty())
        .flat_map(|piece| read_again(piece).into_iter().map(move |it| (start(piece), it)))
        .map(|(start, it)| it.moved(start))
        .collect()
}

/// Whether a piece with this character is read again.
fn is_telltale(c: char) -> bool {
    matches!(c, '\u{ff61}'..='\u{ff9f}')
        || is_big5_as_gbk(c)
        || [&UTF8_AS_GBK, &GBK_AS_BIG5, &UTF8_AS_BIG5].iter().any(|them| them.has(c))
}

fn read_again(piece: &str) -> Vec<Mojibake> {
    let mut found = vec![];
    if piece.contains(|c| UTF8_AS_GBK.has(c)) {
        found.extend(unicode(piece, GBK));
    }
    if piece.contains(|c| matches!(c, '\u{ff61}'..='\u{ff9f}')) {
        found.extend(unicode(piece, SHIFT_JIS));
    }
    if piece.contains(|c| GBK_AS_BIG5.has(c)) {
        found.extend(doubles(piece, BIG5, GBK));
    }
    if piece.contains(is_big5_as_gbk) {
        found.extend(doubles(piece, GBK, BIG5));
    }
    found.extend(utf8_as_big5(piece));
    found
}

/// Characters that common Chinese becomes when its UTF-8 is read as GBK, and that nobody writes.
static UTF8_AS_GBK: CharSet = CharSet::of("锛銆鐨涓鏄鍦浠绗鎴");

/// What the comma, the full stop, 我, 在, 一, 是, 了, 有 and 这 of GBK become in Big5.
static GBK_AS_BIG5: CharSet = CharSet::of("ㄛ﹝扂婓珨岆賸衄涴");

/// Whether a common character of Big5 becomes this one in GBK: kana, Cyrillic, private use, 琌.
fn is_big5_as_gbk(c: char) -> bool {
    matches!(c, '琌' | '\u{3041}'..='\u{30f6}' | '\u{410}'..='\u{44f}' | '\u{e000}'..='\u{f8ff}')
}

/// UTF-8 that was read as an encoding of two bytes a character: 浣犲ソ for 你好.
fn unicode(piece: &str, read: &'static Encoding) -> Vec<Mojibake> {
    let (bytes, edges) = encoded(piece, read);
    let mut found = vec![];
    let mut nth = 0;
    while nth + 1 < edges.len() {
        let (from, start) = edges[nth];
        let right = valid(&bytes[from..]);
        let ends = edges[nth + 1..].iter().take_while(|edge| edge.0 - from <= right.len());
        let ends: Vec<_> = ends.filter(|edge| right.is_char_boundary(edge.0 - from)).collect();
        let Some(&&(to, end)) = ends.last() else {
            nth += 1;
            continue;
        };
        let right = &right[..to - from];
        let passed = edges[nth..].partition_point(|edge| edge.0 < to);
        if evidence(right).0 > 2 && is_mostly_common(right, 3) {
            let whole = start == 0 && end == piece.len();
            found.push(Mojibake { whole, ..Mojibake::known(start..end, right.into()) });
            nth += passed;
        } else {
            // Half of what was read in vain is passed over, so that the time stays linear.
            nth += (passed / 2).max(1);
        }
    }
    found
}

/// The bytes of a text in an encoding, and for each edge of a character its place there and in the
/// text. What the encoding lacks becomes a byte that UTF-8 has not.
fn encoded(piece: &str, read: &'static Encoding) -> (Vec<u8>, Vec<(usize, usize)>) {
    let (mut bytes, mut edges) = (vec![], vec![(0, 0)]);
    for (at, c) in piece.char_indices() {
        let mut small = [0; 4];
        match read.encode(c.encode_utf8(&mut small)) {
            (_, _, true) => bytes.push(0xff),
            (encoded, _, _) => bytes.extend_from_slice(&encoded),
        }
        edges.push((bytes.len(), at + c.len_utf8()));
    }
    (bytes, edges)
}

/// The UTF-8 that bytes begin with.
fn valid(bytes: &[u8]) -> &str {
    bytes.utf8_chunks().next().map_or("", |chunk| chunk.valid())
}

/// A character, where it stands, and what it is in the other encoding.
struct Twofold {
    at: Range<usize>,
    read: char,
    right: Option<char>,
}

impl Twofold {
    /// Whether it speaks for the other encoding (1) or against it (-1).
    fn weight(&self) -> i32 {
        let right = self.right.is_some_and(is_common);
        i32::from(right) - i32::from(is_common(self.read))
    }
}

/// GBK that was read as Big5, or Big5 as GBK: each character became another one.
fn doubles(piece: &str, read: &'static Encoding, written: &'static Encoding) -> Vec<Mojibake> {
    let twofold = |(at, c): (usize, char)| {
        let mut small = [0; 4];
        let (bytes, _, lost) = read.encode(c.encode_utf8(&mut small));
        let right = if lost { None } else { one_char(&bytes, written) };
        Twofold { at: at..at + c.len_utf8(), read: c, right }
    };
    let all: Vec<Twofold> = piece.char_indices().map(twofold).collect();
    let mut found = vec![];
    let mut nth = 0;
    while nth < all.len() {
        let length = heaviest(&all[nth..]);
        if is_telling(&all[nth..nth + length]) {
            let (from, to) = widened(&all, nth..nth + length);
            let right = all[from..to].iter().filter_map(|it| it.right).collect();
            let whole = from == 0 && to == all.len();
            let at = all[from].at.start..all[to - 1].at.end;
            found.push(Mojibake { whole, ..Mojibake::known(at, right) });
        }
        nth += length.max(1);
    }
    found
}

/// The length of the beginning that speaks most for the other encoding; it ends where two
/// characters in a row, all in all, speak against it.
fn heaviest(all: &[Twofold]) -> usize {
    let (mut sum, mut best, mut length) = (0, 0, 0);
    for (nth, it) in all.iter().enumerate().take_while(|(_, it)| it.right.is_some()) {
        sum += it.weight();
        if sum > best {
            (best, length) = (sum, nth + 1);
        } else if sum <= 0 || sum < best - 1 {
            break;
        }
    }
    length
}

/// Whether three characters speak for the other encoding, two of five at least, and the stretch
/// is not Japanese.
fn is_telling(stretch: &[Twofold]) -> bool {
    let weight: i32 = stretch.iter().map(Twofold::weight).sum();
    let is_kana = |it: &&Twofold| matches!(it.read, '\u{3041}'..='\u{30f6}');
    let kana = stretch.iter().filter(is_kana).count();
    let weight = usize::try_from(weight).unwrap_or_default();
    weight >= 3 && weight * 5 >= stretch.len() * 2 && kana * 2 <= stretch.len()
}

/// The stretch, up to the edges of the piece if nothing there speaks against it.
fn widened(all: &[Twofold], stretch: Range<usize>) -> (usize, usize) {
    let fits = |it: &Twofold| it.right.is_some() && it.weight() >= 0;
    let from = if all[..stretch.start].iter().all(fits) { 0 } else { stretch.start };
    let to = if all[stretch.end..].iter().all(fits) { all.len() } else { stretch.end };
    (from, to)
}

/// What the first bytes of common Chinese in UTF-8 become in Big5, and that nobody writes much.
/// Every other character is lost there.
static UTF8_AS_BIG5: CharSet = CharSet::of("銝嚗銁鈭隞糓餈憭撠賑摰雿霂銋敺霈撟嗘蝏甇憟睲諹");

fn utf8_as_big5(piece: &str) -> Option<Mojibake> {
    let is_mark = |c: char| UTF8_AS_BIG5.has(c);
    let marks = piece.chars().filter(|c| is_mark(*c)).count();
    if marks == 0 {
        return None;
    }
    let enough = marks >= 3 && marks * 12 >= piece.chars().count();
    let is_part = |c: char| c == '\u{fffd}' || is_mark(c);
    let last = piece.rfind(is_part)?;
    let end = last + piece[last..].chars().next().map_or(0, char::len_utf8);
    enough.then(|| Mojibake::lost(piece.find(is_part).unwrap_or(last)..end))
}
