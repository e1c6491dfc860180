"""Builds a site with 2,000 generated sources, and measures how much a reader has to load for a search."""
import gzip, hashlib, json, random, shutil, subprocess
from pathlib import Path
from report import fail, say, section
from site_under_test import Site, served

SOURCES, QUESTIONS, CLAIMS = 2000, 200, 6
LARGEST = 300_000


def make(sitegen, folder):
    """Writes the project, which is the same on every machine, and builds it."""
    shutil.rmtree(folder, ignore_errors=True)
    project, site = folder / "project", folder / "site"
    for name in ("seeds", "Content/sources"):
        (project / name).mkdir(parents=True)
    random.seed(2022)
    syllables = [a + b for a in "bdfgklmnprstvz" for b in "aeiou"]
    vocabulary = ["".join(random.choices(syllables, k=random.randint(2, 4))) for _ in range(4000)]
    words = lambda count: " ".join(random.choices(vocabulary, k=count))
    (project / "sitegen.yaml").write_text("title: A large site\nlanguage: en\n")
    (project / "Content/index.md").write_text("---\ntitle: Home\nsummary: Many sources\n---\n\nWords.\n")
    (project / "Content/speakers.yaml").write_text("".join(
        f"speaker-{n}:\n  name: The {words(2)}\n  kind: person\n" for n in range(100)))
    for topic in range(10):
        asked = "".join(
            f"  people-{n}:\n    asks: How many people were {words(2)}?\n    label: People {words(2)}\n    unit: people\n    counts: stock\n"
            for n in range(topic, QUESTIONS, 10))
        (project / f"Content/topic-{topic}.md").write_text(
            f"---\ntitle: The {words(2)}\nsummary: On {words(3)}\nquestions:\n{asked}---\n\n{words(300)}.\n")
    for number in range(SOURCES):
        told, claims = [], []
        for claim in range(CLAIMS):
            question, count = random.randrange(QUESTIONS), random.randint(11, 9999)
            told.append(f"The {words(6)} that {count:,} people were {words(8)}.")
            claims.append(f"  - id: report-{number}-{claim}\n    question: people-{question}\n    answer: \"{count:,}\"\n"
                          f"    said_by: speaker-{random.randrange(100)}\n    quote: \"{told[-1]}\"\n")
        text = "\n\n".join(f"{words(60)}. {sentence} {words(60)}." for sentence in told) + "\n"
        (project / f"seeds/{number}.txt").write_text(text)
        day = f"2031-{1 + number % 12:02}-{1 + number % 28:02}"
        (project / f"Content/sources/report-{number}.md").write_text(
            f"---\nseed: {number}.txt\nsha256: {hashlib.sha256(text.encode()).hexdigest()}\ntitle: Report on {words(4)}\ntitle_by: editor\n"
            f"published: {day}\npublished_basis: inferred\npublished_note: none is given\nrecorded: 2032-01-01\nfidelity: original\nclaims:\n"
            + "".join(claims) + f"---\n\n{words(40)}.\n")
    subprocess.run([sitegen, "build", "--quiet", "--project", project, "--output", site], check=True)
    return Site(site)


def search(browser, sitegen, folder):
    """Measures what different searches load, compressed: index, words and entries. Each search has a new tab."""
    section(f"a site of {SOURCES} sources")
    site = make(sitegen, folder)
    quoted = json.loads((site.folder / "data/claims.json").read_text())[SOURCES]["selector"]["exact"].split()
    queries = ["b", "ba", "report", "people", "people 1", " ".join(quoted[1:3]), quoted[1][:3],
               f'"{" ".join(quoted[1:4])}"', "zzz", "the ta re"]
    most, which = 0, ""
    with served(site) as base:
        for query in queries:
            page = browser.new_page()
            asked = []
            page.on("request", lambda request: asked.append(request.url))
            page.goto(base + "search.html")
            page.fill("#query", query)
            page.wait_for_selector("#found:not(:empty)", timeout=20_000)
            page.wait_for_load_state("networkidle")
            loaded = {url.removeprefix(base).partition("?")[0] for url in asked if url.startswith(base + "search/")}
            size = sum(len(gzip.compress((site.folder / name).read_bytes(), 6)) for name in loaded)
            if size > LARGEST:
                fail("size", f"search for '{query}'", f"{size} bytes compressed in {len(loaded)} files; the limit is {LARGEST}")
            if size > most:
                most, which = size, f"'{query}', {len(loaded)} files"
            page.close()
    files = list((site.folder / "search").iterdir())
    say(f"search: {len(files)} files, {sum(f.stat().st_size for f in files) / 1e6:.1f} MB; "
        f"largest of {len(queries)} searches: {most / 1000:.0f} kB compressed ({which})")
