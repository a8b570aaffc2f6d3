//! Findings that somebody suppressed in the text itself.

use super::directive::{Asked, Reach, Which, directive, unknown_check, unknown_reach};
use super::order::Order;
use super::{Review, Why};
use crate::config::Rules;
use crate::finding::{Finding, Message, say};
use crate::text::{Document, Span};
use rustc_hash::{FxHashMap, FxHashSet};

/// A remark in a text does not do what it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Idle {
    /// The words of the remark in the document's `raw`.
    pub raw: Span,
    /// What is wrong with it.
    pub said: Message,
}

/// Sets aside what the remarks of the document suppress, and takes down those that are idle.
pub(super) fn suppress(review: &mut Review, document: &Document, rules: &Rules) {
    if document.remarks.is_empty() {
        return;
    }
    let mut all = Suppressions::of(document);
    review.set_aside(document, Why::Suppressed, |_, it| all.take(document, it));
    let ran: FxHashSet<&str> = rules.running().map(|it| it.id).collect();
    review.idle = all.idle(&ran);
}

/// What is suppressed where. Remarks may be many, and so may findings be: nothing is looked for
/// one by one.
#[derive(Default)]
struct Suppressions {
    /// In a paragraph, or in the whole file, and whether that was of use.
    whole: FxHashMap<(Option<u32>, Which), bool>,
    /// In stretches of the file, which follow each other.
    stretches: FxHashMap<Which, Vec<Stretch>>,
    told: Vec<Told>,
    idle: Vec<Idle>,
}

struct Stretch {
    raw: Span,
    is_open: bool,
    is_used: bool,
}

/// A name in a remark, and what it suppresses.
struct Told {
    raw: Span,
    name: String,
    checks: Vec<Which>,
    keys: Vec<Key>,
}

enum Key {
    Whole(Option<u32>, Which),
    Stretch(Which, usize),
}

impl Suppressions {
    fn of(document: &Document) -> Self {
        let (mut all, order) = (Self::default(), Order::of(document));
        for remark in &document.remarks {
            let (raw, words) = (remark.raw, &document.raw[remark.raw.range()]);
            let Some(directive) = directive(words) else {
                all.idle.push(Idle { raw, said: unknown_reach(words) });
                continue;
            };
            let about = remark.about.clone().or_else(|| order.around(raw)).unwrap_or_default();
            let about: Vec<Option<u32>> = match directive.reach {
                Reach::File => vec![None],
                _ => about.map(Some).collect(),
            };
            for asked in &directive.asked {
                all.add(raw, directive.reach, asked, &about);
            }
        }
        all
    }

    fn add(&mut self, raw: Span, reach: Reach, asked: &Asked, about: &[Option<u32>]) {
        if asked.checks.is_empty() {
            self.idle.push(Idle { raw, said: unknown_check(asked.name) });
            return;
        }
        let mut keys = vec![];
        for which in &asked.checks {
            match reach {
                Reach::Paragraph | Reach::File => {
                    keys.extend(about.iter().map(|it| Key::Whole(*it, *which)));
                    self.whole.extend(about.iter().map(|it| ((*it, *which), false)));
                }
                Reach::Start => keys.push(self.open(raw, *which)),
                Reach::End => self.close(raw, *which),
            }
        }
        if reach != Reach::End {
            let (name, checks) = (asked.name.to_owned(), asked.checks.clone());
            self.told.push(Told { raw, name, checks, keys });
        }
    }

    /// Begins a stretch, unless one is open that takes the same.
    fn open(&mut self, raw: Span, which: Which) -> Key {
        let all = self.stretches.entry(which).or_default();
        if !all.last().is_some_and(|it| it.is_open) {
            let raw = Span { start: raw.end, end: u32::MAX };
            all.push(Stretch { raw, is_open: true, is_used: false });
        }
        Key::Stretch(which, all.len() - 1)
    }

    fn close(&mut self, raw: Span, which: Which) {
        let last = self.stretches.get_mut(&which).and_then(|it| it.last_mut());
        if let Some(open) = last.filter(|it| it.is_open) {
            (open.raw.end, open.is_open) = (raw.start, false);
        } else {
            let said = say("this ends nothing that was begun", "此处没有可结束的忽略范围");
            self.idle.push(Idle { raw, said: said.with(&[]) });
        }
    }

    /// Whether a finding is suppressed; notes what that was good for.
    fn take(&mut self, document: &Document, finding: &Finding) -> bool {
        let place = finding.place;
        let block = &document.paragraphs[place.paragraph as usize];
        let at = block.segments[place.segment as usize].target.in_raw(finding.span).start;
        let mut is_taken = false;
        for which in [Some(finding.check), None] {
            for paragraph in [Some(place.paragraph), None] {
                if let Some(is_used) = self.whole.get_mut(&(paragraph, which)) {
                    (*is_used, is_taken) = (true, true);
                }
            }
            let all = self.stretches.get_mut(&which).map_or(&mut [][..], Vec::as_mut_slice);
            let next = all.partition_point(|it| it.raw.end <= at);
            if let Some(stretch) = all.get_mut(next).filter(|it| it.raw.start <= at) {
                (stretch.is_used, is_taken) = (true, true);
            }
        }
        is_taken
    }

