use crate::checks::example::{bad, good};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Category, Confidence, Findings, Severity, say};
use crate::numbers::Fault;

pub(super) const CHECK: Check = Check {
    id: "date-mismatch",
    category: Category::Accuracy,
    mqm: "accuracy/mistranslation/date-time",
    its: "numbers",
    severity: Severity::Major,
    confidence: Confidence::Medium,
    finds: say(
        "A month, a day, a weekday, a time or a decade that is not the one of the source.",
        "月、日、星期、时间或年代与原文不同。",
    ),
    why: say("People come on the wrong day.", "读者会记错日期，误了时间。"),
    examples: &[
        bad("會議改到⟦星期四⟧舉行。").source("The meeting has been moved to Tuesday."),
        bad("申请截止日期是⟦6月⟧30日。").source("Applications close on July 30."),
        bad("博物館下午⟦四點⟧閉館。").source("The museum closes at 5 p.m."),
        bad("她在上世纪⟦80年代⟧出道。").source("She made her debut in the 1970s."),
        bad("餐厅上午⟦九点⟧打烊。").source("The restaurant closes at 9 p.m."),
        good("會議改到週二下午三點半舉行。")
            .source("The meeting has been moved to Tuesday, 3:30 p.m."),
        good("申请截止日期是2025年7月30日15时。")
            .source("Applications close on July 30, 2025, at 3 pm."),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    let message = say(
        "The source says “{0}”, the translation “{1}”: look up the date or the time.",
        "原文是“{0}”，译文是“{1}”，应核对日期或时间。",
    );
    pair.report_wrong(Fault::Date, |it| message.with(it), out);
}
