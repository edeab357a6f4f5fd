"""Facts in words: every fact has its words, and nothing is decided by them."""

from dataclasses import replace
from datetime import date

import pytest
from making import period

from bantin.model.values import Direction
from bantin.pages.comparisons import Misfit, Reason, Remark, Verdict
from bantin.pages.lives import Fate, Inside
from bantin.pages.words import divisions, lifetime, sentences, words
from bantin.places import eras, gazetteer, present_era

CAO_BANG = next(unit for unit in gazetteer.provinces(present_era()) if unit.path == "cao-bang")


@pytest.mark.parametrize("fact", [*Verdict, *Direction, *Fate], ids=lambda fact: fact.name)
def test_every_verdict_direction_and_fate_has_words(fact: Verdict | Direction | Fate):
    assert words(fact)


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_a_full_sentence(reason: Reason):
    said = sentences(Remark(reason, 2023))

    assert said.endswith(".")
    assert "{" not in said


@pytest.mark.parametrize("misfit", Misfit)
def test_every_misfit_names_the_periods(misfit: Misfit):
    said = sentences(Remark(Reason.NO_YEAR_BEFORE, 2023, ((misfit, (period("2022"), period("2021"))),)))

    assert " Các kỳ đã có (năm 2022 và năm 2021) " in said


def test_a_territory_says_from_when_or_until_when_it_was():
    before = next(unit for unit in gazetteer.provinces(eras()[0]) if unit.path == "kien-giang")

    assert lifetime(before) == "đến 30/06/2025"
    assert lifetime(CAO_BANG) == ""
    assert lifetime(replace(before, since=date(2015, 1, 1))) == "từ 01/01/2015 đến 30/06/2025"


def test_divisions_are_counted_by_kind():
    inside = Inside(present_era(), (("xã", 53), ("phường", 3)))

    assert divisions(inside) == "53 xã và 3 phường"
