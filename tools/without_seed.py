#!/usr/bin/env python3
"""Measures what the tables do without the rows that were written from the article of the seed (their note says "seed").

    tools/without_seed.py --bin target/release/xindaya python3 evaluate.py --bin {} --only seed
    tools/without_seed.py --bin target/release/xindaya --seed FOLDER

The first runs a command with {} in place of a program that checks as ours does, with the calques of other sources alone. The second counts the
marks of regional words in that folder's article that are named: by the whole table, and by the rows of other sources.
"""
import argparse, csv, json, os, shlex, subprocess, tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
CALQUES, REGIONAL, CHARACTERS = (f"{ROOT}/{name}.tsv" for name in ("glossaries/calques", "src/script/regional", "src/script/characters"))

def lines(path):
    with open(path, encoding="utf8") as file: return file.read().splitlines()

def is_seed(line): return not line.startswith("#") and line.split("\t")[-1].split(";")[0] == "seed"

def program(binary, folder):
    """A program in `folder` that runs `binary` without the calques of the seed."""
    with open(f"{folder}/calques.tsv", "w", encoding="utf8") as file: file.write("\n".join(line for line in lines(CALQUES) if not is_seed(line)) + "\n")
    others = sorted(name.removesuffix(".tsv") for name in os.listdir(os.path.dirname(CALQUES)) if name != "calques.tsv")
    with open(f"{folder}/xindaya.toml", "w", encoding="utf8") as file: file.write(f"glossaries = {json.dumps([*others, './calques.tsv'])}\n")
    path = f"{folder}/xindaya"
    with open(path, "w", encoding="utf8") as file:
        file.write(f'#!/bin/sh\nverb=$1; shift\nexec {shlex.quote(os.path.abspath(binary))} "$verb" --config {shlex.quote(folder)}/xindaya.toml "$@"\n')
    os.chmod(path, 0o755)
    return path

def regional(binary, folder):
    """The marks of regional words: how many are named, how many without the rows of the seed, and how many there are."""
    marks = [row for row in csv.DictReader(lines(f"{folder}/annotations.tsv"), delimiter="\t", quoting=csv.QUOTE_NONE) if row["explanation"].lstrip('"').startswith("REGIONAL")]
    command = [binary, "check", "--no-config", "--variant", "zh-Hant-TW", "--only", "regional-word", "--format", "jsonl", f"{folder}/article.zh-Hant.txt"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf8")
    if done.returncode not in (0, 1): raise SystemExit(done.stderr[:2000])
    found = {line["line"]: [tuple(it["chars"]) for it in line["findings"]] for line in map(json.loads, done.stdout.splitlines())}
    with open(f"{folder}/article.zh-Hant.txt", encoding="utf8") as file: article = file.read().split("\n")
    simplified = str.maketrans({traditional[0]: one for one, traditional in (line.split("\t")[:2] for line in lines(CHARACTERS) if not line.startswith("#"))})
    def named(row, skip):
        said = article[int(row["line"]) - 1]
        return any(s < int(row["end"]) and int(row["start"]) < e and said[s:e].translate(simplified) not in skip for s, e in found.get(int(row["line"]), ()))
    taught = {line.split("\t")[0] for line in lines(REGIONAL) if is_seed(line)}
    return sum(named(row, ()) for row in marks), sum(named(row, taught) for row in marks), len(marks)

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True)
    parser.add_argument("--seed", help="count the marks of regional words in this folder")
    parser.add_argument("command", nargs=argparse.REMAINDER)
    options = parser.parse_args()
    if options.seed:
        every, others, all_marks = regional(options.bin, options.seed)
        print(f"regional words: named {every}/{all_marks}, without the rows of the seed {others}/{all_marks}")
    if options.command:
        with tempfile.TemporaryDirectory() as folder:
            own = program(options.bin, folder)
            raise SystemExit(subprocess.run([own if part == "{}" else part for part in options.command]).returncode)

if __name__ == "__main__": main()
