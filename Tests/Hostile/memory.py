#!/usr/bin/env python3
"""Checks projects that have far too much of something, and prints the memory and the time that `sitegen check` needs.

    Tests/Hostile/memory.py [--most MB] [PROGRAM]

Each is the project in `base/` with one more file, or with many seeds. Memory is the peak of the resident memory of the process. Exits with 1
if a project needs more than --most, takes over a minute of the processor, or prints over 1 MB.
"""

import argparse
import hashlib
import os
import random
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
NOTE = "---\ntitle: A\n---\n"
QUESTION = "  q%d:\n    asks: [a]\n    unit: 5\n    x: y\n"
CARD = """---
seed: s%d.txt
sha256: %s
title: T
published: 2031-05-04
published_basis: stated
recorded: 2031-05-06
fidelity: original
claims:
  - question: dead
    answer: at least 12
    said_by: fire-brigade
    quote: %s
---
Words.
"""


def lines(front, line, count):
    """A text with many lines; '%d' in a line is its number."""
    return front + "".join(line % number if "%d" in line else line for number in range(count))


def seeds(letters, separator, count):
    """Seeds of 20 KB, each with a card that quotes its words with a change."""
    chance, files = random.Random(1), {}
    words = ["".join(chance.choices(letters, k=chance.randint(3, 9))) for _ in range(5000)]
    for number in range(count):
        text = chance.choices(words, k=20000 // len((words[0] + separator).encode()))
        seed = separator.join(text)
        quoted = separator.join(text[:5] + [text[5] + text[5]] + text[6:12])
        files["seeds/s%d.txt" % number] = seed
        files["Content/sources/s%d.md" % number] = CARD % (number, hashlib.sha256(seed.encode()).hexdigest(), quoted)
    return files


def letters(first, last):
    return [chr(code) for code in range(ord(first), ord(last) + 1)]


# What the project has too much of, and the files with it.
PROJECTS = [
    ("600,000 numbers without sources", lambda: {"Content/a.md": lines(NOTE, "14 houses\n\n", 600000)}),
    ("a million inline HTML tags", lambda: {"Content/a.md": lines(NOTE, "a <b>\n", 1000000)}),
    ("a million HTML blocks", lambda: {"Content/a.md": lines(NOTE, "<b>\n\n", 1000000)}),
    ("1,500,000 invisible characters", lambda: {"Content/a.md": lines(NOTE, "a\u200b ", 1500000)}),
    ("100 links with addresses of 100 KB", lambda: {"Content/a.md": lines(NOTE, "[a](%s)\n\n" % ("b" * 100000), 100)}),
    ("300,000 unknown keys", lambda: {"Content/a.md": lines("---\ntitle: A\n", "k%d: 1\n", 300000) + "---\nWords.\n"}),
    ("300,000 speakers, each with two mistakes",
     lambda: {"Content/speakers.yaml": lines("", "s%d: {x: 1, y: 2}\n", 300000)}),
    ("50,000 questions, each with three mistakes",
     lambda: {"Content/a.md": lines("---\ntitle: A\nquestions:\n", QUESTION, 50000) + "---\nWords.\n"}),
    ("200 wrong quotations from 200 seeds, Latin", lambda: seeds(letters("a", "z"), " ", 200)),
    ("200 wrong quotations from 200 seeds, Cyrillic", lambda: seeds(letters("\u0430", "\u044f"), " ", 200)),
    ("200 wrong quotations from 200 seeds, Chinese", lambda: seeds(letters("\u4e00", "\u4fff"), "", 200)),
]


def measure(program, folder):
    """The exit status, the peak memory in MB, the seconds of the processor, and the number of bytes that were printed."""
    with tempfile.TemporaryFile() as printed:
        process = subprocess.Popen([program, "check", "--project", folder], stdout=printed, stderr=printed)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        return process.returncode, used.ru_maxrss / 1024, used.ru_utime + used.ru_stime, os.fstat(printed.fileno()).st_size


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", nargs="?", default=os.path.join(HERE, "../../.build/release/sitegen"))
    parser.add_argument("--most", type=float, default=float("inf"), metavar="MB")
    options = parser.parse_args()
    failures = 0
    for name, files in PROJECTS:
        with tempfile.TemporaryDirectory(prefix="sitegen-memory-") as scratch:
            folder = shutil.copytree(os.path.join(HERE, "base"), os.path.join(scratch, "project"))
            size = 0
            for path, text in files().items():
                with open(os.path.join(folder, path), "w", encoding="utf-8") as file:
                    file.write(text)
                    size += file.tell()
            status, memory, seconds, printed = measure(os.path.abspath(options.program), folder)
        wrong = status not in (0, 1) or memory > options.most or seconds > 60 or printed > 1 << 20
        failures += wrong
        print("%s%s: %.1f MB, exit status %d, %.0f MB of memory, %.1f s of the processor, %d bytes printed" % (
            "FAILED " * wrong, name, size / 1e6, status, memory, seconds, printed), flush=True)
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
