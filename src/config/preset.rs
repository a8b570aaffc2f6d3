use super::setting::{Level, Setting};
use crate::finding::{Bilingual, Severity, say};
use crate::score::Limit;

/// What is usual for a kind of text. Whatever a user says goes over it.
#[derive(Debug)]
pub struct Preset {
    /// The name that a configuration gives it.
    pub name: &'static str,
    /// Which texts it is for, in one sentence.
    pub is_for: Bilingual,
    /// Why it says what it says.
    pub why: Bilingual,
    /// What it says.
    pub says: &'static [Setting],
}

impl PartialEq for Preset {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// Every preset.
pub const PRESETS: &[Preset] = &[ARTICLE, DOCS, UI_STRINGS, SUBTITLES];

/// The preset with this name.
pub fn preset(name: &str) -> Option<&'static Preset> {
    PRESETS.iter().find(|it| it.name == name)
}

const ARTICLE: Preset = Preset {
    name: "article",
    is_for: say(
        "News, reports, letters, books: text that is read from its beginning to its end.",
        "新闻、报告、信件、书籍等从头读到尾的文字。",
    ),
    why: say(
        "All checks weigh what they weigh without a preset. One paragraph that cannot be read \
         spoils an article, so each must have 40 points.",
        "各项检查的程度与不用预设时相同。一段读不懂就毁了全文，因此每段至少须得 40 分。",
    ),
    says: &[Setting::Gate(Limit::Paragraph(40.0))],
};

const DOCS: Preset = Preset {
    name: "docs",
    is_for: say("Manuals, help pages, technical documentation.", "手册、帮助页面和技术文档。"),
    why: say(
        "Steps, notices and table cells come back and need no stop. A manual that calls its \
         reader by two words, or whose links and lists are not those of the source, is at fault.",
        "步骤、提示和表格内容会重复出现，也不必有句号。对读者的称呼不统一、链接或列表与原文不符则是缺陷。",
    ),
    says: &[
        off("missing-final-stop"),
        off("repeated-paragraph"),
        weighs("repeated-clause", Severity::Minor),
        weighs("mixed-address", Severity::Minor),
        weighs("missing-identifier", Severity::Major),
        weighs("markdown-mismatch", Severity::Major),
    ],
};

const UI_STRINGS: Preset = Preset {
    name: "ui-strings",
    is_for: say(
        "Messages, labels and buttons of programs and sites.",
        "程序和网站的消息、标签和按钮。",
    ),
    why: say(
        "A label is no sentence: it has no stop, may be a single noun, may go on in the next \
         label, and two sources may share one. A file of labels has neither a style nor an order \
         of its own. Keys, spaces at the edges and words for the reader must be right.",
        "标签不是句子：没有句号，可以只是一个名词，可以接着下一个标签，不同原文也可以译成同一个词。\
         标签文件没有文风和先后可言。快捷键、首尾空白和对读者的称呼则必须正确。",
    ),
    says: &[
        off("missing-final-stop"),
        off("sentence-fragment"),
        off("open-frame"),
        off("dangling-start"),
        off("dangling-end"),
        off("broken-paragraph"),
        off("repeated-clause"),
        off("repeated-paragraph"),
        off("ambiguous-translation"),
        off("fading-document"),
        off("overused-passive"),
        off("empty-verb"),
        off("translationese"),
        weighs("mixed-address", Severity::Minor),
        weighs("accelerator-mismatch", Severity::Major),
        Setting::Param("long-sentence.characters", 80),
    ],
};

const SUBTITLES: Preset = Preset {
    name: "subtitles",
    is_for: say("Subtitles and captions.", "字幕。"),
    why: say(
        "A sentence runs through several cues, its stops are left out and its lines are broken \
         where the screen ends; people say things twice; what is said is shortened to be read in \
         time.",
        "一句话常分在几条字幕里，不写句末标点，按屏幕宽度换行；说话会重复；为了来得及读，译文会压缩。",
    ),
    says: &[
        off("missing-final-stop"),
        off("end-punctuation"),
        off("sentence-fragment"),
        off("open-frame"),
        off("dangling-start"),
        off("dangling-end"),
        off("broken-paragraph"),
        off("repeated-clause"),
        off("repeated-paragraph"),
        off("line-break-mismatch"),
        off("missing-sentence"),
        off("fading-document"),
        off("overused-passive"),
        off("mixed-address"),
        weighs("too-short", Severity::Minor),
        Setting::Param("long-sentence.characters", 40),
    ],
};

const fn off(id: &'static str) -> Setting {
    Setting::Check(id, Level::Off)
}

const fn weighs(id: &'static str, severity: Severity) -> Setting {
    Setting::Check(id, Level::Severity(severity))
}

#[cfg(test)]
mod tests {
    use super::{PRESETS, Setting, preset};
    use crate::checks;

    #[test]
    fn a_preset_names_checks_and_numbers_that_are_there() {
        for said in PRESETS.iter().flat_map(|it| it.says) {
            match said {
                Setting::Check(id, _) => assert!(checks::find(id).is_some(), "{id}"),
                Setting::Param(key, number) => {
                    let mut params = checks::all().flat_map(|it| it.params);
                    let param = params.find(|it| it.key == *key).expect("there is the number");
                    assert_ne!(param.default, *number, "{key} says nothing new");
                }
                _ => {}
            }
        }
    }

    #[test]
    fn a_preset_is_found_by_its_name() {
        for it in PRESETS {
            assert_eq!(preset(it.name), Some(it));
        }
        assert_eq!(preset("doc"), None);
    }
}
