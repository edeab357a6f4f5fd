"""`mkdocs serve` shows what an editor saves in data/."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from built import ROOT, eventually

BULLETIN = "kien-giang/huyen-vinh-thuan/2023-6-thang/"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def serving(folder: Path) -> Iterator[Callable[[str], str]]:
    """A server of the folder's site on loopback, ended at the end; gives a function that fetches a page."""
    port = free_port()
    server = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"],
        cwd=folder,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))

    def fetch(address: str) -> str:
        try:
            with opener.open(f"http://127.0.0.1:{port}/{address}", timeout=5) as answer:
                return str(answer.read().decode("utf-8"))
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return ""

    try:
        yield fetch
    finally:
        server.terminate()
        server.wait(timeout=20)


def test_saving_a_data_file_reloads_its_page_and_a_mistake_does_not_end_the_server(tmp_path: Path):
    for name in ("data", "content", "theme_overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    file = tmp_path / "data/kien-giang/huyen-vinh-thuan/2023-6-thang.yml"
    sound = file.read_text(encoding="utf-8")

    with serving(tmp_path) as fetch:
        assert eventually(lambda: "1.210" in fetch(BULLETIN))
        time.sleep(1)  # the watcher starts after the first page can be had
        file.write_text(sound.replace("1.210", "1.21", 1), encoding="utf-8")
        time.sleep(2)
        file.write_text(sound.replace("1.210", "4.321", 1), encoding="utf-8")
        assert eventually(lambda: "4.321" in fetch(BULLETIN))
