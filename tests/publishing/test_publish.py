"""A finished build takes the place of the old site, or nothing changes; what is not ours stays in any case."""

import errno
import os
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st
from sites import GENERATOR, build, fill, run, texts
from trying import tries

from bantin.publishing import changes, marker, swap
from bantin.publishing.marker import FOOTER, HEADER, MARKER, listed, marker_text
from bantin.publishing.publish import begin, replacing, write_files
from bantin.writing import PublishError

OLD = {"index.html": "trang cũ", "bo-di.html": "cũ", "kien-giang/index.html": "cũ", "kien-giang/cu/so.html": "cũ"}
NEW = {"index.html": "trang mới", "kien-giang/index.html": "mới", "an-giang/moi/so.html": "mới"}

posix = pytest.mark.skipif(os.name != "posix", reason="modes and links of POSIX")
both_swaps = pytest.mark.parametrize("code", [0, errno.EBUSY, errno.EXDEV, errno.EINVAL, errno.ENOSYS, errno.EPERM])


def tree(folder: Path) -> dict[str, object]:
    """All that is below a folder: contents, kinds and modes, without the workshop."""
    found: dict[str, object] = {".": stat.S_IMODE(folder.stat().st_mode)}
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if name == ".bantin" or name.startswith(".bantin/"):
            continue
        if path.is_symlink():
            found[name] = ("link", str(path.readlink()))
        elif path.is_file():
            found[name] = (stat.S_IMODE(path.stat().st_mode), path.read_bytes())
        else:
            found[f"{name}/"] = stat.S_IMODE(path.stat().st_mode)
    return found


def is_probe(path: str | Path) -> bool:
    return Path(path).name == ".bantin-probe"


def workshop_files(site: Path) -> list[str]:
    """What a workshop holds besides the last releases."""
    return sorted(path.name for path in (site.parent / f".{site.name}.bantin").iterdir() if path.name != "releases")


def no_exchange(monkeypatch: pytest.MonkeyPatch, code: int = errno.ENOSYS) -> None:
    if code:
        monkeypatch.setattr(swap, "_exchange", lambda one, other: code)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    build(tmp_path / "site", OLD)
    return tmp_path / "site"


class TestANewSite:
    @both_swaps
    def test_replaces_the_old_one_whole(self, site: Path, monkeypatch: pytest.MonkeyPatch, code: int):
        no_exchange(monkeypatch, code)

        assert build(site, NEW) == ()

        assert texts(site) == NEW
        assert listed(site) == set(NEW)
        assert not (site / "kien-giang/cu").exists()

    def test_is_there_after_a_first_build(self, site: Path):
        assert texts(site) == OLD
        assert workshop_files(site) == [".gitignore", "counter", "lock", "published"]
        assert sum(path.stat().st_size for path in (site.parent / ".site.bantin").iterdir()) < 100

    def test_may_go_into_an_empty_folder(self, tmp_path: Path):
        (tmp_path / "www").mkdir()

        build(tmp_path / "www", NEW)

        assert texts(tmp_path / "www") == NEW

    def test_may_go_where_no_folder_is_yet(self, tmp_path: Path):
        build(tmp_path / "a/b/site", NEW)

        assert texts(tmp_path / "a/b/site") == NEW

    def test_has_the_same_bytes_each_time(self, tmp_path: Path):
        build(tmp_path / "a", NEW)
        build(tmp_path / "b", dict(reversed(NEW.items())))
        build(tmp_path / "b", NEW)

        assert (tmp_path / "a" / MARKER).read_bytes() == (tmp_path / "b" / MARKER).read_bytes()

    @both_swaps
    def test_does_not_matter_to_the_workshop_that_git_sees(
        self, site: Path, monkeypatch: pytest.MonkeyPatch, code: int
    ):
        no_exchange(monkeypatch, code)
        build(site, NEW)

        assert workshop_files(site) == [".gitignore", "counter", "lock", "published"]
        assert (site.parent / ".site.bantin/.gitignore").read_text(encoding="utf-8") == "*\n"

    def test_leaves_empty_folders_behind(self, site: Path):
        with replacing(site, ()) as replacement:
            fill(replacement.new, NEW)
            (replacement.new / "trong/rong").mkdir(parents=True)

        assert not (site / "trong").exists()

    def test_file_by_file_gets_its_home_page_last(self, site: Path, monkeypatch: pytest.MonkeyPatch):
        no_exchange(monkeypatch)
        rename, placed = os.replace, []

        def replace(source: Any, target: Any) -> None:
            if Path(target).is_relative_to(site) and not is_probe(target):
                placed.append(Path(target).relative_to(site).as_posix())
            rename(source, target)

        monkeypatch.setattr(os, "replace", replace)
        build(site, {**NEW, "z.html": "mới"})

        assert placed == [MARKER, "an-giang/moi/so.html", "kien-giang/index.html", "z.html", "index.html", MARKER]

    @posix
    def test_holds_no_links(self, site: Path):
        before = tree(site)
        replacement = begin(site, ())
        fill(replacement.new, NEW)
        (replacement.new / "lien-ket").symlink_to("/")
        with pytest.raises(PublishError, match="lien-ket"):
            replacement.publish()

        assert tree(site) == before

    @posix
    @both_swaps
    def test_can_be_read_by_everybody(self, site: Path, monkeypatch: pytest.MonkeyPatch, code: int):
        no_exchange(monkeypatch, code)
        (site / "kien-giang").chmod(0o700)
        site.chmod(0o2770)
        umask = os.umask(0o077)
        try:
            with replacing(site, ()) as replacement:
                fill(replacement.new, NEW)
                (replacement.new / "index.html").chmod(0o600)
        finally:
            os.umask(umask)

        assert stat.S_IMODE(site.stat().st_mode) == 0o2775
        for path in site.rglob("*"):
            assert stat.S_IMODE(path.stat().st_mode) & 0o777 == (0o755 if path.is_dir() else 0o644), path

    @posix
    def test_belongs_to_the_group_of_the_old_one(self, site: Path):
        try:
            os.chown(site, -1, 12345)
        except PermissionError:
            pytest.skip("this account may not give folders away")
        site.chmod(0o2775)
        build(site, NEW)

        assert (site.stat().st_gid, stat.S_IMODE(site.stat().st_mode)) == (12345, 0o2775)


