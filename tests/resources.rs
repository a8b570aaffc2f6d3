//! The data that ships is what the scripts of `tools/` say that they made.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use sha2::{Digest, Sha256};
use std::fs;

#[test]
fn committed_files_carry_the_checksums_that_the_scripts_state() {
    let mut count = 0;
    for script in ["tools/build_resources.py", "tools/original_vectors.py"] {
        let text = fs::read_to_string(script).unwrap();
        let outputs = text.split("\nOUTPUTS = {\n").nth(1).unwrap();
        let outputs = outputs.split("\n}\n").next().unwrap();
        for entry in outputs.split_terminator(",\n").map(|it| it.trim_end_matches(',')) {
            let (path, stated) = entry.split_once(':').unwrap();
            let path = path.trim().trim_matches('"');
            let found = Sha256::digest(fs::read(path).unwrap());
            let stated = stated.trim().trim_matches('"');
            let bytes = (0..stated.len()).step_by(2);
            let stated: Vec<u8> =
                bytes.map(|at| u8::from_str_radix(&stated[at..at + 2], 16).unwrap()).collect();
            assert_eq!(found.as_slice(), stated, "{path}");
            count += 1;
        }
    }
    assert!(count > 20, "{count}");
}
