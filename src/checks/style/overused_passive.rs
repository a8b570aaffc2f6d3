use crate::characters::Sign;
use crate::checks::density::note;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Param, Prose, Resources, Run};
use crate::finding::{Bilingual, Category, Confidence, Findings, Severity, say};
use std::ops::Range;

pub(super) const CHECK: Check = Check {
    id: "overused-passive",
    category: Category::Style,
    mqm: "style/unidiomatic-style",
    its: "style",
    severity: Severity::Neutral,
    confidence: Confidence::Medium,
    finds: say(
        "A document that says 被 far more often than people do.",
        "文档里的“被”远多于常人。",
    ),
    why: say(
        "Chinese leaves most passives unmarked. In 19 of 20 articles translated by people there \
         are fewer than 10 to 1,000 characters.",
        "中文多数被动不用“被”。人工翻译的文章二十篇有十九篇每千字不到 10 个。",
    ),
    params: &[MOST],
    examples: &[
        bad(
            "報告⟦被⟧提交後，問題被討論，方案被通過，經費被批准。會議從早上九點開到晚上八點，中間只休息了半小時。負責人表示，這次改革涉及三個部門和十二個單位，將分兩個階段進行，第一階段從下個月開始，第二階段視成果再作安排。幾位代表提出不同意見，認為時間太短，人手也不夠，希望先在一個單位試行，再逐步推廣到其他單位。主席最後說，大家的意見都會寫進會議紀錄，供下次開會時參考，也歡迎隨時來信補充說明，秘書處會整理後轉交各個部門研究辦理，並在兩週之內答覆。散會前，主席感謝全體同仁的辛勞。",
        ),
        bad(
            "报告⟦被⟧提交后，问题被讨论，方案被通过，经费被批准。会议从早上九点开到晚上八点，中间只休息了半小时。负责人表示，这次改革涉及三个部门和十二个单位，将分两个阶段进行，第一阶段从下个月开始，第二阶段视成果再作安排。几位代表提出不同意见，认为时间太短，人手也不够，希望先在一个单位试行，再逐步推广到其他单位。主席最后说，大家的意见都会写进会议纪录，供下次开会时参考，也欢迎随时来信补充说明，秘书处会整理后转交各个部门研究办理，并在两周之内答复。散会前，主席感谢全体同仁的辛劳。",
        ),
        good("報告被退回，他被稱為英雄，被告和被子都在。"),
        good("报告被退回。"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

const MOST: Param = Param {
    key: "overused-passive.per-thousand",
    default: 10,
    means: say(
        "How many 被 in 1,000 Chinese characters are too many.",
        "每千个汉字里有几个“被”算太多。",
    ),
};

fn run(units: &Manuscript, with: &Resources, out: &mut Findings) {
    note(units, passives, with.param(MOST), OFTEN, out);
}

const OFTEN: Bilingual = say(
    "被 stands here {0} times in 1,000 characters; many of them can go.",
    "本文每千字有{0}个“被”，许多可以省去。",
);

fn passives(target: &Prose) -> Vec<Range<usize>> {
    if !target.signs().has(Sign::Passive) {
        return vec![];
    }
    let chars = target.shadow().chars();
    let is_passive = |at: &usize| {
        let is_noun = chars[..*at].ends_with(&['棉']);
        let next = chars.get(at + 1);
        // 被子, 被告, 被害人 and 被动 are words; 被誉为 and 被称为 are how it is said.
        chars[*at] == '被' && !is_noun && !next.is_some_and(|c| "子告害动单褥誉称".contains(*c))
    };
    (0..chars.len()).filter(is_passive).map(|at| at..at + 1).collect()
}
