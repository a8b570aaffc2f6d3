use crate::checks::evidence::Suspects;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Prose, Resources, Run};
use crate::finding::{Bilingual, Findings, Message, Severity, say};
use crate::fluency::{Garble, odd_pair};
use crate::text::Span;
use std::ops::Range;

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
        bad("⟦的把他了被公司的在从，，向为一个之的了是与其的对由。⟧"),
        bad("⟦委員會，，把他了被在的從，，向與之的於其對由，因而為的了以。⟧會議隨後結束。"),
        bad("⟦他們在會議上說，他們在會議上說，the members of the board will meet again，取消了。⟧"),
        good("他说完了，，大家便把材料从桌子上一件一件地收了起来。"),
        good("委員會昨天公布了調查報告，，並要求公司在一個月之內說明。"),
        good("他研究了很久，最後說：「這是個難題。」然後離開了會場。"),
        good("“加油，加油！”观众喊道，“再来一个，再来一个！”"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, with: &Resources, out: &mut Findings) {
    let suspects = Suspects::new(units, with);
    for unit in units {
        let out = out.at(unit.place);
        for (sentence, garble) in suspects.evidence(&unit.target) {
            if garble.share() >= MAJOR {
                report(&unit.target, sentence, garble, out);
            }
        }
    }
}

fn report(target: &Prose, sentence: Span, garble: Garble<Message>, out: &mut Findings) {
    let severity = if garble.share() < CRITICAL { Severity::Major } else { Severity::Critical };
    let Range { start, end } = sentence.range();
    let said = target.text()[start..end].trim_end();
    let message = say(
        "The sentence can hardly be understood: {..}. Translate it again after the source.",
        "这个句子几乎无法理解：{..}。请对照原文重新翻译。",
    );
    let mut reasons = garble.evidence;
    let odd = odd_pair(target.characters(sentence)).map(|it| {
        let from = target.shadow().char_of(sentence.start);
        target.shadow().span(from + it.start..from + it.end)
    });
    reasons.extend(odd.map(|it| LOOK.with(&[&target.text()[it.range()]])));
    let span = Span::from(start..start + said.len());
    let reported = out.report(span, message.because(reasons)).severity(severity);
    if let Some(odd) = odd {
        reported.related(odd);
    }
}

/// Points into a sentence. It is a hint, and no evidence: half of the hints miss.
const LOOK: Bilingual = say(
    "look first at “{0}”, two characters that hardly ever meet",
    "先看“{0}”，这两个字几乎从不连用",
);

/// The share from which a sentence is garbled, and from which it says nothing at all.
const MAJOR: f64 = 0.6;
const CRITICAL: f64 = 0.85;
