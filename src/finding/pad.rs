use super::{Confidence, Finding, Fix, Message, Severity};
use crate::text::{Place, Span};

/// Takes down what one check finds, so that no check repeats its own name.
#[derive(Debug)]
pub struct Findings<'f> {
    check: &'static str,
    severity: Severity,
    confidence: Confidence,
    place: Place,
    list: &'f mut Vec<Finding>,
}

impl<'f> Findings<'f> {
    /// A pad for the check `check`, whose findings have this weight unless it says otherwise.
    pub fn new(
        check: &'static str,
        severity: Severity,
        confidence: Confidence,
        list: &'f mut Vec<Finding>,
    ) -> Self {
        Self { check, severity, confidence, place: Place::default(), list }
    }

    /// Turns to the segment at `place`.
    pub fn at(&mut self, place: Place) -> &mut Self {
        self.place = place;
        self
    }

    /// Reports a fault.
    pub fn report(&mut self, span: impl Into<Span>, message: Message) -> Reported<'_> {
        let nth = self.list.len();
        self.list.push(Finding {
            place: self.place,
            span: span.into(),
            check: self.check,
            severity: self.severity,
            confidence: self.confidence,
            message,
            related: vec![],
            fix: None,
            element: None,
        });
        Reported(&mut self.list[nth])
    }
}

/// A finding that was just reported, to say more about it.
#[derive(Debug)]
pub struct Reported<'f>(&'f mut Finding);

impl Reported<'_> {
    /// Weighs it otherwise than the check does by default.
    pub fn severity(self, severity: Severity) -> Self {
        self.0.severity = severity;
        self
    }

    /// Lowers the confidence; a finding is never surer than its check.
    pub fn confidence(self, confidence: Confidence) -> Self {
        self.0.confidence = self.0.confidence.min(confidence);
        self
    }

    /// Names another place in the same segment that belongs to it.
    pub fn related(self, span: impl Into<Span>) -> Self {
        let place = self.0.place;
        self.related_at(place, span)
    }

    /// Names a place in another segment that belongs to it.
    pub fn related_at(self, place: Place, span: impl Into<Span>) -> Self {
        self.0.related.push((place, span.into()));
        self
    }

    /// Names the inline element that it is about, by its number in the target: the finding's span
    /// then is that of the element.
    pub fn element(self, number: Option<u32>) -> Self {
        self.0.element = number;
        self
    }

    /// Says what to write instead, when a person should read it first.
    pub fn suggest(self, replacement: impl Into<String>) -> Self {
        self.fix(replacement, false)
    }

    /// Says what to write instead, surely: whoever reads it would write the same. What a house may
    /// want otherwise, or what may hide a lost word, is a suggestion.
    pub fn mend(self, replacement: impl Into<String>) -> Self {
        self.fix(replacement, true)
    }

    fn fix(self, replacement: impl Into<String>, certain: bool) -> Self {
        self.0.fix = Some(Fix { replacement: replacement.into(), certain });
        self
    }
}
