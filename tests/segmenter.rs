//! The segmenter against sentences cut by hand, and against jieba with its own dictionary.

#![allow(clippy::print_stderr, reason = "a test tells what it compared, and what it could not")]

use jieba_rs::Jieba;
use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::Command;
use xindaya::segmenter::Segmenter;
use xindaya::text::{Shadow, chars};

const SIMPLIFIED: &str = "
我们 昨天 在 公司 开 了 一个 会议 。
这 家 公司 的 产品 去年 卖 得 很 好 。
他 说 ， 人工智能 正在 改变 世界 。
妈妈 把 苹果 放在 桌子 上 。
如果 明天 下雨 ， 比赛 就 取消 。
研究 人员 发现 了 一种 新 的 材料 。
她 买 了 三 本书 和 两支 笔 。
请 输入 您 的 密码 ， 然后 点击 “ 确定 ” 。
今年 的 收入 增长 了 8.3% ， 达到 1,000 万元 。
打开 config.yaml ， 把 timeout_ms 改成 30 。
详情 请 见 https://example.com/a?b=c 。
会议 7:30 开始 ， 2024-05-01 结束 。
他 用 C++ 写 了 一个 小 程序 。
政府 宣布 了 新 的 经济 政策 。
医生 建议 他 多 喝水 、 多 休息 。
孩子 们 在 公园 里 高兴 地 玩耍 。
这个 问题 比 我们 想象 的 复杂 得 多 。
北京 和 上海 是 中国 最大 的 城市 。
他 穿着 一件 白色 的 T恤 。
谢谢 你 的 帮助 ！
";

const TRADITIONAL: &str = "
我們 昨天 在 公司 開 了 一個 會議 。
這 家 公司 的 產品 去年 賣 得 很 好 。
他 說 ， 人工智能 正在 改變 世界 。
媽媽 把 蘋果 放在 桌子 上 。
如果 明天 下雨 ， 比賽 就 取消 。
研究 人員 發現 了 一種 新 的 材料 。
他 是 一位 著名 的 作家 。
她 看著 窗外 ， 想著 家鄉 。
妳 喜歡 這 本書 嗎 ？
請 輸入 您 的 密碼 ， 然後 點擊 「 確定 」 。
今年 的 收入 增長 了 8.3% ， 達到 1,000 萬元 。
打開 config.yaml ， 把 timeout_ms 改成 30 。
政府 宣佈 了 新 的 經濟 政策 。
醫生 建議 他 多 喝水 、 多 休息 。
孩子 們 在 公園 裡 高興 地 玩耍 。
這個 問題 比 我們 想像 的 複雜 得 多 。
臺灣 和 日本 都 是 島國 。
後來 皇后 住 在 城裡 。
我 不 太 瞭解 這件 事情 。
謝謝 你 的 幫助 ！
";

/// Found and expected words, and those that agree.
#[derive(Default)]
struct Tally {
    found: usize,
    expected: usize,
    both: usize,
}

impl Tally {
    fn add(&mut self, found: &HashSet<Range<usize>>, expected: &HashSet<Range<usize>>) {
        self.found += found.len();
        self.expected += expected.len();
        self.both += found.intersection(expected).count();
    }

    #[expect(clippy::cast_precision_loss, reason = "no file has 2^52 words")]
    fn f1(&self) -> f64 {
        2.0 * self.both as f64 / (self.found + self.expected) as f64
    }
}

/// The words of a line that is cut by spaces, as ranges of characters, and the line without them.
fn gold(line: &str) -> (String, HashSet<Range<usize>>) {
    let mut at = 0;
    let words = line.split(' ').map(|word| {
        let start = at;
        at += word.chars().count();
        start..at
    });
    let words = words.collect();
    (line.replace(' ', ""), words)
}

