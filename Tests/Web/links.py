"""Checks that every link and fragment of every page leads to a file and an id, from disk and on any server."""
import json, posixpath, re, urllib.parse
from html.parser import HTMLParser
from pathlib import Path
from report import fail, say

ADDRESSES = {"href", "src", "action", "poster", "data"}
REFERENCES = {"for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget", "headers", "list"}


class _Page(HTMLParser):
    def __init__(self):
        super().__init__()
        self.ids, self.links, self.references = [], [], []

    def handle_starttag(self, tag, attributes):
        for name, value in attributes:
            if name == "id":
                self.ids.append(value)
            elif name in ADDRESSES:
                self.links.append((tag, value or ""))
            elif name in REFERENCES:
                self.references += (value or "").split()
            elif name == "srcset":
                self.links += [(tag, part.split()[0]) for part in value.split(",")]

    handle_startendtag = handle_starttag


def check(site):
    pages = {}
    for path in site.pages:
        pages[path] = _Page()
        pages[path].feed((site.folder / path).read_text())
    files = {p.relative_to(site.folder).as_posix() for p in site.folder.rglob("*") if p.is_file()}
    feed = site.folder / "feed.json"
    base = json.loads(feed.read_text())["feed_url"].removesuffix("feed.json") if feed.exists() else None
    count = 0
    for path, page in pages.items():
        where = f"{site.name}/{path}"
        for twice in {i for i in page.ids if page.ids.count(i) > 1}:
            fail("links", where, f"the id '{twice}' appears more than once")
        for reference in set(page.references) - set(page.ids) - {""}:
            fail("links", where, f"an attribute refers to the id '{reference}', which is not on the page")
        for tag, link in page.links:
            count += 1
            parts = urllib.parse.urlsplit(link)
            if parts.scheme in {"mailto", "data", "tel"}:
                continue
            if base and link.startswith(base):
                target = link.removeprefix(base).split("#")[0] or "index.html"
            elif parts.scheme or parts.netloc:
                if tag not in {"a", "area"} and not (tag == "link" and path == "404.html"):
                    fail("links", where, f"<{tag}> loads from another host: {link}")
                continue
            elif parts.path.startswith("/"):
                fail("links", where, f"'{link}' works only at the root of a host")
                continue
            else:
                target = posixpath.normpath(posixpath.join(posixpath.dirname(path), urllib.parse.unquote(parts.path))) \
                    if parts.path else path
            if target not in files:
                fail("links", where, f"'{link}' leads to no file")
            elif parts.fragment and target in pages and urllib.parse.unquote(parts.fragment) not in pages[target].ids:
                fail("links", where, f"'{link}': the page has no element with this id")
    # Addresses outside of elements: in feeds, the sitemap, the code for embedding, and JSON-LD.
    if base:
        for path in sorted(f for f in files if f.endswith((".xml", ".json", ".html", ".txt", ".bib"))):
            for link in set(re.findall(re.escape(base) + r"[^\s\"'<>&,})\\]*", (site.folder / path).read_text())):
                count += 1
                target, _, fragment = link.removeprefix(base).partition("#")
                target, fragment = urllib.parse.unquote(target) or "index.html", urllib.parse.unquote(fragment)
                if target.rstrip(".") not in files and target not in files:
                    fail("links", f"{site.name}/{path}", f"'{link}' leads to no file")
                elif fragment and target in pages and fragment not in pages[target].ids:
                    fail("links", f"{site.name}/{path}", f"'{link}': the page has no element with this id")
    say(f"links: {count} checked in {len(pages)} pages")
