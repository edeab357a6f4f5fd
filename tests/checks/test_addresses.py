"""Addresses that were published stay true: pages that move leave a word, pages that go are missed."""

import errno
import os

import pytest
from click.testing import CliRunner
from conftest import Site
from test_results import found

from bantin import site
from bantin.cli import main
from bantin.folders import PUBLISHED, Folders
from bantin.inspection import inspect
from bantin.model.catalogue import Move, moved_to
from bantin.problems import Location
from bantin.publishing import GivenFile
from bantin.publishing.redirects import _redirect
from bantin.site import files_of, write_published

OLD, NEW = "kien-giang/huyen-vinh-thuan", "an-giang/xa-vinh-thuan"
MOVES = "data/danh-muc/dia-chi.yml"


def codes(root) -> list[str]:
    return [problem.code for problem in found(root)]


def moves(*pairs: tuple[str, str]) -> str:
    return "".join(f"- Cũ: {old}\n  Mới: {new}\n" for old, new in pairs)


def written(root, *forget: str) -> list[str]:
    folders = Folders.of(root)
    write_published(folders, inspect(folders), forget=forget)
    return (root / PUBLISHED).read_text(encoding="utf-8").splitlines()


def generated(of: Site) -> dict[str, GivenFile]:
    """The files of a site, each made when somebody asks what it holds."""
    return {file.path: file for file in files_of(check(of), Folders.of(of.root))}


def test_addresses_are_those_of_the_pages(site: Site):
    site.write("content/gioi-thieu.md", "# Giới thiệu\n")
    pages = {page.path for page in check(site).pages}

    assert "gioi-thieu" in pages
    assert inspect(Folders.of(site.root)).addresses == pages


def check(of: Site):
    return site.check(Folders.of(of.root))


def test_without_a_list_nothing_is_missed(site: Site):
    (site.root / f"data/{OLD}/2023-6-thang.yml").unlink()
    (site.root / f"content/{OLD}/2026-11-22-nua-dau-nam.md").unlink()

    assert codes(site.root) == []


def test_a_page_that_went_is_missed_until_it_is_moved(site: Site):
    assert f"{OLD}/2023-6-thang" in written(site.root)
    (site.root / f"content/{OLD}/2026-11-22-nua-dau-nam.md").unlink()
    (site.root / f"data/{OLD}/2023-6-thang.yml").rename(site.root / f"data/{OLD}/2023-quy-2.yml")

    assert codes(site.root) == ["address-removed", "address-removed"]
    site.write(MOVES, moves((f"{OLD}/2023-6-thang", f"{OLD}/2023-quy-2"), (f"{OLD}/nua-dau-nam", f"{OLD}/2023-quy-2")))
    assert codes(site.root) == []


def test_the_list_forgets_nothing_by_routine(site: Site):
    before = written(site.root)
    (site.root / f"data/{OLD}/2023-6-thang.yml").unlink()

    assert written(site.root) == before
    assert "address-removed" in codes(site.root)
    assert written(site.root, "an-giang") == before, "a page that is there cannot be forgotten"
    assert written(site.root, f"{OLD}/2023-6-thang") == [line for line in before if line != f"{OLD}/2023-6-thang"]


@pytest.mark.parametrize("form", [lambda text: b"\xef\xbb\xbf" + text, lambda text: text.replace(b"\n", b"\r\n")])
def test_the_list_is_read_like_any_other_file(site: Site, form):
    written(site.root)
    path = site.root / PUBLISHED
    path.write_bytes(form(path.read_bytes()))
    (site.root / f"data/{OLD}/2023-6-thang.yml").unlink()

    assert [line.partition(":1: ")[0] for line in site.problems() if "[address-removed]" in line] != []
    assert f"{OLD}/2023-6-thang" in written(site.root)


def test_a_list_of_another_encoding_is_told_and_not_written(site: Site):
    before = "\n".join(written(site.root)).encode("utf-16")
    site.write(PUBLISHED, before)

    assert codes(site.root) == ["not-utf8"]
    done = CliRunner().invoke(main, ["addresses", "--root", str(site.root)])
    assert done.exit_code == 1
    assert (site.root / PUBLISHED).read_bytes() == before


