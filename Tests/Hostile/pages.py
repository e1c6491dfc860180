#!/usr/bin/env python3
"""Builds the base project with hostile text in every place where an author writes text, and parses what readers get.

Usage: pages.py SITEGEN, with html5lib. Every page is parsed as browsers do (HTML5). A page with hostile text must consist
of the same kinds of elements and attributes as one with plain words; it has no attribute that runs a script, and no
address with a scheme that sitegen does not allow. Feeds, charts and data must be well-formed.
"""
import csv
import io
import json
import multiprocessing
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

import html5lib

BASE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "base")
PAYLOADS = [
    "</title><script>alert()</script>", "\"><img src=x onerror=alert()>", "' onmouseover='alert()", "--><svg onload=alert()>",
    "--!><script>alert()</script>", "<!--<script>", "]]><script>alert()</script>", "</script><script>alert()//",
    "</style><script>alert()</script>", "</textarea></template></noscript><script>alert()</script>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert()>", "{{heading}}{{{body}}}", "&lt;script&gt;&#60;b&#62;&quot;",
    "javascript:alert()", "data:text/html,<script>alert()</script>", "\\u003cscript\\u003e", "\u2028\u2029</script>",
    "=cmd|'/C calc'!A", "url(javascript:alert())", "expression(alert())", "`${alert()}`", "<a href=javascript:alert()>x</a>",
    "[x](javascript:alert\\(\\))", "\u202e<b>\u2066", "a\x85b",
]
PLAIN = "Plain words"
SCHEMES = {"", "https", "http", "mailto", "tel"}


def quoted(text):
    return json.dumps(text, ensure_ascii=False).replace("\\u2028", "\u2028")


def places():
    """The places of text: the file, a passage of it and what stands there instead, with TEXT."""
    card = "Content/sources/2031-05-04-fire.md"
    yield "the site's title", "sitegen.yaml", "title: The fire in Torbau", "title: TEXT"
    yield "the tagline", "sitegen.yaml", "language: en", "language: en\ntagline: TEXT"
    yield "the publisher", "sitegen.yaml", "language: en", "language: en\npublisher: TEXT\nlicence: TEXT\ncontact: TEXT"
    yield "a note's title", "Content/index.md", "title: Home", "title: TEXT"
    yield "a summary", "Content/index.md", "summary: What is known about the fire.", "summary: YCODE"
    yield "a note's code", "Content/index.md", "Words about the fire.", "`CODE`\n\n    CODE\n"
    yield "a heading", "Content/index.md", "Words about the fire.", "## `CODE`\n\n[a](https://h.example/ 'TITLE')"
    yield "the wording of a question", "Content/fire.md", "asks: How many people died?", "asks: TEXT"
    yield "a label", "Content/fire.md", "label: Died", "label: TEXT"
    yield "a unit", "Content/fire.md", "unit: people\n    counts: cumulative\n  left", "unit: TEXT\n    counts: cumulative\n  left"
    yield "a choice", "Content/fire.md", "closed: closed", "closed: TEXT"
    yield "a speaker's name", "Content/speakers.yaml", "name: The mayor", "name: TEXT"
    yield "another name of a speaker", "Content/speakers.yaml", "name: Fire brigade", "name: Fire brigade, also: [TEXT]"
    yield "a card's title", card, "title: Fire in the harbour of Torbau", "title: TEXT\ntitle_by: editor"
    yield "an outlet", card, "fidelity:", "outlet: TEXT\nauthor: TEXT\nfidelity:"
    yield "a place", card, "answer: closed", "answer: closed\n    place: TEXT"
    yield "a note on a claim", card, "answer: closed", "answer: closed\n    note: TEXT"
    yield "a reason", card, "answer: closed", "answer: closed\n    withdrawn: {on: 2031-05-07, why: TEXT}"
    yield "a card's code", card, "The report of the harbour.", "`CODE`"


def written(new, text):
    """The replacement with the text: TEXT in quotation marks, CODE as it is, YCODE as Markdown code in quotation marks."""
    code = re.sub("[`\n\x85\u2028\u2029]", " ", text)
    for word, value in (("YCODE", quoted("`" + code + "`")), ("CODE", code), ("TITLE", code.replace("'", "")), ("TEXT", quoted(text))):
        new = new.replace(word, value)
    return new


