"""The scopes that the package's own site ships: what they are called, and where and when each may stand."""

import re

import pytest
from shipped import place_in, report_in, shipped

from bantin.model.indicators import Scope
from bantin.model.standing import was_there
from bantin.pages.sentences import lead, plain_text
from bantin.places import Level
from bantin.vietnamese import listed

PROVINCE, DISTRICT, COMMUNE = Level
SCOPES = list(shipped().scopes.values())


@pytest.mark.parametrize("scope", SCOPES, ids=lambda scope: scope.id)
def test_a_scope_stands_at_some_level(scope: Scope):
    assert scope.levels


@pytest.mark.parametrize("level", Level)
def test_each_level_has_one_whole(level: Level):
    assert len([scope for scope in SCOPES if scope.is_whole and scope.stands_at(level)]) == 1


@pytest.mark.parametrize("scope", [scope for scope in SCOPES if scope.parts], ids=lambda scope: scope.id)
def test_parts_of_a_scope_stand_where_it_does(scope: Scope):
    parts = [shipped().scopes[part] for part in scope.parts]

    assert all(part.stands_at(level) for part in parts for level in scope.levels)


CENTRE = "Trung tâm Phục vụ hành chính công"
CALLED = [
    ("Toàn tỉnh", PROVINCE, "tỉnh", "Toàn tỉnh"),
    ("Toàn tỉnh", PROVINCE, "thành phố", "Toàn thành phố"),
    ("Toàn thành phố", PROVINCE, "tỉnh", "Toàn tỉnh"),
    ("Toàn thành phố", PROVINCE, "thành phố", "Toàn thành phố"),
    ("Toàn thành phố", DISTRICT, "thành phố", "Toàn thành phố"),
    ("Toàn thành phố", DISTRICT, "huyện", "Toàn huyện"),
    ("Toàn huyện", DISTRICT, "quận", "Toàn quận"),
    ("Toàn huyện", DISTRICT, "thị xã", "Toàn thị xã"),
    ("UBND huyện", DISTRICT, "thành phố", "UBND thành phố"),
    ("Cấp huyện", DISTRICT, "thị xã", "Cấp huyện"),
    ("Toàn xã", COMMUNE, "xã", "Toàn xã"),
    ("Toàn xã", COMMUNE, "phường", "Toàn phường"),
    ("Toàn phường", COMMUNE, "đặc khu", "Toàn đặc khu"),
    ("Toàn đơn vị cấp xã", COMMUNE, "xã", "Toàn xã"),
    ("Ủy ban nhân dân phường", COMMUNE, "phường", "UBND phường"),
    (CENTRE, COMMUNE, "đặc khu", f"{CENTRE} đặc khu"),
    (CENTRE, PROVINCE, "tỉnh", f"{CENTRE} tỉnh"),
    (f"{CENTRE} cấp tỉnh", PROVINCE, "thành phố", f"{CENTRE} thành phố"),
    ("Các xã, phường, thị trấn", DISTRICT, "huyện", "Các xã, thị trấn"),
    ("Các xã, phường, thị trấn", PROVINCE, "tỉnh", "UBND cấp xã"),
]


@pytest.mark.parametrize(("name", "level", "kind", "label"), CALLED)
def test_a_scope_is_called_by_the_kind_of_its_place(name: str, level: Level, kind: str, label: str):
    named = shipped().slice(name, level)

    assert named
    assert named.at(kind).label == label
    assert named.at(kind).id == named.id
    assert named.at(kind).at("khác").label == named.scope.label


# Where and when a scope may stand: + where it may, otherwise what is proposed instead.

