use crate::characters::Sign;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Findings, Severity, say};
use crate::text::marks;

pub(super) const CHECK: Check = Check {
    id: "runaway-mark",
    mqm: "linguistic-conventions/duplication",
    its: "duplication",
    severity: Severity::Critical,
    finds: say(
        "A punctuation mark that is written again and again.",
        "同一个标点符号连续重复很多次。",
    ),
    why: say(
        "An engine caught in a loop writes one mark until its text is full; rules, dotted lines \
         and cries are left alone.",
        "引擎陷入循环时会不停地写同一个标点；分隔线、点线和感叹不报告。",
    ),
    examples: &[
        bad("他說他會再來⟦’’’’’’’’’’’’⟧"),
        bad("这就是地球的大小⟦--------------------⟧"),
        bad("阻止我们⟦//////////////⟧"),
        good("------------------"),
        good("---------------- 目录 ----------------"),
        good("太好了！！！！！！！！真的嗎？？？？？？？？我不知道…………………………"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    if !target.signs().has(Sign::Twin) {
        return;
    }
    for run in marks::runaway(target.landmarks()) {
        let said = &target.text()[run.clone()];
        let mark = said.chars().next().map(String::from).unwrap_or_default();
        if target.source().is_some_and(|source| source.contains(&mark.repeat(4))) {
            continue;
        }
        let message = say(
            "“{0}” is written {1} times in a row: the engine was caught in a loop. Write what the \
             source says.",
            "“{0}”连续出现{1}次：引擎陷入了循环，应按原文重写。",
        );
        out.report(run, message.with(&[&mark, &said.chars().count().to_string()]));
    }
}
