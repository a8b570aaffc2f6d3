//! Where a text repeats itself.