class TestABuildThatFails:
    def test_leaves_the_old_site_and_nothing_else(self, site: Path):
        before = tree(site)

        def build_half(failure: type[BaseException]) -> None:
            with replacing(site, ()) as replacement:
                fill(replacement.new, NEW)
                raise failure

        for failure in (RuntimeError, KeyboardInterrupt):
            with pytest.raises(failure):
                build_half(failure)

        assert tree(site) == before
        assert workshop_files(site) == [".gitignore", "counter", "lock", "published"]

    def test_may_be_abandoned_twice(self, site: Path):
        replacement = begin(site, ())
        replacement.abandon()
        replacement.abandon()

        with pytest.raises(PublishError):
            replacement.publish()
        assert texts(site) == OLD
        assert workshop_files(site) == [".gitignore", "counter", "lock", "published"]

    def test_has_no_home_page(self, site: Path):
        before = tree(site)
        with pytest.raises(PublishError, match="trang chủ"):
            build(site, {"a/index.html": "mới"})

        assert tree(site) == before

    @pytest.mark.parametrize("failure", [OSError(errno.ENOSPC, "full"), KeyboardInterrupt()])
    @pytest.mark.parametrize("links", [True, False])
    def test_half_way_through_the_files_is_undone_at_every_step(
        self, site: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException, links: bool
    ):
        no_exchange(monkeypatch)
        fill(site, {"kien-giang/ghi-chu.txt": "của người khác", "CNAME": "bantin.example"})
        kinds = {**NEW, "bo-di.html/index.html": "tệp thành thư mục", "kien-giang/cu": "thư mục thành tệp"}
        (site / "kien-giang").chmod(0o700)
        before = tree(site)
        rename, step, fails_at = os.replace, 0, 0

        def replace(source: Any, target: Any) -> None:
            nonlocal step
            inside = any(Path(path).is_relative_to(site) for path in (source, target)) and not is_probe(target)
            step += inside
            if inside and step == fails_at:
                raise failure
            rename(source, target)

        def refuse(source: Any, target: Any, **options: bool) -> None:
            raise PermissionError

        if not links:
            monkeypatch.setattr(os, "link", refuse)
        monkeypatch.setattr(changes.os, "replace", replace)
        for fails_at in range(1, 100):
            step = 0
            try:
                build(site, kinds)
            except type(failure):
                assert tree(site) == before, fails_at
            else:
                break

        assert fails_at == 10  # the list twice, five new files, two that go: the failures before were all undone
        assert texts(site) == {**kinds, "kien-giang/ghi-chu.txt": "của người khác", "CNAME": "bantin.example"}

    def test_and_is_killed_is_cleared_away_by_the_next(self, site: Path):
        died(site, "os.kill(os.getpid(), 9)")
        assert "2" in workshop_files(site)
        before = tree(site)

        replacement = begin(site, ())
        assert replacement.remarks == ()
        assert tree(site) == before
        fill(replacement.new, NEW)
        replacement.publish()

        assert texts(site) == NEW
        assert workshop_files(site) == [".gitignore", "counter", "lock", "published"]

    @pytest.mark.parametrize("step", range(1, 8))
    def test_and_is_killed_in_mid_swap_is_finished_by_the_next(self, site: Path, step: int):
        fill(site, {"kien-giang/ghi-chu.txt": "của người khác"})
        died(site, KILL_AT.format(step=step))
        assert (site / "index.html").read_text(encoding="utf-8") in {OLD["index.html"], NEW["index.html"]}
        assert (site / "kien-giang/index.html").is_file()

        assert build(site, NEW) == ("kien-giang/ghi-chu.txt",)

        assert texts(site) == {**NEW, "kien-giang/ghi-chu.txt": "của người khác"}
        assert listed(site) == set(NEW)


