use crate::characters::Sign;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Category, Confidence, Findings, Severity, say};
use crate::typography::strokes;

pub(super) const CHECK: Check = Check {
    id: "ellipsis-and-dash",
    category: Category::Locale,
    mqm: "locale-conventions/locale-specific-punctuation",
    its: "typographical",
    severity: Severity::Minor,
    systematic: true,
    finds: say(
        "An ellipsis or a dash that is not written the Chinese way.",
        "省略号或破折号没有按中文的写法。",
    ),
    why: say(
        "Chinese writes the ellipsis with six dots (……) and the dash two characters wide (——).",
        "中文的省略号是六个点（……），破折号占两个字（——）。",
    ),
    examples: &[
        bad("他想了很久⟦...⟧還是沒說。").fixed("他想了很久……還是沒說。"),
        bad("我不知道⟦。。。⟧也许吧。").fixed("我不知道……也许吧。"),
        bad("只有一個辦法⟦--⟧等待。").fixed("只有一個辦法——等待。"),
        bad("这是公司成立以来最大的一次裁员⟦ – ⟧也是第一次波及海外员工。")
            .fixed("这是公司成立以来最大的一次裁员——也是第一次波及海外员工。"),
        good("他想了很久……還是沒說——也不會說。"),
        good("北京—上海的列车，2010—2020年，用 --help 查看，a...b。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    if !target.signs().has(Sign::Twin) && !target.signs().has(Sign::Stroke) {
        return;
    }
    for stroke in strokes(target.landmarks()) {
        let written = target.text()[stroke.range.clone()].trim();
        let message = say("Chinese writes “{1}” for “{0}”.", "“{0}”在中文里应写成“{1}”。");
        let found = out.report(stroke.range.clone(), message.with(&[written, stroke.right]));
        let found = if stroke.certain { found } else { found.confidence(Confidence::Medium) };
        found.suggest(stroke.right);
    }
}
