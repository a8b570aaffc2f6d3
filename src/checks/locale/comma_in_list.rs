use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Category, Confidence, Findings, Severity, say};
use crate::fluency::{ends_list, list_commas};
use crate::text::chars::is_han;
use crate::text::{CharSet, Landmark, Landmarks, Span};

pub(super) const CHECK: Check = Check {
    id: "comma-in-list",
    category: Category::Locale,
    mqm: "locale-conventions/locale-specific-punctuation",
    its: "typographical",
    systematic: true,
    severity: Severity::Minor,
    confidence: Confidence::Medium,
    finds: say(
        "A comma between nouns of a list, where Chinese writes 、.",
        "名词并列之间用了逗号，应该用顿号。",
    ),
    why: say(
        "GB/T 15834 and Taiwan's manual of marks part short items by 、; the comma is that of the \
         source.",
        "GB/T 15834 与台湾《重订标点符号手册》都规定短的并列词语之间用顿号；逗号是照搬原文。",
    ),
    examples: &[
        bad("这家店卖面包⟦，⟧鸡蛋和蔬菜。").fixed("这家店卖面包、鸡蛋和蔬菜。"),
        bad("這家店賣麵包⟦,⟧牛奶⟦,⟧雞蛋以及蔬菜。").fixed("這家店賣麵包、牛奶、雞蛋以及蔬菜。"),
        good("桌上有苹果、香蕉和橘子。他买了面包，又买了牛奶和鸡蛋。"),
        good("在过去十年，学校和医院多了一倍。画家李明，山东青年和农民，上台领奖。"),
        good("如果您有問題，請和我們聯絡。他愛她，父母和朋友卻不知道。"),
    ],
    run: Run::Target(run),
    ..Check::BASE
};

fn run(target: &Prose, _: &Resources, out: &mut Findings) {
    let text = target.text();
    let around = |at: usize| {
        let from = text.floor_char_boundary(at.saturating_sub(WIDE));
        Span::from(from..text.ceil_char_boundary((at + WIDE).min(text.len())))
    };
    let lists =
        |at: &usize| ends_list(&target.tokens(Span::from(*at + 1..text.len().min(at + WIDE))));
    let mut found: Vec<Span> = candidates(target.landmarks())
        .filter(lists)
        .flat_map(|at| list_commas(&target.tokens(around(at))))
        .collect();
    found.sort_unstable();
    found.dedup();
    for span in found {
        let message = say(
            "“{0}” parts the nouns of a list; write “、”.",
            "“{0}”用在并列的名词之间，应改为“、”。",
        );
        out.report(span, message.with(&[&text[span.range()]])).suggest("、");
    }
}

/// Bytes around a comma that are looked at.
const WIDE: usize = 90;

/// The commas after which a word that joins follows soon, and soon after it a mark, with nothing
/// but Chinese between.
fn candidates(marks: &Landmarks) -> impl Iterator<Item = usize> {
    let text = marks.text();
    let commas = marks.iter().filter(|it| matches!(it.c, '，' | ',')).map(Landmark::start);
    let commas = commas.filter(|at| text[..*at].ends_with(is_han));
    let item = |at: usize| text[at..].trim_start_matches(['，', ',', ' ']);
    commas.filter(move |at| joins(item(*at)).is_some_and(ends_soon))
}

/// Characters of the longest item.
const LONG: usize = 8;

/// Characters that nouns do not have, and most clauses do.
static NO_NOUN: CharSet = CharSet::of("的了这這那它就也");

/// What follows the first word that joins, in a stretch of Chinese.
fn joins(item: &str) -> Option<&str> {
    let is_near = |(at, c): &(usize, char)| *at < 3 * LONG && is_han(*c) && !NO_NOUN.has(*c);
    let mut near = item.char_indices().take_while(is_near).skip(1);
    near.find(|(_, c)| matches!(c, '和' | '与' | '與' | '及' | '以'))
        .map(|(at, c)| &item[at + c.len_utf8()..])
}

/// Whether an item ends here before it is long.
fn ends_soon(item: &str) -> bool {
    let end = item.chars().take(LONG + 1).find(|c| !is_han(*c) || *c == '等' || NO_NOUN.has(*c));
    end.is_some_and(|c| !NO_NOUN.has(c))
}
