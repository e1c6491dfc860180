#!/usr/bin/env python3
"""Tests what `sitegen serve` promises to authors, in a real browser.

    Tests/Web/serve.py [path of sitegen, default .build/debug/sitegen]
"""

import os
import sys
import time
import traceback
import urllib.error
import urllib.request

sys.dont_write_bytecode = True  # leaves no files in the working tree
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from browser import Browser, find_chromium
from preview import ROOT, Server, Site

PROGRAM = sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, ".build/debug/sitegen")
SAMPLE = os.path.join(ROOT, "Tests/Sites/hochwasser")
PANEL = "document.querySelector('sitegen-preview').shadowRoot.querySelector('.panel')"
BADGE = "document.querySelector('sitegen-preview').shadowRoot.querySelector('.badge')"


class Fixture:
    """The site, servers and tabs of one test."""

    def __init__(self, browser):
        self.browser, self.site, self.servers, self.tabs = browser, Site(SAMPLE), [], []

    def serve(self, *options, port=0, limits=None):
        server = Server(PROGRAM, self.site.folder, *options, port=port, limits=limits)
        self.servers.append(server)
        return server

    def open(self, server, page="", new_window=False):
        tab = self.browser.open(server.address + page, new_window)
        tab.bring_to_front()
        tab.value("window.mark = 'as it was'")
        # The page receives events only after its first connection.
        tab.until("performance.getEntriesByType('resource').some((e) => e.name.includes('preview.js'))")
        time.sleep(0.3)
        self.tabs.append(tab)
        return tab

    def close(self):
        for server in self.servers:
            if server.process.poll() is None:
                server.process.kill()
                server.process.wait()
        for tab in self.tabs:
            self.browser.call("Target.closeTarget", {"targetId": tab.target})
        self.site.remove()


def fetch(address):
    try:
        with urllib.request.urlopen(address) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def reloads_the_page_that_was_saved(fixture):
    tab = fixture.open(fixture.serve(), "mithelfen.html")
    fixture.site.replace("Content/mithelfen.md", "title: ", "title: Jetzt ")
    tab.until("document.querySelector('h1').textContent.startsWith('Jetzt ') && window.mark === undefined")
    assert tab.errors() == [], tab.errors()


def does_not_reload_a_page_whose_bytes_are_the_same(fixture):
    tab = fixture.open(fixture.serve(), "mithelfen.html")
    # A line that is shown on another page but not on this one.
    fixture.site.replace("Content/index.md", "In der Nacht", "Spät in der Nacht")
    time.sleep(2)
    assert tab.value("window.mark") == "as it was"
    fixture.site.write("Content/index.md", fixture.site.read("Content/index.md"))
    time.sleep(1)
    assert tab.value("window.mark") == "as it was"


def replaces_a_style_sheet_without_a_reload(fixture):
    with open(os.path.join(ROOT, "Templates/assets/style.css"), encoding="utf-8") as file:
        style = file.read()
    fixture.site.write("Templates/assets/style.css", style)
    tab = fixture.open(fixture.serve())
    fixture.site.write("Templates/assets/style.css", style + "\nh1 { letter-spacing: 7px }\n")
    tab.until("getComputedStyle(document.querySelector('h1')).letterSpacing === '7px'")
    tab.until("document.querySelectorAll('link[rel=stylesheet]').length === 1")
    assert tab.value("window.mark") == "as it was"
    fixture.site.write("Templates/assets/style.css", style)
    tab.until("getComputedStyle(document.querySelector('h1')).letterSpacing !== '7px'")
    assert tab.value("window.mark") == "as it was"
    assert tab.errors() == [], tab.errors()


def shows_diagnostics_until_they_are_fixed(fixture):
    server = fixture.serve()
    tab = fixture.open(server, "flut.html")
    good = fixture.site.read("Content/flut.md")
    fixture.site.write("Content/flut.md", good + "\nEin [Satz](nirgends.md) <script>alert(1)</script>.\n")
    tab.until(PANEL)
    text = tab.value(PANEL + ".textContent")
    for part in ["Content/flut.md:", "[broken-link]", "[raw-html]", "This page is from "]:
        assert part in text, (part, text)
    assert tab.value(PANEL + ".getAttribute('role')") == "alert"
    assert tab.value("window.mark") == "as it was"
    # A new tab and a browser without scripts get it too.
    status, page = fetch(server.address + "flut.html")
    assert status == 200 and 'id="sitegen-diagnostics" role="alert"' in page and "&lt;script&gt;alert" in page
    # It can be closed and does not reappear by itself.
    tab.value(PANEL + ".querySelector('.close').click()")
    tab.until("!" + PANEL + " && " + BADGE + ".textContent.includes('this page is from')")
    fixture.site.write("Content/flut.md", good)
    tab.until("!" + PANEL + " && !" + BADGE)
    assert tab.value("window.mark") == "as it was"
    assert tab.errors() == [], tab.errors()


