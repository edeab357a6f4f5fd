"""The scopes that the package's own site ships: what they are called, and where and when each may stand."""

import pytest
from shipped import shipped

from bantin.model.indicators import Scope
from bantin.places import Level

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
