use crate::checks::example::{bad, good};
use crate::checks::sequel::Close;
use crate::checks::{Check, Manuscript, Resources, Run};
use crate::finding::{Findings, say};

pub(super) const CHECK: Check = Check {
    id: "dangling-end",
    mqm: "accuracy/omission",
    its: "omission",
    finds: say(
        "A paragraph that ends with a word or mark that something must follow.",
        "段落以后面必须有内容的词或标点结尾。",
    ),
    why: say(
        "After 和, 把, 在 or a comma a reader waits for more: the end of the sentence was lost.",
        "“和”“把”“在”或逗号之后必有下文：句尾的内容丢失了。",
    ),
    examples: &[
        bad("會議在週三舉行。主辦單位邀請了十二位學者⟦和⟧"),
        bad("公司去年裁员两千人。今年的计划是把总部迁往⟦，⟧"),
        bad("他读完了信。随后他走到窗边，看着楼下停着的那辆黑色汽车⟦（⟧"),
        good("會議在週三舉行。主辦單位邀請了十二位學者。"),
        bad("主办方邀请了三位学者⟦和⟧").source("The hosts invited three scholars and two poets."),
        good("主办方邀请了三位学者和").source("The hosts invited three scholars and"),
        good("今年的任务"),
        good("他说话很温和"),
        good("会议讨论了三个问题："),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, _: &Resources, out: &mut Findings) {
    for close in units.closes() {
        if let Close::Dangling { nth, span } = *close {
            let message = say(
                "The paragraph ends with “{0}”, and what should follow is missing. Write the end \
                 of the sentence again after the source.",
                "段落以“{0}”结尾，后面的内容丢失了；请对照原文补全句尾。",
            );
            let said = &units[nth].target.text()[span.range()];
            out.at(units[nth].place).report(span, message.with(&[said]));
        }
    }
}
