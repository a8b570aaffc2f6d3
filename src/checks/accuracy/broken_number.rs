use crate::characters::Sign;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Category, Confidence, Findings, Severity, say};
use crate::numbers::broken_numbers;

pub(super) const CHECK: Check = Check {
    id: "broken-number",
    category: Category::Accuracy,
    mqm: "accuracy/mistranslation/number",
    its: "numbers",
    severity: Severity::Major,
    finds: say(
        "A number with a Chinese full stop, a full-width comma or a space inside.",
        "数字中间出现中文句号、全角逗号或空格。",
    ),
    why: say("Readers and programs take it for two numbers.", "读者和程序会把它当成两个数。"),
    examples: &[
        bad("他等了⟦3。5⟧小時。").fixed("他等了3.5小時。"),
        bad("成绩提高了⟦2 . 4⟧分。").fixed("成绩提高了2.4分。"),
        bad("全年共售出⟦24，000⟧台。").fixed("全年共售出24,000台。"),
        bad("全年共售出⟦24, 000⟧台。").fixed("全年共售出24,000台。"),
        bad("上漲了⟦2. 4%⟧。").fixed("上漲了2.4%。"),
        bad("觀眾約⟦1，250⟧人。"),
        good("第3。5月再議。得分是 100，200，300，選 1，2，3。"),
        good("房间101，102；2020年，300人参加；3.14、1,000。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    if !target.signs().has(Sign::Digit) {
        return;
    }
    for it in broken_numbers(target.landmarks()) {
        let number = &target.text()[it.span.range()];
        let message =
            say("“{0}” is one number in pieces: write {1}.", "“{0}”是一个被拆开的数，应写作{1}。");
        let report = out.report(it.span, message.with(&[number, &it.right]));
        // A space after a comma misleads less than a mark that divides sentences.
        let spaced = number.is_ascii() && number.contains(',');
        let severity = if spaced { Severity::Minor } else { Severity::Major };
        let report = report.severity(severity);
        if it.certain {
            report.mend(it.right);
        } else {
            report.confidence(Confidence::Medium).suggest(it.right);
        }
    }
}
