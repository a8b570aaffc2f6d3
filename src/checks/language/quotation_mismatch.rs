use crate::characters::Sign;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Confidence, Findings, Severity, say};
use crate::text::chars;

pub(super) const CHECK: Check = Check {
    id: "quotation-mismatch",
    mqm: "linguistic-conventions/punctuation",
    its: "typographical",
    severity: Severity::Minor,
    confidence: Confidence::Medium,
    finds: say(
        "Somebody's words in quotation marks, where the translation has no such mark at all.",
        "原文引用了他人的话，译文却完全没有引号。",
    ),
    why: say(
        "Without the marks the writer seems to say what somebody else said; titles and single words in quotation marks are left alone.",
        "没有引号，别人的话就成了作者自己的话；书名和加引号的词语不报告。",
    ),
    examples: &[
        bad("⟦经理说我们明年春天会再开一家店。⟧")
            .source("The manager said, \"We will open another shop next spring.\""),
        bad("⟦她在信裡寫道我從來沒有見過這樣的日出。⟧")
            .source("In her letter she wrote: “I have never seen a sunrise like this one.”"),
        good("经理说：“我们明年春天会再开一家店。”")
            .source("The manager said, \"We will open another shop next spring.\""),
        good("她在信裡寫道：「我從來沒有見過這樣的日出。」")
            .source("In her letter she wrote: “I have never seen a sunrise like this one.”"),
        good("他演过《风雪夜归人》。")
            .source("He played in \"The Man Who Came Home One Snowy Night\"."),
        good("请点击保存。").source("Click \"Save\"."),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    let (source, target) = (pair.source, pair.target);
    if target.signs().has(Sign::Quote) || !source.contains(['"', '“']) {
        return;
    }
    let text = target.text();
    if text.contains(['《', '〈', '【', '〝', '〞', '«', '*', '_']) || target.size().han == 0
    {
        return;
    }
    if let Some(said) = quoted(source) {
        let message = say(
            "The source quotes “{0}”, and the translation has no quotation marks: put them around what is quoted.",
            "原文引用了“{0}”，译文却没有引号，应给引语加上引号。",
        );
        out.report(pair.written(), message.with(&[said]));
    }
}

/// A quotation of a few words at least, whole: in some sources a straight quote is an apostrophe or
/// an inch.
fn quoted(source: &str) -> Option<&str> {
    let marks: Vec<usize> = source.match_indices(['"', '“', '”']).map(|(at, _)| at).collect();
    let word = |c: char| chars::is_alphanumeric(c);
    let inside = |pair: &[usize]| {
        let [open, close] = *pair else { return None };
        let (before, from) = (&source[..open], &source[open..close]);
        let said = from.trim_start_matches(['"', '“', '”']);
        let whole = said.starts_with(word)
            && !said.ends_with(char::is_whitespace)
            && !before.ends_with(|c: char| !c.is_whitespace() && c != '(')
            && !source[close..].trim_start_matches(['"', '“', '”']).starts_with(word);
        (whole && said.split_whitespace().count() >= FEW).then_some(said)
    };
    marks.chunks(2).find_map(inside)
}

/// So many words in quotation marks are what somebody said.
const FEW: usize = 5;
