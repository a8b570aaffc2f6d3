#!/usr/bin/env python3
"""How points and risk relate to what people say of translations: prints the figures of docs/scores.md and draws docs/scores.svg.

    tools/scores.py --bin target/release/xindaya --data FOLDER

FOLDER holds JSON lines: wmt24_esa.dev.jsonl (a person's score from 0 to 100 and marked spans for each segment), hallucination.dev.jsonl (whether a segment is one),
mlqe_da.dev.jsonl (direct assessments). Nothing of them but sums goes into the figure.
"""
import argparse, json, math, os, random, re, statistics, subprocess, tempfile

WEIGHT = {"neutral": 0, "minor": 1, "major": 5, "critical": 25}

def rows(path):
    with open(path, encoding="utf8") as file: return [json.loads(line) for line in file]

def check(binary, data, keys=("id", "source", "target"), effort="full"):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", delete=False, encoding="utf8") as file:
        for row in data: file.write(json.dumps({key: row[key] for key in keys if row.get(key) is not None}, ensure_ascii=False) + "\n")
    done = subprocess.run([binary, "check", "--no-config", "--format", "jsonl", "--effort", effort, file.name], capture_output=True, text=True, encoding="utf8")
    os.unlink(file.name)
    if done.returncode not in (0, 1): raise SystemExit(done.stderr[:2000])
    return [json.loads(line) for line in done.stdout.splitlines()]

def words(text):
    """Evaluation words, as the program counts them."""
    han = len(re.findall("[\u3400-\u9fff\U00020000-\U0003134f]", text))
    return han / 1.7 + len(re.findall(r"[^\W\u3400-\u9fff\U00020000-\U0003134f_]+(?:[.,'’_-][^\W\u3400-\u9fff_]+)*", text))

def points(penalty, size, steepness=3, floor=40): return 100 * math.exp(-steepness * penalty / max(size, floor))

def ranks(values):
    order, found, i = sorted(range(len(values)), key=values.__getitem__), [0.0] * len(values), 0
    while i < len(order):
        j = i
        while j + 1 < len(order) and values[order[j + 1]] == values[order[i]]: j += 1
        for k in range(i, j + 1): found[order[k]] = (i + j) / 2
        i = j + 1
    return found

def auc(bad, good):
    """The chance that a bad one has more than a good one."""
    return (sum(ranks(bad + good)[:len(bad)]) - len(bad) * (len(bad) - 1) / 2) / (len(bad) * len(good))

def pearson(a, b): return statistics.correlation(a, b)
def spearman(a, b): return pearson(ranks(a), ranks(b))
def rmse(a, b): return math.sqrt(statistics.fmean((x - y) ** 2 for x, y in zip(a, b)))

def damping(marks, sizes, human, documents):
    """The root of the mean squared distance of the points of people's own marks from their scores, for each steepness and floor."""
    print("points of people's own marks: distance from their scores by floor (rows) and steepness (1 to 6)")
    for floor in (10, 20, 30, 40, 60, 80): print(f"  {floor:3}  " + "  ".join(f"{rmse([points(p, n, k, floor) for p, n in zip(marks, sizes)], human):5.2f}" for k in range(1, 7)))
    by, draw = {}, random.Random(1)
    for i, name in enumerate(documents): by.setdefault(name, []).append(i)
    for k, floor in ((4, 40), (4, 30), (3, 30), (2, 20)):
        gain = []
        for _ in range(200):
            at = [i for name in draw.choices(list(by), k=len(by)) for i in by[name]]
            one = lambda k, floor: rmse([points(marks[i], sizes[i], k, floor) for i in at], [human[i] for i in at])
            gain.append(one(k, floor) - one(3, 40))
        gain.sort(); print(f"  {k}/{floor} less 3/40: {gain[100]:+.2f} ({gain[5]:+.2f} to {gain[194]:+.2f}, documents drawn again)")

def weights(data, sizes, human):
    count = lambda row, severity: sum(span["severity"] == severity for span in row.get("spans") or ())
    minor, major = [count(row, "minor") for row in data], [count(row, "major") for row in data]
    print("how much a major mark weighs beside a minor one, with the steepness that suits it best: distance")
    for weight in (2, 3, 4, 5, 6, 8, 10):
        best = min((rmse([points(a + weight * b, n, k) for a, b, n in zip(minor, major, sizes)], human), k) for k in (1, 2, 3, 4, 5, 6, 8))
        print(f"  {weight:2}  {best[0]:5.2f} (steepness {best[1]})")

def curve(values, human, edges):
    """For each bin of points: how many, and the quartiles of people's scores."""
    found = []
    for low, high in zip(edges, edges[1:]):
        inside = [h for v, h in zip(values, human) if low <= v < high]
        if len(inside) >= 5: found.append((low, min(high, 100), len(inside), *statistics.quantiles(inside, n=4)))
    return found

EDGES = (0, 20, 40, 60, 70, 80, 90, 95, 100, 101)

