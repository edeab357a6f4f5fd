"""Texts of articles and reports."""

from conftest import Site

HEAD = "Nguồn:\n  Tên: Báo cáo mẫu\n  Cơ quan: Tỉnh Mẫu\nSố liệu:\n  Toàn tỉnh:\n    Hồ sơ tiếp nhận: 7\n"


def test_days_are_looked_up_in_the_texts_of_a_report_too(site: Site):
    text = "Nhận định:\n  Kết quả: Họp thứ hai, ngày 14/12/2021 và ngày 31/02/2022.\n"
    site.write("data/an-giang/2022.yml", HEAD + text)

    found = [line for line in site.problems() if line.startswith("data/an-giang/2022.yml:8:")]

    assert [line.partition("[")[2].partition("]")[0] for line in found] == ["date-impossible", "weekday-differs"]
