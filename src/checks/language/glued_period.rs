use crate::characters::Sign;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Findings, Severity, say};
use crate::text::{Span, marks};

pub(super) const CHECK: Check = Check {
    id: "glued-period",
    mqm: "linguistic-conventions/punctuation",
    its: "typographical",
    severity: Severity::Minor,
    finds: say(
        "A half-width full stop between an English word and a Chinese character.",
        "英文单词与汉字之间的半角句点。",
    ),
    why: say(
        "A sentence of the source and its translation were stuck together.",
        "原文的句子与译文粘在了一起。",
    ),
    examples: &[
        bad("It was a period of deep ⟦crisis.該⟧公司因此改組。"),
        bad("他们用的是⟦python.后⟧来换了。"),
        good("使用 Node.js 和 etc.等縮寫，见 https://example.com.后面。"),
        good("Mr.王 和 J.K.罗琳，約翰.史密斯。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    if !target.signs().has(Sign::Narrow) || !target.signs().has(Sign::Latin) {
        return;
    }
    for at in marks::glued_periods(target.landmarks()) {
        let message = say(
            "“{0}”: the full stop of the source is stuck to the Chinese; part the sentences, or \
             write “。”.",
            "“{0}”：原文的句点与汉字粘连，请断开句子或改用“。”。",
        );
        let span = around(target.text(), at.start);
        out.report(span, message.with(&[&target.text()[span.range()]]));
    }
}

/// The word before the full stop and the character behind it.
fn around(text: &str, at: usize) -> Span {
    let word = text[..at].trim_end_matches(|c: char| c.is_ascii_alphabetic()).len();
    let next = text[at + 1..].chars().next().map_or(0, char::len_utf8);
    Span::from(word..at + 1 + next)
}
