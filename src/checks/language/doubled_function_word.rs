use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Findings, Severity, say};
use crate::segmenter::Word;
use crate::text::{CharSet, Span, chars};

pub(super) const CHECK: Check = Check {
    id: "doubled-function-word",
    mqm: "linguistic-conventions/duplication",
    its: "duplication",
    severity: Severity::Minor,
    finds: say(
        "A particle, preposition or conjunction written twice in a row.",
        "助词、介词或连词连写两次。",
    ),
    why: say(
        "Such a word never doubles in Chinese; the second is left over from a cut or a merge.",
        "这类词在汉语里从不重叠；多出的一个是删改或拼接的残留。",
    ),
    examples: &[
        bad("这是他们的⟦的⟧计划。").fixed("这是他们的计划。"),
        bad("會議在⟦在⟧臺北舉行。").fixed("會議在臺北舉行。"),
        good("他现在在场，目的的确达到了。"),
        good("“是是是，您說得對。”他連忙說。"),
        good("為了了解情況，我受不了了，只好等等。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

/// Words of one character that never double.
static WORDS: CharSet = CharSet::of("的了在是和与于把被向从为由将及或着其并但而也都就以让使们");

/// What looks like one of them doubled and is something else.
const MEANT: [&str; 4] = ["的的喀喀", "的的确确", "是是非非", "在在显示"];

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    if !target.repeats().twin {
        return;
    }
    let chars = target.shadow().chars();
    let pairs = chars.array_windows().zip(1..).filter(|([a, b], _)| a == b && WORDS.has(*a));
    let places = pairs.map(|(_, at)| at);
    let pairs = target.around(places, |passage| {
        passage.words.array_windows().filter_map(|pair| doubled(pair, chars)).collect()
    });
    for (first, second) in pairs {
        let word = &target.text()[second.range()];
        let message =
            say("“{0}” is written twice in a row; keep one.", "“{0}”连写了两次，应只保留一个。");
        out.report(second, message.with(&[word])).related(first).suggest("");
    }
}

fn is_doubled(pair: &[char]) -> bool {
    pair[0] == pair[1] && WORDS.has(pair[0])
}

/// The places of two words that are one word doubled.
fn doubled([first, second]: &[Word; 2], chars: &[char]) -> Option<(Span, Span)> {
    let (a, b) = (first.chars.clone(), second.chars.clone());
    let touch = a.len() == 1 && b.len() == 1 && a.end == b.start;
    let meant = !touch || !is_doubled(&chars[a.start..b.end]) || is_meant(chars, a.start);
    (!meant).then_some((first.span, second.span))
}

/// Whether the pair at `at` belongs to a word, is 了 twice after what takes one (受不了了), or says
/// yes: 是是是.
fn is_meant(chars: &[char], at: usize) -> bool {
    let rest: String = chars[at..].iter().take(4).collect();
    let finishes = chars[at] == '了' && at > 0 && "不得没为完".contains(chars[at - 1]);
    let rest_of_yes = |c: char| c == '是' || !chars::is_alphanumeric(c);
    let assents = chars[at] == '是' && chars.get(at + 2).copied().is_none_or(rest_of_yes);
    finishes || assents || MEANT.contains(&rest.as_str())
}
