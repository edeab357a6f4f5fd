"""What pages say of time: names as they were printed, days only where they were stated."""

import pytest
from conftest import Site

SOURCE = "Nguồn:\n  - Tên: Báo cáo mẫu\n    Cơ quan: Báo Mẫu\n"
DATED = f"{SOURCE}    Ngày: 05/12/2025\n"
PLACE = "dien-bien/xa-pu-nhung"


def received(count: str, *, more: str = "") -> str:
    return f"Số liệu:\n  Cấp xã:\n    Hồ sơ tiếp nhận: {count}\n{more}"


def shown(site: Site, name: str, text: str) -> str:
    """The bulletin of a file, and the page of its place."""
    site.write(f"data/{PLACE}/{name}.yml", text)
    return site.page(f"{PLACE}/{name}/index.md") + site.page(f"{PLACE}/index.md")


def test_a_ward_born_in_july_never_has_figures_since_january(site: Site):
    said = shown(site, "2025", SOURCE + received("279"))

    assert "01/01/2025" not in said
    assert '<span class="lien">năm 2025</span></h1>' in said


@pytest.mark.parametrize("source", [SOURCE, DATED])
def test_what_runs_until_now_is_said_so(source: str, site: Site):
    said = shown(site, "2025-07-01_den-nay", source + received("279"))

    assert '<span class="lien">từ 01/07/2025 đến nay</span></h1>' in said
    assert "Từ 01/07/2025 đến nay, " in said
    assert "đến 05/12/2025" not in said


def test_six_months_without_days_are_six_months(site: Site):
    said = shown(site, "den-2026-02-28", f"Kỳ:\n  Tên: Trong 6 tháng\n{SOURCE}" + received("hơn 2.330"))

    assert '<span class="lien">trong 6 tháng</span></h1>' in said
    assert "Trong 6 tháng, " in said
    assert "Trong Trong" not in said
    assert "trong trong" not in said.lower()
    assert "28/02/2026" not in said


def test_a_figure_of_six_months_is_said_so(site: Site):
    figure = "\n      Giá trị: hơn 2.330\n      Tính đến: trong 6 tháng"
    said = shown(site, "den-2026-02-28", SOURCE + received(figure, more="    Hồ sơ trực tuyến: 5\n"))

    assert "<small>trong 6 tháng</small>" in said


def test_days_that_a_file_states_are_said(site: Site):
    stated = "Kỳ:\n  Từ: 15/07/2025\n  Đến: 14/12/2025\n"

    assert "<span>Số liệu từ 15/07/2025 đến 14/12/2025</span>" in shown(site, "2025", stated + SOURCE + received("279"))


def test_a_longer_range_with_fewer_dossiers_is_a_doubt(site: Site):
    site.write(f"data/{PLACE}/2025-07-01_2025-07-28.yml", SOURCE + received("279"))
    site.write(f"data/{PLACE}/2025-07-01_2025-11-30.yml", SOURCE + received("200"))
    site.write(f"data/{PLACE}/2025-07-01_den-nay.yml", DATED + received("250"))

    assert [line.split(":")[0].rpartition("/")[2] for line in site.problems()] == [
        "2025-07-01_2025-11-30.yml",
        "2025-07-01_den-nay.yml",
    ]


def test_what_runs_until_an_unknown_day_is_in_no_doubt(site: Site):
    site.write(f"data/{PLACE}/2025-07-01_2025-07-28.yml", SOURCE + received("279"))
    site.write(f"data/{PLACE}/2025-07-01_den-nay.yml", SOURCE + received("200"))

    assert site.problems() == []


def test_what_an_old_place_counted_until_now_stays_with_it(site: Site):
    site.write("data/kien-giang/2025-03-01_den-nay.yml", DATED + "Số liệu:\n  Toàn tỉnh:\n    Hồ sơ tiếp nhận: 5\n")

    assert site.problems() == []
    assert "2025-03-01_den-nay/" in site.page("kien-giang/index.md")


@pytest.mark.parametrize("source", [SOURCE, DATED])
def test_nothing_is_the_newest_beside_what_ended_nobody_knows_when(source: str, site: Site):
    site.write(f"data/{PLACE}/2025-07-01_2025-07-28.yml", SOURCE + received("279"))

    said = shown(site, "2025-07-01_den-nay", source + received("1.229"))

    assert ("Số liệu mới nhất" in said) == (source is DATED)


@pytest.mark.parametrize(
    ("province", "name", "said"),
    [
        ("son-la", "Tỉnh Sơn La", ""),
        ("ha-noi", "Thành phố Hà Nội", ""),
        ("long-an", "Tỉnh Long An", "Tỉnh Long An (cũ) tồn tại đến hết ngày 30/06/2025. Địa bàn này nay thuộc"),
    ],
)
def test_a_province_that_was_not_merged_is_never_said_to_have_ended(province: str, name: str, *, said: str, site: Site):
    site.write(f"data/{province}/2024.yml", SOURCE + "Số liệu:\n  Toàn tỉnh:\n    Hồ sơ tiếp nhận: 5\n")
    page = site.page(f"{province}/2024/index.md")

    assert said in page
    assert ("tồn tại đến hết" in page) == bool(said)
    assert (f"{name} (cũ)</th>" in site.page("chi-so/ho-so-tiep-nhan/index.md")) == bool(said)


def test_a_week_is_said_with_its_days(site: Site):
    said = shown(site, "2026-tuan-46", SOURCE + received("279"))

    assert "Trong tuần 46 năm 2026 (từ 09/11 đến 15/11/2026), " in said
    assert "Tuần 46 năm 2026 (từ 09/11 đến 15/11/2026)" in said


@pytest.mark.parametrize("time", ["15 giờ ngày 28/02/2026", "17h00 ngày 28/2/2026"])
def test_a_time_of_day_is_said_as_it_was_printed(time: str, site: Site):
    figure = f"\n      Giá trị: 230\n      Tính đến: {time}"
    said = shown(site, "den-2026-02-28", SOURCE + received(figure, more="    Hồ sơ trực tuyến: 5\n"))

    assert f"<small>tính đến {time.replace('/2/', '/02/')}</small>" in said
