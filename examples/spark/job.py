#!/usr/bin/env python3
"""Checks JSON lines with xindaya on Spark: the same bytes as one process writes, in the same order.

    spark-submit --py-files worker.py job.py INPUT OUTPUT --xindaya PATH [--partitions N] [-- options of xindaya check]

INPUT is a file of UTF-8 with a row a line, {"id", "source"?, "target", "document"?}; OUTPUT a folder that is not there yet.
"""
import argparse
import sys
import zlib
from functools import partial
from pathlib import Path

from pyspark import SparkFiles
from pyspark.sql import SparkSession

import worker


def main():
    arguments = parsed()
    context = SparkSession.builder.appName("xindaya").getOrCreate().sparkContext
    context.addPyFile(worker.__file__)
    context.addFile(arguments.xindaya)  # every machine gets the program, ready to run
    parts = arguments.partitions or 4 * context.defaultParallelism
    rows = numbered(context.textFile(arguments.input, parts))
    run = partial(checked, Path(arguments.xindaya).name, arguments.options)
    found = (
        rows.map(keyed)
        .repartitionAndSortWithinPartitions(parts, home)
        .mapPartitions(run)
        .repartitionAndSortWithinPartitions(parts, partial(slice_of, parts, rows.count()))
    )
    found.values().saveAsTextFile(arguments.output)


def parsed():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("input")
    parser.add_argument("output")
    parser.add_argument("--xindaya", required=True, help="the program, for the machines of the cluster")
    parser.add_argument("--partitions", type=int, help="four for each core unless it is given")
    own = sys.argv[1 : sys.argv.index("--")] if "--" in sys.argv else sys.argv[1:]
    arguments = parser.parse_args(own)
    arguments.options = sys.argv[len(own) + 2 :]
    return arguments


def numbered(lines):
    """(line, paragraph, text) of each row: as the program does, blank lines are counted as lines and are no rows."""
    rows = lines.zipWithIndex().filter(lambda it: it[0].strip()).zipWithIndex()
    return rows.map(lambda it: (it[0][1] + 1, it[1] + 1, it[0][0]))


def keyed(row):
    """A row under the key that it is sorted by: the rows of a document together, in their order."""
    key = worker.document(row[2])
    return ((key is not None, key or "", row[1]), row)


def home(key):
    """Where a row is checked: with its document, or anywhere."""
    belongs, document, paragraph = key
    return zlib.crc32(document.encode(errors="replace")) if belongs else paragraph


def slice_of(parts, rows, paragraph):
    """Where an answer is written: the parts are slices of the input."""
    return (paragraph - 1) * parts // rows


def checked(program, options, part):
    """The answers for a partition, each under the number of its paragraph."""
    order = []

    def rows():
        for _, row in part:
            order.append(row[1])
            yield row

    answers = worker.check(rows(), worker.command(SparkFiles.get(program), options))
    for number, answer in enumerate(answers):
        yield order[number], answer


if __name__ == "__main__":
    main()
