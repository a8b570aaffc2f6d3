use crate::characters::Sign;
use crate::checks::example::{bad, good};
use crate::checks::marked::shortened;
use crate::checks::{Check, Pair, Resources, Run};
use crate::finding::{Bilingual, Category, Confidence, Findings, Message, Severity, say};
use crate::markup::{Outline, Trace};
use crate::text::Kind;

pub(super) const CHECK: Check = Check {
    id: "markdown-mismatch",
    category: Category::Markup,
    mqm: "design-and-markup/missing-markup",
    its: "markup",
    severity: Severity::Minor,
    confidence: Confidence::Medium,
    finds: say(
        "Other headings, list items, table columns, links, pictures or code than the source has.",
        "标题、列表项、表格列、链接、图片或代码与原文不一致。",
    ),
    why: say(
        "What a reader uses to find the way is lost, and mostly text with it.",
        "读者赖以定位的结构丢失，往往连同内容一起丢失。",
    ),
    examples: &[
        bad("⟦安装前先运行脚本。⟧").source("Run `setup.sh` before you install."),
        bad("⟦詳見說明與下載頁面。⟧").source("See [help](/help) and [downloads](/get)."),
        bad("⟦### 安装⟧").source("## Install"),
        bad("⟦| 名稱 |⟧").source("| Name | Size |"),
        good("安裝前先執行 `setup.sh`，見[說明](/zh/help)。")
            .source("Run `setup.sh` before you install, see [help](/help)."),
        good("点击“保存文件”，#1 号。").source("Click `Save file`, #1."),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    let may_have =
        pair.traces().has(Trace::Mark) || pair.target.signs().has(Sign::Mark) || pair.has_inlines();
    let may_have = may_have || pair.levels().is_some();
    if !may_have || !pair.is_translated() || pair.kind == Kind::Cue {
        return;
    }
    let [source, target] = pair.outlines();
    let reasons = reasons(pair, &source, &target);
    if !reasons.is_empty() {
        out.report(0..pair.target.text().len(), MISMATCH.because(reasons));
    }
}

fn reasons(pair: &Pair, source: &Outline, target: &Outline) -> Vec<Message> {
    let marks = |level: u8| "#".repeat(level.into());
    let of_blocks = pair.levels().map(|[one, other]| LEVELS.with(&[&marks(one), &marks(other)]));
    let mut found: Vec<Message> = of_blocks.into_iter().collect();
    let differs = |(one, other): &(&usize, &usize)| one != other;
    let levels = source.headings.iter().zip(&target.headings).find(differs);
    if let Some((one, other)) = levels.filter(|_| source.headings.len() == target.headings.len()) {
        found.push(LEVELS.with(&[&"#".repeat(*one), &"#".repeat(*other)]));
    }
    // A single item may be a dash or a number at the beginning of a sentence.
    let lists = source.items.max(target.items) > 1;
    for (what, one, other) in [
        (HEADINGS, source.headings.len(), target.headings.len()),
        (ITEMS, source.items, target.items),
        (COLUMNS, source.columns, target.columns),
        (FENCES, source.fences, target.fences),
        (IMAGES, source.images, target.images),
        (LINKS, source.links, target.links),
    ] {
        if one != other && (what != ITEMS || lists) {
            found.push(what.with(&[&one.to_string(), &other.to_string()]));
        }
    }
    let is_gone = |code: &&str| is_code(code) && !pair.target.text().contains(*code);
    let gone = source.code_without(target).map(|it| it.0.as_str()).filter(is_gone);
    found.extend(gone.take(3).map(|code| CODE.with(&[&shortened(code)])));
    found
}

/// Whether it is code rather than words that are set off, which are translated.
fn is_code(code: &str) -> bool {
    !code.contains('\'')
        && (!code.contains(' ') || code.contains(['_', '(', '{', '=', '/', '$', '<', ';']))
        && code.contains(|c: char| !c.is_ascii_alphabetic())
}

const MISMATCH: Bilingual = say(
    "The structure is not that of the source ({..}): restore what is lost.",
    "结构与原文不一致（{..}），应补回丢失的部分。",
);
const LEVELS: Bilingual = say("the heading {0} became {1}", "标题“{0}”变成“{1}”");
const HEADINGS: Bilingual = say("{0} headings became {1}", "标题由{0}个变成{1}个");
const ITEMS: Bilingual = say("{0} list items became {1}", "列表项由{0}个变成{1}个");
const COLUMNS: Bilingual = say("{0} table columns became {1}", "表格由{0}列变成{1}列");
const FENCES: Bilingual = say("{0} blocks of code became {1}", "代码块由{0}个变成{1}个");
const IMAGES: Bilingual = say("{0} pictures became {1}", "图片由{0}张变成{1}张");
const LINKS: Bilingual = say("{0} links became {1}", "链接由{0}个变成{1}个");
const CODE: Bilingual = say("the code “{0}” is gone", "缺少代码“{0}”");
