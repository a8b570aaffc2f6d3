//! Reads bytes into documents.
