use crate::checks::example::{bad, good};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Category, Findings, Severity, say};
use crate::numbers::Fault;

pub(super) const CHECK: Check = Check {
    id: "magnitude-slip",
    category: Category::Accuracy,
    mqm: "accuracy/mistranslation/number",
    its: "numbers",
    severity: Severity::Critical,
    finds: say(
        "A number that is ten, a hundred or ten thousand times too great or too small.",
        "数字差了十倍、百倍或万倍。",
    ),
    why: say(
        "Million, billion and 万, 亿 count differently, and a zero is quickly lost.",
        "million、billion 与万、亿的进位不同，换算时容易多一位或少一位。",
    ),
    examples: &[
        bad("這家公司去年的營收是⟦1.5億⟧美元。")
            .source("The company's revenue was $1.5 billion last year.")
            .fixed("這家公司去年的營收是15億美元。"),
        bad("约有⟦2300万⟧人受影响。")
            .source("About 2.3 million people were affected.")
            .fixed("约有230万人受影响。"),
        bad("展覽吸引了⟦一千萬⟧名觀眾。").source("The exhibition drew one million visitors."),
        good("這家公司去年的營收是15億美元。")
            .source("The company's revenue was $1.5 billion last year."),
        good("约有二百三十万人受影响，损失1万元。")
            .source("About 2.3 million people were affected, at a cost of 10k."),
        good("房價漲了三成，每坪五十萬元。").source("Prices rose 30% to NT$500,000 per ping."),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    let message = say(
        "“{0}” is {2}, but “{1}” is {3}: a power of ten was lost or added.",
        "“{0}”是{2}，而“{1}”是{3}，数位有增漏。",
    );
    pair.report_wrong(Fault::Magnitude, |it| message.with(it), out);
}
