use crate::checks::example::{bad, good};
use crate::checks::quoting::weight;
use crate::checks::{Check, Manuscript, Resources, Run};
use crate::finding::{Findings, Severity, say};

pub(super) const CHECK: Check = Check {
    id: "unpaired-mark",
    mqm: "linguistic-conventions/punctuation/unpaired-marks",
    its: "typographical",
    severity: Severity::Minor,
    finds: say("A quotation mark or bracket without its other half.", "引号或括号缺少另一半。"),
    why: say(
        "A reader cannot tell where the quotation or the aside ends.",
        "读者无法知道引语或插入语到哪里为止。",
    ),
    examples: &[
        bad("他說，⟦「⟧這很難，⟦「⟧這很難，「這是一座工廠。」\n沒有人反對。"),
        bad("公司⟦（⟧总部在上海（去年）裁员。人数没有公布。"),
        bad("主席說：「他很好。」⟦「⟧大家都同意，他走了。\n沒有人反對。"),
        bad("他说，⟦\"⟧这座桥很老，明年要修。\n没有人反对。"),
        bad("大门⟦（⟧河边的那一扇已上锁。").source("The gate (the one by the river) is locked."),
        good("「我走了。").source("\"I left.\""),
        good("他說，\"這座橋很老\"，明年要修。\n螢幕有 27\" 大。"),
        good("「甲『乙』丙。」（丁）"),
        good("「第一段。\n「第二段。」"),
        good("“他走到门口。\n然后停住了。”他说。"),
        good("1)苹果 2)梨 a)甲 :) 是笑脸，rock ’n’ roll。"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, _: &Resources, out: &mut Findings) {
    for &(nth, ref lone) in units.lone_marks().iter().filter(|(_, lone)| !lone.turned) {
        let message = say(
            "“{0}” has no other half; add it where the quotation or bracket ends or begins, or \
             delete the mark.",
            "“{0}”没有与之成对的另一半；请在引语或括号的另一端补上，或删去它。",
        );
        let severity = weight(lone, &units[nth], units);
        let message = message.with(&[&lone.mark.to_string()]);
        out.at(units[nth].place).report(lone.at.clone(), message).severity(severity);
    }
}
