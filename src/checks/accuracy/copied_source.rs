use crate::checks::example::{bad, good};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Category, Findings, Severity, say};
use crate::residue::left_label;

pub(super) const CHECK: Check = Check {
    id: "copied-source",
    category: Category::Accuracy,
    mqm: "accuracy/untranslated",
    its: "untranslated",
    severity: Severity::Major,
    finds: say(
        "A label or a short text that is the source's, in words that have a translation.",
        "译文照抄了原文的标签或短语，而其中的词是可以翻译的。",
    ),
    why: say(
        "Names, brands, codes, units and words that Chinese has borrowed may stay; whole sentences are another check's matter.",
        "名称、品牌、代码、单位和中文已借用的词可以保留；整句由另一项检查报告。",
    ),
    examples: &[
        bad("⟦Settings⟧\n保存设置").source("Settings\nSave settings"),
        bad("⟦Account settings⟧\n關閉視窗").source("Account settings\nClose the window"),
        bad("⟦Delete⟧\n說明").source("Delete\nHelp"),
        bad("⟦CANCEL⟧\n确定").source("CANCEL\nOK"),
        bad("{count} ⟦new messages⟧\n沒有新訊息").source("{count} new messages\nNo new messages"),
        good("OK\nWi-Fi\niOS\nJSON\n确定").source("OK\nWi-Fi\niOS\nJSON\nOK"),
        good("Google Maps\nVisual Studio Code\nJordan\n地圖")
            .source("Google Maps\nVisual Studio Code\nJordan\nMap"),
        good("--verbose\n%(filename)s\n<command>\nenum\n文件")
            .source("--verbose\n%(filename)s\n<command>\nenum\nfile"),
        good("Settings（设置）").source("Settings"),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, with: &Resources, out: &mut Findings) {
    let target = pair.target;
    if target.size().han > 0 || target.text().is_empty() {
        return;
    }
    let Some(span) = left_label(target.text(), target.latin(), with.lexicon) else { return };
    let has = |word: &str| pair.source.contains(word);
    if target.latin().iter().all(|word| has(word.text)) {
        let message =
            say("“{0}” is the source as it was: translate it.", "“{0}”照抄了原文，应译成中文。");
        out.report(span, message.with(&[&target.text()[span.range()]]));
    }
}
