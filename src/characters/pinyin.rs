use crate::text::{CharSet, Span, chars};
use regex::Regex;
use std::sync::LazyLock;

/// Pinyin with marks of tone, or with numbers of tone, right after a Chinese character, in
/// brackets or bare.
static PINYIN: LazyLock<Regex> = LazyLock::new(|| {
    let marked = "[a-zü]*[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-zü]*";
    let numbered = "[a-zü]{1,6}[1-5]";
    let word = format!("(?i:{marked}|{numbered})");
    let run = format!("{word}(?:[ '’]?{word})*");
    Regex::new(&format!("[(（\\[]\\s?{run}\\s?[)）\\]]|{run}")).expect("the pattern is fixed")
});

/// The readings that were put after Chinese characters, where there are two at least: one alone
/// helps with a rare character.
pub fn injected_pinyin(text: &str) -> Vec<Span> {
    let numbered = |head: &str| head.ends_with(['1', '2', '3', '4', '5']);
    if !text.contains(is_toned) && !text.split([')', '）']).any(numbered) {
        return vec![];
    }
    let after_han = |it: &regex::Match| text[..it.start()].ends_with(chars::is_han);
    let found: Vec<Span> = PINYIN
        .find_iter(text)
        .filter(|it| after_han(it) && is_reading(it.as_str()))
        .map(|it| it.range().into())
        .collect();
    let told = ["拼音", "读音", "讀音", "发音", "發音", "声调", "聲調", "注音", "念作", "读作"];
    let meant = found.len() < 2 || told.iter().any(|word| text.contains(word));
    if meant { vec![] } else { found }
}

fn is_toned(c: char) -> bool {
    TONED.has(c)
}

static TONED: CharSet = CharSet::of("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ");

/// Whether a match has tones on more than a syllable, or is in brackets: `é` alone is French, and
/// `mp3` a format.
fn is_reading(word: &str) -> bool {
    let tones = word.chars().filter(|c| is_toned(*c)).count();
    let bracketed = word.starts_with(['(', '（', '[']);
    let numbered = word.chars().filter(char::is_ascii_digit).count();
    tones > 1 || bracketed && (tones == 1 || numbered > 1)
}
