"""What was found: each finding is a check, a place and a sentence, printed as it is found."""
import time

findings = []
_started = time.monotonic()
_said = set()


def fail(check, where, what):
    """Notes one finding; the same one, in another form of the same page, only once."""
    if (check, where, what) in _said:
        return
    _said.add((check, where, what))
    findings.append(check)
    print(f"FAIL {check}  {where}: {what}", flush=True)


def section(title):
    print(f"== {title}  [{time.monotonic() - _started:.0f} s]", flush=True)


def say(text):
    print(f"   {text}", flush=True)
