"""What pages say of places that had another kind or another province later."""

import pytest
from test_by_place import OF_CITY, Made

COUNT = "Số liệu:\n  {}:\n    Hồ sơ tiếp nhận: 1.210\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Made:
    files = {
        "bac-giang/huyen-viet-yen/2022.yml": "Toàn huyện",
        "thua-thien-hue/huyen-a-luoi/2022.yml": "Toàn huyện",
        "hue/huyen-a-luoi/2025-quy-1.yml": "Toàn huyện",
        "ho-chi-minh/quan-9/2019.yml": "Toàn quận",
    }
    source = OF_CITY.replace("    Ngày: 05/01/2026\n", "")
    texts = {path: source + COUNT.format(scope) for path, scope in files.items()}
    return Made(tmp_path_factory.mktemp("lives"), texts)


def notes(made: Made, path: str) -> list[str]:
    return [" ".join(note.get_text().split()) for note in made.page(path).select(".ghi-chu, .het-han")]


def test_these_reports_stand_where_they_belong(made: Made):
    assert made.lines == []


def test_a_bulletin_of_an_earlier_kind_says_what_the_place_became(made: Made):
    page = made.page("bac-giang/thi-xa-viet-yen/2022")

    assert page.h1.get_text() == "Huyện Việt Yên: năm 2022"
    (note,) = notes(made, "bac-giang/thi-xa-viet-yen/2022")
    assert note.startswith(
        "Huyện Việt Yên sau này là thị xã Việt Yên. Thị xã Việt Yên (cũ) tồn tại đến hết ngày 30/06/2025."
    )


@pytest.mark.parametrize("page", ["thua-thien-hue/huyen-a-luoi", "thua-thien-hue/huyen-a-luoi/2022"])
def test_a_district_whose_province_became_another_did_not_end(page: str, made: Made):
    assert notes(made, page)[0].startswith(
        "Huyện A Lưới thuộc tỉnh Thừa Thiên Huế đến hết ngày 31/12/2024; từ ngày 01/01/2025 thuộc thành phố Huế: "
        "Huyện A Lưới (cũ)."
    )
    assert "nhập vào" not in made.page(page).get_text()
    assert "tồn tại" not in made.page(page).get_text()


def test_a_district_that_was_merged_leads_on(made: Made):
    assert notes(made, "ho-chi-minh/quan-9/2019")[0].startswith(
        "Quận 9 (cũ) tồn tại đến hết ngày 31/12/2020. Từ ngày 01/01/2021, địa bàn này thuộc thành phố Thủ Đức (cũ)"
    )
