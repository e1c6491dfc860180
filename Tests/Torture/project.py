"""Small projects to build, and what must be true of their sites afterwards."""

import contextlib
import hashlib
import os
import shutil
import stat
import subprocess
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RECORD = "sitegen.json"
WORKSPACE = ".public.sitegen"

REPORT = """Flood in Harbourside

Harbourside, 4 May. The fire brigade said it had rescued 120 people from their homes. Mayor Ada Lund said that 7 houses
were destroyed.
"""

TOPIC = """---
title: The flood
summary: What the report says about the flood
questions:
  rescued:
    asks: How many people were rescued?
    label: Rescued
    unit: people
    counts: cumulative
  houses:
    asks: How many houses were destroyed?
    label: Houses
    unit: houses
    counts: event
---

The fire brigade rescued [120](question:rescued) people, and [7](question:houses) houses were destroyed.
"""

CARD = """---
seed: report.txt
sha256: %s
title: Flood in Harbourside
published: 2031-05-04
published_basis: inferred
published_note: The report names the day.
recorded: 2031-05-05
fidelity: original
claims:
  - question: rescued
    answer: "120"
    said_by: brigade
    quote: The fire brigade said it had rescued 120 people
  - question: houses
    answer: "7"
    said_by: mayor
    quote: Mayor Ada Lund said that 7 houses were destroyed
---

A report of the day.
"""

SPEAKERS = """brigade:
  name: Fire brigade
  kind: government
mayor:
  name: Mayor Ada Lund
  kind: government
"""


def write(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())


def name_of(number):
    """A name without digits, because a number in a note needs a source: 0 is 'a', 27 is 'bb'."""
    letters = ""
    while True:
        letters += chr(ord("a") + number % 26)
        number //= 26
        if number == 0:
            return letters


def make(folder, version, notes=0):
    """Writes a project whose title, which is on every page, names the version. A version has a note and an asset of its own."""
    seed = REPORT.encode()
    files = {
        "sitegen.yaml": "title: Version %d.\nlanguage: en\nquotations: {share: 80%%}\n" % version,
        "seeds/report.txt": seed,
        "Content/index.md": "---\ntitle: Home\nsummary: A flood\n---\n\nSee [the flood](flood.md).\n",
        "Content/flood.md": TOPIC,
        "Content/sources/report.md": CARD % hashlib.sha256(seed).hexdigest(),
        "Content/speakers.yaml": SPEAKERS,
        "Content/images/dot.svg": '<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>\n',
        "Templates/assets/version-%d/own.txt" % version: "Version %d.\n" % version,
        "Content/only-%s.md" % name_of(version): "---\ntitle: Own note\nsummary: A note of this version\n---\n\nText.\n",
    }
    for number in range(notes):
        name = name_of(number)
        files["Content/note-%s.md" % name] = (
            "---\ntitle: Note %s\nsummary: A note\n---\n\n![A dot](images/dot.svg)\n\nSee [home](index.md).\n" % name)
    for name, content in files.items():
        write(os.path.join(folder, name), content)


def make_unmanaged(public):
    """Adds files that sitegen did not write: at the top, in a folder of the site, and in a folder of their own."""
    added = {"CNAME": b"flood.example\n", "data/mine.csv": b"a,b\n", "own/deep/notes.txt": b"mine\n"}
    for name, content in added.items():
        write(os.path.join(public, name), content)
    return added


def copy(source, target):
    """Copies a folder with the times of its files, in place of what is there."""
    remove(target)
    shutil.copytree(source, target, symlinks=True)


def remove(folder):
    if os.path.lexists(folder):
        shutil.rmtree(folder)


def contents(folder):
    """The bytes of every file below a folder by path; None if the folder does not exist. Files that vanish meanwhile are
    left out."""
    if not os.path.lexists(folder):
        return None
    found = {}
    for above, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(above, name)
            with contextlib.suppress(FileNotFoundError), open(path, "rb") as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found


def times(folder):
    """The modification time of every file below a folder."""
    return {
        os.path.relpath(os.path.join(above, name), folder): os.lstat(os.path.join(above, name)).st_mtime_ns
        for above, _, names in os.walk(folder)
        for name in names
    }


