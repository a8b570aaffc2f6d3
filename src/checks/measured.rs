/// What a check did on development data, target alone: `tools/measure.py` writes the table.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measured {
    /// Findings on texts in which people marked the faults.
    pub found: u32,
    /// How many of them touch a mark; people mark what matters to them, so the others may be
    /// right too.
    pub marked: u32,
    /// Findings for each 10,000 characters of clean human translations: traditional news,
    /// simplified news, simplified texts of all kinds. Some are slips of the humans.
    pub alarms: [f64; 3],
}

/// What the check with this id was measured to do; `None` before it is measured.
pub fn measured(id: &str) -> Option<Measured> {
    let rows = include_str!("measured.tsv").lines().skip(1);
    let mut cells =
        rows.map(|row| row.split('\t')).find_map(|mut row| (row.next()? == id).then_some(row))?;
    let mut next = || cells.next();
    let (found, marked) = (next()?.parse().ok()?, next()?.parse().ok()?);
    let alarms = [next()?.parse().ok()?, next()?.parse().ok()?, next()?.parse().ok()?];
    Some(Measured { found, marked, alarms })
}
