use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Resources, Run};
use crate::finding::{Category, Findings, Severity, say};
use crate::script::foreign_words;
use crate::text::Variant;

pub(super) const CHECK: Check = Check {
    id: "regional-word",
    category: Category::Locale,
    mqm: "locale-conventions/national-language-standard",
    its: "locale-violation",
    severity: Severity::Minor,
    systematic: true,
    finds: say("A word of another region than the declared one.", "用了所声明地区以外的地区用语。"),
    why: say(
        "Mainland China, Taiwan and Hong Kong name many things differently; a text that was only \
         converted, not localised, reads foreign. It runs where a region is declared: zh-Hans-CN, \
         zh-Hant-TW, zh-Hant-HK.",
        "中国大陆、台湾和香港对许多事物称呼不同；只转换字形而未本地化的文字读来生疏。须声明地区（zh-Hans-CN、zh-Hant-TW、zh-Hant-HK）才检查。",
    ),
    examples: &[
        bad("新創公司的⟦軟件⟧工程師負責⟦數據庫⟧和⟦服務器⟧。").variant(Variant::HantTw),
        bad("⟦新西蘭⟧總理與⟦扎克伯格⟧會面，談⟦人工智能⟧。").variant(Variant::HantTw),
        bad("他坐⟦計程車⟧去看⟦人工智慧⟧展覽。").variant(Variant::HantHk),
        bad("他用⟦滑鼠⟧打开⟦作业系统⟧的设置。").variant(Variant::HansCn),
        good("新創公司的軟體工程師負責資料庫，研究軟體動物和演算法。").variant(Variant::HantTw),
        good("公司的軟件和服務器。"),
        good("的士兵与出租车，软体动物与鼠标。").variant(Variant::HansCn),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, _: &Resources, out: &mut Findings) {
    // A text in the other script is the wrong text: its words do not count.
    let Some(variant) = units.declared().filter(|it| units.script() == Some((*it).into())) else {
        return;
    };
    for unit in units {
        let shadow = unit.target.shadow();
        for word in foreign_words(shadow, variant) {
            let span = shadow.span(word.chars);
            let (usual, _) = word.own.split_once('|').unwrap_or((word.own, ""));
            let message = say(
                "“{0}” is said elsewhere; readers of this region expect “{1}”.",
                "“{0}”是别的地区的说法，本地区多说“{1}”。",
            );
            let said = &unit.target.text()[span.range()];
            out.at(unit.place)
                .report(span, message.with(&[said, &word.own.replace('|', " / ")]))
                .suggest(usual);
        }
    }
}
