//! What became of the marks of a source that no reader sees: its placeholders and its tags.

use super::Pair;
use crate::finding::{Findings, Message, Reported};
use crate::markup::{
    Change, Outline, TagChange, Trace, Traces, changes, elements, inline_changes, tag_changes,
};
use crate::text::{Inline, Kind, Plural, Role, Segment, Span, State, Text};

impl<'u> Pair<'u, '_> {
    /// Whether somebody has translated it: what is empty or waits for its turn lacks everything.
    pub(super) fn is_translated(&self) -> bool {
        self.segment.state != Some(State::Untranslated) && !self.target.text().trim().is_empty()
    }

    /// What marks the source may have.
    pub(super) fn traces(&self) -> Traces {
        *self.target.traces.get_or_init(|| Traces::of(self.source))
    }

    /// Whether it is a message of a program or a row of a file, which may be one: there white
    /// space and keys count.
    pub(super) fn is_message(&self) -> bool {
        matches!(self.kind, Kind::Message | Kind::Cell) && self.is_translated()
    }

    /// What became of the placeholders. Only the last form of what is counted is compared: the
    /// others may say `one` instead of the number.
    pub(super) fn fields(&self) -> &'u [Change] {
        self.target.fields.get_or_init(|| {
            let Segment { plural, in_words, .. } = self.segment;
            let is_last = plural.is_none_or(Plural::is_last) || !in_words.is_empty();
            if !is_last || !self.is_translated() {
                return vec![];
            }
            let mut found = changes(self.source, self.target.text());
            if self.has_inlines() {
                let is_due = |(_, it): &(u32, &Inline)| {
                    it.id.as_ref().is_none_or(|id| !in_words.contains(id))
                };
                found.extend(inline_changes(
                    self.source,
                    self.said().filter(is_due),
                    self.shown().filter(is_due),
                ));
            }
            found
        })
    }

    /// What became of the tags.
    pub(super) fn tags(&self) -> &'u [TagChange] {
        self.target.tags.get_or_init(|| {
            let (has, inline) = (self.traces().has(Trace::Tag), self.has_inlines());
            if !self.is_translated() || !(has || inline || self.target.text().contains('<')) {
                return vec![];
            }
            let source = elements(self.source, self.said());
            tag_changes(&source, &elements(self.target.text(), self.shown()))
        })
    }

    /// The levels of the two as headings, if they differ.
    pub(super) fn levels(&self) -> Option<[u8; 2]> {
        let source = self.segment.source.as_ref()?.level()?;
        let target = self.segment.target.level()?;
        (source != target).then_some([source, target])
    }

    /// What Markdown makes of the source and of the target.
    pub(super) fn outlines(&self) -> [Outline; 2] {
        let target = Outline::of(self.target.text(), self.shown());
        [Outline::of(self.source, self.said()), target]
    }

    /// Whether the file keeps marks beside the text, in the source or in the target.
    pub(super) fn has_inlines(&self) -> bool {
        let has = |it: &Text| !it.inlines().is_empty();
        self.segment.source.as_ref().is_some_and(has) || has(&self.segment.target)
    }

    fn said(&self) -> impl Iterator<Item = (u32, &'u Inline)> + use<'u, '_> {
        self.segment.source.iter().flat_map(Text::inlines_in_prose)
    }

    fn shown(&self) -> impl Iterator<Item = (u32, &'u Inline)> + use<'u, '_> {
        self.segment.target.inlines_in_prose()
    }

    /// What stands in the source, elements of the file as they are written there.
    pub(super) fn source_at(&self, span: Span) -> String {
        written(self.source, span, self.said())
    }

    /// What stands in the target, elements of the file as they are written there.
    pub(super) fn target_at(&self, span: Span) -> String {
        written(self.target.text(), span, self.shown())
    }

    /// Reports what the target lacks, at the sentence that should have it.
    pub(super) fn report_missing<'f>(
        &self,
        source: Span,
        message: Message,
        out: &'f mut Findings,
    ) -> Reported<'f> {
        out.report(self.sentence_at(source), message)
    }
}

fn written<'i>(
    text: &str,
    span: Span,
    mut inlines: impl Iterator<Item = (u32, &'i Inline)>,
) -> String {
    let text = &text[span.range()];
    let inline = || {
        inlines.find(|(at, it)| *at == span.start && !matches!(it.role, Role::Open | Role::Close))
    };
    let raw = (text == "\u{fffc}").then(inline).flatten();
    shortened(raw.map_or(text, |(_, it)| &it.raw))
}

/// What is quoted in a message: the whole of it, or how it begins.
pub(super) fn shortened(text: &str) -> String {
    match text.char_indices().nth(QUOTED) {
        Some((end, _)) => format!("{}…", text[..end].trim_end()),
        None => text.to_owned(),
    }
}

/// So many characters of a long mark are enough to find it.
const QUOTED: usize = 48;