def surroundings(folder):
    """What a build must not change: all files and folders below `folder` except the output and the workspace.

    Contents are compared by size, time and inode, because a file that is written has another time or inode.
    """
    found = {}
    for above, folders, names in os.walk(folder):
        if above == os.path.join(folder, "project"):
            folders[:] = [name for name in folders if name not in ("public", WORKSPACE)]
        for name in folders + names:
            path = os.path.join(above, name)
            status = os.lstat(path)
            # The time of a folder that holds the output changes with the output.
            time = 0 if stat.S_ISDIR(status.st_mode) else status.st_mtime_ns
            found[os.path.relpath(path, folder)] = (status.st_mode, status.st_size * (time != 0), time, status.st_ino)
    return found


def state_of(site, old, new, in_place=False):
    """'old', 'new', 'absent' or, if the site is none of these, what is wrong with it. Where files are replaced one by one,
    also 'parts': each file is whole and of one of the sites."""
    for state, files in (("absent", None), ("new", new), ("old", old)):
        if site == files:
            return state
    if in_place and all(content in (old.get(name), new.get(name)) for name, content in site.items() if name != RECORD):
        return "parts"
    differing = [name for name in sorted(set(site) | set(new)) if site.get(name) != new.get(name)]
    return "a mixture: %d files are not as in the new site, such as %s" % (len(differing), differing[:3])


def judge(status, messages, state, allowed, is_heard=True):
    """Whether the state of the site is allowed, and the exit status and the messages tell the truth about it. Messages are
    required only if someone hears them."""
    wrong = []
    if state not in allowed:
        wrong.append("the site is " + state)
    if status not in (0, 1, 73, 74):
        wrong.append("exit status %d" % status)
    if status == 0 and state != "new":
        wrong.append("exit status 0, but the new site is not there")
    if status != 0 and "error" not in messages and is_heard:
        wrong.append("exit status %d without a message" % status)
    # The summary, which counts the pages, is printed only for a new site.
    if status != 0 and state == "new" and " pages, " not in messages and is_heard:
        wrong.append("the new site is there, but no message says so")
    if state == "parts" and "of the old site and of the new one" not in messages and is_heard:
        wrong.append("both sites are there in parts, but no message says so")
    if state == "new" and "nothing written" in messages:
        wrong.append("the new site is there, but a message says 'nothing written'")
    if state != "new" and " pages, " in messages:
        wrong.append("the new site is not there, but a message says so")
    return wrong


def replace(path, old, new):
    text = read(path)
    assert old in text, (path, old)
    write(path, text.replace(old, new, 1))


class Hang(Exception):
    pass


def finish(process, quiet=300, most=60):
    """Waits for a process, and returns what it wrote. If it uses no time of the processor in `quiet` seconds, or more than
    `most` seconds in all, it hangs: it is ended, and an error says where it was. On a busy machine, the clock alone says
    nothing."""
    used = -1
    while True:
        try:
            return process.communicate(timeout=quiet)
        except subprocess.TimeoutExpired:
            before, used = used, processor_time(process.pid)
            if used > most or used == before:
                tasks = "/proc/%d/task" % process.pid
                places = [read(os.path.join(tasks, task, "wchan")) for task in os.listdir(tasks)]
                process.kill()
                process.communicate()
                raise Hang("a build hangs after %.1f s of the processor, in %s" % (used, places)) from None


def run(command, **options):
    """Runs a build; returns its exit status, and the bytes that it wrote to both streams."""
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **options)
    output, messages = finish(process)
    return process.returncode, (output + messages).decode(errors="replace")


def processor_time(process):
    """The seconds of the processor that a process has used."""
    fields = read("/proc/%d/stat" % process).rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def scratch(above="/dev/shm"):
    """A temporary folder; in memory where that is possible, because thousands of builds wait for the disk otherwise."""
    return tempfile.TemporaryDirectory(prefix="sitegen-torture-", dir=above if os.access(above, os.W_OK) else None)


def compiled(folder, name):
    """Compiles a C program of this folder."""
    program = os.path.join(folder, name)
    compiler = shutil.which("cc") or shutil.which("clang") or shutil.which("gcc")
    source = os.path.join(os.path.dirname(os.path.abspath(__file__)), name + ".c")
    subprocess.run([compiler, "-O1", "-o", program, source], check=True)
    return program
