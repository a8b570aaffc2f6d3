use crate::checks::density::note;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Param, Prose, Resources, Run};
use crate::finding::{Bilingual, Category, Confidence, Findings, Severity, say};
use crate::text::{CueSet, chars};
use std::ops::Range;

pub(super) const CHECK: Check = Check {
    id: "translationese",
    category: Category::Style,
    mqm: "style/unidiomatic-style",
    its: "style",
    severity: Severity::Neutral,
    confidence: Confidence::Medium,
    finds: say(
        "A document full of frames that English lends: 當……時, 對於……來說, 其中之一.",
        "文档里从英文套来的句式太多：当……时、对于……来说、其中之一。",
    ),
    why: say(
        "Each is right by itself; many together show that the text was carried over clause by \
         clause. Of 246 news articles translated by people none has 4 to 1,000 characters.",
        "单看都没有错；太多则说明文字是逐句搬过来的。246 篇人工翻译的新闻没有一篇每千字达到 4 处。",
    ),
    params: &[MOST],
    examples: &[
        bad(
            "⟦當會議結束時⟧，大家都很累。對於主席來說，這是最難的任務之一。當記者問他時，他沒有回答。會議從早上九點開到晚上八點，中間只休息了半小時。負責人表示，這次改革涉及三個部門和十二個單位，第一階段從下個月開始，第二階段視成果再說。幾位代表提出不同意見，認為時間太短，人手也不夠，希望先在一個單位試行，再逐步推廣到其他單位。主席最後說，大家的意見都會寫進會議紀錄，供下次開會時參考，也歡迎隨時來信補充說明，秘書處會整理後轉交各個部門研究辦理，並在兩週之內答覆。散會前，主席感謝全體同仁的辛勞。",
        ),
        bad(
            "⟦当会议结束时⟧，大家都很累。对于主席来说，这是最难的任务之一。当记者问他时，他没有回答。会议从早上九点开到晚上八点，中间只休息了半小时。负责人表示，这次改革涉及三个部门和十二个单位，第一阶段从下个月开始，第二阶段视成果再说。几位代表提出不同意见，认为时间太短，人手也不够，希望先在一个单位试行，再逐步推广到其他单位。主席最后说，大家的意见都会写进会议纪录，供下次开会时参考，也欢迎随时来信补充说明，秘书处会整理后转交各个部门研究办理，并在两周之内答复。散会前，主席感谢全体同仁的辛劳。",
        ),
        good("當他回來時，對於我們來說，這是最好的禮物之一。"),
        good("会议结束后，大家都很累。"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

const MOST: Param = Param {
    key: "translationese.per-thousand",
    default: 4,
    means: say(
        "How many such frames in 1,000 Chinese characters are too many.",
        "每千个汉字里有几处这样的句式算太多。",
    ),
};

/// What opens a frame and what closes it.
const FRAMES: [(&str, &[&str]); 4] = [
    ("当", &["时", "的时候", "之时"]),
    ("对", &["来说", "而言"]),
    ("在", &["的情况下", "的过程中", "的基础上"]),
    ("通过", &["的方式", "的方法"]),
];

/// Characters that a frame may hold.
const WIDE: usize = 20;

fn run(units: &Manuscript, with: &Resources, out: &mut Findings) {
    note(units, frames, with.param(MOST), OFTEN, out);
}

const OFTEN: Bilingual = say(
    "Frames such as this stand here {0} times in 1,000 characters; say some of them freely.",
    "本文每千字有{0}处这样的套用句式，部分可以换个说法。",
);

/// What a frame begins with, or 之一.
static OPENERS: CueSet = CueSet::of("之当对在通");

fn frames(target: &Prose) -> Vec<Range<usize>> {
    let (chars, mut found) = (target.shadow().chars(), vec![]);
    let mut done = 0;
    for cue in target.cues().iter().filter(|it| OPENERS.has(**it)) {
        let at = cue.at();
        let length = match cue.c {
            _ if at < done => None,
            '之' => (chars.get(at + 1) == Some(&'一') && !is_part(&chars[..at])).then_some(2),
            _ => frame(clause(&chars[at..])),
        };
        if let Some(length) = length {
            done = at + length;
            found.push(at..done);
        }
    }
    found
}

/// 三分之一 is a number.
fn is_part(before: &[char]) -> bool {
    matches!(before, [.., '分' | '万' | '成'])
}

/// What may be a frame at the beginning of a text: its clause, or the most that a frame holds.
fn clause(rest: &[char]) -> &[char] {
    let length = rest.iter().take(WIDE).take_while(|c| chars::is_alphanumeric(**c)).count();
    &rest[..length]
}

/// The length of the frame that a stretch is: its other half stands at the end.
fn frame(stretch: &[char]) -> Option<usize> {
    let last = stretch.last()?;
    if !matches!(last, '时' | '候' | '说' | '言' | '下' | '中' | '上' | '式' | '法') {
        return None;
    }
    let said: String = stretch.iter().collect();
    let (opener, closers) = FRAMES.iter().find(|(opener, _)| said.starts_with(opener))?;
    let inside = said.strip_prefix(opener)?;
    let closer = closers.iter().find(|closer| inside.ends_with(**closer))?;
    (inside.len() > closer.len() + 3).then_some(stretch.len())
}
