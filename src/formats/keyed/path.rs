//! The names of units: the keys that lead to them.

/// A name takes so many bytes at most: of keys that are longer, one within the other, each unit's
/// name would be as long as the file.
const LONGEST: usize = 256;

/// The name of a unit whose keys are these, from the outermost.
pub(in crate::formats) fn joined(keys: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    let mut name = String::new();
    for key in keys {
        let key = key.as_ref();
        if !name.is_empty() {
            name.push('.');
        }
        name.push_str(&key[..key.floor_char_boundary(LONGEST)]);
        if name.len() > LONGEST {
            name.truncate(name.floor_char_boundary(LONGEST));
            break;
        }
    }
    name
}
