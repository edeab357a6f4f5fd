"""A site that several machines build, and the pages of one place: apart from each other, as such machines are."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest
import small_country
from conftest import SOUND
from owned import PLUGINS

from bantin.building import Ground, Shard, build_part, look, parts_at
from bantin.building.shards import Stamp, stamp_of
from bantin.folders import folders_of
from bantin.inspection import Reading
from bantin.keeping import Keeper
from bantin.site import UnfinishedError
from bantin.telling import Progress, progress_on
from bantin.writing import PublishError

TESTS = Path(__file__).parents[1]
SETTINGS = f"site_name: Bản tin\nsite_url: https://vi.du/ban-tin/\ndocs_dir: content\ntheme: bantin\n{PLUGINS}"
OTHERS = (
    {"PYTHONHASHSEED": "1", "TZ": "Asia/Ho_Chi_Minh", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "77", "TZ": "America/Lima", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "3", "PYTHONUTF8": "1"},
)
"""What differs between the machines."""
REPORT = "data/kien-giang/huyen-vinh-thuan/2023-6-thang.yml"


class Machines:
    """A small site in a repository, and clones of it in which the command runs by itself."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.origin = folder, folder / "goc"
        small_country.write_tables(folder / "bang")
        shutil.copytree(SOUND, self.origin)
        (self.origin / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
        shutil.copyfile(TESTS.parent / ".gitignore", self.origin / ".gitignore")
        self.git("init", "--quiet")
        self.git("add", ".")
        self.git("commit", "--quiet", "--message", "a")

    def git(self, *arguments: str) -> None:
        person = ("-c", "user.name=A", "-c", "user.email=a@vi.du", "-c", "init.defaultBranch=main")
        subprocess.run(["git", *person, "-C", str(self.origin), *arguments], check=True)

    def clone(self, name: str) -> Path:
        self.git("clone", "--quiet", ".", str(self.folder / name))
        return self.folder / name

    def run(
        self, root: Path, *arguments: str, unlike: Mapping[str, str] = OTHERS[0]
    ) -> subprocess.CompletedProcess[str]:
        program = small_country.program("bantin", self.folder / "bang")
        environment = {name: value for name, value in os.environ.items() if name not in ("GITHUB_SHA", "CI_COMMIT_SHA")}
        return subprocess.run(
            [sys.executable, *program, *arguments, "--jobs", "1"], cwd=root, env=environment | unlike,
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip

    def built(self, root: Path, *arguments: str, unlike: Mapping[str, str] = OTHERS[0]) -> None:
        done = self.run(root, *arguments, unlike=unlike)
        assert done.returncode == 0, done.stdout + done.stderr


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def machines(tmp_path_factory: pytest.TempPathFactory) -> Machines:
    """Three machines have built a third each, into «phan»; a fourth the whole, into its own «site»."""
    machines = Machines(tmp_path_factory.mktemp("may"))
    parts = machines.folder / "phan"
    for number, unlike in enumerate(OTHERS, start=1):
        root = machines.clone(f"may-{number}")
        folder = str(parts / str(number))
        machines.built(root, "build", "--shard", f"{number}/3", "--site-dir", folder, unlike=unlike)
    machines.built(machines.clone("ca"), "build", unlike=OTHERS[1])
    return machines


def test_parts_make_the_whole_site_in_any_order(machines: Machines):
    """Byte for byte, with all that a site says of itself; and a build afterwards finds nothing left to do."""
    root = machines.clone("ghep")
    parts = [str(machines.folder / "phan" / number) for number in ("3", "1", "2")]
    machines.built(root, "assemble", *parts, unlike=OTHERS[2])

    assert tree(root / "site") == tree(machines.folder / "ca/site")
    assert not list((root / "site").rglob("*.kept"))
    done = machines.run(root, "build", unlike={"PYTHONPROFILEIMPORTTIME": "1"})
    assert "Không có gì thay đổi: cả 26 trang" in done.stdout, done.stdout
    imported = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "bantin.building.untouched" in imported
    assert "mkdocs" not in imported, "what has nothing to build needs no engine"


@pytest.mark.parametrize("kind", ["*.html", "*.csv"])
def test_a_part_whose_page_changed_leaves_the_site_as_it_was(machines: Machines, tmp_path: Path, kind: str):
    root = machines.folder / "ca"
    before = tree(root / "site")
    parts = shutil.copytree(machines.folder / "phan", tmp_path / "phan")
    page = next(path for path in parts.rglob(kind))
    page.write_bytes(page.read_bytes() + b"\n")

    done = machines.run(root, "assemble", *(str(parts / number) for number in "123"))

    assert done.returncode == 1
    assert f"thiếu hoặc đã đổi tệp «{page.relative_to(parts).as_posix().split('/trang/')[1]}»" in done.stderr
    assert tree(root / "site") == before


# What parts say of themselves: no page is built for it


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "trang"
    shutil.copytree(SOUND, root)
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    commit(root, "a")
    return root


def commit(root: Path, digit: str) -> None:
    (root / ".git").mkdir(exist_ok=True)
    (root / ".git/HEAD").write_text(digit * 40, encoding="utf-8")


def progress() -> Progress:
    return progress_on(SimpleNamespace(isatty=lambda: False, write=len, flush=lambda: None))  # type: ignore[arg-type]


def looked_at(root: Path) -> tuple[Ground, Reading]:
    reading = Reading(folders_of(root, None), date(2026, 11, 22), None)
    return look(reading, jobs=1, progress=progress()), reading


Change = Callable[[Stamp], Stamp]
UNLIKE: tuple[tuple[str, int, Change, str], ...] = (
    ("of other figures", 2, lambda stamp: replace(stamp, input="0" * 64), "khác nhau về số liệu hay cài đặt"),
    ("of another commit", 2, lambda stamp: replace(stamp, commit="b" * 40), "khác nhau về bản ghi (commit)"),
    ("of another program", 2, lambda stamp: replace(stamp, program="x"), "khác nhau về phiên bản của chương trình"),
    ("of another number", 2, lambda stamp: replace(stamp, shard=Shard(2, 4)), "khác nhau về số phần"),
    ("of a number as large", 3, lambda stamp: replace(stamp, shard=Shard(3, 4)), "khác nhau về số phần"),
    ("twice", 3, lambda stamp: replace(stamp, shard=Shard(1, 3)), "Phần 1/3 có hai lần"),
)


def stamped(folder: Path, ground: Ground, change: Change = lambda stamp: stamp, which: int = 0) -> list[Path]:
    """Three parts of a site, one of them another."""
    for number in (1, 2, 3):
        stamp = stamp_of(ground, Shard(number, 3))
        Keeper(folder / str(number)).write("part", change(stamp) if number == which else stamp)
    return [folder / str(number) for number in (1, 2, 3)]


@pytest.mark.parametrize(("which", "change", "said"), [row[1:] for row in UNLIKE], ids=[row[0] for row in UNLIKE])
def test_a_part_unlike_the_others_is_refused(root: Path, tmp_path: Path, which: int, change: Change, said: str):
    ground, _ = looked_at(root)
    parts = stamped(tmp_path / "phan", ground, change, which)

    for order in (parts, parts[::-1]):
        with pytest.raises(PublishError) as refused:
            parts_at(order, ground)
        assert said in str(refused.value)


def test_a_missing_part_is_named(root: Path, tmp_path: Path):
    ground, _ = looked_at(root)
    parts = stamped(tmp_path / "phan", ground)

    assert [part.stamp.shard.number for part in parts_at(parts[::-1], ground)] == [1, 2, 3]
    with pytest.raises(PublishError, match=r"Còn thiếu phần 1, 3\. Mời đưa đủ 3 phần\."):
        parts_at(parts[1:2], ground)


def test_a_folder_that_is_no_part_is_refused(root: Path, tmp_path: Path):
    ground, _ = looked_at(root)
    parts = stamped(tmp_path / "phan", ground)
    (tmp_path / "khac").mkdir()

    with pytest.raises(PublishError, match="khac» không phải là một phần của trang"):
        parts_at([*parts, tmp_path / "khac"], ground)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda root: commit(root, "c"), "bản ghi (commit)"),
        (lambda root: (root / REPORT).write_bytes((root / REPORT).read_bytes() + b"\n"), "số liệu hay cài đặt"),
        (lambda root: (root / "mkdocs.yml").write_text(f"{SETTINGS}copyright: A\n"), "số liệu hay cài đặt"),
    ],
    ids=["another commit", "other figures", "other settings"],
)
def test_parts_of_an_earlier_state_are_refused(root: Path, tmp_path: Path, change: Callable[[Path], object], said: str):
    parts = stamped(tmp_path / "phan", looked_at(root)[0])
    change(root)

    with pytest.raises(PublishError) as refused:
        parts_at(parts, looked_at(root)[0])
    assert f"dựng từ {said} khác với bản đang có ở đây" in str(refused.value)


