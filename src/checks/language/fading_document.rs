use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Resources, Run, Unit};
use crate::finding::{Bilingual, Confidence, Findings, say};
use crate::fluency::windows;
use crate::text::{Kind, Size, Span};

pub(super) const CHECK: Check = Check {
    id: "fading-document",
    mqm: "accuracy/omission",
    its: "length",
    confidence: Confidence::Medium,
    finds: say(
        "A document whose last third is far shorter or longer against its source than the rest, or \
         says far less that is new.",
        "文档最后三分之一的长度与原文相比明显偏短或偏长，或内容明显贫乏。",
    ),
    why: say(
        "Engines tire in long documents: they begin to sum up, to leave out, or to talk on.",
        "引擎处理长文档时会后继乏力：开始概括、遗漏，或自说自话。",
    ),
    examples: &[
        bad(
            "市議會在週一通過了新的預算案。\n多數議員都投下了贊成票。\n教育經費因此增加了一成。\n\
             圖書館將延長開放的時間。\n老舊的校舍會優先整修。\n反對黨批評計畫過於倉促。\n⟦預算。⟧\n市長。\n議會。",
        )
        .source(
            "The city council passed the new budget on Monday.\nMost of the members voted for it.\n\
             Education will get ten percent more.\nThe libraries will stay open longer.\n\
             Old school buildings come first.\nThe opposition called the plan hasty.\n\
             The budget also pays for twelve new buses next year.\n\
             The mayor said that she would sign it before the end of the week.\n\
             The council will meet again in the first week of September.",
        ),
        bad(
            "市议会在周一通过了新的预算案，多数议员都投下了赞成票。\n教育经费因此增加了一成，图书馆将延长开放时间。\n\
             老旧的校舍会优先整修，反对党批评计划过于仓促。\n公共汽车公司明年会添置十二辆新车。\n\
             市长表示本周内就会签署文件。\n议会将在九月初再次开会讨论税收。\n\
             ⟦这是这个会议的这个会议，这是会议的那个会议的会议，是会议的会议。⟧\n那是那个会议，这是那个会议的这个会议的会议，那是这个会议。\n\
             会议是这个会议，那个会议是这个会议的那个会议，这个会议是会议。",
        ),
        good("第一章\n第二章\n第三章\n第四章\n第五章\n第六章\n第七章\n第八章\n第九章"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

/// Paragraphs that a document has at least.
const LEAST: usize = 9;

const SHORTER: Bilingual = say(
    "From here on the translation is only {0} % as long against its source as before: the engine \
     summed up or left out. Translate the rest again.",
    "从这里开始，译文与原文的长度之比只有前文的{0}%：引擎在概括或遗漏，请重新翻译其余部分。",
);

const LONGER: Bilingual = say(
    "From here on the translation is {0} % as long against its source as before: the engine talks \
     on. Translate the rest again.",
    "从这里开始，译文与原文的长度之比达到前文的{0}%：引擎在自说自话，请重新翻译其余部分。",
);

const POORER: Bilingual = say(
    "From here on hardly anything new is said, unlike before: the engine lost its way. Translate \
     the rest again.",
    "与前文不同，从这里开始几乎没有新的内容：引擎已迷失方向，请重新翻译其余部分。",
);

fn run(units: &Manuscript, _: &Resources, out: &mut Findings) {
    // The messages of a program have an order of their own.
    if units.len() < LEAST || units[0].kind == Kind::Message {
        return;
    }
    let (body, tail) = units.split_at(units.len() - units.len() / 3);
    let message = match (ratio(body), ratio(tail)) {
        (Some(before), Some(after)) => {
            let share = after / before;
            let percent = format!("{:.0}", 100.0 * share);
            match share {
                _ if share < 0.5 => SHORTER.with(&[&percent]),
                _ if share > 2.0 => LONGER.with(&[&percent]),
                _ => return,
            }
        }
        _ if is_poorer(body, tail) => POORER.with(&[]),
        _ => return,
    };
    let span = Span::from(0..tail[0].target.text().trim_end().len());
    out.at(tail[0].place).report(span, message);
}

/// Words of the target for each word of the source, where all have one and there are enough.
fn ratio(units: &[Unit]) -> Option<f64> {
    let (mut target, mut source) = (0.0, 0.0);
    for unit in units {
        target += unit.target.size().words();
        source += Size::of(unit.target.source()?).words();
    }
    (source >= ENOUGH && target > 0.0).then(|| target / source)
}

/// Words of the source that a ratio is reckoned from.
const ENOUGH: f64 = 30.0;

/// Whether every window of the tail is poor, of which there are two at least, and those of the
/// rest are not on the whole.
fn is_poorer(body: &[Unit], tail: &[Unit]) -> bool {
    let is_poor = |window: f64| window < POOR;
    // Nearly every document has a rich window in its tail: the others are not looked at then.
    if !windows_of(tail).all(is_poor) || windows_of(tail).nth(1).is_none() {
        return false;
    }
    let poor = windows_of(body).filter(|window| is_poor(*window)).count();
    poor * 2 < windows_of(body).count()
}

fn windows_of(units: &[Unit]) -> impl Iterator<Item = f64> {
    windows(units.iter().map(|unit| unit.target.shadow().given()))
}

/// How poor a window is in which twelve characters of forty are missing that should be new.
const POOR: f64 = -0.4;
