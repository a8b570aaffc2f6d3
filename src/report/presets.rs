use super::Settings;
use super::layout::wrap;
use super::paint::{self, Paint};
use crate::config::{Preset, Ruling, Setting};

/// What presets are for, why, and what they say as a configuration.
pub fn presets(all: &'static [Preset], settings: &Settings) -> String {
    let pages: Vec<String> = all.iter().map(|it| page(it, settings)).collect();
    pages.join("\n")
}

fn page(preset: &'static Preset, settings: &Settings) -> String {
    let paint = Paint { colour: settings.colour };
    let width = settings.width.clamp(40, 100) - 2;
    let mut lines = vec![paint.with(paint::STRONG, preset.name)];
    for said in [preset.is_for, preset.why] {
        lines.extend(
            wrap(said.template(settings.language), width).iter().map(|it| format!("  {it}")),
        );
        lines.push(String::new());
    }
    let says = Ruling::of([Setting::Preset(preset)].iter()).to_toml();
    let tables = says.lines().skip_while(|it| !it.starts_with('['));
    lines.extend(tables.map(|it| if it.is_empty() { String::new() } else { format!("    {it}") }));
    lines.join("\n") + "\n"
}
