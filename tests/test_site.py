"""The built site as its readers meet it: links, language, addresses, the same bytes whichever way it was built."""

import filecmp
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit

import material
import pytest
from built import ROOT, mkdocs, page, parts, words
from trying import THOROUGH

from bantin.publishing.publish import replacing
from bantin.search import name_files

ATTRIBUTES = ("aria-label", "title", "placeholder", "alt", "content")


def pages(site_dir: Path) -> list[Path]:
    return sorted(site_dir.rglob("*.html"))


def test_every_address_of_the_design_has_its_page(site_dir: Path):
    for address in ("", "kien-giang", "an-giang", "kien-giang/huyen-vinh-thuan", "kien-giang/huyen-vinh-thuan/2023-6-thang",
                    "kien-giang/2020-7-thang", "gia-lai/huyen-kong-chro/den-2023-07", "chi-so", "chi-so/ho-so-tiep-nhan",
                    "kien-giang/huyen-vinh-thuan/ho-so-nua-dau-nam-2023", "chat-luong", "gioi-thieu"):  # fmt: skip
        assert (site_dir / address / "index.html").is_file(), address


def test_every_link_leads_somewhere(site_dir: Path):
    files = {str(path) for path in site_dir.rglob("*") if path.is_file()}
    ids = {str(path): {said["id"] for _, said in parts(path).tags if "id" in said} for path in pages(site_dir)}
    broken = []
    for path in pages(site_dir):
        links = (said for tag, said in parts(path).tags if tag in ("a", "link", "script", "img"))
        for target in {said.get("href") or said.get("src") or "" for said in links}:
            link = urlsplit(target)
            if link.scheme in ("https", "http", "data"):
                continue
            origin = site_dir if link.path.startswith("/") else path.parent
            to = os.path.normpath(origin / unquote(link.path).lstrip("/")) if link.path else str(path)
            to = to if to in files else os.path.join(to, "index.html")  # noqa: PTH118 -- fifty thousand times
            if to not in files or (link.fragment and to.endswith(".html") and link.fragment not in ids[to]):
                broken.append(f"{path.relative_to(site_dir)}: {target}")
    # The label for the search box is no anchor of Material's own pages.
    assert [link for link in broken if "__" not in link] == []


def test_no_page_calls_a_third_party(site_dir: Path):
    for path in pages(site_dir):
        for tag, said in parts(path).tags:
            if tag in ("link", "script", "img", "iframe", "source", "form"):
                target = said.get("href") or said.get("src") or said.get("action") or ""
                assert not urlsplit(target).netloc, f"{path}: {target}"
    for path in site_dir.rglob("*.css"):
        assert not re.search(r"url\(\s*['\"]?(?:https?:)?//", path.read_text(encoding="utf-8")), path


def interface_words() -> list[str]:
    partial = Path(material.__file__).parent / "templates/partials/languages/en.html"
    strings = re.findall(r'"[\w.]+":\s*"([^"]*)"', partial.read_text(encoding="utf-8"))
    return sorted({text.replace("#", "").strip() for text in strings if re.search("[a-zA-Z]{3}", text)} - {"ltr"})


def test_no_english_word_is_left_on_any_page(site_dir: Path):
    english = re.compile(r"\b(?:" + "|".join([*map(re.escape, interface_words()), "the", "and", "with", "page", "home"]) + r")\b", re.IGNORECASE)  # fmt: skip
    for path in pages(site_dir):
        found = parts(path)
        assert [attributes["lang"] for tag, attributes in found.tags if tag == "html"] == ["vi"]
        said = [text for tag, text in found.texts if tag not in ("script", "style", "code")]
        said += [attributes[name] for _, attributes in found.tags for name in ATTRIBUTES if attributes.get(name)
                 and attributes.get("name") not in ("viewport", "generator", "color-scheme")]  # fmt: skip
        for text in said:
            match = english.search(text)
            assert not match, f"{path.relative_to(site_dir)}: «{match[0]}» in «{text.strip()[:80]}»"


def test_a_page_has_one_first_heading_and_no_id_twice(site_dir: Path):
    for path in pages(site_dir):
        assert [tag for tag, _ in parts(path).tags].count("h1") == 1, path
        ids = [said["id"] for _, said in parts(path).tags if "id" in said]
        assert len(ids) == len(set(ids)), path


def test_heading_ids_of_hand_written_pages_keep_every_letter(site_dir: Path):
    ids = [tag["id"] for tag in page(site_dir, "gioi-thieu").article.find_all(["h2", "h3"])]

    assert ids
    for heading in page(site_dir, "gioi-thieu").article.find_all(["h2", "h3"]):
        assert "đ" not in words(heading).lower() or "d" in heading["id"]