def test_a_part_never_replaces_anything_but_a_part(root: Path):
    ground, reading = looked_at(root)
    before = tree(root)
    with pytest.raises(PublishError, match="không phải là một phần của trang"):
        build_part(ground, reading, Shard(1, 1), root / "data", jobs=1, strict=False, progress=progress())
    assert tree(root) == before


def test_a_part_that_was_not_finished_is_begun_again(root: Path, monkeypatch: pytest.MonkeyPatch):
    """Its folder has pages and no stamp: it is no part, and yet the next build may have it."""
    ground, reading = looked_at(root)
    monkeypatch.setattr(Shard, "shares", lambda *_: ())
    folder = root / "phan/1-1"

    def build() -> None:
        build_part(ground, reading, Shard(1, 1), folder, jobs=1, strict=False, progress=progress())

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as then:
        then.setattr("bantin.building.shards.stamp_of", killed)
        with pytest.raises(KeyboardInterrupt):
            build()
    (folder / "trang").mkdir()
    with pytest.raises(PublishError, match="chưa dựng xong ở đó"):
        parts_at([folder], ground)
    build()
    assert len(parts_at([folder], ground)) == 1


def test_a_site_that_needs_all_pages_is_not_built_in_parts(root: Path):
    (root / "mkdocs.yml").write_text(SETTINGS.replace("}}}]", "}}}, material/tags]"), encoding="utf-8")
    ground, reading = looked_at(root)

    with pytest.raises(UnfinishedError, match="không dựng từng phần được, vì «material/tags»"):
        build_part(ground, reading, Shard(1, 2), root / "phan", jobs=1, strict=False, progress=progress())
    assert not (root / "phan").exists()