def test_the_command_names_what_went(site: Site):
    written(site.root)
    (site.root / f"data/{OLD}/2023-6-thang.yml").unlink()
    done = CliRunner().invoke(main, ["addresses", "--root", str(site.root)])

    assert done.exit_code == 0
    assert f"Trang «{OLD}/2023-6-thang» đã đăng nay không còn; địa chỉ vẫn giữ trong danh sách." in done.output


def test_a_full_disk_leaves_the_list_whole(site: Site, monkeypatch: pytest.MonkeyPatch):
    before = written(site.root)

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", "dia-chi-da-dang.txt")

    monkeypatch.setattr(os, "replace", full)
    site.write("data/kien-giang/2021.yml", (site.root / "data/kien-giang/2022.yml").read_bytes())
    done = CliRunner().invoke(main, ["addresses", "--root", str(site.root)])

    assert done.exit_code == 1
    assert "ổ đĩa đã đầy" in done.output
    assert (site.root / PUBLISHED).read_text("utf-8").splitlines() == before
    assert [path.name for path in (site.root / "data").iterdir() if path.name.startswith(".")] == []


def test_a_moved_page_leads_to_its_new_address_and_stays_in_the_list(site: Site):
    before = written(site.root)
    site.write(MOVES, moves((f"{OLD}/2023-quy-2", f"{OLD}/2023-6-thang")))
    page = str(generated(site)[f"{OLD}/2023-quy-2/index.html"].content())

    assert 'url=../../../kien-giang/huyen-vinh-thuan/2023-6-thang/"' in page
    assert "đã chuyển" in page
    assert written(site.root) == before


def test_a_moved_folder_takes_along_all_pages_below(site: Site):
    known = [f"{OLD}x", f"{OLD}x/2023-6-thang", "kien-giang"]
    site.write(PUBLISHED, "\n".join(known))
    site.write(MOVES, moves((f"{OLD}x", OLD)))
    files = generated(site)

    assert codes(site.root) == []
    assert {f"{OLD}x/index.html", f"{OLD}x/2023-6-thang/index.html"} <= files.keys()
    assert set(known) <= set(written(site.root))


MOVED = (
    ("thu-tuc/1.013225", "thu-tuc/1.001193"),
    ("thu-tuc/1.013225/", "thu-tuc/1.001193/"),  # as a browser shows them
    ("thu-tuc/t-tha-288411-tt", "thu-tuc/1.001193"),
    ("thu-tuc/1.0133611.000.00.00.h01", "thu-tuc/1.001193"),
    ("thu-tuc/b-btp-bs12", "thu-tuc/linh-vuc/ho-tich"),
    ("hai-phong/thu-tuc/2.000815", "an-giang/thu-tuc/1.001193"),
    ("an-giang/danh-muc/44-2026-qd-ubnd", "an-giang/danh-muc/9-qd-ubnd"),
    (f"{OLD}/bai-cu", f"{OLD}/nua-dau-nam"),
    (f"{OLD}/2023-quy-2", f"{OLD}/2023-6-thang"),
    ("kien-giang/huyen-vinh-thuan-cu", OLD),
    ("tinh-cu", "kien-giang"),
    ("chi-so/ho-so_cu", "chi-so/ho-so-tiep-nhan"),
)
"""Addresses of every kind that pages had, and where they may lead."""
SOURCE = "Nguồn:\n  - {Tên: Bản ghi, Cơ quan: Bộ Tư pháp, Ngày: 18/07/2026}\n"


@pytest.mark.parametrize(("old", "new"), MOVED)
def test_a_page_of_every_kind_can_move(site: Site, old: str, new: str):
    version = f"{SOURCE}Phiên bản:\n  - Quyết định: 163/QĐ-BTP\n"
    site.write("data/thu-tuc/1.001193.yml", f"Tên: Đăng ký khai sinh\nLĩnh vực: Hộ tịch\n{version}")
    site.write("data/an-giang/thu-tuc/1.001193.yml", version)
    site.write(
        "data/an-giang/danh-muc/9-qd-ubnd.yml", f"Quyết định: 9/QĐ-UBND\n{SOURCE}Công bố:\n  Cấp xã: [1.001193]\n"
    )
    site.write(PUBLISHED, f"{old.rstrip('/')}\n")
    assert codes(site.root) == ["address-removed"]
    site.write(MOVES, moves((old, new)))

    page = str(generated(site)[f"{old.rstrip('/')}/index.html"].content())

    assert codes(site.root) == []
    up = "../" * len(old.rstrip("/").split("/"))
    assert f'url={up}{new.rstrip("/")}/"' in page


