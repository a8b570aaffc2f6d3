use crate::characters::Sign;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Bilingual, Category, Confidence, Findings, Severity, say};
use crate::names::{Latin, is_known, strangers};

pub(super) const CHECK: Check = Check {
    id: "extra-latin",
    category: Category::Accuracy,
    mqm: "accuracy/mistranslation/entity",
    its: "mistranslation",
    severity: Severity::Major,
    confidence: Confidence::Medium,
    finds: say(
        "A Latin name or abbreviation that the source spells otherwise, or does not have.",
        "拉丁字母的名称或缩写与原文拼写不同，或原文里没有。",
    ),
    why: say(
        "It may be somebody else's name: words and names that the translation adds on its own, such as CEO or Wi-Fi, are left alone.",
        "错一个字母就可能成了别人的名字；译文自行补上的常见词语和名称（如 CEO、Wi-Fi）不报告。",
    ),
    examples: &[
        bad("發言人⟦Zheng⟧沒有回應。").source("The spokesman, Cheng, did not respond."),
        bad("新车搭载⟦GTP⟧模型。").source("The new car comes with a GPT model."),
        bad("這款⟦A330⟧客機今天首航。").source("The A350 airliner made its first flight today."),
        bad("球队主场设在⟦ParkArena⟧球馆，而不是⟦OldYarda⟧。")
            .source("The team plays at Park Hall, not in the Old Yard."),
        good("執行長說，Wi-Fi 和 App 都會更新，GDP 成長 3%。")
            .source("The chief executive said the network and the program would be updated; output rose 3%."),
        good("发言人 Cheng（程）没有回应。").source("The spokesman, Cheng, did not respond."),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, with: &Resources, out: &mut Findings) {
    let target = pair.target;
    // Of nearly all sources no more has to be asked than whether they have the words as they stand.
    let is_odd = |it: &Latin| !it.code && !pair.source.contains(it.text);
    if !target.signs().has(Sign::Latin) || !target.latin().iter().any(is_odd) {
        return;
    }
    let Some(source) = target.original() else { return };
    let knows = |word: &str| is_known(word, with.lexicon, &with.glossary);
    for it in strangers(target.latin(), source, &knows) {
        let word = &target.latin()[it.nth];
        match it.meant {
            Some(right) => {
                out.report(word.span, OTHERWISE.with(&[&right, word.text])).suggest(right);
            }
            None => {
                out.report(word.span, NOWHERE.with(&[word.text]));
            }
        }
    }
}

const OTHERWISE: Bilingual = say(
    "The source has “{0}”, the translation “{1}”: spell it as the source does.",
    "原文是“{0}”，译文写成了“{1}”，应照原文拼写。",
);

const NOWHERE: Bilingual = say(
    "The source has no “{0}”: look the name up there and write it again.",
    "原文里没有“{0}”：请对照原文重写这个名称。",
);
