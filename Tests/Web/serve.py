#!/usr/bin/env python3
"""What `sitegen serve` promises to the one who writes, seen in a real browser.

    Tests/Web/serve.py [the program, .build/debug/sitegen if not given]
"""

import os
import sys
import time
import traceback
import urllib.error
import urllib.request

sys.dont_write_bytecode = True  # nothing is left in the working tree
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from browser import Browser, find_chromium
from preview import ROOT, Server, Site

PROGRAM = sys.argv[1] if len(sys.argv) > 1 else os.path.join(ROOT, ".build/debug/sitegen")
SAMPLE = os.path.join(ROOT, "Tests/Sites/hochwasser")
PANEL = "document.querySelector('sitegen-preview').shadowRoot.querySelector('.panel')"
BADGE = "document.querySelector('sitegen-preview').shadowRoot.querySelector('.badge')"


class Room:
    """One test's site, server and tabs."""

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
        # The page hears of changes from when it was told the first time.
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


def reloads_the_page_that_was_saved(room):
    tab = room.open(room.serve(), "mithelfen.html")
    room.site.replace("Content/mithelfen.md", "title: ", "title: Jetzt ")
    tab.until("document.querySelector('h1').textContent.startsWith('Jetzt ') && window.mark === undefined")
    assert tab.complaints() == [], tab.complaints()


def leaves_a_page_alone_whose_bytes_are_the_same(room):
    tab = room.open(room.serve(), "mithelfen.html")
    # A line that another page shows, and this one does not.
    room.site.replace("Content/index.md", "In der Nacht", "Spät in der Nacht")
    time.sleep(2)
    assert tab.value("window.mark") == "as it was"
    room.site.write("Content/index.md", room.site.read("Content/index.md"))
    time.sleep(1)
    assert tab.value("window.mark") == "as it was"


def swaps_a_style_sheet_without_a_reload(room):
    with open(os.path.join(ROOT, "Templates/assets/style.css"), encoding="utf-8") as file:
        style = file.read()
    room.site.write("Templates/assets/style.css", style)
    tab = room.open(room.serve())
    room.site.write("Templates/assets/style.css", style + "\nh1 { letter-spacing: 7px }\n")
    tab.until("getComputedStyle(document.querySelector('h1')).letterSpacing === '7px'")
    tab.until("document.querySelectorAll('link[rel=stylesheet]').length === 1")
    assert tab.value("window.mark") == "as it was"
    room.site.write("Templates/assets/style.css", style)
    tab.until("getComputedStyle(document.querySelector('h1')).letterSpacing !== '7px'")
    assert tab.value("window.mark") == "as it was"
    assert tab.complaints() == [], tab.complaints()


def shows_what_is_wrong_until_it_is_fixed(room):
    server = room.serve()
    tab = room.open(server, "flut.html")
    good = room.site.read("Content/flut.md")
    room.site.write("Content/flut.md", good + "\nEin [Satz](nirgends.md) <script>alert(1)</script>.\n")
    tab.until(PANEL)
    text = tab.value(PANEL + ".textContent")
    for part in ["Content/flut.md:", "[broken-link]", "[raw-html]", "This page is from "]:
        assert part in text, (part, text)
    assert tab.value(PANEL + ".getAttribute('role')") == "alert"
    assert tab.value("window.mark") == "as it was"
    # Also to a tab that comes now, and to one without scripts.
    status, page = fetch(server.address + "flut.html")
    assert status == 200 and 'id="sitegen-diagnostics" role="alert"' in page and "&lt;script&gt;alert" in page
    # It can be put away, and does not come back by itself.
    tab.value(PANEL + ".querySelector('.close').click()")
    tab.until("!" + PANEL + " && " + BADGE + ".textContent.includes('this page is from')")
    room.site.write("Content/flut.md", good)
    tab.until("!" + PANEL + " && !" + BADGE)
    assert tab.value("window.mark") == "as it was"
    assert tab.complaints() == [], tab.complaints()


def shows_warnings_as_a_small_badge(room):
    tab = room.open(room.serve(), "mithelfen.html")
    room.site.write("Content/images/neu.png", "x")
    room.site.replace("Content/mithelfen.md", "---\n\n", "---\n\n![](images/neu.png)\n\n")
    tab.until(BADGE + " && " + BADGE + ".textContent.includes('1 warning') && window.mark === undefined")
    assert not tab.value("!!" + PANEL)
    tab.value(BADGE + ".click()")
    tab.until(PANEL + ".textContent.includes('[missing-alternative-text]')")
    tab.press("Escape")
    tab.until("!" + PANEL)


