#!/usr/bin/env python3
"""Makes each system call of a build that touches the disk fail once, and checks the output, the message and the next build.

    Tests/Torture/every_call.py [--project shipped|500] [--sample N] [--actions A,B] [--minutes N] [--in-place] [--only CASE]
                                [PROGRAM]

Without --project, the site has 20 pages. Calls are disturbed in a first build and in a rebuild, each in every way that
ACTIONS lists. --sample takes N calls of each kind at each stage instead of all. --only repeats one case, in the words in
which a failure is printed. A next build that starts from the same files as one that was seen to be right is left out.
"""

import argparse
import collections
import contextlib
import errno
import itertools
import multiprocessing
import os
import random
import shutil
import stat
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True  # leaves no files in the working tree
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import project
from project import WORKSPACE

ERRORS = ["EIO", "ENOSPC", "EACCES", "EMFILE", "EINTR"]
KILLS = ["kill-before", "kill-after"]
ACTIONS = ERRORS + ["short"] + KILLS
SIZED = {"read", "pread64", "write", "pwrite64"}
STAGES = ["first", "rebuild"]
TRIES = 3

Case = collections.namedtuple("Case", "stage call path count action")


class Bench:
    """A folder with a project in it, in which one worker runs its cases."""

    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.project = os.path.join(folder, "project")
        self.public = os.path.join(self.project, "public")
        self.workspace = os.path.join(self.public, ".sitegen") if options.in_place else os.path.join(self.project, WORKSPACE)
        self.kept = os.path.join(options.scratch, "kept")
        shutil.copytree(os.path.join(self.kept, "new"), self.project)
        project.write(os.path.join(folder, "beside/file.txt"), "not ours\n")
        self.outside = project.surroundings(folder)
        # The folders that the next build was seen to put right.
        self.repaired = set()

    def reset(self, stage):
        project.remove(self.workspace)
        if stage == "first":
            project.remove(self.public)
        else:
            project.copy(os.path.join(self.kept, "old-public"), self.public)

    def build(self, *disturbance):
        """Builds under `faults`, or without it; returns the exit status, the messages and the log."""
        command = [self.options.program, "build", "--project", self.project] + ["--in-place"] * self.options.in_place
        log = os.path.join(self.folder, "..", os.path.basename(self.folder) + ".log")
        if disturbance:
            command = [self.options.faults, self.folder, log, *disturbance] + command
        status, messages = project.run(command)
        lines = []
        if disturbance:
            with open(log, encoding="utf-8", errors="replace") as file:
                lines = file.read().splitlines()
        return status, messages, lines

    def left_behind(self):
        """What a build left for the next one: the kind, the permissions, the number of names and the bytes of every file and
        folder in the output and in the workspace. The next build is the same after two builds that left the same."""
        found = []
        for folder in {self.public, self.workspace}:
            for above, folders, names in os.walk(folder):
                for name in folders + names + ["."]:
                    path = os.path.join(above, name)
                    status = os.lstat(path)
                    is_file = stat.S_ISREG(status.st_mode)
                    with open(path, "rb") if is_file else contextlib.nullcontext() as file:
                        found.append((path, status.st_mode, status.st_nlink, file and hash(file.read())))
        return hash(tuple(sorted(found, key=lambda entry: entry[0])))

    def site(self):
        """The files of the output that sitegen made; whether each unmanaged file is whole, in the output or, until the next
        build, in the workspace; and whether one is in the workspace."""
        site = project.contents(self.public)
        if site and self.options.in_place:
            site = {name: content for name, content in site.items() if not name.startswith(".sitegen/")}
        unmanaged = {name: (site or {}).pop(name, None) for name in self.options.unmanaged}
        waits = False
        for folder in ("new", "old"):
            waiting = project.contents(os.path.join(self.workspace, folder)) or {}
            for name in [name for name, content in unmanaged.items() if content is None and name in waiting]:
                unmanaged[name], waits = waiting[name], True
        return site, unmanaged == self.options.unmanaged, waits


