#!/usr/bin/env python3
"""Kills builds at random moments while a reader reads the site, other builds race, and other programs add files.

    Tests/Torture/kills.py [--kills N] [--minutes N] [--seed N] [PROGRAM]

Each version of the project has its number on every page. In each round, one, two or three builds of different versions
write to one output, and most of them are killed with SIGKILL. Checked are: what the reader saw; after each round, that the
site is whole and of one version; in the end, that the next build is right and no file of others is lost.
"""

import argparse
import os
import random
import re
import signal
import subprocess
import sys
import threading
import time

sys.dont_write_bytecode = True  # leaves no files in the working tree
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import project

# Projects that take turns; each new version is written to the one that is longest out of use.
PROJECTS = 3

# The names of files that the neighbour adds.
OWN = re.compile(r"file-\d+\.txt$")


class Reader(threading.Thread):
    """Reads pages in pairs. If the first page has the same version before and after the second is read, the second page
    must have that version too, because no version is published twice."""

    def __init__(self, public):
        super().__init__(daemon=True)
        self.public, self.pairs, self.wrong, self.missing, self.ended = public, 0, [], 0, False

    def version(self, page):
        with open(os.path.join(self.public, page), encoding="utf-8") as file:
            text = file.read()
        found = set(re.findall(r"Version (\d+)\.", text))
        if len(found) != 1 or not text.rstrip().endswith("</html>"):
            self.wrong.append("%s is not whole: versions %s" % (page, sorted(found)))
        return found

    def run(self):
        pages = ["index.html", "flood.html", "questions/rescued.html", "sources/report.html", "404.html", "data.html"]
        chance = random.Random(1)
        while not self.ended:
            time.sleep(0.001)  # leaves the processor to the builds
            one, other = chance.sample(pages, 2)
            try:
                before, between, after = self.version(one), self.version(other), self.version(one)
            except FileNotFoundError as error:
                # The folder can be exchanged while the system resolves the path: then a second attempt succeeds.
                self.missing += 1
                try:
                    self.version(one), self.version(other)
                except FileNotFoundError:
                    self.wrong.append("missing twice: %s" % error.filename)
                continue
            self.pairs += 1
            if before == after != between:
                self.wrong.append("%s was %s while %s was %s" % (one, before, other, between))


class Neighbour(threading.Thread):
    """Adds files to the output through its path, as an editor or a sync client does."""

    def __init__(self, public):
        super().__init__(daemon=True)
        self.public, self.added, self.ended = public, {}, False

    def run(self):
        chance = random.Random(2)
        while not self.ended:
            name = "%s/file-%d.txt" % (chance.choice([".", "data", "questions", "mine", "mine/deep"]), len(self.added))
            content = b"file %d\n" % len(self.added)
            try:
                project.write(os.path.join(self.public, name), content)
                self.added[os.path.normpath(name)] = content
            except FileNotFoundError:
                pass  # The folder was removed after it was made or found; the file does not exist.
            time.sleep(chance.uniform(0, 0.02))


