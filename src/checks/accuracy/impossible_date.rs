use crate::characters::Sign;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Category, Findings, Severity, say};
use crate::numbers::impossible_dates;

pub(super) const CHECK: Check = Check {
    id: "impossible-date",
    category: Category::Accuracy,
    mqm: "accuracy/mistranslation/date-time",
    its: "numbers",
    severity: Severity::Major,
    finds: say(
        "A date or a time that no calendar and no clock has.",
        "日历和钟表上不存在的日期或时间。",
    ),
    why: say(
        "A digit was lost or added, or day and month were exchanged.",
        "数字有增漏，或月和日互换了。",
    ),
    examples: &[
        bad("會議訂於⟦2月30日⟧舉行。"),
        bad("合同于2021年⟦14月⟧到期。"),
        bad("他⟦25月3日⟧出发。"),
        bad("末班車在⟦26:80⟧發車。"),
        bad("列車⟦下午3:75⟧到站。"),
        good("歷時13個月，2月29日，24:00 結束，比分 102:98。"),
        good("主隊在27:37時扳平，晚上11點59分，年1月，第13月。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    if !target.signs().has(Sign::Digit) {
        return;
    }
    for span in impossible_dates(target.landmarks()) {
        let date = &target.text()[span.range()];
        let message = say(
            "There is no “{0}”: look up the date or the time in the source.",
            "“{0}”不存在，应对照原文改正日期或时间。",
        );
        out.report(span, message.with(&[date]));
    }
}
