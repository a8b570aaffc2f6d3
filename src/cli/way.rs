use std::ffi::{OsStr, OsString};
use std::path::{Component, Path, PathBuf};

/// The way from a folder to a path, with slashes, whatever folder the two are told from: links are
/// not followed.
pub(super) fn way(base: &Path, path: &Path) -> String {
    let (base, path) = (plain(base), plain(path));
    let same = base.iter().zip(&path).take_while(|(a, b)| a == b).count();
    let up = base[same..].iter().map(|_| OsStr::new(".."));
    let way: PathBuf = up.chain(path[same..].iter().map(OsString::as_os_str)).collect();
    way.display().to_string().replace('\\', "/")
}

/// The parts of a path without those that lead nowhere.
fn plain(path: &Path) -> Vec<OsString> {
    let path = if path.as_os_str().is_empty() { Path::new(".") } else { path };
    let whole = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut parts = vec![];
    for part in whole.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(parts.pop()),
            _ => parts.push(part.as_os_str().to_owned()),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::way;
    use std::path::Path;

    #[test]
    fn paths_are_counted_from_a_folder() {
        for (base, path, told) in [
            ("/a/b", "/a/b/c/d.md", "c/d.md"),
            ("/a/b", "/a/./b/x/../d.md", "d.md"),
            ("/a/b/ci", "/a/b/d.md", "../d.md"),
            ("/a/b", "/c.md", "../../c.md"),
            ("", "a.md", "a.md"),
            ("ci", "./a.md", "../a.md"),
        ] {
            assert_eq!(way(Path::new(base), Path::new(path)), told);
        }
    }
}
