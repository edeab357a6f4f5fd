"""Settings say where a site's files are, and both readers of mkdocs.yml understand them alike."""

from pathlib import Path

import pytest
from mkdocs.config import load_config

from bantin.folders import Folders, SettingsError, folders_of
from bantin.problems import Location, Problem
from bantin.publishing.events import folders_in

NAME = "site_name: Mẫu\n"


def site(root: Path, **files: str) -> Path:
    """A folder with settings, and every folder that some settings below may name."""
    for folder in ("data", "content", "docs", "conf", "so-lieu", "bai-viet", "look", "theme_overrides"):
        (root / folder).mkdir(parents=True)
    for name, text in files.items():
        (root / name.replace("__", "/").replace("_yml", ".yml")).write_text(text, encoding="utf-8")
    return root


SETTINGS = {
    "nothing": NAME,
    "ours": f"{NAME}docs_dir: content\ntheme: bantin\nplugins:\n  - bantin\n",
    "others": f"{NAME}docs_dir: bai-viet\nsite_dir: ra/trang\ntheme:\n  name: material\n  custom_dir: look\n"
              "plugins:\n  - bantin:\n      data_dir: so-lieu\n",
    "plugins as a mapping": f"{NAME}docs_dir: content\nplugins:\n  bantin:\n    data_dir: so-lieu\n",
    "tags": f"{NAME}docs_dir: !ENV [KHONG_CO_BIEN_NAY, content]\nplugins: [bantin]\nmarkdown_extensions:\n"
            "  - toc:\n      slugify: !!python/name:bantin.vietnamese.slug\n",
    "a theme by its name": f"{NAME}theme: mkdocs\nplugins: [bantin]\n",
}  # fmt: skip


@pytest.mark.parametrize("text", SETTINGS.values(), ids=list(SETTINGS))
def test_both_readers_of_the_settings_agree(tmp_path: Path, text: str):
    root = site(tmp_path, mkdocs_yml=text)
    ours, theirs = folders_of(root), folders_in(load_config(str(root / "mkdocs.yml")))

    assert ours == theirs


def test_settings_inherit_from_others(tmp_path: Path):
    base = f"{NAME}docs_dir: ../content\nsite_dir: ../ra\ntheme:\n  name: material\n  custom_dir: ../look\n"
    plugins = "plugins:\n  - bantin:\n      data_dir: ../so-lieu\n"
    root = site(tmp_path, conf__chung_yml=base + plugins, conf__trang_yml="INHERIT: chung.yml\ndocs_dir: ../bai-viet\n")
    ours = folders_of(root, root / "conf/trang.yml")

    assert ours == folders_in(load_config(str(root / "conf/trang.yml")))
    assert (ours.content, ours.data, ours.site) == (root / "bai-viet", root / "so-lieu", root / "ra")
    assert ours.overrides == root / "look"


def test_a_name_in_a_report_leads_to_the_file_and_back(tmp_path: Path):
    folders = Folders(tmp_path, tmp_path / "so-lieu", tmp_path.parent / "bai", tmp_path / "x", tmp_path / "site")

    assert folders.path("data/kien-giang/2022.yml") == f"{tmp_path}/so-lieu/kien-giang/2022.yml"
    assert folders.shown("data/kien-giang/2022.yml") == "so-lieu/kien-giang/2022.yml"
    assert folders.shown("content/a.md") == "../bai/a.md"
    assert folders.name(tmp_path / "so-lieu/kien-giang") == "data/kien-giang"
    assert folders.name(tmp_path / "khac") is None
    problem = Problem(Location("data/x.yml", 3), "wrong-shape", "Sai.")
    assert folders.seen(problem).line().startswith("so-lieu/x.yml:3:1: ")
    assert Folders.of(tmp_path).shown("data/x.yml") == "data/x.yml"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("<<<<<<< HEAD\nsite_name: a\n", "Hai người cùng sửa"),
        ("site_name: [\n", "dòng"),
        ("- a\n- b\n", "không phải là tệp cài đặt"),
        ("INHERIT: khong-co.yml\n", "khong-co.yml"),
        ("docs_dir: .\n", "không được nằm trong nhau"),
        ("plugins:\n  - bantin:\n      data_dir: docs/x\n", "không được nằm trong nhau"),
    ],
)
def test_settings_that_cannot_be_followed_are_one_sentence(tmp_path: Path, text: str, said: str):
    root = site(tmp_path, mkdocs_yml=text)

    with pytest.raises(SettingsError, match=said):
        folders_of(root)
