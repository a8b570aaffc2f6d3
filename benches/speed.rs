//! How fast a text is cut, searched for repetition and checked, beside jieba-rs cutting alone.
//!
//! `cargo bench` prints throughput in bytes of the text. The text is the example articles over
//! and over, about a megabyte; `linear` checks one, two and four of those.

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use xindaya::checks::Resources;
use xindaya::config::Rules;
use xindaya::duplication::{Candidates, Passage, echoes, joined, tandems, token_loops};
use xindaya::formats::{self, Options};
use xindaya::review::review;
use xindaya::segmenter::Segmenter;
use xindaya::text::{Document, Shadow};

const ARTICLES: [&str; 4] = [
    include_str!("../examples/clean.zh-Hans.txt"),
    include_str!("../examples/clean.zh-Hant.txt"),
    include_str!("../examples/garbled.zh-Hans.txt"),
    include_str!("../examples/garbled.zh-Hant.txt"),
];

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
    let text = text(1 << 20);
    let shadow = Shadow::of(&text);
    let mut group = c.benchmark_group("cutting");
    group.throughput(throughput(text.len()));
    let mut dictionary = Vec::new();
    for line in include_str!("../src/segmenter/dictionary.txt").lines() {
        dictionary.extend(line.bytes().chain(*b"\n"));
    }
    let jieba = jieba_rs::Jieba::with_dict(&mut dictionary.as_slice()).expect("the dictionary");
    group.bench_function("jieba-rs alone", |b| {
        b.iter(|| jieba.cut(black_box(shadow.text()), false));
    });
    let segmenter = Segmenter::default();
    group.bench_function("segmenter", |b| b.iter(|| segmenter.cut(black_box(&shadow))));
    group.bench_function("shadow", |b| b.iter(|| Shadow::of(black_box(&text))));
    group.finish();
}

fn duplication(c: &mut Criterion) {
    let text = text(1 << 20);
    let (shadow, with) = (Shadow::of(&text), Resources::default());
    let words = with.segmenter.cut(&shadow);
    let passage = Passage { shadow: &shadow, words: &words, segmenter: &with.segmenter };
    let mut group = c.benchmark_group("duplication");
    group.throughput(throughput(text.len()));
    group.bench_function("runs", |b| b.iter(|| Candidates::of(black_box(&shadow))));
    let found = Candidates::of(&shadow);
    group.bench_function("tandems", |b| b.iter(|| tandems(black_box(&found), &passage)));
    group.bench_function("token loops", |b| b.iter(|| token_loops(black_box(&text), with.lexicon)));
    group.bench_function("echoes", |b| b.iter(|| echoes(black_box(&shadow))));
    group.bench_function("joined", |b| b.iter(|| joined(black_box(&passage))));
    group.finish();
}

fn whole_check(c: &mut Criterion) {
    let (with, rules) = (Resources::default(), Rules::default());
    let mut group = c.benchmark_group("whole check");
    group.sample_size(10);
    for megabytes in [1, 2, 4] {
        let text = text(megabytes << 20);
        let document = document(&text);
        group.throughput(throughput(text.len()));
        let id = BenchmarkId::new("linear", megabytes);
        group.bench_with_input(id, &document, |b, it| b.iter(|| review(it, &with, &rules)));
    }
    let article = document(ARTICLES[3]);
    group.throughput(throughput(ARTICLES[3].len()));
    group.bench_function("article", |b| b.iter(|| review(black_box(&article), &with, &rules)));
    group.bench_function("article, cold", |b| {
        b.iter(|| review(black_box(&article), &Resources::default(), &rules));
    });
    group.finish();
}

criterion_group!(benches, cutting, duplication, whole_check);
criterion_main!(benches);
