use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Confidence, Findings, say};

pub(super) const CHECK: Check = Check {
    id: "echoed-phrase",
    mqm: "linguistic-conventions/duplication",
    its: "duplication",
    confidence: Confidence::Medium,
    finds: say(
        "A phrase that comes back after a few characters, as if the sentence had started again.",
        "短语隔几个字又出现，仿佛句子重新起了头。",
    ),
    why: say(
        "A copy that runs over a stop, a very long one, or a possession named twice in a clause \
         is what an engine leaves that lost its place; a short noun said again is good Chinese.",
        "跨越标点的副本、很长的副本、一个分句内重复的“他的某物”，都是引擎迷失位置的痕迹；短名词再次出现则属正常。",
    ),
    examples: &[
        bad("這是公司最好的招募工具：近乎無限的⟦招募工具：近乎⟧有限的預算。"),
        bad("公司擴大預算：幾乎沒有限制的⟦預算：幾乎沒有⟧上限。"),
        bad("她在她的博客上批评⟦她的博客⟧。"),
        bad("把集團多年積累的海外資金轉向投入了新廠，⟦把集團多年積累的海外資金轉向⟧了新廠。"),
        good("他的父亲和他的父亲的朋友都来了。"),
        good("我來自愛沙尼亞，是愛沙尼亞國防軍的軍人。"),
        good("两名少年被控严重伤害罪，另外3名少年被控严重伤害罪。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    for echo in target.echoes() {
        let first = target.shadow().span(echo.first.clone());
        if !target.loops_at(&echo.second) && !target.licenses(2, first) {
            let message = say(
                "“{0}” was said just before; the sentence seems to have started again. Write what \
                 the source says.",
                "“{0}”刚刚出现过，句子似乎重新起了头，应按原文重写。",
            );
            let said = &target.text()[first.range()];
            out.report(target.shadow().span(echo.second.clone()), message.with(&[said]))
                .related(first);
        }
    }
}