def run(bench, case):
    """Runs one case; returns its outcome in a few words, and what is wrong (empty: nothing)."""
    options = bench.options
    bench.reset(case.stage)
    action = str(getattr(errno, case.action)) if case.action in ERRORS else case.action
    status, messages, log = bench.build(case.call, case.path, str(case.count), action)
    if log != ["reached"]:
        return "not reached", []
    site, is_whole, waits = bench.site()
    state = project.state_of(site, options.old, options.new, options.in_place)
    wrong = judge(case, status, messages, state)
    if case.stage == "rebuild" and not is_whole:
        wrong.append("an unmanaged file is lost")
    if status == 0 and waits:
        wrong.append("exit status 0, but an unmanaged file is in the workspace")
    if state in ("new", "old") and case.stage == "rebuild":
        wrong += moved_times(bench)
    if status == 0 and os.path.lexists(bench.workspace):
        wrong.append("exit status 0, but the workspace is left behind")
    wrong += judge_surroundings(bench, "the build")

    left = bench.left_behind()
    if left in bench.repaired and not wrong:
        return outcome(case, status, state, waits), wrong
    again, more, _ = bench.build()
    site, is_whole, still_waits = bench.site()
    if again != 0:
        wrong.append("the next build fails with %d: %s" % (again, more.strip()))
    elif project.state_of(site, options.old, options.new) != "new":
        wrong.append("after the next build, the site is %s" % project.state_of(site, options.old, options.new))
    if os.path.lexists(bench.workspace):
        wrong.append("the next build leaves the workspace behind")
    elif case.stage == "rebuild" and (still_waits or not is_whole):
        wrong.append("after the next build, an unmanaged file is lost")
    wrong += judge_surroundings(bench, "the next build")
    if wrong:
        wrong.append("messages: " + "\n".join(messages.strip().splitlines()[-8:]))
    else:
        bench.repaired.add(left)
    return outcome(case, status, state, waits), wrong


def outcome(case, status, state, waits):
    ended = "killed" if case.action in KILLS else "exit status %d" % status
    return "%s, %s" % (ended, state.split(":")[0] + (" (unmanaged files in the workspace)" if waits else ""))


def judge(case, status, messages, state):
    """Whether the state of the site is allowed, and the exit status and the message tell the truth about it."""
    allowed = ["absent", "new"] if case.stage == "first" else ["old", "new", "parts"]
    if case.action not in KILLS:
        wrong = project.judge(status, messages, state, allowed, is_heard=case.path not in ("stdout", "stderr"))
        # 73 is for files that are in the way, not for a disk that fails.
        return wrong + ["exit status 73 after a failure of the system"] * (status == 73 and case.action != "EACCES")
    wrong = [] if state in allowed else ["the site is " + state]
    return wrong if status == 137 else wrong + ["exit status %d instead of a kill" % status]


def moved_times(bench):
    """Files with the bytes of the old site must have its times."""
    now, before = project.times(bench.public), bench.options.old_times
    same = [name for name, content in bench.options.old.items() if bench.options.new.get(name) == content]
    moved = [name for name in same if now.get(name) != before[name] and name in now]
    return ["an unchanged file has another time: " + moved[0]] if moved else []


def judge_surroundings(bench, who):
    now = project.surroundings(bench.folder)
    changed = [name for name in sorted(set(now) | set(bench.outside)) if now.get(name) != bench.outside.get(name)]
    return ["%s changed something outside: %s" % (who, changed[:3])] if changed else []


def prepare(options):
    """Makes the old and the new version of the project, builds both, and notes their files."""
    for name, version in (("old", 1), ("new", 2)):
        folder = os.path.join(options.scratch, "kept", name)
        if options.project == "shipped":
            for part in ["Content", "seeds", "Templates", "sitegen.yaml"]:
                source = os.path.join(project.ROOT, part)
                (shutil.copytree if os.path.isdir(source) else shutil.copy)(source, os.path.join(folder, part))
            if name == "new":
                os.makedirs(os.path.join(folder, "Templates/assets/new"))
                project.write(os.path.join(folder, "Templates/assets/new/own.txt"), "new\n")
                project.replace(os.path.join(folder, "sitegen.yaml"), "publisher: ", "publisher: Not ")
        else:
            project.make(folder, version, notes=480 if options.project == "500" else 0)
        subprocess.run([options.program, "build", "--quiet", "--project", folder], check=True)
    kept = os.path.join(options.scratch, "kept")
    os.rename(os.path.join(kept, "old/public"), os.path.join(kept, "old-public"))
    options.old = project.contents(os.path.join(kept, "old-public"))
    options.unmanaged = project.make_unmanaged(os.path.join(kept, "old-public"))
    options.old_times = project.times(os.path.join(kept, "old-public"))
    os.rename(os.path.join(kept, "new/public"), os.path.join(kept, "new-public"))
    options.new = project.contents(os.path.join(kept, "new-public"))
    options.pages = sum(name.endswith(".html") for name in options.new)


