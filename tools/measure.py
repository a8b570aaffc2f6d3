#!/usr/bin/env python3
"""Measures every check on development data and writes src/checks/measured.tsv, which `xindaya explain` shows.

    tools/measure.py --bin target/release/xindaya --data FOLDER --seed FOLDER

Two figures a check, both from the target alone, or from source and target where the check compares them:
  marked/found  of its findings on texts in which people marked the faults, how many touch a mark (the article of the seed, a set of repetitions, strong systems,
                a weak system, medical abstracts). People mark what matters to them, so a finding off their marks may still be right.
  alarms        findings on clean human translations, for every 10,000 characters; some of them are slips of the humans.
"""
import argparse, collections, csv, functools, json, os, subprocess, tempfile

MARKED = ("repetition.dev", "wmt24_esa.dev", "hjqe_spans.dev", "biomedical_mqm.dev")
CLEAN = ("clean_news_zh_hant.dev", "clean_news_zh_hans.dev", "clean_general_zh_hans.dev")

def check(binary, path, *extra):
    command = [binary, "check", "--no-config", "--format", "jsonl", *extra, path]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf8")
    if done.returncode not in (0, 1): raise SystemExit(done.stderr[:2000])
    return [json.loads(line) for line in done.stdout.splitlines()]

def rows(path):
    with open(path, encoding="utf8") as file: return [json.loads(line) for line in file]

def targets(binary, rows):
    """What is said of the targets: the checks of pairs see the sources, the others do not."""
    alone, beside = run(binary, rows, ("id", "target")), run(binary, rows, ("id", "source", "target"))
    for line, other in zip(alone, beside): line["findings"] += [f for f in other["findings"] if f["check"] in pairs(binary)]
    return alone

@functools.cache
def listed(binary):
    return json.loads(subprocess.run([binary, "checks", "--format", "json"], capture_output=True, text=True, encoding="utf8", check=True).stdout)

# Checks of whole documents that look at the sources too.
BESIDE = {"unrelated-target", "unsupported-clause"}

def pairs(binary): return {entry["id"] for entry in listed(binary) if entry["reads"] == "pair"} | BESIDE

def run(binary, rows, keys):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False, encoding="utf8") as file:
        for row in rows: file.write(json.dumps({key: row[key] for key in keys if row.get(key) is not None}, ensure_ascii=False) + "\n")
    out = check(binary, file.name); os.unlink(file.name)
    return out

def touches(finding, marks):
    start, end = finding["chars"]
    return any(min(end, e) > max(start, s) for s, e in marks)

def seed(binary, folder):
    marks = collections.defaultdict(list)
    with open(f"{folder}/annotations.tsv", encoding="utf8") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE): marks[int(row["line"])].append((int(row["start"]), int(row["end"])))
    for line in check(binary, f"{folder}/article.zh-Hant.txt"):
        for finding in line["findings"]: yield finding["check"], touches(finding, marks[line["line"]])

def marked(binary, path):
    data = rows(path)
    for row, line in zip(data, targets(binary, data)):
        marks = [(span["start"], span["end"]) for span in row.get("spans") or ()]
        for finding in line["findings"]: yield finding["check"], touches(finding, marks)

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("--bin", "--data", "--seed"): parser.add_argument(name, required=True)
    parser.add_argument("--output", default="src/checks/measured.tsv")
    options = parser.parse_args()
    found, right = collections.Counter(), collections.Counter()
    for source in (seed(options.bin, options.seed), *(marked(options.bin, f"{options.data}/{name}.jsonl") for name in MARKED)):
        for name, touching in source: found[name] += 1; right[name] += touching
    alarms = []
    for name in CLEAN:
        data = rows(f"{options.data}/{name}.jsonl"); chars = sum(len(row["target"]) for row in data)
        counts = collections.Counter(f["check"] for line in targets(options.bin, data) for f in line["findings"])
        alarms.append({check: 1e4 * count / chars for check, count in counts.items()})
    with open(options.output, "w", encoding="utf8") as file:
        file.write("check\tfound\tmarked\tclean_news_hant\tclean_news_hans\tclean_general_hans\n")
        for name in (entry["id"] for entry in listed(options.bin)):
            file.write("\t".join([name, str(found[name]), str(right[name]), *(f"{clean.get(name, 0):.2f}" for clean in alarms)]) + "\n")

if __name__ == "__main__": main()
