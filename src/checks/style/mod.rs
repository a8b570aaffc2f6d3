//! Does it read well? Notes on habits: neutral, so that they never count and never gate.

mod empty_verb;
mod long_sentence;
mod mixed_address;
mod overused_passive;
mod stacked_particle;
mod translationese;

use super::Check;

pub(super) const CHECKS: &[Check] = &[
    long_sentence::CHECK,
    stacked_particle::CHECK,
    overused_passive::CHECK,
    empty_verb::CHECK,
    translationese::CHECK,
    mixed_address::CHECK,
];