def test_a_province_that_ended_says_what_it_became(site_dir: Path):
    kien_giang = page(site_dir, "kien-giang").article

    assert "Tỉnh Kiên Giang (cũ)" in words(kien_giang.h1)
    assert "đến 30/06/2025" in words(kien_giang)
    assert kien_giang.find("a", string="tỉnh An Giang")["href"] == "../an-giang/"
    assert "202/2025/QH15" in words(kien_giang)


def test_a_name_of_two_territories_shows_both_eras(site_dir: Path):
    gia_lai = words(page(site_dir, "gia-lai").article)

    assert "từ 01/07/2025: mở rộng, hợp nhất với tỉnh Bình Định ." in gia_lai
    assert "đến 30/06/2025: sau đó mở rộng, hợp nhất với tỉnh Bình Định ." in gia_lai


def test_a_rate_that_was_cut_off_is_no_contradiction(site_dir: Path):
    assert not page(site_dir, "kien-giang/huyen-vinh-thuan/2023-6-thang").find(class_="ghi-chu--nghi-ngo")
    assert "19/34" not in words(page(site_dir, "chat-luong").article)


def test_computed_values_are_marked_and_explained(site_dir: Path):
    row = page(site_dir, "kien-giang/huyen-vinh-thuan/2023-6-thang").find(id="cap-huyen-ty-le-truoc-han")

    assert "1.096 hồ sơ tính 90,58% của 1.210 (hồ sơ tiếp nhận)" in words(row)


def test_a_chart_says_its_figures_as_text_and_stands_after_its_table(site_dir: Path):
    charts = page(site_dir, "kien-giang/huyen-vinh-thuan/2023-6-thang").find_all("figure", class_="bieu-do")

    assert len(charts) == 2
    for chart in charts:
        assert words(chart.figcaption)
        silent = chart.select_one("svg[aria-hidden]")
        assert not words(silent)
        assert len(chart.find_all("li")) == len(silent.select("rect:not(.nen)"))
        assert chart.find_previous_sibling("div")["class"] == ["bang"]


def test_pages_are_read_without_javascript(site_dir: Path):
    article = page(site_dir, "kien-giang/2020-7-thang").article

    assert not article.find_all("script")
    assert "gần 30.000" in words(article)


def test_an_article_prints_figures_as_published_and_links_them(site_dir: Path):
    article = page(site_dir, "kien-giang/huyen-vinh-thuan/ho-so-nua-dau-nam-2023").article
    mention = article.find("a", class_="so-lieu", string="1.210")

    assert mention["href"] == "../../../kien-giang/huyen-vinh-thuan/2023-6-thang/#cap-huyen-ho-so-tiep-nhan"
    assert "so_lieu" not in article.get_text()


@pytest.mark.skipif(not THOROUGH, reason="make thorough; every day two small sites are built both ways instead")
def test_the_command_builds_the_same_bytes_as_mkdocs(site_dir: Path, tmp_path: Path):
    for name in ("data", "content", "theme_overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)

    done = subprocess.run([sys.executable, "-m", "bantin", "build", "--strict", "--root", tmp_path], capture_output=True, text=True, encoding="utf-8", check=False)  # fmt: skip

    assert done.returncode == 0, done.stdout + done.stderr
    ours = {p.relative_to(tmp_path / "site") for p in (tmp_path / "site").rglob("*") if p.is_file()}
    theirs = {p.relative_to(site_dir) for p in site_dir.rglob("*") if p.is_file()}
    assert ours == theirs
    differ = filecmp.cmpfiles(tmp_path / "site", site_dir, [str(p) for p in ours], shallow=False)
    assert differ[1:] == ([], [])


def test_an_error_in_the_data_stops_mkdocs_and_leaves_the_site(tmp_path: Path):
    for name in ("data", "content", "theme_overrides"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    with replacing(tmp_path / "site", ()) as build:
        (build.new / "index.html").write_text("trang cũ", encoding="utf-8")
    report = tmp_path / "data/kien-giang/huyen-vinh-thuan/2023-6-thang.yml"
    report.write_text(report.read_text(encoding="utf-8").replace("1.210", "1.21", 1), encoding="utf-8")

    done = mkdocs("build", folder=tmp_path)

    assert done.returncode == 1
    assert "[number-ambiguous]" in done.stderr
    assert sorted(path.name for path in (tmp_path / "site").iterdir()) == [".bantin-site", "index.html"]
    assert (tmp_path / "site/index.html").read_text(encoding="utf-8") == "trang cũ"


def test_the_search_finds_places_by_their_names_and_pages_by_their_words(site_dir: Path):
    index = site_dir / "tim-kiem"
    texts = [path.read_text(encoding="utf-8") for path in (index / "doan").glob("*.js")]

    assert (index / "ten.js").read_text(encoding="utf-8") == dict(name_files())["tim-kiem/ten.js"]
    assert any("Nhiệm vụ trọng tâm thực hiện được hơn một nửa" in text for text in texts)
    assert not any("don-vi/" in text or "<" in text for text in texts)
    assert "kien-giang-2023" in (index / "tu/da.js").read_text(encoding="utf-8")
