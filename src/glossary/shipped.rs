/// The glossaries that ship with the program, by the name that a configuration gives them.
pub(super) const ALL: &[(&str, &str)] = &[
    ("ai-companies", include_str!("../../glossaries/ai-companies.tsv")),
    ("ai-people", include_str!("../../glossaries/ai-people.tsv")),
    ("ai-products", include_str!("../../glossaries/ai-products.tsv")),
    ("calques", include_str!("../../glossaries/calques.tsv")),
    ("media", include_str!("../../glossaries/media.tsv")),
    ("organisations", include_str!("../../glossaries/organisations.tsv")),
];

/// The table of the shipped glossary with this name.
pub(super) fn find(name: &str) -> Option<&'static str> {
    ALL.iter().find(|(it, _)| *it == name).map(|(_, table)| *table)
}
