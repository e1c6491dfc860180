"""Checks that need a browser: axe, width, keyboard, popovers, search, requests, policy, sizes, paint, pictures."""
import gzip, importlib.util, json, re
from contextlib import contextmanager
from pathlib import Path
from playwright.sync_api import sync_playwright
from browser import find_chromium
from report import fail, say
from site_under_test import served

SCRIPT = (Path(__file__).parent / "page.js").read_text()
AXE = (Path(importlib.util.find_spec("axe_playwright_python").origin).parent / "axe.min.js").read_text()
SPACING = "* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }"
# Of a page with everything that it loads, compressed as hosts do, and without fonts, which a browser keeps.
LARGEST = 36_000
FONT = re.compile(rb"data:font/woff2;base64,[A-Za-z0-9+/=]*")
TALLEST = 9000


@contextmanager
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=find_chromium(),
            args=["--no-sandbox", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"])
        yield browser
        browser.close()


def _page(browser, width=1280, height=800, **options):
    options = {"reduced_motion": "reduce"} | options
    context = browser.new_context(viewport={"width": width, "height": height}, **options)
    context.add_init_script(SCRIPT)
    return context.new_page()


def looks(browser, site, pictures):
    """Runs axe, checks the width and takes a picture of each kind of page, light and dark, at 320 and 1280 px."""
    runs, wide_tables = 0, 0
    for width in (320, 1280):
        page = _page(browser, width, 640 if width == 320 else 800)
        for kind, path in site.kinds().items():
            page.goto(site.file_url(path))
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                height = min(TALLEST, page.evaluate("Math.max(document.documentElement.scrollHeight, innerHeight)"))
                page.screenshot(path=pictures / f"{site.name}-{kind}-{scheme}-{width}.png", full_page=True,
                                clip={"x": 0, "y": 0, "width": width, "height": height})
            width_fits(page, f"{site.name}/{path} at {width} px")
            page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
            width_fits(page, f"{site.name}/{path} at {width} px, all open")
            if width == 320:
                for table in page.evaluate("checks.scrollers()"):
                    wide_tables += 1
                    say(f"scrolls in its own box at 320 px: {site.name}/{path}: {table}")
            page.evaluate(AXE)
            for scheme in ("light", "dark"):
                page.emulate_media(color_scheme=scheme)
                runs += 1
                for rule, count, target, why in page.evaluate("checks.axe()"):
                    fail("axe", f"{site.name}/{path}, {scheme}, {width} px", f"{rule}, {count} ×, {target}: {why[:200]}")
                if page.evaluate("(document.querySelector('[popover]')?.showPopover(), !!document.querySelector(':popover-open'))"):
                    for rule, count, target, why in page.evaluate("checks.axe('[popover]:popover-open')"):
                        fail("axe", f"{site.name}/{path}, {scheme}, {width} px, popover", f"{rule}, {target}: {why[:200]}")
                    page.evaluate("document.querySelector(':popover-open').hidePopover()")
            for small in page.evaluate("checks.small()"):
                fail("target", f"{site.name}/{path} at {width} px", f"smaller than 24 × 24 px: {small}")
        page.context.close()
    say(f"axe: {runs} runs; tables that scroll in their own box at 320 px: {wide_tables}")


def width_fits(page, where):
    """Checks that the page does not scroll sideways: as it is, with text at 200 %, and with the spacing of WCAG 1.4.12."""
    for style, name in (("", ""), ("html { font-size: 200% !important; }", ", text at 200 %"), (SPACING, ", spacing of WCAG 1.4.12")):
        page.evaluate("(s) => checks.style(s)", style)
        if found := page.evaluate("checks.sideways()"):
            fail("sideways", where + name, found)
    page.evaluate("checks.style('')")


def keyboard(browser, site):
    """Checks that Tab reaches every control in order, with a visible focus ring; that popovers and details open and close."""
    total = 0
    page = _page(browser, 320, 640)
    for path in site.kinds().values():
        where = f"{site.name}/{path}"
        page.goto(site.file_url(path))
        if path == "search.html":
            page.evaluate("document.activeElement.blur()")
        rounds = 1 if path == "search.html" else 0
        count = page.evaluate("(window.order = checks.stops()).length")
        reached = []
        # Browsers also stop at boxes that scroll, so there can be more steps than controls.
        for _ in range(count + 20):
            page.keyboard.press("Tab")
            stop = page.evaluate("checks.active()")
            if stop is None:
                # The search page starts with the focus in its box. The controls before it are reached in a second round.
                if rounds == 0:
                    break
                rounds -= 1
                continue
            if stop["at"] < 0:
                if not stop["scroller"]:
                    fail("keyboard", where, f"the focus is on something that is not a control: {stop['name']}")
                continue
            if reached and stop["at"] == reached[0]:
                break
            if not stop["ring"]:
                fail("keyboard", where, f"no visible focus ring: {stop['name']}")
            if not stop["inView"]:
                fail("keyboard", where, f"the focus is out of view: {stop['name']}")
            reached.append(stop["at"])
        total += len(reached)
        if sorted(reached) != list(range(count)):
            missing = sorted(set(range(count)) - set(reached))
            names = page.evaluate("(l) => l.map((i) => checks.name(order[i]))", missing[:3])
            fail("keyboard", where, f"Tab does not reach {len(missing)} of {count} controls: {', '.join(names)}")
        elif path != "search.html" and reached != sorted(reached):
            fail("keyboard", where, "Tab does not follow the order of the page")
        _popover(page, where)
        _details(page, where)
    page.context.close()
    say(f"keyboard: {total} controls checked")


def _popover(page, where):
    if not page.evaluate("(window.opener_ = document.querySelector('button.cite')) ? (opener_.focus(), true) : false"):
        return
    opened = "!!document.querySelector(':popover-open')"
    page.keyboard.press("Enter")
    if not page.evaluate(opened):
        return fail("popover", where, "Enter does not open the evidence")
    page.keyboard.press("Tab")
    if not page.evaluate("!!document.activeElement.closest(':popover-open')"):
        fail("popover", where, "Tab does not move from the number into the evidence")
    page.keyboard.press("Escape")
    if page.evaluate(opened):
        fail("popover", where, "Escape does not close the evidence")
    if not page.evaluate("document.activeElement === opener_"):
        fail("popover", where, "the focus does not return to the number")


def _details(page, where):
    if not page.evaluate("(window.summary_ = checks.stops().find((e) => e.localName === 'summary')) ? (summary_.focus(), true) : false"):
        return
    for wanted in (True, False):
        page.keyboard.press("Enter")
        if page.evaluate("summary_.parentElement.open") != wanted:
            fail("details", where, f"Enter does not {'open' if wanted else 'close'} the details")


def fragments(browser, site):
    """Checks that a link to an element in closed details opens them and scrolls to it."""
    page, count = _page(browser, 320, 640), 0
    for path in site.kinds().values():
        page.goto(site.file_url(path))
        inside = page.evaluate("[...document.querySelectorAll('details:not([open]) [id]')].filter((e) => !e.closest('svg')).map((e) => e.id).slice(0, 2)")
        for identifier in inside:
            count += 1
            page.goto("about:blank")
            page.goto(f"{site.file_url(path)}#{identifier}")
            page.wait_for_timeout(50)
            seen = page.evaluate("""(id) => { const e = document.getElementById(id), b = e.getBoundingClientRect();
                return !!e.closest('details').open && b.top < innerHeight && b.bottom > 0; }""", identifier)
            if not seen:
                fail("details", f"{site.name}/{path}#{identifier}", "the link does not open the details or does not scroll to the element")
    page.context.close()
    say(f"details: {count} fragments checked")


def search(browser, site):
    """Checks the search with the keyboard only, from disk and from a server, also with words that are not on the site."""
    questions = json.loads((site.folder / "data/questions.json").read_text())
    word = next((q["label"] for q in questions if q["claims"] and not q["sensitive"]), None)
    if not word or "search.html" not in site.pages:
        return
    with served(site) as base:
        for url in (site.file_url("search.html"), base + "search.html"):
            where, page = f"{site.name}/search.html ({url.split(':')[0]})", _page(browser, 320, 640)
            page.goto(url)
            page.focus("#query")
            page.keyboard.type(word)
            try:
                page.wait_for_selector("#query[aria-expanded=true]", timeout=5000)
            except Exception:
                fail("search", where, f"'{word}' finds nothing: {page.inner_text('#found')}")
                page.context.close()
                continue
            if not any(c.isdigit() for c in page.inner_text("#found")):
                fail("search", where, "the live region does not give the number of results")
            page.keyboard.press("ArrowDown")
            active = page.evaluate("document.getElementById(document.querySelector('#query').getAttribute('aria-activedescendant'))?.getAttribute('aria-selected')")
            if active != "true":
                fail("search", where, "the arrow key selects no result")
            page.evaluate(AXE)
            for rule, count, target, why in page.evaluate("checks.axe()"):
                fail("axe", where + ", with results", f"{rule}, {count} ×, {target}: {why[:200]}")
            if found := page.evaluate("checks.sideways()"):
                fail("sideways", where + ", with results", found)
            page.keyboard.press("Enter")
            page.wait_for_timeout(300)
            if "search.html" in page.url:
                fail("search", where, "Enter does not open the selected result")
            # A word without matches must not hide the matches of the other words.
            page.goto(url)
            page.focus("#query")
            page.keyboard.type(word + " zzqqxx")
            try:
                page.wait_for_selector("#query[aria-expanded=true]", timeout=5000)
            except Exception:
                fail("search", where, f"'{word} zzqqxx' finds nothing, though '{word}' does")
            page.goto(url)
            page.focus("#query")
            page.keyboard.type("zzqqxx")
            page.wait_for_selector("#found:not(:empty)", timeout=5000)
            if page.get_attribute("#query", "aria-expanded") != "false":
                fail("search", where, "a word that is not on the site has results")
            page.context.close()
    say(f"search: checked with '{word}', from disk and from a server")


def embeds(browser, site):
    """Checks that no embed is higher than it says, all open, and that the code for other pages says the same."""
    page, spare, count = _page(browser, 320, 200), 0, 0
    for path in (p for p in site.pages if p.startswith("embed/")):
        page.goto(site.file_url(path))
        page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
        heights = {}
        says = int(page.get_attribute("body", "data-height"))
        for width in (320, 360, 480, 560, 640):
            page.set_viewport_size({"width": width, "height": 200})
            needs = heights[width] = page.evaluate("document.documentElement.scrollHeight")
            if needs > says:
                fail("embed", f"{site.name}/{path} at {width} px", f"is {needs} px high, and says {says}")
            if width == 320:
                spare, count = spare + says - needs, count + 1
        page.goto(site.file_url(path.replace("embed/", "questions/")))
        code = page.evaluate("document.querySelector('textarea.code')?.value")
        if code and f'height="{says}"' not in code:
            fail("embed", f"{site.name}/{path}", f"the code for other pages does not say {says}: {code}")
        if code:
            least, most, start, fall = map(float, re.search(
                r"clamp\(([\d.]+)px,([\d.]+)px - \(100vw - ([\d.]+)px\)\*([\d.]+),", code).groups())
            for width, needs in heights.items():
                # The frame is 48 px narrower than the window.
                given = min(max(least, most - (width + 48 - start) * fall), most)
                if needs > given:
                    fail("embed", f"{site.name}/{path} at {width} px", f"is {needs} px high, and its code gives {given}")
    page.context.close()
    say(f"embeds: {count} checked; at 320 px they are on average {spare // max(count, 1)} px higher than needed")


def loads(browser, site):
    """Loads every page, from disk and below a path: no other host, no policy violation, no error, no script, not too large."""
    sizes, asked = {}, []
    scripts_of = "[...document.scripts].filter((s) => !/json/.test(s.type)).length"
    with served(site) as base:
        for begin in (site.folder.resolve().as_uri() + "/", base):
            page = _page(browser)
            errors = []
            page.on("request", lambda request: asked.append(request))
            page.on("console", lambda message: message.type == "error"
                    # Chromium requests this file from a server if the page names no icon.
                    and not message.location["url"].endswith("/favicon.ico") and errors.append(message.text))
            page.on("pageerror", lambda error: errors.append(str(error)))
            for path in site.pages:
                asked.clear(), errors.clear()
                where = f"{site.name}/{path} ({begin.split(':')[0]})"
                page.goto(begin + path)
                for request in asked:
                    if not request.url.startswith(begin) and not request.url.startswith("data:"):
                        fail("requests", where, f"requests from another host: {request.url}")
                    elif request.resource_type == "script" and path != "search.html":
                        fail("requests", where, f"loads a script: {request.url}")
                for text in page.evaluate("seen.violations") + errors:
                    fail("policy", where, text)
                if path != "search.html" and page.evaluate(scripts_of):
                    fail("requests", where, "has a script")
                if begin == base:
                    names = {path} | {r.url.removeprefix(base) for r in asked if r.url.startswith(base)}
                    icons = page.evaluate("[...document.querySelectorAll('link[rel=icon]')].map((l) => l.href)")
                    names |= {i.removeprefix(base) for i in icons if i.startswith(base)}
                    files = {site.folder / re.split("[?#]", n)[0] for n in names if not n.split("?")[0].endswith(".woff2")}
                    sizes[path] = sum(len(gzip.compress(FONT.sub(b"", f.read_bytes()), 6)) for f in files if f.is_file())
                    if sizes[path] > LARGEST:
                        fail("size", where, f"{sizes[path]} bytes compressed, with everything that it loads but fonts; the limit is {LARGEST}")
            page.context.close()
    largest = sorted(sizes.items(), key=lambda pair: -pair[1])[:3]
    say(f"loaded {len(site.pages)} pages from disk and below a path; largest: "
        + ", ".join(f"{path} {size / 1000:.1f} kB" for path, size in largest))


def _load_slowly(browser, address):
    """The largest paint in seconds and the layout shift of a page on slow 4G with a processor four times slower."""
    page = _page(browser, 360, 740, reduced_motion="no-preference")
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", {"offline": False, "latency": 150,
                 "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 0.75e6 / 8})
    session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address, wait_until="load")
    page.wait_for_timeout(250)
    # On a busy machine, the paint is reported later.
    for _ in range(20):
        if page.evaluate("seen.paint") > 0:
            break
        page.wait_for_timeout(100)
    seen = page.evaluate("seen")
    page.context.close()
    return seen["paint"] / 1000, seen["shift"]


def paints(browser, site):
    """Checks that the layout does not shift on slow 4G with a processor four times slower. Prints the largest paint.

    A page is loaded up to three times, because a busy machine may decode the fonts after the first paint, which moves lines.
    """
    found = {}
    with served(site) as base:
        for kind, path in site.kinds().items():
            for _ in range(3):
                found[kind], shift = _load_slowly(browser, base + path)
                if shift == 0:
                    break
            else:
                fail("shift", f"{site.name}/{path}", f"the layout shifts by {shift:.4f} while it loads")
    say("largest paint, slow 4G, slow processor: " + ", ".join(f"{k} {s:.2f} s" for k, s in found.items()))
    if slow := [k for k, s in found.items() if s > 1.2]:
        say(f"slower than 1.2 s: {', '.join(slow)}")
