/// The same chances in every run.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    fn draw(&mut self) -> u32 {
        let (factor, step) = (6_364_136_223_846_793_005, 1_442_695_040_888_963_407);
        self.0 = self.0.wrapping_mul(factor).wrapping_add(step);
        u32::try_from(self.0 >> 33).unwrap_or_default()
    }

    pub(crate) fn is_under(&mut self, share: f64) -> bool {
        f64::from(self.draw()) < share * f64::from(1_u32 << 31)
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.draw() as usize % end
    }
}
