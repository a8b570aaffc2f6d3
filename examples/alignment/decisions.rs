use crate::Row;
use crate::running::{both, paired, running};
use rayon::prelude::*;
use xindaya::encoder::Encoder;

/// How many rows the beginnings of documents have for which it is asked whether they belong
/// together; the last stands for all.
const BEGINNINGS: [usize; 4] = [2, 4, 8, usize::MAX];

/// Whether documents are taken beside their own source, and refused beside that of the document
/// whose translation is about as long.
pub(crate) fn show(documents: &[Vec<&Row>], encoder: Option<&Encoder>) {
    for rows in BEGINNINGS {
        let mut texts: Vec<(String, String)> =
            documents.iter().map(|it| running(it.iter().take(rows).map(|it| both(it)))).collect();
        texts.sort_by_key(|it| it.1.len());
        let refused = |by: usize| {
            let strange = |nth: &usize| {
                let source = texts[(nth + by) % texts.len()].0.clone();
                paired(&(source, texts[*nth].1.clone()), encoder).is_err()
            };
            (0..texts.len()).into_par_iter().filter(strange).count()
        };
        let rows = if rows == usize::MAX { "all".to_owned() } else { rows.to_string() };
        let (own, strange, all) = (refused(0), refused(1), texts.len());
        println!("    {rows} rows: {own} of {all} true and {strange} strange sources refused");
    }
}
