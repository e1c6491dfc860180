#!/usr/bin/env python3
"""Builds in odd environments: other locales, no environment variables, closed or full streams, low limits, a read-only disk.

    Tests/Torture/environments.py [PROGRAM]

In each environment the site is built from a version that is already published to a new one. A build that succeeds must
give the same bytes as anywhere else; one that fails must say so, leave the old site, and leave nothing to trip over. Cases
that need root are skipped for other users, and the last line counts them.
"""

import argparse
import contextlib
import errno
import fcntl
import os
import resource
import shutil
import subprocess
import sys
import time

sys.dont_write_bytecode = True  # leaves no files in the working tree
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import project
from project import WORKSPACE

NOBODY = 65534
LOCALES = [("tr_TR", "UTF-8"), ("ar_EG", "UTF-8"), ("de_DE", "ISO-8859-1")]


class Environment:
    """How one build is run, and how it may end."""

    def __init__(self, name, allowed=(0,), arguments=(), setup=None, streams=(), wrapper=(), variables=None, folder=None,
                 may_crash=False, is_heard=True, published_anyway=False, needs_root=False, user=None):
        self.name, self.allowed, self.arguments, self.setup = name, allowed, list(arguments), setup
        self.streams, self.wrapper, self.variables, self.folder = dict(streams), list(wrapper), variables, folder
        # Whether the system may end the program, because the limit leaves no memory or no files for its start.
        self.may_crash = may_crash
        # Whether messages reach the test.
        self.is_heard = is_heard
        # Whether the site may be published although the build fails, because only the report could not be printed.
        self.published_anyway = published_anyway
        self.needs_root, self.user = needs_root, user


def limited(kind, value):
    return lambda: resource.setrlimit(kind, (value, value))


def closing(*files):
    def close():
        for file in files:
            os.close(file)
    return close


def one_core():
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def in_removed_folder(scratch):
    def enter():
        gone = os.path.join(scratch, "gone")
        os.makedirs(gone, exist_ok=True)
        os.chdir(gone)
        os.rmdir(gone)
    return enter


def full_pipe():
    """The end for writing of a pipe that is full and does not wait."""
    reading, writing = os.pipe()
    fcntl.fcntl(writing, fcntl.F_SETFL, os.O_NONBLOCK)
    with contextlib.suppress(BlockingIOError):
        while True:
            os.write(writing, bytes(4096))
    return writing, reading


def broken_pipe():
    reading, writing = os.pipe()
    os.close(reading)
    return writing, None


def full_device():
    return os.open("/dev/full", os.O_WRONLY), None


def variables(**changes):
    """The usual environment variables with changes; None removes one."""
    changed = {**os.environ, **changes}
    return {name: value for name, value in changed.items() if value is not None}


