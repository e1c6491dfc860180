"""What the measurements say: the table of a quick run, docs/performance.md, and its charts."""

import datetime
import hashlib
import math
import os
import platform
import shutil
import subprocess
from statistics import median

import loads
import peers

MIB = 1048576

# The rows of the table of goals: what is done, the most it may take, the unit, and how it is found among the measurements.
GOALS = [
    ("10,000 notes: CPU, over Hugo with the comparable theme", 0.12, "", lambda found: ratio(found, "notes-10000", "hugo-comparable")),
    ("10,000 notes: CPU, over Hugo with the minimal theme", 0.17, "", lambda found: ratio(found, "notes-10000", "hugo-minimal")),
    ("10,000 notes: CPU, over the floor", 1.25, "", lambda found: ratio(found, "notes-10000", "floor")),
    ("10,000 notes: peak memory", 100, "MiB", lambda found: spread(found.values("notes-10000", "sitegen", "peak"), MIB)),
    ("each further note: peak memory", 5, "KB", lambda found: further_note(found)),
    ("100 notes: wall time", 20, "ms", lambda found: milliseconds(found, "notes-100")),
    ("5 notes: wall time", 8, "ms", lambda found: milliseconds(found, "notes-5")),
    ("start (`sitegen --version`): wall time", 5, "ms", lambda found: milliseconds(found, "start")),
    ("10,000 notes, nothing changed: CPU, over a clean build", 0.05, "", lambda found: rebuilt(found, "nothing")),
    ("10,000 notes, one changed: CPU, over a clean build", 0.10, "", lambda found: rebuilt(found, "one")),
    ("50,000 claims, 2,000 sources, 500 questions: wall time", 3, "s",
     lambda found: spread(found.values("evidence-50000", "sitegen", "wall"))),
    ("the same: peak memory", 250, "MiB", lambda found: spread(found.values("evidence-50000", "sitegen", "peak"), MIB)),
    ("`check` of 100,000 claims in 30,000 sources: wall time", 5, "s",
     lambda found: spread(found.values("check-100000", "sitegen", "wall"))),
    ("growth of CPU with sources: exponent", 1.05, "", lambda found: exponent(found, "sources")),
    ("growth of CPU with topics: exponent", 1.05, "", lambda found: exponent(found, "topics")),
    ("growth of CPU with claims per question: exponent", 1.05, "", lambda found: exponent(found, "claims")),
    ("largest HTML page or feed of all these sites", 500, "KB", lambda found: largest(found)),
    ("a 50 MB document with 2,000 quotations: wall time", 1, "s",
     lambda found: spread(found.values("document-50", "sitegen", "wall"))),
]

TITLES = {
    "start": "Start: `sitegen --version` and `hugo version`",
    "notes-5": "5 notes", "notes-100": "100 notes", "notes-1000": "1,000 notes", "notes-10000": "10,000 notes",
    "notes-20000": "20,000 notes", "rebuild-10000": "10,000 notes, built again",
    "evidence-50000": "50,000 claims in 2,000 sources, 500 questions",
    "check-100000": "`check` of 100,000 claims in 30,000 sources, 1,000 questions",
    "document-50": "A 50 MB document with 2,000 quotations",
}

STEPS = {"clean": "sitegen, clean build", "nothing": "sitegen, nothing changed", "one": "sitegen, one note changed"}


class Found:
    """The measurements that succeeded."""

    def __init__(self, measurements):
        self.all = [one for one in measurements if one["status"] == 0]
        self.failed = [one for one in measurements if one["status"] != 0]

    def of(self, row, side=None):
        return [one for one in self.all if one["row"] == row and side in (None, one["side"])]

    def values(self, row, side, key):
        return [one[key] for one in sorted(self.of(row, side), key=lambda one: one["round"])]

    def sides(self, row):
        sides = []
        for one in self.of(row):
            if one["side"] not in sides:
                sides.append(one["side"])
        return sides

    def ratios(self, row, side, other):
        """One ratio of CPU time for each round in which both were measured."""
        rounds = {one["round"]: one["cpu"] for one in self.of(row, other)}
        return [one["cpu"] / rounds[one["round"]] for one in self.of(row, side) if rounds.get(one["round"])]


