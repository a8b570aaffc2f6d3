use crate::characters::{Sign, injected_pinyin};
use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Findings, Severity, say};

pub(super) const CHECK: Check = Check {
    id: "injected-pinyin",
    mqm: "accuracy/addition",
    its: "addition",
    severity: Severity::Minor,
    finds: say(
        "Pinyin put after Chinese words, twice or more in a paragraph.",
        "一段里两次以上在汉字后插入拼音。",
    ),
    why: say(
        "Readers of Chinese need none; a language model added it. One reading for a rare character is left alone.",
        "中文读者不需要，是语言模型添加的；为生僻字注一次音不报告。",
    ),
    examples: &[
        bad("他住在北京⟦（běi jīng）⟧，喜歡喝茶⟦（hē chá）⟧。").fixed("他住在北京，喜歡喝茶。"),
        bad("这是书⟦（shū）⟧，那是椅子⟦yǐzǐ⟧。").fixed("这是书，那是椅子。"),
        good("姓氏“逄”（páng）很少见；咖啡馆 Café Crème（café）。"),
        good("“行”的读音有两个：银行（háng）、行走（xíng）。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    if !target.signs().has(Sign::Strange) {
        return;
    }
    for span in injected_pinyin(target.text()) {
        let reading = &target.text()[span.range()];
        let message = say(
            "The reading “{0}” is no part of the text: take it out.",
            "读音“{0}”不属于正文，应删去。",
        );
        out.report(span, message.with(&[reading])).mend("");
    }
}
