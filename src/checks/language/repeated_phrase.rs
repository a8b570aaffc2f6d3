use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::duplication::Tandem;
use crate::finding::{Bilingual, Confidence, Findings, Severity, say};
use crate::text::Span;

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

const TWICE: Bilingual =
    say("“{0}” is said twice in a row; keep one copy.", "“{0}”连续出现两次，应只保留一处。");

const OFTEN: Bilingual = say(
    "“{0}” is said {1} times in a row, as an engine does that is caught in a loop; keep one copy.",
    "“{0}”连续出现{1}次，像是引擎陷入循环，应只保留一处。",
);

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    for tandem in target.tandems() {
        let first = target.shadow().span(tandem.first.clone());
        if !target.licenses(tandem.copies, first) {
            report(tandem, first, target, out);
        }
    }
}

fn report(tandem: &Tandem, first: Span, target: &Prose, out: &mut Findings) {
    let said = &target.text()[first.range()];
    let looping = tandem.copies >= 3;
    let (message, severity) = if looping {
        (OFTEN.with(&[said, &tandem.copies.to_string()]), Severity::Critical)
    } else {
        (TWICE.with(&[said]), Severity::Major)
    };
    let reported = out
        .report(target.shadow().span(tandem.rest.clone()), message)
        .severity(severity)
        .confidence(tandem.confidence)
        .related(first);
    let sure = tandem.confidence == Confidence::High;
    if sure {
        reported.mend("")
    } else {
        reported.suggest("")
    };
}
