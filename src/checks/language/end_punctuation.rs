use crate::checks::example::{bad, good};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Bilingual, Confidence, Findings, Severity, say};
use crate::text::{End, Span, end};

pub(super) const CHECK: Check = Check {
    id: "end-punctuation",
    mqm: "linguistic-conventions/punctuation",
    its: "typographical",
    severity: Severity::Minor,
    confidence: Confidence::Medium,
    finds: say(
        "An end that means something else than that of the source: a question, a colon or an ellipsis that was lost, or a question that is none.",
        "结尾的语气与原文不符：漏了问号、冒号或省略号，或把陈述改成了疑问。",
    ),
    why: say(
        "A question that reads as a statement misleads; a colon and an ellipsis in a program say that something follows.",
        "疑问句写成陈述句会误导读者；界面里的冒号和省略号表示后面还有内容。感叹号可以换成句号，不报告。",
    ),
    examples: &[
        bad("你想删除这个文件⟦。⟧").source("Do you want to delete this file?"),
        bad("出生日⟦期⟧").source("Date of birth:").fixed("出生日期："),
        bad("正在載⟦入⟧").source("Loading…").fixed("正在載入……"),
        bad("檔案已經刪除⟦？⟧").source("The file was deleted."),
        good("要删除这个文件吗？").source("Do you want to delete this file?"),
        good("你是不是想刪除這個檔案。").source("Do you want to delete this file?"),
        good("請提供訂單編號。").source("Could you give me your order number, please?"),
        good("太好了。").source("Great!"),
        good("「真的嗎？」她問。").source("\"Really?\" she asked."),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    let (text, source) = (pair.target.text(), pair.source);
    let ((ours, mark), (theirs, _)) = (end(text), end(source));
    if ours == theirs || pair.target.size().han == 0 {
        return;
    }
    let lost = matches!(ours, End::Bare | End::Stop);
    let found = match theirs {
        End::Question if lost && asks(source) && !is_question(text) => (QUESTION, "？"),
        End::Colon if lost => (COLON, "："),
        End::Ellipsis if lost && is_label(source) && !text[..mark.range().end].ends_with('等') => {
            (ELLIPSIS, "……")
        }
        End::Stop if ours == End::Question && is_label(source) && !wonders(source) => (NONE, "。"),
        _ => return,
    };
    let at = if mark.is_empty() { last(text, mark) } else { mark };
    let kept = if mark.is_empty() { &text[at.range()] } else { "" };
    out.report(at, found.0.with(&[])).suggest(format!("{kept}{}", found.1));
}

const QUESTION: Bilingual = say(
    "The source asks, the translation states: make it a question.",
    "原文是疑问句，译文成了陈述句，应改为疑问句。",
);

const COLON: Bilingual = say(
    "The source ends with a colon, for something follows: write one.",
    "原文以冒号结尾，表示后面还有内容，应补上冒号。",
);

const ELLIPSIS: Bilingual = say(
    "The source ends with an ellipsis, for something goes on or follows: write one.",
    "原文以省略号结尾，表示尚在进行或还有后续，应补上省略号。",
);

const NONE: Bilingual = say(
    "The source states, the translation asks: make it a statement.",
    "原文是陈述句，译文成了疑问句，应改为陈述句。",
);

/// So many bytes of a source may be a label or a short message.
const SHORT: usize = 60;

fn is_label(source: &str) -> bool {
    source.len() <= SHORT
}

/// Whether a source asks for an answer: `…, okay?` and `Could you …?` ask for none.
fn asks(source: &str) -> bool {
    let small = source.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let tags = ["okay", "ok", "right", "please", "thanks", "yeah", "huh", "eh", "you know"];
    let begs =
        ["could you", "can you", "would you", "will you", "may i", "can i", "could i", "you know"];
    let last = small.rsplit(['.', '!', '?']).next().unwrap_or_default().trim_start();
    !tags.iter().any(|it| small.ends_with(it))
        && !begs.iter().any(|it| last.starts_with(it))
        && !["wonder", "why not"].iter().any(|it| small.contains(it))
}

/// Whether a text asks by its words or by a mark.
fn is_question(text: &str) -> bool {
    const WORDS: [&str; 27] = [
        "？",
        "?",
        "吗",
        "嗎",
        "呢",
        "么",
        "麼",
        "什",
        "谁",
        "誰",
        "哪",
        "怎",
        "几",
        "幾",
        "是否",
        "是不是",
        "能否",
        "可否",
        "多少",
        "多久",
        "多大",
        "多长",
        "多長",
        "何",
        "没有吧",
        "吧",
        "要不要",
    ];
    WORDS.iter().any(|word| text.contains(word))
}

/// Whether a source has a question somewhere, perhaps in other words.
fn wonders(source: &str) -> bool {
    let small = source.to_lowercase();
    small.contains('?')
        || ["wonder", "whether", " if ", "ask", "how ", "what ", "why ", "who "]
            .iter()
            .any(|word| small.contains(word))
}

/// The last character before the place where a mark should be.
fn last(text: &str, mark: Span) -> Span {
    let end = mark.range().end;
    let length = text[..end].chars().next_back().map_or(0, char::len_utf8);
    (end - length..end).into()
}
