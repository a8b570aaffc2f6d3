use crate::config::plain;
use std::path::{Component, Path, PathBuf};

/// The way from a folder to a path, with slashes, whatever folder the two are told from: links are
/// not followed.
pub(super) fn way(base: &Path, path: &Path) -> String {
    // Of a folder that is gone nothing but its name is known.
    let [base, path] = [base, path].map(|it| plain(it).unwrap_or_else(|| it.to_owned()));
    let same = base.components().zip(path.components()).take_while(|(a, b)| a == b).count();
    let up = base.components().skip(same).map(|_| Component::ParentDir);
    let way: PathBuf = up.chain(path.components().skip(same)).collect();
    way.display().to_string().replace('\\', "/")
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
