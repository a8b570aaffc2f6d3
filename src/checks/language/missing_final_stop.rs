use crate::checks::example::{bad, good};
use crate::checks::sequel::Close;
use crate::checks::{Check, Manuscript, Resources, Run};
use crate::finding::{Confidence, Findings, Severity, say};

pub(super) const CHECK: Check = Check {
    id: "missing-final-stop",
    mqm: "linguistic-conventions/punctuation",
    its: "typographical",
    severity: Severity::Minor,
    confidence: Confidence::Medium,
    finds: say(
        "A long paragraph without a final stop, in a document whose other paragraphs have one.",
        "文档其他段落都有句末标点，这个长段落却没有。",
    ),
    why: say(
        "The sentence may have been cut off, or its stop was dropped.",
        "句子可能被截断，也可能漏了句号。",
    ),
    examples: &[
        bad("第一季的產量比去年同期增加了一成，主要來自南部的兩座新廠。\n\
             第二季的訂單也在增加，工廠從五月起改為三班制生產。\n\
             第三季原料漲價，公司因此把毛利的預測調低了兩個百分點。\n\
             第四季預計會回升。董事會已經核准明年擴建北部廠區的計⟦畫⟧"),
        bad("今年入夏以来全市已经出现了三次大范围的强降雨天气过程。\n\
             气象台提醒市民外出时注意道路积水，并尽量避开低洼地带。\n\
             水务部门说，目前市内各大水库的水位都低于警戒线。\n\
             预计本周末还会有一次降雨过程。各区已经做好了排涝的准⟦备⟧"),
        good("今年的降雨比去年多，全市的水库都低于警戒线"),
        good("第一季增加了。\n第二季也增加了。\n产量统计表"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, _: &Resources, out: &mut Findings) {
    for close in units.closes() {
        if let Close::Bare { nth, span } = *close {
            let message = say(
                "The paragraph ends without a final stop, unlike the others; check that nothing \
                 is cut off, and add one.",
                "段落末尾没有句末标点，与其他段落不同；请核对是否被截断，并补上标点。",
            );
            out.at(units[nth].place)
                .report(span, message.with(&[]))
                .suggest(format!("{}。", &units[nth].target.text()[span.range()]));
        }
    }
}