def shows_warnings_as_a_small_badge(fixture):
    tab = fixture.open(fixture.serve(), "mithelfen.html")
    fixture.site.write("Content/images/neu.png", "x")
    fixture.site.replace("Content/mithelfen.md", "---\n\n", "---\n\n![](images/neu.png)\n\n")
    tab.until(BADGE + " && " + BADGE + ".textContent.includes('1 warning') && window.mark === undefined")
    assert not tab.value("!!" + PANEL)
    tab.value(BADGE + ".click()")
    tab.until(PANEL + ".textContent.includes('[missing-alternative-text]')")
    tab.press("Escape")
    tab.until("!" + PANEL)


def keeps_the_scroll_position_and_open_details(fixture):
    fixture.site.write("Content/lang.md", "---\ntitle: Lang\nsummary: Viele Absätze\n---\n\n" + "Ein Absatz.\n\n" * 300)
    tab = fixture.open(fixture.serve(), "lang.html")
    tab.value("scrollTo(0, 1500)")
    tab.until("scrollY === 1500")
    fixture.site.replace("Content/lang.md", "title: Lang", "title: Länger")
    tab.until("document.querySelector('h1').textContent === 'Länger' && window.mark === undefined")
    tab.until("scrollY === 1500", timeout=3)
    tab = fixture.open(fixture.servers[0], "flut.html")
    if tab.value("document.querySelectorAll('details').length") > 0:
        tab.value("document.querySelectorAll('details').forEach((d, i) => { d.open = i % 2 === 0 })")
        fixture.site.replace("Content/flut.md", "title: ", "title: Neu ")
        tab.until("document.querySelector('h1').textContent.startsWith('Neu ') && window.mark === undefined")
        tab.until("[...document.querySelectorAll('details')].every((d, i) => d.open === (i % 2 === 0))", timeout=3)


def reloads_only_the_tab_whose_page_changed(fixture):
    server = fixture.serve()
    one = fixture.open(server, "mithelfen.html")
    two = fixture.open(server, "flut.html", new_window=True)
    fixture.site.replace("Content/mithelfen.md", "---\n\n", "---\n\nEin neuer Satz.\n\n")
    one.bring_to_front()
    one.until("document.body.textContent.includes('Ein neuer Satz.') && window.mark === undefined")
    assert two.value("window.mark") == "as it was"


def updates_a_background_tab_when_it_becomes_visible(fixture):
    server = fixture.serve()
    tab = fixture.open(server, "mithelfen.html")
    fixture.open(server, "flut.html")
    fixture.site.replace("Content/mithelfen.md", "---\n\n", "---\n\nEin neuer Satz.\n\n")
    time.sleep(1)
    tab.bring_to_front()
    tab.until("document.body.textContent.includes('Ein neuer Satz.')")


def reconnects_to_a_restarted_server(fixture):
    server = fixture.serve()
    tab = fixture.open(server, "mithelfen.html")
    assert server.stop() == 0
    tab.until(BADGE + " && " + BADGE + ".textContent.includes('does not answer')")
    fixture.site.replace("Content/mithelfen.md", "title: ", "title: Wieder ")
    fixture.serve(port=server.port)
    tab.until("document.querySelector('h1').textContent.startsWith('Wieder ') && window.mark === undefined")
    tab.until("!" + BADGE)


def shows_the_404_page_at_a_missing_address(fixture):
    server = fixture.serve()
    status, page = fetch(server.address + "bald")
    assert status == 404 and "preview.js" in page
    tab = fixture.open(server, "bald")
    assert tab.errors() == [], tab.errors()
    fixture.site.write("Content/bald.md", "---\ntitle: Nun da\nsummary: Eine neue Seite\n---\n\nWorte.\n")
    tab.until("document.querySelector('h1').textContent === 'Nun da'")
    os.remove(fixture.site.path("Content/bald.md"))
    tab.until("document.querySelector('h1').textContent !== 'Nun da'")


def shows_diagnostics_at_every_address_if_the_first_build_fails(fixture):
    good = fixture.site.read("Content/index.md")
    fixture.site.write("Content/index.md", good.replace("(question:tote)", "(question:toter)"))
    server = fixture.serve()
    status, page = fetch(server.address + "flut.html")
    assert status == 503 and "Content/index.md:" in page
    tab = fixture.open(server, "flut.html")
    tab.until(PANEL + ".textContent.includes('[unknown-question]')")
    fixture.site.write("Content/index.md", good)
    tab.until("document.querySelector('h1') && !" + PANEL)


def shows_the_card_and_line_of_a_claim(fixture):
    tab = fixture.open(fixture.serve(), "questions/tote.html")
    tab.value("document.querySelector('[data-claim][tabindex], a[data-claim]').focus()")
    tip = "document.querySelector('sitegen-preview').shadowRoot.querySelector('.place')"
    tab.until(tip + " && /^Content\\/sources\\/.*\\.md:\\d+$/.test(" + tip + ".textContent)")
    path, line = tab.value(tip + ".textContent").rsplit(":", 1)
    identifier = tab.value("document.activeElement.dataset.claim")
    assert os.path.basename(path)[:-3] in identifier, (path, identifier)
    assert "question: tote" in fixture.site.read(path).split("\n")[int(line) - 1]
    tab.press("Escape")
    tab.until("!" + tip)


