"""What a page weighs, what stands in it once, and what a browser tells of the tables that say so little of themselves."""

import json
import re
import shutil
import subprocess
from collections import Counter
from pathlib import Path

import pytest
from browser import CHROMIUM, FLAGS, in_browser
from bs4 import BeautifulSoup, Tag
from built import ROOT, bantin, called, made_once, soup

from bantin import site
from bantin.folders import Folders

MARKDOWN, HTML, WITH_OWNER = 14_300, 21_500, 23_500
"""The most bytes of a bulletin of 34 figures: as `bantin render` writes it, as it is published, and as it is published
by a site with an address and an owner, whom every table tells how to reach. Of the first, eight thousand are what a
reader reads, what the page is called by, and where its rows are found and lead to."""
OWNER = "\nsite_url: https://cchc.dongthap.gov.vn/\nplugins: [bantin: {owner: {name: Mẫu, email: phongkiemsoat@dongthap.gov.vn}}]\n"


@pytest.fixture(scope="module")
def made_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few bulletins of 34 figures, some with targets, in a built site."""

    def make(folder: Path) -> None:
        called(ROOT / "tools/nation.py", "--pages", "12", "--seed", "3", folder / "site", folder=ROOT)
        done = bantin("build", "--root", str(folder / "site"))
        assert done.returncode == 0, done.stderr

    return made_once(tmp_path_factory, "weighed", make)


def bulletins(folder: Path) -> list[Path]:
    """The addresses of the bulletins, below the built site."""
    data = folder / "site/data"
    found = [path.relative_to(data).with_suffix("") for path in sorted(data.glob("*-*/**/20*.yml"))]
    assert len(found) == 12
    return found


def test_a_bulletin_of_34_figures_is_light(made_up: Path):
    folders = Folders.of(made_up / "site")
    found = site.check(folders)
    rendered = {file.path: file for file in site.markdown_of(found, folders)}
    for path in bulletins(made_up):
        assert len(str(rendered[f"{path}/index.md"].content()).encode()) <= MARKDOWN, path
        assert (made_up / "site/site" / path / "index.html").stat().st_size <= HTML, path


def test_it_is_light_where_every_table_tells_of_the_owner_too(made_up: Path, tmp_path: Path):
    shutil.copytree(made_up / "site", tmp_path / "site", ignore=shutil.ignore_patterns("site", ".bantin"))
    settings = tmp_path / "site/mkdocs.yml"
    said = settings.read_text(encoding="utf-8").replace('site_url: ""', "").partition("plugins:")[0]
    settings.write_text(said + OWNER, encoding="utf-8")
    assert bantin("build", "--root", str(tmp_path / "site")).returncode == 0
    for path in bulletins(made_up):
        page = tmp_path / "site/site" / path / "index.html"
        assert page.read_text(encoding="utf-8").count('href="mailto:') == len(soup(page).select(".chan-bang")) + 1
        assert page.stat().st_size <= WITH_OWNER, path


def test_what_every_page_has_alike_is_a_file_of_the_site(made_up: Path):
    """Icons, scripts and the words of Material's script."""
    for path in (made_up / "site/site").rglob("index.html"):
        page = path.read_text(encoding="utf-8")
        head, _, rest = page.partition("<article")
        assert "<svg" not in head + rest.rpartition("</article>")[2], path
        assert "<style" not in page
        assert not [kind for kind in re.findall(r"<script([^>]*)>", page) if "src=" not in kind]


def test_what_a_page_says_of_itself_it_says_once(made_up: Path):
    """The contents, the source of a table, the words that a table has in common with no cell."""
    for path in bulletins(made_up):
        page = soup(made_up / "site/site" / path / "index.html")
        contents = page.find("nav", class_="muc-luc")
        assert [a["href"] for a in contents.ul.find_all("a")] == [f"#{h['id']}" for h in page.article.find_all("h2")]
        inside = Counter(a["href"] for a in page.find_all("a", href=re.compile("^#")) if not a.find_parent("article"))
        assert set(inside.values()) == {1}
        for table in page.find_all("table"):
            assert len(page.select(f"p.nguon[id={table['aria-describedby']}]")) == 1
            assert not [
                cell for cell in table.find_all("td") if cell.get("class") not in (None, ["tinh"], ["nghi-ngo"])
            ]


ROLES = """
<script>
const said = [...document.querySelectorAll("table, th, td")].map((e) => [e.computedRole, e.computedName]);
document.body.innerHTML = "";
document.body.append(Object.assign(document.createElement("pre"), {id: "said", textContent: JSON.stringify(said)}));
</script>"""


def role(cell: Tag) -> str:
    if cell.name == "th":
        return "columnheader" if cell.find_parent("thead") else "rowheader"
    return {"table": "table", "td": "cell"}[cell.name]


@in_browser
def test_a_browser_tells_every_table_and_what_its_cells_are(made_up: Path, tmp_path: Path):
    article = soup(made_up / "site/site" / bulletins(made_up)[0] / "index.html").article
    (tmp_path / "trang.html").write_text(f"<meta charset=utf-8><body>{article}{ROLES}", encoding="utf-8")
    asked = [CHROMIUM, *FLAGS, "--force-renderer-accessibility", "--enable-blink-features=ComputedAccessibilityInfo",
             f"--user-data-dir={tmp_path / 'profile'}", (tmp_path / "trang.html").as_uri()]  # fmt: skip
    done = subprocess.run(asked, capture_output=True, text=True, encoding="utf-8", timeout=180, check=True)
    said = json.loads(BeautifulSoup(done.stdout, "html.parser").find(id="said").get_text())

    told = article.find_all(["table", "th", "td"])
    assert [found for found, _ in said] == [role(cell) for cell in told]
    for tag, (_, name) in zip(told, said, strict=True):
        if tag.name == "table":
            assert name == " ".join(tag.caption.get_text().split())
