"""Collects failures. Each has a check, a place and a sentence, and is printed at once."""
import time

failures = []
_started = time.monotonic()
_reported = set()


def fail(check, where, what):
    """Records a failure. A repeated one is ignored."""
    if (check, where, what) in _reported:
        return
    _reported.add((check, where, what))
    failures.append(check)
    print(f"FAIL {check}  {where}: {what}", flush=True)


def section(title):
    print(f"== {title}  [{time.monotonic() - _started:.0f} s]", flush=True)


def say(text):
    print(f"   {text}", flush=True)
