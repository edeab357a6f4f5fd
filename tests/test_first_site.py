"""A site of one's own: `bantin init` writes what is sound at once, for every province, and what comes with the package."""

import importlib.util
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
import small_country
import yaml
from bs4 import BeautifulSoup
from built import ROOT, called
from click.testing import CliRunner, Result
from PIL import Image

import bantin
from bantin.cli import main
from bantin.editors.first_site import HOSTS
from bantin.folders import folders_of
from bantin.places import gazetteer, present_era
from bantin.publishing.settings import unanswered
from bantin.reading import load
from bantin.vietnamese import date_text

PACKAGE = Path(bantin.__file__).parent


def init(*words: object) -> Result:
    return CliRunner().invoke(main, ["init", *map(str, words)])


def test_what_comes_with_the_package_is_what_we_use_ourselves():
    spec = importlib.util.spec_from_file_location("shipped_copies", ROOT / "tools/shipped.py")
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)

    copies = dict(tool.copies())
    assert len(copies) > 12
    assert {str(path) for path in copies} >= {
        "lists/chi-so.yml",
        "lists/phan-to/linh-vuc.yml",
        "first_site/data/README.md",
    }
    different = [name for name, text in copies.items() if (PACKAGE / name).read_text(encoding="utf-8") != text]
    assert different == [], "mời chạy: make lists"
    assert sorted(path.relative_to(PACKAGE) for path in (PACKAGE / "lists").rglob("*.yml")) == sorted(
        path for path in copies if path.parts[0] == "lists"
    )


@pytest.mark.parametrize("province", gazetteer.provinces(present_era()), ids=lambda unit: unit.path)
def test_a_site_of_any_province_is_sound_at_once(tmp_path: Path, province):
    done = init(tmp_path / "trang", "--tinh", province.path)

    assert done.exit_code == 0, done.output
    archive, problems = load(folders_of(tmp_path / "trang"))
    assert problems == ()
    assert [report.place.path for report in archive.reports] == [province.path]
    assert archive.catalogue.province == province.path
    assert all(figure.is_state for figure in archive.reports[0].figures), "a sample says no figure"


@pytest.mark.parametrize("name", ["Đồng Tháp", "tỉnh Đồng Tháp", "dong thap", "DONG-THAP"])
def test_a_province_is_named_as_people_write_it(tmp_path: Path, name: str):
    assert init(tmp_path / "trang", "--tinh", name).exit_code == 0
    assert "province: dong-thap" in (tmp_path / "trang/mkdocs.yml").read_text(encoding="utf-8")


@pytest.mark.parametrize("host", HOSTS)
def test_the_workflow_stands_where_its_host_looks_for_it(tmp_path: Path, host: str):
    init(tmp_path / "trang", "--noi-giu", host)
    workflow = yaml.safe_load((tmp_path / "trang" / HOSTS[host][1]).read_text(encoding="utf-8"))

    assert len(workflow) > 3
    assert "-e ." not in (tmp_path / "trang" / HOSTS[host][1]).read_text(encoding="utf-8")
    assert HOSTS[host][1] in (tmp_path / "trang/README.md").read_text(encoding="utf-8")
    assert list((tmp_path / "trang/data").rglob("*.yml")) == [], "of no single province there is no sample"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--tinh", "dong-thp"], "Có phải là tỉnh Đồng Tháp (dong-thap)?"),
        (["--tinh", "Kiên Giang"], "Nay không có tỉnh nào là «Kiên Giang»."),
        (["--duong-dan", "cchc"], "«cchc» không phải là địa chỉ"),
        (["--duong-dan", "ftp://vi.du/"], "không phải là địa chỉ"),
        (["--duong-dan", "//vi.du/x"], "không phải là địa chỉ"),
        (["--duong-dan", "https://vi.du/"], "mời thêm --co-quan và --thu-dien-tu, như"),
        (["--duong-dan", "https://vi.du/", "--co-quan", "Sở Nội vụ"], "mời thêm --thu-dien-tu, như"),
        (["--co-quan", "Sở Nội vụ", "--thu-dien-tu", "0123"], "«0123» không phải là hộp thư"),
    ],
)
def test_what_is_unclear_is_told_and_nothing_written(tmp_path: Path, words: list[str], told: str):
    done = init(tmp_path / "trang", *words)

    assert done.exit_code == 2
    assert told in done.output
    assert not (tmp_path / "trang").exists()


