//! How fast a text is cut, searched for repetition and checked, beside jieba-rs cutting alone.
//!
//! `cargo bench` prints throughput in bytes of the text. One thread cuts and checks, so that the two
//! can be compared, on two kinds of text: plain prose in either script, of which no sentence comes
//! twice, which shows what a user waits for, and the good sentences of the quality tests over and
//! over, each of which was written to tempt a check, so that nearly every one of them is looked at
//! closely: the worst case of a good text. `XINDAYA_BENCH_TEXT=file` takes another text, a paragraph a line.
//! `linear` checks one, two and four megabytes with all threads, the example articles over and over.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use xindaya::checks::Resources;
use xindaya::config::Rules;
use xindaya::duplication::{Candidates, Passage, echoes, joined, tandems, token_loops};
use xindaya::formats::{self, Options};
use xindaya::review::review;
use xindaya::segmenter::Segmenter;
use xindaya::text::{Document, Landmarks, Shadow};

const ARTICLES: [&str; 4] = [
    include_str!("../examples/clean.zh-Hans.txt"),
    include_str!("../examples/clean.zh-Hant.txt"),
    include_str!("../examples/garbled.zh-Hans.txt"),
    include_str!("../examples/garbled.zh-Hant.txt"),
];

/// Sentences of our own: what the quality of the checks is measured on, the good ones.
const SENTENCES: &str = include_str!("../tests/quality/sentences.tsv");

/// Ordinary prose of our own, a paragraph a line: news, manuals, letters of business, stories, in
/// either script. No sentence of it was written to tempt a check.
const PLAIN: [(&str, &str); 2] = [
    ("plain zh-Hans", include_str!("plain.zh-Hans.txt")),
    ("plain zh-Hant", include_str!("plain.zh-Hant.txt")),
];

/// Sentences of our own in English and both scripts, with their language before them.
#[cfg(feature = "encoder")]
const ENCODED: &str = include_str!("../tests/encoder/sentences.tsv");

/// The texts that are cut and checked, with their names: prose as people write it, and good
/// sentences each of which was written to tempt a check, far more of that than any text has; or the
/// one that is asked for.
fn texts() -> Vec<(&'static str, String)> {
    if let Ok(path) = std::env::var("XINDAYA_BENCH_TEXT") {
        return vec![("given", std::fs::read_to_string(path).expect("a file of text"))];
    }
    let clean = SENTENCES.lines().filter_map(|row| {
        let mut columns = row.split('\t');
        (columns.nth(1)? == "clean").then(|| columns.nth(1)).flatten()
    });
    let lines = ARTICLES[..2].iter().flat_map(|article| article.lines());
    let bait: Vec<&str> = clean.chain(lines).filter(|it| it.ends_with('。')).collect();
    let mut texts: Vec<_> = PLAIN.map(|(name, text)| (name, text.to_owned())).into();
    texts.push(("bait", shuffled(&bait, 1 << 20)));
    texts
}

/// The pieces in ever other order, four to a paragraph, until there are so many bytes.
fn shuffled(pieces: &[&str], bytes: usize) -> String {
    let mut text = String::new();
    let divides = |step: &usize| {
        (2..=*step).any(|it| step.is_multiple_of(it) && pieces.len().is_multiple_of(it))
    };
    // A step that shares no divisor with their number visits every piece.
    for step in (1..).filter(|step| !divides(step)) {
        let order = (0..pieces.len()).map(|nth| pieces[(nth * step + step) % pieces.len()]);
        for (nth, piece) in order.enumerate() {
            text.push_str(piece);
            text.push_str(if nth % 4 == 3 { "\n" } else { "" });
        }
        if text.len() > bytes {
            break;
        }
    }
    text
}

/// The articles again and again, each time under another number so that none is a copy.
fn text(bytes: usize) -> String {
    let mut text = String::with_capacity(bytes + 4096);
    for (nth, article) in (0..).zip(ARTICLES.iter().cycle()) {
        if text.len() >= bytes {
            break;
        }
        let lines = article.lines().filter(|line| !line.trim().is_empty());
        text.extend(lines.map(|line| format!("{line}（{nth}）\n")));
    }
    text
}

fn document(text: &str) -> Document {
    let mut read = formats::read("a.txt", text.as_bytes(), &Options::default()).expect("UTF-8");
    read.next().expect("a document").expect("a text")
}

fn throughput(bytes: usize) -> Throughput {
    Throughput::Bytes(bytes.try_into().expect("is small"))
}

