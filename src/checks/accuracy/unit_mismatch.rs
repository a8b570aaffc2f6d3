use crate::checks::example::{bad, good};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Category, Findings, Severity, say};
use crate::numbers::Fault;

pub(super) const CHECK: Check = Check {
    id: "unit-mismatch",
    category: Category::Accuracy,
    mqm: "accuracy/mistranslation/number",
    its: "numbers",
    severity: Severity::Major,
    finds: say(
        "The number of the source with another unit or currency.",
        "数字与原文相同，单位或货币却不同。",
    ),
    why: say(
        "Five miles are not five kilometres: convert the number, or keep the unit.",
        "五英里不是五公里：要么换算数字，要么保留单位。",
    ),
    examples: &[
        bad("跑道長⟦5⟧公里。").source("The track is 5 miles long."),
        bad("罚款最高⟦2500⟧美元。").source("The fine is up to £2,500."),
        bad("他背著⟦40⟧公斤的行李。").source("He carried 40 pounds of luggage."),
        good("跑道長8公里，也就是5英里。").source("The track is 5 miles long."),
        good("罚款最高2500英镑，押金500元。").source("The fine is up to £2,500, the deposit $500."),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    let message = say(
        "The source counts “{0}” in another unit than the translation does: convert the number, or keep the unit.",
        "“{0}”在原文和译文中的单位不同：应换算数字，或保留单位。",
    );
    pair.report_wrong(Fault::Unit, |it| message.with(it), out);
}
