//! A page to read: each paragraph with its points, the marks in the text, the source beside it.
//!
//! It is written as it comes, and what the files came to stands last in it; the style sheet shows
//! that first. It needs no script, no font and nothing else from elsewhere.

mod escape;
mod marked;
mod paragraph;

use super::{Page, Settings, Sheet, Tally, words};
use crate::error::Error;
use crate::finding::{Bilingual, Language, Severity, say};
use crate::score::shown;
use escape::{inline, points};
use std::io::{self, Write};

/// A page a run.
pub(super) struct Html {
    settings: Settings,
    /// How many files were begun.
    files: usize,
}

const STYLE: &str = include_str!("style.css");

/// Nothing is loaded and nothing runs, whatever stands in the texts.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'";

impl Html {
    pub(super) fn new(settings: Settings) -> Self {
        Self { settings, files: 0 }
    }

    fn say(&self, said: Bilingual) -> &'static str {
        said.template(self.settings.language)
    }

    fn head(&self, out: &mut dyn Write) -> io::Result<()> {
        let (title, lang) = (self.say(say("Translation check", "译文检查")), lang(&self.settings));
        writeln!(
            out,
            "<!doctype html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\n\
             <meta name=\"color-scheme\" content=\"light dark\">\n\
             <title>xindaya · {title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n<main>"
        )
    }

    /// What a file came to.
    fn closing(&self, tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
        let language = self.settings.language;
        let verdict = match tally.reasons(language) {
            Some(reasons) => say("fails: {0}", "未通过：{0}").with(&[&reasons]).text(language),
            None if tally.unread > 0 => {
                self.say(say("part of the file could not be read", "文件有部分无法读取")).to_owned()
            }
            None => self.say(say("passes", "通过")).to_owned(),
        };
        let class = if tally.passed() { "good" } else { "bad" };
        writeln!(out, "<p class=\"verdict {class}\">{}</p>\n</section>", inline(&verdict))
    }

    /// The table of the files, each a link to its section.
    fn table(&self, files: &[Tally], out: &mut dyn Write) -> io::Result<()> {
        let language = self.settings.language;
        let heads = [say("file", "文件"), say("points", "得分")].map(|it| self.say(it));
        write!(
            out,
            "<div class=\"scroll\"><table>\n<tr><th>{}</th><th>{}</th>",
            heads[0], heads[1]
        )?;
        for severity in Severity::ALL.iter().rev() {
            write!(out, "<th>{}</th>", words::severity(*severity).template(language))?;
        }
        writeln!(out, "<th>{}</th></tr>", self.say(say("house style", "体例")))?;
        for (nth, tally) in (1..).zip(files) {
            let class = if tally.passed() { "good" } else { "bad" };
            let sign = if tally.passed() { "✓" } else { "✗" };
            let name = inline(&tally.file);
            write!(
                out,
                "<tr><td><span class=\"{class}\">{sign}</span> <a href=\"#f{nth}\">{name}</a></td>\
                 <td>{}</td>",
                points(shown(tally.score.document_points()))
            )?;
            for severity in Severity::ALL.into_iter().rev() {
                write!(out, "<td>{}</td>", super::tally::column(&tally.counts, severity))?;
            }
            writeln!(out, "<td>{}</td></tr>", tally.systematic.sum())?;
        }
        writeln!(out, "</table></div>")
    }

    fn legend(&self, out: &mut dyn Write) -> io::Result<()> {
        write!(out, "<p class=\"legend\">")?;
        for severity in Severity::ALL.into_iter().rev() {
            let name = words::severity(severity).template(self.settings.language);
            write!(out, "<mark class=\"{}\">{name}</mark> ", severity.name())?;
        }
        let style = self.say(say("house style", "体例"));
        let copy = self.say(say("belongs to a finding", "与某一问题相关"));
        writeln!(out, "<mark class=\"house\">{style}</mark> <mark class=\"copy\">{copy}</mark></p>")
    }
}

impl Sheet for Html {
    fn start(&mut self, file: &str, out: &mut dyn Write) -> io::Result<()> {
        if self.files == 0 {
            self.head(out)?;
        }
        self.files += 1;
        writeln!(out, "<section id=\"f{}\">\n<h2>{}</h2>", self.files, inline(file))
    }

    fn document(&mut self, page: Page, out: &mut dyn Write) -> io::Result<()> {
        paragraph::write(page, self.files, self.settings.language, out)
    }

    fn end(&mut self, tally: &Tally, out: &mut dyn Write) -> io::Result<()> {
        self.closing(tally, out)
    }

    fn finish(&mut self, files: &[Tally], errors: &[Error], out: &mut dyn Write) -> io::Result<()> {
        if self.files == 0 {
            self.head(out)?;
        }
        let language = self.settings.language;
        let passed = files.iter().filter(|it| it.passed()).count();
        let said = say("{0} of {1} files pass", "{1} 个文件中 {0} 个通过");
        let said = said.with(&[&passed.to_string(), &files.len().to_string()]).text(language);
        let good = passed == files.len() && errors.is_empty();
        let class = if good { "good" } else { "bad" };
        writeln!(
            out,
            "<header>\n<h1>xindaya · 信達雅</h1>\n<p class=\"verdict {class}\">{said}</p>"
        )?;
        self.table(files, out)?;
        for error in errors {
            writeln!(out, "<pre class=\"bad\">{}</pre>", escape::block(&error.to_string()))?;
        }
        self.legend(out)?;
        let signature = inline(&self.settings.signature.to_string());
        writeln!(
            out,
            "<p class=\"signature\">{signature}</p>\n</header>\n</main>\n</body>\n</html>"
        )
    }
}

/// The language of the page.
fn lang(settings: &Settings) -> &'static str {
    match settings.language {
        Language::English => "en",
        Language::Hans => "zh-Hans",
        Language::Hant => "zh-Hant",
    }
}
