use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Prose, Resources, Run};
use crate::finding::{Findings, Severity, say};
use crate::script::{Script, misconversions};
use std::ops::Range;

pub(super) const CHECK: Check = Check {
    id: "wrong-conversion",
    mqm: "linguistic-conventions/spelling",
    its: "misspelling",
    severity: Severity::Minor,
    finds: say(
        "A traditional character that belongs to another word, as in 皇後 for 皇后.",
        "繁体字用错了词，例如把“皇后”写成“皇後”。",
    ),
    why: say(
        "One simplified character stands for several traditional ones; a converter that does not \
         look at the word chooses the wrong one.",
        "一个简体字对应几个繁体字；不看词语的转换程序会选错。",
    ),
    examples: &[
        bad("公主剪了⟦頭發⟧，然後去見⟦皇後⟧。").fixed("公主剪了頭髮，然後去見皇后。"),
        bad("工廠⟦制造⟧的⟦面條⟧沒有那麼⟦復雜⟧。").fixed("工廠製造的麵條沒有那麼複雜。"),
        good("工廠製造的麵條很複雜，這裏和那裡都有，週末與周末皆可。"),
        good("工厂制造的面条很复杂，头发也干净。"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, _: &Resources, out: &mut Findings) {
    if units.script() != Some(Script::Hant) {
        return;
    }
    for unit in units {
        let shadow = unit.target.shadow();
        for found in misconversions(shadow) {
            if is_of_words(&unit.target, &found.chars) {
                let span = shadow.span(found.chars);
                let written = &unit.target.text()[span.range()];
                let message = say(
                    "“{0}” was converted wrongly; write “{1}”.",
                    "“{0}”简繁转换有误，应写成“{1}”。",
                );
                let message = message.with(&[written, &found.right]);
                out.at(unit.place).report(span, message).mend(found.right);
            }
        }
    }
}

/// Whether a phrase is made of whole words, or is where one word begins or ends (理髮店).
fn is_of_words(target: &Prose, chars: &Range<usize>) -> bool {
    let words = target.words_around(chars.clone());
    let first = words.partition_point(|word| word.chars.end <= chars.start);
    let last = words.partition_point(|word| word.chars.end < chars.end);
    let (Some(first), Some(last)) = (words.get(first), words.get(last)) else { return false };
    let (starts, ends) = (first.chars.start == chars.start, last.chars.end == chars.end);
    starts && ends || first.chars == last.chars && (starts || ends)
}
