"""What every site needs is added to its settings, and what it says itself is followed."""

import logging
from pathlib import Path
from typing import Any

import pytest
import yaml
from built import ROOT
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig

from bantin.publishing.settings import EXTENSIONS, NAV, THEME, complete, refusal_of
from bantin.vietnamese import heading_id


def settings(folder: Path, said: str = "") -> MkDocsConfig:
    """The settings of a site with our theme, as MkDocs reads them and we complete them."""
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(f"site_name: Mẫu\ntheme: bantin\nplugins: []\n{said}", encoding="utf-8")
    config = load_config(str(folder / "mkdocs.yml"))
    assert refusal_of(config, config.theme.dirs) == ""
    complete(config)
    return config


def test_a_site_that_says_nothing_gets_what_our_pages_need(tmp_path: Path):
    config = settings(tmp_path)

    assert set(config.markdown_extensions) >= {"attr_list", "md_in_html", "toc", "tables"}
    assert config.mdx_configs["toc"] == {"toc_depth": 3, "slugify": heading_id}
    assert config.nav == NAV
    assert config.validation.nav.omitted_files == config.validation.links.not_found == logging.DEBUG


def test_options_of_an_extension_are_followed_beside_ours(tmp_path: Path):
    config = settings(tmp_path, "markdown_extensions: [admonition, toc: {toc_depth: 2, permalink: true}]")

    assert config.mdx_configs["toc"] == {"toc_depth": 2, "permalink": True, "slugify": heading_id}
    assert "admonition" in config.markdown_extensions


def test_a_check_that_a_site_asks_for_is_followed(tmp_path: Path):
    config = settings(tmp_path, "validation: {nav: {omitted_files: warn}, links: {absolute_links: ignore}}")

    assert config.validation.nav.omitted_files == logging.WARNING
    assert config.validation.nav.not_found == logging.DEBUG


@pytest.mark.parametrize("said", ["palette: {scheme: slate}", "features: [navigation.instant]"])
def test_what_only_the_script_of_material_does_is_refused(tmp_path: Path, said: str):
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: Mẫu\nplugins: []\ntheme: {{name: bantin, {said}}}\n", encoding="utf-8"
    )
    config = load_config(str(tmp_path / "mkdocs.yml"))

    assert refusal_of(config, config.theme.dirs).startswith(f"Trang này ghi {said.partition(':')[0]} dưới theme")


class _Loader(yaml.SafeLoader):
    """Settings with names of Python, which are only compared."""


_Loader.add_multi_constructor("tag:yaml.org,2002:python/name:", lambda loader, name, node: name)


def test_an_engine_without_our_plugin_is_told_the_same():
    said: dict[str, Any] = yaml.load((ROOT / "tools/engine.yml").read_text(encoding="utf-8"), _Loader)
    extensions = dict([(entry, {}) if isinstance(entry, str) else next(iter(entry.items()))
                       for entry in said["markdown_extensions"]])  # fmt: skip
    name = f"{heading_id.__module__}.{heading_id.__qualname__}"

    assert extensions == EXTENSIONS | {"toc": {**EXTENSIONS["toc"], "slugify": name}}
    assert said["nav"] == NAV
    assert said["theme"] == {"name": THEME}
