#!/usr/bin/env python3
"""What `worker.py` promises, without Spark: XINDAYA=path/to/xindaya examples/spark/test_worker.py"""
import json
import os
import subprocess
import sys
import unittest

import worker

XINDAYA = os.environ["XINDAYA"]
ROWS = [
    (1, 1, '{"id":"a","source":"He had 3 apples.","target":"他有四个苹果苹果。"}'),
    (3, 2, '{"id":"b","target":"委员会在去年秋天批准了新的港口计划。","document":"d"}'),
    (4, 3, '{"id":"c","target":"委员会在去年秋天批准了新的港口计划。","document":"d"}'),
    (6, 4, '{"id":7,"target":"報名截止日是星期五,不得延期。","document":7}'),
    (7, 5, '{"target":"她在臺南教大提琴已經二十年了。","document":"7"}'),
    (8, 6, r'{"id":"e,\"line\":1,\"paragraph\":1","target":"他说â€œ好â€\u009d\u202e，\"line\":1。"}'),
]


def python(program):
    return [sys.executable, "-c", program]


class Worker(unittest.TestCase):
    def one_process(self):
        lines = {line: text for line, _, text in ROWS}
        whole = "".join(lines.get(number, "") + "\n" for number in range(1, 9))
        done = subprocess.run(worker.command(XINDAYA), input=whole.encode(), capture_output=True, check=True)
        return done.stdout.decode().splitlines()

    def test_parts_say_what_the_whole_says(self):
        parts = [[ROWS[3], ROWS[4]], [ROWS[1], ROWS[2]], [ROWS[5], ROWS[0]]]
        said = [answer for part in parts for answer in worker.check(part, worker.command(XINDAYA))]
        said.sort(key=lambda answer: json.loads(answer)["line"])
        self.assertEqual(said, self.one_process())
        related = [it for answer in said for finding in json.loads(answer)["findings"] for it in finding.get("related", ())]
        self.assertTrue(related, "a finding that leads to another row is among them")

    def test_the_key_of_a_document(self):
        keys = [worker.document(text) for _, _, text in ROWS]
        self.assertEqual(keys, [None, "d", "d", "7", "7", None])
        self.assertEqual([worker.document(text) for text in ("no JSON", "[1]", "7")], [None] * 3)

    def test_nothing_in_is_nothing_out(self):
        self.assertEqual(list(worker.check([], worker.command(XINDAYA))), [])

    def test_a_bad_row_is_an_error_that_shows_it(self):
        rows = [ROWS[0], (21, 20, '{"id":"b","text":"…"}'), ROWS[1]]
        with self.assertRaisesRegex(worker.WorkerFailed, r"(?s)code 2.*on line 21\..*-:2:1: the row has no target"):
            list(worker.check(rows, worker.command(XINDAYA)))

    def test_a_worker_that_dies_is_an_error_with_what_it_said(self):
        dying = python("import sys; sys.stdin.readline(); sys.exit('out of luck')")
        with self.assertRaisesRegex(worker.WorkerFailed, "(?s)code 1.*out of luck"):
            list(worker.check(ROWS * 2000, dying))

    def test_rows_that_are_lost_are_an_error(self):
        first = python("""import sys; print('{"line":1,"paragraph":1,"findings":[]}'); sys.stdin.read()""")
        with self.assertRaisesRegex(worker.WorkerFailed, "6 rows went in, 1 came out in order"):
            list(worker.check(ROWS, first))
        second = python("""import sys; sys.stdin.read(); print('{"line":2,"paragraph":2,"findings":[]}')""")
        with self.assertRaisesRegex(worker.WorkerFailed, "6 rows went in, 0 came out in order"):
            list(worker.check(ROWS, second))

    def test_who_gives_the_rows_may_fail(self):
        def rows():
            yield ROWS[0]
            raise OSError("the disk is gone")

        with self.assertRaisesRegex(OSError, "the disk is gone"):
            list(worker.check(rows(), worker.command(XINDAYA)))

    def test_who_wants_no_more_may_go(self):
        answers = worker.check(ROWS * 1000, worker.command(XINDAYA))
        next(answers)
        answers.close()


if __name__ == "__main__":
    unittest.main()
