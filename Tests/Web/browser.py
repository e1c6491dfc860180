"""Controls a headless Chromium with its DevTools protocol through a pipe. Needs only Python's standard library."""

import json
import os
import select
import shutil
import subprocess
import tempfile
import time


def find_chromium():
    """The path of Chromium: CHROMIUM, or the first of its usual names on PATH; None if there is none."""
    names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]
    found = [os.environ.get("CHROMIUM")] + [shutil.which(name) for name in names]
    return next((path for path in found if path), None)


class Browser:
    """A browser with a temporary profile."""

    def __init__(self):
        self.profile = tempfile.mkdtemp(prefix="sitegen-browser-")
        self.number = 0
        self.waiting = b""
        self.events = []
        self.answers = {}
        to_browser, self.out = os.pipe()
        self.into, from_browser = os.pipe()

        def take_pipes():
            # The protocol uses file descriptors 3 and 4. Copies first, because one may have the other's number.
            first, second = os.dup(to_browser), os.dup(from_browser)
            os.dup2(first, 3)
            os.dup2(second, 4)

        command = [find_chromium(), "--headless=new", "--remote-debugging-pipe", "--user-data-dir=" + self.profile]
        command += ["--no-first-run", "--disable-gpu", "--disable-extensions", "--disable-background-networking"]
        command += ["--disable-dev-shm-usage", "--window-size=900,700", "about:blank"]
        if os.geteuid() == 0:
            command.insert(1, "--no-sandbox")
        self.process = subprocess.Popen(
            command, preexec_fn=take_pipes, close_fds=False, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)

    def close(self):
        try:
            self.call("Browser.close")
        except Exception:
            self.process.kill()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        shutil.rmtree(self.profile, ignore_errors=True)

    def send(self, method, parameters=None, session=None):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters or {}}
        if session:
            message["sessionId"] = session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self.out, data):]
        return self.number

    def call(self, method, parameters=None, session=None, timeout=30):
        number = self.send(method, parameters, session)
        end = time.monotonic() + timeout
        while number not in self.answers:
            if time.monotonic() > end:
                raise TimeoutError(method)
            self.read(end - time.monotonic())
        answer = self.answers.pop(number)
        if "error" in answer:
            raise RuntimeError(method + ": " + answer["error"]["message"])
        return answer["result"]

    def read(self, timeout):
        """Reads the messages that arrive within the timeout."""
        if not select.select([self.into], [], [], max(0, timeout))[0]:
            return
        part = os.read(self.into, 1 << 20)
        if not part:
            raise EOFError("the browser has exited")
        self.waiting += part
        while b"\0" in self.waiting:
            text, self.waiting = self.waiting.split(b"\0", 1)
            message = json.loads(text)
            if "id" in message:
                self.answers[message["id"]] = message
            else:
                self.events.append(message)

    def open(self, address, new_window=False):
        target = self.call("Target.createTarget", {"url": "about:blank", "newWindow": new_window})["targetId"]
        session = self.call("Target.attachToTarget", {"targetId": target, "flatten": True})["sessionId"]
        tab = Tab(self, target, session)
        for domain in ["Page", "Runtime", "Log", "Network"]:
            self.call(domain + ".enable", session=session)
        tab.go(address)
        return tab


class Tab:
    def __init__(self, browser, target, session):
        self.browser, self.target, self.session = browser, target, session

    def go(self, address):
        self.browser.call("Page.navigate", {"url": address}, self.session)
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'")

    def value(self, expression):
        """The value of an expression in the page; waits for a promise."""
        answer = self.browser.call(
            "Runtime.evaluate", {"expression": expression, "returnByValue": True, "awaitPromise": True}, self.session)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"].get("exception", {}).get("description", expression))
        return answer["result"].get("value")

    def until(self, expression, timeout=15, pause=0.01):
        """Waits until an expression in the page is true; returns the time that it took, in seconds."""
        start = time.monotonic()
        last = None
        while time.monotonic() - start < timeout:
            try:
                last = self.value("!!(" + expression + ")")
                if last:
                    return time.monotonic() - start
            except (RuntimeError, TimeoutError):
                last = None  # between two documents, the page cannot answer
            time.sleep(pause)
        raise AssertionError("not true within the timeout: %s (last: %r)" % (expression, last))

    def press(self, key):
        for kind in ["keyDown", "keyUp"]:
            code = {"Tab": 9, "Escape": 27}[key]
            self.browser.call(
                "Input.dispatchKeyEvent",
                {"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code}, self.session)

    def bring_to_front(self):
        self.browser.call("Page.bringToFront", session=self.session)

    def errors(self):
        """Script errors of the page and violations of its policy, as the browser reported them."""
        found = []
        for event in self.browser.events:
            if event.get("sessionId") != self.session:
                continue
            if event["method"] == "Runtime.exceptionThrown":
                found.append(event["params"]["exceptionDetails"]["text"])
            if event["method"] == "Log.entryAdded" and event["params"]["entry"]["source"] in ("security", "javascript"):
                found.append(event["params"]["entry"]["text"])
        return found
