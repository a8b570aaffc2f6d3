use super::runs::{LastSeen, NEAR};

/// So many characters that come again are no chance.
const GRAM: usize = 3;

/// The share of a text, spaces left out, that stands in three or more characters which stood among
/// the forty before them: of clean Chinese segments one in a hundred has a fifth.
///
/// ```
/// use xindaya::duplication::coverage;
///
/// assert!(coverage("今年的粮食产量比往年有所增加。") < 0.01);
/// assert!(coverage("是一个是一个是一个是一个是一个") > 0.7);
/// ```
pub fn coverage(text: &str) -> f64 {
    let chars: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
    let mut last = LastSeen::new(chars.len(), 4);
    let (mut covered, mut reach) = (0_u32, 0);
    for (start, gram) in chars.windows(GRAM).enumerate() {
        let seen = last.distance(key(gram), start).filter(|back| *back <= NEAR);
        if seen.is_some_and(|back| chars[start - back..].starts_with(gram)) {
            let end = start + GRAM;
            covered += u32::try_from(end - reach.max(start)).unwrap_or_default();
            reach = end;
        }
    }
    f64::from(covered) / f64::from(u32::try_from(chars.len().max(1)).unwrap_or(u32::MAX))
}

fn key(gram: &[char]) -> u32 {
    gram.iter().fold(0, |key: u32, c| (key ^ u32::from(*c)).wrapping_mul(0x9e37_79b1))
}

#[cfg(test)]
mod tests {
    use super::coverage;

    #[test]
    fn what_was_said_just_before_is_covered() {
        assert!((coverage("甲乙丙丁甲乙丙戊") - 3.0 / 8.0).abs() < 1e-9);
        assert!((coverage("甲 乙丙丁 甲乙\n丙戊") - 3.0 / 8.0).abs() < 1e-9);
        assert!((coverage("甲甲甲甲甲") - 0.8).abs() < 1e-9);
        assert!(coverage("甲乙甲乙").abs() < f64::EPSILON);
        assert!(coverage("").abs() < f64::EPSILON);
    }

    #[test]
    fn what_was_said_long_before_is_not() {
        let between: String = ('\u{4e00}'..='\u{4e40}').collect();
        assert!(coverage(&format!("高高兴兴{between}高高兴兴")).abs() < f64::EPSILON);
    }
}
