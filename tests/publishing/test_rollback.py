"""The site before comes back by one command, step by step, and nothing is lost on the way."""

import errno
import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sites import build, fill, signed, texts, workshop

from bantin.cli import main
from bantin.publishing import publish, roll_back, swap
from bantin.publishing.releases import releases
from bantin.writing import PublishError

NOW = datetime(2026, 11, 27, tzinfo=UTC)


def number(site: Path) -> str:
    return (site / "index.html").read_text(encoding="utf-8")


def kept(site: Path) -> list[int]:
    return [release.number for release in releases(workshop(site))]


@pytest.fixture(params=["by one exchange", "file by file", "beside foreign files"])
def site(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site of four builds, which say their numbers; the first is gone."""
    site = tmp_path / "site"
    if request.param == "file by file":
        monkeypatch.setattr(swap, "_exchange", lambda one, other: errno.ENOSYS)
    for text in "1234":
        signed(site, {"index.html": text, f"trang/{text}.html": text, "a.css": "như nhau"}, commit=text * 40)
        if text == "1" and request.param == "beside foreign files":
            fill(site, {"CNAME": "bantin.example"})
    return site


def ours(site: Path) -> dict[str, str]:
    return {name: text for name, text in texts(site).items() if name not in ("CNAME", "build-info.json")}


def test_each_rollback_goes_one_step_back_and_the_next_build_goes_on_from_there(site: Path):
    for text in "321":
        done = roll_back(site, (), now=NOW)

        assert done.now.info
        assert (done.now.number, done.now.info.commit) == (int(text), text * 40)
        assert ours(site) == {"index.html": text, f"trang/{text}.html": text, "a.css": "như nhau"}
        assert len(kept(site)) == 3
    with pytest.raises(PublishError, match="bản nào cũ hơn"):
        roll_back(site, (), now=NOW)
    assert number(site) == "1"

    signed(site, {"index.html": "mới"})
    assert number(site) == "mới"
    assert kept(site) == [1]  # what was taken back is no longer in the way of the next rollback
    roll_back(site, (), now=NOW)
    assert number(site) == "1"


def test_a_site_that_was_taken_back_comes_forward_again_by_its_number(site: Path):
    roll_back(site, (), now=NOW)
    assert roll_back(site, (), now=NOW, to=4).now.number == 4
    assert (number(site), kept(site)) == ("4", [3, 2, 1])
    roll_back(site, (), now=NOW, to=2)
    assert (number(site), kept(site)) == ("2", [4, 3, 1])
    with pytest.raises(PublishError, match="bản số 2"):
        roll_back(site, (), now=NOW, to=2)


@pytest.mark.parametrize("damage", ["changed", "missing", "a link"])
def test_a_release_that_is_no_longer_what_it_was_is_refused(site: Path, damage: str):
    page = workshop(site) / "releases/3/trang/3.html"
    page.unlink()
    if damage == "changed":
        page.write_text("sửa tay", encoding="utf-8")
    elif damage == "a link":
        page.symlink_to("/etc/passwd")
    before = texts(site)

    with pytest.raises(PublishError, match=r"^Bản số 3 không còn đúng như lúc dựng: «trang/3.html»"):
        roll_back(site, (), now=NOW)
    assert texts(site) == before
    assert roll_back(site, (), now=NOW, to=2).now.number == 2


def test_a_build_that_began_before_a_rollback_does_not_undo_it(site: Path):
    slow = publish.begin(site, ())
    fill(slow.new, {"index.html": "chậm"})
    roll_back(site, (), now=NOW)
    with pytest.raises(PublishError, match="mới hơn"):
        slow.publish()

    assert number(site) == "3"


def test_a_rollback_shares_its_files_and_keeps_their_dates(site: Path):
    release = workshop(site) / "releases/3/trang/3.html"
    inode, date = release.stat().st_ino, release.stat().st_mtime_ns
    roll_back(site, (), now=NOW)

    found = (site / "trang/3.html").stat()
    assert (found.st_ino, found.st_mtime_ns) == (inode, date)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments))


def test_the_command_says_what_is_live_and_what_is_kept(site: Path):
    os.utime(workshop(site) / "releases/3/build-info.json", (0, 0))
    os.utime(workshop(site) / "releases/2/build-info.json", (9e9, 9e9))  # a clock that was wrong
    (workshop(site) / "releases/1/build-info.json").write_text("hỏng", encoding="utf-8")
    here = ["--root", str(site.parent), "--site-dir", str(site)]
    said = run("rollback", "--list", *here).output.splitlines()

    assert said[0].startswith("Đang đăng: bản số 4, từ commit 444444444444, 3 trang, 1 bản tin, 34 số liệu, dựng lúc ")
    assert said[1:] == [
        "Còn giữ: bản số 3, từ commit 333333333333, 3 trang, 1 bản tin, 34 số liệu, dựng lúc 07:00 ngày 01/01/1970 (giờ Việt Nam).",
        "Còn giữ: bản số 2, từ commit 222222222222, 3 trang, 1 bản tin, 34 số liệu.",
        "Còn giữ: bản số 1, không có build-info.json đọc được nên không rõ từ commit nào và có bao nhiêu trang.",
    ]
    done = run("rollback", *here)
    assert done.exit_code == 0
    assert done.output.startswith("Nay đang đăng: bản số 3, từ commit 333333333333, 3 trang")
    refused = run("rollback", *here, "--to", "9")
    assert refused.exit_code == 1
    assert "Không còn giữ bản số 9" in refused.output


def test_where_nothing_was_published_there_is_nothing_to_go_back_to(tmp_path: Path):
    here = ["--root", str(tmp_path), "--site-dir", str(tmp_path / "site")]

    assert run("rollback", *here).exit_code == 1
    assert run("rollback", "--list", *here).output.startswith("Chưa có trang ở «")
    assert list(tmp_path.iterdir()) == []


def test_a_site_of_an_older_version_comes_back_too(tmp_path: Path):
    site = tmp_path / "site"
    build(site, {"index.html": "cũ"})
    (workshop(site) / "published").write_text("1\n", encoding="ascii")
    build(site, {"index.html": "mới"})

    assert roll_back(site, (), now=NOW).now.info is None
    assert texts(site) == {"index.html": "cũ"}
