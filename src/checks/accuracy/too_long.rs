use crate::checks::example::{bad, good};
use crate::checks::length::{Gap, gap};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Category, Confidence, Findings, Severity, say};

pub(super) const CHECK: Check = Check {
    id: "too-long",
    category: Category::Accuracy,
    mqm: "accuracy/addition",
    its: "length",
    severity: Severity::Major,
    confidence: Confidence::Medium,
    finds: say(
        "A translation far longer than its source asks for.",
        "译文比原文应有的长度长得多。",
    ),
    why: say(
        "What is so much longer says things that the source does not, or says them again.",
        "长出这么多，不是多出了原文没有的内容，就是重复。",
    ),
    examples: &[
        bad("⟦图书馆每天早上九点开门，晚上八点关门，周末也照常开放。读者可以凭身份证办理借书证，每人最多可以借阅十本图书，借期为三十天，到期之前还可以在网上续借一次。⟧")
            .source("The library opens at nine every morning and closes at eight."),
        bad("⟦新的渡輪於五月啟用，乘客可以在碼頭購票，也可以事先在網路上訂購，票價依艙等與航程而定，兒童與年長者另有優惠，團體則需提前一週預約。⟧")
            .source("The new ferry started in May, with tickets sold at the pier."),
        good("图书馆每天早上九点开门，晚上八点关门。")
            .source("The library opens at nine every morning and closes at eight."),
        good("新的渡輪於五月啟用，船票在碼頭發售。")
            .source("The new ferry started in May, with tickets sold at the pier."),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    let Some(Gap::Long(gravely)) = gap(pair) else { return };
    let message = say(
        "The translation is far longer than its source: delete what the source does not say.",
        "译文比原文长得多，请删去原文没有的内容。",
    );
    let severity = if gravely { Severity::Major } else { Severity::Minor };
    out.report(pair.written(), message.with(&[])).severity(severity);
}
