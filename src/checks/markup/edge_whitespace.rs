use crate::checks::example::{bad, good};
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Bilingual, Category, Findings, Severity, say};
use crate::markup::edges;
use crate::text::Kind;

pub(super) const CHECK: Check = Check {
    id: "edge-whitespace",
    category: Category::Markup,
    mqm: "design-and-markup/local-formatting",
    its: "whitespace",
    severity: Severity::Minor,
    finds: say(
        "A message that begins or ends with other white space than its source.",
        "消息首尾的空白与原文不同。",
    ),
    why: say(
        "Programs put messages together, and rely on the line ends and spaces at their edges.",
        "程序会拼接消息，依赖首尾的换行和空格。",
    ),
    examples: &[
        bad("⟦ ⟧打开文件").source("Open file").message().fixed("打开文件"),
        bad("⟦⟧縮排").source("\tIndent").message().fixed("\t縮排"),
        bad("版本：%s⟦⟧").source("Version: %s ").message().fixed("版本：%s "),
        good("名称：").source("Name: ").message(),
        bad("載入中…⟦⟧").source("Loading… ").message().fixed("載入中… "),
        good("作者：").source("By: ").message(),
        good(" 檔案").source("File"),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    let is_edge =
        |text: &str| text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace);
    if !pair.is_message() || !is_edge(pair.source) && !is_edge(pair.target.text()) {
        return;
    }
    // The line end after a row of a file is left over from the file.
    let ends = if pair.kind == Kind::Cell { "\n" } else { "" };
    let whole = |text| str::trim_end_matches(text, |c| ends.contains::<char>(c));
    for edge in edges(whole(pair.source), whole(pair.target.text())) {
        let there = &pair.target.text()[edge.span.range()];
        let message = MISMATCH.with(&[&named(&edge.right), &named(there)]);
        out.report(edge.span, message).mend(edge.right);
    }
}

/// White space by signs that can be seen.
fn named(space: &str) -> String {
    let sign = |c| match c {
        ' ' => '␣',
        '\n' => '⏎',
        '\t' => '⇥',
        c => c,
    };
    if space.is_empty() { "∅".to_owned() } else { space.chars().map(sign).collect() }
}

const MISMATCH: Bilingual = say(
    "The source has “{0}” at this edge, the translation “{1}”: keep the white space of the source.",
    "此处原文的空白是“{0}”，译文是“{1}”，应与原文一致。",
);