    /// The remarks that are wrong, that never end, and that suppress nothing though their checks
    /// ran; in the order of the file.
    fn idle(self, ran: &FxHashSet<&str>) -> Vec<Idle> {
        let mut idle = vec![];
        for Told { raw, name, checks, keys } in &self.told {
            let said = if keys.iter().any(|it| self.is_open(it)) {
                say("`{0}` is begun here and never ended", "`{0}` 的忽略范围从此处开始，但没有结束")
            } else if keys.iter().all(|it| !self.is_used(it)) {
                say("`{0}` suppresses nothing here", "`{0}` 在此没有忽略任何问题")
            } else {
                continue;
            };
            if checks.iter().any(|it| it.is_none_or(|id| ran.contains(id))) {
                idle.push(Idle { raw: *raw, said: said.with(&[name]) });
            }
        }
        idle.extend(self.idle);
        idle.sort_by_key(|it| it.raw);
        idle
    }

    fn is_used(&self, key: &Key) -> bool {
        match key {
            Key::Whole(paragraph, which) => self.whole[&(*paragraph, *which)],
            Key::Stretch(which, nth) => self.stretches[which][*nth].is_used,
        }
    }

    fn is_open(&self, key: &Key) -> bool {
        matches!(key, Key::Stretch(which, nth) if self.stretches[which][*nth].is_open)
    }
}

#[cfg(test)]
mod tests {
    use crate::checks::Resources;
    use crate::config::Rules;
    use crate::finding::Language;
    use crate::formats::{Options, read};
    use crate::review::{Review, review};

    const BAD: &str = "市場部市場部的負責人說，這是一次失誤。";
    const OTHER: &str = "技術部技術部的負責人說，這是一次失誤。";

    fn reviewed(text: &str) -> Review {
        let mut documents = read("a.md", text.as_bytes(), &Options::default()).expect("a text");
        let document = documents.next().expect("is one").expect("a text");
        review(&document, &Resources::default(), &Rules::default())
    }

    /// How many findings are left, how many are suppressed, and what is idle.
    fn come_to(text: &str) -> (usize, u32, Vec<String>) {
        let review = reviewed(text);
        let idle = review.idle.iter().map(|it| it.said.text(Language::English)).collect();
        (review.findings.len(), review.aside.suppressed, idle)
    }

    #[test]
    fn a_remark_is_about_what_it_stands_before_or_in() {
        let check = reviewed(BAD).findings[0].check;
        for text in [
            format!("<!-- xindaya-ignore -->\n{BAD}\n\n{OTHER}\n"),
            format!("{BAD}\n\n<!--\n  xindaya-ignore: {check} -- 叠句\n-->\n\n{OTHER}\n"),
            format!("{BAD}<!-- xindaya-ignore {check} -->\n\n{OTHER}\n"),
            format!("<div>\n<!-- xindaya-ignore {check} -->\n<p>{BAD}</p>\n</div>\n\n{OTHER}\n"),
            format!(
                "<!-- xindaya-ignore-start -->\n{BAD}\n<!-- xindaya-ignore-end -->\n\n{OTHER}\n"
            ),
        ] {
            assert_eq!(come_to(&text), (1, 1, vec![]), "{text}");
        }
        let text = format!("{OTHER}\n\n<!-- xindaya-ignore-file {check} -->\n{BAD}\n");
        assert_eq!(come_to(&text), (0, 2, vec![]));
    }

    #[test]
    fn code_speaks_to_nobody() {
        let text =
            format!("```html\n<!-- xindaya-ignore -->\n```\n`<!-- xindaya-ignore -->` {BAD}\n");
        assert_eq!(come_to(&text), (1, 0, vec![]));
    }

    #[test]
    fn what_is_idle_is_told() {
        for (remark, said) in [
            ("xindaya-ignore mixed-script", "`mixed-script` suppresses nothing here"),
            (
                "xindaya-ignore repeated-frase",
                "there is no check `repeated-frase`: did you mean `repeated-phrase`?",
            ),
            (
                "xindaya-ignore-next",
                "there is no `xindaya-ignore-next`: did you mean `xindaya-ignore-end`?",
            ),
            ("xindaya-ignore-end", "this ends nothing that was begun"),
        ] {
            let text = format!("<!-- {remark} -->\n{BAD}\n");
            assert_eq!(come_to(&text), (1, 0, vec![said.to_owned()]), "{remark}");
        }
        let text = format!("<!-- xindaya-ignore-start -->\n{BAD}\n\n{OTHER}\n");
        let said = "`xindaya-ignore-start` is begun here and never ended";
        assert_eq!(come_to(&text), (0, 2, vec![said.to_owned()]));
        let text = format!("{BAD}\n\n<!-- xindaya-ignore -->\n");
        assert_eq!(come_to(&text).2, ["`xindaya-ignore` suppresses nothing here"]);
    }

    #[test]
    fn a_check_that_did_not_run_is_not_missed() {
        let text = format!("<!-- xindaya-ignore mixed-script -->\n{BAD}\n");
        let mut documents = read("a.md", text.as_bytes(), &Options::default()).expect("a text");
        let document = documents.next().expect("is one").expect("a text");
        let mut rules = Rules::default();
        rules.off.insert("mixed-script");
        assert!(review(&document, &Resources::default(), &rules).idle.is_empty());
    }

    #[test]
    fn many_remarks_and_findings_end_soon() {
        let text = "<!-- xindaya-ignore -->\n<!-- xindaya-ignore-start -->\n".repeat(20_000) + BAD;
        let review = reviewed(&text);
        assert!(review.findings.is_empty());
    }
}
