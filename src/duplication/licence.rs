/// What a source allows its target to repeat.
#[derive(Clone, Debug, Default)]
pub struct Licence {
    /// How often the source says something again directly after itself; 0 where it never does.
    adjacent: usize,
    /// Whether a word of the source is drawn out (loooong) or laughs (hahaha).
    drawn_out: bool,
}

impl Licence {
    /// What `source` allows.
    pub fn of(source: &str) -> Self {
        let tokens = tokens(source);
        Self { adjacent: adjacent(&tokens), drawn_out: tokens.iter().any(|it| is_drawn_out(it)) }
    }

    /// Whether the source licenses `copies` copies in a row.
    pub fn covers(&self, copies: usize) -> bool {
        self.adjacent > 0 && copies <= self.adjacent * 2 || self.drawn_out && copies < 20
    }

    /// Whether the source licenses a drawn-out token.
    pub fn draws_out(&self) -> bool {
        self.drawn_out
    }
}

/// The words of the source, small, without the endings that inflection gives them.
fn tokens(source: &str) -> Vec<String> {
    let words = source.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// How many tokens of the source take part in saying something again, at most.
fn adjacent(tokens: &[String]) -> usize {
    let mut numbers = std::collections::HashMap::new();
    let ids: Vec<u32> = tokens
        .iter()
        .map(|token| {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            *numbers.entry(token.as_str()).or_insert(next)
        })
        .collect();
    super::runs(&ids, |id| id).iter().map(|run| run.copies()).sum()
}

/// Whether a letter stands three times in a row, or a syllable does: looong, hahaha.
fn is_drawn_out(token: &str) -> bool {
    let chars: Vec<char> = token.chars().collect();
    let drawn = |run: &super::runs::Run| run.copies() >= 3 && run.period <= 2;
    token.chars().any(char::is_alphabetic) && super::runs(&chars, |c| u32::from(c)).iter().any(drawn)
}