def environments(scratch):
    yield Environment("the usual environment")
    folder = os.path.join(scratch, "locales")
    os.makedirs(folder)
    for name, charset in LOCALES:
        locale = "%s.%s" % (name, charset)
        made = shutil.which("localedef") and subprocess.run(
            ["localedef", "-i", name, "-f", charset, os.path.join(folder, locale)], capture_output=True).returncode <= 1
        shown = locale if made else locale + ", which is not installed"
        yield Environment("locale " + shown, variables=variables(LOCPATH=folder, LC_ALL=locale, LANG=locale, LANGUAGE=name[:2]))
    yield Environment("locale C", variables=variables(LC_ALL="C"))
    yield Environment("time zone", variables=variables(TZ="Pacific/Kiritimati"))
    yield Environment("no HOME", variables=variables(HOME=None))
    yield Environment("HOME that does not exist", variables=variables(HOME="/nowhere"))
    yield Environment("no PATH", variables=variables(PATH=None))
    yield Environment("no environment variables", variables={})
    yield Environment("TMPDIR that does not exist", variables=variables(TMPDIR="/nowhere"))
    yield Environment("one core", setup=one_core)
    yield Environment("current folder removed", setup=in_removed_folder(scratch))
    yield Environment("umask 077", setup=lambda: os.umask(0o077) and None)
    yield Environment("folder with spaces, quotes and line breaks", folder="a b\n\"c' $(d) ü")

    yield Environment("closed input", setup=closing(0))
    yield Environment("closed output", setup=closing(1))
    yield Environment("closed error stream", setup=closing(2), is_heard=False, allowed=(0, 74), published_anyway=True)
    yield Environment("all streams closed", setup=closing(0, 1, 2), is_heard=False, allowed=(0, 74), published_anyway=True)
    for name, stream in (("full disk", full_device), ("full pipe", full_pipe), ("pipe without a reader", broken_pipe)):
        yield Environment("error stream to a " + name, streams={"stderr": stream}, is_heard=False, allowed=(0, 74),
                          published_anyway=True)
        for shape in ("json", "sarif"):
            # A reader who has left, such as `head`, misses nothing.
            yield Environment("%s to a %s" % (shape, name), arguments=["--format", shape], streams={"stdout": stream},
                              allowed=(0,) if stream is broken_pipe else (74,), published_anyway=True)

    for count in range(3, 17):
        yield Environment("at most %d open files" % count, setup=limited(resource.RLIMIT_NOFILE, count),
                          allowed=(0, 1, 73, 74, 127), may_crash=True, is_heard=count > 5)
    yield Environment("at most 24 open files", setup=limited(resource.RLIMIT_NOFILE, 24))
    # From too little for the start of the program to enough for the build, in small steps.
    for megabytes in list(range(32, 128, 4)) + list(range(128, 512, 32)):
        yield Environment("%d MB of address space" % megabytes, setup=limited(resource.RLIMIT_AS, megabytes << 20),
                          allowed=(0, 1, 73, 74, 127), may_crash=True, is_heard=False)
    for kilobytes in (1, 4, 8, 16):
        yield Environment("files of at most %d KB" % kilobytes, setup=limited(resource.RLIMIT_FSIZE, kilobytes << 10),
                          allowed=(0, 74))
    yield Environment("a stack of 256 KB", setup=limited(resource.RLIMIT_STACK, 256 << 10))
    yield Environment("an endless stack", setup=limited(resource.RLIMIT_STACK, resource.RLIM_INFINITY))

    mount = ["unshare", "--mount", "sh", "-c"]
    yield Environment("read-only disk", needs_root=True, allowed=(73, 74),
                      wrapper=mount + ['mount --bind "$PROJECT" "$PROJECT" && mount -o remount,bind,ro "$PROJECT" && exec "$@"', "sh"])
    yield Environment("no /proc", needs_root=True, allowed=(0, 74), wrapper=mount + ['mount -t tmpfs none /proc && exec "$@"', "sh"])
    yield Environment("empty /tmp that is read-only", needs_root=True,
                      wrapper=mount + ['mount -t tmpfs -o ro none /tmp && exec "$@"', "sh"])
    yield Environment("empty /dev", needs_root=True, wrapper=mount + ['mount -t tmpfs none /dev && exec "$@"', "sh"])
    yield Environment("an ordinary user, who owns the project", needs_root=True, user="owner")
    yield Environment("an ordinary user, who owns nothing", needs_root=True, user="other", allowed=(73, 74))
    yield Environment("an ordinary user who may have one thread", needs_root=True, user="owner",
                      setup=limited(resource.RLIMIT_NPROC, 1))


