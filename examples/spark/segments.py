#!/usr/bin/env python3
"""Makes segments to measure with, from sentences of our own: both scripts, damaged and clean, with a source and without,
alone and in documents. The same number and seed make the same segments.

    segments.py --rows 200000 --seed 7 > segments.jsonl
"""
import argparse
import collections
import csv
import json
import random
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PLAIN = ["benches/plain.{}.txt", "examples/clean.{}.txt", "examples/garbled.{}.txt"]
SCRIPTS = ["zh-Hans", "zh-Hant"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, required=True)
    parser.add_argument("--seed", type=int, default=7)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    sentences, pairs = stock()
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    for number, (script, key) in enumerate(places(chance, arguments.rows)):
        row = {"id": f"s{number:08}"} | segment(chance, sentences[script], pairs[script]) | key
        print(json.dumps(row, ensure_ascii=False))


def places(chance, rows):
    """The script and the document of each row; two of five rows stand alone."""
    made, documents = 0, 0
    while made < rows:
        script = chance.choice(SCRIPTS)
        alone = chance.random() < 0.8
        length = 1 if alone else min(chance.randint(2, 9), rows - made)
        key = {} if alone else {"document": f"d{documents:07}"}
        yield from ((script, key) for _ in range(length))
        made, documents = made + length, documents + 1


def segment(chance, sentences, pairs):
    """A target of one to four sentences, every other one beside its source, every third one damaged."""
    count = chance.randint(1, 4)
    if chance.random() < 0.5:
        chosen = chance.sample(pairs, count)
        row = {"source": " ".join(source for source, _ in chosen), "target": "".join(target for _, target in chosen)}
    else:
        row = {"target": "".join(chance.sample(sentences, count))}
    if chance.random() < 0.33:
        row["target"] = chance.choice(DAMAGES)(chance, row["target"])
    return row


def doubled(chance, text):
    start, end = piece(chance, text, 2, 8)
    return text[:end] + text[start:end] + text[end:]


def looped(chance, text):
    start, end = piece(chance, text, 1, 5)
    return text[:end] + text[start:end] * chance.randint(3, 9) + text[end:]


def lost(chance, text):
    start, end = piece(chance, text, 3, 30)
    return text[:start] + text[end:]


def cut_off(chance, text):
    return text[: max(1, chance.randint(len(text) // 3, len(text)))]


def halfwidth(_, text):
    return text.translate(str.maketrans("，。；：？！（）", ",.;:?!()"))


def renumbered(chance, text):
    return re.sub(r"\d", lambda _: str(chance.randint(0, 9)), text, count=1)


def put_in(chance, text):
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(["锟斤拷", " the ", "\u200b", "% s", "</b>", "，，", "&amp;quot;", "(", "”"]) + text[at:]


DAMAGES = [doubled, looped, lost, cut_off, halfwidth, renumbered, put_in]


def piece(chance, text, least, most):
    start = chance.randint(0, max(0, len(text) - least))
    return start, min(len(text), start + chance.randint(least, most))


def stock():
    """The sentences and the pairs of each script."""
    sentences, pairs = collections.defaultdict(list), collections.defaultdict(list)
    for script in SCRIPTS:
        for path in PLAIN:
            lines = (ROOT / path.format(script)).read_text(encoding="utf-8").splitlines()
            sentences[script] += [line for line in lines if line.strip()]
        pairs[script] += [(row["source"], row["target"]) for row in table(f"tests/planted/{script}.tsv")]
    for row in table("tests/quality/pairs.tsv"):
        pairs[script_of(row["target"])].append((row["source"], row["target"]))
    for row in table("tests/quality/calques.tsv"):
        sentences[script_of(row["text"])].append(unmarked(row["text"]))
    for row in table("tests/quality/sentences.tsv"):
        targets, sources = unmarked(row["text"]).split("⏎"), (row["source"] or "").split("⏎")
        sentences[script_of(row["text"])] += [target for target in targets if target]
        if row["source"] and len(sources) == len(targets):
            pairs[script_of(row["text"])] += zip(sources, targets)
    return sentences, pairs


def table(path):
    lines = (ROOT / path).read_text(encoding="utf-8").splitlines()
    rows = [line for line in lines if line and not line.startswith("# ")]
    return csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)


def unmarked(text):
    """A text of the tables without the marks of its damage."""
    return re.sub(r"\\u\{(\w+)\}", lambda it: chr(int(it[1], 16)), re.sub("[⟦⟧]", "", text))


def script_of(text):
    return "zh-Hant" if sum(map(TRADITIONAL.__contains__, text)) > sum(map(SIMPLIFIED.__contains__, text)) else "zh-Hans"


TRADITIONAL, SIMPLIFIED = (
    set((ROOT / f"src/script/{name}_only.txt").read_text(encoding="utf-8")) - {"\n"} for name in ["traditional", "simplified"]
)

if __name__ == "__main__":
    main()