class Rounds:
    def __init__(self, program, folder, seed):
        self.program, self.chance = program, random.Random(seed)
        self.output = os.path.join(folder, "site/public")
        self.projects = [os.path.join(folder, "project-%d" % number) for number in range(PROJECTS)]
        self.version = 0
        # The files of each version that may be in the output, by version.
        self.expected = {}
        self.kept = os.path.join(folder, "expected")
        self.duration = 0.2
        self.killed = self.races = 0
        self.states = {"before": 0, "after": 0}
        self.wrong = []
        self.own = None

    def next_version(self, folder):
        """Writes the next version to a project, and notes the files of its site."""
        self.version += 1
        project.remove(folder)
        project.make(folder, self.version)
        subprocess.run([self.program, "build", "--quiet", "--project", folder, "--output", self.kept], check=True)
        self.expected[self.version] = project.contents(self.kept)
        return self.version

    def start(self, folder):
        return subprocess.Popen(
            [self.program, "build", "--project", folder, "--output", self.output], stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)

    def published(self):
        """The version that is in the output; None and a failure if it is not whole."""
        site = project.contents(self.output) or {}
        for version, files in self.expected.items():
            if files[project.RECORD] == site.get(project.RECORD):
                damaged = [name for name in files if site.get(name) != files[name]]
                added = [name for name in site if name not in files and not OWN.search(name)]
                if damaged or added:
                    self.wrong.append("version %d is not whole: %s, %s" % (version, damaged[:3], added[:3]))
                return version
        self.wrong.append("no version has the record of the output")
        return None

    def round(self):
        count = self.chance.choice([1, 1, 2, 3])
        before = self.published()
        versions = [self.next_version(folder) for folder in self.projects[:count]]
        self.races += count > 1
        builds = [self.start(folder) for folder in self.projects[:count]]
        began = time.monotonic()
        for build in self.chance.sample(builds, count):
            if self.chance.random() < 0.1:
                continue
            wait = began + self.chance.uniform(0, 0.9 * self.duration * count) - time.monotonic()
            time.sleep(max(0, wait))
            build.send_signal(signal.SIGKILL)
        ended = []
        for build, version in zip(builds, versions):
            messages = project.finish(build)[1]
            ended.append((build.returncode, version))
            self.killed += build.returncode == -9
            if build.returncode not in (0, -9):
                self.wrong.append("a build ended with %d: %s" % (build.returncode, messages.strip()))
            if build.returncode == 0 and count == 1:
                self.duration = 0.9 * self.duration + 0.1 * (time.monotonic() - began)
        now = self.published()
        finished = [version for status, version in ended if status == 0]
        self.states["before" if now == before else "after"] += 1
        if now not in [before] + versions:
            self.wrong.append("version %s is published after a round with %s" % (now, versions))
        if finished and now == before:
            self.wrong.append("a build of version %s ended with 0, but version %s is there" % (finished, now))
        self.expected = {version: files for version, files in self.expected.items() if version in [now] + versions}

    def finish(self):
        """One more build, which must complete and clean up."""
        version = self.next_version(self.projects[0])
        build = self.start(self.projects[0])
        messages = project.finish(build)[1]
        if build.returncode != 0:
            self.wrong.append("the last build ended with %d: %s" % (build.returncode, messages.strip()))
        if self.published() != version:
            self.wrong.append("the last build did not publish its version")
        left = sorted(os.listdir(os.path.dirname(self.output)))
        if left != ["public"]:
            self.wrong.append("left behind: %s" % left)
        site = project.contents(self.output)
        lost = [name for name, content in self.own.added.items() if site.get(name) != content]
        if lost:
            self.wrong.append("%d files of others are lost, such as %s" % (len(lost), lost[:3]))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", nargs="?", default=os.path.join(project.ROOT, ".build/debug/sitegen"))
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--minutes", type=float, default=float("inf"), help="stop after this time, with fewer kills")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    began = time.monotonic()
    with project.scratch() as folder:
        rounds = Rounds(os.path.abspath(options.program), folder, options.seed)
        rounds.own = Neighbour(rounds.output)
        rounds.next_version(rounds.projects[0])
        os.makedirs(os.path.dirname(rounds.output))
        start = time.monotonic()
        assert rounds.start(rounds.projects[0]).wait() == 0
        rounds.duration = time.monotonic() - start
        reader = Reader(rounds.output)
        reader.start()
        rounds.own.start()
        while rounds.killed < options.kills and time.monotonic() - began < 60 * options.minutes:
            rounds.round()
        rounds.own.ended = True
        rounds.own.join()
        rounds.finish()
        reader.ended = True
        reader.join()
        wrong = rounds.wrong + reader.wrong
    for line in wrong[:20]:
        print("FAILED " + line)
    print("kills: %d builds killed, %d rounds with a race; after %d rounds the old site was there, after %d a new one; "
          "%d pairs of pages read; %d files of others added; %d failures, %d s" % (
              rounds.killed, rounds.races, rounds.states["before"], rounds.states["after"], reader.pairs,
              len(rounds.own.added), len(wrong), time.monotonic() - began))
    if reader.missing:
        print("kills: %d pages were missing for a moment and there at the second attempt" % reader.missing)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
