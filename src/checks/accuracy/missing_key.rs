use crate::checks::example::{bad, good};
use crate::checks::same::start;
use crate::checks::{Check, Manuscript, Resources, Run};
use crate::finding::{Bilingual, Category, Findings, say};

pub(super) const CHECK: Check = Check {
    id: "missing-key",
    category: Category::Accuracy,
    mqm: "accuracy/omission",
    its: "omission",
    finds: say(
        "A message of the source file whose name the file of the translation lacks.",
        "原文文件中的消息，译文文件没有同名的一条。",
    ),
    why: say(
        "The program shows the source's words in its place, or the bare name. Of the forms for numbers Chinese needs the one for any number alone.",
        "程序会在该处显示原文，甚至显示键名。复数形式中，中文只需通用的一种。",
    ),
    examples: &[
        bad("save = 保存\nquit = 退⟦出⟧\nhelp = 帮助")
            .keys("save = Save\nquit = Quit\nopen = Open a file\nhelp = Help"),
        bad("quit = ⟦離⟧開").keys("save = Save\nquit = Quit"),
        good("files_other = {count} 个文件\nsave = 保存")
            .keys("save = Save\nfiles_one = One file\nfiles_other = {count} files"),
        good("quit = 離開").keys("quit = Quit\nempty ="),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, _: &Resources, out: &mut Findings) {
    for missing in units.absent().unwrap_or_default() {
        let (nth, edge) = units.gap(missing);
        let Some(unit) = units.get(nth) else { return };
        let id = missing.id.as_deref().unwrap_or_default();
        let message = MISSING.with(&[id, &start(missing.source.as_str())]);
        out.at(unit.place).report(edge, message);
    }
}

const MISSING: Bilingual = say(
    "The message “{0}” of the source, “{1}”, is not in this file, where it belongs here: translate it.",
    "原文的消息“{0}”（“{1}”）不在本文件中，应补译在此处。",
);
