use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Bilingual, Confidence, Findings, Severity, say};
use crate::fluency::{Lack, open_frames};

pub(super) const CHECK: Check = Check {
    id: "open-frame",
    mqm: "linguistic-conventions/grammar/function-words",
    its: "grammar",
    severity: Severity::Minor,
    confidence: Confidence::Medium,
    finds: say(
        "A function word whose construction is not finished: 尽管 without a verb, 从 a date without \
         a bound, a noun taken up by 这 before it has a predicate.",
        "虚词引出的结构不完整：“尽管”后没有谓语，“从”加日期后没有“起”“到”，名词还没有谓语就用“这”重起。",
    ),
    why: say(
        "The construction was copied from the source, and its Chinese other half is missing.",
        "结构照搬原文，缺少中文里与之配合的另一半。",
    ),
    examples: &[
        bad("⟦儘管新城市的魅力⟧，但他還是搬回了老家。"),
        bad("他说，⟦虽然球队的历史⟧，但球迷并不满意。"),
        bad("校長和兩位主任⟦的離職，這表明⟧學校的改革並不順利。"),
        bad("該廠正在⟦從2023年6月推遲⟧新車的交付。"),
        good("儘管新城市很有魅力，但他還是搬回了老家。"),
        good("尽管困难重重，但他没有放弃。尽管如此，他还是来了。"),
        good("他辞职的消息传开了，这表明改革并不顺利。"),
        good("从2023年6月起推迟交付，从2020年到2023年逐年增加。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

const VERB: Bilingual = say(
    "“{0}” has a noun and no verb; finish the clause, or write it with another word.",
    "“{0}”只有名词，没有谓语；请补全分句或改用别的说法。",
);

const BOUND: Bilingual = say(
    "“{0}”: 从 and a date ask for 起, 到 or the like; say what begins or ends then.",
    "“{0}”：“从”加日期要与“起”“到”等配合，请说明何时开始、何时结束。",
);

const PREDICATE: Bilingual = say(
    "The noun before “{0}” has no predicate of its own; let it be the subject and leave the \
     pronoun out.",
    "“{0}”之前的名词没有谓语；请让它直接作主语，去掉代词。",
);

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    for sentence in target.sentences() {
        let text = &target.text()[sentence.range()];
        if !may_open(text) {
            continue;
        }
        for frame in open_frames(&target.tokens(*sentence)) {
            let message = match frame.lacks {
                Lack::Verb => VERB,
                Lack::Bound => BOUND,
                Lack::Predicate => PREDICATE,
            };
            out.report(frame.span, message.with(&[&target.text()[frame.span.range()]]));
        }
    }
}

/// Whether a sentence has the words of a frame, in either script.
fn may_open(text: &str) -> bool {
    const OPENERS: [char; 9] = ['从', '從', '这', '這', '它', '尽', '儘', '虽', '雖'];
    text.match_indices(OPENERS).any(|(at, opener)| {
        let rest = &text[at + opener.len()..];
        let next = |fits: fn(char) -> bool| rest.trim_start().starts_with(fits);
        match opener {
            "从" | "從" => next(|c| c.is_ascii_digit()),
            "这" | "這" | "它" => next(|c| "表意显顯说說证證标標凸".contains(c)),
            "尽" | "儘" => rest.starts_with('管'),
            _ => true,
        }
    })
}
