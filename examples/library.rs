//! How a program uses the library: read a text, review it, look at what was found.
//!
//! `cargo run --example library`

#![expect(clippy::print_stdout, reason = "an example shows what it does")]

use xindaya::checks::Resources;
use xindaya::config::Rules;
use xindaya::finding::Language;
use xindaya::formats::{self, Options};
use xindaya::review::review;

fn main() -> Result<(), xindaya::error::Error> {
    let text = "實驗室的新模型 Aria 上線了。\n巨大的槓桿槓桿公司宣布裁員。\n";
    let resources = Resources::default();
    let rules = Rules::default();
    for document in formats::read("draft.txt", text.as_bytes(), &Options::default())? {
        let document = document?;
        let review = review(&document, &resources, &rules);
        println!("{:.1} points", review.score.document_points());
        for finding in &review.findings {
            let paragraph = &document.paragraphs[finding.place.paragraph as usize];
            let target = &paragraph.segments[finding.place.segment as usize].target;
            let marked = &target.as_str()[finding.span.range()];
            let said = finding.message.text(Language::English);
            println!("{} {}: “{marked}”: {said}", finding.severity, finding.check);
        }
    }
    Ok(())
}
