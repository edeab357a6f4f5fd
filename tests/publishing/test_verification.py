"""A published site held against what it says of itself: what is wrong is named, and nothing else is said."""

import gzip
import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from email.utils import formatdate
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sites import fill, signed

from bantin.cli import main
from bantin.publishing import fetching

COMMIT = "0123456789abcdef0123456789abcdef01234567"
FILES = {"index.html": "trang chủ", "a b/index.html": "a", "a b/đường.html": "b", "nen.gz": "đã nén", "rong.txt": ""}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    signed(tmp_path / "site", FILES, COMMIT)
    return tmp_path / "site"


def verify(where: object, *more: str, root: Path | None = None) -> Result:
    return CliRunner().invoke(main, ["verify", str(where), "--root", str(root or Path(__file__).parent), *more])


class Quiet(http.server.SimpleHTTPRequestHandler):
    """Gives the files of a folder, in the way that a test asks for."""

    def log_message(self, format: str, *arguments: object) -> None:
        pass

    def list_directory(self, path: object) -> None:
        self.send_error(404)


class Packed(Quiet):
    """Sends everything packed, and claims so."""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        content = gzip.compress(path.read_bytes())
        self.send_response(200)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


class Claims(Quiet):
    """Sends files as they are, and claims that those which are packed by themselves are packed on the way."""

    def end_headers(self) -> None:
        if self.path.endswith(".gz"):
            self.send_header("Content-Encoding", "gzip")
        super().end_headers()


class Moved(Quiet):
    """Has moved to /moi/."""

    def do_GET(self) -> None:
        if self.path.startswith("/moi/"):
            self.path = self.path.removeprefix("/moi")
            super().do_GET()
        else:
            self.send_response(301)
            self.send_header("Location", f"/moi{self.path}")
            self.send_header("Content-Length", "0")
            self.end_headers()


class Keeps(Quiet):
    """Reads a file itself and hands it out to nobody."""

    def do_GET(self) -> None:
        if self.path == "/_headers":
            self.send_error(404)
        else:
            super().do_GET()


class ToAFile(Quiet):
    """Sends whoever comes to a file of its own."""

    def do_GET(self) -> None:
        self.send_response(302)
        self.send_header("Location", "file:///etc/passwd")
        self.send_header("Content-Length", "0")
        self.end_headers()


