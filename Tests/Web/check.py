"""Checks finished sites with the W3C checker and in a browser. The exit status is 1 if a check fails."""
import argparse, shutil, sys
from pathlib import Path
import contrast, large, links, markup, readers, words
from report import failures, say, section
from site_under_test import Site


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--checker", required=True, help="the folder with the W3C checker's jars")
    arguments.add_argument("--pictures", required=True, type=Path)
    arguments.add_argument("--sitegen", required=True, help="the path of sitegen, which builds a large site")
    arguments.add_argument("--only", help="names of checks, separated by commas")
    arguments.add_argument("sites", nargs="+")
    given = arguments.parse_args()
    wanted = lambda name: not given.only or name in given.only.split(",")
    if wanted("looks"):
        shutil.rmtree(given.pictures, ignore_errors=True)
        given.pictures.mkdir(parents=True)
    with readers.chromium() as chromium:
        for site in map(Site, given.sites):
            section(f"{site.name}: {len(site.pages)} pages; kinds: {', '.join(site.kinds())}")
            checker = markup.start(site, given.checker) if wanted("markup") else None
            if wanted("links"):
                links.check(site)
            if wanted("contrast"):
                contrast.check(site)
            for name in ("loads", "keyboard", "fragments", "embeds", "search"):
                if wanted(name):
                    getattr(readers, name)(chromium, site)
            if wanted("words"):
                words.check(chromium, site)
            if wanted("looks"):
                readers.looks(chromium, site, given.pictures)
            if checker:
                markup.finish(site, checker)
            # Last, so that nothing else uses the processor.
            if wanted("paints"):
                readers.paints(chromium, site)
        if wanted("large"):
            large.search(chromium, given.sitegen, given.pictures.parent / "large")
    section(f"{len(failures)} failures" if failures else "no failures")
    if wanted("looks"):
        say(f"pictures: {given.pictures}")
    return 1 if failures else 0


sys.exit(main())
