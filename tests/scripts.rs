//! The scripts that install and call the program: a release made on the spot, inputs that would be code, the workers of Spark.

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
    let last = kept.lines().last().unwrap();
    fs::write(&sums, format!("{}{}\n", "0".repeat(64), &last[64..])).unwrap();
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

/// The action's inputs come as they are to the program, whatever a shell would make of them.
#[test]
fn inputs_of_the_action_are_no_code() {
    let folder = tempfile::tempdir().unwrap();
    script(
        &folder.path().join("xindaya"),
        "printf '%s\\n' \"$@\" >\"$0.said\"; : >out.sarif; exit 1",
    );
    let path = format!("{}:{}", folder.path().display(), std::env::var("PATH").unwrap());
    let done = Command::new(fs::canonicalize("tools/action.sh").unwrap())
        .current_dir(folder.path())
        .env("PATH", path)
        .env("XINDAYA_ARGS", "--min-score 85\n *  $(touch${IFS}made) `touch made`")
        .env("XINDAYA_PATHS", "a b.txt\r\n\n$(touch made); touch made\n--exit-zero")
        .env("XINDAYA_SARIF", "out.sarif")
        .env("GITHUB_OUTPUT", "output")
        .env("GITHUB_STEP_SUMMARY", "summary.md")
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(1), "{done:?}");
    let said = fs::read_to_string(folder.path().join("xindaya.said")).unwrap();
    let wanted = [
        ["check", "--format", "github", "--min-score", "85", "*"],
        ["$(touch${IFS}made)", "`touch", "made`", "--output", "sarif=out.sarif", "--output"],
        ["markdown=summary.md", "--", "a b.txt", "$(touch made); touch made", "--exit-zero", ""],
    ];
    assert_eq!(said, wanted.concat().join("\n"));
    assert!(!folder.path().join("made").exists());
    assert_eq!(fs::read_to_string(folder.path().join("output")).unwrap(), "sarif=out.sarif\n");
}

/// The script of GitLab's job, as it stands in the template, with a release beside it.
#[test]
fn the_job_of_gitlab_reports_and_fails() {
    let folder = tempfile::tempdir().unwrap();
    release(folder.path());
    fs::write(folder.path().join("a b.txt"), "防火牆防火牆的重建。\n").unwrap();
    let template = fs::read_to_string("templates/xindaya.yml").unwrap();
    let events = saphyr_parser::Parser::new_from_str(&template);
    let mut scalars = events.filter_map(|it| match it.unwrap().0 {
        saphyr_parser::Event::Scalar(value, ..) => Some(value.into_owned()),
        _ => None,
    });
    let done = Command::new("sh")
        .arg("-c")
        .arg(scalars.find(|it| it.contains("install.sh")).unwrap())
        .current_dir(folder.path())
        .env("XINDAYA_RELEASES", format!("file://{}", folder.path().display()))
        .env("XINDAYA_VERSION", "latest")
        .env("XINDAYA_TARGET", TARGET)
        .env("XINDAYA_ARGS", "--no-config --fail-on major")
        .env("XINDAYA_PATHS", "a b.txt")
        .output()
        .unwrap();
    assert_eq!(done.status.code(), Some(1), "{done:?}");
    for report in ["gl-code-quality-report.json", "xindaya.junit.xml"] {
        let report = fs::read_to_string(folder.path().join(report)).unwrap();
        assert!(report.contains("repeated-phrase"), "{report}");
    }
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
    fs::copy("tools/install.sh", files.join("install.sh")).unwrap();
    let sums = ["install.sh".to_owned(), format!("xindaya-{TARGET}.tar.gz")]
        .map(|name| format!("{}  {name}\n", sum(&fs::read(files.join(&name)).unwrap())));
    fs::write(files.join("SHA256SUMS"), sums.concat()).unwrap();
}

fn sum(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut sum, byte| {
        let _ = write!(sum, "{byte:02x}");
        sum
    })
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
