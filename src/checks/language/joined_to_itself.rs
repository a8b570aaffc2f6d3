use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Confidence, Findings, say};

pub(super) const CHECK: Check = Check {
    id: "joined-to-itself",
    mqm: "linguistic-conventions/duplication",
    its: "duplication",
    confidence: Confidence::Medium,
    finds: say(
        "A phrase joined to itself by 和, 以及, 或, 的 or a list mark.",
        "短语用“和”“以及”“或”“的”或顿号与自身相连。",
    ),
    why: say(
        "Two words of the source became one in the target, or the engine said one of them twice; \
         either way something that the source says is lost.",
        "原文的两个词译成了同一个词，或引擎把其中一个说了两遍，原文的内容因此丢失。",
    ),
    examples: &[
        bad("問題包括選址和長期存在的缺陷以及⟦長期存在的缺陷⟧。"),
        bad("多数型号的⟦型号⟧都已停产。"),
        bad("公司公布了內部AI⟦內部⟧計畫。"),
        bad("学校开了绘画、⟦绘画⟧、舞蹈三门课。"),
        bad("园里种着丁香、玫瑰、⟦玫瑰⟧和百合。"),
        bad("港口和⟦港口⟧都關閉了。").source("The harbour and the railway were closed."),
        good("观众和观众分享。").source("Members of the audience share it."),
        good("她慢慢地、慢慢地靠近，悄悄和静静地离开。"),
        good("朋友的朋友就是朋友，人與人之間要互信。"),
        good("学校和学校之间、北卡罗来纳州和南卡罗来纳州。"),
        good("擔保人或擔保人的家屬；火腿、火腿腸。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    for echo in target.joined() {
        let first = target.shadow().span(echo.first.clone());
        if !target.loops_at(&echo.second) && !target.licenses(2, first) {
            let text = target.text();
            let message = say(
                "“{0}” is joined to itself by “{1}”; one of the two should say something else.",
                "“{0}”用“{1}”与自身相连，其中一个应是别的内容。",
            );
            let join = text[target.shadow().span(echo.between()).range()].trim();
            out.report(
                target.shadow().span(echo.second),
                message.with(&[&text[first.range()], join]),
            )
            .related(first);
        }
    }
}
