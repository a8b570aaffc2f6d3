use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Resources, Run};
use crate::finding::{Bilingual, Category, Findings, Severity, say};

pub(super) const CHECK: Check = Check {
    id: "over-length",
    category: Category::Markup,
    mqm: "design-and-markup/truncation-text-expansion",
    its: "length",
    severity: Severity::Major,
    finds: say("A text with more characters than its place has room for.", "字数超出限制的文本。"),
    why: say(
        "What is too long is cut off or pushes other things away; the file says how long it may be.",
        "超出的部分会被截断，或挤占其他内容；上限由文件给出。",
    ),
    examples: &[
        bad("打开文件⟦并编辑⟧").at_most(4),
        bad("儲存並⟦離開⟧").at_most(3),
        good("保存").at_most(4),
        good("儲存並離開程式"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, _: &Resources, out: &mut Findings) {
    for unit in units {
        let Some(most) = unit.segment.max_length else { continue };
        let text = unit.target.text();
        let count = text.chars().count();
        let first = text.char_indices().nth(most as usize).map(|(at, _)| at);
        if let Some(first) = first {
            let message = LONG.with(&[&count.to_string(), &most.to_string()]);
            out.at(unit.place).report(first..text.len(), message);
        }
    }
}

const LONG: Bilingual = say(
    "There are {0} characters, and room for {1}: shorten the text.",
    "共{0}个字符，上限为{1}个，应缩短。",
);
