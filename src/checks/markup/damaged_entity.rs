use crate::characters::{Sign, entities};
use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Bilingual, Category, Findings, Severity, say};
use crate::text::{Enclosure, enclosure};

pub(super) const CHECK: Check = Check {
    id: "damaged-entity",
    category: Category::Markup,
    mqm: "design-and-markup/questionable-markup",
    its: "markup",
    severity: Severity::Minor,
    finds: say(
        "A character entity that readers see: escaped twice, broken, translated, or never decoded.",
        "读者会看到的字符实体：重复转义、残缺、被翻译或没有解码。",
    ),
    why: say(
        "It stands for one character, and shows as code.",
        "它本应显示为一个字符，却露出了代码。",
    ),
    examples: &[
        bad("他說⟦&quot;⟧好⟦&quot;⟧。").fixed("他說\"好\"。"),
        bad("价格⟦&amp;nbsp;⟧上涨。").fixed("价格\u{a0}上涨。"),
        bad("他的⟦&＃39；⟧書⟦& quot ;⟧。").fixed("他的'書\"。"),
        bad("他说⟦&引号；⟧好。"),
        good("AT&T 與 R&D；點「檔案&nbsp;編輯」，`&quot;`。"),
        good("他说 a &lt; b。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    if !target.signs().has(Sign::Entity) {
        return;
    }
    for it in entities(target.text()) {
        let entity = &target.text()[it.span.range()];
        let meant = target.source().is_some_and(|source| source.contains(entity));
        if meant || enclosure(target.text(), it.span.range()) == Some(Enclosure::Code) {
            continue;
        }
        match it.right {
            Some(right) => _ = out.report(it.span, KNOWN.with(&[entity, right])).mend(right),
            None => _ = out.report(it.span, UNKNOWN.with(&[entity])),
        }
    }
}

const KNOWN: Bilingual = say(
    "The entity “{0}” shows as code: write the character “{1}”.",
    "字符实体“{0}”会露出代码，应直接写“{1}”。",
);

const UNKNOWN: Bilingual = say(
    "The entity “{0}” shows as code: write the character that it stood for.",
    "字符实体“{0}”会露出代码，应改成它所代表的字符。",
);
