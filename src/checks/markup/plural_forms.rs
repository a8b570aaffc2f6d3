use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Resources, Run, Unit};
use crate::finding::{Bilingual, Category, Findings, Severity, say};
use crate::text::Plural;

pub(super) const CHECK: Check = Check {
    id: "plural-forms",
    category: Category::Markup,
    mqm: "design-and-markup/inconsistent-markup",
    its: "internationalization",
    severity: Severity::Minor,
    finds: say(
        "A text that counts something, with more or fewer forms than Chinese needs, or with an empty one.",
        "复数形式多于或少于中文所需，或有空缺的形式。",
    ),
    why: say(
        "Chinese has one form for all numbers; a program refuses a file whose units do not have as many forms as it declares.",
        "中文不分单复数，只需一种形式；形式的数目与文件声明的不符时，程序会拒绝读取。",
    ),
    examples: &[
        bad("%d 张图片\n⟦%d 张图片⟧").message(),
        bad("%d 個檔案\n%d 個檔案\n⟦%d 個檔案⟧").message(),
        good("%d 个文件").message(),
        good("%d 個檔案").message(),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, _: &Resources, out: &mut Findings) {
    let of_one = |one: &Unit, other: &Unit| {
        one.place.paragraph == other.place.paragraph && one.variant == other.variant
    };
    for forms in units.chunk_by(of_one) {
        let mut counted = forms.iter().filter(|it| it.segment.plural.is_some()).rev().peekable();
        let Some(end) = counted.peek().copied() else { continue };
        let Some(last) = counted.find(|it| it.segment.plural.is_some_and(Plural::is_last)) else {
            let span = 0..end.target.text().len();
            out.at(end.place).report(span, LACKS.with(&[])).severity(Severity::Major);
            continue;
        };
        let some = forms.iter().any(|it| !is_empty(it));
        for it in forms.iter().filter(|it| some && is_empty(it)) {
            out.at(it.place).report(0..0, EMPTY.with(&[])).severity(Severity::Major);
        }
        count(last, out);
    }
}

fn is_empty(unit: &Unit) -> bool {
    unit.target.text().trim().is_empty()
}

/// Compares the number of the forms with what the file declares, and with what Chinese needs.
fn count(last: &Unit, out: &mut Findings) {
    let Some(Plural { forms, declared, .. }) = last.segment.plural else { return };
    let span = 0..last.target.text().len();
    if let Some(declared) = declared.filter(|declared| *declared != forms) {
        let message = OTHER.with(&[&forms.to_string(), &declared.to_string()]);
        out.at(last.place).report(span, message).severity(Severity::Major);
    } else if forms > 1 && !is_empty(last) {
        out.at(last.place).report(span, MANY.with(&[&forms.to_string()]));
    }
}

const EMPTY: Bilingual = say(
    "This plural form is empty, so nothing is shown for its numbers: translate it.",
    "这一复数形式为空，相应的数目不会显示任何内容，应补译。",
);
const LACKS: Bilingual = say(
    "The plural form “other” is missing, which is the only one that Chinese uses: add it.",
    "缺少复数形式“other”，而中文只用这一种：应补上。",
);
const OTHER: Bilingual = say(
    "There are {0} plural forms, and the file declares {1}: programs refuse it.",
    "这里有{0}种复数形式，而文件声明为{1}种，程序会拒绝读取。",
);
const MANY: Bilingual = say(
    "Chinese needs one plural form, and there are {0}: keep the one for all numbers (in PO, nplurals=1).",
    "中文只需一种复数形式，这里有{0}种，应只保留通用的一种（PO 文件中 nplurals=1）。",
);
