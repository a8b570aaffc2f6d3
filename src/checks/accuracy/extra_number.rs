use crate::checks::example::{bad, good};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Category, Confidence, Findings, Severity, say};
use crate::numbers::Fault;

pub(super) const CHECK: Check = Check {
    id: "extra-number",
    category: Category::Accuracy,
    mqm: "accuracy/addition",
    its: "addition",
    severity: Severity::Minor,
    confidence: Confidence::Medium,
    finds: say("A number that the source does not have.", "译文多出了原文没有的数字。"),
    why: say(
        "It was made up, or slipped in from elsewhere.",
        "这个数字是凭空加上的，或是从别处混进来的。",
    ),
    examples: &[
        bad("這家店有⟦35⟧種口味的冰淇淋。").source("The shop has many flavours of ice cream."),
        bad("他们每个月读⟦12⟧本书。").source("They read every month."),
        good("這家店有好幾十種口味的冰淇淋。")
            .source("The shop has dozens of flavours of ice cream."),
        good("他每天跑步，千万别拦他，万一下雨（约15分钟）也照跑。")
            .source("He runs every day; do not stop him, even if it rains."),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    for span in pair.faults(Fault::Extra).filter_map(|it| Some(it.target.as_ref()?.span)) {
        let number = &pair.target.text()[span.range()];
        let message = say("The source does not have “{0}”.", "原文没有“{0}”这个数字。");
        out.report(span, message.with(&[number]));
    }
}