def spread(values, unit=1):
    """Minimum, median and maximum; nil if nothing was measured."""
    return (min(values) / unit, median(values) / unit, max(values) / unit) if values else None


def ratio(found, row, other):
    return spread(found.ratios(row, "sitegen", other))


def rebuilt(found, step):
    return spread(found.ratios("rebuild-10000", step, "clean"))


def milliseconds(found, row):
    return spread(found.values(row, "sitegen", "wall"), 0.001)


def further_note(found):
    """From the medians of 10,000 and 20,000 notes."""
    few, many = (found.values(row, "sitegen", "peak") for row in ("notes-10000", "notes-20000"))
    return ((median(many) - median(few)) / 10000 / 1000,) * 3 if few and many else None


def largest(found):
    sizes = [one["largest"][1] for one in found.all if one["side"] in ("sitegen", "clean") and "largest" in one]
    return (max(sizes) / 1000,) * 3 if sizes else None


def exponent(found, series):
    """The slope of the line through the logarithms of size and CPU time, by least squares, of the fastest of the runs; and
    the smallest and the largest slope between neighbours."""
    points = []
    for factor in (1, 2, 4, 8):
        times = found.values("growth-%s-%d" % (series, factor), "sitegen", "cpu")
        if not times:
            return None
        points.append((math.log(factor), math.log(min(times))))
    x, y = (sum(point[axis] for point in points) / len(points) for axis in (0, 1))
    slope = sum((a - x) * (b - y) for a, b in points) / sum((a - x) ** 2 for a, _ in points)
    steps = [(b[1] - a[1]) / (b[0] - a[0]) for a, b in zip(points, points[1:])]
    return min(steps), slope, max(steps)


# Words


def shown(value, unit=""):
    text = "%.0f" % value if value >= 100 else "%.1f" % value if value >= 10 else "%.2f" % value
    if unit == "" and value < 10:
        text = "%.3f" % value if value < 0.1 else "%.2f" % value
    return text + (" " + unit if unit else "")


def with_spread(values, unit=""):
    low, middle, high = values
    if low == high:
        return shown(middle, unit)
    return "%s (%s–%s)" % (shown(middle, unit), shown(low), shown(high))


def thousands(number):
    return format(number, ",")


def name_of(row, side):
    if row == "start":
        return {"sitegen": "sitegen", "hugo-minimal": "Hugo"}[side]
    return STEPS.get(side) or peers.TITLES[side]


def machine():
    """A line about the machine that is the same for each run on it."""
    processor = platform.processor() or platform.machine()
    memory = ""
    try:
        with open("/proc/cpuinfo") as file:
            names = [line.split(":", 1)[1].strip() for line in file if line.startswith("model name")]
        processor = names[0] if names else processor
        with open("/proc/meminfo") as file:
            memory = ", %.0f GB of memory" % (int(file.readline().split()[1]) / 1e6)
    except OSError:
        pass
    return "%s, %d cores%s, %s %s" % (
        processor, os.cpu_count(), memory, platform.system(), platform.release().split("-")[0])


def file_system(folder):
    try:
        with open("/proc/mounts") as file:
            mounts = [line.split()[1:3] for line in file]
    except OSError:
        return "an unknown file system"
    inside = [mount for mount in mounts if (folder + "/").startswith(mount[0].rstrip("/") + "/")]
    return max(inside, key=lambda mount: len(mount[0]))[1]


