use crate::checks::evidence::evidence;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Findings, Severity, say};
use crate::text::Span;

pub(super) const CHECK: Check = Check {
    id: "garbled-sentence",
    mqm: "linguistic-conventions/unintelligible",
    its: "non-conformance",
    finds: say(
        "A sentence in which so much is damaged that it cannot be understood.",
        "损坏之处太多、已经无法理解的句子。",
    ),
    why: say(
        "Loops, nonsense words, lost quotation marks and fragments in one sentence add up: it has \
         to be translated again, not mended word by word.",
        "循环、无意义的词、失落的引号和残句集中在一句里：应当重新翻译，而不是逐词修补。",
    ),
    examples: &[
        bad("⟦这是个难题，“这是个难题，“这是个难题，“这是一座工厂，并公布了新的产品。⟧"),
        bad("⟦，由前執行長 Alexandr wheaie Zhaey Zhaey Zhaey Zhae 和前一名 proceipersion 組成。⟧"),
        good("他研究了很久，最後說：「這是個難題。」然後離開了會場。"),
        good("“加油，加油！”观众喊道，“再来一个，再来一个！”"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    for (sentence, garble) in evidence(target) {
        if garble.share() < MAJOR {
            continue;
        }
        let severity = if garble.share() < CRITICAL { Severity::Major } else { Severity::Critical };
        let message = say(
            "The sentence can hardly be understood: {..}. Translate it again after the source.",
            "这个句子几乎无法理解：{..}。请对照原文重新翻译。",
        );
        let said = target.text()[sentence.range()].trim_end();
        let span = Span::from(sentence.range().start..sentence.range().start + said.len());
        out.report(span, message.because(garble.evidence)).severity(severity);
    }
}

/// The share from which a sentence is garbled, and from which it says nothing at all.
const MAJOR: f64 = 0.6;
const CRITICAL: f64 = 0.85;
