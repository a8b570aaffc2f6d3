use crate::characters::Sign;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Resources, Run, Unit};
use crate::finding::{Category, Findings, Severity, say};
use crate::script::Script;
use crate::text::Variant;
use crate::typography::{QuoteStyle, Quotes};

pub(super) const CHECK: Check = Check {
    id: "quotation-style",
    category: Category::Locale,
    mqm: "locale-conventions/locale-specific-punctuation/quote-mark-type",
    its: "typographical",
    severity: Severity::Minor,
    systematic: true,
    finds: say(
        "Quotation marks of another region, or two families in one document.",
        "用了别的地区的引号，或同一文档混用两套引号。",
    ),
    why: say(
        "Taiwan and Hong Kong write 「」 and 『』, mainland China “” and ‘’; one text keeps to one \
         family.",
        "台湾和香港用「」『』，中国大陆用弯引号；同一篇文字只用一套。",
    ),
    examples: &[
        bad("他說：⟦“⟧這很⟦‘⟧有趣⟦’⟧。⟦”⟧")
            .variant(Variant::HantTw)
            .fixed("他說：「這很『有趣』。」"),
        bad("他说：⟦「⟧这很⟦『⟧有趣⟦』⟧。⟦」⟧")
            .variant(Variant::HansCn)
            .fixed("他说：“这很‘有趣’。”"),
        bad("他说“好”，她说“行”，又说⟦「⟧走⟦」⟧。").fixed("他说“好”，她说“行”，又说“走”。"),
        good("他說：“這很有趣。”"),
        good("他說：「Meta’s “plan” is here.」").variant(Variant::HantTw),
        good("他说：“这很‘有趣’。”").variant(Variant::HansCn),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, _: &Resources, out: &mut Findings) {
    let quotes: Vec<(&Unit, Quotes)> = units
        .having(&[Sign::Quote])
        .map(|unit| (unit, Quotes::of(unit.target.landmarks())))
        .collect();
    let declared = units.declared().and_then(QuoteStyle::of);
    let Some(style) = declared.or_else(|| majority(&quotes, units.script())) else {
        return;
    };
    for (unit, found) in &quotes {
        let other =
            if style == QuoteStyle::Corner { QuoteStyle::Curly } else { QuoteStyle::Corner };
        for (at, mark) in found.of_style(other) {
            let Some(right) = style.instead_of(*mark) else { continue };
            let message = say(
                "“{0}” is not the quotation mark of this text; write “{1}”.",
                "“{0}”不是本文所用的引号，应写成“{1}”。",
            );
            let message = message.with(&[&mark.to_string(), right]);
            out.at(unit.place).report(*at..*at + mark.len_utf8(), message).suggest(right);
        }
    }
}

/// The family that a document with both uses more; in doubt that of its script.
fn majority(quotes: &[(&Unit, Quotes)], script: Option<Script>) -> Option<QuoteStyle> {
    let count = |style| quotes.iter().map(|it| it.1.of_style(style).len()).sum::<usize>();
    let (corner, curly) = (count(QuoteStyle::Corner), count(QuoteStyle::Curly));
    match corner.cmp(&curly) {
        _ if corner < 2 || curly < 2 => None,
        std::cmp::Ordering::Greater => Some(QuoteStyle::Corner),
        std::cmp::Ordering::Less => Some(QuoteStyle::Curly),
        std::cmp::Ordering::Equal => script.map(|it| match it {
            Script::Hant => QuoteStyle::Corner,
            Script::Hans => QuoteStyle::Curly,
        }),
    }
}
