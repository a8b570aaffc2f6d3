//! How garbled a sentence is, from named evidence.

/// Evidence against a sentence: each piece has a name, and the whole is one minus the product of
/// what each leaves open (a noisy or), so that the explanation is the score.
#[derive(Clone, Debug)]
pub struct Garble<N> {
    clean: f64,
    /// The names of the pieces, as they came.
    pub evidence: Vec<N>,
}

impl<N> Default for Garble<N> {
    fn default() -> Self {
        Self { clean: 1.0, evidence: vec![] }
    }
}

impl<N> Garble<N> {
    /// Adds a piece of evidence: its weight, and how strong it is, from 0 to 1.
    pub fn add(&mut self, name: N, weight: f64, strength: f64) {
        if strength > 0.0 {
            self.clean *= 1.0 - weight * strength.min(1.0);
            self.evidence.push(name);
        }
    }

    /// How garbled, from 0 to 1.
    pub fn share(&self) -> f64 {
        1.0 - self.clean
    }
}

#[cfg(test)]
mod tests {
    use super::Garble;

    #[test]
    fn evidence_adds_up_to_one_at_most() {
        let mut garble = Garble::default();
        garble.add("loop", 0.9, 2.0);
        garble.add("quotes", 0.3, 1.0);
        garble.add("nothing", 0.9, 0.0);
        assert!((garble.share() - 0.93).abs() < 1e-9);
        assert_eq!(garble.evidence, ["loop", "quotes"]);
    }
}
