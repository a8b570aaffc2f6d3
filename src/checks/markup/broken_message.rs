use crate::characters::Sign;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Resources, Run, Unit};
use crate::finding::{Bilingual, Category, Findings, Severity, say};
use crate::markup::{Flaw, MessageFault, Wrong, message_fault};
use crate::text::{Kind, State};

pub(super) const CHECK: Check = Check {
    id: "broken-message",
    category: Category::Markup,
    mqm: "design-and-markup/broken-markup",
    its: "markup",
    severity: Severity::Critical,
    finds: say(
        "An ICU message that no program can read, or that chooses otherwise than its source.",
        "程序无法读取的 ICU 消息，或选择方式与原文不同的消息。",
    ),
    why: say(
        "Programs refuse such a message as a whole: nothing is shown, or its code.",
        "程序会整条拒绝这样的消息，什么也不显示，或把代码显示出来。",
    ),
    examples: &[
        bad("⟦{⟧n, plural, other {# 个文件}").source("{n, plural, one {# file} other {# files}}"),
        bad("{n, plural, other {# 個檔案}}⟦}⟧").source("{n, plural, one {# file} other {# files}}"),
        bad("⟦{n, plural⟧, one {# 个文件}}").source("{n, plural, one {# file} other {# files}}"),
        bad("⟦{n, plural⟧, one {# 個檔案}}").message(),
        bad("{n, plural, =0 {無} ⟦其餘⟧ {# 個} other {很多}}").message(),
        bad("{n, plural, ⟦other⟧ # 个}").source("{n, plural, other {# files}}"),
        bad("{n⟦，⟧plural，other {# 個檔案}}").source("{n, plural, other {# files}}"),
        bad("⟦｛n，plural，⟧other｛# 个文件｝｝").source("{n, plural, other {# files}}"),
        bad("{n, ⟦select⟧, other {{n} 個檔案}}")
            .source("{n, plural, one {# file} other {# files}}")
            .fixed("{n, plural, other {{n} 個檔案}}"),
        good("{n, plural, =0 {没有文件} other {# 个文件}}")
            .source("{n, plural, =0 {no files} one {# file} other {# files}}"),
        good("{n} 個檔案").source("{n, plural, one {# file} other {# files}}"),
        good("在 {{count}} 个文件中选择（复数 plural）").source("Select plural in {{count}} files"),
        good("寫作 `{n, plural, other` 即可。").message(),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, _: &Resources, out: &mut Findings) {
    let having = units.having(&[Sign::Field]);
    for unit in having.filter(|it| it.segment.state != Some(State::Untranslated)) {
        let source = unit.target.source();
        // In backticks a message is spoken of.
        let is_one = unit.kind == Kind::Message && !unit.target.text().contains('`');
        let is_its = source.is_some() || is_one;
        let fault = message_fault(source, unit.target.text()).filter(|_| is_its);
        if let Some(fault) = fault {
            tell(unit, fault, out);
        }
    }
}

fn tell(unit: &Unit, fault: MessageFault, out: &mut Findings) {
    let text = unit.target.text();
    let shown = |span: crate::text::Span| &text[span.range()];
    match fault {
        MessageFault::Flaw(Flaw { wrong, span }) => {
            out.at(unit.place).report(span, said(wrong).with(&[shown(span)]));
        }
        MessageFault::Kind(right, span) => {
            let message = KIND.with(&[&right, shown(span)]);
            out.at(unit.place).report(span, message).suggest(right);
        }
    }
}

fn said(wrong: Wrong) -> Bilingual {
    match wrong {
        Wrong::Unclosed => say(
            "The brace that opens here is never closed: add “}” where its text ends.",
            "这里的左花括号没有闭合，应在其内容之后补上“}”。",
        ),
        Wrong::Unopened => say(
            "This “}” closes nothing: take it out, or add the “{” that is missing before it.",
            "这个“}”没有对应的左花括号，应删去，或在前面补上“{”。",
        ),
        Wrong::Argument => say(
            "“{0}” cannot stand in the braces of an argument: write half-width marks and a name, as in the source.",
            "参数的花括号里不能有“{0}”，应照原文写半角标点和参数名。",
        ),
        Wrong::Branch => say(
            "“{0}” is no branch of the choice: a branch is a word with its text in half-width braces behind it.",
            "“{0}”不是选项：选项是一个关键词，后面用半角花括号写出文本。",
        ),
        Wrong::Category => say(
            "No number is counted by “{0}”: keep the words of the source (other, =0), and translate only what is in their braces.",
            "“{0}”不是复数类别：应保留原文的关键词（other、=0），只译花括号内的文本。",
        ),
        Wrong::NoOther => say(
            "The choice “{0}” has no branch “other”, without which it is no message: Chinese needs this one.",
            "选择式“{0}”缺少 other 选项，程序无法读取；中文正需要这一项。",
        ),
        Wrong::Depth => say(
            "The choices of this message stand too deep in each other to be read.",
            "消息中的选择式嵌套过深，无法读取。",
        ),
    }
}

const KIND: Bilingual = say(
    "The source chooses by “{0}”, and the translation by “{1}”: keep “{0}”.",
    "原文按“{0}”选择，译文却按“{1}”，应保留“{0}”。",
);
