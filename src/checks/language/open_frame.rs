use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Bilingual, Confidence, Findings, Severity, say};
use crate::fluency::{GOES_ON, Lack, open_frames};
use crate::text::chars::{is_alphanumeric, is_han};
use crate::text::{Cue, CueSet, Cues};

pub(super) const CHECK: Check = Check {
    id: "open-frame",
    mqm: "linguistic-conventions/grammar/function-words",
    its: "grammar",
    severity: Severity::Minor,
    confidence: Confidence::Medium,
    finds: say(
        "A function word whose construction is not finished: 尽管 without a verb, 从 a date without \
         a bound, a noun taken up by 这 before it has a predicate, 随着 a noun and no clause, 不仅 \
         without 而且.",
        "虚词引出的结构不完整：“尽管”后没有谓语，“从”加日期后没有“起”“到”，名词还没有谓语就用“这”重起，“随着”加名词后没有主句，“不仅”没有“而且”呼应。",
    ),
    why: say(
        "The construction was copied from the source, and its Chinese other half is missing.",
        "结构照搬原文，缺少中文里与之配合的另一半。",
    ),
    examples: &[
        bad("⟦儘管新城市的魅力⟧，但他還是搬回了老家。"),
        bad("他说，⟦虽然球队的历史⟧，但球迷并不满意。"),
        bad("校長和兩位主任⟦的離職，這表明⟧學校的改革並不順利。"),
        bad("⟦随着物价的上涨⟧。许多小店因此关门。"),
        bad("他沒有出席。⟦由於航班的取消⟧。會議改到週五。"),
        bad("新桥⟦不仅缩短了路程⟧，沿线的居民高兴得放起鞭炮。"),
        bad("這項政策⟦不但減輕了負擔⟧，農民盼望它延長三年。"),
        bad("該廠正在⟦從2023年6月推遲⟧新車的交付。"),
        good("儘管新城市很有魅力，但他還是搬回了老家。"),
        good("尽管困难重重，但他没有放弃。尽管如此，他还是来了。"),
        good("他辞职的消息传开了，这表明改革并不顺利。"),
        good("新桥不仅缩短了路程，而且很美。他不仅来了，还带了礼物。這不僅僅是錢，你想想。"),
        good("隨著音樂起舞。由於航班的取消，會議改到週五。"),
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

const CLAUSE: Bilingual = say(
    "“{0}” opens a sentence and nothing follows; write the clause that it belongs to.",
    "“{0}”只是句子的开头，后面没有主句；请补全。",
);

const HALF: Bilingual = say(
    "“{0}” promises more, and nothing in the sentence answers it; add 而且, 还 or the like, or \
     leave 不仅 out.",
    "“{0}”没有下文呼应；请补上“而且”“还”等，或去掉“不仅”。",
);

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    // Few texts have a frame, and no sentence of the others need be looked at.
    let openers = openers(target.shadow().chars(), target.cues());
    if openers.is_empty() {
        return;
    }
    let shadow = target.shadow();
    let mut openers = openers.as_slice();
    for sentence in target.sentences() {
        let own = openers.partition_point(|at| shadow.span(*at..*at + 1).start < sentence.end);
        let (here, later) = openers.split_at(own);
        openers = later;
        let said = target.characters(*sentence);
        if !here.iter().any(|at| may_lack(shadow.chars()[*at], said)) {
            continue;
        }
        for frame in open_frames(&target.tokens(*sentence)) {
            let message = match frame.lacks {
                Lack::Verb => VERB,
                Lack::Bound => BOUND,
                Lack::Predicate => PREDICATE,
                Lack::Clause => CLAUSE,
                Lack::Half => HALF,
            };
            out.report(frame.span, message.with(&[&target.text()[frame.span.range()]]));
        }
    }
}

/// Where the words of a frame may stand, in characters of the shadow.
fn openers(chars: &[char], cues: &Cues) -> Vec<usize> {
    let opens = |it: &&Cue| OPENERS.has(**it) && is_frame(chars, it.at());
    cues.iter().filter(opens).map(Cue::at).collect()
}

/// Whether a sentence, as the shadow has it, can lack what closes the frame that a character opens.
/// Each frame leaves traces in its characters, and most sentences need not be cut into words.
fn may_lack(opener: char, said: &[char]) -> bool {
    let any = |these: &[char]| these.iter().any(|c| said.contains(c));
    let joined = |pair: &[char; 3]| pair[1] == ',' && is_han(pair[0]) && is_han(pair[2]);
    let verb = || any(&['但', '却', '仍', '可']);
    let clause = || !said.array_windows().any(joined);
    match opener {
        '不' => lacks_half(said),
        '从' => any(&['年', '月', '日']),
        _ if !said.contains(&'的') => false,
        '虽' => verb(),
        '尽' => verb() || clause(),
        '随' | '由' | '鉴' | '自' => clause(),
        _ => true,
    }
}

/// Whether 不仅 or 不但 stands there, and nothing behind the last one goes one better.
fn lacks_half(said: &[char]) -> bool {
    let opens = |pair: &[char; 2]| matches!(pair, ['不', '仅' | '但']);
    let last = said.array_windows().rposition(opens);
    last.is_some_and(|at| !said[at + 2..].iter().any(|c| GOES_ON.contains(*c)))
}

/// What a frame may begin with.
static OPENERS: CueSet = CueSet::of("从这它尽虽随由鉴自不");

/// Whether the character at `at` may stand where it opens a frame, with what goes on so.
fn is_frame(chars: &[char], at: usize) -> bool {
    let (before, after) = (&chars[..at], &chars[at + 1..]);
    let next = |these: &str| {
        let next = after.iter().find(|c| !c.is_whitespace());
        next.is_some_and(|c| these.contains(*c))
    };
    let before = before.iter().rev().take_while(|c| **c != '\n').find(|c| !c.is_whitespace());
    let begins = || before.is_none_or(|c| !is_alphanumeric(*c));
    match chars[at] {
        '从' => next("0123456789"),
        '这' | '它' => next("表意显说证标凸") && begins(),
        '尽' => after.starts_with(&['管']) && begins(),
        '虽' => begins(),
        '随' | '由' | '鉴' | '自' => {
            next("着于从") && before.is_none_or(|c| !is_alphanumeric(*c) && !is_pause(*c))
        }
        '不' => matches!(after, ['仅' | '但', ..]),
        _ => false,
    }
}

/// Whether a sentence goes on behind the mark.
fn is_pause(c: char) -> bool {
    matches!(c, ',' | '、' | ';' | ':')
}