# The pages of one place


@pytest.mark.parametrize("named", ["kien-giang/huyen-vinh-thuan", "Kiên Giang/huyện Vĩnh Thuận/", "data/kien-giang"])
def test_the_pages_of_one_place_are_built_beside_the_site(machines: Machines, named: str):
    """A province's with those of its places; errors elsewhere stop nothing."""
    root = machines.folder / "ca"
    before = tree(root / "site")
    (root / "data/an-giang/2023.yml").parent.mkdir(exist_ok=True)
    (root / "data/an-giang/2023.yml").write_text("Số liệu: [\n", encoding="utf-8")
    try:
        machines.built(root, "build", "--only", named)
    finally:
        shutil.rmtree(root / "data/an-giang")

    pages = {path for path in tree(root / "xem-thu") if path.endswith("index.html")}
    assert {"index.html", "kien-giang/huyen-vinh-thuan/index.html"} <= pages
    assert ("kien-giang/index.html" in pages) == named.endswith("kien-giang")
    assert not any(path.startswith(("an-giang", "chi-so", "tra-cuu")) for path in pages)
    assert tree(root / "site") == before


def test_errors_of_the_place_itself_stop_its_pages(machines: Machines):
    root = machines.clone("sai")
    (root / REPORT).write_text("Số liệu: [\n", encoding="utf-8")

    done = machines.run(root, "build", "--only", "kien-giang/huyen-vinh-thuan")

    assert (done.returncode, (root / "xem-thu").exists()) == (1, False)
    assert REPORT in done.stdout


def test_an_unknown_place_has_the_nearest_proposed(machines: Machines):
    done = machines.run(machines.folder / "ca", "build", "--only", "kien-giang/huyen-vinh-thuam")

    assert done.returncode == 1
    assert "«kien-giang/huyen-vinh-thuan»" in done.stderr


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (("--shard", "0/3"), "«0/3» không phải là một phần"),
        (("--shard", "4/3"), "«4/3» không phải là một phần"),
        (("--shard", "một"), "mời ghi như 3/8"),
        (("--shard", "1/3", "--only", "kien-giang"), "--only hoặc --shard"),
    ],
)
def test_a_wish_that_cannot_be_is_refused(machines: Machines, asked: tuple[str, ...], said: str):
    done = machines.run(machines.folder / "ca", "build", *asked)

    assert done.returncode == 2
    assert said in done.stderr
