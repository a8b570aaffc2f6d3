use super::function;
use crate::lexicon::{Lexicon, Sorted};
use crate::names::{Case, Latin};
use crate::text::{Span, chars, enclosure};
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// What kind of word was left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Left {
    /// A common word in small letters, or a few of them.
    Common,
    /// A common noun with a capital after a brand: `ChatGPT Maker`.
    Noun,
    /// An article or a preposition that belongs to nothing.
    Particle,
}

/// English words that Chinese texts use as they are: names of tools, units, net and office words.
static LOANS: Sorted = Sorted::new(include_str!("loans.txt"));

/// The single words of a text that were left in English, in order.
pub fn left_words(text: &str, words: &[Latin], lexicon: Lexicon) -> Vec<(Span, Left)> {
    if words.is_empty() || !text.contains(chars::is_han) {
        return vec![];
    }
    let mut counts = FxHashMap::default();
    for word in words {
        *counts.entry(word.text).or_insert(0) += 1;
    }
    let singles = words.iter().filter(|word| word.text.len() == 1).count();
    let page = Page { text, lexicon, counts, singles };
    let runs = words.chunk_by(|one, next| one.run == next.run);
    let judge = |run: &[Latin]| {
        page.common(run)
            .or_else(|| noun(text, run, lexicon))
            .or_else(|| particle(text, run, page.singles))
    };
    runs.filter_map(judge).collect()
}

/// A text, and what all of its words say about one.
struct Page<'t> {
    text: &'t str,
    lexicon: Lexicon,
    counts: FxHashMap<&'t str, u32>,
    singles: usize,
}

fn whole(run: &[Latin]) -> Span {
    Span { start: run[0].span.start, end: run[run.len() - 1].span.end }
}

/// Words that begin a sentence, and are no name.
const CONNECTIVES: [&str; 14] = [
    "However",
    "Moreover",
    "Therefore",
    "Furthermore",
    "Meanwhile",
    "Additionally",
    "Nevertheless",
    "Although",
    "Because",
    "Despite",
    "Instead",
    "Similarly",
    "Finally",
    "Overall",
];

impl Page<'_> {
    /// One to three common words in small letters with Chinese around them.
    fn common(&self, run: &[Latin]) -> Option<(Span, Left)> {
        let span = whole(run);
        let begins = CONNECTIVES.contains(&run[0].text);
        let telling = |word: &Latin| word.text.len() > 3 && !function::is_english(word.text);
        let fits = run.len() < 4
            && run.iter().all(|word| self.is_common(word))
            && run.iter().any(telling)
            && (begins && run.len() == 1 || is_amid_chinese(self.text, span));
        // A word that comes again and again is a term.
        let term = || run.iter().any(|word| self.counts[word.text] > 2);
        (fits && !term() && !is_told(self.text, span) && !self.is_listed(span))
            .then_some((span, Left::Common))
    }

    fn is_common(&self, word: &Latin) -> bool {
        let small = word.case() == Case::Small || CONNECTIVES.contains(&word.text);
        small
            && !word.code
            && word.text.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'\'')
            && (function::is_english(word.text)
                || word.text.len() > 2 && self.lexicon.is_word(word.text))
            && !is_loan(word.text)
    }

    /// Whether a word that is no common one is listed beside it: acetaminophen 與 Tylenol.
    fn is_listed(&self, span: Span) -> bool {
        let joints = ['、', '和', '與', '与', '及', '或', '，', ','];
        let strange = |word: &str| word.len() > 2 && !self.lexicon.is_word(&word.to_lowercase());
        let letter = |c: char| c.is_ascii_alphabetic();
        let after = self.text[span.end as usize..].trim_start().strip_prefix(joints);
        let after = after.map(str::trim_start).unwrap_or_default();
        let before = self.text[..span.start as usize].trim_end().strip_suffix(joints);
        let before = before.map(str::trim_end).unwrap_or_default();
        let next = after.len() - after.trim_start_matches(letter).len();
        let last = before.trim_end_matches(letter).len();
        strange(&after[..next]) || strange(&before[last..])
    }
}

pub(super) fn is_loan(word: &str) -> bool {
    LOANS.contains(word) || word.strip_suffix('s').is_some_and(|one| LOANS.contains(one))
}