fn cutting(c: &mut Criterion) {
    let mut dictionary = Vec::new();
    for line in include_str!("../src/segmenter/dictionary.txt").lines() {
        dictionary.extend(line.bytes().chain(*b"\n"));
    }
    let jieba = jieba_rs::Jieba::with_dict(&mut dictionary.as_slice()).expect("the dictionary");
    let (with, rules, segmenter) = (Resources::default(), Rules::default(), Segmenter::default());
    // This thread does all: what is compared is work, not the handing of it to another one.
    let thread = rayon::ThreadPoolBuilder::new().num_threads(1).use_current_thread();
    let thread = thread.build().expect("one thread");
    let mut group = c.benchmark_group("one thread");
    for (name, text) in texts() {
        let (shadow, document) = (Shadow::of(&text), document(&text));
        group.throughput(throughput(text.len()));
        let mut bench = |what: &str, run: &mut dyn FnMut()| {
            group.bench_function(BenchmarkId::new(what, name), |b| b.iter(&mut *run));
        };
        bench("jieba-rs alone", &mut || _ = black_box(jieba.cut(shadow.text(), false)));
        bench("segmenter", &mut || _ = black_box(segmenter.cut(&shadow)));
        bench("shadow", &mut || _ = black_box(Shadow::of(black_box(&text))));
        let check = || review(black_box(&document), &with, &rules);
        bench("whole check", &mut || _ = black_box(thread.install(check)));
    }
    group.finish();
}

fn duplication(c: &mut Criterion) {
    let text = text(1 << 20);
    let (shadow, with) = (Shadow::of(&text), Resources::default());
    let marks = Landmarks::of(&text);
    let words = with.segmenter.cut(&shadow);
    let passage = Passage { shadow: &shadow, words: &words, segmenter: &with.segmenter };
    let mut group = c.benchmark_group("duplication");
    group.throughput(throughput(text.len()));
    group.bench_function("runs", |b| b.iter(|| Candidates::of(black_box(&shadow), &marks)));
    let found = Candidates::of(&shadow, &marks);
    group.bench_function("tandems", |b| b.iter(|| tandems(black_box(&found), &passage, &|| false)));
    group.bench_function("token loops", |b| {
        b.iter(|| token_loops(black_box(&marks), with.lexicon, &|_| None));
    });
    group.bench_function("echoes", |b| b.iter(|| echoes(black_box(&shadow))));
    group.bench_function("joined", |b| b.iter(|| joined(black_box(&passage), false)));
    group.finish();
}

fn whole_check(c: &mut Criterion) {
    let (with, rules) = (Resources::default(), Rules::default());
    let threads = rayon::ThreadPoolBuilder::new().build().expect("all threads");
    let review = |document: &Document, with: &Resources| {
        threads.install(|| review(black_box(document), with, &rules))
    };
    let mut group = c.benchmark_group("whole check");
    group.sample_size(10);
    for megabytes in [1, 2, 4] {
        let text = text(megabytes << 20);
        let document = document(&text);
        group.throughput(throughput(text.len()));
        let id = BenchmarkId::new("linear", megabytes);
        group.bench_with_input(id, &document, |b, it| b.iter(|| review(it, &with)));
    }
    let article = document(ARTICLES[3]);
    group.throughput(throughput(ARTICLES[3].len()));
    group.bench_function("article", |b| b.iter(|| review(&article, &with)));
    group.bench_function("article, cold", |b| b.iter(|| review(&article, &Resources::default())));
    group.finish();
}

/// Texts with their translations, as `--effort full` encodes them, on one thread. Two sentences make
/// a text about as long as a sentence of the news.
///
/// The floor: a piece takes 512 x 768 products of whole numbers for what the branches begin with and
/// 2 x (2 + 3 + 5) x 256 x 256 in their layers, a text 1.7 million more, which makes what is printed
/// for a pair. With AVX2 a core does 32 of them a cycle at most: 96,000 million a second at 3 GHz.
#[cfg(feature = "encoder")]
#[expect(clippy::print_stdout, reason = "a bench shows what it measures")]
fn encoding(c: &mut Criterion) {
    let of = |language: &str| {
        let rows = ENCODED.lines().filter_map(|row| row.strip_prefix(language)?.strip_prefix('\t'));
        let rows: Vec<&str> = rows.filter_map(|row| row.split('\t').next()).collect();
        rows.chunks(2).map(|two| two.join(" ")).collect::<Vec<_>>()
    };
    let texts: Vec<String> = of("en").into_iter().chain(of("zh-Hans")).collect();
    let encoder = xindaya::encoder::Encoder::embedded();
    let pieces = |text: &String| 2 + encoder.open(text).pieces((0..text.len()).into());
    let pieces: usize = texts.iter().map(pieces).sum();
    let products = (pieces * A_PIECE + texts.len() * A_TEXT) / (texts.len() / 2);
    println!("encoder/pairs: {} million products a pair", products / 1_000_000);
    let mut group = c.benchmark_group("encoder");
    group.throughput(Throughput::Elements(texts.len() as u64 / 2));
    group.bench_function("pairs", |b| {
        b.iter(|| texts.iter().for_each(|text| _ = black_box(encoder.encode(black_box(text)))));
    });
    group.finish();
}

/// The products of a piece, and those of a text beside its pieces.
#[cfg(feature = "encoder")]
const A_PIECE: usize = 512 * 768 + 2 * (2 + 3 + 5) * 256 * 256;
#[cfg(feature = "encoder")]
const A_TEXT: usize = 1280 * 512 + 4 * 512 * 320 + 320 * 320 + 512 * 512;

#[cfg(not(feature = "encoder"))]
fn encoding(_: &mut Criterion) {}

criterion_group!(benches, cutting, duplication, whole_check, encoding);
criterion_main!(benches);
