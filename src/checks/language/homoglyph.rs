use crate::characters::{Sign, homoglyphs};
use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Findings, Severity, say};

pub(super) const CHECK: Check = Check {
    id: "homoglyph",
    mqm: "linguistic-conventions/character-encoding",
    its: "characters",
    severity: Severity::Minor,
    finds: say(
        "A Latin word with Cyrillic or Greek letters in it, or a katakana sign for a Chinese character, that look the same.",
        "拉丁字母的词里混入形似的西里尔字母或希腊字母，或以形似的片假名代替汉字。",
    ),
    why: say(
        "Nobody finds such a word by searching, and a link with one leads elsewhere.",
        "这样的词检索不到，含有它的链接会指向别处。",
    ),
    examples: &[
        bad("⟦G\u{43e}ogle⟧ 發布了新產品。").fixed("Google 發布了新產品。"),
        bad("⟦Micr\u{3bf}soft⟧ 公司的产品。").fixed("Microsoft 公司的产品。"),
        bad("他等了⟦ー⟧天，在門⟦ロ⟧站著。").fixed("他等了一天，在門口站著。"),
        good("品牌「スター」与スーパー、東京タワー。"),
        good("莫斯科（Москва），Δt 與 λmax，5μm，kΩ。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    if !target.signs().has(Sign::Strange) {
        return;
    }
    for it in homoglyphs(target.text()) {
        let message = say(
            "“{0}” has letters of another script that only look Latin: type it again.",
            "“{0}”混有其他文字的形似字母，应重新输入。",
        );
        out.report(it.span, message.with(&[&it.right])).mend(it.right);
    }
}
