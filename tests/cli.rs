//! The program as people run it: `TRYCMD=overwrite cargo test --test cli` writes what it says now.

#[test]
fn commands() {
    let cases = trycmd::TestCases::new();
    cases.env("LC_ALL", "en_US.UTF-8").case("tests/cli/*.trycmd");
}
