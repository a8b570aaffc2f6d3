"""xindaya as the worker of an engine: the rows of a partition go in, what was found comes out.

Nothing here knows Spark: any engine that runs a function over the rows of a partition can call `check`.
"""
import collections
import json
import re
import subprocess
import tempfile
import threading

# Where a row or a finding stands. No text looks so: a quotation mark in it has a backslash before it, not a comma.
PLACE = re.compile(rb'(?<=[,{])"(line|paragraph)":(\d+)')
SAID = 8192  # so many bytes of what a worker said last are told when it fails


class WorkerFailed(RuntimeError):
    """A worker that ended badly, or that did not answer for every row."""


def command(program, extra=()):
    """The worker's command line: one thread, since an engine gives each task one core."""
    return [str(program), "check", "-", "--from", "jsonl", "--format", "jsonl", "--exit-zero", "--threads", "1", *extra]


def document(row):
    """The key of a row's document as the program reads it, or None: such a row is a document of its own."""
    try:
        key = json.loads(row, parse_int=str, parse_float=str).get("document")
    except (ValueError, AttributeError):
        return None  # no row at all: the worker says so, with its place
    return key if isinstance(key, str) else None


def check(rows, command):
    """Yields a line of JSON for each row, in the order of the rows.

    A row is `(line, paragraph, text)`: where it stands in the whole input, both from 1. What a worker says of places in
    its own part is put back to these, so that a job says what one process over everything would say.
    """
    with tempfile.TemporaryFile() as said:
        worker = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=said)
        feed = Feed(rows, worker.stdin)
        try:
            feed.start()
            answered = 0
            for answer in worker.stdout:
                if not answers(answer, answered + 1):
                    break  # a row was passed over: why, the worker says when it ends
                yield placed(answer, feed.places)
                answered += 1
            collections.deque(worker.stdout, maxlen=0)
            feed.join()
            code = worker.wait()
        finally:  # also where nobody wants the rest
            worker.kill()
            worker.wait()
            worker.stdout.close()
        if feed.error:
            raise feed.error
        if code or feed.cut or answered != len(feed.places):
            raise WorkerFailed(failure(command, code, answered, feed, said))


class Feed(threading.Thread):
    """Hands the rows to a worker, which answers meanwhile: neither waits for the other to end."""

    def __init__(self, rows, to):
        super().__init__(daemon=True)
        self.rows, self.to = rows, to
        self.places = []  # of the rows so far, in their order
        self.cut = False  # whether the worker hung up before the last row
        self.error = None  # what befell whoever gives the rows

    def run(self):
        try:
            for line, paragraph, text in self.rows:
                self.places.append((line, paragraph))
                self.to.write(text.encode() + b"\n")
        except BrokenPipeError:
            self.cut = True
        except Exception as error:
            self.error = error
        finally:
            self.hang_up()

    def hang_up(self):
        try:
            self.to.close()
        except BrokenPipeError:
            self.cut = True


def answers(answer, row):
    """Whether this is the answer for a row, counted from 1: its own place is the first in it."""
    place = PLACE.search(answer)
    return place is not None and int(place[2]) == row


def placed(answer, places):
    """An answer with the places of the whole input, every other byte as the worker wrote it."""

    def put_back(found):
        line, paragraph = places[int(found[2]) - 1]
        return b'"%b":%d' % (found[1], line if found[1] == b"line" else paragraph)

    return PLACE.sub(put_back, answer).decode().rstrip("\n")


def failure(command, code, answered, feed, said):
    said.seek(0, 2)
    said.seek(max(0, said.tell() - SAID))
    last = said.read().decode(errors="replace").strip() or "(nothing on the standard error)"
    sent = f"{len(feed.places)}{' or more' if feed.cut else ''}"
    first = f"; the first without an answer is on line {feed.places[answered][0]}" if answered < len(feed.places) else ""
    return f"`{' '.join(command)}` ended with code {code}; {sent} rows went in, {answered} came out in order{first}. It said:\n{last}"
