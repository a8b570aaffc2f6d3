use crate::checks::example::{bad, good};
use crate::checks::length::gap;
use crate::checks::{Check, Loss, Pair, Resources, Run};
use crate::finding::{Category, Confidence, Findings, Severity, say};

pub(super) const CHECK: Check = Check {
    id: "missing-content",
    category: Category::Accuracy,
    mqm: "accuracy/omission",
    its: "omission",
    severity: Severity::Neutral,
    confidence: Confidence::Low,
    finds: say(
        "A translation that seems to lack a part of its source, by its meaning, its length and its words.",
        "从意思、篇幅和用词来看，译文似乎漏掉了原文的一部分。",
    ),
    why: say(
        "What is left out leaves no trace in the translation. This is a hint: of good translations one in a hundred, a free or a terse one, gets it too.",
        "漏译在译文中不留痕迹。这只是提示：好译文中也有百分之一会因意译或简洁而被提示。",
    ),
    examples: &[
        bad("⟦工人们去年夏天拆除了这座旧桥。⟧").source(
            "Workers dismantled the old bridge last summer, but the river flooded the site before the new foundations had been poured.",
        ),
        bad("⟦工人們去年夏天拆除了這座舊橋。⟧").source(
            "Workers dismantled the old bridge last summer, but the river flooded the site before the new foundations had been poured.",
        ),
        good("工人們去年夏天拆除了舊橋，但新地基還沒澆築，河水就淹沒了工地。").source(
            "Workers dismantled the old bridge last summer, but the river flooded the site before the new foundations had been poured.",
        ),
        good("工人们去年夏天拆除了旧桥，但新地基还没浇筑，河水就淹没了工地。").source(
            "Workers dismantled the old bridge last summer, but the river flooded the site before the new foundations had been poured.",
        ),
    ],
    run: Run::Pair(run),
    ..Check::BASE
};

fn run(pair: &Pair, _: &Resources, out: &mut Findings) {
    let Some(loss) = pair.loss().filter(Loss::is_likely) else { return };
    // What the length alone says is told by the checks of the length, and more surely.
    if pair.target.telling_cosine().is_none() || gap(pair).is_some() {
        return;
    }
    let message = say(
        "The translation may lack a part of its source, most likely “{0}”: compare the two.",
        "译文可能漏译了原文的一部分，最可能是“{0}”：请核对。",
    );
    out.report(pair.sentence_at(loss.part), message.with(&[&pair.quoted(loss.part)]));
}
