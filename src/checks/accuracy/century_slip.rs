use crate::checks::example::{bad, good};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Category, Findings, Severity, say};
use crate::numbers::Fault;

pub(super) const CHECK: Check = Check {
    id: "century-slip",
    category: Category::Accuracy,
    mqm: "accuracy/mistranslation/date-time",
    its: "numbers",
    severity: Severity::Major,
    finds: say("A decade or a century that stands a hundred years off.", "年代或世纪差了一百年。"),
    why: say(
        "The 1990s are the nineties of the 20th century: the number of the century is one more than the year shows.",
        "1990年代是20世纪90年代，世纪数比年份的前两位大一。",
    ),
    examples: &[
        bad("這種風格流行於⟦19世紀90年代⟧。").source("The style was popular in the 1990s."),
        bad("这座教堂建于⟦18世纪⟧。").source("The church dates from the 19th century."),
        bad("工廠在⟦十八世紀二十年代⟧關閉。").source("The mill closed in the 1820s."),
        good("這種風格流行於20世紀90年代，也就是上世紀末。")
            .source("The style was popular in the 1990s."),
        good("这座教堂建于19世纪，1893年重修。")
            .source("The church dates from the 1800s and was rebuilt in 1893."),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    let message = say("“{0}” became “{1}”, a hundred years off.", "“{0}”译成了“{1}”，差了一百年。");
    pair.report_wrong(Fault::Century, |it| message.with(it), out);
}
