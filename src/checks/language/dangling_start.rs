use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Findings, say};
use crate::fluency::leading;

pub(super) const CHECK: Check = Check {
    id: "dangling-start",
    mqm: "linguistic-conventions/punctuation",
    its: "grammar",
    finds: say(
        "A paragraph that starts with a comma, a stop or a closing mark.",
        "段落以逗号、句号等点号或后括号开头。",
    ),
    why: say(
        "No Chinese text begins with such a mark: the head of the sentence was lost.",
        "中文段落不会以这类标点开头：句首的内容丢失了。",
    ),
    examples: &[
        bad("⟦，⟧這場比賽最後改到週日舉行。"),
        bad("⟦,⟧它还没有公布价格。"),
        bad("⟦。⟧ 他们随后离开了会场。"),
        bad("⟦」⟧他說完就走了。"),
        bad("⟦）、⟧第三章讨论气候。"),
        good("「好。」他說完就走了。"),
        good("……他没有回答。"),
        good("，"),
        good("!important 是样式表的一个标记；:) 是笑脸。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    // Most texts begin with a Chinese character.
    if target.landmarks().first().is_none_or(|it| it.start() > 0) {
        return;
    }
    if let Some(marks) = leading(target.text())
        && target.source().is_none_or(|source| leading(source).is_none())
    {
        let message = say(
            "The paragraph starts with “{0}”: what stood before it was lost. Write the beginning \
             of the sentence again after the source.",
            "段落以“{0}”开头，前面的内容丢失了；请对照原文补全句首。",
        );
        out.report(marks.clone(), message.with(&[&target.text()[marks]]));
    }
}
