"""What was published is kept figure by figure: none changes, and none goes, without a word."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from conftest import TODAY, Site
from test_by_place import OF_CITY, table

from bantin import inspection
from bantin import site as bantin_site
from bantin.cli import main
from bantin.folders import Folders
from bantin.model import Record
from bantin.reading import leaves, records_text

PLACE = "kien-giang/huyen-vinh-thuan"
FILE = f"data/{PLACE}/2022.yml"
RECORDS = f"data/so-lieu-da-dang/{PLACE}.txt"
HEAD = "Nguồn:\n  - Tên: Báo cáo\n    Cơ quan: Huyện Mẫu\n    Ngày: 20/12/2022\nSố liệu:\n  Cấp huyện:\n"
CORRECTED = (
    "Đính chính:\n  Ngày: 12/01/2023\n  Lý do: Cộng nhầm\n  Số liệu:\n    Cấp huyện:\n"
    "      Hồ sơ tiếp nhận:\n        Cũ: {}\n        Mới: {}\n"
)


def report(*lines: str, after: str = "") -> str:
    return HEAD + "".join(f"    {line}\n" for line in lines) + after


def publish(site: Site, *options: str) -> Result:
    done = CliRunner().invoke(main, ["addresses", "--root", str(site.root), *options])
    assert done.exit_code == 0, done.output
    return done


def codes(site: Site) -> list[str]:
    """What a check finds, which is the same from what earlier ones kept."""
    problems = bantin_site.check(Folders.of(site.root), TODAY).problems
    assert inspection.inspect(Folders.of(site.root), TODAY).findings.problems == problems
    return [problem.code for problem in problems]


def records(site: Site) -> list[list[str]]:
    """The lines of 2022, without its period."""
    lines = (site.root / RECORDS).read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[1:] for line in lines if line.startswith("2022\t")]


@pytest.fixture
def published(site: Site) -> Site:
    """A site with three figures that were published."""
    site.write(FILE, report("Hồ sơ tiếp nhận: 900", "Hồ sơ trực tuyến: 800", "Hồ sơ trực tiếp: 100"))
    publish(site)
    assert codes(site) == []
    return site


def test_what_was_published_is_kept_a_line_for_each_figure(published: Site):
    assert records(published) == [
        ["", "cap-huyen", "ho-so-tiep-nhan", "900"],
        ["", "cap-huyen", "ho-so-truc-tiep", "100"],
        ["", "cap-huyen", "ho-so-truc-tuyen", "800"],
    ]


def test_a_published_figure_that_changes_is_an_error_where_it_stands(published: Site):
    published.write(FILE, report("Hồ sơ tiếp nhận: 902", "Hồ sơ trực tuyến: 802", "Hồ sơ trực tiếp: 100"))

    assert codes(published) == ["figure-changed"] * 2


def test_a_published_figure_that_goes_is_an_error(published: Site):
    published.write(FILE, report("Hồ sơ tiếp nhận: 900", "Hồ sơ trực tuyến: 800"))

    assert codes(published) == ["figure-removed"]


def test_a_new_figure_is_none(published: Site):
    lines = "Hồ sơ tiếp nhận: 900", "Hồ sơ trực tuyến: 800", "Hồ sơ trực tiếp: 100", "Nhiệm vụ hoàn thành: 19/34"
    published.write(FILE, report(*lines))

    assert codes(published) == []
    assert "Đã thêm 1 con số" in publish(published).output


def test_what_nobody_knew_yet_may_be_known_later(published: Site):
    published.write(f"data/{PLACE}/2021.yml", report("Hồ sơ tiếp nhận: chưa có số liệu").replace("2022", "2021"))
    publish(published)
    published.write(f"data/{PLACE}/2021.yml", report("Hồ sơ tiếp nhận: 890").replace("2022", "2021"))
    assert codes(published) == []
    publish(published)

    published.write(f"data/{PLACE}/2021.yml", report("Hồ sơ tiếp nhận: chưa có số liệu").replace("2022", "2021"))

    assert codes(published) == ["figure-changed"]


def test_a_published_figure_may_be_written_otherwise(published: Site):
    published.write(FILE, report("Hồ sơ tiếp nhận: 900 hồ sơ", "Hồ sơ trực tiếp: 100", "Hồ sơ trực tuyến: 800"))

    assert codes(published) == []


def test_a_published_figure_may_change_with_a_correction_and_then_the_correction_stays(published: Site):
    lines = "Hồ sơ tiếp nhận: 901", "Hồ sơ trực tuyến: 801", "Hồ sơ trực tiếp: 100"
    published.write(FILE, report(*lines, after=CORRECTED.format("900", "901")))
    assert codes(published) == ["figure-changed"]
    correction_of_both = CORRECTED.format("900", "901") + "      Hồ sơ trực tuyến:\n        Cũ: 800\n        Mới: 801\n"
    published.write(FILE, report(*lines, after=correction_of_both))
    assert codes(published) == []
    publish(published)

    published.write(FILE, report(*lines))

    assert codes(published) == ["figure-changed"] * 2


def test_a_correction_of_what_was_never_published_so_does_not_excuse_a_change(published: Site):
    lines = "Hồ sơ tiếp nhận: 901", "Hồ sơ trực tuyến: 801", "Hồ sơ trực tiếp: 100"
    published.write(FILE, report(*lines, after=CORRECTED.format("899", "901")))

    assert codes(published) == ["figure-changed"] * 2


def test_publishing_again_does_not_make_a_change_right(published: Site):
    published.write(FILE, report("Hồ sơ tiếp nhận: 900", "Hồ sơ trực tuyến: 800", "Hồ sơ trực tiếp: 101"))
    publish(published)

    assert "figure-changed" in codes(published)


def test_a_file_with_an_error_is_not_also_said_to_lack_its_figures(published: Site):
    published.write(FILE, report("Hồ sơ tiếp nhận: 9.00", "Hồ sơ trực tuyến: 800"))

    assert codes(published) == ["number-ambiguous"]


def test_of_a_page_that_went_its_address_alone_is_said(published: Site):
    (published.root / FILE).unlink()

    assert codes(published) == ["address-removed"]


def test_a_page_that_moved_is_held_to_what_the_old_one_printed(published: Site):
    (published.root / FILE).unlink()
    published.write("data/danh-muc/dia-chi.yml", f"- Cũ: {PLACE}/2022\n  Mới: {PLACE}/2022-12-thang\n")
    lines = "Hồ sơ tiếp nhận: 900", "Hồ sơ trực tuyến: 790", "Hồ sơ trực tiếp: 110"
    published.write(f"data/{PLACE}/2022-12-thang.yml", report(*lines))

    assert codes(published) == ["figure-changed", "figure-changed"]


def test_an_indicator_that_bears_another_name_is_the_same(published: Site):
    path = published.root / "data/danh-muc/chi-so.yml"
    lists = path.read_text(encoding="utf-8")
    named = lists.replace("Hồ sơ trực tiếp:\n", "Hồ sơ nộp tại quầy:\n  Tên khác: Hồ sơ trực tiếp\n", 1)
    assert named != lists
    path.write_text(
        named.replace("Hồ sơ trực tuyến + Hồ sơ trực tiếp", "Hồ sơ trực tuyến + Hồ sơ nộp tại quầy"), encoding="utf-8"
    )

    assert codes(published) == ["address-removed"]  # of the page of the indicator


def test_what_is_forgotten_by_name_leaves_the_list_and_nothing_else(published: Site):
    published.write(FILE, report("Hồ sơ tiếp nhận: 900", "Hồ sơ trực tuyến: 800"))
    fact = f"{PLACE}/2022#cap-huyen-ho-so-truc-tiep"

    done = publish(published, "--forget", fact, "--forget", f"{PLACE}/2022#cap-huyen-ho-so-truc-tuyen")

    assert f"Đã bỏ «{fact}» khỏi danh sách." in done.output
    assert [line[2] for line in records(published)] == ["ho-so-tiep-nhan", "ho-so-truc-tuyen"]
    assert codes(published) == []


def test_a_page_that_is_forgotten_takes_its_figures_along(published: Site):
    (published.root / FILE).unlink()
    publish(published, "--forget", f"{PLACE}/2022")
    assert records(published) == []

    published.write(FILE, report("Hồ sơ tiếp nhận: 12"))

    assert codes(published) == []


def test_the_figures_of_a_page_that_there_is_are_not_forgotten_with_it(published: Site):
    published.write(FILE, report("Hồ sơ tiếp nhận: 900", "Hồ sơ trực tuyến: 800"))

    done = publish(published, "--forget", f"{PLACE}/2022")

    assert f"Không bỏ «{PLACE}/2022»" in done.output
    assert codes(published) == ["figure-removed"]


def test_a_row_of_a_table_is_kept_with_its_place(tmp_path: Path):
    from test_by_place import Made  # noqa: PLC0415

    made = Made(
        tmp_path, {"hai-phong/2025.yml": table({"phường Hồng Bàng": "95,8 điểm", "phường Hải An": "95,77 điểm"})}
    )
    site = Site.__new__(Site)
    site.root = tmp_path
    publish(site)
    assert not (tmp_path / "data/so-lieu-da-dang/hai-phong").exists()
    rows = table({"phường Hồng Bàng": "95,9 điểm"})
    site.write("data/hai-phong/2025.yml", rows)

    assert made.lines == []
    assert sorted(codes(site)) == ["address-removed", "address-removed", "figure-changed", "figure-removed"]
    assert OF_CITY in rows


def test_only_the_place_is_read_again_whose_list_changed(published: Site, monkeypatch: pytest.MonkeyPatch):
    names: list[str] = []
    original = leaves.province_of
    monkeypatch.setattr(
        leaves, "province_of", lambda read, files, **rest: names.extend(files) or original(read, files, **rest)
    )
    published.write(
        RECORDS,
        (published.root / RECORDS).read_text(encoding="utf-8")
        + records_text([Record("2022", "", "cap-huyen", "diem", "1")]),
    )

    inspection.inspect(Folders.of(published.root), TODAY)

    assert {name.rpartition("/")[0] for name in names} == {
        f"data/{PLACE}",
        f"content/{PLACE}",
        "data/so-lieu-da-dang/kien-giang",
        *("data/kien-giang", "data/so-lieu-da-dang"),  # the province, whose figures its articles may mention
    }


def test_lists_that_are_up_to_date_are_not_read(published: Site, monkeypatch: pytest.MonkeyPatch):
    inspection.inspect(Folders.of(published.root), TODAY)
    monkeypatch.setattr(leaves, "province_of", lambda *_, **__: pytest.fail("read again"))

    publish(published)
