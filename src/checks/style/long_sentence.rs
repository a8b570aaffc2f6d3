use crate::checks::example::{bad, good};
use crate::checks::{Check, Param, Prose, Resources, Run};
use crate::finding::{Category, Confidence, Findings, Severity, say};
use crate::text::Size;

pub(super) const CHECK: Check = Check {
    id: "long-sentence",
    category: Category::Style,
    mqm: "style/awkward",
    its: "style",
    severity: Severity::Neutral,
    confidence: Confidence::Medium,
    finds: say("A sentence that runs on too long.", "句子过长。"),
    why: say(
        "Good Chinese news sentences rarely pass 120 characters; long ones keep the build of the \
         source and lose the reader.",
        "通顺的中文新闻句子很少超过 120 字；过长的句子多是照搬原文结构，读者难以跟上。",
    ),
    params: &[LONGEST],
    examples: &[
        bad(LONG_HANT),
        bad(LONG_HANS),
        good("會議從早上開到傍晚，大家都很累。第二天又開了一整天，仍然沒有結論。"),
        good("会议开了一整天，没有结论。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

const LONG_HANT: &str = "⟦委員會在聽取了來自各個部門的負責人對過去一年工作的詳細匯報並審閱了附在報告後面的全部財務報表之後，決定在不改變原定年度預算總額的前提下，把原本撥給海外推廣的一部分經費轉用於國內研究人員的培訓，同時要求秘書處在下一次會議召開之前提出一份說明這筆經費如何分配、由誰監督、怎樣驗收的書面方案供全體委員討論。⟧";

const LONG_HANS: &str = "⟦委员会在听取了来自各个部门的负责人对过去一年工作的详细汇报并审阅了附在报告后面的全部财务报表之后，决定在不改变原定年度预算总额的前提下，把原本拨给海外推广的一部分经费转用于国内研究人员的培训，同时要求秘书处在下一次会议召开之前提出一份说明这笔经费如何分配、由谁监督、怎样验收的书面方案供全体委员讨论。⟧";

const LONGEST: Param = Param {
    key: "long-sentence.characters",
    default: 120,
    means: say(
        "How many Chinese characters and other words a sentence may have.",
        "一个句子最多可有多少个汉字和其他词。",
    ),
};

fn run(target: &Prose, with: &Resources, out: &mut Findings) {
    let longest = with.param(LONGEST);
    // What counts takes two bytes at least, with what divides it from the next: a shorter text
    // need not be cut, and a shorter sentence not be counted.
    let is_long = |bytes: usize| bytes.div_ceil(2) > longest as usize;
    if !is_long(target.text().len()) {
        return;
    }
    for sentence in target.sentences().iter().filter(|it| is_long(it.range().len())) {
        let said = target.text()[sentence.range()].trim_end();
        let size = Size::of(said);
        let count = size.han + size.tokens;
        if count > longest {
            let message = say(
                "This sentence has {0} characters; two or three would read better.",
                "此句长达{0}字，拆成两三句更易读。",
            );
            let start = sentence.range().start;
            out.report(start..start + said.len(), message.with(&[&count.to_string()]));
        }
    }
}