class Trial:
    """The project and the sites that every environment starts from and must end with."""

    def __init__(self, program, scratch):
        self.scratch = scratch
        # A copy, because an ordinary user may not be able to reach the program where it was built.
        self.program = shutil.copy(program, os.path.join(scratch, "sitegen"))
        os.chmod(scratch, 0o755)
        self.sites = {}
        for name, version in (("old", 1), ("new", 2)):
            folder = os.path.join(scratch, name)
            project.make(folder, version)
            subprocess.run([program, "build", "--quiet", "--project", folder], check=True)
            self.sites[name] = project.contents(os.path.join(folder, "public"))

    def build(self, environment, folder):
        arguments = ["build", "--project", folder] + environment.arguments
        streams, opened = {}, []
        for name, stream in environment.streams.items():
            streams[name], other = stream()
            opened += [file for file in (streams[name], other) if file is not None]
        changes = dict(os.environ if environment.variables is None else environment.variables, PROJECT=folder)
        if environment.variables == {}:
            changes = {}

        def set_up():
            if environment.setup:
                environment.setup()
            if environment.user:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)

        with contextlib.ExitStack() as stack:
            for file in opened:
                stack.callback(os.close, file)
            started = subprocess.Popen(
                environment.wrapper + [self.program] + arguments, stdin=subprocess.DEVNULL, preexec_fn=set_up, env=changes,
                stdout=streams.get("stdout", subprocess.PIPE), stderr=streams.get("stderr", subprocess.PIPE))
            try:
                output, messages = project.finish(started, quiet=20)
            except project.Hang as hang:
                return None, str(hang)
        return started.returncode, ((output or b"") + (messages or b"")).decode(errors="replace")

    def check(self, environment):
        """Returns what is wrong in an environment, and how the build ended."""
        above = os.path.join(self.scratch, "work")
        project.remove(above)
        folder = os.path.join(above, environment.folder or "", "project")
        shutil.copytree(os.path.join(self.scratch, "new"), folder)
        public, workspace = os.path.join(folder, "public"), os.path.join(folder, WORKSPACE)
        project.copy(os.path.join(self.scratch, "old/public"), public)
        if environment.user == "owner":
            for parent, folders, names in os.walk(above):
                for name in folders + names + ["."]:
                    os.chown(os.path.join(parent, name), NOBODY, NOBODY)
        before = project.surroundings(above)
        status, messages = self.build(environment, folder)
        state = project.state_of(project.contents(public), self.sites["old"], self.sites["new"])
        if status is None:
            wrong = [messages]
        elif environment.may_crash and (status < 0 or status == 127):
            wrong = [] if state in ("old", "new") else ["the site is " + state]
        else:
            wrong = project.judge(status, messages, state, ["old", "new"], environment.is_heard)
            if environment.published_anyway:
                wrong = [line for line in wrong if "no message says so" not in line]
            if status not in environment.allowed:
                wrong.append("exit status %d instead of %s" % (status, " or ".join(map(str, environment.allowed))))
        left_behind = os.path.lexists(workspace)
        if status == 0 and left_behind:
            wrong.append("the workspace is left behind")
        if environment.folder is None and project.surroundings(above) != before:
            wrong.append("something outside has changed")
        again = subprocess.run([self.program, "build", "--project", folder], capture_output=True, text=True)
        after = project.state_of(project.contents(public), self.sites["old"], self.sites["new"])
        if again.returncode != 0 or after != "new" or os.path.lexists(workspace):
            wrong.append("the next build ends with %d, its site is %s: %s" % (again.returncode, after, again.stderr.strip()))
        return wrong, status, state, messages


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", nargs="?", default=os.path.join(project.ROOT, ".build/debug/sitegen"))
    parser.add_argument("--verbose", action="store_true", help="say how each build ended")
    options = parser.parse_args()
    began, is_root = time.monotonic(), os.getuid() == 0
    count = failures = skipped = 0
    with project.scratch("/var/tmp") as scratch:
        trial = Trial(os.path.abspath(options.program), scratch)
        for environment in environments(scratch):
            if environment.needs_root and not is_root:
                skipped += 1
                continue
            count += 1
            wrong, status, state, messages = trial.check(environment)
            if options.verbose:
                print("%s: %s, %s: %s" % (environment.name, status, state, messages.strip()[:200]))
            if wrong:
                failures += 1
                print("FAILED %s\n   %s\n   messages: %s" % (environment.name, "\n   ".join(wrong), messages.strip()), flush=True)
    print("environments: %d, %d failures%s, %d s" % (
        count, failures, ", %d skipped, which need root" % skipped if skipped else "", time.monotonic() - began))
    sys.exit(1 if failures else 0)


if __name__ == "__main__":
    main()