TABLE = """
                                 | province 2026  | commune 2026         | province 2023        | district 2023
Toàn tỉnh                        | +              | Toàn xã              | +                    | Toàn huyện
Cấp tỉnh                         | +              | Toàn xã, UBND xã     | +                    | Cấp huyện
Sở, ban, ngành                   | +              | Cơ quan, đơn vị      | +                    | Cơ quan, đơn vị
TTPVHCC tỉnh                     | +              | TTPVHCC xã, Bộ phận một cửa | +             | Bộ phận một cửa
Huyện, thành phố                 | UBND cấp xã    | UBND xã              | +                    | UBND huyện
Toàn huyện                       | Toàn tỉnh, Cấp xã | Toàn xã           | Toàn tỉnh, Cấp huyện, Cấp xã | +
Cấp huyện                        | Cấp xã, Cấp tỉnh | Toàn xã, UBND xã   | +                    | +
UBND huyện                       | UBND cấp xã    | UBND xã              | Huyện, thành phố, UBND cấp xã | +
Toàn xã                          | Toàn tỉnh, Cấp xã | +                 | Toàn tỉnh, Cấp xã    | Toàn huyện, Cấp xã
UBND xã                          | UBND cấp xã    | +                    | UBND cấp xã          | Các xã, thị trấn
TTPVHCC xã                       | TTPVHCC tỉnh, Cấp xã | +              | TTPVHCC tỉnh, Cấp xã | Cấp xã, Bộ phận một cửa
Bộ phận một cửa                  | TTPVHCC tỉnh, Cấp xã | +              | TTPVHCC tỉnh, Cấp xã | +
Cơ quan, đơn vị                  | +              | +                    | +                    | +
Cấp xã                           | +              | Toàn xã, UBND xã, Thuộc thẩm quyền cấp xã | + | +
UBND cấp xã                      | +              | UBND xã              | +                    | Các xã, thị trấn
Các xã, thị trấn                 | UBND cấp xã    | UBND xã              | UBND cấp xã          | +
Ấp, khu phố                      | +              | +                    | +                    | +
Thuộc thẩm quyền cấp tỉnh        | +              | +                    | +                    | +
Thuộc thẩm quyền cấp huyện       | Thuộc thẩm quyền cấp xã | Thuộc thẩm quyền cấp xã | +        | +
Thuộc thẩm quyền cấp xã          | +              | +                    | +                    | +
Liên thông cùng cấp              | +              | +                    | +                    | +
Liên thông tỉnh - xã             | +              | +                    | Liên thông tỉnh - huyện - xã | Liên thông tỉnh - huyện - xã
Liên thông tỉnh - huyện - xã     | Liên thông tỉnh - xã | Liên thông tỉnh - xã | +              | +
"""
HEAD, *LINES = ([cell.strip() for cell in line.split("|")] for line in TABLE.strip("\n").splitlines())
PLACES = {
    "province 2026": ("tuyen-quang", "hai-phong"),
    "commune 2026": ("an-giang/xa-vinh-thuan", "hai-phong/phuong-hong-bang", "hai-phong/dac-khu-cat-hai"),
    "province 2023": ("kien-giang", "hai-phong"),
    "district 2023": ("kien-giang/huyen-vinh-thuan", "kien-giang/thanh-pho-rach-gia", "hai-phong/quan-hong-bang"),
}
"""Places of every kind."""
ROWS = [
    (line[0], place, column.split()[1], cell)
    for line in LINES
    for column, cell in zip(HEAD[1:], line[1:], strict=True)
    for place in PLACES[column]
]
SHORT = {"TTPVHCC tỉnh": f"{CENTRE} tỉnh", "TTPVHCC xã": f"{CENTRE} xã"}


def scope_of(name: str) -> Scope:
    return next(scope for scope in SCOPES if scope.label == SHORT.get(name, name))


def test_the_table_has_every_scope():
    assert [scope_of(line[0]) for line in LINES] == SCOPES


@pytest.mark.parametrize(("name", "path", "when", "cell"), ROWS)
def test_a_scope_stands_where_it_may_and_leads_to_those_that_do(name: str, path: str, when: str, cell: str):
    place, scope = place_in(path, when), scope_of(name)
    found = report_in(place, when, f"Số liệu:\n  {scope.label}:\n    Hồ sơ tiếp nhận: 12\n")

    if cell == "+":
        assert not found.problems
        assert found.value.figures[0].slice.label == scope.label_at(place.kind)
        return
    (problem,) = found.problems
    one_of_them = [scope_of(label) for label in re.split(", (?=[A-ZĐ])", cell)]
    named = listed([f"«{other.label_at(place.kind)}»" for other in one_of_them], "hoặc")
    there = was_there(scope, found.value.period)
    assert problem.code == ("scope-not-here" if there else "scope-not-then")
    assert problem.help == f"Ở {place.full_name}, mời ghi {named}."
    assert not problem.warning


