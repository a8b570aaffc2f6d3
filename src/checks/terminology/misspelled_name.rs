use crate::checks::spelling::Spelling;
use crate::checks::{
    Check, Manuscript, Resources, Run,
    example::{bad, good},
};
use crate::finding::{Bilingual, Category, Findings, Severity, say};

pub(super) const CHECK: Check = Check {
    id: "misspelled-name",
    category: Category::Language,
    mqm: "linguistic-conventions/spelling",
    its: "misspelling",
    severity: Severity::Major,
    finds: say("A near miss of a known name.", "与已知名称只差一点的写法。"),
    why: say(
        "A name with a letter or a character wrong names somebody else, or nobody.",
        "名称错了一个字母或一个字，指的就是别人，或者谁也不是。",
    ),
    examples: &[
        bad("臉書創辦人 Mark ⟦Zukerberg⟧ 說。"),
        bad("⟦Antrhopic⟧ 发布了新模型。"),
        bad("馬克·祖克柏來了，⟦馬克·祖克伯⟧說臉書會改。"),
        bad("⟦Sliknot⟧ 樂團").source("the band Slipknot"),
        bad("輝達執行長黃仁勳上台，⟦黃仁訓⟧宣布了新晶片。"),
        good("Zuckerberg 与 Altman 没有来，Zimmermann 来了。"),
        good("臉書創辦人祖克柏說。"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, with: &Resources, findings: &mut Findings) {
    let spelling = Spelling::of(units, with);
    for unit in units {
        for slip in spelling.slips(unit) {
            let text = &unit.target.text()[slip.span.range()];
            let message = NEAR.with(&[text, &slip.right]);
            findings.at(unit.place).report(slip.span, message).suggest(slip.right);
        }
    }
}

const NEAR: Bilingual = say(
    "“{0}” looks like “{1}” misspelled, and a misspelled name is no longer found: check it and write “{1}”.",
    "“{0}”像是“{1}”的误写，写错的名称会让人查不到：请核对并改为“{1}”。",
);
