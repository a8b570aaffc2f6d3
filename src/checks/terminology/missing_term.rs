use crate::checks::owed::{Owed, unmet};
use crate::checks::{
    Check, Manuscript, Resources, Run, Unit,
    example::{bad, good},
};
use crate::finding::{Bilingual, Category, Confidence, Findings, Severity, say};
use crate::glossary::{Match, Role, Term, place_as_is};
use crate::names::heard;
use crate::text::Span;

pub(super) const CHECK: Check = Check {
    id: "missing-term",
    category: Category::Terminology,
    mqm: "terminology/inconsistent-with-terminology-resource",
    its: "terminology",
    severity: Severity::Major,
    confidence: Confidence::Medium,
    finds: say(
        "A term of your glossary that stands in the source, and none of its renderings in the translation.",
        "原文里有词汇表的术语，译文里却没有表中的任何译法。",
    ),
    why: say(
        "A glossary is agreed on so that readers meet one word for one thing. Glossaries that ship only confirm: many of their names may stay in Latin letters.",
        "词汇表约定一物一名；自带的词汇表只作印证，其中许多名称可以保留原文。",
    ),
    examples: &[
        bad("⟦利差去年收窄。⟧")
            .source("The net interest margin narrowed last year.")
            .terms(&[("net interest margin", &["净息差"])]),
        bad("銀行的 ⟦repo⟧ 到期了。")
            .source("The bank's repos fell due.")
            .terms(&[("repo", &["回購"])]),
        bad("⟦阿特曼⟧回来了。").source("Altman is back.").terms(&[("Altman", &["奥特曼"])]),
        good("淨息差去年收窄。")
            .source("Net interest margins narrowed last year.")
            .terms(&[("net interest margin", &["净息差"]), ("interest", &["利息"])]),
        good("风险为本的方法和监管。")
            .source("A risk-based approach and supervision.")
            .terms(&[("risk-based approach", &["風險為本方法"]), ("port", &["港口"])]),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

/// So many renderings are named in a message.
const TOLD: usize = 3;

/// In so many places of a document a name is listened for.
const LISTENED: usize = 256;

fn run(units: &Manuscript, with: &Resources, out: &mut Findings) {
    let owed = unmet(units, with).map(|it| (it, it.term(units, with)));
    for (nth, (it, term)) in owed.filter(|(_, term)| !term.is_kept()).enumerate() {
        let unit = &units[it.unit];
        if is_forbidden(unit, term) {
            continue;
        }
        let name = it.name(units);
        let right = right(term, unit, with);
        let listened = || heard(name, term.all_renderings(), unit.target.shadow());
        let sound = Some(()).filter(|()| nth < LISTENED).and_then(|()| listened());
        let (span, message) = if let Some(span) = left(it, term, units) {
            (span, LEFT.with(&[name, &right]))
        } else if let Some(chars) = sound {
            let span = unit.target.shadow().span(chars);
            (span, HEARD.with(&[&unit.target.text()[span.range()], name, &right]))
        } else {
            (it.sentence(units), MISSING.with(&[name, &right]))
        };
        out.at(unit.place).report(span, message);
    }
}

/// Whether a wrong rendering of the term stands there, which another check tells.
fn is_forbidden(unit: &Unit, term: &Term) -> bool {
    let same = |it: &Match| it.role == Role::Forbidden && it.term.names == term.names;
    !term.is_conditional() && unit.target.matches().iter().any(same)
}

/// The accepted renderings, as a message names them.
fn right(term: &Term, unit: &Unit, with: &Resources) -> String {
    let variant = unit.variant.or(with.variant);
    let mut all: Vec<&str> = match variant {
        Some(variant) => term.renderings(variant).iter().map(String::as_str).collect(),
        None => vec![],
    };
    if all.is_empty() {
        all = term.all_renderings().collect();
    }
    let mut seen = vec![];
    all.retain(|it| {
        !seen.contains(it) && {
            seen.push(it);
            seen.len() <= TOLD
        }
    });
    all.join(" / ")
}

/// Where the name was left as it is in the source; behind a rendering in brackets it is a gloss.
fn left(it: &Owed, term: &Term, units: &[Unit]) -> Option<Span> {
    let text = units[it.unit].target.text();
    let names = [it.name(units)].into_iter().chain(term.names.iter().map(String::as_str));
    let place = names.into_iter().find_map(|name| place_as_is(text, name))?;
    let gloss = text[..place.start].trim_end().ends_with(['(', '（']);
    (!gloss).then(|| place.into())
}

const MISSING: Bilingual = say(
    "The glossary renders “{0}” as “{1}”, which this translation does not have: use it.",
    "词汇表规定“{0}”译作“{1}”，译文里没有：请采用。",
);
const LEFT: Bilingual = say(
    "“{0}” was left as it is in the source; the glossary renders it as “{1}”: write that.",
    "“{0}”保留了原文；词汇表规定译作“{1}”：请改用。",
);
const HEARD: Bilingual = say(
    "“{0}” seems to render “{1}”, for which the glossary has “{2}”: write that.",
    "“{0}”似乎是“{1}”的译名，词汇表规定译作“{2}”：请改用。",
);
