use crate::checks::turned::{Turned, turned};
use crate::checks::{
    Check, Manuscript, Resources, Run,
    example::{bad, good},
};
use crate::finding::{Bilingual, Category, Confidence, Findings, say};

pub(super) const CHECK: Check = Check {
    id: "reversed-name",
    category: Category::Terminology,
    mqm: "terminology/wrong-term",
    its: "inconsistent-entities",
    confidence: Confidence::Medium,
    finds: say("A foreign name with its parts the wrong way round.", "外国人名的名与姓前后颠倒。"),
    why: say(
        "Before and after the dot stand first name and surname; turned round, the name is found nowhere, or the reader sees two people.",
        "间隔号前是名，后是姓；颠倒之后查不到此人，读者也会以为是两个人。",
    ),
    examples: &[
        bad("執行長⟦阿特曼·山姆⟧出席了會議。"),
        bad("作家贝蒂·兰德森写道。\n⟦兰德森·贝蒂⟧又写道。"),
        good("山姆·阿特曼出席了會議。\n山姆·阿特曼離開了。"),
        good("约翰·保罗和保罗·麦卡特尼是两个人。"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, with: &Resources, findings: &mut Findings) {
    for Turned { here, name, right, there } in turned(units, &with.glossary) {
        let reported = findings.at(here.0).report(here.1, WRONG.with(&[&name, &right]));
        let reported = reported.suggest(right);
        if let Some((place, span)) = there {
            reported.related_at(place, span);
        }
    }
}

const WRONG: Bilingual = say(
    "“{0}” is “{1}” with its parts the wrong way round, which reads like another person: write “{1}”.",
    "“{0}”把“{1}”的名与姓颠倒了，读来像另一个人：应写“{1}”。",
);
