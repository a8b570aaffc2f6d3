use crate::checks::example::{bad, good};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Bilingual, Category, Findings, Severity, say};
use crate::markup::{Breaks, Trace};
use crate::text::Kind;

pub(super) const CHECK: Check = Check {
    id: "line-break-mismatch",
    category: Category::Markup,
    mqm: "design-and-markup/local-formatting",
    its: "whitespace",
    severity: Severity::Minor,
    finds: say("A text that is broken into lines otherwise than its source.", "换行与原文不一致。"),
    why: say(
        "A program lays its messages out by them; a break that is written out shows what kind it is.",
        "程序按换行排版，多了或少了都会打乱版面。",
    ),
    examples: &[
        bad("⟦请登录然后继续⟧").source("Sign in\\nThen continue"),
        bad("⟦第一行<br>第二行<br>第三行⟧").source("First line<br/>Second and third line"),
        bad("⟦檔案已儲存，請關閉視窗⟧").source("The file is saved.<br>Close the window."),
        good("第一行\\n第二行<br>第三行").source("First line\\nSecond line<br />Third line"),
        good("檔案位於 C:\\new").source("The file is in C:\\new"),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    let text = pair.target.text();
    let may_have = pair.traces().has(Trace::Line) || text.contains(['\n', '\\', '<']);
    if !may_have || !pair.is_translated() {
        return;
    }
    let (source, target) = (Breaks::of(pair.source), Breaks::of(text));
    // What is filled line by line breaks where its language fills a line.
    let is_filled = pair.source.lines().any(|line| line.len() > FULL);
    let lines = pair.kind == Kind::Message && !is_filled;
    for (sign, one, other) in [
        ("\\n", source.escapes, target.escapes),
        ("<br>", source.tags, target.tags),
        ("⏎", source.lines, target.lines),
    ] {
        if one != other && (sign != "⏎" || lines) {
            let message = MISMATCH.with(&[sign, &one.to_string(), &other.to_string()]);
            out.report(0..text.len(), message);
        }
    }
}

/// A line of so many bytes was broken because it was full.
const FULL: usize = 56;

const MISMATCH: Bilingual = say(
    "The source breaks its lines with “{0}” in {1} places, the translation in {2}: break it alike.",
    "原文有{1}处“{0}”换行，译文有{2}处，应保持一致。",
);