fn against_gold(sentences: &str) -> f64 {
    let segmenter = Segmenter::default();
    let mut tally = Tally::default();
    for (text, expected) in sentences.trim().lines().map(gold) {
        let words = segmenter.cut(&Shadow::of(&text));
        let found: HashSet<_> = words.iter().map(|word| word.chars.clone()).collect();
        if found != expected {
            let cut: Vec<&str> = words.iter().map(|word| &text[word.span.range()]).collect();
            eprintln!("{}", cut.join(" "));
        }
        tally.add(&found, &expected);
    }
    tally.f1()
}

#[test]
fn simplified_sentences_are_cut_as_by_hand() {
    assert!(against_gold(SIMPLIFIED) > 0.97);
}

#[test]
fn traditional_sentences_are_cut_as_by_hand() {
    assert!(against_gold(TRADITIONAL) > 0.97);
}

/// The texts follow one another in one segmenter, which adds words as it meets them; jieba has read
/// its whole dictionary before the first. Only the slips that the build script leaves out may differ.
#[test]
fn cuts_as_jieba_with_its_own_dictionary() {
    let files = ["clean_news_zh_hans", "clean_news_zh_hant", "clean_general_zh_hans"];
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data");
    let (true, Some(whole)) = (data.is_dir(), whole_dictionary()) else {
        eprintln!(
            "SKIPPED: no ../shared/data or no source of jieba-rs: the cuts were not compared"
        );
        return;
    };
    let segmenter = Segmenter::default();
    for file in files {
        let text = fs::read_to_string(data.join(format!("{file}.dev.jsonl")))
            .expect("a file of ../shared/data");
        let mut tally = Tally::default();
        for line in text.lines() {
            let row: serde_json::Value = serde_json::from_str(line).expect("a line of JSON");
            let shadow = Shadow::of(row["target"].as_str().expect("a target"));
            let found = segmenter.cut(&shadow).into_iter().map(|word| word.chars);
            let expected =
                whole.cut(shadow.text(), false).into_iter().map(|token| token.start..token.end);
            tally.add(&chinese(&shadow, found), &chinese(&shadow, expected));
        }
        eprintln!("{file}: F1 {:.4} of {} words", tally.f1(), tally.expected);
        assert!(tally.f1() >= 0.995, "{file}: {}", tally.f1());
    }
}

/// The words of Chinese characters only: Latin ones and numbers are kept whole on purpose.
fn chinese(shadow: &Shadow, words: impl Iterator<Item = Range<usize>>) -> HashSet<Range<usize>> {
    words.filter(|word| shadow.chars()[word.clone()].iter().all(|c| chars::is_han(*c))).collect()
}

/// Jieba with all its words in the form of the shadow, from the source of the crate.
fn whole_dictionary() -> Option<Jieba> {
    let mut words: BTreeMap<String, usize> = BTreeMap::new();
    for line in fs::read_to_string(jieba_source()?.join("src/data/dict.txt")).ok()?.lines() {
        let (word, rest) = line.split_once(' ')?;
        let frequency: usize = rest.split(' ').next()?.parse().ok()?;
        *words.entry(Shadow::of(word).text().to_owned()).or_default() += frequency;
    }
    let lines: Vec<String> =
        words.iter().map(|(word, frequency)| format!("{word} {frequency}")).collect();
    Jieba::with_dict(&mut lines.join("\n").as_bytes()).ok()
}

fn jieba_source() -> Option<PathBuf> {
    let rustc = output(Command::new("rustc").arg("-vV"))?;
    let host = rustc.lines().find_map(|line| line.strip_prefix("host: "))?;
    let command = ["metadata", "--format-version", "1", "--offline", "--filter-platform", host];
    let metadata = output(Command::new(env!("CARGO")).args(command))?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata).ok()?;
    let package = metadata["packages"].as_array()?.iter().find(|it| it["name"] == "jieba-rs")?;
    Some(Path::new(package["manifest_path"].as_str()?).parent()?.to_owned())
}

fn output(command: &mut Command) -> Option<String> {
    let output = command.current_dir(env!("CARGO_MANIFEST_DIR")).output().ok()?;
    String::from_utf8(output.stdout).ok()
}