def keeps_the_scroll_position_and_open_details(room):
    room.site.write("Content/lang.md", "---\ntitle: Lang\nsummary: Viele Absätze\n---\n\n" + "Ein Absatz.\n\n" * 300)
    tab = room.open(room.serve(), "lang.html")
    tab.value("scrollTo(0, 1500)")
    tab.until("scrollY === 1500")
    room.site.replace("Content/lang.md", "title: Lang", "title: Länger")
    tab.until("document.querySelector('h1').textContent === 'Länger' && window.mark === undefined")
    tab.until("scrollY === 1500", patience=3)
    tab = room.open(room.servers[0], "flut.html")
    if tab.value("document.querySelectorAll('details').length") > 0:
        tab.value("document.querySelectorAll('details').forEach((d, i) => { d.open = i % 2 === 0 })")
        room.site.replace("Content/flut.md", "title: ", "title: Neu ")
        tab.until("document.querySelector('h1').textContent.startsWith('Neu ') && window.mark === undefined")
        tab.until("[...document.querySelectorAll('details')].every((d, i) => d.open === (i % 2 === 0))", patience=3)


def reloads_only_the_tab_whose_page_changed(room):
    server = room.serve()
    one = room.open(server, "mithelfen.html")
    two = room.open(server, "flut.html", new_window=True)
    room.site.replace("Content/mithelfen.md", "---\n\n", "---\n\nEin neuer Satz.\n\n")
    one.bring_to_front()
    one.until("document.body.textContent.includes('Ein neuer Satz.') && window.mark === undefined")
    assert two.value("window.mark") == "as it was"


def tells_a_tab_in_the_background_when_it_is_looked_at(room):
    server = room.serve()
    tab = room.open(server, "mithelfen.html")
    room.open(server, "flut.html")
    room.site.replace("Content/mithelfen.md", "---\n\n", "---\n\nEin neuer Satz.\n\n")
    time.sleep(1)
    tab.bring_to_front()
    tab.until("document.body.textContent.includes('Ein neuer Satz.')")


def finds_a_server_again_that_was_started_anew(room):
    server = room.serve()
    tab = room.open(server, "mithelfen.html")
    assert server.stop() == 0
    tab.until(BADGE + " && " + BADGE + ".textContent.includes('does not answer')")
    room.site.replace("Content/mithelfen.md", "title: ", "title: Wieder ")
    room.serve(port=server.port)
    tab.until("document.querySelector('h1').textContent.startsWith('Wieder ') && window.mark === undefined")
    tab.until("!" + BADGE)


def shows_the_page_of_an_address_that_is_missing(room):
    server = room.serve()
    status, page = fetch(server.address + "bald")
    assert status == 404 and "preview.js" in page
    tab = room.open(server, "bald")
    assert tab.complaints() == [], tab.complaints()
    room.site.write("Content/bald.md", "---\ntitle: Nun da\nsummary: Eine neue Seite\n---\n\nWorte.\n")
    tab.until("document.querySelector('h1').textContent === 'Nun da'")
    os.remove(room.site.path("Content/bald.md"))
    tab.until("document.querySelector('h1').textContent !== 'Nun da'")


def shows_the_diagnostics_at_every_address_of_a_first_build_that_fails(room):
    good = room.site.read("Content/index.md")
    room.site.write("Content/index.md", good.replace("(question:tote)", "(question:toter)"))
    server = room.serve()
    status, page = fetch(server.address + "flut.html")
    assert status == 503 and "Content/index.md:" in page
    tab = room.open(server, "flut.html")
    tab.until(PANEL + ".textContent.includes('[unknown-question]')")
    room.site.write("Content/index.md", good)
    tab.until("document.querySelector('h1') && !" + PANEL)


def tells_where_a_claim_stands_in_its_card(room):
    tab = room.open(room.serve(), "questions/tote.html")
    tab.value("document.querySelector('[data-claim][tabindex], a[data-claim]').focus()")
    tip = "document.querySelector('sitegen-preview').shadowRoot.querySelector('.place')"
    tab.until(tip + " && /^Content\\/sources\\/.*\\.md:\\d+$/.test(" + tip + ".textContent)")
    path, line = tab.value(tip + ".textContent").rsplit(":", 1)
    identifier = tab.value("document.activeElement.dataset.claim")
    assert os.path.basename(path)[:-3] in identifier, (path, identifier)
    assert "question: tote" in room.site.read(path).split("\n")[int(line) - 1]
    tab.press("Escape")
    tab.until("!" + tip)


