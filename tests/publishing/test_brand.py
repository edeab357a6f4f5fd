"""A site's colours can be read in every palette, or are refused; its logo has a box before it has come."""

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PIL import Image

from bantin.building.looks import Looks
from bantin.folders import folders_of
from bantin.publishing.brand import BrandError, Logo, contrast, style
from bantin.publishing.events import GivenPages
from bantin.publishing.settings import misplaced

PAPERS = {"don-vi": "#f7f3ec", "don-vi-toi": "#211e1a", "don-vi-cao": "#ffffff", "don-vi-cao-toi": "#000000"}


def rgb(text: str) -> tuple[int, int, int]:
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:], 16)


@pytest.mark.parametrize("primary", ["#9a1b1e", "#0B4F6C", "#000000", "#1a5c2e", "#5b2a86", "#0000ff", " #856404 "])
def test_a_colour_is_read_on_every_paper(primary: str):
    said = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", style(primary)))

    assert said.keys() == PAPERS.keys()
    assert said["don-vi"] == primary.strip().lower()
    for name, paper in PAPERS.items():
        assert contrast(rgb(said[name]), rgb(paper)) >= (7 if "cao" in name else 4.5), name


def test_contrast_is_counted_as_everywhere():
    assert round(contrast((0, 0, 0), (255, 255, 255)), 2) == 21
    assert round(contrast((119, 119, 119), (255, 255, 255)), 2) == 4.48


@pytest.mark.parametrize(("primary", "why"), [
    ("#f0c040", "quá nhạt: chữ màu ấy trên nền sáng chỉ tương phản 1,5, cần ít nhất 4,5"),
    ("red", "«red» (colours: primary) không phải là màu dạng #rrggbb"), ("#fff", "không phải là màu dạng"),
])  # fmt: skip
def test_a_colour_that_cannot_be_read_is_refused(primary: str, why: str):
    with pytest.raises(BrandError, match=re.escape(why)):
        style(primary)


def test_a_refusal_names_a_colour_that_would_do():
    with pytest.raises(BrandError) as refused:
        style("#f0c040")
    assert style(re.findall("#[0-9a-f]{6}", str(refused.value))[-1])


@pytest.mark.parametrize(("text", "size"), [
    ('<svg xmlns="http://www.w3.org/2000/svg" width="240" height="80.4px">', (240, 80)),
    ('<?xml version="1.0"?><svg viewBox="0 0 48 24" stroke-width="2">', (48, 24)),
    ('<svg width="100%" height="100%" viewBox="-2,-2, 30.2,15">', (30, 15)),
])  # fmt: skip
def test_a_drawing_says_its_measures(tmp_path: Path, text: str, size: tuple[int, int]):
    (tmp_path / "a.svg").write_text(text, encoding="utf-8")

    assert Logo.of("a.svg", [tmp_path / "khong-co", tmp_path]).size == size


def test_a_picture_has_those_of_its_pixels(tmp_path: Path):
    (tmp_path / "anh").mkdir()
    Image.new("RGB", (30, 20)).save(tmp_path / "anh/a.webp")

    assert Logo.of("/anh/a.webp", [tmp_path]) == Logo(tmp_path / "anh/a.webp", "anh/a.webp", (30, 20))


@pytest.mark.parametrize(("name", "why"), [
    ("b.png", "Không thấy biểu trưng «b.png»"), ("a.txt", "cần là một trong các loại tệp: .svg, .png"),
    ("a.svg", "không nói rộng, cao bao nhiêu"), ("a.png", "không nói rộng, cao bao nhiêu"),
])  # fmt: skip
def test_what_is_no_logo_is_refused(tmp_path: Path, name: str, why: str):
    for file in ("a.txt", "a.svg", "a.png"):
        (tmp_path / file).write_text("<svg>", encoding="utf-8")

    with pytest.raises(BrandError, match=re.escape(why)):
        Logo.of(name, [tmp_path])


@pytest.mark.parametrize(("address", "path", "is_well"), [
    ("", "/cchc/", True), ("", "/cchc", True), ("", "", True), ("https://vi.du/cchc/", "/cchc", True), ("https://vi.du/", "/", True),
    ("https://vi.du/", "/cchc/", False), ("", "cchc", False), ("", "https://vi.du/", False), ("", "/a b/", False),
])  # fmt: skip
def test_a_path_is_one_and_that_of_the_address(address: str, path: str, is_well: bool):
    assert (misplaced(address, path) == "") is is_well


@pytest.mark.parametrize(("address", "base"), [("", "/cchc"), ("https://vi.du/cchc/", "")])
def test_a_page_at_no_address_of_its_own_counts_from_the_path(address: str, base: str):
    """Such is 404.html: it stands wherever nothing is."""
    plugin, context = GivenPages(), {"base_url": ""}
    plugin.load_config({"base_path": "/cchc/"})
    config: Any = SimpleNamespace(site_url=address)
    plugin.on_template_context(context, template_name="404.html", config=config)  # type: ignore[arg-type]

    assert context == {"base_url": base}


def test_another_logo_among_the_pages_makes_all_pages_anew(tmp_path: Path):
    (tmp_path / "content").mkdir()
    (tmp_path / "mkdocs.yml").write_text("docs_dir: content\nplugins: [{bantin: {logo: a.png}}]\n", encoding="utf-8")
    digests = set()
    for width in (10, 20):
        Image.new("RGB", (width, 10)).save(tmp_path / "content/a.png")
        digests.add(Looks(folders_of(tmp_path)).of_all)

    assert len(digests) == 2