def show(measurements):
    """The table of a quick run."""
    found = Found(measurements)
    print("%-16s %-26s %10s %10s %10s %10s" % ("row", "program", "CPU ms", "wall ms", "peak MB", "CPU ratio"))
    for row in dict.fromkeys(one["row"] for one in found.all):
        first = found.sides(row)[0]
        for side in found.sides(row):
            ratios = found.ratios(row, first, side) if first == "sitegen" else found.ratios(row, side, first)
            print("%-16s %-26s %10.1f %10.1f %10.1f %10s" % (
                row, name_of(row, side), median(found.values(row, side, "cpu")) * 1000,
                median(found.values(row, side, "wall")) * 1000, median(found.values(row, side, "peak")) / 1e6,
                "%.3f" % median(ratios) if side != first and ratios else ""))
    print("Medians. CPU ratio: sitegen's CPU time over that of the peer; or that of the step over that of the clean build.")


# docs/performance.md


def write(root, sitegen, results, found_peers, rows):
    """Writes the page and its charts. Returns their paths."""
    found = Found(results.found)
    folder = os.path.join(root, "docs/performance")
    charts = make_charts(root, sitegen, found, folder)
    parts = [
        "# How fast sitegen is\n\nWritten by `make bench`; do not edit it.\n",
        about(results, found, found_peers), goals(found), details(found, rows), more(found), meaning(),
    ]
    if charts:
        parts.insert(3, "## Charts\n\nMade by sitegen itself: `make bench` writes a small project whose only source is the list "
                     "of these figures, and each chart is that of a question.\n\n" + "\n".join(
                         "![%s](performance/%s)\n" % (title, name) for name, title in charts))
    page = os.path.join(root, "docs/performance.md")
    with open(page, "w", encoding="utf-8") as file:
        file.write("\n".join(parts))
    return [os.path.relpath(page, root)] + ["docs/performance/" + name for name, _ in charts]


def about(results, found, found_peers):
    versions = ", ".join("%s %s" % pair for pair in found_peers.versions().items())
    loads_seen = [one["load"] for one in found.all]
    text = "%s. %s; all projects and sites on %s. %s.\n\n" % (
        datetime.date.today().strftime("%d %B %Y").lstrip("0"), results.key["machine"], results.key["disk"], versions)
    if loads_seen:
        text += "The load of the machine while it measured was %.1f to %.1f, median %.1f; " % (
            min(loads_seen), max(loads_seen), median(loads_seen))
        text += "these builds alone make it about %d. " % min(2, os.cpu_count())
        if median(loads_seen) > os.cpu_count() * 1.25:
            text += "**The machine was busy with other work, so all figures are rough.** CPU time suffers less than wall time. "
    text += (
        "Zola is not compared, because neither PyPI nor Debian has it.\n\n"
        "`make bench` repeats all of this, `make bench-quick` a part of it in about a minute.\n")
    for peer, reason in sorted(found_peers.missing.items()):
        text += "\nWithout %s: %s.\n" % (peers.TITLES[peer], reason)
    return text


def goals(found):
    lines = ["## Goals\n", "| work | goal | measured | reached |", "|---|---|---|---|"]
    for what, most, unit, find in GOALS:
        values = find(found)
        limit = "≤ " + (str(most) + " " + unit).strip()
        if values is None:
            lines.append("| %s | %s | not measured | – |" % (what, limit))
        else:
            lines.append("| %s | %s | %s | %s |" % (
                what, limit, with_spread(values, unit), "yes" if values[1] <= most else "**no**"))
    lines.append(
        "\nEach figure is the median of the rounds, with the minimum and the maximum in brackets. For exponents, the brackets "
        "have those of the single steps.\n")
    for one in found.failed:
        lines.append("- **failed**: %s, %s: %s" % (
            one["row"], one["side"], "took longer than ten minutes" if one["status"] == 124 else "status %d" % one["status"]))
    return "\n".join(lines) + "\n"


