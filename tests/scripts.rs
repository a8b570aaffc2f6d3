//! The scripts that install and call the program: a release made on the spot, the workers of Spark.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test may panic")]

use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};

const TARGET: &str = "x86_64-unknown-linux-gnu";

#[test]
fn what_is_packed_installs() {
    let folder = tempfile::tempdir().unwrap();
    release(folder.path());
    let installed = install(folder.path(), &[]);
    assert!(installed.status.success(), "{installed:?}");
    assert!(text(&installed.stdout).starts_with("xindaya "), "{installed:?}");
    assert!(folder.path().join("bin/xindaya").exists());

    let archive = folder.path().join(format!("latest/download/xindaya-{TARGET}.tar.gz"));
    let packed = Command::new("tar").arg("-tzf").arg(archive).output().unwrap();
    for part in ["man/xindaya-check.1", "completions/xindaya.fish", "LICENSES/", "NOTICE.md"] {
        assert!(text(&packed.stdout).contains(part), "{part} is not packed");
    }
}

#[test]
fn what_was_altered_does_not_install() {
    let folder = tempfile::tempdir().unwrap();
    release(folder.path());
    let sums = folder.path().join("latest/download/SHA256SUMS");
    let kept = fs::read_to_string(&sums).unwrap();
    fs::write(&sums, format!("{}{}", "0".repeat(64), &kept[64..])).unwrap();
    let refused = install(folder.path(), &[]);
    assert!(text(&refused.stderr).contains("the checksum of"), "{refused:?}");
    assert!(!refused.status.success() && !folder.path().join("bin").exists());
}

#[test]
fn what_is_not_there_is_told() {
    let folder = tempfile::tempdir().unwrap();
    release(folder.path());
    for (setting, said) in [
        (("XINDAYA_TARGET", "riscv64gc-unknown-linux-gnu"), "the release has no"),
        (("XINDAYA_VERSION", "v9.9.9"), "cannot download"),
        (("XINDAYA_VERSION", "v1/../../x"), "there is no version"),
        (("XINDAYA_VERSION", "main"), "is written like v0.1.0"),
    ] {
        let refused = install(folder.path(), &[setting]);
        assert!(!refused.status.success() && text(&refused.stderr).contains(said), "{refused:?}");
    }
    let nowhere =
        install(folder.path(), &[("XINDAYA_RELEASES", ""), ("XINDAYA_REPOSITORY", "a b/c")]);
    assert!(text(&nowhere.stderr).contains("is not owner/name"), "{nowhere:?}");
}

/// Needs Python, as `.ci/run` does.
#[test]
fn the_workers_of_spark_keep_their_promises() {
    let done = Command::new("python3")
        .args(["-B", "examples/spark/test_worker.py"])
        .env("XINDAYA", env!("CARGO_BIN_EXE_xindaya"))
        .output();
    match done {
        Ok(done) => assert!(done.status.success(), "{}", text(&done.stderr)),
        Err(error) => assert_eq!(error.kind(), std::io::ErrorKind::NotFound, "Python is not there"),
    }
}

/// Packs a program that calls the one under test, and lays it out as a release.
fn release(folder: &Path) {
    let files = folder.join("latest/download");
    fs::create_dir_all(&files).unwrap();
    let program = folder.join("xindaya");
    script(&program, &format!("exec '{}' \"$@\"", env!("CARGO_BIN_EXE_xindaya")));
    let packed =
        Command::new("tools/package.sh").arg(TARGET).args([&program, &files]).output().unwrap();
    assert!(packed.status.success(), "{packed:?}");
    let archive = format!("xindaya-{TARGET}.tar.gz");
    let digest = Sha256::digest(fs::read(files.join(&archive)).unwrap());
    let sum = digest.iter().fold(String::new(), |mut sum, byte| {
        let _ = write!(sum, "{byte:02x}");
        sum
    });
    fs::write(files.join("SHA256SUMS"), format!("{sum}  {archive}\n")).unwrap();
}

fn install(folder: &Path, settings: &[(&str, &str)]) -> Output {
    Command::new("tools/install.sh")
        .arg(folder.join("bin"))
        .env("XINDAYA_RELEASES", format!("file://{}", folder.display()))
        .env("XINDAYA_TARGET", TARGET)
        .envs(settings.iter().copied())
        .output()
        .unwrap()
}

fn script(path: &Path, body: &str) {
    fs::write(path, format!("#!/bin/sh\n{body}\n")).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(0o755)).unwrap();
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
