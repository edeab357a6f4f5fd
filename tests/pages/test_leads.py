"""Whatever a report prints and whatever it leaves out, its lead tells nothing that is false."""

import re
from collections.abc import Iterator
from decimal import Decimal

import form06 as form
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from making import page_of, report, target
from shipped import named, shipped
from trying import tries

from bantin.model.archive import Archive
from bantin.model.reports import Figure, Report
from bantin.model.values import Value
from bantin.pages.bulletin import beginning
from bantin.pages.leads import MAX_SENTENCES, Shares, Told, told
from bantin.pages.sentences import DOUBTED, lead, plain_text
from bantin.vietnamese import lower_first

SOME = settings(max_examples=tries(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Any part of form 06 of some offices and fields, truthfully printed, in any order, and some targets."""
    scopes, (land, civil, *_) = shipped().scopes, shipped().breakdowns[0].members
    places = [
        form.Place(scopes[scope], members)
        for scope in ("cap-huyen", "cap-xa", "toan-huyen")
        for members in ((), (land,), (civil,))
    ]
    found: list[Figure] = []
    for place in draw(st.lists(st.sampled_from(places), unique=True, min_size=1, max_size=3)):
        found += draw(form.figures_of(draw(form.counts()), place, shipped()))
    aims = [target(named("Tỷ lệ đúng hạn"), "tối thiểu 98%")] if draw(st.booleans()) else []
    return report(*draw(st.permutations(found)), targets=tuple(aims))


def of(found: Report) -> str:
    return plain_text(lead(found, shipped(), doubted=()))


def without(found: Report, figure: Figure) -> Report:
    return report(*(other for other in found.figures if other is not figure), targets=found.targets)


def all_told(clauses: tuple[Told | Shares, ...]) -> Iterator[Told]:
    for clause in clauses:
        if isinstance(clause, Shares):
            yield from (Told(rate) for rate in clause.rates)
        else:
            yield clause
            yield from all_told((*clause.parts, *clause.shares))


def leaves(id: str) -> frozenset[str]:
    """What an indicator consists of in the end, by the finest definition of the lists."""
    sums = shipped().indicators[id].sums
    return max((frozenset().union(*map(leaves, way)) for way in sums), key=len, default=frozenset({id}))


def untold(whole: str, among: list[str], figures: list[Figure], counted: dict[Figure, str]) -> list[Figure]:
    """The figures that count what belongs beside the told parts, in a definition that holds these."""
    here = frozenset().union(*map(leaves, among))
    ways = [frozenset().union(*map(leaves, way)) for way in shipped().indicators[whole].sums]
    beside = frozenset().union(*(way for way in ways if here <= way)) - here
    return [figure for figure in figures if leaves(counted[figure]) <= beside]


def least(figure: Figure) -> Decimal:
    assert isinstance(figure.value, Value)
    return figure.value.unrounded.low or Decimal(0)


def left_out(clause: Told | Shares, found: Report) -> list[Figure]:
    """The figures of a report that show a clause to name only some of the outcomes."""
    if isinstance(clause, Shares):
        return left_out_of_shares(list(clause.rates), found)
    shares = [share.figure for share in clause.shares if not share.figure.indicator.phrase]
    lost = [lost for part in clause.parts for lost in left_out(part, found)]
    if clause.parts and clause.parts[0].figure.slice == clause.figure.slice:
        beside = [f for f in found.figures if f.slice == clause.figure.slice and not f.is_percent and least(f) > 0]
        ids = [part.figure.indicator.id for part in clause.parts]
        lost += untold(clause.figure.indicator.id, ids, beside, {f: f.indicator.id for f in beside})
    return lost + (left_out_of_shares([share.figure for share in clause.shares], found) if shares else [])


def left_out_of_shares(rates: list[Figure], found: Report) -> list[Figure]:
    counted = {f: f.indicator.numerators[0] for f in found.figures if f.is_percent and f.indicator.numerators}
    rounding = sum((rate.value.step or Decimal(0) for rate in rates if isinstance(rate.value, Value)), Decimal(0))
    beside = [f for f in counted if (f.slice, f.base) == (rates[0].slice, rates[0].base) and least(f) > rounding]
    ids = [counted[rate] for rate in rates if rate in counted]
    return untold("ho-so-da-giai-quyet", ids, beside, counted)


@SOME
@given(st.data())
def test_nothing_that_is_left_out_makes_the_lead_false(data: st.DataObject):
    whole = data.draw(reports())
    shorter = whole
    for _ in range(data.draw(st.integers(0, 3))):
        if shorter.figures:
            shorter = without(shorter, data.draw(st.sampled_from(shorter.figures)))

    for sentence in told(shorter, shipped(), doubted=()):
        for one in all_told(sentence.clauses):
            assert one.figure in whole.figures
            assert (one.figure.slice.scope, one.figure.as_of) == (sentence.slice.scope, None)
        for clause in sentence.clauses:
            lost = [f"{figure.indicator.label} {figure.text}" for figure in left_out(clause, whole)]
            assert not lost, of(shorter)


@SOME
@given(reports())
def test_nothing_stands_alone_that_the_lists_do_not_let_stand_alone(found: Report):
    for sentence in told(found, shipped(), doubted=()):
        alone = [clause.figure for clause in sentence.clauses if isinstance(clause, Told)]

        assert all(figure.indicator.phrase for figure in alone)


@SOME
@given(reports())
def test_every_number_stands_in_the_tables_under_that_name(found: Report):
    words = lead(found, shipped(), doubted=())
    page = page_of(Archive(shipped(), (found,)), found.path)
    cells = [cell for section in page.facts["sections"] for cell in section.every_cell]
    printed = {(cell.figure.indicator, cell.figure.slice, cell.figure.text) for cell in cells}
    aims = [aim.target for _, found in page.facts["aims"].groups for aim in found]
    printed |= {(target.indicator, target.slice, target.text) for target in aims}

    assert {(fact.indicator, fact.slice, text) for text, fact in words if fact} <= printed
    plain = "".join(text for text, fact in words if not fact)
    assert not re.search(r"\d", plain.replace(lower_first(found.period.time_phrase), "").replace(found.period.name, ""))


@SOME
@given(reports())
def test_a_lead_is_short(found: Report):
    assert of(found).count(". ") < MAX_SENTENCES
    assert "..." not in of(found)


@SOME
@given(st.data())
def test_what_is_in_doubt_is_told_as_such_and_never_as_a_part(data: st.DataObject):
    found = data.draw(reports())
    doubtful = data.draw(st.sets(st.sampled_from(found.figures))) if found.figures else set()
    doubted = {figure.at for figure in doubtful}
    sentences = told(found, shipped(), doubted=doubted)
    everything = [one for sentence in sentences for one in all_told(sentence.clauses)]

    assert all(one.doubted == (one.figure.at in doubted) for one in everything)
    assert not any(part.doubted for one in everything for part in one.parts)
    assert not any(one.parts for one in everything if one.doubted)
    if sentences:
        words = plain_text(lead(found, shipped(), doubted=doubted))
        assert words.count(DOUBTED) == sum(one.doubted for one in everything)


@SOME
@given(st.data())
def test_the_order_of_lines_changes_nothing(data: st.DataObject):
    found = data.draw(reports())
    other = report(*data.draw(st.permutations(found.figures)), targets=found.targets)

    assert of(other) == of(found)


@SOME
@given(reports())
def test_targets_are_told_only_where_no_figure_is(found: Report):
    aimed = "đặt chỉ tiêu" in of(found)

    assert aimed == (bool(found.targets) and not told(found, shipped(), doubted=()))


@pytest.mark.parametrize(("lead", "said"), [
    ("Huyện Mẫu tiếp nhận 5 hồ sơ.", "Huyện Mẫu tiếp nhận 5 hồ sơ."),
    ("", ""),
    (f"Huyện Mẫu {'a' * 150}; giải quyết {'b' * 30}; {'c' * 30}.", f"Huyện Mẫu {'a' * 150}."),
    (f"{'a' * 90} (b; {'c' * 120}); d.", f"{'a' * 90} (b; {'c' * 120})."),
    ("a" * 300 + "; b.", "a" * 300 + "."),
])  # fmt: skip
def test_a_description_is_the_whole_clauses_of_a_lead_that_there_is_room_for(lead: str, said: str):
    assert beginning(lead) == said
