//! Traditional and simplified characters.
