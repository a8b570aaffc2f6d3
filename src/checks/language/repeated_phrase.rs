use crate::checks::copies::{Copies, tell};
use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Findings, say};

pub(super) const CHECK: Check = Check {
    id: "repeated-phrase",
    mqm: "linguistic-conventions/duplication",
    its: "duplication",
    finds: say(
        "A word, phrase or clause said twice or more in a row.",
        "同一个词、短语或分句连续出现两次或更多。",
    ),
    why: say(
        "A translation engine that loses its place says the same again; people repeat verbs, \
         cries and laughter, and those are left alone.",
        "翻译引擎迷失位置时会重复刚说过的话；人只重叠动词、叫喊和笑声，这些不报告。",
    ),
    examples: &[
        bad("巨大的槓桿⟦槓桿⟧公司。").fixed("巨大的槓桿公司。"),
        bad("他宣布了新的實驗室計劃⟦新的實驗室計劃⟧。"),
        bad("市场部⟦市场部⟧的负责人说，这是一次失误，⟦这是一次失误，⟧他会道歉。"),
        bad("遵守规定的有工厂，银行，⟦银行，银行，银行⟧。"),
        bad("问题是“这是个难题，⟦“这是个难题，“这是个难题，⟧就这样。"),
        bad("这是⟦这是这是⟧一个问题。").fixed("这是一个问题。"),
        bad("这里有一家公司⟦一家公司⟧在招人。"),
        good("最重要最重要的是，他很远很远就看见了。"),
        good("“我明白了，我明白了！”他喊道，“加油加油！”"),
        good("他现在在场，监狱监狱长也来了，非常非常远。"),
        bad("他说不，不，⟦他说不，不，⟧然后走了。").source("He said no, then left."),
        good("不是的，不是的。").source("It is not, it is not."),
        good("我們研究研究再說，大家高高興興地走了。"),
        good("他一個一個地數，越來越快，哈哈哈哈笑了。"),
        good("北卡羅來納州、南卡羅來納州都下雨。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    for tandem in target.tandems() {
        let copies = Copies {
            count: tandem.copies,
            first: target.shadow().span(tandem.first.clone()),
            rest: target.shadow().span(tandem.rest.clone()),
            exact: true,
            confidence: tandem.confidence,
        };
        tell(&copies, target, out);
    }
}
