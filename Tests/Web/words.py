"""Checks how search.js reads words and marks them in results."""
import json, re
from pathlib import Path
from report import fail, say

ROOT = Path(__file__).parent.parent.parent


def check(browser, site):
    """Checks both on a site that has a search."""
    if "search.html" not in site.pages:
        return
    page = browser.new_page()
    page.goto(site.file_url("search.html"))
    _words(page, site)
    _marks(page, site)
    page.close()


def _words(page, site):
    """Checks that search.js reads the same words as the program that made the index: those of Tests/Search/words.json, and
    every word of every entry."""
    read = "(texts) => texts.map(sitegenSearch.wordsOf)"
    cases = json.loads((ROOT / "Tests/Search/words.json").read_text())
    for (text, expected), found in zip(cases, page.evaluate(read, [text for text, _ in cases])):
        if found != expected:
            fail("search", "words.json", f"{text!r} has the words {found}, not {expected}")
    files = {p.name: p.read_text() for p in (site.folder / "search").iterdir()}
    data = {name: json.loads(re.sub(r"^[^(]*\((?:\d+,)?|\)\s*$", "", text)) for name, text in files.items()}
    numbered = lambda kind: [data[f"{kind}-{n}.js"] for n in range(sum(name.startswith(kind) for name in data))]
    entries = [entry for piece in numbered("entries") for entry in piece]
    indexed = {}
    for word, postings in ((w, p) for piece in numbered("words") for w, p in piece.items()):
        value = 0
        for step in postings.split():
            value += int(step, 36)
            indexed.setdefault(value >> 1, set()).add(word)
    common = set(data["index.js"]["common"])
    for number, words in enumerate(page.evaluate(read, [f"{title} {text}" for _, title, _, text in entries])):
        if set(words) - common != indexed.get(number, set()):
            different = sorted((set(words) - common) ^ indexed.get(number, set()))
            fail("search", site.name, f"search.js and the index read different words in entry {number}: {different[:5]}")
    say(f"search: the words of {len(entries)} entries and {len(cases)} cases")


def _marks(page, site):
    """Checks that a search marks whole words, and the beginnings of words only where they are meant."""
    text = "Tokayev said to shoot; the shooting killed 3,800 in Łódź"
    for query, expected in (("shoot to kill", ["to", "shoot", "shooting", "killed"]), ("tok", ["Tokayev"]), ("3800", ["3,800"]),
                            ("3,800 people", ["3,800"]), ("lodz", ["Łódź"]), ("3 to", ["Tokayev", "to"]), ("in", ["in"])):
        found = page.evaluate("([text, query]) => sitegenSearch.marksOf(text, query)", [text, query])
        if found != expected:
            fail("search", site.name, f"'{query}' marks {found}, not {expected}")
