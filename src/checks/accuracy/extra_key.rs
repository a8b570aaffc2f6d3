use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Resources, Run, Unit};
use crate::finding::{Bilingual, Category, Findings, Severity, say};

pub(super) const CHECK: Check = Check {
    id: "extra-key",
    category: Category::Accuracy,
    mqm: "accuracy/addition",
    its: "addition",
    severity: Severity::Minor,
    finds: say(
        "A message of the translation whose name the source file lacks.",
        "译文文件中的消息，原文文件没有同名的一条。",
    ),
    why: say(
        "The source has dropped or renamed it: no program shows it, and whoever translates it works in vain.",
        "原文已删除或改名：程序不再显示它，继续翻译也是徒劳。",
    ),
    examples: &[
        bad("save = 保存\nopen = ⟦打开文件⟧").keys("save = Save"),
        bad("save = 儲存\nfiles_few = ⟦幾個檔案⟧").keys("save = Save"),
        good("files_other = {count} 个文件")
            .keys("files_one = One file\nfiles_other = {count} files"),
        good("files_0 = {count} 個檔案").keys("files = One file\nfiles_plural = {count} files"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, _: &Resources, out: &mut Findings) {
    if units.absent().is_none() {
        return;
    }
    // Of a text of several forms one tells it.
    for forms in units.chunk_by(|one, other| one.place.paragraph == other.place.paragraph) {
        let is_extra = |it: &&Unit| it.target.source().is_none();
        let Some(unit) = forms.iter().find(is_extra) else { continue };
        let id = unit.segment.id.as_deref().unwrap_or_default();
        out.at(unit.place).report(0..unit.target.text().len(), EXTRA.with(&[id]));
    }
}

const EXTRA: Bilingual = say(
    "The source has no message “{0}”: take it out, or give it the name that the source has now.",
    "原文没有消息“{0}”：应删去，或改成原文现在的键名。",
);
