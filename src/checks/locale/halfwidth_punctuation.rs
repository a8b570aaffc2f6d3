use crate::characters::Sign;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Category, Findings, Severity, say};
use crate::typography::halfwidth;

pub(super) const CHECK: Check = Check {
    id: "halfwidth-punctuation",
    category: Category::Locale,
    mqm: "locale-conventions/locale-specific-punctuation",
    its: "typographical",
    severity: Severity::Minor,
    systematic: true,
    finds: say(
        "A half-width stop or bracket that belongs to Chinese text.",
        "属于中文的标点或括号用了半角。",
    ),
    why: say(
        "Chinese typography asks for full-width marks (GB/T 15834 in China, the handbook of the \
         Ministry of Education in Taiwan); half-width ones are left over from the source.",
        "中文排版要求全角标点（中国大陆见 GB/T 15834，台湾见教育部手册）；半角标点多是原文的残留。",
    ),
    examples: &[
        bad("會議結束了⟦,⟧大家都很累⟦.⟧").fixed("會議結束了，大家都很累。"),
        bad("他问⟦: ⟧真的吗⟦?⟧⟦!⟧当然⟦; ⟧不过……").fixed("他问：真的吗？！当然；不过……"),
        bad("执行长科斯塔⟦(⟧Costa⟦)⟧上任⟦ , ⟧股价上涨。")
            .fixed("执行长科斯塔（Costa）上任，股价上涨。"),
        bad("However⟦, ⟧這只是開始。").fixed("However，這只是開始。"),
        good("比分是 3:1，观众有 12,500 人，7:30 开始。"),
        good("見 https://example.com/a,b?c=d，或執行 `f(中, 文)`。"),
        good("作者是 Smith, J. (2020)。"),
        good("檔案(&F)\n编辑(_E)"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    if !target.signs().has(Sign::Narrow) {
        return;
    }
    for mark in halfwidth(target.landmarks()) {
        let written = target.text()[mark.range.clone()].trim();
        let message = say(
            "“{0}” is half-width; Chinese text takes the full-width “{1}”.",
            "“{0}”是半角标点，中文应使用全角的“{1}”。",
        );
        out.report(mark.range.clone(), message.with(&[written, mark.wide])).suggest(mark.wide);
    }
}
