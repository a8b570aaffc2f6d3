use crate::checks::example::{bad, good};
use crate::checks::{Check, Prose, Resources, Run};
use crate::finding::{Category, Confidence, Findings, Severity, say};
use crate::fluency::{ends_list, list_commas};
use crate::text::chars::is_han;
use crate::text::{CharSet, Cue, CueSet, Cues, Span};
use std::ops::Range;

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
    let shadow = target.shadow();
    let lists =
        |list: &Range<usize>| ends_list(&target.tokens(shadow.span(list.start + 1..list.end)));
    let comma = |list: Range<usize>| shadow.span(list.start..list.start).start as usize;
    let mut found: Vec<Span> = candidates(shadow.chars(), target.cues())
        .into_iter()
        .filter(lists)
        .flat_map(|list| list_commas(&target.tokens(around(comma(list)))))
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
/// but Chinese between: from the comma to the mark, in characters of the shadow.
fn candidates(chars: &[char], cues: &Cues) -> Vec<Range<usize>> {
    let is_comma = |it: &Cue| it.c == ',' && it.at() > 0 && is_han(chars[it.at() - 1]);
    let may_join = |comma: &Cue, later: &[Cue]| {
        let mut near = later.iter().take_while(|it| it.at() <= comma.at() + LONG + 2);
        near.any(|it| JOINS.has(*it))
    };
    let commas = cues.iter().zip(1..).filter(|(it, _)| is_comma(it));
    let commas = commas.filter(|(it, nth)| may_join(it, &cues[*nth..])).map(|(it, _)| it.at());
    commas.filter_map(|at| Some(at..at + end(&chars[at..])? + 1)).collect()
}

/// What words that join begin with.
static JOINS: CueSet = CueSet::of("和与及以");

/// Characters of the longest item.
const LONG: usize = 8;

/// Characters that nouns do not have, and most clauses do.
static NO_NOUN: CharSet = CharSet::of("的了这那它就也");

/// Where the last item ends that follows a comma: behind another item and the first word that joins,
/// with a mark or 等 soon after it.
fn end(rest: &[char]) -> Option<usize> {
    let start = rest.iter().take_while(|c| matches!(c, ',' | ' ')).count();
    let item = &rest[start..];
    let near = item.iter().take(LONG).take_while(|c| is_han(**c) && !NO_NOUN.has(**c)).count();
    let is_join = |at: &usize| match item[*at] {
        '以' => item.get(at + 1) == Some(&'及'),
        c => matches!(c, '和' | '与' | '及'),
    };
    let last = (1..near).find(is_join)? + 1;
    let ends = |c: &char| !is_han(*c) || *c == '等' || NO_NOUN.has(*c);
    let end = last + item[last..].iter().take(LONG + 1).position(ends)?;
    (!NO_NOUN.has(item[end])).then_some(start + end)
}
