use crate::checks::example::{bad, good};
use crate::checks::same::has_same_words;
use crate::checks::{Check, Manuscript, Param, Resources, Run, Unit};
use crate::finding::{Findings, say};
use crate::text::{Kind, chars};
use rustc_hash::{FxBuildHasher, FxHashMap};

pub(super) const CHECK: Check = Check {
    id: "repeated-paragraph",
    mqm: "linguistic-conventions/duplication",
    its: "duplication",
    finds: say(
        "A paragraph that stands in the document before, word for word.",
        "文档中前面已有一字不差的同一段落。",
    ),
    why: say(
        "An engine or a script that loses its place writes a paragraph twice, and the text that \
         belongs there is missing.",
        "引擎或脚本迷失位置时会把一段写两遍，而该处原有的内容就丢了。",
    ),
    params: &[LEAST],
    examples: &[
        bad(
            "工程師說，新的測試將在下週三開始進行。\n他沒有透露細節。\n⟦工程師說，新的測試將在下週三開始進行。⟧",
        ),
        bad("这家公司拒绝就此事发表任何评论。\n⟦这家公司拒绝就此事发表任何评论。⟧").source(
            "The company declined to comment on the matter.\nIts shares fell by four per cent.",
        ),
        good("这家公司拒绝就此事发表任何评论。\n这家公司拒绝就此事发表任何评论。")
            .source("The company declined to comment.\nThe company declined to comment."),
        good("--------------------\n他走了。\n--------------------"),
        good("啦啦啦，下雨了。\n啦啦啦，下雨了。"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

const LEAST: Param = Param {
    key: "repeated-paragraph.min-characters",
    default: 12,
    means: say(
        "Paragraphs with fewer characters may repeat, as lines of a song do.",
        "字数少于此值的段落可以重复，例如歌词。",
    ),
};

fn run(units: &Manuscript, with: &Resources, out: &mut Findings) {
    let least = with.param(LEAST) as usize;
    let mut first: FxHashMap<&str, &Unit> =
        FxHashMap::with_capacity_and_hasher(units.len(), FxBuildHasher);
    // Programs say the same in many places, and so do people in films.
    let is_text = |unit: &&Unit| !matches!(unit.kind, Kind::Message | Kind::Cue);
    for unit in units.iter().filter(is_text) {
        let target = unit.target.text().trim();
        if (unit.target.size().han as usize) < least && said(target, least) < least {
            continue;
        }
        let earlier = *first.entry(target).or_insert(unit);
        if earlier.place != unit.place && !is_licensed(unit, earlier) {
            let message = say(
                "This repeats paragraph {0} word for word; write what belongs here.",
                "这里与第{0}段一字不差，应改为此处应有的内容。",
            );
            let number = (earlier.place.paragraph + 1).to_string();
            out.at(unit.place)
                .report(0..unit.target.text().len(), message.with(&[&number]))
                .related_at(earlier.place, 0..earlier.target.text().len());
        }
    }
}

/// Whether the sources of two units say the same.
fn is_licensed(unit: &Unit, earlier: &Unit) -> bool {
    let sources = unit.target.source().zip(earlier.target.source());
    sources.is_some_and(|(one, other)| has_same_words(one, other))
}

/// The letters and digits of a text, of which no more than `most` are counted.
fn said(text: &str, most: usize) -> usize {
    text.chars().filter(|c| chars::is_alphanumeric(*c)).take(most).count()
}
