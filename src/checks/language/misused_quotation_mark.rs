use crate::checks::example::{bad, good};
use crate::checks::quoting::weight;
use crate::checks::{Check, Manuscript, Resources, Run};
use crate::finding::{Findings, Severity, say};
use crate::text::chars::partner;

pub(super) const CHECK: Check = Check {
    id: "misused-quotation-mark",
    mqm: "linguistic-conventions/punctuation/unpaired-marks",
    its: "typographical",
    severity: Severity::Minor,
    finds: say(
        "An opening mark where a quotation closes, or a closing one where it opens.",
        "引语结束处用了前引号，或开始处用了后引号。",
    ),
    why: say("The marks say the reverse of what is meant.", "引号方向相反，意思也就相反。"),
    examples: &[
        bad("他把這叫作“全面的方法⟦“⟧，然後就走了。").fixed("他把這叫作“全面的方法”，然後就走了。"),
        bad("他说：⟦”⟧好。”然后走了。").fixed("他说：“好。”然后走了。"),
        good("他把这叫作“全面的方法”，然后说：“好。”"),
        good("「第一段。\n「第二段。」"),
    ],
    run: Run::Document(run),
    ..Check::BASE
};

fn run(units: &Manuscript, _: &Resources, out: &mut Findings) {
    for &(nth, ref lone) in units.lone_marks().iter().filter(|(_, lone)| lone.turned) {
        let message = say(
            "“{0}” is turned the wrong way; its other half belongs here.",
            "“{0}”方向反了，此处应使用它的另一半。",
        );
        let severity = weight(lone, &units[nth], units);
        let message = message.with(&[&lone.mark.to_string()]);
        let reported = out.at(units[nth].place).report(lone.at.clone(), message).severity(severity);
        if let Some(other) = partner(lone.mark) {
            reported.suggest(other.to_string());
        }
    }
}
