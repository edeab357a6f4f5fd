"""Whatever lies in data/ and content/ is read, published knowingly, or named: nothing is silently skipped."""

import shutil
from pathlib import Path

import pytest
from conftest import SOUND, TODAY, Site, pages_of_data
from hypothesis import given, settings
from hypothesis import strategies as st
from making import jpg, png
from trying import tries

from bantin import site as bantin_site
from bantin.editors.schema import schemas
from bantin.folders import PUBLISHED, Folders
from bantin.model.links import files_used
from bantin.reading.file_names import SCHEMA_FILES, is_of_system

REPORT = (SOUND / "data/kien-giang/2022.yml").read_bytes()
ARTICLE = (SOUND / "content/kien-giang/huyen-vinh-thuan/2026-11-22-nua-dau-nam.md").read_bytes()
CONTENTS = (
    REPORT,
    ARTICLE,
    jpg(),
    png(),
    b"",
    b"%PDF-1.4\n%%EOF\n",
    b"\xff\xfe",
    b"<<<<<<< HEAD\n",
    b"# Trang\n\nchu\n",
)
FOLDERS = (
    "data", "data/kien-giang", "data/kien-giang/huyen-vinh-thuan", "data/danh-muc", "data/danh-muc/phan-to",
    "data/schema", "data/khong-co", "data/kien-giang/huyen-vinh-thuan/anh", "data/.git", "data/tin tuc",
    "content", "content/kien-giang", "content/kien-giang/huyen-vinh-thuan", "content/tin-tuc", "content/Tin tức",
    "content/kien-giang/huyen-vinh-thuan/anh", "content/kien-gian", "content/.obsidian",
)  # fmt: skip
STEMS = (
    "2021", "2023-quy-1", "2023-q1", "Quý 1 năm 2023", "2023-6-thang", "bao-cao", "2026-11-22-bai", "22-11-2026-bai",
    "20261122-bai", "bai", "Bài viết", "anh", "index", "README", "chi-so", "linh-vuc", "dia-chi-da-dang", "~$2021",
    ".2021", "Thumbs", "desktop", "2021 (1)", "Copy of 2021", "con", "đất", "a'b", "x" * 200,
)  # fmt: skip
SUFFIXES = (
    "", ".yml", ".yaml", ".YML", ".yml.txt", ".txt", ".yml ", " .yml", ".ym", ".json", ".xlsx", ".docx", ".doc", ".pdf",
    ".md", ".MD", ".markdown", ".md.txt", ".html", ".jpg", ".JPG", ".jpeg", ".png", ".svg", ".heic", ".gif", ".webp", ".mp4",
    ".zip", ".bak", ".yml~", ".orig", ".swp", ".db", ".ini", ".", ". ", ".yml.bak", ".odt",
)  # fmt: skip

names = st.builds(str.__add__, st.sampled_from(STEMS), st.sampled_from(SUFFIXES))
files = st.dictionaries(
    st.builds("{}/{}".format, st.sampled_from(FOLDERS), names), st.sampled_from(CONTENTS), min_size=1, max_size=6
)


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("every") / "site"


@settings(max_examples=tries(120), derandomize=True, deadline=None, database=None)
@given(files)
def test_every_file_is_a_page_or_a_picture_or_named_or_the_systems_own(root: Path, put: dict[str, bytes]):
    shutil.rmtree(root, ignore_errors=True)
    site = Site(root)
    for name, content in put.items():
        try:
            site.write(name, content)
        except OSError:  # a name that this system refuses, or a file where a folder would be
            continue

    assert unaccounted(site) == []


@pytest.mark.parametrize("folder", FOLDERS)
def test_a_file_of_every_ending_in_every_folder_is_accounted_for(site: Site, folder: str):
    for suffix in SUFFIXES:
        for stem in ("2023-quy-1", "2026-11-22-bai", "Bài viết", "chi-so-khac"):
            site.write(f"{folder}/{stem}{suffix}", CONTENTS[-1])

    assert unaccounted(site) == []


def unaccounted(site: Site) -> list[str]:
    """The files of a site that are nowhere: neither on it, nor in its report, nor the system's own."""
    edition = bantin_site.check(Folders.of(site.root), TODAY)
    archive = edition.archive
    named = {problem.location.source for problem in edition.problems}
    used = files_used(archive.links)
    known = {text.at.source for text in (*archive.reports, *archive.articles, *archive.pages)}
    known |= {file.path for file in archive.attached if file.path in used} | lists(site)
    if not edition.errors:  # what the archive holds has its page
        pages = {page.source for page in pages_of_data(edition) if page.source}
        assert {text.at.source for text in (*archive.reports, *archive.articles, *archive.pages)} <= pages
    return [name for name in everything(site.root) if name not in named | known and not is_left(name)]


def everything(root: Path) -> list[str]:
    paths = [path for folder in ("data", "content") for path in (root / folder).rglob("*") if path.is_file()]
    return sorted(path.relative_to(root).as_posix() for path in paths)


def lists(site: Site) -> set[str]:
    """The lists, which are read whenever they are there."""
    found = {f"data/danh-muc/{name}.yml" for name in ("chi-so", "pham-vi", "noi-dung", "don-vi", "dia-chi")}
    return found | {
        f"data/danh-muc/phan-to/{path.name}" for path in (site.root / "data/danh-muc/phan-to").glob("*.yml")
    }


def is_left(name: str) -> bool:
    """Whether a file is on the short list of what no page needs."""
    schema = name.removeprefix("data/schema/") in SCHEMA_FILES
    return schema or name == PUBLISHED or any(map(is_of_system, name.split("/")))


def test_the_list_of_schemas_is_the_one_that_is_written(site: Site):
    assert set(SCHEMA_FILES) == schemas(site.archive().catalogue).keys()
