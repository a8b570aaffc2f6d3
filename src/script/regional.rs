/// Stub.
#[derive(Debug)]
pub struct Regional;
/// Stub.
pub fn foreign_words() {}
