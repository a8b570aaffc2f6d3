use crate::checks::example::{bad, good};
use crate::checks::length::{Gap, gap};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Category, Confidence, Findings, Severity, say};

pub(super) const CHECK: Check = Check {
    id: "missing-sentence",
    category: Category::Accuracy,
    mqm: "accuracy/omission",
    its: "omission",
    severity: Severity::Major,
    confidence: Confidence::Medium,
    finds: say(
        "A sentence of the source that was left out: there are fewer, and too little text.",
        "漏译了原文的句子：译文句数更少，篇幅也不足。",
    ),
    why: say(
        "Machines skip whole sentences, and what is left reads well.",
        "机器翻译会跳过整句，剩下的部分读起来却毫无破绽。",
    ),
    examples: &[
        bad("⟦火车晚点了两个小时。⟧")
            .source("The train was two hours late. Nobody told the passengers what had happened or when they would arrive."),
        bad("村裡只有一間學校。⟦老師每週來三天。⟧").source(
            "The village has only one school. The teacher comes three days a week. For the rest of the week the older children look after the younger ones and teach them to read.",
        ),
        good("火车晚点了两个小时，没有人告诉乘客出了什么事，也没有人说何时到达。")
            .source("The train was two hours late. Nobody told the passengers what had happened or when they would arrive."),
        good("村裡只有一間學校，老師每週來三天。其他日子由年長的孩子照顧年幼的，教他們認字。").source(
            "The village has only one school. The teacher comes three days a week. For the rest of the week the older children look after the younger ones and teach them to read.",
        ),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    let Some(Gap::Sentences { missing, first, beside }) = gap(pair) else { return };
    let message = say(
        "The translation has fewer sentences than its source and is too short ({0} fewer): translate what is missing, probably from “{1}” on.",
        "译文的句子比原文少{0}句，篇幅也过短：请补译漏掉的内容，可能从“{1}”开始。",
    );
    let lost = pair.quoted(first);
    out.report(beside.trimmed(pair.target.text()), message.with(&[&missing.to_string(), &lost]));
}
