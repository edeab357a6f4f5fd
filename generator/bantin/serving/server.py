"""The pages of a site over HTTP, for a browser on this machine, each with a script that tells what is wrong."""

import http.server
import json
import posixpath
import sys
from functools import partial
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from bantin.serving.shown import State

OURS = "/.bantin/"
"""Below this stands what is no part of the site."""
WAITING = 25.0
"""Seconds after which a browser that waits for news is told that there are none."""
_HERE = Path(__file__).parent
_SCRIPT = f'<script src="{OURS}xem.js"></script>'.encode()
"""Loads its style as a file: the policy of the pages allows no other."""
_ADDED = {
    f"{OURS}xem.js": ("xem.js", "text/javascript; charset=utf-8"),
    f"{OURS}xem.css": ("xem.css", "text/css; charset=utf-8"),
}


def server_at(port: int, site: Path, *, state: State, base: str) -> http.server.ThreadingHTTPServer:
    """A server on loopback of what stands in a folder, below `base` («/cchc/»); OSError where the port is taken."""
    return _Server(("127.0.0.1", port), partial(_Handler, directory=str(site), state=state, base=base))


class _Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that went away while it waited is no error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *args: object, state: State, base: str, **kwargs: object) -> None:
        self.state, self.base = state, base
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """A page with our script, a file as it is, or what is known of the site."""
        path = urlsplit(self.path).path
        if path == f"{OURS}moi":
            self._tell()
        elif path in _ADDED:
            name, kind = _ADDED[path]
            self._send((_HERE / name).read_bytes(), kind)
        elif not path.startswith(self.base):
            self._lead(self.base)
        elif page := self._page():
            self._send(page.replace(b"</body>", _SCRIPT + b"</body>", 1), "text/html; charset=utf-8")
        elif not self.state.now.build:
            self._send((_HERE / "cho.html").read_bytes(), "text/html; charset=utf-8")
        elif self._is_page() and not path.endswith("/"):
            self._lead(f"{path}/")
        elif Path(self.translate_path(self.path)).is_file():
            super().do_GET()
        else:
            self._send(self._missing(), "text/html; charset=utf-8", HTTPStatus.NOT_FOUND)

    def translate_path(self, path: str) -> str:
        """The file that a path below the base names."""
        return super().translate_path("/" + path.removeprefix(self.base).lstrip("/"))

    def end_headers(self) -> None:
        """No browser keeps anything: the next build may say otherwise."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Nothing: whoever writes does not read who fetched what."""

    def _tell(self) -> None:
        known = parse_qs(urlsplit(self.path).query).get("biet", ["-1"])[0]
        now = self.state.after(int(known), seconds=WAITING) if known.isdigit() else self.state.now
        self._send(json.dumps(now.told(), ensure_ascii=False).encode(), "application/json; charset=utf-8")

    def _is_page(self) -> bool:
        return (Path(self.translate_path(self.path)) / "index.html").is_file()

    def _page(self) -> bytes:
        path = urlsplit(self.path).path
        file = Path(self.translate_path(self.path))
        if path.endswith("/"):
            file /= "index.html"
        try:
            return file.read_bytes() if file.suffix == ".html" else b""
        except OSError:
            return b""

    def _missing(self) -> bytes:
        try:
            page = (Path(self.directory) / "404.html").read_bytes()
        except OSError:
            return b""
        return page.replace(b"</body>", _SCRIPT + b"</body>", 1)

    def _lead(self, path: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", posixpath.normpath(path) + "/" if path != "/" else "/")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, content: bytes, kind: str, status: HTTPStatus = HTTPStatus.OK) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)
