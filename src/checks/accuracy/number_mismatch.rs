use crate::checks::example::{bad, good};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Category, Findings, Severity, say};
use crate::numbers::Fault;

pub(super) const CHECK: Check = Check {
    id: "number-mismatch",
    category: Category::Accuracy,
    mqm: "accuracy/mistranslation/number",
    its: "numbers",
    severity: Severity::Major,
    finds: say("A number that is not the one of the source.", "数字与原文不同。"),
    why: say(
        "Figures are what readers take on trust, and what they act on.",
        "数字最容易被读者直接采信和引用。",
    ),
    examples: &[
        bad("这座桥长⟦436⟧米，用了三年建成。")
            .source("The bridge is 463 metres long and took three years to build."),
        bad("去年有⟦5.2万⟧人報名。")
            .source("Last year 57,000 people signed up.")
            .fixed("去年有5.7万人報名。"),
        bad("他們在一九八五年搬到臺北，當時只有⟦28⟧歲。")
            .source("They moved to Taipei in 1985, at 23."),
        good("這座橋長463公尺，用了三年建成。")
            .source("The bridge is 463 metres long and took three years to build."),
        good("去年有5.7万人报名，约占三分之二。")
            .source("Last year 57,000 people signed up, about two-thirds."),
        good("她等了十八个月，也就是一年半。").source("She waited 18 months."),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    let message = say(
        "The source says “{0}”, the translation “{1}”: write the number of the source.",
        "原文是“{0}”，译文是“{1}”，应改成原文的数字。",
    );
    pair.report_wrong(Fault::Number, |it| message.with(it), out);
}