def draw(panels, path):
    side, gap, left, top = 300, 70, 60, 44
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {left + len(panels) * (side + gap)} {top + side + 56}" font-family="sans-serif" font-size="12">', '<rect width="100%" height="100%" fill="#fff"/>']
    for nth, (title, values, human) in enumerate(panels):
        x, y = left + nth * (side + gap), top
        at = lambda v, h: (x + side * v / 100, y + side * (1 - h / 100))
        out.append(f'<text x="{x}" y="{y - 16}" font-weight="bold" fill="#222">{title}</text><rect x="{x}" y="{y}" width="{side}" height="{side}" fill="none" stroke="#999"/>')
        for tick in range(0, 101, 20):
            out.append(f'<text x="{x + side * tick / 100:.0f}" y="{y + side + 16}" text-anchor="middle" fill="#444">{tick}</text><text x="{x - 6}" y="{y + side * (1 - tick / 100) + 4:.0f}" text-anchor="end" fill="#444">{tick}</text>')
        cells = {}
        for v, h in zip(values, human): cells[min(int(v / 5), 19), min(int(h / 5), 19)] = cells.get((min(int(v / 5), 19), min(int(h / 5), 19)), 0) + 1
        for (i, j), count in sorted(cells.items()):
            cx, cy = at(i * 5 + 2.5, j * 5 + 2.5)
            out.append(f'<circle cx="{cx:.1f}" cy="{cy:.1f}" r="{min(7.2, .7 * math.sqrt(count)):.1f}" fill="#9bb8d3" fill-opacity=".75"/>')
        middle = []
        for low, high, _, one, two, three in curve(values, human, EDGES):
            (cx, cy), (_, top_), (_, bottom) = at((low + high) / 2, two), at(0, three), at(0, one)
            out.append(f'<line x1="{cx:.1f}" y1="{top_:.1f}" x2="{cx:.1f}" y2="{bottom:.1f}" stroke="#b5432e" stroke-width="2"/>'); middle.append(f"{cx:.1f},{cy:.1f}")
        out.append(f'<polyline points="{" ".join(middle)}" fill="none" stroke="#b5432e" stroke-width="2"/>')
        out.append(f'<text x="{x + side / 2}" y="{y + side + 36}" text-anchor="middle" fill="#222">points</text>')
    out.append(f'<text x="16" y="{top + side / 2}" text-anchor="middle" fill="#222" transform="rotate(-90 16 {top + side / 2})">a person’s score</text></svg>')
    with open(path, "w", encoding="utf8") as file: file.write("\n".join(out) + "\n")

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bin", required=True); parser.add_argument("--data", required=True); parser.add_argument("--output", default="docs/scores.svg")
    options = parser.parse_args()
    data = rows(f"{options.data}/wmt24_esa.dev.jsonl"); human = [row["score"] for row in data]
    marks = [sum(WEIGHT.get(span["severity"], 0) for span in row.get("spans") or ()) for row in data]
    sizes = [words(row["target"]) for row in data]
    damping(marks, sizes, human, [row["doc"] for row in data]); weights(data, sizes, human)
    own = [points(p, n) for p, n in zip(marks, sizes)]
    out = check(options.bin, data); found, risk = [line["points"] for line in out], [line["risk"] for line in out]
    for name, values in (("people's own marks", own), ("xindaya's findings", found)):
        print(f"points of {name}: Spearman {spearman(values, human):.3f}, Pearson {pearson(values, human):.3f}; a score's distance from them {rmse(values, human):.1f}")
        for low, high, count, *quartiles in curve(values, human, EDGES): print(f"  {low:3}-{high:3}  {count:5}  " + "  ".join(f"{q:5.1f}" for q in quartiles))
    print("risk: AUC of scores below " + ", ".join(f"{cut}: {auc([r for r, h in zip(risk, human) if h < cut], [r for r, h in zip(risk, human) if h >= cut]):.3f}" for cut in (20, 35, 50)))
    for low, high in ((0, .1), (.1, .25), (.25, .5), (.5, .75), (.75, .9), (.9, 1.01)):
        inside = [h for r, h in zip(risk, human) if low <= r < high]
        print(f"  risk {low:4}-{min(high, 1):4}  {len(inside):5}  mean score {statistics.fmean(inside):5.1f}, below 50: {sum(h < 50 for h in inside) / len(inside):.1%}")
    data = rows(f"{options.data}/hallucination.dev.jsonl")
    for name, keys in (("with the source", ("id", "source", "target")), ("target alone", ("id", "target"))):
        risk = [line["risk"] for line in check(options.bin, data, keys)]
        print(f"risk, {name}: AUC of hallucinations {auc([r for r, row in zip(risk, data) if row['hallucination']], [r for r, row in zip(risk, data) if not row['hallucination']]):.3f}")
    data = [row for row in rows(f"{options.data}/mlqe_da.dev.jsonl") if row["split"] != "train"]; out = check(options.bin, data, effort="fast")
    print(f"points and direct assessments of one weak system: Pearson {pearson([line['points'] for line in out], [row['da_mean'] for row in data]):.3f}")
    draw((("people’s own marks", own, human), ("xindaya’s findings", found, human)), options.output)

if __name__ == "__main__": main()
