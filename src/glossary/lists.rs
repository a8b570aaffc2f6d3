use super::Term;
use rustc_hash::FxHashMap;
use std::sync::Arc;

/// Lists of words that a table names, so that many terms can share them: a line whose `source`
/// begins with @ has a list in `needs`, and the lines below it write `@software` for its words.
#[derive(Debug, Default)]
pub(super) struct Lists(FxHashMap<String, Arc<[String]>>);

impl Lists {
    /// The term of a line with the words of the lists that it names; none where the line is a list.
    /// Fails with the column and the name of a list that is not there.
    pub(super) fn take(&mut self, mut term: Term) -> Result<Option<Term>, (&'static str, String)> {
        if let Some(name) = term.names.first().filter(|name| is_list(name)) {
            self.0.insert(name.clone(), term.needs.into());
            return Ok(None);
        }
        term.subjects = self.named("needs", &mut term.needs)?;
        for (column, words) in [("beside", &mut term.beside), ("unless", &mut term.unless)] {
            let lists = self.named(column, words)?;
            words.extend(lists.iter().flat_map(|list| list.iter().cloned()));
        }
        Ok(Some(term))
    }

    /// Takes the names of lists out of `words`.
    fn named(
        &self,
        column: &'static str,
        words: &mut Vec<String>,
    ) -> Result<Vec<Arc<[String]>>, (&'static str, String)> {
        let (names, plain): (Vec<String>, Vec<String>) =
            std::mem::take(words).into_iter().partition(|it| is_list(it));
        *words = plain;
        let list = |name: String| self.0.get(&name).cloned().ok_or((column, name));
        names.into_iter().map(list).collect()
    }
}

fn is_list(word: &str) -> bool {
    word.starts_with('@')
}