def details(found, rows):
    text = "## Each row\n"
    growing = []
    for row in rows:
        if not found.of(row.name):
            continue
        if row.name.startswith("growth"):
            growing.append(row.name)
            continue
        one = found.of(row.name)[0]
        text += "\n### %s\n\n" % TITLES[row.name]
        if one["bytes_in"]:
            text += "In: %s files, %.1f MB. " % (thousands(one["files_in"]), one["bytes_in"] / 1e6)
        text += "%d rounds.\n\n" % len({one["round"] for one in found.of(row.name)})
        text += table(found, row.name)
    if growing:
        text += "\n### Growth\n\nEach series doubles the size three times. Sources: 10 claims each, 50 answers to each " \
                "question. Topics: 25 questions each, 20 answers to each, always 500 sources. Claims per question: always " \
                "100 questions and 500 sources.\n\n| series and factor | files in | MB in | CPU s | peak MB | files out | MB out |\n" \
                "|---|---|---|---|---|---|---|\n"
        for name in sorted(growing, key=lambda name: (name.split("-")[1], int(name.split("-")[2]))):
            one = found.of(name, "sitegen")[0]
            text += "| %s × %s | %s | %.1f | %.2f | %.0f | %s | %.1f |\n" % (
                name.split("-")[1], name.split("-")[2], thousands(one["files_in"]), one["bytes_in"] / 1e6,
                min(found.values(name, "sitegen", "cpu")), median(found.values(name, "sitegen", "peak")) / 1e6,
                thousands(one.get("files_out", 0)), one.get("bytes_out", 0) / 1e6)
    return text


def table(found, row):
    """Seconds, or milliseconds where the row is short."""
    sides = found.sides(row)
    first = sides[0]
    scale, unit = (1000, "ms") if max(found.values(row, first, "wall")) < 1 else (1, "s")
    has_files = any("files_out" in one for one in found.of(row))
    has_ratio = len(sides) > 1
    heading = "| program | CPU %s: minimum, median, maximum | wall %s | peak MB |" % (unit, unit)
    heading += " files out | MB out | the same as sitegen's |" if has_files and row.startswith("notes") else \
        " files out | MB out |" if has_files else ""
    if has_ratio:
        heading += " CPU over that of %s |" % ("a clean build" if first == "clean" else "the peer")
    lines = [heading, "|" + "---|" * (heading.count("|") - 1)]
    for side in sides:
        low, middle, high = spread(found.values(row, side, "cpu"), 1 / scale)
        line = "| %s | %s, %s, %s | %s | %.1f |" % (
            name_of(row, side), shown(low), shown(middle), shown(high),
            shown(median(found.values(row, side, "wall")) * scale), median(found.values(row, side, "peak")) / 1e6)
        if has_files:
            one = next((one for one in found.of(row, side) if "files_out" in one), {})
            line += " %s | %.1f |" % (thousands(one.get("files_out", 0)), one.get("bytes_out", 0) / 1e6)
            if row.startswith("notes"):
                line += " %s of %s |" % (thousands(one.get("same", 0)), thousands(one.get("of", 0)))
        if has_ratio:
            ratios = [] if side == first else \
                found.ratios(row, side, first) if first == "clean" else found.ratios(row, first, side)
            line += " %s |" % (with_spread(spread(ratios)) if ratios else "")
        lines.append(line)
    return "\n".join(lines) + "\n"


def more(found):
    sides = [side for side in peers.MORE if any(one["side"] == side for one in found.all)]
    return "## What each of them does\n\n" + "\n".join(
        "- **%s**: %s." % (peers.TITLES[side], peers.MORE[side]) for side in sides) + "\n"


