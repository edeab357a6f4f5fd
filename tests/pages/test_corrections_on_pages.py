"""What pages say of corrected figures: beside each, in a section of its own, and on the page of all corrections."""

from conftest import Site

PLACE = "kien-giang/huyen-vinh-thuan"
FILE = f"data/{PLACE}/2023-6-thang.yml"
ERRATUM = """\
Đính chính:
  - Ngày: {}
    Lý do: Cộng nhầm <b>hai</b> xã
    Văn bản: Công văn mẫu
    Cơ quan: Ủy ban nhân dân huyện Mẫu
    Địa chỉ: https://example.vn/a
    Số liệu:
      Cấp huyện:
        Nhiệm vụ hoàn thành:
          Cũ: 18/34
          Mới: 19/34
      Cấp huyện / Đất đai:
        Hồ sơ tiếp nhận:
          Cũ: 600
          Mới: trên 600
"""
SAID = "đã đính chính ngày {}, trước ghi 18/34"


def correct(site: Site, on: str = "12/08/2023", more: str = "") -> None:
    site.write(FILE, (site.root / FILE).read_text(encoding="utf-8") + ERRATUM.format(on) + more)


def page(site: Site, path: str) -> str:
    return site.page(f"{path}/index.md")


def test_a_bulletin_says_beside_the_name_of_a_figure_what_it_was(site: Site):
    correct(site)

    (row,) = [
        line for line in page(site, f"{PLACE}/2023-6-thang").split("\n") if 'id="cap-huyen-nhiem-vu-hoan-thanh"' in line
    ]

    assert f"<small>{SAID.format('12/08/2023')}</small></th> <td>19/34</td>" in row


def test_a_cross_table_marks_the_cell_and_says_below_what_it_was(site: Site):
    edited = (
        (site.root / FILE)
        .read_text(encoding="utf-8")
        .replace("  Cấp xã:\n", "  Cấp huyện / Hộ tịch:\n    Hồ sơ tiếp nhận: 12\n  Cấp xã:\n")
    )
    site.write(FILE, edited)
    correct(site)

    text = page(site, f"{PLACE}/2023-6-thang")

    assert '<td class="da-sua" id="cap-huyen-dat-dai-ho-so-tiep-nhan"' in text
    assert '<td id="cap-huyen-ho-tich-ho-so-tiep-nhan"' in text
    assert "<li>Hồ sơ tiếp nhận (Đất đai): đã đính chính ngày 12/08/2023, trước ghi 600</li>" in text


def test_a_figure_corrected_twice_tells_both(site: Site):
    again = (
        ERRATUM.format("13/08/2023")
        .partition("\n")[2]
        .replace("Mới: 19/34", "Mới: 19/34 ")
        .partition("      Cấp huyện / Đất")[0]
    )
    correct(
        site,
        more=again.replace("Cũ: 18/34", "Cũ: 17/34")
        .replace("12/08", "11/08")
        .replace("13/08", "01/08")
        .replace("Mới: 19/34 ", "Mới: 18/34"),
    )

    said = "đã đính chính ngày 01/08/2023 (trước ghi 17/34) và ngày 12/08/2023 (trước ghi 18/34)"
    assert said in page(site, f"{PLACE}/2023-6-thang")


def test_a_bulletin_lists_its_corrections_with_reason_and_document(site: Site):
    correct(site)

    text = page(site, f"{PLACE}/2023-6-thang")

    assert '<h2 id="dinh-chinh">Đính chính</h2>' in text
    assert (
        '<a href="#cap-huyen-nhiem-vu-hoan-thanh">Nhiệm vụ hoàn thành (Cấp huyện)</a> trước ghi 18/34, sửa thành <b>19/34</b>;'
        in text
    )
    assert "<br>Lý do: Cộng nhầm &lt;b&gt;hai&lt;/b&gt; xã<br>Văn bản: <a href=" in text


def test_a_bulletin_was_updated_on_the_day_of_its_correction(site: Site):
    correct(site)

    assert "\nupdated: '2023-08-12'\n" in page(site, f"{PLACE}/2023-6-thang")
    assert "\nupdated: '2023-08-12'\n" in page(site, PLACE)
    assert "\nupdated: '2023-08-12'\n" in page(site, "kien-giang")


NOTICE = "2 con số của bản tin này đã được thay."


def test_what_was_corrected_within_90_days_of_the_newest_day_of_the_site_is_said_at_the_top(site: Site):
    """The article of the sound site is of 22/11/2026."""
    correct(site, on="24/08/2026")

    assert f"Đính chính ngày 24/08/2026: {NOTICE}" in page(site, f"{PLACE}/2023-6-thang")


def test_what_was_corrected_earlier_is_said_at_the_figure_alone(site: Site):
    correct(site, on="23/08/2026")

    text = page(site, f"{PLACE}/2023-6-thang")

    assert NOTICE not in text
    assert SAID.format("23/08/2026") in text


def test_the_page_of_the_place_and_those_of_indicators_say_it_too(site: Site):
    correct(site)

    assert "đã đính chính ngày 12/08/2023, trước ghi 600" in page(site, PLACE)
    assert SAID.format("12/08/2023") in page(site, "chi-so/nhiem-vu-hoan-thanh")


def test_a_place_says_of_earlier_periods_which_one_was_corrected(site: Site):
    site.write(f"data/{PLACE}/2022-6-thang.yml", "Nguồn:\n  - Tên: Báo cáo\n    Cơ quan: Huyện Mẫu\nSố liệu:\n  Cấp huyện:\n    Hồ sơ tiếp nhận: 900\n"
        "Đính chính:\n  Ngày: 01/09/2022\n  Lý do: Gõ nhầm\n  Số liệu:\n    Cấp huyện:\n      Hồ sơ tiếp nhận:\n"
        "        Cũ: 909\n        Mới: 900\n")  # fmt: skip

    text = page(site, PLACE)

    assert "<small>cùng kỳ năm trước: đã đính chính ngày 01/09/2022, trước ghi 909</small>" in text
    assert "6 tháng đầu năm 2022</a> <small>đã đính chính ngày 01/09/2022, trước ghi 909</small>" in text


def test_the_page_of_corrections_leads_to_each_figure_by_province_and_newest_first(site: Site):
    correct(site)
    other = f"data/{PLACE}/2022.yml"
    site.write(other, "Nguồn:\n  - Tên: Báo cáo\n    Cơ quan: Huyện Mẫu\nSố liệu:\n  Cấp huyện:\n    Hồ sơ tiếp nhận: 900\n"
        "Đính chính:\n  Ngày: 01/09/2023\n  Lý do: Gõ nhầm\n  Số liệu:\n    Cấp huyện:\n      Hồ sơ tiếp nhận:\n"
        "        Cũ: 90\n        Mới: 900\n")  # fmt: skip

    text = page(site, "dinh-chinh")

    assert "Dưới đây là 3 con số" in text
    assert "\nupdated: '2023-09-01'\n" in text
    assert '<h2 id="kien-giang">Tỉnh Kiên Giang (cũ)</h2>' in text
    assert text.index("ngày 01/09/2023") < text.index("ngày 12/08/2023")
    assert f"../{PLACE}/2022/#cap-huyen-ho-so-tiep-nhan" in text


def test_the_page_of_corrections_is_polite_where_there_are_none(site: Site):
    assert "Trang này chưa ghi nhận đính chính nào." in page(site, "dinh-chinh")
