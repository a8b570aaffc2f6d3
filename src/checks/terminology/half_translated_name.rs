use crate::characters::Sign;
use crate::checks::halves::half;
use crate::checks::{
    Check, Prose, Resources, Run,
    example::{bad, good},
};
use crate::finding::{Bilingual, Category, Confidence, Findings, say};
use crate::names::joints;

pub(super) const CHECK: Check = Check {
    id: "half-translated-name",
    category: Category::Terminology,
    mqm: "terminology/term-inconsistency",
    its: "inconsistent-entities",
    confidence: Confidence::Medium,
    finds: say(
        "A name of which one half is in Latin letters and the other in Chinese characters.",
        "一个名称一半是拉丁字母，一半是汉字。",
    ),
    why: say(
        "A name is either rendered or kept: in halves, it can be looked up in neither language.",
        "名称要么译出，要么保留原文：各留一半，用哪种文字都查不到。",
    ),
    examples: &[
        bad("創辦人⟦馬克·Zuckerberg⟧說，這項計畫會繼續。"),
        bad("⟦Sam 奥特曼⟧没有回应，⟦马克 Zuckerberg⟧也没有。"),
        bad("他毕业于⟦Johns霍普金斯⟧大学，也就是⟦约翰Hopkins⟧大学。"),
        bad("歌手⟦Michael 傑克森⟧的歌很紅。\n歌手⟦Michael 杰克逊⟧的歌很红。"),
        good("C罗、O.J.辛普森和J·K·罗琳都来了，T恤和4S店在GitHub仓库里。"),
        good("馬克·祖克柏與 Mark Zuckerberg 是同一個人，Google 員工與 Meta 馬克·祖克柏都知道。"),
        good("看了《安妮·Hall》，《哈利·波特》的 Harry 波特版。"),
        good("Combs 博士说，Robinson 本可赢；哥哥 Kevin 在罗马 Verona 街。"),
        good("我认识 Michael 杰克逊也认识。").source("I know Michael, and so does Jackson."),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(prose: &Prose, with: &Resources, findings: &mut Findings) {
    if !prose.signs().has(Sign::Latin) {
        return;
    }
    for joint in joints(prose.text(), prose.latin()) {
        if let Some(span) = half(prose, with, &joint) {
            findings.report(span, HALF.with(&[&prose.text()[span.range()]]));
        }
    }
}

const HALF: Bilingual = say(
    "“{0}” is a name half in Latin letters and half in Chinese characters: render all of it, or keep all of it.",
    "“{0}”一半是拉丁字母，一半是汉字：请全部译出，或全部保留原文。",
);