def serves_below_a_path(room):
    server = room.serve("--base-path", "/blatt/")
    assert server.address.endswith("/blatt/")
    assert fetch("http://localhost:%d/flut.html" % server.port)[0] == 404
    tab = room.open(server, "questions/tote.html")
    tab.value("document.querySelector('nav a').click()")
    tab.until("location.pathname.startsWith('/blatt/') && !location.pathname.includes('questions')")
    room.site.replace("Content/flut.md", "title: ", "title: Neu ")
    time.sleep(0.1)
    tab.go(server.address + "flut")
    assert tab.value("document.querySelector('h1').textContent").startswith("Neu ")
    assert tab.value("getComputedStyle(document.body).fontFamily") != "Times New Roman"


def adds_nothing_without_reload(room):
    server = room.serve("--no-reload")
    for page in ["", "flut.html", "404.html", "questions/tote"]:
        status, text = fetch(server.address + page)
        for part in ["preview.js", "script-src", "connect-src", "sitegen-diagnostics"]:
            assert part not in text, (page, part)


def looks_for_changes_itself_where_the_system_gives_no_more_watches(room):
    # Where there is no inotify, as on macOS, it always does.
    limits = {"max_inotify_watches": 2} if sys.platform == "linux" else None
    server = room.serve(limits=limits)
    tab = room.open(server, "mithelfen.html")
    assert any("changes are looked for about twice a second" in line for line in server.said), server.said
    room.site.replace("Content/mithelfen.md", "title: ", "title: Jetzt ")
    tab.until("document.querySelector('h1').textContent.startsWith('Jetzt ')")


def tells_of_a_file_that_cannot_be_read_until_it_can(room):
    tab = room.open(room.serve(), "flut.html")
    good = room.site.read("Content/flut.md")
    os.remove(room.site.path("Content/flut.md"))
    os.symlink("nowhere", room.site.path("Content/flut.md"))
    tab.until(PANEL + " && " + PANEL + ".textContent.includes('[file-unreadable]')")
    assert tab.value("window.mark") == "as it was"
    room.site.write("Content/flut.md", good)
    tab.until("!" + PANEL + " && !" + BADGE)
    assert tab.value("window.mark") == "as it was"


def shows_the_last_of_many_saves_during_long_builds(room):
    for number in range(3000):
        room.site.write("Content/viele-%d.md" % number, "---\ntitle: V\nsummary: S\n---\n\n" + "Ein Absatz.\n\n" * 20)
    server = room.serve()
    tab = room.open(server, "mithelfen.html")
    text = room.site.read("Content/mithelfen.md")
    # Letters, as a number in a title would need a source.
    for word in [first + second for first in "abcd" for second in "klmnopqrstuvwxy"]:
        room.site.write("Content/mithelfen.md", text.replace("title: ", "title: Fassung %s " % word, 1))
        time.sleep(0.03)
    tab.until("document.querySelector('h1').textContent.startsWith('Fassung dy ')")
    assert "Fassung dy " in fetch(server.address + "mithelfen")[1]


TESTS = [
    reloads_the_page_that_was_saved,
    leaves_a_page_alone_whose_bytes_are_the_same,
    swaps_a_style_sheet_without_a_reload,
    shows_what_is_wrong_until_it_is_fixed,
    shows_warnings_as_a_small_badge,
    keeps_the_scroll_position_and_open_details,
    reloads_only_the_tab_whose_page_changed,
    tells_a_tab_in_the_background_when_it_is_looked_at,
    finds_a_server_again_that_was_started_anew,
    shows_the_page_of_an_address_that_is_missing,
    shows_the_diagnostics_at_every_address_of_a_first_build_that_fails,
    tells_where_a_claim_stands_in_its_card,
    serves_below_a_path,
    adds_nothing_without_reload,
    looks_for_changes_itself_where_the_system_gives_no_more_watches,
    tells_of_a_file_that_cannot_be_read_until_it_can,
    shows_the_last_of_many_saves_during_long_builds,
]


def main():
    if not find_chromium():
        print("Chromium is missing: install it (apt install chromium), or name it in CHROMIUM", file=sys.stderr)
        return 1
    browser = Browser()
    failed = 0
    try:
        for test in TESTS:
            room = Room(browser)
            start = time.monotonic()
            try:
                test(room)
                print("ok      %5.1f s  %s" % (time.monotonic() - start, test.__name__.replace("_", " ")))
            except Exception:
                failed += 1
                print("FAILED  %5.1f s  %s" % (time.monotonic() - start, test.__name__.replace("_", " ")))
                traceback.print_exc()
                for server in room.servers:
                    print("\n".join("    " + line for line in server.said[-20:]))
            finally:
                room.close()
            sys.stdout.flush()
    finally:
        browser.close()
    print("%d tests, %d failed" % (len(TESTS), failed))
    return 1 if failed else 0


sys.exit(main())
