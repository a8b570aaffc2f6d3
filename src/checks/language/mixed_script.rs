use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Resources, Run, Unit};
use crate::finding::{Bilingual, Findings, Severity, say};
use crate::script::{Script, Stray, StrayKind, strays};

pub(super) const CHECK: Check = Check {
    id: "mixed-script",
    mqm: "linguistic-conventions/spelling",
    its: "misspelling",
    severity: Severity::Minor,
    finds: say(
        "Simplified characters in a traditional document, or traditional ones in a simplified one.",
        "繁体文档里夹了简体字，或简体文档里夹了繁体字。",
    ),
    why: say(
        "They are left over from a conversion or from another text. What a quotation or a title \
         keeps as it was is only noted.",
        "这些字多是转换或拼接的残留。引文和书名保留原样的，只作提示。",
    ),
    examples: &[
        bad("這家公司發布了新產品，股⟦东⟧們說股價隨即上⟦涨⟧。")
            .fixed("這家公司發布了新產品，股東們說股價隨即上漲。"),
        bad("她把长⟦髮⟧剪短了，说这样洗头发时间会更⟦輕鬆⟧。")
            .fixed("她把长发剪短了，说这样洗头发时间会更轻松。"),
        bad("他們在會議結束後聽說了⟦钟⟧錶廠的事。"),
        bad("記者引述該報標題「⟦经济复苏⟧」，沒有說明來源。"),
        bad(
            "新的工廠將於年底啟用，預計僱用兩百人。⟦经理说设备已经订好。⟧其餘細節尚未公布，執行長婉拒評論。",
        ),
        good("這裡有后土、萬里、幹部和乾淨的表面；群峰、秘密、吃飯、著作。"),
        good("这里有乾隆、著作、藉口、黄山、徵兆以外的表面。"),
        good("日本の国会で発言した、と當地媒體這樣報導。"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

const SIMPLIFIED: Bilingual = say(
    "“{0}” is simplified in a traditional document; write “{1}”.",
    "“{0}”是简体，本文是繁体，应写成“{1}”。",
);

const TRADITIONAL: Bilingual = say(
    "“{0}” is traditional in a simplified document; write “{1}”.",
    "“{0}”是繁体，本文是简体，应写成“{1}”。",
);

const QUOTED: Bilingual = say(
    "This stands in the other script than the document; see whether it is meant to.",
    "此处的字体与全文不同，请确认是否有意保留。",
);

const SENTENCE: Bilingual = say(
    "A whole sentence stands in the other script than the document; convert it and read it.",
    "整句的字体与全文不同，应转换后通读。",
);

fn run(units: &Manuscript, _: &Resources, out: &mut Findings) {
    let Some(script) = units.script() else { return };
    let (own, other) = (units.census().count(script), units.census().count(script.other()));
    if other == 0 || own < other * 2 {
        return;
    }
    for unit in units.iter().filter(|unit| unit.target.census().count(script.other()) > 0) {
        for stray in strays(unit.target.text(), unit.target.sentences(), script) {
            // A whole paragraph may be meant so, unless one script was asked for.
            let is_paragraph = stray.range.len() == unit.target.text().trim_end().len();
            let kept =
                stray.kind == StrayKind::Sentence && is_paragraph && units.declared().is_none();
            let kind = if kept { StrayKind::Quoted } else { stray.kind };
            report(unit, &Stray { kind, ..stray }, script, out);
        }
    }
}

fn report(unit: &Unit, stray: &Stray, script: Script, out: &mut Findings) {
    let written = &unit.target.text()[stray.range.clone()];
    let out = out.at(unit.place);
    match stray.kind {
        StrayKind::Quoted => {
            out.report(stray.range.clone(), QUOTED.with(&[])).severity(Severity::Neutral);
        }
        StrayKind::Sentence => {
            out.report(stray.range.clone(), SENTENCE.with(&[])).suggest(&*stray.right);
        }
        StrayKind::Sure | StrayKind::Likely => run_of(stray, written, script, out),
    }
}

fn run_of(stray: &Stray, written: &str, script: Script, out: &mut Findings) {
    let message = if script == Script::Hant { SIMPLIFIED } else { TRADITIONAL };
    let found = out.report(stray.range.clone(), message.with(&[written, &stray.right]));
    if stray.kind == StrayKind::Sure {
        found.mend(&*stray.right)
    } else {
        found.suggest(&*stray.right)
    };
}
