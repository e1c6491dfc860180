"""Runs `sitegen serve` on a copy of a site, for the tests and the benchmark in a browser."""

import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Site:
    """A copy of a project in a temporary folder."""

    def __init__(self, source=None):
        self.folder = tempfile.mkdtemp(prefix="sitegen-site-")
        for name in ["sitegen.yaml", "Content", "seeds", "Templates"]:
            path = source and os.path.join(source, name)
            if path and os.path.isdir(path):
                shutil.copytree(path, os.path.join(self.folder, name))
            elif path and os.path.exists(path):
                shutil.copy(path, self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def write(self, name, text):
        """Writes a temporary file and renames it, as editors do."""
        os.makedirs(os.path.dirname(self.path(name)), exist_ok=True)
        with open(self.path(name) + "~", "w", encoding="utf-8") as file:
            file.write(text)
        os.rename(self.path(name) + "~", self.path(name))

    def replace(self, name, old, new):
        text = self.read(name)
        assert old in text, (name, old)
        self.write(name, text.replace(old, new))

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


class Server:
    """A running `sitegen serve` that accepts requests."""

    def __init__(self, program, folder, *options, port=0, limits=None):
        """`limits` are user.* settings of sysctl(8) for this server only, which then runs in a user namespace (Linux)."""
        self.output = []
        self.began = time.monotonic()
        command = [program, "serve", "--project", folder, "--port", str(port), *options]
        if limits:
            settings = " && ".join("echo %s > /proc/sys/user/%s" % (value, key) for key, value in limits.items())
            command = ["unshare", "--user", "--map-root-user", "sh", "-c", settings + ' && exec "$@"', "sh", *command]
        self.process = subprocess.Popen(
            command,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        threading.Thread(target=self.listen, args=(self.process.stderr,), daemon=True).start()
        self.address = self.process.stdout.readline().strip()
        found = re.match(r"http://[^/]*:(\d+)/", self.address)
        assert found, (self.address, self.output)
        self.port = int(found[1])
        threading.Thread(target=self.listen, args=(self.process.stdout,), daemon=True).start()

    def listen(self, stream):
        for line in stream:
            self.output.append(line.rstrip("\n"))

    def prints(self, text, timeout=5):
        """Whether a line with this text is printed within the timeout."""
        end = time.monotonic() + timeout
        while not any(text in line for line in self.output) and time.monotonic() < end:
            time.sleep(0.05)
        return any(text in line for line in self.output)

    def stop(self):
        """Sends Ctrl-C; returns the exit status."""
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(5)