def serves_below_a_path(fixture):
    server = fixture.serve("--base-path", "/blatt/")
    assert server.address.endswith("/blatt/")
    assert fetch("http://localhost:%d/flut.html" % server.port)[0] == 404
    tab = fixture.open(server, "questions/tote.html")
    tab.value("document.querySelector('nav a').click()")
    tab.until("location.pathname.startsWith('/blatt/') && !location.pathname.includes('questions')")
    fixture.site.replace("Content/flut.md", "title: ", "title: Neu ")
    time.sleep(0.1)
    tab.go(server.address + "flut")
    assert tab.value("document.querySelector('h1').textContent").startswith("Neu ")
    assert tab.value("getComputedStyle(document.body).fontFamily") != "Times New Roman"


def adds_nothing_to_pages_with_no_reload(fixture):
    server = fixture.serve("--no-reload")
    for page in ["", "flut.html", "404.html", "questions/tote"]:
        status, text = fetch(server.address + page)
        for part in ["preview.js", "script-src", "connect-src", "sitegen-diagnostics"]:
            assert part not in text, (page, part)


def polls_when_the_system_has_no_more_watches(fixture):
    # Without inotify, as on macOS, the server always polls.
    limits = {"max_inotify_watches": 2} if sys.platform == "linux" else None
    server = fixture.serve(limits=limits)
    tab = fixture.open(server, "mithelfen.html")
    assert server.prints("checked for changes about twice a second"), server.output
    fixture.site.replace("Content/mithelfen.md", "title: ", "title: Jetzt ")
    tab.until("document.querySelector('h1').textContent.startsWith('Jetzt ')")


def reports_an_unreadable_file_until_it_can_be_read(fixture):
    tab = fixture.open(fixture.serve(), "flut.html")
    good = fixture.site.read("Content/flut.md")
    os.remove(fixture.site.path("Content/flut.md"))
    os.symlink("nowhere", fixture.site.path("Content/flut.md"))
    tab.until(PANEL + " && " + PANEL + ".textContent.includes('[file-unreadable]')")
    assert tab.value("window.mark") == "as it was"
    fixture.site.write("Content/flut.md", good)
    tab.until("!" + PANEL + " && !" + BADGE)
    assert tab.value("window.mark") == "as it was"


def shows_the_last_of_many_saves_during_long_builds(fixture):
    for number in range(3000):
        fixture.site.write("Content/viele-%d.md" % number, "---\ntitle: V\nsummary: S\n---\n\n" + "Ein Absatz.\n\n" * 20)
    server = fixture.serve()
    tab = fixture.open(server, "mithelfen.html")
    text = fixture.site.read("Content/mithelfen.md")
    # Letters, because a number in a title would need a source.
    for word in [first + second for first in "abcd" for second in "klmnopqrstuvwxy"]:
        fixture.site.write("Content/mithelfen.md", text.replace("title: ", "title: Fassung %s " % word, 1))
        time.sleep(0.03)
    tab.until("document.querySelector('h1').textContent.startsWith('Fassung dy ')")
    assert "Fassung dy " in fetch(server.address + "mithelfen")[1]


TESTS = [
    reloads_the_page_that_was_saved,
    does_not_reload_a_page_whose_bytes_are_the_same,
    replaces_a_style_sheet_without_a_reload,
    shows_diagnostics_until_they_are_fixed,
    shows_warnings_as_a_small_badge,
    keeps_the_scroll_position_and_open_details,
    reloads_only_the_tab_whose_page_changed,
    updates_a_background_tab_when_it_becomes_visible,
    reconnects_to_a_restarted_server,
    shows_the_404_page_at_a_missing_address,
    shows_diagnostics_at_every_address_if_the_first_build_fails,
    shows_the_card_and_line_of_a_claim,
    serves_below_a_path,
    adds_nothing_to_pages_with_no_reload,
    polls_when_the_system_has_no_more_watches,
    reports_an_unreadable_file_until_it_can_be_read,
    shows_the_last_of_many_saves_during_long_builds,
]


def main():
    if not find_chromium():
        print("Chromium is missing: install it (apt install chromium), or set CHROMIUM to its path", file=sys.stderr)
        return 1
    browser = Browser()
    failed = 0
    try:
        for test in TESTS:
            fixture = Fixture(browser)
            start = time.monotonic()
            try:
                test(fixture)
                print("ok      %5.1f s  %s" % (time.monotonic() - start, test.__name__.replace("_", " ")))
            except Exception:
                failed += 1
                print("FAILED  %5.1f s  %s" % (time.monotonic() - start, test.__name__.replace("_", " ")))
                traceback.print_exc()
                for server in fixture.servers:
                    print("\n".join("    " + line for line in server.output[-20:]))
            finally:
                fixture.close()
            sys.stdout.flush()
    finally:
        browser.close()
    print("%d tests, %d failed" % (len(TESTS), failed))
    return 1 if failed else 0


sys.exit(main())
