#!/usr/bin/env python3
"""How often `xindaya compare` names the better of two translations of a document: a large language model's, beside that of a small translation engine.

    tools/compare.py --bin target/release/xindaya --data terminology_zh_hant.dev.jsonl [--documents N]

Each line has "doc", "system", "mode", "source" and "target"; the worse system is NLLB's.
"""
import argparse, collections, json, os, subprocess, tempfile

WORSE, LEFT_OUT = "organizers_NLLB", ("organizers_NLLB", "organizers_MADLAD")

def better(binary, folder, texts):
    for name, text in zip(("source", "a", "b"), texts):
        with open(f"{folder}/{name}.txt", "w", encoding="utf8") as file: file.write(text + "\n")
    at = lambda name: os.path.join(folder, f"{name}.txt")
    done = subprocess.run([binary, "compare", at("a"), at("b"), "--source", at("source"), "--no-config", "--format", "json"], capture_output=True, text=True, encoding="utf8")
    return json.loads(done.stdout)["better"] if done.returncode == 0 else done.stderr.splitlines()[0]

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True); parser.add_argument("--data", required=True); parser.add_argument("--documents", type=int)
    options = parser.parse_args()
    with open(options.data, encoding="utf8") as file: rows = [json.loads(line) for line in file]
    worse = {row["doc"]: row for row in rows if row["system"] == WORSE}
    chosen = set(list(worse)[:options.documents]); right, count = collections.Counter(), collections.Counter()
    with tempfile.TemporaryDirectory() as folder:
        for row in rows:
            if row["system"] in LEFT_OUT or row["doc"] not in chosen: continue
            name = f"{row['system']} {row['mode']}"; count[name] += 1
            found = better(options.bin, folder, (row["source"], worse[row["doc"]]["target"], row["target"])); right[name] += found == "b"
            if found != "b": print(f"{row['doc']} {name}: {found}")
    for name in count: print(f"{name:32} {right[name]}/{count[name]}")
    print(f"{'all':32} {right.total()}/{count.total()} = {right.total() / count.total():.3f}")

if __name__ == "__main__": main()
