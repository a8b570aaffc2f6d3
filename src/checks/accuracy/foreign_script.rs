use crate::characters::Sign;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Resources, Run, Unit};
use crate::finding::{Category, Findings, Severity, say};
use crate::residue::{Tongue, foreign, tongue};

pub(super) const CHECK: Check = Check {
    id: "foreign-script",
    category: Category::Accuracy,
    mqm: "accuracy/untranslated",
    its: "untranslated",
    severity: Severity::Major,
    finds: say(
        "Words in kana, Hangul, Cyrillic, Arabic, Thai or another script left in Chinese text.",
        "中文里遗留的假名、谚文、西里尔字母、阿拉伯字母、泰文等其他文字。",
    ),
    why: say(
        "The engine copied what it could not render; quoted names, single letters and faces are left alone.",
        "引擎照抄了译不出的内容；引用的名称、单个字母和颜文字不报告。",
    ),
    examples: &[
        bad("他昨天⟦ありがとう⟧地說了一句。"),
        bad("他⟦は⟧明天出發。"),
        bad("这家公司⟦выпустила⟧了新产品。"),
        bad("總統⟦대통령은⟧出席了會議。"),
        bad("她在⟦ตลาด⟧买了水果。"),
        good("基輔（Київ）與「となりのトトロ」，日語ありがとう是謝謝的意思。"),
        good("优の良品与α粒子，今天好开心(´・ω・`)。"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

/// So many letters are a sentence.
const SENTENCE: usize = 12;

fn run(units: &Manuscript, _: &Resources, out: &mut Findings) {
    let strange = |unit: &Unit| (unit.place, foreign(unit.target.text()));
    let units_with = units.iter().filter(|unit| unit.target.signs().has(Sign::Strange));
    let found: Vec<_> = units_with.map(strange).filter(|(_, it)| !it.is_empty()).collect();
    if found.is_empty() || tongue(units.iter().map(|unit| unit.target.text())) != Tongue::Chinese {
        return;
    }
    for (place, stretches) in found {
        for it in stretches {
            let message = say(
                "Letters of another script ({0}) were left here: translate them.",
                "这里遗留了其他文字（{0}），应译成中文。",
            );
            let severity = if it.letters > SENTENCE { Severity::Critical } else { Severity::Major };
            out.at(place).report(it.span, message.with(&[it.script])).severity(severity);
        }
    }
}