KILL_AT = """
rename, step = os.replace, 0
def replace(source, target):
    global step
    step += ("/site/" in str(target) or "/site/" in str(source)) and "probe" not in str(target)
    if step == {step}:
        os.kill(os.getpid(), 9)
    rename(source, target)
os.replace = replace
"""


def died(site: Path, last_words: str) -> None:
    """A child builds NEW and is killed."""
    code = f"""
import os
from pathlib import Path
from bantin.publishing.publish import begin
build = begin(Path({str(site)!r}), ())
for name, text in {NEW!r}.items():
    (build.new / name).parent.mkdir(parents=True, exist_ok=True)
    (build.new / name).write_text(text, encoding="utf-8")
{last_words}
build.publish()
"""
    done = run(code)
    assert done.returncode == -signal.SIGKILL, done.stderr


class TestAFolderIsRefused:
    @contextmanager
    def refused(self, folder: Path, words: str, *sources: Path) -> Iterator[None]:
        around = next(path for path in folder.parents if path.is_dir())
        before = tree(around)
        with pytest.raises(PublishError, match=words):
            begin(folder, sources)
        yield
        assert tree(around) == before

    def test_that_holds_other_files(self, tmp_path: Path):
        fill(tmp_path / "ho-so", {"quan-trong.docx": "…"})

        with self.refused(tmp_path / "ho-so", "«.*/ho-so» đã có tệp.*Mời chọn"):
            pass

    def test_that_is_a_web_root_with_a_home_page_of_someone_else(self, tmp_path: Path):
        fill(tmp_path / "webroot", {"index.html": "của người khác", "uploads/anh.jpg": "…", ".htaccess": "…"})

        with self.refused(tmp_path / "webroot", "đã có tệp"):
            pass

    def test_that_an_older_version_may_have_built(self, tmp_path: Path):
        fill(tmp_path / "site", {"index.html": "", "404.html": "", "sitemap.xml": ""})

        with self.refused(tmp_path / "site", "phiên bản cũ.*đổi tên"):
            pass

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "index.html\n",
            f"{HEADER}\nindex.html\n",
            f"{HEADER}\nindex.html\n{FOOTER}",
            f"{HEADER}\n/etc/passwd\n{FOOTER}\n",
            f"{HEADER}\n../project/data/a.yml\n{FOOTER}\n",
            f"{HEADER}\na/../../b\n{FOOTER}\n",
            f"{HEADER}\na/%2E%2E/%2E./b\n{FOOTER}\n",
            f"{HEADER}\n\n{FOOTER}\n",
            f"{HEADER}\na%00b\n{FOOTER}\n",
            f"{HEADER}\n{MARKER}\n{FOOTER}\n",
            f"{HEADER}\n.bantin/1/new/index.html\n{FOOTER}\n",
            b"\xff\xfe",
        ],
    )
    def test_whose_list_is_damaged_or_evil(self, tmp_path: Path, text: str | bytes):
        fill(tmp_path / "site", {"index.html": ""})
        (tmp_path / "site" / MARKER).write_bytes(text if isinstance(text, bytes) else text.encode())

        with self.refused(tmp_path / "site", "đã có tệp"):
            pass

    @posix
    def test_whose_list_is_a_link(self, site: Path):
        (site / MARKER).rename(site.parent / "list")
        (site / MARKER).symlink_to("../list")

        with self.refused(site, "đã có tệp"):
            pass

    @pytest.mark.parametrize("place", ["", "data", "data/site", "content/site/sau", "goc"])
    def test_that_is_or_holds_or_lies_in_a_source(self, tmp_path: Path, place: str):
        sources = [tmp_path / name for name in ("goc/content", "data", "content", "theme_overrides")]
        sources[0].mkdir(parents=True)

        with self.refused(tmp_path / place, "tệp nguồn", *sources):
            pass

    def test_that_may_become_a_source(self, tmp_path: Path):
        with self.refused(tmp_path / "theme_overrides", "tệp nguồn", tmp_path / "theme_overrides"):
            pass

    @posix
    def test_that_leads_to_a_source_by_a_link(self, tmp_path: Path):
        (tmp_path / "data").mkdir()
        (tmp_path / "site").symlink_to("data")

        with self.refused(tmp_path / "site", "tệp nguồn", tmp_path / "data"):
            pass

    @posix
    def test_that_holds_a_link_to_a_source(self, tmp_path: Path):
        (tmp_path / "project").mkdir()
        (tmp_path / "data").mkdir()
        (tmp_path / "project/data").symlink_to("../data")

        with self.refused(tmp_path / "project", "tệp nguồn", tmp_path / "project/data"):
            pass

    def test_but_not_for_a_name_that_begins_like_a_source(self, tmp_path: Path):
        (tmp_path / "data").mkdir()

        build(tmp_path / "data-site", NEW, (tmp_path / "data",))

        assert texts(tmp_path / "data-site") == NEW

    def test_but_not_below_the_project(self, tmp_path: Path):
        fill(tmp_path, {"data/a.yml": "", "mkdocs.yml": "", ".git/HEAD": ""})

        build(tmp_path / "site", NEW, (tmp_path / "data",))

        assert texts(tmp_path / "site") == NEW

    @pytest.mark.parametrize("place", ["", ".git", ".git/site", ".git/a/site"])
    def test_that_is_or_holds_or_lies_in_git(self, tmp_path: Path, place: str):
        fill(tmp_path, {".git/HEAD": "ref"})

        with self.refused(tmp_path / place, "Git"):
            pass

    def test_that_is_a_work_tree_with_a_file_for_git(self, site: Path):
        fill(site, {".git": "gitdir: ../kho"})

        with self.refused(site, "Git"):
            pass

    def test_that_is_the_root_of_a_disk(self):
        with pytest.raises(PublishError, match="thư mục con"):
            begin(Path(Path.cwd().anchor), ())

    def test_that_is_someone_s_home(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        monkeypatch.setattr(Path, "home", lambda: tmp_path)

        with self.refused(tmp_path, "thư mục con"):
            pass

    def test_that_is_a_file(self, tmp_path: Path):
        fill(tmp_path, {"site": "…"})

        with self.refused(tmp_path / "site", "không phải là thư mục"):
            pass

    @posix
    @pytest.mark.parametrize("place", ["site", "site/sau"])
    def test_that_a_link_leads_to_in_vain(self, tmp_path: Path, place: str):
        (tmp_path / "site").symlink_to("o-dia-da-thao/site")

        with pytest.raises(PublishError, match=r"«.*/site» là một liên kết"):
            begin(tmp_path / place, ())
        assert [path.name for path in tmp_path.iterdir()] == ["site"]

    def test_that_has_changed_hands_during_the_build(self, site: Path):
        replacement = begin(site, ())
        fill(replacement.new, NEW)
        (site / MARKER).unlink()

        with pytest.raises(PublishError, match="đã có tệp"):
            replacement.publish()
        assert texts(site) == OLD


class TestForeignFiles:
    def test_stay_as_they_are(self, site: Path):
        foreign = {"CNAME": "bantin.example", ".well-known/a/b": "x", "uploads/anh.jpg": "…", ".htaccess": "y"}
        ours = {"kien-giang/ghi-chu.txt": "trong thư mục của ta", "kien-giang/cu/them.txt": "z"}
        fill(site, foreign | ours)
        (site / "trong").mkdir()
        (site / "kien-giang/trong").mkdir()
        (site / "uploads/anh.jpg").chmod(0o600)
        before = tree(site)

        kept = build(site, NEW)

        assert kept == (
            ".htaccess",
            ".well-known/",
            "CNAME",
            "kien-giang/cu/them.txt",
            "kien-giang/ghi-chu.txt",
            "kien-giang/trong/",
            "trong/",
            "uploads/",
        )
        assert texts(site) == NEW | foreign | ours
        after = tree(site)
        for name in ("CNAME", ".well-known/a/b", "uploads/anh.jpg", "uploads/", "trong/", "kien-giang/trong/"):
            assert after[name] == before[name]
        assert build(site, OLD)
        assert texts(site) == OLD | foreign | ours

    @posix
    def test_that_are_links_stay_links(self, site: Path, tmp_path: Path):
        fill(tmp_path / "ngoai", {"index.html": "của người khác", "cu/so.html": "của người khác"})
        (site / "uploads").symlink_to("../ngoai")
        (site / "dut").symlink_to("khong-co")
        shutil.rmtree(site / "kien-giang")
        (site / "kien-giang").symlink_to("../ngoai")  # in the place of one of our folders
        new = {"index.html": "trang mới"}

        assert build(site, new) == ("dut", "kien-giang", "uploads")

        assert tree(tmp_path / "ngoai").keys() == {".", "index.html", "cu/", "cu/so.html"}
        assert (site / "kien-giang").readlink() == Path("../ngoai")
        assert (site / "index.html").read_text(encoding="utf-8") == "trang mới"
        with pytest.raises(PublishError, match="kien-giang"):
            build(site, NEW)

    @posix
    @pytest.mark.parametrize("new", [NEW, {"index.html": "mới", "bo-di.html": "mới"}])
    def test_may_be_links_in_the_place_of_our_files(self, site: Path, new: dict[str, str]):
        (site / "bo-di.html").unlink()
        (site / "bo-di.html").symlink_to("index.html")

        if "bo-di.html" in new:
            with pytest.raises(PublishError, match="«bo-di"):
                build(site, new)
        else:
            assert build(site, new) == ("bo-di.html",)
        assert (site / "bo-di.html").readlink() == Path("index.html")

    def test_are_none_of_what_a_probe_left(self, site: Path):
        (site / ".bantin-probe").touch()

        assert build(site, NEW) == ()
        assert texts(site) == NEW

    def test_are_none_of_what_another_build_makes_inside(self, site: Path):
        with replacing(site, ()) as replacement:
            fill(replacement.new, NEW)
            fill(site, {".bantin/7/new/index.html": "đang dựng"})

        assert replacement.kept == ()
        assert texts(site) == NEW
        assert (site / ".bantin/7/new/index.html").is_file()

    @pytest.mark.parametrize(
        ("foreign", "new", "named"),
        [
            ("CNAME", "CNAME", "CNAME"),
            ("uploads", "uploads/index.html", "uploads"),
            ("uploads/a.txt", "uploads", "uploads/"),
            ("uploads/a/b.txt", "uploads/a", "uploads/a/"),
            ("kien-giang/ghi-chu.txt", "kien-giang", "kien-giang/ghi-chu.txt"),
        ],
    )
    def test_in_the_way_of_a_new_file_stop_the_build(self, site: Path, foreign: str, new: str, named: str):
        fill(site, {foreign: "của người khác"})
        before = tree(site)

        with pytest.raises(PublishError, match=f"«{named}»"):
            build(site, {"index.html": "mới", new: "mới"})

        assert tree(site) == before

    def test_that_are_empty_folders_in_the_way_stop_the_build(self, site: Path):
        (site / "trong").mkdir()

        with pytest.raises(PublishError, match="«trong/»"):
            build(site, {"index.html": "mới", "trong": "mới"})

        assert (site / "trong").is_dir()

    def test_may_have_new_files_beside_them(self, site: Path):
        fill(site, {"uploads/a.txt": "của người khác"})

        assert build(site, {**NEW, "uploads/b.txt": "mới"}) == ("uploads/",)
        assert build(site, NEW) == ("uploads/a.txt",)
        assert build(site, NEW) == ("uploads/",)

        assert texts(site) == {**NEW, "uploads/a.txt": "của người khác"}

    def test_that_come_during_the_build_stay(self, site: Path):
        with replacing(site, ()) as replacement:
            fill(replacement.new, NEW)
            fill(site, {"uploads/a.txt": "vừa tải lên"})

        assert replacement.kept == ("uploads/",)
        assert texts(site) == {**NEW, "uploads/a.txt": "vừa tải lên"}

    def test_that_come_in_the_moment_of_the_exchange_stay(self, site: Path, monkeypatch: pytest.MonkeyPatch):
        exchange = swap._exchange

        def late(one: bytes, other: bytes) -> int:
            if not (site / "CNAME").exists() and not Path(os.fsdecode(one), "CNAME").exists():
                fill(site, {"CNAME": "bantin.example"})
            return exchange(one, other)

        monkeypatch.setattr(swap, "_exchange", late)

        assert build(site, NEW) == ("CNAME",)
        assert texts(site) == {**NEW, "CNAME": "bantin.example"}

    def test_may_be_a_folder_called_like_an_old_page(self, site: Path):
        (site / "bo-di.html").unlink()
        fill(site, {"bo-di.html/a.txt": "của người khác"})

        assert build(site, NEW) == ("bo-di.html/",)
        assert texts(site) == {**NEW, "bo-di.html/a.txt": "của người khác"}

    def test_do_not_include_folders_of_ours_that_were_emptied(self, site: Path, monkeypatch: pytest.MonkeyPatch):
        (site / "kien-giang/cu/so.html").unlink()

        assert build(site, {"index.html": "mới", "kien-giang/cu": "nay là tệp"}) == ()

        no_exchange(monkeypatch)
        build(site, OLD)
        (site / "kien-giang/cu/so.html").unlink()
        assert build(site, {"index.html": "mới", "kien-giang/cu": "nay là tệp"}) == ()
        assert texts(site) == {"index.html": "mới", "kien-giang/cu": "nay là tệp"}


ODD_NAMES = {
    "a b .html",
    "#1.html",
    "100%.html",
    "%41",
    "dòng\nmới",
    "dòng\r",
    "Kiên Giang/đường.html",
    "ke\u0302nh",
    "\u2028",
    "\udcff",
    "gạch\\chéo",
    " ",
    "tab\t",
}


def test_odd_names_survive_in_the_list(tmp_path: Path):
    (tmp_path / MARKER).write_text(marker_text(ODD_NAMES), encoding="utf-8", newline="\n")
    assert listed(tmp_path) == ODD_NAMES

    (tmp_path / MARKER).write_text(marker_text(ODD_NAMES), encoding="utf-8", newline="\r\n")
    assert listed(tmp_path) == ODD_NAMES


@pytest.mark.skipif(sys.platform != "linux", reason="names that other systems do not take")
def test_odd_names_are_replaced_like_others(tmp_path: Path):
    build(tmp_path / "site", dict.fromkeys(ODD_NAMES | {"index.html"}, "cũ"))
    fill(tmp_path / "site", {"CNAME": "x"})
    build(tmp_path / "site", NEW)

    assert texts(tmp_path / "site") == {**NEW, "CNAME": "x"}


def test_the_list_is_text_for_people():
    assert marker_text({"b.html", "Kiên Giang/a b.html"}).splitlines() == [
        HEADER,
        "Kiên Giang/a b.html",
        "b.html",
        FOOTER,
    ]


@pytest.mark.parametrize(
    ("gone", "fresh", "first"),
    [
        ({"a", "b"}, {"a/c"}, {"a"}),
        ({"a/c", "b"}, {"a"}, {"a/c"}),
        ({"Anh.jpg"}, {"anh.jpg"}, {"Anh.jpg"}),
        ({"Anh/a.jpg", "b/c"}, {"anh/a.jpg", "b/d"}, {"Anh/a.jpg"}),
        ({"ke\u0302nh"}, {"kênh"}, {"ke\u0302nh"}),
        ({"a/b"}, {"a/c"}, set()),
    ],
)
def test_old_files_go_first_where_a_new_name_needs_their_place(gone: set[str], fresh: set[str], first: set[str]):
    assert swap._in_the_way(gone, frozenset(fresh)) == first


@posix
class TestALink:
    def test_to_the_site_is_followed(self, tmp_path: Path):
        build(tmp_path / "www/that", OLD)
        (tmp_path / "site").symlink_to("www/that")
        build(tmp_path / "site", NEW)

        assert (tmp_path / "site").readlink() == Path("www/that")
        assert texts(tmp_path / "www/that") == NEW
        assert sorted(path.name for path in tmp_path.iterdir()) == ["site", "www"]

    def test_to_an_empty_folder_is_followed(self, tmp_path: Path):
        (tmp_path / "that").mkdir()
        (tmp_path / "site").symlink_to("that")
        build(tmp_path / "site", NEW)

        assert (tmp_path / "site").is_symlink()
        assert texts(tmp_path / "that") == NEW


IN_A_MOUNT = """
import os, subprocess, sys
from pathlib import Path
from bantin.publishing.publish import replacing
from bantin.publishing.marker import listed
base, kind = Path(sys.argv[1]), sys.argv[2]
site = base / "site"
if kind == "tmpfs":
    mount = ["mount", "-t", "tmpfs", "none", site]
elif kind == "bind":
    mount = ["mount", "--bind", base / "volume", site]
else:  # the parent cannot be written to
    subprocess.run(["mount", "--bind", base, base], check=True)
    subprocess.run(["mount", "-o", "remount,bind,ro", base], check=True)
    mount = ["mount", "-t", "tmpfs", "none", site]
subprocess.run(mount, check=True, cwd="/")
for files in {builds!r}:
    with replacing(site, ()) as build:
        for name, text in files.items():
            (build.new / name).parent.mkdir(parents=True, exist_ok=True)
            (build.new / name).write_text(text, encoding="utf-8")
    (site / "CNAME").write_text("bantin.example", encoding="utf-8")
assert build.kept == ("CNAME",), build.kept
assert sorted(p.name for p in (site / ".bantin").iterdir()) == [".gitignore", "counter", "lock", "published", "releases"]
assert (site / ".bantin/releases").stat().st_mode & 0o777 == 0o700
assert not (base / ".site.bantin").exists()
print(sorted(str(p.relative_to(site)) for p in site.rglob("*") if p.is_file() and ".bantin" not in p.parts))
"""


def can_mount() -> bool:
    if sys.platform != "linux" or not shutil.which("unshare"):
        return False
    with tempfile.TemporaryDirectory() as folder:
        tried = ["unshare", "-m", "mount", "-t", "tmpfs", "none", folder]
        return subprocess.run(tried, capture_output=True, check=False).returncode == 0


@pytest.mark.parametrize("kind", ["tmpfs", "bind", "read-only"])
@pytest.mark.skipif(not can_mount(), reason="this account may not mount")
def test_a_mounted_folder_gets_its_site_file_by_file(tmp_path: Path, kind: str):
    for name in ("site", "volume"):
        (tmp_path / name).mkdir()
    code = IN_A_MOUNT.replace("{builds!r}", repr([OLD, NEW]))
    environment = {**os.environ, "PYTHONPATH": str(GENERATOR)}
    done = subprocess.run(
        ["unshare", "-m", sys.executable, "-c", code, str(tmp_path), kind],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == str(sorted([".bantin-site", "CNAME", *NEW]))


def test_a_full_disk_is_no_reason_to_work_inside(site: Path, monkeypatch: pytest.MonkeyPatch):
    rename = Path.replace

    def full(self: Path, target: Path) -> Path:
        if is_probe(self):
            raise OSError(errno.ENOSPC, "No space left on device")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", full)
    before = tree(site)
    with pytest.raises(OSError, match="space"):
        begin(site, ())

    assert tree(site) == before
    assert not (site / ".bantin").exists()


def test_where_nothing_can_be_renamed_from_beside_a_build_works_inside(site: Path, monkeypatch: pytest.MonkeyPatch):
    rename = Path.replace

    def other_disk(self: Path, target: Path) -> Path:
        if is_probe(self):
            raise OSError(errno.EXDEV, "Invalid cross-device link")
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", other_disk)
    replacement = begin(site, ())
    assert replacement.new.is_relative_to(site / ".bantin")
    fill(replacement.new, NEW)
    assert replacement.publish() == ()
    assert texts(site) == NEW

    monkeypatch.undo()
    replacement = begin(site, ())  # the next build sees that one works there already
    assert replacement.new.is_relative_to(site / ".bantin")
    fill(replacement.new, OLD)
    assert replacement.publish() == ()
    assert texts(site) == OLD


class TestSeveralBuilds:
    def test_are_told_of_each_other(self, site: Path):
        first = begin(site, ())
        second = begin(site, ())

        assert first.remarks == ()
        assert len(second.remarks) == 1
        assert "đang chạy" in second.remarks[0]
        first.abandon()
        second.abandon()
        third = begin(site, ())
        assert third.remarks == ()
        third.abandon()

    def test_in_order_replace_each_other(self, site: Path):
        first, second = begin(site, ()), begin(site, ())
        fill(first.new, OLD)
        fill(second.new, NEW)
        first.publish()
        second.publish()

        assert texts(site) == NEW

    def test_that_began_earlier_do_not_replace_a_newer_site(self, site: Path):
        first, second = begin(site, ()), begin(site, ())
        fill(first.new, OLD)
        fill(second.new, NEW)
        second.publish()
        with pytest.raises(PublishError, match="mới hơn"):
            first.publish()

        assert texts(site) == NEW
        assert workshop_files(site) == [".gitignore", "counter", "lock", "published"]

    def test_that_failed_do_not_count_as_newer(self, site: Path):
        first, second = begin(site, ()), begin(site, ())
        fill(first.new, NEW)
        with pytest.raises(PublishError):
            second.publish()
        first.publish()

        assert texts(site) == NEW

    def test_in_other_processes_are_seen(self, site: Path):
        code = f"from pathlib import Path; from bantin.publishing.publish import begin; b = begin(Path({str(site)!r}), ());"
        child = subprocess.Popen(
            [sys.executable, "-c", code + "print('ready', flush=True); input()"],
            env={**os.environ, "PYTHONPATH": str(GENERATOR)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
        )
        try:
            assert child.stdout
            child.stdout.readline()
            running = begin(site, ())
            assert len(running.remarks) == 1
            assert (site.parent / ".site.bantin/2/new").is_dir()
        finally:
            child.kill()
            child.communicate()
        running.abandon()

        after = begin(site, ())
        assert after.remarks == ()
        assert not (site.parent / ".site.bantin/2").exists()
        after.abandon()

    def test_from_threads_end_with_the_newest(self, site: Path):
        builds = [begin(site, ()) for _ in range(8)]
        lost: list[int] = []

        def publish(number: int) -> None:
            fill(builds[number].new, {"index.html": str(number)})
            try:
                builds[number].publish()
            except PublishError:
                lost.append(number)

        threads = [threading.Thread(target=publish, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert 7 not in lost
        assert texts(site) == {"index.html": "7"}

    def test_do_not_stumble_over_a_damaged_counter(self, site: Path):
        for name in ("counter", "published"):
            (site.parent / ".site.bantin" / name).write_text("x", encoding="ascii")

        build(site, NEW)

        assert texts(site) == NEW


class TestLeftoversOfOlderVersions:
    def left(self, folder: Path, *names: str) -> Path:
        for name in names:
            fill(folder / name, {"index.html": "…"})
        folder.chmod(0o700)
        return folder

    def test_are_cleared(self, site: Path):
        left = self.left(site.parent / ".site-ab_12xyz", "new", "old")
        build(site, NEW)

        assert not left.exists()

    def test_stay_when_they_may_hold_the_only_copy(self, site: Path):
        left = self.left(site.parent / ".site-ab_12xyz", "old")
        shutil.rmtree(site)
        build(site, NEW)

        assert left.exists()

    @pytest.mark.parametrize(
        ("name", "holds"),
        [
            (".site-ab_12xyz", ("new", "khac")),
            (".site-ab_12xyz9", ("new",)),
            (".site-AB_12xyz", ("new",)),
            (".trang-ab_12xy", ("new",)),
            ("site-ab_12xyz", ("new",)),
        ],
    )
    def test_are_not_what_looks_different(self, site: Path, name: str, holds: tuple[str, ...]):
        left = self.left(site.parent / name, *holds)
        build(site, NEW)

        assert left.exists()

    @posix
    def test_are_not_what_others_may_read(self, site: Path):
        left = self.left(site.parent / ".site-luutru22", "old")
        left.chmod(0o755)
        build(site, NEW)

        assert left.exists()


@pytest.mark.parametrize("code", [0, errno.EBUSY])
def test_readers_always_find_the_pages_that_both_sites_have(site: Path, monkeypatch: pytest.MonkeyPatch, code: int):
    no_exchange(monkeypatch, code)
    pages = [os.fspath(site / name) for name in ("index.html", "kien-giang/index.html")]
    looker = f"""
import sys
looks = missed = 0
print("ready", flush=True)
import os, select
while not select.select([sys.stdin], [], [], 0)[0]:
    for _ in range(200):
        for page in {pages!r}:
            looks += 1
            try:
                with open(page, "rb") as file:
                    missed += not file.read()
            except OSError:
                missed += 1
print(looks, missed)
"""
    child = subprocess.Popen([sys.executable, "-c", looker], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert child.stdout
    child.stdout.readline()
    for number in range(tries(200)):
        build(site, NEW if number % 2 else OLD)
    output, _ = child.communicate("\n")
    looks, missed = map(int, output.split())

    assert looks > 1000
    assert missed == 0


NAMES = st.sampled_from(["a", "b", "a.html", "A.html", "đ"])
PATHS = st.lists(NAMES, min_size=1, max_size=3).map("/".join)


@st.composite
def file_trees(draw: st.DrawFn) -> dict[str, str]:
    """Files of which none lies below another."""
    paths = sorted(draw(st.sets(PATHS, max_size=6)))
    kept: list[str] = []
    for path in paths:
        if not any(path.startswith(f"{other}/") for other in kept):
            kept.append(path)
    return {path: draw(st.sampled_from(["1", "2"])) for path in kept}


@settings(max_examples=tries(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    first=file_trees(), foreign=file_trees(), links=st.sets(PATHS, max_size=2), second=file_trees(), whole=st.booleans()
)
def test_whatever_lies_there_is_kept_or_the_build_changes_nothing(
    first: dict[str, str], foreign: dict[str, str], links: set[str], second: dict[str, str], whole: bool
):
    first, second = {**first, "index.html": "trang"}, {**second, "index.html": "trang khác"}
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        site = Path(folder, "site")
        no_exchange(patch, 0 if whole else errno.ENOSYS)
        build(site, first)
        theirs: dict[str, object] = {}
        for name, text in foreign.items():
            if not any((site / part).is_file() for part in (*marker.above(name), name)) and not (site / name).exists():
                fill(site, {name: text})
        for name in links:
            if (site / name).parent.is_dir() and not os.path.lexists(site / name):
                (site / name).symlink_to("/")
        before = tree(site)
        theirs = {name: what for name, what in before.items() if name[-1] not in "/." and name not in first}
        theirs.pop(MARKER)
        try:
            build(site, second)
        except PublishError:
            event("refused")
            assert tree(site) == before
            assert theirs
        else:
            event("kept foreign files" if theirs else "nothing foreign")
            after = tree(site)
            assert {name for name in after if name[-1] not in "/."} == {*theirs, *second, MARKER}
            assert {name: after[name] for name in theirs} == theirs
            assert all((site / name).read_text(encoding="utf-8") == text for name, text in second.items())
        assert workshop_files(site) == [".gitignore", "counter", "lock", "published"]


class TestWritingFiles:
    def test_puts_texts_as_well_as_bytes_into_a_new_folder(self, tmp_path: Path):
        write_files({"kien-giang/bai.md": "bài\n", "anh.png": b"\x89"}.items(), tmp_path / "a/out")

        assert (tmp_path / "a/out/kien-giang/bai.md").read_bytes() == "bài\n".encode()
        assert (tmp_path / "a/out/anh.png").read_bytes() == b"\x89"
        assert [path.name for path in (tmp_path / "a").iterdir()] == ["out"]

    def test_may_go_into_an_empty_folder(self, tmp_path: Path):
        (tmp_path / "out").mkdir()
        number = (tmp_path / "out").stat().st_ino
        write_files({"a.md": "bài", "b/c.md": "bài"}.items(), tmp_path / "out")

        assert texts(tmp_path / "out") == {"a.md": "bài", "b/c.md": "bài"}
        assert (tmp_path / "out").stat().st_ino == number  # whoever stands in it still does

    @pytest.mark.parametrize("there", ["out/a.txt", "out"])
    def test_refuses_what_is_there(self, tmp_path: Path, there: str):
        fill(tmp_path, {there: "…"})
        before = tree(tmp_path)

        with pytest.raises(PublishError, match="không trống"):
            write_files({"a.md": "bài"}.items(), tmp_path / "out")
        assert tree(tmp_path) == before

    @pytest.mark.parametrize("is_there", [True, False])
    def test_leaves_nothing_when_it_fails(self, tmp_path: Path, is_there: bool):
        if is_there:
            (tmp_path / "out").mkdir()
        before = tree(tmp_path)
        with pytest.raises(OSError, match="a"):
            write_files({"b": "tệp", "a": "tệp", "a/b": "dưới tệp"}.items(), tmp_path / "out")

        assert tree(tmp_path) == before

    def test_leaves_nothing_when_the_last_move_fails(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
        (tmp_path / "out").mkdir()
        rename = Path.rename

        def full(self: Path, target: Path) -> Path:
            if self.name == "c.md":
                raise OSError(errno.ENOSPC, "full")
            return rename(self, target)

        monkeypatch.setattr(Path, "rename", full)
        with pytest.raises(OSError, match="full"):
            write_files({"a.md": "bài", "b/c.md": "bài", "c.md": "bài"}.items(), tmp_path / "out")

        assert tree(tmp_path / "out").keys() == {"."}


def test_a_new_volume_counts_as_empty(tmp_path: Path):
    site = tmp_path / "site"
    (site / "lost+found").mkdir(parents=True)

    with replacing(site, ()) as build:
        (build.new / "index.html").write_text("mới", encoding="utf-8")

    assert (site / "index.html").is_file()
    assert (site / "lost+found").is_dir()
