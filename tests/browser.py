"""A browser without windows, where one is installed: to print a page, or to be told through a pipe what to do."""

import functools
import gzip
import http.server
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
in_browser = pytest.mark.skipif(
    not CHROMIUM and not os.environ.get("CI"), reason="needs Chromium (on Debian: apt install chromium)"
)
"""A test that needs a browser: without one it is left out, which conftest.py says at the end; in CI it fails."""
QUIET = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync")  # fmt: skip
FLAGS = (*QUIET, "--dump-dom")
"""What makes a browser print a page once all of it has come."""
SUB_PATH = "/o-dau/do"
"""Below what a site is served: none may count on standing at the root of a server."""


class Browser:
    """A browser that does what it is told, by the DevTools protocol through a pipe."""

    def __init__(self, process: subprocess.Popen[bytes], told: int, said: int) -> None:
        self.process, self._told, self._said = process, told, said
        self._number, self._rest = 0, b""
        self.events: list[dict[str, Any]] = []
        self.refused: list[str] = []
        """What the policy of a page stopped, since the browser was started."""
        target = self.tell("Target.createTarget", url="about:blank")["targetId"]
        self._session = ""
        self._session = str(self.tell("Target.attachToTarget", targetId=target, flatten=True)["sessionId"])
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.tell(f"{domain}.enable")

    def tell(self, method: str, **values: object) -> dict[str, Any]:
        """What the browser answers; what else it says meanwhile stands in `events`."""
        self._number += 1
        message: dict[str, object] = {"id": self._number, "method": method, "params": values}
        if getattr(self, "_session", ""):
            message["sessionId"] = self._session
        os.write(self._told, json.dumps(message).encode() + b"\0")
        while True:
            said = self._next()
            if said.get("id") == self._number:
                assert "error" not in said, said["error"]
                return dict(said["result"])
            self.events.append(said)

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._rest:
            part = os.read(self._said, 1 << 16)
            assert part, "the browser has ended"
            self._rest += part
        line, _, self._rest = self._rest.partition(b"\0")
        said = dict(json.loads(line))
        if said.get("method") == "Log.entryAdded" and "Content Security Policy" in str(said["params"]):
            entry = said["params"]["entry"]
            self.refused.append(f"{entry.get('url', '')}: {entry['text']}")
        return said

    def run(self, script: str) -> Any:
        """What an expression gives, once what it promises has come."""
        found = self.tell(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True, userGesture=True
        )
        assert "exceptionDetails" not in found, found["exceptionDetails"]
        return found["result"].get("value")

    def open(self, address: str) -> None:
        """A page, until all of it has come."""
        self.tell("Page.navigate", url="about:blank")
        self.events.clear()
        self.tell("Page.navigate", url=address)
        self.until("document.readyState === 'complete' && location.href !== 'about:blank'")

    def until(self, script: str) -> None:
        """Waits until something is true in the page, twenty seconds at most."""
        end = time.monotonic() + 20
        while not self.run(f"Boolean({script})"):
            assert time.monotonic() < end, script
            time.sleep(0.02)

    def press(self, key: str, *, shift: bool = False) -> None:
        """A key of the keyboard: «Tab», «Enter», «ArrowDown», «Escape»."""
        codes = {"Tab": 9, "Enter": 13, "Escape": 27, "ArrowUp": 38, "ArrowDown": 40}
        known = {"key": key, "code": key, "windowsVirtualKeyCode": codes[key], "modifiers": 8 if shift else 0}
        text = {"text": "\r"} if key == "Enter" else {}
        self.tell("Input.dispatchKeyEvent", type="keyDown" if text else "rawKeyDown", **known, **text)
        self.tell("Input.dispatchKeyEvent", type="keyUp", **known)

    def insert(self, text: str) -> None:
        """Text as a voice, a clipboard or an input method puts it in: without any key."""
        self.tell("Input.insertText", text=text)

    def requested(self) -> list[str]:
        """The addresses that were asked for since the page was opened."""
        self.run("1")
        return [
            str(event["params"]["request"]["url"])
            for event in self.events
            if event.get("method") == "Network.requestWillBeSent"
        ]


_BY_PIPES = """
import os, sys
from fcntl import F_DUPFD, fcntl
read, write = (fcntl(int(number), F_DUPFD, 10) for number in sys.argv[1:3])
os.dup2(read, 3)
os.dup2(write, 4)
os.execvp(sys.argv[3], sys.argv[3:])
"""
"""Starts a browser that reads from the third and writes into the fourth of its files, as it wants them."""


@contextmanager
def started(profile: Path, *flags: str) -> Iterator[Browser]:
    """A browser, until its work is done; no page may have tried what its policy stops."""
    assert CHROMIUM
    (read, told), (said, write) = os.pipe(), os.pipe()
    command = [CHROMIUM, *QUIET, f"--user-data-dir={profile}", "--remote-debugging-pipe", *flags, "about:blank"]
    process = subprocess.Popen(
        [sys.executable, "-c", _BY_PIPES, str(read), str(write), *command],
        pass_fds=(read, write),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(read)
    os.close(write)
    try:
        browser = Browser(process, told, said)
        yield browser
        browser.run("1")
        assert browser.refused == []
    finally:
        process.terminate()
        process.wait(30)
        os.close(told)
        os.close(said)


class _Below(http.server.SimpleHTTPRequestHandler):
    """Serves a site below a path."""

    headers_sent: Callable[[], dict[str, str]] = dict
    below = SUB_PATH
    is_packing = False

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        if not self.path.startswith(f"{self.below}/"):
            self.send_error(404)
            return
        self.path = self.path.removeprefix(self.below)
        file = Path(self.translate_path(self.path))
        file = file / "index.html" if file.is_dir() else file
        if not (self.is_packing and file.is_file() and file.suffix in (".html", ".css", ".js", ".svg")):
            super().do_GET()
            return
        content = gzip.compress(file.read_bytes())
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(file)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def end_headers(self) -> None:
        for name, value in type(self).headers_sent().items():
            self.send_header(name, value)
        super().end_headers()


def headers_of(site: Path) -> dict[str, str]:
    """What hosts send with every page of a site, as its `_headers` says."""
    rule = (site / "_headers").read_text(encoding="utf-8").split("\n\n")[1].splitlines()
    assert rule[0].endswith("/*")
    return dict(line.strip().split(": ", 1) for line in rule[1:])


@contextmanager
def served(
    site: Path, headers: dict[str, str] | None = None, *, below: str = SUB_PATH, is_packing: bool = False
) -> Iterator[str]:
    """The address of a site, which a server answers for; it sends texts compressed where it is asked to."""
    said = {"headers_sent": staticmethod(lambda: headers or {}), "below": below, "is_packing": is_packing}
    handler = type("Handler", (_Below,), said)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(handler, directory=str(site)))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}{below}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
