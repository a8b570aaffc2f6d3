use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::duplication::{doubles, doublets};
use crate::finding::{Findings, Severity, say};

pub(super) const CHECK: Check = Check {
    id: "redundant-doublet",
    mqm: "linguistic-conventions/duplication",
    its: "duplication",
    severity: Severity::Minor,
    finds: say(
        "Two words of one clause of which one is enough: 曾經也曾, 在…在, 基於…的基礎.",
        "一个分句里有两个词，其实一个就够：曾经也曾、在……在、基于……的基础。",
    ),
    why: say(
        "An engine renders one word of the source at two places of the target.",
        "引擎把原文的一个词译在了译文的两处。",
    ),
    examples: &[
        bad("她⟦曾經也曾⟧在工廠工作。"),
        bad("公司⟦在诺伊斯(Noyce)在⟧七月聘请了八人。"),
        bad("⟦基於整個計畫的基礎⟧是信任。"),
        bad("⟦因为他因为⟧下雨没来。"),
        good("他曾經在工廠工作，也曾在學校教書。"),
        good("他在家的時候在看書，一直在家。"),
        good("这是基于规则的基础模型，也是基于开源的基础软件。"),
        good("系统基于云计算基础设施，因为便宜，也因为好用。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    for doublet in target.around(doubles(target.shadow(), target.cues()), doublets) {
        let whole = target.shadow().span(doublet.first.start..doublet.second.end);
        let said = |chars| &target.text()[target.shadow().span(chars).range()];
        let message = say(
            "“{0}” and “{1}” say the same in one clause; keep one of them.",
            "同一分句里的“{0}”和“{1}”重复，应只留其一。",
        );
        out.report(
            whole,
            message.with(&[said(doublet.first.clone()), said(doublet.second.clone())]),
        )
        .related(target.shadow().span(doublet.first))
        .related(target.shadow().span(doublet.second));
    }
}
