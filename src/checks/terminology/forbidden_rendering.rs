use crate::checks::context::Context;
use crate::checks::{
    Check, Manuscript, Prose, Resources, Run,
    example::{bad, good},
};
use crate::finding::{Bilingual, Category, Findings, Message, say};
use crate::glossary::{Match, Role};
use crate::text::chars;

pub(super) const CHECK: Check = Check {
    id: "forbidden-rendering",
    category: Category::Terminology,
    mqm: "terminology/wrong-term",
    its: "terminology",
    finds: say("A rendering that the glossary forbids.", "词汇表中列为错误的译法。"),
    why: say(
        "A name translated as if it were a word names nobody: 跑道 is no company, and 元 is no Meta.",
        "把名称当作普通词翻译，就不再指那个名称：“跑道”不是公司，“元”也不是Meta。",
    ),
    examples: &[
        bad("Meta加入戰局。\n他在⟦元⟧中工作，去了新創公司⟦跑道⟧公司。"),
        bad("他曾在⟦Google大脑⟧工作。").fixed("他曾在谷歌大脑工作。"),
        good("Meta 的股价跌了 3 美元，元宇宙业务亏损。"),
        good("飛機在跑道上滑行，有線電視停播。"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, with: &Resources, findings: &mut Findings) {
    let context = Context::new(units, with);
    for unit in units {
        let found = unit.target.matches().iter().filter(|it| it.role == Role::Forbidden);
        for it in found.filter(|it| context.is_wrong(unit, it)) {
            let right = it.term.preferred(context.variant(unit));
            let span = unit.target.shadow().span(it.chars.clone());
            let text = &unit.target.text()[span.range()];
            let reported = findings.at(unit.place).report(span, message(text, it, right));
            match right {
                Some(right) if is_safe(&unit.target, it) => reported.mend(right),
                Some(right) => reported.suggest(right),
                None => reported,
            };
        }
    }
}

/// Whether the rendering can be replaced unread: it is wrong everywhere, is nothing but a name in
/// Chinese, and no gloss follows that would then say the same again.
fn is_safe(target: &Prose, it: &Match) -> bool {
    let text = target.shadow().chars();
    let after = text[it.chars.end..].iter().find(|c| !c.is_whitespace());
    !it.term.is_conditional()
        && it.chars.len() > 2
        && text[it.chars.clone()].iter().all(|c| chars::is_han(*c))
        && after != Some(&'(')
}

fn message(text: &str, it: &Match, right: Option<&str>) -> Message {
    match (it.term.names.first(), right) {
        (Some(name), Some(right)) => WRONG.with(&[text, name, right]),
        (Some(name), None) => NAMELESS.with(&[text, name]),
        (None, Some(right)) => WORD.with(&[text, right]),
        (None, None) => FORBIDDEN.with(&[text]),
    }
}

const WRONG: Bilingual = say(
    "“{0}” is a wrong rendering of “{1}”, by which no reader will know it: write “{2}”.",
    "“{0}”是“{1}”的错误译法，读者认不出所指：应写“{2}”。",
);
const NAMELESS: Bilingual = say(
    "“{0}” is a wrong rendering of “{1}”, by which no reader will know it: write the name that is in use.",
    "“{0}”是“{1}”的错误译法，读者认不出所指：应写通用的名称。",
);
const WORD: Bilingual =
    say("“{0}” is forbidden by the glossary: write “{1}”.", "词汇表把“{0}”列为错误：应写“{1}”。");
const FORBIDDEN: Bilingual = say(
    "“{0}” is forbidden by the glossary: find another rendering.",
    "词汇表把“{0}”列为错误：请改用别的译法。",
);