/// Whether Chinese stands on one side at least, and on the other nothing that makes it a name, an
/// amount, a quotation or code.
fn is_amid_chinese(text: &str, span: Span) -> bool {
    let before = text[..span.start as usize].trim_end_matches(' ');
    let after = text[span.end as usize..].trim_start_matches(' ');
    let (left, right) = (before.chars().next_back(), after.chars().next());
    let fits = |c: Option<char>| {
        c.is_none_or(|c| {
            chars::is_han(c)
                || matches!(c, '，' | '。' | '、' | '；' | '：' | '！' | '？' | ',' | '.' | '\n')
        })
    };
    let han = |c: Option<char>| c.is_some_and(chars::is_han);
    // E. coli: a name of science.
    let abbreviated = before.strip_suffix('.').is_some_and(|head| head.ends_with(chars::is_latin));
    let dotted = right == Some('.') && after[1..].starts_with(|c: char| c.is_ascii_alphanumeric());
    fits(left)
        && fits(right)
        && (han(left) || han(right))
        && !dotted
        && !abbreviated
        && enclosure(text, span.range()).is_none()
}

/// Whether the text speaks of the word, or names a thing of a program by it.
fn is_told(text: &str, span: Span) -> bool {
    const BEFORE: [&str; 24] = [
        "单词", "單詞", "一词", "一詞", "叫", "叫做", "称为", "稱為", "名为", "名為", "命令",
        "函数", "函數", "参数", "參數", "使用", "英文", "英语", "英語", "写作", "安装", "安裝",
        "运行", "執行",
    ];
    const AFTER: [&str; 40] = [
        "一词",
        "一詞",
        "这个词",
        "這個詞",
        "命令",
        "指令",
        "函数",
        "函數",
        "函式",
        "参数",
        "參數",
        "字段",
        "欄位",
        "文件",
        "檔案",
        "目录",
        "目錄",
        "标签",
        "標籤",
        "协议",
        "協定",
        "库",
        "框架",
        "变量",
        "變數",
        "方法",
        "类",
        "對象",
        "对象",
        "接口",
        "介面",
        "属性",
        "屬性",
        "选项",
        "選項",
        "插件",
        "语句",
        "語句",
        "元素",
        "关键字",
    ];
    let before = text[..span.start as usize].trim_end();
    let after = text[span.end as usize..].trim_start();
    BEFORE.iter().any(|word| before.ends_with(word))
        || AFTER.iter().any(|word| after.starts_with(word))
}

/// What makes, leads, uses or is a thing: no part of a brand's name.
static NOUNS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    let nouns = "Maker Makers Founder Founders Cofounder Developer Developers Researcher Researchers Employee \
                     Employees Executive Executives Engineer Engineers Image Images Video Videos User Users Owner Owners Rival \
                     Rivals Startup Startups Competitor Competitors Spokesperson Spokesman Spokeswoman Investor Investors \
                     Customers Workers Staffers Scientists Chatbot Chatbots Salaries Shares Stocks Giant Creator Creators";
    nouns.split_whitespace().collect()
});

/// Common nouns with a capital behind a brand or an acronym, before Chinese.
fn noun(text: &str, run: &[Latin], lexicon: Lexicon) -> Option<(Span, Left)> {
    let is_noun = |word: &Latin| NOUNS.contains(word.text);
    let tail = run.iter().rev().take_while(|word| is_noun(word)).count();
    let head = run.len() - tail;
    let brand = |word: &Latin| lexicon.brand(word.text).is_some() || word.case() == Case::Capital;
    if tail == 0 || head == 0 || head > 2 || !brand(&run[0]) {
        return None;
    }
    let span = whole(&run[head..]);
    let after = text[span.end as usize..].chars().next();
    let chinese = after.is_none_or(|c| chars::is_han(c) || matches!(c, '，' | '。' | '、' | '的'));
    (chinese && enclosure(text, span.range()).is_none()).then_some((span, Left::Noun))
}

/// An article or a preposition before Chinese: Armies of the 拿破仑战争; or 是A的, where A is no
/// letter of a list.
fn particle(text: &str, run: &[Latin], singles: usize) -> Option<(Span, Left)> {
    const PARTICLES: [&str; 9] = ["an", "the", "of", "and", "to", "in", "with", "from", "by"];
    let count = run.iter().rev().take_while(|word| PARTICLES.contains(&word.text)).count();
    let last = run.last().expect("a run has a word");
    let after = text[last.span.end as usize..].trim_start_matches(' ');
    if count == 0 {
        return article(text, last, run.len(), singles);
    }
    let span = whole(&run[run.len() - count..]);
    let fits = after.starts_with(chars::is_han) && !last.code;
    (fits && enclosure(text, span.range()).is_none()).then_some((span, Left::Particle))
}

fn article(text: &str, word: &Latin, length: usize, singles: usize) -> Option<(Span, Left)> {
    let before = &text[..word.span.start as usize];
    let stray = length == 1
        && word.text == "A"
        && before.ends_with(['是', '为', '為', '有', '的', '在'])
        && text[word.span.end as usize..].starts_with('的')
        && singles == 1;
    stray.then_some((word.span, Left::Particle))
}