def meaning():
    return """## What the figures mean

- **CPU** is the user and system time of the whole process on all cores; **wall** is the time from its start to its end, which
  depends more on what else the machine does. **Peak memory** is the most that was resident at any moment.
- **Each round** runs all programs of a row, forwards and backwards in turn, so that a slow moment touches all of them. A ratio
  compares two runs of one round. The spread of a ratio says how much of it is chance.
- **Each build** writes into a new folder. The inputs are in the memory of the file system, as they are after an editor or a
  checkout wrote them. On tmpfs, waiting for the disk takes no time; on a real disk, `sitegen build` also waits until the site is
  on it, unless `--no-sync` is given, and the peers do not.
- **A clean build** starts without `.sitegen/` and without an old site. *Nothing changed* is the next build into the same folder,
  *one note changed* the one after it.
- **The exponent** is the slope of CPU time over size when both are drawn in powers: 1 means that twice the work takes twice the
  time, 2 that it takes four times as long. Fixed costs make it smaller, so the smallest size must take much longer than the
  start of the program.
- **The same as sitegen's** counts the files with equal bytes among those that sitegen writes. Other files, and those of other
  formats, are not the same.

## Where the time of a build goes

`sitegen build --timings` prints the stages of a build, and `--timings-trace FILE` writes all of them for
https://ui.perfetto.dev. [Promise 7](promises.md#7-time-and-memory) says what is measured.
"""


# Charts


def make_charts(root, sitegen, found, folder):
    """Charts of the medians, as SVG. Returns their names and titles."""
    questions = []
    for row, key, scale, unit, title in (
        ("notes-10000", "cpu", 1000, "milliseconds", "CPU time for 10,000 notes"),
        ("notes-10000", "peak", 1 / MIB, "MiB", "Peak memory for 10,000 notes"),
        ("notes-1000", "cpu", 1000, "milliseconds", "CPU time for 1,000 notes"),
    ):
        figures = {side: round(median(found.values(row, side, key)) * scale) for side in found.sides(row)}
        if len(figures) > 1:
            questions.append((row + "-" + key, title, unit, figures))
    if not questions:
        return []
    project = os.path.join(root, ".build/bench/charts")
    shutil.rmtree(project, ignore_errors=True)
    loads.settings(project, "title: sitegen\nlanguage: en\nquotations: {share: 100%}\nrules: {unsourced-number: off}\n")
    today = datetime.date.today()
    loads.write(project, "Content/index.md", "---\ntitle: Measurements\nsummary: Of the benchmark\n---\nSee the charts.\n")
    loads.write(project, "Content/speakers.yaml", "".join(
        "%s:\n  name: %s\n  kind: witness\n" % (side, title) for side, title in peers.TITLES.items()))
    topic, card, seed = "", "", ["Measurements of the benchmark, %s." % loads.written(today)]
    for name, title, unit, figures in questions:
        topic += "  %s:\n    asks: What is the median?\n    label: %s\n    unit: %s\n    counts: event\n" % (
            name, title, unit)
        for side, figure in figures.items():
            sentence = "%s, %s: %s %s." % (title.split(" for ")[0], peers.TITLES[side], thousands(figure), unit)
            seed.append(sentence)
            card += "  - question: %s\n    id: %s-%s\n    answer: %d\n    said_by: %s\n    quote: \"%s\"\n" % (
                name, name, side, figure, side, sentence)
    text = "\n\n".join(seed) + "\n"
    loads.write(project, "Content/figures.md", "---\ntitle: Figures\nsummary: Medians\nquestions:\n" + topic + "---\n\nMedians.\n")
    loads.write(project, "seeds/figures.txt", text)
    loads.write(
        project, "Content/sources/figures.md",
        "---\nseed: figures.txt\nsha256: %s\ntitle: Measurements of the benchmark\npublished: %s\npublished_basis: stated\n"
        "recorded: %s\nfidelity: original\nclaims:\n%s---\n\nMedians of the rounds.\n" % (
            hashlib.sha256(text.encode()).hexdigest(), today, today, card))
    made = subprocess.run([sitegen, "build", "--quiet", "--project", project], capture_output=True, text=True)
    if made.returncode != 0:
        print("the charts could not be made:\n" + made.stderr)
        return []
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for name, _, _, _ in questions:
        shutil.copy(os.path.join(project, "public/questions", name + ".svg"), folder)
    return [(name + ".svg", title) for name, title, _, _ in questions]
