use super::{Choice, Message, OTHER, Part};
use crate::text::Span;

/// A way through the choices of a message: names of arguments with the keys of their branches.
/// What is not named takes the branch for everything else.
pub type Pick<'t> = Vec<(&'t str, &'t str)>;

/// A message as it is shown when certain branches are chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Variation {
    /// The keys of the branches that were taken, in order.
    pub keys: Vec<String>,
    /// What it is made of, in order.
    pub pieces: Vec<Piece>,
    /// The arguments whose number chose a branch of its own, in which words may stand for it.
    pub in_words: Vec<String>,
}

/// A piece of a message as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words as they are.
    Words(Span),
    /// Two apostrophes, which stand for one.
    Apostrophe(Span),
    /// The value of the argument of this name.
    Value(Span, String),
}

/// So many ways through a message are looked at.
const MOST: usize = 64;

/// So many bytes all of them may have together.
const LARGEST: usize = 1 << 18;

/// Ways through a message on which each of its branches is met, with what is shown on them; none
/// if there are too many. Choices side by side take turns, so that there are no more ways than
/// branches.
pub fn variations<'t>(text: &'t str, message: &Message) -> Option<Vec<(Pick<'t>, Variation)>> {
    let picks = picks(text, message);
    let is_small = picks.len() <= MOST && (picks.len() < 4 || picks.len() * text.len() < LARGEST);
    is_small.then(|| {
        picks.into_iter().map(|pick| (pick.clone(), message.variation(text, &pick))).collect()
    })
}

fn picks<'t>(text: &'t str, message: &Message) -> Vec<Pick<'t>> {
    let mut found: Vec<Pick> = vec![];
    for part in &message.parts {
        let Part::Choice(choice) = part else { continue };
        let name = &text[choice.name.range()];
        for branch in &choice.branches {
            let key = &text[branch.key.range()];
            for mut pick in picks(text, &branch.message) {
                if key != OTHER {
                    pick.insert(0, (name, key));
                }
                if found.len() <= MOST && !found.contains(&pick) {
                    found.push(pick);
                }
            }
        }
    }
    if found.is_empty() { vec![vec![]] } else { found }
}

impl Message {
    /// What is shown of a message on the way that is nearest to this one.
    pub fn variation(&self, text: &str, pick: &[(&str, &str)]) -> Variation {
        let mut found = Variation::default();
        self.walk(text, pick, "", &mut found);
        found
    }

    fn walk(&self, text: &str, pick: &[(&str, &str)], number: &str, found: &mut Variation) {
        let word = |span: &Span| text[span.range()].to_owned();
        for part in &self.parts {
            match part {
                Part::Words(span) => found.pieces.push(Piece::Words(*span)),
                Part::Apostrophe(span) => found.pieces.push(Piece::Apostrophe(*span)),
                Part::Number(span) => found.pieces.push(Piece::Value(*span, number.to_owned())),
                Part::Argument(span, name) => found.pieces.push(Piece::Value(*span, word(name))),
                Part::Choice(choice) => {
                    let name = word(&choice.name);
                    let branch = &choice.branches[choice.taken(text, &name, pick)];
                    let key = word(&branch.key);
                    if choice.counts && key != OTHER {
                        found.in_words.push(name.clone());
                    }
                    found.keys.push(key);
                    let number = if choice.counts { &name } else { number };
                    branch.message.walk(text, pick, number, found);
                }
            }
        }
    }
}

impl Choice {
    fn taken(&self, text: &str, name: &str, pick: &[(&str, &str)]) -> usize {
        let mut keys = pick.iter().filter(|(it, _)| *it == name);
        let same = |(_, key): &(&str, &str)| {
            let twin = match *key {
                "one" => "=1",
                "=1" => "one",
                it => it,
            };
            self.branch(text, key).or_else(|| self.branch(text, twin))
        };
        keys.find_map(same).unwrap_or_else(|| self.other(text))
    }
}

#[cfg(test)]
mod tests {
    use super::{Piece, variations};
    use crate::markup::message;

    /// What is shown on each way, with its keys.
    fn shown(text: &str) -> Vec<String> {
        let found = variations(text, &message(text).expect("is one")).expect("are few");
        let piece = |it: &Piece| match it {
            Piece::Words(span) => text[span.range()].to_owned(),
            Piece::Apostrophe(_) => "'".to_owned(),
            Piece::Value(_, name) => format!("<{name}>"),
        };
        let one = |it: &super::Variation| {
            let words: String = it.pieces.iter().map(piece).collect();
            format!("{}: {words}", it.keys.join("."))
        };
        found.iter().map(|(_, it)| one(it)).collect()
    }

    #[test]
    fn each_branch_is_met() {
        let text = "It''s {n, plural, offset:1 =0 {'{none}'} other {# {g, select, a {A} \
                    other {O#}}}} in {x}.";
        let expected = [
            "=0: It's {none} in <x>.",
            "other.a: It's <n> A in <x>.",
            "other.other: It's <n> O<n> in <x>.",
        ];
        assert_eq!(shown(text), expected);
        let text = "{a, plural, one {1} other {#}} {b, plural, one {2} other {#}}";
        assert_eq!(shown(text), ["one.other: 1 <b>", "other.other: <a> <b>", "other.one: <a> 2"]);
    }

    #[test]
    fn too_many_ways_are_left_alone() {
        let branches: Vec<String> = (0..100).map(|n| format!("={n} {{甲}}")).collect();
        let text = format!("{{n, plural, {} other {{#}}}}", branches.join(" "));
        assert_eq!(variations(&text, &message(&text).expect("is one")), None);
    }
}
