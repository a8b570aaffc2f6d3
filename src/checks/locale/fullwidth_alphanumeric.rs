use crate::characters::Sign;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Category, Findings, Severity, say};
use crate::typography::wide_letters;

pub(super) const CHECK: Check = Check {
    id: "fullwidth-alphanumeric",
    category: Category::Locale,
    mqm: "locale-conventions/number-format",
    its: "typographical",
    severity: Severity::Minor,
    systematic: true,
    finds: say("Latin letters or digits in full width.", "拉丁字母或数字用了全角。"),
    why: say(
        "Letters and digits are written half-width in horizontal Chinese text; full-width ones \
         break search, sorting and numbers.",
        "横排中文里的字母和数字用半角；全角写法会妨碍搜索、排序和数值处理。",
    ),
    examples: &[
        bad("這款⟦ＡＰＰ⟧有⟦１２⟧萬名使用者。").fixed("這款APP有12萬名使用者。"),
        bad("从⟦２０２４⟧年开始使用。").fixed("从2024年开始使用。"),
        good("這款APP有12萬名使用者。"),
        good("从2024年开始使用。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    if !target.signs().has(Sign::WideDigit) && !target.signs().has(Sign::WideLetter) {
        return;
    }
    for range in wide_letters(target.landmarks()) {
        let wide = &target.text()[range.clone()];
        let half: String = wide.chars().map(halved).collect();
        let message = say("“{0}” is full-width; write “{1}”.", "“{0}”是全角，应写成“{1}”。");
        out.report(range.clone(), message.with(&[wide, &half])).mend(half);
    }
}

fn halved(c: char) -> char {
    char::from_u32(u32::from(c) - u32::from('！') + u32::from('!')).unwrap_or(c)
}
