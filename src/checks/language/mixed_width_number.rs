use crate::characters::Sign;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Category, Findings, Severity, say};
use crate::numbers::mixed_widths;

pub(super) const CHECK: Check = Check {
    id: "mixed-width-number",
    category: Category::Language,
    mqm: "linguistic-conventions/character-encoding",
    its: "numbers",
    severity: Severity::Minor,
    finds: say(
        "A number whose digits are partly full-width and partly half-width.",
        "同一个数里全角数字与半角数字混用。",
    ),
    why: say(
        "It looks uneven, and programs that search or count do not read it.",
        "看起来参差不齐，检索和统计的程序也读不出来。",
    ),
    examples: &[
        bad("共有⟦1２⟧個國家參加。").fixed("共有12個國家參加。"),
        bad("计划到⟦20３０⟧年完成。").fixed("计划到2030年完成。"),
        good("共有１２個國家、30人參加。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    if !target.signs().has(Sign::WideDigit) {
        return;
    }
    for (span, right) in mixed_widths(target.text()) {
        let number = &target.text()[span.range()];
        let message = say(
            "“{0}” mixes full-width and half-width digits: write {1}.",
            "“{0}”混用了全角和半角数字，应写作{1}。",
        );
        out.report(span, message.with(&[number, &right])).mend(right);
    }
}
