//! The names of a source's units, some of which are forms of one text: of `files_one` and
//! `files_other` Chinese needs the second alone.

use rustc_hash::{FxHashMap, FxHashSet};

/// The words for the numbers that have forms of their own in some languages.
const COUNTED: [&str; 5] = ["zero", "one", "two", "few", "many"];

/// The word for all other numbers.
const OTHER: &str = "other";

/// The names of a source's units.
#[derive(Debug, Default)]
pub(super) struct Names {
    /// In their order, each once.
    all: Vec<String>,
    known: FxHashSet<String>,
    /// Of each text that has forms the name of that for any number.
    forms: FxHashMap<String, String>,
}

/// A form of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Form<'n> {
    /// The name of the text.
    of: &'n str,
    /// Whether it is shown for some numbers alone, and Chinese does without it.
    counted: bool,
}

impl Names {
    pub(super) fn of(names: impl IntoIterator<Item = String>) -> Self {
        let mut found = Self::default();
        for name in names {
            if found.known.insert(name.clone()) {
                found.all.push(name);
            }
        }
        for name in &found.all {
            let Some(form) = found.ending(name) else { continue };
            if !form.counted || !found.forms.contains_key(form.of) {
                found.forms.insert(form.of.to_owned(), name.clone());
            }
        }
        found
    }

    pub(super) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub(super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The name that stands beside this one of the translation: the same, or that of another form
    /// of the same text.
    pub(super) fn beside(&self, name: &str) -> Option<&str> {
        if let Some(same) = self.known.get(name) {
            return Some(same);
        }
        let of = self.form(name)?.of;
        self.forms.get(of).or_else(|| self.known.get(of)).map(String::as_str)
    }

    pub(super) fn all(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(String::as_str)
    }

    /// Those that a translation with these names lacks, in their order: of a text with forms one,
    /// where none of its forms is for any number.
    pub(super) fn without(&self, written: &[&str]) -> Vec<&str> {
        let mut there: FxHashSet<&str> = written.iter().copied().collect();
        let forms = written.iter().filter_map(|it| self.form(it));
        there.extend(forms.filter(|it| !it.counted).map(|it| it.of));
        let mut told = FxHashSet::default();
        let mut is_missing = |name: &str| match self.form(name) {
            _ if there.contains(name) => false,
            None => true,
            Some(form) => {
                !form.counted && !there.contains(form.of) && told.insert(form.of.to_owned())
            }
        };
        self.all().filter(|it| is_missing(it)).collect()
    }

    /// What a name is a form of, if the source has forms of it.
    fn form<'n>(&self, name: &'n str) -> Option<Form<'n>> {
        let whole = || self.forms.contains_key(name).then_some(Form { of: name, counted: false });
        self.ending(name).or_else(whole)
    }

    /// What a name is a form of by how it ends.
    fn ending<'n>(&self, name: &'n str) -> Option<Form<'n>> {
        self.in_brackets(name).or_else(|| self.behind(name, '.')).or_else(|| self.behind(name, '_'))
    }

    /// `days[other]` of Android, `days[male]` of Fluent; `days[0]` may be an item of a list.
    fn in_brackets<'n>(&self, name: &'n str) -> Option<Form<'n>> {
        let (of, form) = name.strip_suffix(']')?.rsplit_once('[')?;
        let counts = || self.known.contains(&format!("{of}[{OTHER}]"));
        let is_number = form.bytes().all(|it| it.is_ascii_digit() || it == b'.');
        let counted = (is_number || COUNTED.contains(&form)) && counts();
        (counted || !is_number).then_some(Form { of, counted })
    }

    /// `days.other` of Rails, `days_other` of i18next, and in its older files `days_plural`, beside
    /// which Chinese has `days_0`.
    fn behind<'n>(&self, name: &'n str, mark: char) -> Option<Form<'n>> {
        let (of, form) = name.rsplit_once(mark)?;
        let has = |form: &str| self.known.contains(&format!("{of}{mark}{form}"));
        let counted = COUNTED.contains(&form);
        let is_plural = mark == '_' && matches!(form, "plural" | "0") && has("plural");
        let is_form = (counted || form == OTHER) && has(OTHER);
        (is_form || is_plural && self.known.contains(of)).then_some(Form { of, counted })
    }
}

#[cfg(test)]
mod tests {
    use super::Names;

    fn names(all: &str) -> Names {
        Names::of(all.split(' ').map(str::to_owned))
    }

    #[test]
    fn chinese_needs_the_form_for_any_number_alone() {
        for (source, target, missing) in [
            ("a b c", "c a", "b"),
            ("a_one a_other", "a_other", ""),
            ("a_one a_other", "a_one", "a_other"),
            ("a_one a_other b", "b", "a_other"),
            ("a a_plural", "a_0", ""),
            ("a a_plural", "a", ""),
            ("a a_plural b", "b", "a"),
            ("a.one a.other b.one b.two", "a.other b.two", "b.one"),
            ("a[one] a[other]", "a[other]", ""),
            ("a[0] a[one] a[other]", "a", ""),
            ("a[0] a[1]", "a[0]", "a[1]"),
            ("a[male] a[unknown]", "a", ""),
            ("a[male] a[unknown] b", "b", "a[male]"),
            ("one other", "other", "one"),
        ] {
            let written: Vec<&str> = target.split(' ').collect();
            assert_eq!(names(source).without(&written).join(" "), missing, "{source} / {target}");
        }
    }

    #[test]
    fn a_form_stands_beside_another_one() {
        for (source, target, beside) in [
            ("a", "a", Some("a")),
            ("a", "b", None),
            ("a", "a_other", None),
            ("a_one a_other", "a", Some("a_other")),
            ("a_one a_other", "a_zero", Some("a_other")),
            ("a a_plural", "a_0", Some("a_plural")),
            ("a a_0", "a_1", None),
            ("a[one] a[other]", "a", Some("a[other]")),
            ("a", "a[one]", Some("a")),
            ("a[0]", "a[1]", None),
        ] {
            assert_eq!(names(source).beside(target), beside, "{source} / {target}");
        }
    }
}