def test_a_path_without_an_address_is_kept_and_needs_no_owner(tmp_path: Path):
    assert init(tmp_path / "trang", "--duong-dan", "/cchc").exit_code == 0
    said = yaml.safe_load((tmp_path / "trang/mkdocs.yml").read_text(encoding="utf-8"))

    assert said["site_url"] == ""
    assert said["plugins"][0]["bantin"]["base_path"] == "/cchc/"


def test_a_folder_that_holds_anything_stays_as_it_is(tmp_path: Path):
    (tmp_path / "thu.txt").write_text("của tôi", encoding="utf-8")

    assert init(tmp_path).exit_code == 2
    assert [path.name for path in tmp_path.iterdir()] == ["thu.txt"]


def test_a_setting_that_names_no_province_is_told_by_both_doors(tmp_path: Path):
    init(tmp_path / "trang", "--tinh", "an-giang")
    settings = tmp_path / "trang/mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("province: an-giang", "province: kien-giang"))

    by_bantin = called("-m", "bantin", "check", folder=tmp_path / "trang")
    by_mkdocs = called("-m", "mkdocs", "build", "-q", folder=tmp_path / "trang")
    assert by_bantin.returncode == 2
    assert "nay không có tỉnh nào là «kien-giang»" in by_bantin.stderr
    assert by_mkdocs.returncode == 1
    assert "nay không có tỉnh nào là «kien-giang»" in by_mkdocs.stdout + by_mkdocs.stderr
    assert "Traceback" not in by_mkdocs.stdout + by_mkdocs.stderr


OWNERS = {
    "nobody": ("", "tên cơ quan chủ quản và thư điện tử hay điện thoại"),
    "no name": ("{email: a@vi.du}", "tên cơ quan chủ quản,"),
    "no contact": ("{name: Sở Nội vụ, address: Số 1}", "thư điện tử hay điện thoại,"),
    "whitespace alone": ('{name: "  ", phone: "0123"}', "tên cơ quan chủ quản,"),
}


@pytest.mark.parametrize("which", OWNERS)
def test_no_site_is_built_at_an_address_for_which_nobody_answers(tmp_path: Path, which: str):
    owner, lacking = OWNERS[which]
    settings = (
        "site_name: A\nsite_url: https://vi.du/\ntheme: bantin\nplugins: [{bantin: {shipped_lists: true, owner: %s}}]\n"
    )
    (tmp_path / "mkdocs.yml").write_text(settings % (owner or "{}"), encoding="utf-8")
    (tmp_path / "docs").mkdir()
    (tmp_path / "data").mkdir()

    for done in (called("-m", "bantin", "build", folder=tmp_path), called("-m", "mkdocs", "build", folder=tmp_path)):
        said = done.stdout + done.stderr
        assert done.returncode > 0
        assert f"mà chưa ghi {lacking}" in " ".join(said.split())
        assert "      owner:\n        name: Tên cơ quan\n        email: hộp thư" in said
        assert "Traceback" not in said
        assert not (tmp_path / "site").exists()
    if which == "nobody":  # what `bantin serve` shows is published nowhere
        assert called("-m", "bantin", "build", "--site-dir", "xem-thu", folder=tmp_path).returncode == 0


