use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Resources, Run};
use crate::finding::{Bilingual, Category, Findings, Severity, say};
use crate::script::Script;
use crate::text::Variant;

pub(super) const CHECK: Check = Check {
    id: "term-in-wrong-script",
    category: Category::Terminology,
    mqm: "terminology/inconsistent-with-terminology-resource",
    its: "terminology",
    systematic: true,
    severity: Severity::Minor,
    finds: say(
        "A term of your glossary that stands in the translation only in characters of the script that was not declared.",
        "词汇表的术语在译文里只以另一种字体（简体或繁体）的字写出。",
    ),
    why: say(
        "What readers of one script search for, and what other texts call the thing, is the term as the glossary writes it. Characters that both scripts have never count.",
        "读者检索的、其他文本使用的，都是词汇表写法的术语；两种字体共有的字不算。",
    ),
    examples: &[
        bad("高⟦杠杆⟧率有风险。")
            .source("High leverage is a risk.")
            .variant(Variant::Hant)
            .terms(&[("leverage", &["槓桿"])])
            .fixed("高槓桿率有风险。"),
        bad("⟦净息差⟧收窄，銀行獲利減少。")
            .source("The net interest margin narrowed, and the bank earned less.")
            .variant(Variant::HantTw)
            .terms(&[("net interest margin", &["淨息差"])]),
        bad("⟦匯率⟧上升。")
            .source("The exchange rate rose.")
            .variant(Variant::HansCn)
            .terms(&[("exchange rate", &["汇率"])])
            .fixed("汇率上升。"),
        good("高杠杆率，也就是說槓桿很高。")
            .source("High leverage means that much is borrowed.")
            .variant(Variant::Hant)
            .terms(&[("leverage", &["槓桿"])]),
        good("发佈年報，發布會在下午。")
            .source("The annual report is released; the release is in the afternoon.")
            .variant(Variant::Hant)
            .terms(&[("released", &["發佈"]), ("release", &["發佈"])]),
        good("高杠杆率有风险。")
            .source("High leverage is a risk.")
            .terms(&[("leverage", &["槓桿"])]),
        good("利率上升，群组很大。")
            .source("The interest rate rose, and the group is big.")
            .variant(Variant::Hans)
            .terms(&[("interest rate", &["利率"]), ("group", &["群组"])]),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, with: &Resources, out: &mut Findings) {
    for it in units.owed(with) {
        let unit = &units[it.unit];
        let variant = unit.variant.or(with.variant);
        let found = variant.zip(it.in_other_script(units, with));
        let Some((variant, (span, rendering))) = found else { continue };
        let declared = Script::from(variant);
        let says = if declared == Script::Hant { SIMPLIFIED } else { TRADITIONAL };
        let written = &unit.target.text()[span.range()];
        let message = says.with(&[it.name(units), rendering, written]);
        out.at(unit.place).report(span, message).suggest(rendering);
    }
}

const SIMPLIFIED: Bilingual = say(
    "“{0}” is “{1}” in your glossary, and stands here in simplified characters as “{2}”: write traditional ones.",
    "词汇表规定“{0}”译作“{1}”，这里却以简体写作“{2}”：应改用繁体。",
);
const TRADITIONAL: Bilingual = say(
    "“{0}” is “{1}” in your glossary, and stands here in traditional characters as “{2}”: write simplified ones.",
    "词汇表规定“{0}”译作“{1}”，这里却以繁体写作“{2}”：应改用简体。",
);
