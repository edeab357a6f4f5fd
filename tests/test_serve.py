"""`bantin serve` as an editor sees it: pages that follow each save, and a slip told beside the last good page."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import small_country
from browser import in_browser, started
from built import ROOT, called, eventually
from conftest import SOUND

from bantin.folders import folders_of
from bantin.serving import State, server_at, watch

BULLETIN = "kien-giang/huyen-vinh-thuan/2023-6-thang/"
SCRIPT = b'<script src="/.bantin/xem.js"></script>'
Fetch = Callable[..., tuple[int, bytes]]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site that was looked at before, with the tables of its country beside it."""
    root = tmp_path_factory.mktemp("truoc")
    small_country.write_tables(root / "bang")
    shutil.copytree(SOUND, root / "trang")
    shutil.copy(ROOT / "mkdocs.yml", root / "trang")
    (root / "trang/content/gioi-thieu.md").write_text("# Giới thiệu\n\nTrang mẫu.\n", encoding="utf-8")
    done = called(
        *small_country.program("bantin", root / "bang"), "build", "--site-dir", "xem-thu", folder=root / "trang"
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return root


@pytest.fixture
def folder(tmp_path: Path, built: Path) -> Path:
    """That site once more."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path / "trang"


@contextmanager
def served(folder: Path, *, base: str = "/") -> Iterator[tuple[str, Fetch, State]]:
    """The site as `bantin serve` shows it, built in the small country; where, and what fetches a page."""
    folders, state, stop = folders_of(folder), State(), threading.Event()
    site = folder / "xem-thu"
    start = [sys.executable, *small_country.program("bantin", folder.parent / "bang")]
    server = server_at(0, site, state=state, base=base)
    where = f"http://127.0.0.1:{server.server_port}"
    known = {"state": state, "stop": stop, "command": lambda *words: [*start, *words, "--root", str(folder)]}
    threads = [
        threading.Thread(target=server.serve_forever, daemon=True),
        threading.Thread(target=watch, args=(folders, site), kwargs=known),
    ]
    for thread in threads:
        thread.start()
    try:
        yield where, lambda path: fetched(f"{where}{path}"), state
    finally:
        stop.set()
        server.shutdown()
        server.server_close()
        threads[1].join(timeout=30)
        assert not threads[1].is_alive()


def fetched(address: str) -> tuple[int, bytes]:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    try:
        with opener.open(address, timeout=40) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def change(folder: Path, old: str, new: str) -> None:
    file = folder / f"data/{BULLETIN.rstrip('/')}.yml"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def until(state: State, stage: str) -> None:
    """Waits until this is how it stands."""
    assert eventually(lambda: state.now.stage == stage), state.now


def test_a_site_that_begins_with_a_slip_tells_of_it_and_comes_when_it_is_mended(folder: Path):
    shutil.rmtree(folder / "xem-thu")
    change(folder, "1.210", "1.21")
    with served(folder) as (_, fetch, state):
        until(state, "failed")
        assert [(slip["file"], slip["severity"]) for slip in state.now.slips] == [
            ("data/kien-giang/huyen-vinh-thuan/2023-6-thang.yml", "error")
        ]
        code, page = fetch(f"/{BULLETIN}")
        assert code == 200
        assert "Trang xem thử" in page.decode()
        change(folder, "1.21", "1.210")
        until(state, "sound")
        assert b"1.210" in fetch(f"/{BULLETIN}")[1]


def test_a_slip_leaves_the_last_good_pages_and_what_it_says(folder: Path):
    with served(folder) as (_, fetch, state):
        until(state, "sound")
        change(folder, "1.210", "1.21")
        until(state, "failed")
        told = json.loads(fetch("/.bantin/moi?biet=-1")[1])
        assert (told["stage"], told["build"]) == ("failed", 1)
        assert ["«1.21»" in slip["message"] for slip in told["slips"]] == [True]
        assert b"1.210" in fetch(f"/{BULLETIN}")[1]
        change(folder, "1.21", "4.321")
        until(state, "sound")
        assert (state.now.build, state.now.slips) == (2, ())
        assert b"4.321" in fetch(f"/{BULLETIN}")[1]


@pytest.mark.parametrize(
    ("file", "text", "told"),
    [
        ("theme_overrides/bantin/bulletin.md", "{{ khong_co }}", "bulletin.md"),
        ("content/gioi-thieu.md", "# Giới thiệu\n\n[a](khong-co.md)\n", "khong-co.md"),
        ("mkdocs.yml", "site_name: [\n", "mkdocs.yml"),
    ],
)
def test_whatever_is_wrong_is_told_and_goes_away_when_mended(folder: Path, file: str, text: str, told: str):
    path = folder / file
    path.parent.mkdir(parents=True, exist_ok=True)
    with served(folder) as (_, fetch, state):
        until(state, "sound")
        was = path.read_bytes() if path.exists() else b""
        path.write_text(text, encoding="utf-8")
        until(state, "failed")
        assert told in state.now.said + "".join(slip["message"] for slip in state.now.slips)
        assert b"1.210" in fetch(f"/{BULLETIN}")[1]
        path.write_bytes(was) if was else path.unlink()
        until(state, "sound")


def test_what_is_served_is_the_site_with_one_script_more(folder: Path):
    with served(folder, base="/cchc/") as (_, fetch, state):
        until(state, "sound")
        built = folder / "xem-thu"
        assert fetch("/cchc/") == (200, (built / "index.html").read_bytes().replace(b"</body>", SCRIPT + b"</body>"))
        assert fetch("/")[1] == fetch(f"/cchc/{BULLETIN.rstrip('/')}/../../../")[1] == fetch("/cchc/")[1]
        assert fetch(f"/cchc/{BULLETIN.rstrip('/')}") == fetch(f"/cchc/{BULLETIN}")
        assert fetch("/cchc/sitemap.xml")[1] == (built / "sitemap.xml").read_bytes()
        code, page = fetch("/cchc/khong-co/")
        assert code == 404
        assert page == (built / "404.html").read_bytes().replace(b"</body>", SCRIPT + b"</body>")
        for outside in (
            "/cchc/..%2fmkdocs.yml",
            "/cchc/%2e%2e/mkdocs.yml",
            "/cchc//etc/passwd",
            "/.bantin/../mkdocs.yml",
        ):
            assert b"site_name" not in fetch(outside)[1]
        assert not any(SCRIPT in page.read_bytes() for page in built.rglob("*.html"))
        assert not (folder / "site").exists()


@in_browser
def test_a_page_follows_what_is_saved(folder: Path, tmp_path: Path):
    shutil.rmtree(folder / "xem-thu")
    change(folder, "1.210", "1.21")
    panel = "document.querySelector('#bantin-xem[role=alert]')"
    with served(folder) as (where, _, _), started(tmp_path / "ho-so") as browser:
        browser.open(f"{where}/{BULLETIN}")
        browser.until(panel)
        assert "2023-6-thang.yml, dòng " in browser.run(f"{panel}.textContent")
        browser.until(f"getComputedStyle({panel}).position === 'fixed'")
        change(folder, "1.21", "1.210")
        browser.until("document.querySelector('h1')?.textContent.includes('Vĩnh Thuận')")
        browser.until("!document.querySelector('#bantin-xem')")
        change(folder, "1.210", "1.21")
        browser.until(panel)
        assert "<b>1.210</b>" in browser.run("document.querySelector('.loi-dan').innerHTML")
        assert "Đang hiện trang của lần dựng trước" in browser.run(f"{panel}.textContent")
        browser.until(f"getComputedStyle({panel}).position === 'fixed'")  # the page has a policy of its own
        assert browser.run("document.querySelector('meta[http-equiv=Content-Security-Policy]') !== null")
        change(folder, "1.21", "4.321")
        browser.until("document.querySelector('.loi-dan')?.innerHTML.includes('<b>4.321</b>')")
        assert browser.run("document.querySelector('#bantin-xem') === null")


@pytest.mark.skipif(os.name == "nt", reason="how Ctrl+C is sent")
def test_the_command_takes_the_next_port_and_stops_at_once(folder: Path, tmp_path: Path):
    change(folder, "1.210", "1.21")
    with closing(socket.socket()) as taken, (tmp_path / "log").open("w", encoding="utf-8") as log:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        command = [sys.executable, "-u", "-m", "bantin", "serve", "--root", str(folder), "--port", str(port)]
        process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)
        said = Path(log.name).read_text
        try:
            assert eventually(lambda: "2023-6-thang.yml:" in said(encoding="utf-8"))
            process.send_signal(signal.SIGINT)
            assert process.wait(timeout=20) == 0
        finally:
            process.kill()
    assert f"Cổng {port} đang có chương trình khác dùng" in said(encoding="utf-8")
    assert said(encoding="utf-8").endswith("\nĐã dừng.\n")
