//! Writes a review out.
