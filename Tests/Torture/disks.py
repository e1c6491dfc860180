#!/usr/bin/env python3
"""Builds on disks that are full, or have no room for more files, at every point of a build.

    Tests/Torture/disks.py [--step N] [PROGRAM]

The output is on a small file system in memory. A first build and a rebuild run with room for 0, 1, 2, … blocks, and for 0,
1, 2, … files, until one succeeds. --step tests every N-th size only. Mounting needs root or user namespaces; without
them, nothing is tested and the last line says so.
"""

import argparse
import os
import subprocess
import sys
import time

sys.dont_write_bytecode = True  # leaves no files in the working tree
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import project
from project import WORKSPACE

BLOCK = 4096


class Disk:
    """A file system of a size that can change."""

    def __init__(self, folder):
        self.folder = folder
        os.makedirs(folder)
        subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64m", "torture", folder], check=True)

    def leave(self, what, count):
        """Leaves room for a number of blocks or files more than there are."""
        status = os.statvfs(self.folder)
        used = {"blocks": status.f_blocks - status.f_bfree, "files": status.f_files - status.f_ffree}
        option = {"blocks": "size=%d" % (max(1, used["blocks"] + count) * BLOCK), "files": "nr_inodes=%d" % (used["files"] + count)}
        subprocess.run(["mount", "-o", "remount," + option[what], self.folder], check=True)

    def leave_enough(self):
        subprocess.run(["mount", "-o", "remount,size=64m,nr_inodes=100000", self.folder], check=True)


class Trial:
    """One project, built at every size of the disk."""

    def __init__(self, program, scratch, disk):
        self.program, self.disk = program, disk
        self.output = os.path.join(disk.folder, "public")
        self.workspace = os.path.join(disk.folder, WORKSPACE)
        self.sites = {}
        for name, version in (("old", 1), ("new", 2)):
            folder = os.path.join(scratch, name)
            project.make(folder, version)
            subprocess.run([program, "build", "--quiet", "--project", folder], check=True)
            self.sites[name] = project.contents(os.path.join(folder, "public"))
        self.scratch = scratch
        self.sizes, self.failures = 0, 0

    def build(self):
        return project.run(
            [self.program, "build", "--project", os.path.join(self.scratch, "new"), "--output", self.output])

    def reset(self, stage):
        project.remove(self.workspace)
        project.remove(self.output)
        if stage == "rebuild":
            project.copy(os.path.join(self.scratch, "old/public"), self.output)

    def check(self, stage, what, count):
        """Builds with room for so many blocks or files; returns whether the build succeeded."""
        self.disk.leave_enough()
        self.reset(stage)
        self.disk.leave(what, count)
        status, messages = self.build()
        state = project.state_of(project.contents(self.output), self.sites["old"], self.sites["new"])
        allowed = ["new", "absent" if stage == "first" else "old"]
        wrong = project.judge(status, messages, state, allowed)
        if status not in (0, 74) or (status == 74 and "the disk is full" not in messages):
            wrong.append("exit status %d without 'the disk is full'" % status)
        self.disk.leave_enough()
        again, more = self.build()
        after = project.state_of(project.contents(self.output), self.sites["old"], self.sites["new"])
        if again != 0 or after != "new" or os.listdir(self.disk.folder) != ["public"]:
            wrong.append("the next build ends with %d, its site is %s, and the disk has %s: %s" % (
                again, after, os.listdir(self.disk.folder), more.strip()))
        self.sizes += 1
        if wrong:
            self.failures += 1
            print("FAILED %s with room for %d %s\n   %s\n   messages: %s" % (
                stage, count, what, "\n   ".join(wrong), messages.strip()), flush=True)
        return status == 0

    def run(self, step):
        for stage in ("first", "rebuild"):
            for what in ("blocks", "files"):
                count = 0
                while not self.check(stage, what, count):
                    count += step
                print("full disks: %s: with room for %d %s, the build succeeds" % (stage, count, what), flush=True)


def can_mount():
    return subprocess.run(inside() + ["true"], capture_output=True).returncode == 0


def inside():
    return ["unshare", "--mount"] if os.getuid() == 0 else ["unshare", "--user", "--map-root-user", "--mount"]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", nargs="?", default=os.path.join(project.ROOT, ".build/debug/sitegen"))
    parser.add_argument("--step", type=int, default=1)
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if not options.inside:
        if not can_mount():
            print("full disks: not tested, because neither root nor user namespaces are available")
            return
        # All mounts end with the process.
        sys.exit(subprocess.run(inside() + [sys.executable, __file__, "--inside"] + sys.argv[1:]).returncode)
    began = time.monotonic()
    with project.scratch() as scratch:
        disk = Disk(os.path.join(scratch, "disk"))
        trial = Trial(os.path.abspath(options.program), scratch, disk)
        trial.run(options.step)
        subprocess.run(["umount", disk.folder], check=True)
    print("full disks: %d sizes, %d failures, %d s" % (trial.sizes, trial.failures, time.monotonic() - began))
    sys.exit(1 if trial.failures else 0)


if __name__ == "__main__":
    main()
