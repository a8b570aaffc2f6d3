use crate::characters::Sign;
use crate::checks::example::{bad, good};
use crate::checks::{Check, Manuscript, Resources, Run, Unit};
use crate::finding::{Category, Confidence, Findings, Severity, say};
use crate::text::{Landmark, Landmarks, Place, chars};
use std::ops::Range;

pub(super) const CHECK: Check = Check {
    id: "mixed-address",
    category: Category::Style,
    mqm: "style/register",
    its: "register",
    severity: Severity::Neutral,
    confidence: Confidence::Medium,
    finds: say(
        "A document that says both 你 and 您 to its reader.",
        "同一文档既称读者“你”又称“您”。",
    ),
    why: say(
        "One text keeps to one tone; quotations, in which people speak to each other, are not \
         counted.",
        "同一篇文字应保持一种语气；引文中人物的对话不计。",
    ),
    examples: &[
        bad(
            "請輸入您的帳號。系統會寄信給您。收到以後，點選信中的連結，⟦你⟧就完成了註冊，再設定您的密碼。",
        ),
        bad("你可以在这里修改你的设置，也可以关闭通知。⟦您⟧的更改会立即生效，你不必重新启动。"),
        good("主席問：「您怎麼看？」她說：「你先說。」"),
        good("请输入您的账号，系统会寄信给您，你们都会收到。"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

/// One who is addressed: where, and how.
type Address = (Place, Range<usize>, char);

fn run(units: &Manuscript, _: &Resources, out: &mut Findings) {
    let all: Vec<Address> = units.having(&[Sign::You]).flat_map(addresses).collect();
    let polite: Vec<&Address> = all.iter().filter(|it| it.2 == '您').collect();
    let plain: Vec<&Address> = all.iter().filter(|it| it.2 != '您').collect();
    let (fewer, more) = if polite.len() > plain.len() { (plain, polite) } else { (polite, plain) };
    let (Some(odd), Some(usual)) = (fewer.first(), more.first()) else { return };
    if more.len() > 1 {
        let message = say(
            "The text says “{0}” here and “{1}” elsewhere ({2} times); keep to one.",
            "此处称“{0}”，别处称“{1}”（{2}次），应统一。",
        );
        let (here, there) = (odd.2.to_string(), usual.2.to_string());
        let message = message.with(&[&here, &there, &more.len().to_string()]);
        out.at(odd.0).report(odd.1.clone(), message).related_at(usual.0, usual.1.clone());
    }
}

/// The addresses of a text outside its quotations.
fn addresses(unit: &Unit) -> Vec<Address> {
    let marks = unit.target.landmarks();
    let is_one =
        |it: &&Landmark| is_you(it.c) && !marks.text()[it.end()..].starts_with(['们', '們']);
    outside_quotes(marks)
        .into_iter()
        .filter(is_one)
        .map(|it| (unit.place, it.range(), it.c))
        .collect()
}

fn is_you(c: char) -> bool {
    matches!(c, '你' | '妳' | '您')
}

fn outside_quotes<'m>(marks: &'m Landmarks) -> Vec<&'m Landmark> {
    let mut depth = 0_usize;
    let mut found = vec![];
    for mark in marks.iter() {
        match mark.c {
            '\n' => depth = 0,
            '"' => depth = usize::from(depth == 0),
            c if chars::is_quote(c) && chars::is_opener(c) => depth += 1,
            c if chars::is_quote(c) => depth = depth.saturating_sub(1),
            _ if depth == 0 => found.push(mark),
            _ => {}
        }
    }
    found
}
