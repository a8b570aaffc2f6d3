#![expect(clippy::cast_precision_loss, reason = "the numbers are those of a file's lines")]

/// How often one of the first is above one of the others.
pub(crate) fn auc(high: &[f32], low: &[f32]) -> f64 {
    let mut low = low.to_vec();
    low.sort_by(f32::total_cmp);
    let below: usize = high.iter().map(|it| low.partition_point(|other| other < it)).sum();
    below as f64 / (high.len() * low.len()) as f64
}

/// What is found of the damage, as it is decided and where so many of the clean ones are flagged.
/// Each has its weight, and whether it is flagged.
pub(crate) fn show(name: &str, clean: &[(f32, bool)], damaged: &[(f32, bool)], cases: usize) {
    let flagged = |all: &[(f32, bool)]| all.iter().filter(|it| it.1).count();
    let mut weights: Vec<f32> = clean.iter().map(|it| it.0).collect();
    weights.sort_by(|a, b| b.total_cmp(a));
    println!(
        "  {name}: {} of {cases} = {:.3} found; {} of {} clean = {:.2} % flagged",
        flagged(damaged),
        share(flagged(damaged), cases),
        flagged(clean),
        clean.len(),
        100.0 * share(flagged(clean), clean.len()),
    );
    for per_mille in [2, 5, 10, 20] {
        let above = weights.get(clean.len() * per_mille / 1000).copied().unwrap_or_default();
        let found = damaged.iter().filter(|it| it.0 > above).count();
        println!("    at {per_mille} in a thousand: {:.3}, above {above:.3}", share(found, cases));
    }
}

fn share(count: usize, of: usize) -> f64 {
    count as f64 / of.max(1) as f64
}
