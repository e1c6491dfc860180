"""A built site: its pages, one page of each kind, and a server that serves it below a path."""
import functools, gzip, http.server, json, threading
from pathlib import Path

SPECIAL = ["index", "sources", "disagreements", "unknowns", "timeline", "updates", "corrections", "data", "methodology",
           "a-z", "search", "404"]


class Site:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.name = self.folder.name
        self.pages = sorted(p.relative_to(self.folder).as_posix() for p in self.folder.rglob("*.html"))
        self.record = {e["path"] for e in json.loads((self.folder / "sitegen.json").read_text())["files"]} | {"sitegen.json"}

    def kinds(self):
        """One page of each kind that the site has, by the name of the kind."""
        questions = json.loads((self.folder / "data/questions.json").read_text())
        found = {name: f"{name}.html" for name in SPECIAL}
        topics = [q["topic"] for q in questions]
        page = lambda q: f"questions/{q['id']}.html"
        most = lambda some: max(some, key=lambda q: len(q["claims"]), default=None)
        chart = lambda q: (self.folder / f"questions/{q['id']}.svg").exists()
        kinds = {
            "topic": (max(sorted(set(topics)), key=topics.count) + ".html") if topics else None,
            "question-chart": most(q for q in questions if chart(q) and not q["sensitive"]),
            "question-words": most(q for q in questions if not chart(q) and not q["sensitive"] and q["choices"]),
            "question-sensitive": most(q for q in questions if q["sensitive"]),
            "question-unanswered": most(q for q in questions if not q["claims"]),
        }
        for kind, what in kinds.items():
            if what is not None:
                found[kind] = what if isinstance(what, str) else page(what)
        if kinds["question-chart"]:
            found["embed"] = f"embed/{kinds['question-chart']['id']}.html"
        known = set(found.values()) | {f"{topic}.html" for topic in topics}
        notes = [p for p in self.pages if "/" not in p and p not in known]
        sources = [p for p in self.pages if p.startswith("sources/")]
        if notes:
            found["note"] = notes[0]
        if sources:
            found["source"] = max(sources, key=lambda p: (self.folder / p).stat().st_size)
        return {kind: path for kind, path in found.items() if path in self.pages}

    def file_url(self, page):
        return (self.folder.resolve() / page).as_uri()


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the folder below /any/path/, compressed. Everything else is not found."""
    prefix = "/any/path/"
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        path = self.translate_path("/" + self.path.removeprefix(self.prefix))
        try:
            if not self.path.startswith(self.prefix):
                raise OSError
            body = Path(path).read_bytes()
        except OSError:
            self.send_response(404)
            self.send_header("Content-Length", "0")
            return self.end_headers()
        body = gzip.compress(body, 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """Ignores connections that a browser leaves open or half read when it goes to the next page."""


class served:
    """`with served(site) as base:` gives the address below which the site is served."""

    def __init__(self, site):
        handler = functools.partial(_Handler, directory=str(site.folder))
        self.server = _Server(("127.0.0.1", 0), handler)

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_port}{_Handler.prefix}"

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
