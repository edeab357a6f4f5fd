"""The lead of a bulletin: one paragraph written from the figures, which never says more than they do.

The words come from the catalogue: an indicator's phrase («tiếp nhận {} hồ sơ»), a scope's («ở cấp huyện»). A sentence
speaks of one time and one scope. A rate is called a part of another figure only where its source stated that base.
"""

from collections.abc import Sequence
from itertools import groupby

from bantin.model import Figure, Kind, Period, Report, Slice, Target, Value
from bantin.vietnamese import date_text, listed, lower_first, upper_first

MAX_SENTENCES = 4
MAX_CLAUSES = 4

Words = tuple[tuple[str, bool], ...]
"""Runs of text, each with whether it is a figure and stands out."""


def lead(report: Report) -> Words:
    """The lead of a report's bulletin."""
    spoken = [f for f in report.figures if f.indicator.phrase and isinstance(f.value, Value) and f.variant == 1]
    sentences: list[Words] = []
    before: tuple[Period, Slice] | None = None
    for (time, within), group in groupby(spoken, key=lambda f: (f.as_of or report.period, f.slice)):
        opening = _opening(report, time, within=within, before=before)
        sentences.append((_plain(opening), *_joined(_clauses(list(group))[:MAX_CLAUSES])))
        before = time, within
    if not spoken and report.targets:
        sentences.append(_aims(report))
    if not sentences:
        count = f"đã công bố {len(report.figures)} số liệu"
        sentences.append((_plain(f"{report.period.time_phrase}, {report.place_name} {count}"),))
    runs = [run for sentence in sentences[:MAX_SENTENCES] for run in (*sentence, _plain(". "))]
    return (*runs[:-1], _plain("."))


def plain_text(words: Words) -> str:
    """The words without emphasis."""
    return "".join(text for text, _ in words)


def _opening(report: Report, time: Period, *, within: Slice, before: tuple[Period, Slice] | None) -> str:
    scope = within.scope.phrase or lower_first(within.scope.label)
    members = listed(lower_first(member.label) for member in within.members) if within.members else ""
    if not before or before[0] != time:
        subject = "" if before else f"{report.place_name} "
        where = f"{scope}, riêng {members}, " if members else f"{scope}, "
        return f"{time.time_phrase}, {where}{subject}"
    if members and before[1].scope == within.scope:
        return f"Riêng {members}, "
    return f"{upper_first(scope)}, riêng {members}, " if members else f"{upper_first(scope)}, "


def _clauses(figures: list[Figure]) -> list[Words]:
    """One clause for each figure, with the rates stated on it behind it."""
    here = {figure.indicator.id for figure in figures}
    clauses = []
    for figure in figures:
        if figure.base and figure.base.id in here:
            continue  # said behind its base
        shares = [rate for rate in figures if rate.base == figure.indicator]
        clause = _clause(figure)
        if shares:
            clause += (_plain(", trong đó "), *_joined([_filled(rate) for rate in shares], ", "))
        clauses.append(clause)
    return clauses


def _clause(figure: Figure) -> Words:
    if figure.indicator.kind is Kind.PERCENT:
        return _plain(f"có {lower_first(figure.indicator.label)} là "), _strong(figure.text)
    return _filled(figure)


def _filled(figure: Figure) -> Words:
    before, after = figure.indicator.phrase.split("{}")
    if before and isinstance(figure.value, Value) and figure.value.is_none:  # «tiếp nhận không có» is no sentence
        return (_plain(f"không {before}{after.lstrip()}"),)
    return _plain(before), _strong(figure.text), _plain(after)


def _aims(report: Report) -> Words:
    bases = (
        listed(
            f"{lower_first(b.title)} ngày {date_text(b.issued)}" if b.issued else lower_first(b.title)
            for b in report.bases
        )
        if report.bases
        else ""
    )
    said: list[Target] = [target for target in report.targets if target.indicator.phrase] or list(report.targets)
    aims = [
        (_plain(f"{lower_first(t.indicator.label)} ({lower_first(t.slice.label)}) "), _strong(t.text)) for t in said
    ]
    return (
        _plain(f"{report.period.time_phrase}, {report.place_name} đặt ra "),
        _strong(f"{len(report.targets)} chỉ tiêu"),
        _plain(f" theo {bases}; trong đó " if bases else "; trong đó "),
        *_joined(aims[:3]),
    )


def _joined(clauses: Sequence[Words], comma: str = "") -> Words:
    """Clauses as a sentence lists them; where one has commas of its own, semicolons part them."""
    comma = comma or ("; " if any(", " in plain_text(clause) for clause in clauses) else ", ")
    joined: list[tuple[str, bool]] = []
    for index, clause in enumerate(clauses):
        if index:
            joined.append(_plain(" và " if index == len(clauses) - 1 and comma == ", " else comma))
        joined += clause
    return tuple(joined)


def _plain(text: str) -> tuple[str, bool]:
    return text, False


def _strong(text: str) -> tuple[str, bool]:
    return text, True
