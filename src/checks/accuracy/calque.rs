use crate::checks::context::Context;
use crate::checks::{
    Check, Manuscript, Resources, Run, Unit,
    example::{bad, good},
};
use crate::finding::{Bilingual, Category, Confidence, Findings, Message, Severity, say};
use crate::glossary::{Match, Role};

pub(super) const CHECK: Check = Check {
    id: "calque",
    category: Category::Accuracy,
    mqm: "accuracy/mistranslation/overly-literal",
    its: "mistranslation",
    finds: say(
        "A Chinese word for the wrong sense of an English one.",
        "按英文词的另一个意思译出的中文词。",
    ),
    why: say(
        "A machine takes the everyday sense of a word for the one that was meant: an exodus of staff becomes a book of the Bible.",
        "机器把词的常见义当作原文的意思：员工“exodus”（出走）成了圣经的《出埃及记》。",
    ),
    examples: &[
        bad("這家實驗室的⟦岩石開端⟧引發了員工的⟦出埃及記⟧。"),
        bad("用⟦蟒蛇⟧编写的脚本要先安装 pip，再运行代码。"),
        bad("議會今天表決這項⟦賬單⟧，反對黨議員要求修法。"),
        good("《出埃及記》講述摩西帶領以色列人離開埃及。"),
        good("动物园的蟒蛇产下了十枚蛋，园方收到了电费账单。"),
        good("他要求餐廳重開賬單。").source("He asked for a new check."),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, with: &Resources, findings: &mut Findings) {
    let context = Context::new(units, with);
    for unit in units {
        let mut free = 0;
        for it in unit.target.calques() {
            let is_told = it.chars.start < free || is_name(&context, unit, it);
            if is_told || !context.is_wrong(unit, it) {
                continue;
            }
            free = it.chars.end;
            report(&context, unit, it, findings);
        }
    }
}

/// Whether the glossary of names has its own word on this place: a name that is right with all of
/// it, or one that is wrong with some of it.
fn is_name(context: &Context, unit: &Unit, it: &Match) -> bool {
    let overlaps =
        |name: &&Match| name.chars.start < it.chars.end && it.chars.start < name.chars.end;
    unit.target.matches().iter().filter(overlaps).any(|name| match name.role {
        Role::Forbidden => context.is_wrong(unit, name),
        _ => name.chars.start <= it.chars.start && it.chars.end <= name.chars.end,
    })
}

fn report(context: &Context, unit: &Unit, it: &Match, findings: &mut Findings) {
    let right = it.term.preferred(context.variant(unit));
    let span = unit.target.shadow().span(it.chars.clone());
    let text = &unit.target.text()[span.range()];
    let sure = if it.term.is_conditional() { Confidence::Medium } else { Confidence::High };
    let severity = it.term.level.unwrap_or(Severity::Major);
    let reported = findings.at(unit.place).report(span, message(text, it, right));
    let reported = reported.severity(severity).confidence(sure);
    if let Some(right) = right {
        reported.suggest(right);
    }
}

fn message(text: &str, it: &Match, right: Option<&str>) -> Message {
    match it.term.names.first().zip(right) {
        Some((name, right)) => WRONG.with(&[text, name, right]),
        None => ALONE.with(&[text]),
    }
}

const WRONG: Bilingual = say(
    "“{0}” is the wrong sense of “{1}”, which probably stood in the source: a reader is led astray. Write “{2}”.",
    "“{0}”译错了“{1}”（原文大概用的是这个词）的意思，会误导读者：应写“{2}”。",
);
const ALONE: Bilingual = say(
    "“{0}” is a wrong sense in this context and leads a reader astray: look for the word that is meant.",
    "“{0}”在这里用错了意思，会误导读者：请按文意另译。",
);