class Endless(Quiet):
    """Never stops."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while True:
                self.wfile.write(b" " * 65536)
        except OSError:  # nobody listens any more
            return


class Loops(Quiet):
    """Sends whoever comes in circles."""

    def do_GET(self) -> None:
        self.send_response(302)
        self.send_header("Location", self.path)
        self.send_header("Content-Length", "0")
        self.end_headers()


class Broken(Quiet):
    """Ends before everything was said."""

    def do_GET(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"{")


@contextmanager
def served(folder: Path, handler: type[Quiet] = Quiet) -> Iterator[str]:
    def made(*arguments: object) -> Quiet:
        return handler(*arguments, directory=str(folder))  # type: ignore[arg-type]

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), made)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def as_folder(folder: Path) -> Iterator[str]:
    yield str(folder)


WAYS = [as_folder, served]
SPOILT: list[tuple[Callable[[Path], object], str]] = [
    (lambda site: (site / "a b/index.html").unlink(), "Thiếu (1 tệp): «a b/index.html»."),
    (lambda site: (site / "rong.txt").write_text("x"), "Khác với lúc dựng (1 tệp): «rong.txt»."),
    (lambda site: (site / "index.html").write_text("trang cht"), "Khác với lúc dựng (1 tệp): «index.html»."),
    (lambda site: (site / "a b/đường.html").write_text("c"), "Khác với lúc dựng (1 tệp): «a b/đường.html»."),
]


@pytest.mark.parametrize("way", WAYS)
def test_a_whole_site_is_told_with_its_commit_its_counts_and_its_date(site: Path, way: Callable):
    with way(site) as where:
        done = verify(where)

    first, *others = done.output.splitlines()
    assert first.startswith("Trang từ commit 0123456789ab, 5 trang, 1 bản tin, 34 số liệu, dựng lúc ")
    assert others == ["Đã đọc cả 5 tệp; mọi tệp đã đọc đều đúng như lúc dựng."]
    assert done.exit_code == 0


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("spoil", "said"), SPOILT)
def test_what_is_wrong_is_named(site: Path, way: Callable, spoil: Callable[[Path], object], said: str):
    spoil(site)
    with way(site) as where:
        done = verify(where)

    assert said in done.output.splitlines()
    assert done.output.splitlines()[-1] == "Đã đọc cả 5 tệp; trang không còn đúng như lúc dựng."
    assert done.exit_code == 1


def test_what_a_host_adds_is_named_and_does_no_harm(site: Path):
    fill(site, {"CNAME": "x", "uploads/a.jpg": "y"})
    done = verify(site)

    assert "Không phải do lần dựng này (2 tệp): «CNAME», «uploads/a.jpg»." in done.output.splitlines()
    assert done.exit_code == 0


@pytest.mark.parametrize("handler", [Packed, Claims, Moved])
def test_however_a_server_sends_a_file_it_is_the_same_file(site: Path, handler: type[Quiet]):
    with served(site, handler) as where:
        done = verify(where)

    assert done.output.splitlines()[-1] == "Đã đọc cả 5 tệp; mọi tệp đã đọc đều đúng như lúc dựng."


def test_what_hosts_read_and_hand_out_to_nobody_is_asked_of_a_folder_alone(tmp_path: Path):
    site = tmp_path / "site"
    signed(site, FILES | {"_headers": "/*"}, COMMIT)
    with served(site, Keeps) as where:
        done = verify(where)
    (site / "_headers").unlink()

    assert done.output.splitlines()[-1] == "Đã đọc cả 5 tệp; mọi tệp đã đọc đều đúng như lúc dựng."
    assert "Thiếu (1 tệp): «_headers»." in verify(site).output.splitlines()


@pytest.mark.parametrize("handler", [ToAFile, Endless, Loops, Broken])
def test_a_server_that_does_evil_is_one_sentence(site: Path, handler: type[Quiet], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(fetching, "LONGEST", 1.0)
    with served(site, handler) as where:
        done = verify(where)

    assert done.exit_code == 1
    assert len(done.output.splitlines()) == 1
    assert done.output.startswith(("Không đọc được build-info.json ở «", "Tệp build-info.json của trang "))


@pytest.mark.parametrize(
    "where", ["http://127.0.0.1:1", "khong-co", "ftp://a.example", "https://u:p@a.example/", "http:///"]
)
def test_what_is_no_site_is_said(where: str):
    done = verify(where)

    assert done.exit_code in (1, 2)
    assert "u:p" not in done.output
    assert "Traceback" not in done.output


def test_a_site_that_says_nothing_of_itself_cannot_be_held_against_anything(tmp_path: Path):
    fill(tmp_path, {"index.html": "x"})
    assert "không biết trang phải có những tệp nào" in verify(tmp_path).output
    with served(tmp_path) as where:
        done = verify(where)

    assert done.output == f"Không đọc được build-info.json ở «{where.rstrip('/')}»: máy chủ trả lời 404.\n"
    assert done.exit_code == 1


def test_a_sample_reads_as_many_files_as_were_asked_for(site: Path):
    assert verify(site, "--sample", "2").output.splitlines()[-1].startswith("Đã đọc 2 trong số 5 tệp;")
    assert verify(site, "--sample", "50").output.splitlines()[-1].startswith("Đã đọc cả 5 tệp;")
    assert verify(site, "--sample", "0").exit_code == 2


@pytest.mark.parametrize(
    ("head", "said", "code"),
    [
        (COMMIT, "Đó đúng là commit đang có ở đây.", 0),
        ("f" * 40, "Ở đây đang có commit khác: ffffffffffff.", 1),
        ("", "", 1),
    ],
)
def test_the_commit_is_held_against_the_checkout(site: Path, tmp_path: Path, head: str, said: str, code: int):
    if head:
        fill(tmp_path, {".git/HEAD": f"{head}\n"})
    plain, strict = verify(site, root=tmp_path), verify(site, "--same-commit", root=tmp_path)

    assert (plain.exit_code, strict.exit_code) == (0, code)
    assert [line for line in plain.output.splitlines() if "ở đây" in line.lower()] == ([said] if said else [])


@pytest.mark.parametrize("said", ["", "hôm qua", formatdate(9e9, usegmt=True), "Thu, 01 Jan 1970 00:00:00 GMT"])
def test_a_date_is_told_where_the_server_names_one_that_can_be(site: Path, said: str):
    class Dated(Quiet):
        def send_header(self, keyword: str, value: str) -> None:
            super().send_header(keyword, said if keyword == "Last-Modified" else value)

    with served(site, Dated) as where:
        first = verify(where).output.splitlines()[0]

    end = ", dựng lúc 07:00 ngày 01/01/1970 (giờ Việt Nam)." if "1970" in said else " 34 số liệu."
    assert first.endswith(end)
