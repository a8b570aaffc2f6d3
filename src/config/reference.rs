use super::choices::with_numbers;
use super::keys::{Holds, Key, SCOPED, TOP};
use super::keys_aside::IGNORED;
use super::keys_gate::LIMITS;
use super::{PRESETS, Preset, Ruling, Setting};
use crate::finding::Language;
use std::fmt::Write;

/// The reference of the configuration in Markdown: its keys, the numbers of checks, the presets.
pub fn keys_markdown() -> String {
    let mut page = String::from("### The file\n\n");
    table(&mut page, TOP);
    page.push_str("\n### `[gate]`\n\n");
    table(&mut page, LIMITS);
    page.push_str("\n### `[[ignore]]`\n\n");
    table(&mut page, IGNORED);
    page.push_str("\n### `[[override]]`\n\nBesides the keys of the file, `language` and `effort` left out:\n\n");
    let new = |it: &&Key| !TOP.iter().any(|of_file| of_file.name == it.name);
    table(&mut page, SCOPED.iter().filter(new));
    page.push_str(
        "\n### `[check.…]`\n\n| check | key | unless it is given | means |\n|---|---|---|---|\n",
    );
    for (check, param) in with_numbers().flat_map(|it| it.params.iter().map(move |of| (it, of))) {
        let means = param.means.template(Language::English);
        let _ =
            writeln!(page, "| `{}` | `{}` | {} | {means} |", check.id, param.name(), param.default);
    }
    page.push_str("\n### Presets\n");
    for it in PRESETS {
        preset(&mut page, it);
    }
    page
}

fn table<'k>(page: &mut String, keys: impl IntoIterator<Item = &'k Key>) {
    page.push_str("| key | holds | means | example |\n|---|---|---|---|\n");
    for Key { name, holds, means, example, .. } in keys {
        let holds = self::holds(*holds);
        let _ = writeln!(page, "| `{name}` | {holds} | {means} | `{example}` |");
    }
}

fn holds(holds: Holds) -> String {
    let names = |all: Vec<&str>| {
        let all: Vec<String> = all.iter().map(|it| format!("`{it}`")).collect();
        all.join(", ")
    };
    match holds {
        Holds::Name(all) => names(all()),
        Holds::Names(all) => format!("a list of {}", names(all())),
        Holds::Text => "a text".to_owned(),
        Holds::Texts => "a list of texts".to_owned(),
        Holds::Truth => "`true` or `false`".to_owned(),
        Holds::Points => "0 to 100".to_owned(),
        Holds::Share => "0 to 1".to_owned(),
        Holds::Whole => "a whole number".to_owned(),
        Holds::Table(_) => "a table, see below".to_owned(),
        Holds::Tables(..) => "tables, see below".to_owned(),
        Holds::ByCheck(of) => format!("for each check {}", self::holds(*of)),
        Holds::Numbers => "for each check a table, see below".to_owned(),
    }
}

fn preset(page: &mut String, preset: &'static Preset) {
    let is_for = preset.is_for.template(Language::English);
    let why = preset.why.template(Language::English);
    let says = Ruling::of([Setting::Preset(preset)].iter()).to_toml();
    let says = says.split_once('\n').map_or("", |(_, rest)| rest.trim_start());
    let _ = write!(page, "\n#### `{}`\n\n{is_for} {why}\n\n```toml\n{says}```\n", preset.name);
}