def cases_of(bench, stage, options):
    """Every way to disturb every call of a build, and the number of calls."""
    bench.reset(stage)
    status, messages, log = bench.build("list")
    assert status == 0, messages
    counts = collections.Counter()
    calls = []
    for line in log:
        call, path = line.split("\t")
        counts[call, path] += 1
        calls.append((call, path, counts[call, path]))
    chosen = calls
    if options.sample:
        kinds = collections.defaultdict(list)
        for call in calls:
            kinds[call[0], stage_of(call[1])].append(call)
        chosen = [call for kind in kinds.values() for call in random.Random(1).sample(kind, min(options.sample, len(kind)))]
    return len(calls), [
        Case(stage, *call, action) for call in chosen for action in options.actions if action != "short" or call[0] in SIZED]


def stage_of(path):
    """The part of a build in which a path is used, for samples."""
    parts = path.split(" -> ")[0].split("/")
    inside = {WORKSPACE: 2, "Content": 1, "public": 1, "project": 1}
    if parts[0] == "project":
        parts = parts[1:] or ["."]
    return "/".join(parts[:inside.get(parts[0], 1)])


_bench = None


def start_worker(options):
    global _bench
    _bench = Bench(options, tempfile.mkdtemp(prefix="worker-", dir=options.scratch))


def run_case(case):
    for _ in range(TRIES):
        outcome, wrong = run(_bench, case)
        if outcome != "not reached":
            break
    return case, outcome, wrong


def report(cases, results, end):
    outcomes, ignored = collections.defaultdict(collections.Counter), collections.defaultdict(collections.Counter)
    failures = number = 0
    for number, (case, outcome, wrong) in enumerate(itertools.takewhile(lambda _: time.monotonic() < end, results), 1):
        outcomes[case.action][case.stage + ": " + outcome] += 1
        if case.action in ERRORS and "status 0" in outcome:
            ignored[case.action][case.call] += 1
        if wrong:
            failures += 1
            print("FAILED '%s'\n   %s" % ("|".join(map(str, case)), "\n   ".join(wrong)), flush=True)
        if number % 200 == 0:
            print("%d of %d cases" % (number, len(cases)), file=sys.stderr, flush=True)
    for action, counts in outcomes.items():
        print("  %-12s %s" % (action, "; ".join("%s %d" % pair for pair in sorted(counts.items()))))
    for action, counts in ignored.items():
        print("  %s without effect: %s" % (action, ", ".join("%s %d" % pair for pair in counts.most_common())))
    return number, failures


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", nargs="?", default=os.path.join(project.ROOT, ".build/debug/sitegen"))
    parser.add_argument("--project", choices=["20", "shipped", "500"], default="20")
    parser.add_argument("--sample", type=int, metavar="N")
    parser.add_argument("--actions", type=lambda text: text.split(","), default=ACTIONS)
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop after this time, with fewer cases")
    parser.add_argument("--in-place", action="store_true", help="build with this option; a mixture of whole files may be left")
    parser.add_argument("--only", metavar="CASE")
    options = parser.parse_args()
    options.program = os.path.abspath(options.program)
    began = time.monotonic()
    with project.scratch() as options.scratch, contextlib.ExitStack() as stack:
        options.faults = project.compiled(options.scratch, "faults")
        prepare(options)
        bench = Bench(options, tempfile.mkdtemp(prefix="worker-", dir=options.scratch))
        calls, cases = 0, []
        for stage in STAGES:
            count, more = cases_of(bench, stage, options)
            print("every call: %s: %d calls touch the disk in a build of %d pages" % (stage, count, options.pages), flush=True)
            calls, cases = calls + count, cases + more
        if options.only:
            stage, call, path, count, action = options.only.split("|")
            cases = [Case(stage, call, path, int(count), action)]
        pool = stack.enter_context(multiprocessing.get_context("fork").Pool(2, start_worker, [options]))
        # In any order, so that a run that is stopped has tried a bit of everything.
        random.Random(1).shuffle(cases)
        number, failures = report(
            cases, pool.imap_unordered(run_case, cases, chunksize=4), began + 60 * options.minutes)
    print("every call: %d calls, %d of %d cases, %d failures, %d s" % (
        calls, number, len(cases), failures, time.monotonic() - began))
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
