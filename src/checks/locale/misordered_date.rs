use crate::characters::Sign;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Category, Findings, Severity, say};
use crate::numbers::misordered_dates;

pub(super) const CHECK: Check = Check {
    id: "misordered-date",
    category: Category::Locale,
    mqm: "locale-conventions/date-format",
    its: "numbers",
    severity: Severity::Minor,
    finds: say(
        "A date whose year stands behind the day, as in English.",
        "日期沿用英语顺序，把年份放在日后面。",
    ),
    why: say("Chinese dates go from the year to the day.", "中文日期的顺序是年、月、日。"),
    examples: &[
        bad("合約於⟦3月14日，2022年⟧。").fixed("合約於2022年3月14日。"),
        bad("他生于⟦14日3月1988年⟧。").fixed("他生于1988年3月14日。"),
        bad("⟦3月1988年14日⟧起有效。").fixed("1988年3月14日起有效。"),
        bad("⟦3月14日2022年⟧，他辞职了。").fixed("2022年3月14日，他辞职了。"),
        bad("展覽於⟦2024年5月2日2024年⟧開幕。"),
        bad("条约于⟦7月3日，2025年⟧签署。").source("The treaty was signed on 3 July 2025."),
        good("截至3月14日，2022年的銷售額已超過去年。"),
        good("2021年3月14日，2022年预算通过。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    if !target.signs().has(Sign::Digit) {
        return;
    }
    for it in misordered_dates(target.landmarks(), target.source()) {
        let date = &target.text()[it.span.range()];
        let message = say(
            "“{0}” keeps the English order of a date: write {1}.",
            "“{0}”沿用了英语的日期顺序，应写作{1}。",
        );
        let report = out.report(it.span, message.with(&[date, &it.right]));
        if it.certain {
            report.mend(it.right)
        } else {
            report.suggest(it.right)
        };
    }
}