@pytest.mark.parametrize(("address", "owner"), [
    ("", {}), (None, {}), ("https://vi.du/", {"name": "Sở", "phone": "1"}), ("https://vi.du/", {"name": "Sở", "email": "a@b"}),
])  # fmt: skip
def test_who_answers_need_be_said_of_a_public_address_alone(address: str | None, owner: dict[str, str]):
    assert unanswered(address, owner) == ""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of An Giang below /cchc/ with its own owner, colours and bulletins, built at once and strictly."""
    root = tmp_path_factory.mktemp("rieng")
    owner = ("--co-quan", 'Sở "Nội vụ" & <b>', "--thu-dien-tu", "hop.thu@vi.du")
    done = init(root / "trang", "--tinh", "an-giang", "--duong-dan", "https://vi.du/cchc", *owner)
    assert done.exit_code == 0, done.output
    small_country.write_tables(root / "bang")
    settings = root / "trang/mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    for old, new in (
        ('phone: ""', "phone: (0296) 3 111 222"),
        ('# colours:\n      #   primary: "#9a1b1e"', 'colours:\n        primary: "#0B4F6C"'),
        (
            "# links:\n      #   - name: Cổng Dịch vụ công quốc gia\n      #     address: https://dichvucong.gov.vn",
            "links:\n        - {name: Tin & bài, address: 'https://vi.du/tin?a=1&b=2'}",
        ),
        ("# logo: assets/bieu-trung.svg", "logo: anh/bieu-trung.png"),
    ):
        assert old in text
        text = text.replace(old, new)
    settings.write_text(text, encoding="utf-8")
    (root / "trang/content/anh").mkdir()
    Image.new("RGB", (120, 60), "#0b4f6c").save(root / "trang/content/anh/bieu-trung.png")
    for place in ("an-giang/xa-khanh-binh", "kien-giang/huyen-vinh-thuan"):
        shutil.copytree(ROOT / "data" / place, root / "trang/data" / place)
    program = small_country.program("bantin", root / "bang")
    done = called(*program, "build", "--strict", folder=root / "trang")
    assert done.returncode == 0, done.stdout + done.stderr
    return root / "trang/site"


def page(site: Path, name: str = "index.html") -> BeautifulSoup:
    return BeautifulSoup((site / name).read_text(encoding="utf-8"), "html.parser")


def test_a_site_of_one_province_shows_that_province(built: Path):
    home = page(built)
    main_part = home.select_one("article")

    assert home.select_one("#tinh-thanh").get_text() == "Tỉnh An Giang"
    assert [link["href"] for link in main_part.select(".danh-sach-tinh a")] == [
        "an-giang/xa-khanh-binh/", "kien-giang/huyen-vinh-thuan/", "kien-giang/",
    ]  # fmt: skip
    assert main_part.select_one(".ban-do") is None
    assert (built / "an-giang/index.html").is_file()


def test_its_owner_stands_at_the_foot_of_every_page(built: Path):
    for name in ("index.html", "an-giang/index.html", "404.html", "gioi-thieu/index.html"):
        foot = page(built, name).select_one("footer address")
        assert foot.get_text("|") == (
            'Sở "Nội vụ" & <b>|Cơ quan chủ quản|Điện thoại: |(0296) 3 111 222|Thư điện tử: |hop.thu@vi.du'
        )
        assert page(built, name).select_one("header .dau__ten small").get_text() == 'Sở "Nội vụ" & <b>'
        assert [link["href"] for link in foot.select("a")] == ["tel:02963111222", "mailto:hop.thu@vi.du"]


def test_the_foot_of_every_page_leads_to_other_sites_of_the_owner(built: Path):
    for name in ("index.html", "404.html"):
        link = page(built, name).select_one("footer nav[aria-label='Liên kết'] a")
        assert (link.get_text(), link["href"]) == ("Tin & bài", "https://vi.du/tin?a=1&b=2")


def test_it_stands_below_its_path_in_its_colours_with_its_logo(built: Path):
    home = page(built)
    sheets = [link["href"] for link in home.select("head link[rel=stylesheet]")]
    logo = page(built, "an-giang/index.html").select_one("header img")

    assert sheets[-1] == "assets/don-vi.css"
    assert "--don-vi: #0b4f6c;" in (built / sheets[-1]).read_text(encoding="utf-8")
    assert (logo["src"], logo["width"], logo["height"], logo["alt"]) == ("../anh/bieu-trung.png", "120", "60", "")
    assert (built / "anh/bieu-trung.png").is_file()
    assert page(built, "404.html").select_one("footer nav a")["href"].startswith("/cchc")
    assert home.select_one("link[rel=canonical]")["href"] == "https://vi.du/cchc/"


def test_every_page_leads_to_what_its_edition_is_and_says_its_day(built: Path):
    newest = max(date.fromisoformat(day) for day in re.findall(
        "<lastmod>([^<]+)", (built / "sitemap.xml").read_text(encoding="utf-8")))  # fmt: skip
    for name in ("index.html", "an-giang/xa-khanh-binh/index.html"):
        foot = page(built, name).select_one("footer .an-ban a")
        assert (built / name).parent.joinpath(foot["href"]).resolve() == (built / "build-info.json").resolve()
        sheet = (built / name).parent / page(built, name).select_one("footer link[rel=stylesheet]")["href"]
        assert f"đến ngày {date_text(newest)}." in sheet.read_text(encoding="utf-8")


def test_what_is_wrong_in_a_table_is_told_to_the_owner_at_its_public_address(built: Path):
    (path,) = (built / "kien-giang/huyen-vinh-thuan").glob("2023-6-thang/index.html")
    slips = page(built, path.relative_to(built).as_posix()).select("article .chan-bang a[href^=mailto]")
    assert slips
    for slip in slips:
        assert slip["href"].startswith("mailto:hop.thu@vi.du?subject=")
        assert "https://vi.du/cchc/kien-giang/huyen-vinh-thuan/2023-6-thang/%23" in slip["href"]
