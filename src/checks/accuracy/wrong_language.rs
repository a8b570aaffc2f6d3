use crate::characters::Sign;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Resources, Run, Unit};
use crate::finding::{Category, Findings, Severity, say};
use crate::residue::{Tongue, is_surely_chinese, left_clauses, left_paragraph, tongue};
use crate::text::{Size, Span};

pub(super) const CHECK: Check = Check {
    id: "wrong-language",
    category: Category::Accuracy,
    mqm: "accuracy/untranslated",
    its: "untranslated",
    severity: Severity::Critical,
    finds: say(
        "A document that is not in Chinese at all; it is told once.",
        "整个文档都不是中文；只报告一次。",
    ),
    why: say(
        "Nothing was translated, or into another language, or the wrong file was given.",
        "没有翻译、译成了别的语言，或给错了文件。",
    ),
    examples: &[
        bad(
            "⟦The quick brown fox jumps over the lazy dog near the river.⟧\nNothing here was translated.",
        ),
        bad("⟦これは中国語ではなく、日本語で書かれた文章です。⟧"),
        bad("⟦이 문서는 중국어로 번역되지 않았으며 한국어 그대로 남아 있습니다.⟧"),
        bad("⟦Das ist nicht die Übersetzung, die wir bestellt haben（漢）。⟧"),
        bad("⟦The contract was signed by both parties on the first day of the year (汉).⟧"),
        good(
            "我們在 Kubernetes 與 PostgreSQL 上部署，見 https://example.com/the/long/path/of/the/page。",
        ),
        good("Wolfgang Amadeus Mozart, Ludwig van Beethoven, Johann Sebastian Bach"),
        good("他们的口号是 Think different，仅此而已。"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, with: &Resources, out: &mut Findings) {
    let mut size = Size::default();
    units.iter().for_each(|unit| size += unit.target.size());
    let strange = units.having(&[Sign::Strange]);
    if is_surely_chinese(size, strange.map(|unit| unit.target.text())) {
        return;
    }
    let language = match tongue(units.iter().map(|unit| unit.target.text())) {
        Tongue::Chinese => return,
        Tongue::Other("Latin") if !units.iter().any(|unit| speaks(unit, with)) => return,
        Tongue::Other(script) => script,
        Tongue::Japanese => "Japanese",
    };
    let written = |unit: &&Unit| unit.target.text().contains(char::is_alphabetic);
    let Some(first) = units.iter().find(written) else { return };
    let message = say(
        "The document is not in Chinese (its letters: {0}): translate it, or give the right file.",
        "文档不是中文（文字：{0}），应重新翻译或换成正确的文件。",
    );
    let text = first.target.text();
    let span = Span::from(0..text.len()).trimmed(text);
    out.at(first.place).report(span, message.with(&[language]));
}

/// Whether a unit has sentences, rather than names and codes.
fn speaks(unit: &Unit, with: &Resources) -> bool {
    let (text, words) = (unit.target.text(), unit.target.latin());
    left_paragraph(text, words, with.lexicon).is_some()
        || !left_clauses(text, words, with.lexicon).is_empty()
}
