use crate::checks::example::{bad, good};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Category, Confidence, Findings, say};

pub(super) const CHECK: Check = Check {
    id: "unsupported-clause",
    category: Category::Accuracy,
    mqm: "accuracy/addition",
    its: "addition",
    confidence: Confidence::Medium,
    finds: say(
        "A longer clause of the translation that nothing in the source says.",
        "译文中原文毫无依据的较长分句。",
    ),
    why: say(
        "Engines go on with what often follows in their data. The sentence encoder compares the clause with the source, and the translation with and without it; below ten characters it cannot tell.",
        "引擎会接着写训练数据里常见的下文。由句子编码器比较该分句与原文，以及译文有无该分句的差别；不足十个字时无从判断。",
    ),
    examples: &[
        bad("委员会周二批准了新的图书馆预算，⟦猫科动物的胡须能感知气流的微小变化⟧，并计划在六月动工。").source(
            "The committee approved the budget for the new library on Tuesday and plans to start building in June.",
        ),
        bad("委員會週二批准了新圖書館的預算，⟦貓科動物的鬍鬚能感知氣流的微小變化⟧，並計畫在六月動工。").source(
            "The committee approved the budget for the new library on Tuesday and plans to start building in June.",
        ),
        bad("她把車停在車站前，等了將近一個小時，⟦這家銀行去年的淨利潤增長了一成二⟧。").source(
            "She parked the car in front of the station and waited for almost an hour.",
        ),
        good("委員會週二批准了新圖書館的預算，並計畫在六月動工。").source(
            "The committee approved the budget for the new library on Tuesday and plans to start building in June.",
        ),
        good("她把车停在车站前面，在那里足足等了将近一个小时。").source(
            "She parked the car in front of the station and waited for almost an hour.",
        ),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

/// A target less near to its source than this is not told clause by clause.
const UNRELATED: f32 = 0.3;

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    if pair.target.telling_cosine().is_none_or(|it| it < UNRELATED) {
        return;
    }
    for support in pair.target.supports().iter().filter(|it| it.is_strange()) {
        let message = say(
            "Nothing in the source says this: strike it out, unless it is meant as an explanation.",
            "原文没有这层意思：若非有意补充说明，请删去。",
        );
        out.report(support.span, message.with(&[]));
    }
}
