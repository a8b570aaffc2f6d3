use crate::characters::{Odd, Sign, odd};
use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Findings, Severity, say};

pub(super) const CHECK: Check = Check {
    id: "odd-character",
    mqm: "linguistic-conventions/character-encoding",
    its: "characters",
    severity: Severity::Minor,
    finds: say(
        "A radical, a compatibility character or one of the private area in place of the usual character.",
        "以部首、兼容字符或私用区字符代替了通用字符。",
    ),
    why: say(
        "It looks right and is another character: searching fails, and fonts may lack it. It comes from PDF files.",
        "看似正确，其实是另一个字符：检索不到，字体也可能缺字；多来自 PDF 文件。",
    ),
    examples: &[
        bad("⟦⼀⟧個⟦⼈⟧走了。").fixed("一個人走了。"),
        bad("他从⟦⻄⟧边来。").fixed("他从西边来。"),
        bad("⟦\u{f914}⟧隊演出。").fixed("樂隊演出。"),
        bad("安裝⟦ｶﾞ⟧版本。").fixed("安裝ガ版本。"),
        bad("點選⟦\u{e001}\u{e002}⟧圖示。"),
        good("一個人從西邊來，﨑玉，溫度 25℃，面积 30㎡。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    if !target.signs().has(Sign::Strange) {
        return;
    }
    for it in odd(target.text()) {
        match it {
            Odd::Double(mend) => {
                let stretch = &target.text()[mend.span.range()];
                let message = say(
                    "“{0}” only looks like the usual “{1}”: write that.",
                    "“{0}”只是看起来像通用的“{1}”，应改用后者。",
                );
                out.report(mend.span, message.with(&[stretch, &mend.right])).mend(mend.right);
            }
            Odd::Private(span) => {
                let message = say(
                    "A character of the private area stands here; other fonts do not show it. Look up what was meant.",
                    "这里是私用区字符，换了字体就无法显示，应查明原意后改正。",
                );
                out.report(span, message.with(&[]));
            }
        }
    }
}
