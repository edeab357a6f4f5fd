"""Who has published an indicator: in order of time, and on pages of its provinces where that is much."""

from dataclasses import replace
from datetime import date

import pytest
from making import DONE, RECEIVED, archive, figure, page_of, report, target

from bantin.model.archive import Archive
from bantin.model.reports import Report
from bantin.pages import indicator
from bantin.pages.page import Page
from bantin.pages.plans import plans_of
from bantin.pages.published import Published, Territory
from bantin.places.gazetteer import units

PROVINCE = units("gia-lai")[-1]
OF_TODAY = replace(report(figure(RECEIVED, "9")), place=PROVINCE)
PATH = f"chi-so/{RECEIVED.id}"


def many() -> Archive:
    periods = ("2022", "2023-6-thang", "2024-6-thang")
    return archive(*(report(figure(RECEIVED, str(n)), when=when) for n, when in enumerate(periods, 5)), OF_TODAY)


def page(known: Archive, path: str) -> Page:
    return page_of(known, path)


def listed(found: Page) -> list[Published]:
    rows = found.facts["published"]
    assert isinstance(rows, list)
    return rows


def test_figures_stand_in_order_of_time_and_not_of_their_names():
    known = archive(*(report(figure(RECEIVED, "5"), when=when) for when in ("2024-6-thang", "2022", "2023-quy-4")))

    assert [row.time.slug for row in listed(page(known, PATH))] == ["2022", "2023-quy-4", "2024-6-thang"]


def test_a_figure_of_its_own_time_stands_at_that_time():
    as_of = figure(RECEIVED, "7", as_of=report(when="den-2021-12-09").period)
    known = archive(report(as_of, when="2023"), report(figure(RECEIVED, "5"), when="2022"))

    assert [row.time.end for row in listed(page(known, PATH))] == [date(2021, 12, 9), date(2022, 12, 31)]


def test_a_page_that_is_not_large_lists_all(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(indicator, "LARGEST", 4)
    pages = {plan.path for plan in plans_of(many().outline, many().catalogue)}

    assert len(listed(page(many(), PATH))) == 4
    assert not any(path.startswith(f"{PATH}/") for path in pages)


class TestALargePage:
    @pytest.fixture(autouse=True)
    def large(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(indicator, "LARGEST", 3)

    def test_is_cut_into_a_page_for_each_province_of_an_era(self):
        pages = {plan.path for plan in plans_of(many().outline, many().catalogue) if plan.path.startswith(f"{PATH}/")}

        assert pages == {f"{PATH}/kien-giang-den-2025", f"{PATH}/gia-lai"}

    def test_leads_to_each_and_counts_what_is_there(self):
        rows = page(many(), PATH).facts["territories"]

        assert isinstance(rows, list)
        assert all(isinstance(row, Territory) for row in rows)
        assert [
            (row.path, row.presence.units, row.presence.figures, row.presence.targets, row.presence.newest.slug)
            for row in rows
        ] == [
            (f"{PATH}/gia-lai/", 1, 1, 0, "2023-6-thang"),
            (f"{PATH}/kien-giang-den-2025/", 1, 3, 0, "2024-6-thang"),
        ]

    def test_lists_no_figure_twice(self):
        assert listed(page(many(), PATH)) == []
        found = [row.value.text for path in ("gia-lai", "kien-giang-den-2025")
                 for row in listed(page(many(), f"{PATH}/{path}"))]  # fmt: skip
        assert found == ["9", "5", "6", "7"]

    def test_counts_targets_too(self):
        reports: tuple[Report, ...] = (*many().reports, report(when="2025", targets=(target(RECEIVED, "tối thiểu 8"),)))

        rows = page(archive(*reports), PATH).facts["territories"]

        assert isinstance(rows, list)
        assert [row.presence.targets for row in rows] == [0, 1]

    def test_leaves_other_indicators_whole(self):
        known = archive(*many().reports, report(figure(DONE, "19/34"), when="2021"))

        assert len(listed(page(known, f"chi-so/{DONE.id}"))) == 1
