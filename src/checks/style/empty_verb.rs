use crate::checks::density::note;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Param, Prose, Resources, Run};
use crate::finding::{Bilingual, Category, Confidence, Findings, Severity, say};
use crate::text::CueSet;
use std::ops::Range;

pub(super) const CHECK: Check = Check {
    id: "empty-verb",
    category: Category::Style,
    mqm: "style/unidiomatic-style",
    its: "style",
    severity: Severity::Neutral,
    confidence: Confidence::Medium,
    finds: say(
        "A document full of verbs that say nothing: 進行討論 for 討論.",
        "文档里空洞的动词太多，例如用“进行讨论”代替“讨论”。",
    ),
    why: say(
        "進行, 作出 and 加以 before a verb are a translator's crutch. In 19 of 20 articles \
         translated by people there are fewer than 6 to 1,000 characters.",
        "在动词前加“进行”“作出”“加以”是翻译腔的拐杖。人工翻译的文章二十篇有十九篇每千字不到 6 个。",
    ),
    params: &[MOST],
    examples: &[
        bad(
            "委員會對方案⟦進行討論⟧，對預算進行審查，對計畫作出修改，對建議加以考慮。會議從早上九點開到晚上八點，中間只休息了半小時。負責人表示，這次改革涉及三個部門和十二個單位，第一階段從下個月開始，第二階段視成果再說。幾位代表提出不同意見，認為時間太短，人手也不夠，希望先在一個單位試行，再逐步推廣到其他單位。主席最後說，大家的意見都會寫進會議紀錄，供下次開會時參考，也歡迎隨時來信補充說明，秘書處會整理後轉交各個部門研究辦理，並在兩週之內答覆。散會前，主席感謝全體同仁的辛勞。",
        ),
        bad(
            "委员会对方案⟦进行讨论⟧，对预算进行审查，对计划作出修改，对建议加以考虑。会议从早上九点开到晚上八点，中间只休息了半小时。负责人表示，这次改革涉及三个部门和十二个单位，第一阶段从下个月开始，第二阶段视成果再说。几位代表提出不同意见，认为时间太短，人手也不够，希望先在一个单位试行，再逐步推广到其他单位。主席最后说，大家的意见都会写进会议纪录，供下次开会时参考，也欢迎随时来信补充说明，秘书处会整理后转交各个部门研究办理，并在两周之内答复。散会前，主席感谢全体同仁的辛劳。",
        ),
        good("工程正在進行，會議進行了三天。委員會進行討論。"),
        good("他作出了一个选择，会议进行了三天。"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

const MOST: Param = Param {
    key: "empty-verb.per-thousand",
    default: 6,
    means: say(
        "How many empty verbs in 1,000 Chinese characters are too many.",
        "每千个汉字里有几个空洞动词算太多。",
    ),
};

fn run(units: &Manuscript, with: &Resources, out: &mut Findings) {
    note(units, empty_verbs, with.param(MOST), OFTEN, out);
}

const OFTEN: Bilingual = say(
    "Empty verbs such as this stand here {0} times in 1,000 characters; say the verb alone.",
    "本文每千字有{0}个这样的空洞动词，宜直接用后面的动词。",
);

/// Verbs that need no other before them.
const VERBS: [&str; 48] = [
    "讨论", "调查", "研究", "分析", "检查", "审查", "修改", "考虑", "说明", "解释", "比较", "评估",
    "测试", "沟通", "谈判", "对话", "投票", "选择", "决定", "回应", "反应", "承诺", "贡献", "努力",
    "调整", "改革", "改进", "更新", "管理", "监督", "控制", "处理", "保护", "限制", "批评", "指责",
    "攻击", "打击", "搜索", "采访", "访问", "教育", "培训", "训练", "投资", "合作", "交流", "支持",
];

fn empty_verbs(target: &Prose) -> Vec<Range<usize>> {
    let chars = target.shadow().chars();
    let light = target.cues().iter().filter(|it| LIGHT.has(**it));
    light.filter(|it| is_empty(&chars[it.at()..])).map(|it| it.at()..it.at() + 4).collect()
}

/// What an empty verb begins with.
static LIGHT: CueSet = CueSet::of("进作做加予");

/// Whether an empty verb, and another that it takes, begin here.
fn is_empty(chars: &[char]) -> bool {
    let [light, end, first, second, ..] = *chars else { return false };
    matches!((light, end), ('进', '行') | ('作' | '做', '出') | ('加' | '予', '以'))
        && VERBS.iter().any(|verb| verb.chars().eq([first, second]))
}
