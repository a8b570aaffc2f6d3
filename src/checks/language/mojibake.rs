use crate::characters::{Sign, mojibake};
use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Bilingual, Findings, Severity, say};
use crate::text::{Enclosure, enclosure};

pub(super) const CHECK: Check = Check {
    id: "mojibake",
    mqm: "linguistic-conventions/character-encoding",
    its: "characters",
    severity: Severity::Critical,
    finds: say(
        "Text that was read in the wrong encoding, replacement characters, or escapes that nobody undid.",
        "以错误编码读取的文字、替换符，或没有还原的转义序列。",
    ),
    why: say(
        "Nobody can read it, and what became a replacement character is lost.",
        "没有人能读懂；变成替换符的内容已经丢失。",
    ),
    examples: &[
        bad("他說⟦â€œ⟧好。").fixed("他說“好。"),
        bad("在⟦Ã©⟧cole学习。").fixed("在école学习。"),
        bad("標題是⟦ä¸\u{ad}æ–‡⟧。").fixed("標題是中文。"),
        bad("系统显示⟦锟斤拷锟斤拷⟧。"),
        bad("檔案名稱⟦\u{fffd}\u{fffd}⟧無法讀取。"),
        bad("輸出⟦\\u4f60\\u597d⟧兩個字。").fixed("輸出你好兩個字。"),
        bad("⟦浣犱滑鏄垜浠殑涓浗鏈嬪弸⟧").fixed("你们是我们的中国朋友"),
        bad("信上写着 ⟦ÎÒÃÇ²»ÖªµÀ⟧ 几个字。").fixed("信上写着 我们不知道 几个字。"),
        bad("標題是 ⟦¾Ç¥Í·|¤½§i⟧。").fixed("標題是 學生會公告。"),
        bad("网页显示 ⟦涴岆扂蠅腔弊模⟧ 一行字。").fixed("网页显示 这是我们的国家 一行字。"),
        bad("檔名變成 ⟦и琌い瓣\u{e5ee}⟧ 了。").fixed("檔名變成 我是中國人 了。"),
        bad("内容是 ⟦Ã¤Â½Â\u{a0}Ã¥Â¥Â½⟧。").fixed("内容是 你好。"),
        bad("畫面上是 ⟦隞𠰴予憭拇除敺\u{fffd}憟⟧ 。"),
        good("所謂「錕斤拷」、“锟斤拷”是乱码的代称；São Paulo、Ærø、Gauß。"),
        good("転義寫作 `\\u4f60`。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    if !target.signs().has(Sign::Strange) {
        return;
    }
    for it in mojibake(target.text()) {
        let stretch = &target.text()[it.span.range()];
        let quoted = matches!(
            enclosure(target.text(), it.span.range()),
            Some(Enclosure::Quote | Enclosure::Code)
        );
        match it.right {
            None if quoted && !stretch.contains('\u{fffd}') => {}
            Some(_) if quoted && stretch.starts_with('\\') => {}
            None => _ = out.report(it.span, LOST.with(&[])),
            Some(right) => {
                let short = right.chars().count() < 3;
                let severity = if short { Severity::Major } else { Severity::Critical };
                let message = KNOWN.with(&[stretch, &right]);
                let reported = out.report(it.span, message).severity(severity);
                if it.whole {
                    reported.mend(right)
                } else {
                    reported.suggest(right)
                };
            }
        }
    }
}

const KNOWN: Bilingual = say(
    "“{0}” was read in the wrong encoding: it is “{1}”.",
    "“{0}”是编码错误造成的乱码，应为“{1}”。",
);

const LOST: Bilingual = say(
    "Characters were lost in a wrong encoding here: take them from the source again.",
    "这里的字符因编码错误而丢失，应对照原文补回。",
);
