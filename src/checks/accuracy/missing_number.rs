use crate::checks::example::{bad, good};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Category, Confidence, Findings, Severity, say};
use crate::numbers::Fault;

pub(super) const CHECK: Check = Check {
    id: "missing-number",
    category: Category::Accuracy,
    mqm: "accuracy/omission",
    its: "omission",
    severity: Severity::Major,
    confidence: Confidence::Medium,
    finds: say(
        "A number of the source that the translation does not have.",
        "译文漏了原文的数字。",
    ),
    why: say("What is left out with a number is mostly a fact.", "漏掉的数字往往是一项事实。"),
    examples: &[
        bad("⟦這座島上有多座燈塔。⟧").source("The island has 27 lighthouses."),
        bad("他在那里工作过。⟦后来回到了家乡。⟧")
            .source("He worked there. He then returned to his home town in 1987."),
        good("客服全天候在線。").source("Support is available 24/7."),
        good("這座島上有二十七座燈塔。").source("The island has 27 lighthouses."),
        good("新冠肺炎疫情期间销量翻了一番。").source("Sales doubled during Covid-19."),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    for span in pair.faults(Fault::Missing).filter_map(|it| Some(it.source.as_ref()?.span)) {
        let message =
            say("“{0}” of the source is not in the translation.", "原文的“{0}”没有译出。");
        out.report(pair.sentence_at(span), message.with(&[&pair.source[span.range()]]));
    }
}
