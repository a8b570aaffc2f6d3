use crate::checks::{
    Check, Prose, Resources, Run,
    example::{bad, good},
};
use crate::finding::{Category, Findings, Severity, say};
use crate::names::{Case, Casing, Latin, casing};

pub(super) const CHECK: Check = Check {
    id: "brand-casing",
    category: Category::Language,
    mqm: "linguistic-conventions/spelling/capitalization",
    its: "misspelling",
    severity: Severity::Minor,
    finds: say("A brand or an acronym in the wrong capitals.", "品牌名或缩写的大小写不对。"),
    why: say(
        "Owners fix how their names are written, and readers take Openai or Ceo for carelessness; machines lower the capitals of what they take for a word.",
        "名称的写法由其所有者决定，Openai、Ceo这样的写法显得草率；机器常把名称当作普通单词而改了大小写。",
    ),
    examples: &[
        bad("他從⟦Openai⟧跳槽到⟦Xai⟧，擔任⟦Ceo⟧。").fixed("他從OpenAI跳槽到xAI，擔任CEO。"),
        bad("用⟦Chatgpt⟧写的代码放在⟦Github⟧上，也能在⟦Iphone⟧上看。")
            .fixed("用ChatGPT写的代码放在GitHub上，也能在iPhone上看。"),
        bad("我在⟦youtube⟧上看到的。").fixed("我在YouTube上看到的。"),
        good("關注 @openai，見 https://openai.com/chatgpt 與 openai/gym。"),
        good("OPENAI 與 Nvidia 合作，NVIDIA 股價上漲。"),
        good("Anna Dei 女士喜欢 apple 和 meta 分析。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(prose: &Prose, with: &Resources, findings: &mut Findings) {
    let given = |word: &str| prose.source().is_some_and(|source| source.contains(word));
    let words = prose.latin();
    for (nth, word) in words.iter().enumerate() {
        let Some(casing) = casing(word, with.lexicon, &with.glossary) else { continue };
        if is_surname(words, nth, &casing) || given(word.text) {
            continue;
        }
        let message = WRONG.with(&[word.text, &casing.usual]);
        let reported = findings.report(word.span, message);
        if casing.only {
            reported.mend(casing.usual);
        } else {
            reported.suggest(casing.usual);
        }
    }
}

/// Whether a word that is spelled like an acronym ends a name: Anna Dei.
fn is_surname(words: &[Latin], nth: usize, casing: &Casing) -> bool {
    let word = &words[nth];
    let before = nth.checked_sub(1).map(|nth| &words[nth]).filter(|it| it.run == word.run);
    before.is_some_and(|it| it.case() == Case::Title)
        && casing.usual.chars().all(char::is_uppercase)
}

const WRONG: crate::finding::Bilingual = say(
    "“{0}” is written “{1}”: its owner chose the capitals, and readers know it by them.",
    "“{0}”应写作“{1}”：大小写是其所有者定的，读者也靠它辨认。",
);