def test_a_folder_of_procedures_takes_along_all_codes_below(site: Site):
    once = ["thu-tuc-cu/1.013225", "thu-tuc-cu/t-tha-288411-tt", "thu-tuc-cu/1.0133611.h01"]
    site.write(PUBLISHED, "\n".join(once))
    site.write(MOVES, moves(("thu-tuc-cu", "kien-giang")))

    assert {f"{address}/index.html" for address in once} <= generated(site).keys()


@pytest.mark.parametrize(
    "address",
    ["thu-tuc/thu-tuc.csv", "sitemap.xml", "../kien-giang", "kien-giang/..", "kien-giang//2022", "/kien-giang", "thu-tuc/1.",
     "thu-tuc/.1", "thu-tuc/1..013225", "thu-tuc/T-THA-288411-TT", "thu-tuc/1.013225#giay-to", "https://cchc.example/kien-giang"],
)  # fmt: skip
def test_what_is_no_address_of_a_page_cannot_move(site: Site, address: str):
    site.write(MOVES, moves((f"'{address}'", "kien-giang")))

    assert codes(site.root) == ["address-unreadable"]


@pytest.mark.parametrize(
    ("address", "to"), [("a/b", "x"), ("a/b/2022", "x/2022"), ("a/b/c", "y"), ("a/bc", None), ("a", None)]
)
def test_the_longest_folder_says_where_a_page_went(address: str, to: str | None):
    at = Location("x")

    assert moved_to(address, (Move("a/b", "x", at), Move("a/b/c", "y", at))) == to


def test_nothing_of_an_address_becomes_markup(site: Site):
    site.write(PUBLISHED, 'a"><script>\n')

    assert codes(site.root) == ["address-removed"]
    assert "<script>" not in _redirect('a"><script>', 'b"><script>')


def test_a_commune_that_changed_its_kind_is_told_of_with_the_new_one(site: Site):
    site.write(
        "data/danh-muc/don-vi.yml", "Đơn vị: an-giang/xa-vinh-binh\nTừ ngày: 01/01/2026\nLoại: phường\nCăn cứ: Mẫu\n"
    )
    files = generated(site)
    units, former, lookup = (
        str(files[path].content())
        for path in ("an-giang/don-vi/index.md", "kien-giang/don-vi/index.md", "tra-cuu/an-giang.json")
    )

    assert '<h3 id="xa-vinh-binh" class="don-vi">Phường Vĩnh Bình</h3>' in units
    assert ">phường Vĩnh Bình</a>" in former
    assert "phường Vĩnh Bình" in lookup


def test_a_site_knows_of_kinds_that_changed(site: Site):
    changes = "- Đơn vị: an-giang\n  Từ ngày: 01/01/2026\n  Loại: thành phố\n  Căn cứ: Nghị quyết mẫu\n"
    site.write("data/danh-muc/don-vi.yml", changes)
    report = "Nguồn:\n  Tên: Báo cáo mẫu\n  Cơ quan: Tỉnh Mẫu\nSố liệu:\n  Toàn tỉnh:\n    Hồ sơ tiếp nhận: 7\n"
    for year in ("2025-quy-4", "2026-quy-1"):
        site.write(f"data/an-giang/{year}.yml", report)
    edition = check(site)
    assert [problem.line() for problem in edition.errors] == []
    pages = {page.path: page.title for page in edition.pages}

    assert pages["an-giang"] == "Thành phố An Giang"
    assert pages["an-giang/2025-quy-4"].startswith("Tỉnh An Giang: ")
    assert pages["an-giang/2026-quy-1"].startswith("Thành phố An Giang: ")