def build(sitegen, edits, text):
    """The files of the site with the edits, and what was printed; None if there is an error."""
    with tempfile.TemporaryDirectory() as folder:
        project = os.path.join(folder, "project")
        shutil.copytree(BASE, project)
        with open(os.path.join(project, "sitegen.yaml"), "a", encoding="utf-8") as file:
            file.write("base_url: https://h.example/\n")
        for path, old, new in edits:
            path = os.path.join(project, path)
            with open(path, encoding="utf-8") as file:
                content = file.read()
            assert old in content, (path, old)
            with open(path, "w", encoding="utf-8") as file:
                file.write(content.replace(old, written(new, text), 1))
        run = subprocess.run([sitegen, "build"], cwd=project, capture_output=True, text=True, check=False)
        if run.returncode != 0:
            return None, run.stderr
        files = {}
        output = os.path.join(project, "public")
        for parent, _, names in os.walk(output):
            for name in names:
                with open(os.path.join(parent, name), "rb") as file:
                    files[os.path.relpath(os.path.join(parent, name), output)] = file.read()
        return files, run.stderr


def faults_of_page(path, content, kinds):
    """Yields what a hostile page must not have; adds the kinds of its elements to `kinds`."""
    tree = html5lib.parse(content, treebuilder="etree", namespaceHTMLElements=True)
    found = set()
    for parent in tree.iter():
        for element in parent:
            if not isinstance(element.tag, str):
                continue
            found.add((parent.tag, element.tag))
            for name, value in element.attrib.items():
                found.add((element.tag, name))
                if name.lower().startswith("on"):
                    yield f"{path}: <{element.tag} {name}>"
                if name.split("}")[-1] in ("href", "src", "action", "formaction", "data", "content"):
                    scheme = re.match(r"\s*([^/?#:]*):", value)
                    if scheme and name != "content" and scheme[1].lower() not in SCHEMES:
                        # An address of the theme's own is in the plain site, too.
                        found.add((element.tag, name, value.partition(",")[0]))
            if element.tag.endswith("}script") and element.get("src") is None:
                try:
                    json.loads(element.text or "")
                except ValueError:
                    yield f"{path}: a script element that is not JSON"
    kinds.append(found)


def faults_of_file(path, content):
    try:
        if path.endswith((".xml", ".svg")):
            for element in ElementTree.fromstring(content).iter():
                if element.tag.split("}")[-1] in ("script", "foreignObject") or any(n.startswith("on") for n in element.attrib):
                    yield f"{path}: <{element.tag}>"
        elif path.endswith((".json", ".webmanifest")):
            json.loads(content)
        elif path.endswith(".csv"):
            rows = list(csv.reader(io.StringIO(content.decode(), newline="")))
            if len({len(row) for row in rows}) > 1:
                yield f"{path}: rows of different lengths"
            if path.endswith(".spreadsheet.csv"):
                for cell in (cell for row in rows for cell in row):
                    if re.match(r"[=+@\t\r]|-\D", cell):
                        yield f"{path}: the cell {cell[:60]}"
    except ValueError as error:
        yield f"{path}: {error}"
    except ElementTree.ParseError as error:
        yield f"{path}: {error}"


def plain_sites():
    """The site with plain words in each place, and the kinds of elements of its pages."""
    for name, *edit in places():
        files, printed = build(SITEGEN, [edit], PLAIN)
        if files is None:
            sys.exit(f"{name}: the site with plain words is not built:\n{printed}")
        kinds = []
        faults = [fault for page, content in files.items() if page.endswith(".html") for fault in faults_of_page(page, content, kinds)]
        yield name, edit, files, set().union(*kinds), faults


def examine(case):
    """Builds the site with hostile text in one place. Returns the number of pages that were parsed, and what is wrong; None
    if sitegen refuses the text. Files without the text have the bytes of the plain site, and are not parsed again."""
    name, edit, plain, allowed, text = case
    files, printed = build(SITEGEN, [edit], text)
    if files is None:
        return None if "error" in printed else (0, [f"{name}, {text!r}: no site and no error"])
    pages, faults = 0, []
    for file, content in files.items():
        if plain.get(file) == content:
            continue
        if file.endswith(".html"):
            pages += 1
            kinds = []
            faults += faults_of_page(file, content, kinds)
            faults += [f"{file} has {new}" for new in kinds[0] - allowed]
        else:
            faults += faults_of_file(file, content)
    return pages, [f"{name}, {text!r}: {fault}" for fault in faults]


def main():
    faults, cases = [], []
    for name, edit, files, allowed, wrong in plain_sites():
        faults += wrong
        cases += [(name, edit, files, allowed, text) for text in PAYLOADS]
    with multiprocessing.Pool() as pool:
        results = pool.map(examine, cases, chunksize=1)
    built = [result for result in results if result is not None]
    faults += [fault for _, wrong in built for fault in wrong]
    for fault in sorted(set(faults)):
        print(fault)
    print(f"hostile text: {len(built)} sites with {sum(pages for pages, _ in built)} pages parsed that show it, "
          f"{len(cases) - len(built)} refused by sitegen, {len(set(faults))} faults")
    sys.exit(1 if faults or len(built) < 300 else 0)


if __name__ == "__main__":
    SITEGEN = os.path.abspath(sys.argv[1])
    main()
