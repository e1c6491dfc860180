"""Runs the W3C checker (Nu) on every HTML, CSS and SVG file of a site. Only messages in allowed.txt are accepted."""
import json, subprocess, urllib.parse
from collections import Counter
from pathlib import Path
from report import fail, say

ALLOWED = Path(__file__).parent / "allowed.txt"


def allowed():
    lines = [l for l in ALLOWED.read_text().splitlines() if l.strip() and not l.startswith("#")]
    pairs = [tuple(l.split("\t", 1)) for l in lines]
    if bad := [p[0] for p in pairs if len(p) != 2 or not p[1].strip()]:
        fail("allowed", ALLOWED.name, f"a line has no reason: {bad[0]}")
    return [p[0] for p in pairs]


def start(site, checker):
    """Starts the checker, which runs while the browser is used; `finish` reads its output."""
    files = [str(p) for p in sorted(site.folder.rglob("*")) if p.suffix in {".html", ".css", ".svg"}]
    java = ["java", "-Xmx768m", "-cp", f"{checker}/java/*:{checker}/vnu/*:{checker}/vnu.jar",
            "nu.validator.client.SimpleCommandLineValidator"]
    output = open(f"{site.folder}.checker.json", "w+")
    process = subprocess.Popen(java + ["--format", "json", "--also-check-css", "--also-check-svg", *files],
                               stdout=subprocess.DEVNULL, stderr=output)
    return process, output, len(files)


def finish(site, started):
    process, output, count = started
    process.wait()
    output.seek(0)
    text = output.read()
    output.close()
    try:
        messages = json.loads(text)["messages"]
    except ValueError:
        return fail("w3c", site.name, f"the checker did not run: {text[:300]}")
    permitted, used, kinds = allowed(), Counter(), Counter()
    for message in messages:
        if message["type"] == "info" and message.get("subType") != "warning":
            continue
        rule = next((a for a in permitted if a in message["message"]), None)
        if rule:
            used[rule] += 1
            continue
        kinds[message["message"]] += 1
        if kinds[message["message"]] > 3:
            continue
        path = urllib.parse.unquote(message.get("url", "")).split(f"/{site.name}/", 1)[-1]
        fail("w3c", f"{site.name}/{path}:{message.get('lastLine', 0)}", message["message"])
    for text, number in kinds.items():
        if number > 3:
            say(f"… and {number - 3} more: {text}")
    say(f"W3C checker: {count} files; allowed: " + ("; ".join(f"{n} × {a}" for a, n in used.items()) or "nothing"))
