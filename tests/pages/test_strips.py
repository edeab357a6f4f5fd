"""Dots of places that compare, and where the page of a place leads."""

from dataclasses import replace

from making import DISTRICT, DUE, EARLY_RATE, RECEIVED, figure, report

from bantin.model import Indicator, Report
from bantin.pages.published import Published, published_of
from bantin.pages.strips import Strip, strip, with_ids
from bantin.places import Unit, gazetteer

PROVINCE = gazetteer.province_of(DISTRICT)
PLACES = [replace(DISTRICT, name=name, path=f"kien-giang/huyen-{name.lower()}") for name in ("An", "Ba", "Chi", "Du")]


def rows(*texts: str, what: Indicator = RECEIVED, **others: object) -> list[Published]:
    pairs = [
        (of(place, report(figure(what, text, **others))), text) for place, text in zip(PLACES, texts, strict=False)
    ]
    return published_of({PROVINCE: [(one, one.figures[0]) for one, _ in pairs]})[0]


def of(place: Unit, one: Report) -> Report:
    return replace(one, place=place)


def drawn(found: list[Published], what: Indicator = RECEIVED) -> Strip:
    strip_of_all = strip(what, found)
    assert strip_of_all
    return strip_of_all


def test_places_lie_at_their_numbers_on_a_scale_from_zero():
    found = drawn(rows("50", "100", "75"))

    assert [(dot.name, dot.x) for dot in found.dots] == [("Huyện An", "50"), ("Huyện Chi", "75"), ("Huyện Ba", "100")]
    assert (found.least, found.most) == ("Thấp nhất: huyện An 50", "Cao nhất: huyện Ba 100")


def test_shares_lie_on_a_scale_up_to_a_hundred():
    found = drawn(rows("50%", "60%", "75%", what=EARLY_RATE, base=DUE), EARLY_RATE)

    assert [dot.x for dot in found.dots] == ["50", "60", "75"]


def test_what_is_open_is_no_dot_and_about_a_number_none_is_the_highest():
    found = drawn(rows("50", "gần 100", "75", "trên 200"))

    assert [dot.text for dot in found.dots] == ["50", "75", "gần 100"]
    assert not found.most


def test_two_places_make_no_dots():
    assert strip(RECEIVED, rows("50", "60")) is None


def test_communes_of_two_provinces_are_not_drawn_together():
    found = rows("50", "60", "70")
    found[0] = replace(found[0], province=gazetteer.provinces(gazetteer.eras()[0])[0])

    assert strip(RECEIVED, found) is None


def test_every_place_is_found_once_by_its_dot_or_its_first_row():
    found = rows("50", "60", "70", "trên 90")
    ids = [row.id for row in with_ids([*found, *found], drawn(found)) if row.id]

    assert [dot.id for dot in drawn(found).dots] == [
        "o-kien-giang-huyen-an",
        "o-kien-giang-huyen-ba",
        "o-kien-giang-huyen-chi",
    ]
    assert ids == ["o-kien-giang-huyen-du"]


def test_dots_of_one_number_lie_above_each_other():
    assert [dot.y for dot in drawn(rows("50", "50", "50")).dots] == [6, 16, 26]