@pytest.mark.parametrize(
    ("when", "scope", "codes"),
    [
        ("2025", "Cấp huyện", []),
        ("2025", "Liên thông tỉnh - xã", []),
        ("2025-6-thang", "Cấp huyện", []),
        ("2025-6-thang", "Liên thông tỉnh - xã", ["scope-not-then"]),
        ("2025-quy-3", "Cấp huyện", ["scope-not-then"]),
        ("2025-quy-3", "Liên thông tỉnh - xã", []),
        ("2025-06-30_den-nay", "Cấp huyện", []),
        ("2025-07-01_den-nay", "Cấp huyện", ["scope-not-then"]),
        ("den-2025-08-09", "Cấp huyện", []),
    ],
)
def test_a_period_over_the_change_takes_the_scopes_of_both_times(when: str, scope: str, codes: list[str]):
    found = report_in(place_in("son-la", "2026"), when, f"Số liệu:\n  {scope}:\n    Hồ sơ tiếp nhận: 12\n")

    assert [problem.code for problem in found.problems] == codes


@pytest.mark.parametrize(
    ("when", "own", "codes"),
    [
        ("2026", "năm 2024", []),
        ("2026", "tháng 6/2025", []),
        ("2026", "trong 18 tháng", []),
        ("2027", "trong 12 tháng", ["scope-not-then"]),
        ("2026", "quý III/2025", ["scope-not-then"]),
        ("2024", "quý I/2026", ["scope-not-then"]),
    ],
)
def test_a_figure_of_its_own_time_takes_the_scopes_of_that_time(when: str, own: str, codes: list[str]):
    text = f"Số liệu:\n  Cấp huyện:\n    Hồ sơ tiếp nhận:\n      Giá trị: 12\n      Tính đến: {own}\n"
    found = report_in(place_in("son-la", "2026"), when, text)

    assert [problem.code for problem in found.problems] == codes


def test_a_scope_that_was_not_there_is_told_of_once():
    figures = "    Hồ sơ tiếp nhận: 12\n    Hồ sơ đã giải quyết: 12\n"
    text = f"Số liệu:\n  Cấp huyện:\n{figures}Chỉ tiêu:\n  Cấp huyện:\n{figures}"
    found = report_in(place_in("son-la", "2026"), "2026", text)

    assert [(problem.code, problem.location.line) for problem in found.problems] == [
        ("scope-not-then", 3),
        ("scope-not-then", 7),
    ]


@pytest.mark.parametrize(("when", "label"), [("2026-quy-1", "Toàn tỉnh"), ("2026-quy-2", "Toàn thành phố")])
def test_a_place_that_changed_its_kind_calls_its_scope_by_that_of_the_day(when: str, label: str):
    found = report_in(place_in("dong-nai", "2026"), when, "Số liệu:\n  Toàn tỉnh:\n    Hồ sơ tiếp nhận: 12\n")

    assert found.value.figures[0].slice.label == label


# What a lead says of a scope at a place.

SAID = [
    ("Toàn xã", "an-giang/xa-khanh-binh", "toàn xã Khánh Bình"),
    ("Toàn xã", "hai-phong/phuong-hong-bang", "toàn phường Hồng Bàng"),
    ("UBND xã", "hai-phong/dac-khu-cat-hai", "Ủy ban nhân dân đặc khu Cát Hải"),
    (f"{CENTRE} xã", "hai-phong/phuong-hong-bang", f"{CENTRE} phường Hồng Bàng"),
    ("Thuộc thẩm quyền cấp xã", "an-giang/xa-khanh-binh", "theo thẩm quyền cấp xã, xã Khánh Bình"),
    ("Liên thông tỉnh - xã", "an-giang/xa-khanh-binh", "liên thông giữa hai cấp, xã Khánh Bình"),
    ("Bộ phận một cửa", "an-giang/xa-khanh-binh", "bộ phận một cửa của xã Khánh Bình"),
    ("Toàn tỉnh", "hai-phong", "toàn thành phố Hải Phòng"),
    ("Toàn tỉnh", "son-la", "toàn tỉnh Sơn La"),
    ("Cấp xã", "hai-phong", "các cơ quan cấp xã của thành phố Hải Phòng"),
    ("UBND cấp xã", "son-la", "khối Ủy ban nhân dân cấp xã của tỉnh Sơn La"),
    (f"{CENTRE} tỉnh", "hai-phong", f"{CENTRE} thành phố Hải Phòng"),
]


@pytest.mark.parametrize(("name", "path", "subject"), SAID)
def test_a_lead_is_about_the_scope_of_the_place(name: str, path: str, subject: str):
    found = report_in(place_in(path, "2026"), "2026", f"Số liệu:\n  {name}:\n    Hồ sơ tiếp nhận: 12\n")

    assert plain_text(lead(found.value, shipped(), doubted=())) == f"Trong năm 2026, {subject} tiếp nhận 12 hồ sơ."
