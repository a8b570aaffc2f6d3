use crate::characters::{Sign, Unseen, invisible};
use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Findings, Severity, say};

pub(super) const CHECK: Check = Check {
    id: "invisible-character",
    mqm: "linguistic-conventions/character-encoding",
    its: "characters",
    severity: Severity::Minor,
    finds: say(
        "A character that nobody sees: without width, turning the direction, or a control character.",
        "看不见的字符：零宽字符、方向控制符或控制字符。",
    ),
    why: say(
        "Searching, sorting and line breaks go wrong, and a turned direction deceives readers; joiners in emoji and in scripts that need them are left alone.",
        "会使检索、排序和换行出错，方向控制符还会误导读者；表情符号和需要连接符的文字不报告。",
    ),
    examples: &[
        bad("這是⟦\u{200b}⟧測試。").fixed("這是測試。"),
        bad("简体⟦\u{feff}\u{ad}⟧中文。").fixed("简体中文。"),
        bad("檔名是⟦\u{202e}⟧gpj.exe。").fixed("檔名是gpj.exe。"),
        bad("第一行⟦\u{8}⟧。").fixed("第一行。"),
        good("一家人👨\u{200d}👩\u{200d}👧\t和波斯語می\u{200c}خواهم。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    if !target.signs().has(Sign::Strange) {
        return;
    }
    for it in invisible(target.text()) {
        let code = format!("U+{:04X}", u32::from(it.first));
        let message = say(
            "An invisible character ({0}) stands here and does nothing good: take it out.",
            "这里有一个看不见的字符（{0}），应删去。",
        );
        let severity =
            if it.unseen == Unseen::Direction { Severity::Major } else { Severity::Minor };
        out.report(it.span, message.with(&[&code])).severity(severity).mend("");
    }
}
