use crate::Row;
use crate::chance::Chance;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::fmt;
use xindaya::align::{Original, Rendered, align, understand};
use xindaya::encoder::Encoder;
use xindaya::text::sentences;

/// Shares of pieces: joined with the one before, lost from the target and from the source, followed
/// by a stranger in the target; and whether the texts are cut into sentences first.
struct Damage(&'static str, f64, [f64; 2], f64, bool);

const DAMAGES: [Damage; 5] = [
    Damage("as they are", 0.0, [0.0, 0.0], 0.0, false),
    Damage("10 % joined on each side", 0.1, [0.0, 0.0], 0.0, false),
    Damage("and 5 % lost, 2.5 % of the source", 0.1, [0.05, 0.025], 0.0, false),
    Damage("joined, 10 % lost, 5 % foreign", 0.1, [0.1, 0.0], 0.05, false),
    Damage("in sentences, joined, 5 and 2.5 % lost", 0.1, [0.05, 0.025], 0.0, true),
];

/// How well the links between the pieces of damaged documents are found.
pub(crate) fn show(documents: &[Vec<&Row>], encoder: Option<&Encoder>) {
    let strangers: Vec<&str> = documents.iter().flatten().map(|it| it.target.as_str()).collect();
    for damage in &DAMAGES {
        let mut chance = Chance(7);
        let mut glued = |rows: &Vec<&Row>| {
            let source = glue(rows, |it| &it.source, damage, damage.2[1], None, &mut chance);
            let target =
                glue(rows, |it| &it.target, damage, damage.2[0], Some(&strangers), &mut chance);
            (source, target)
        };
        let cases: Vec<_> = documents.iter().map(&mut glued).collect();
        let each = cases.par_iter().map(|(source, target)| tally(source, target, encoder));
        println!("    links, {}: {}", damage.0, each.reduce(Tally::default, Tally::and));
    }
}

/// A piece with the numbers of the rows that it is made of; a stranger has none.
type Glued = (BTreeSet<usize>, String);

fn glue(
    rows: &[&Row],
    text: impl Fn(&Row) -> &str,
    damage: &Damage,
    lost: f64,
    strangers: Option<&[&str]>,
    chance: &mut Chance,
) -> Vec<Glued> {
    let mut pieces: Vec<Glued> = vec![];
    for (nth, row) in rows.iter().enumerate() {
        let text = text(row).trim();
        let cut = if damage.4 { sentences(text) } else { vec![(0..text.len()).into()] };
        for piece in cut.iter().map(|it| text[it.range()].trim()) {
            if chance.is_under(lost) {
                continue;
            }
            match pieces.last_mut() {
                Some((of, before)) if chance.is_under(damage.1) => {
                    of.insert(nth);
                    before.push(' ');
                    before.push_str(piece);
                }
                _ => pieces.push((BTreeSet::from([nth]), piece.to_owned())),
            }
            if let Some(all) = strangers.filter(|_| chance.is_under(damage.3)) {
                pieces.push((BTreeSet::new(), all[chance.below(all.len())].trim().to_owned()));
            }
        }
    }
    pieces
}

fn tally(source: &[Glued], target: &[Glued], encoder: Option<&Encoder>) -> Tally {
    let said: Vec<&str> = source.iter().map(|it| it.1.as_str()).collect();
    let shown: Vec<&str> = target.iter().map(|it| it.1.as_str()).collect();
    let mut originals = Original::all(said.iter().copied());
    let mut rendered: Vec<Rendered> = shown.iter().map(|it| Rendered::of(it)).collect();
    if let Some(encoder) = encoder {
        understand(encoder, (&mut originals, &said), (&mut rendered, &shown));
    }
    let is_true = |i: usize, j: usize| !source[i].0.is_disjoint(&target[j].0);
    let mut tally = Tally::default();
    for bead in align(&originals, &rendered, None).beads {
        for (i, j) in bead.source.flat_map(|i| bead.target.clone().map(move |j| (i, j))) {
            tally.found += 1;
            tally.right += usize::from(is_true(i, j));
        }
    }
    let all = (0..source.len()).flat_map(|i| (0..target.len()).map(move |j| (i, j)));
    tally.given = all.filter(|(i, j)| is_true(*i, *j)).count();
    tally
}

#[derive(Clone, Copy, Default)]
struct Tally {
    right: usize,
    found: usize,
    given: usize,
}

impl Tally {
    fn and(self, other: Self) -> Self {
        Self {
            right: self.right + other.right,
            found: self.found + other.found,
            given: self.given + other.given,
        }
    }
}

impl fmt::Display for Tally {
    #[expect(clippy::cast_precision_loss, reason = "counts are small")]
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let share = |of: usize| self.right as f64 / of.max(1) as f64;
        let (precision, recall) = (share(self.found), share(self.given));
        let both = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
        write!(f, "F1 {both:.4}, precision {precision:.4}, recall {recall:.4}")
    }
}
