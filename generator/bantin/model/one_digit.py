"""A slip of one digit that explains why sums of a report do not agree, where nothing else of that size does.

Our words are promises: one digit of one printed count is named only where changing it makes all doubted sums that hang
together right and contradicts nothing else of the report, and where no other change of one digit, and no exchange of
two, makes these sums right too.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from bantin.model.accounts import Accounts
from bantin.model.arithmetic import swapped_digits
from bantin.model.catalogue import Catalogue
from bantin.model.ledger import Ledger, Sum, value_of
from bantin.model.reports import Figure, Report
from bantin.model.values import Kind, Value


@dataclass(frozen=True)
class Slip:
    """A figure that may have been mistyped, and what it would be."""

    figure: Figure
    number: Decimal
    sums: tuple[Sum, ...]
    """The doubted sums that it would make right: all that hang together."""


def slips_of(accounts: Accounts, catalogue: Catalogue) -> Iterator[Slip]:
    """The slips of one digit that explain doubted sums of a report."""
    before = _faults(accounts)
    for sums in _hanging_together([found for found in accounts.sums if not found.agrees]):
        rivals = [(f, number) for f in _in_all(sums) for number in _near(f) if _all_agree(sums, f, number)]
        if len(rivals) == 1:
            figure, number = rivals[0]
            is_one_digit = number in set(_one_digit_away(_count(figure)))
            mended = _with(accounts.ledger.report, figure, number)
            if is_one_digit and _faults(Accounts(Ledger(mended, catalogue))) <= before - set(map(_sum_key, sums)):
                yield Slip(figure, number, tuple(sums))


def _hanging_together(sums: Iterable[Sum]) -> list[list[Sum]]:
    """The sums in groups of which no two share a figure."""
    groups: list[list[Sum]] = []
    for found in sums:
        joined = [group for group in groups if any({*other.figures} & {*found.figures} for other in group)]
        groups = [group for group in groups if group not in joined]
        groups.append([*(one for group in joined for one in group), found])
    return groups


def _in_all(sums: Iterable[Sum]) -> list[Figure]:
    """The printed counts that stand in each of some sums; what is mistyped elsewhere cannot spoil them all."""
    first, *others = (found.figures for found in sums)
    return [f for f in dict.fromkeys(first) if _count(f) is not None and all(f in figures for figures in others)]


def _count(figure: Figure) -> Decimal | None:
    """The number of a count that was neither rounded nor said in words, and is printed in digits."""
    value = value_of(figure)
    is_printed = value.kind is Kind.COUNT and value.of is None and any(map(str.isdigit, value.text))
    return value.whole if is_printed else None


def _near(figure: Figure) -> Iterator[Decimal]:
    """All numbers that a slip of this size may have made the figure of."""
    count = _count(figure)
    if count is not None:
        yield from dict.fromkeys((*_one_digit_away(count), *swapped_digits(count)))


def _one_digit_away(count: Decimal | None) -> Iterator[Decimal]:
    """The numbers of as many digits that differ in one of them."""
    digits = str(int(count)) if count is not None else ""
    for index, digit in enumerate(digits):
        for other in "0123456789":
            if other != digit and not (other == "0" and index == 0 and len(digits) > 1):
                yield Decimal(f"{digits[:index]}{other}{digits[index + 1 :]}")


def _all_agree(sums: Iterable[Sum], figure: Figure, number: Decimal) -> bool:
    changed = {figure: _changed(figure, number)}
    return all(_swapped(found, changed).agrees for found in sums)


def _swapped(found: Sum, changed: Mapping[Figure, Figure]) -> Sum:
    parts = tuple(changed.get(part, part) for part in found.parts)
    return Sum(changed.get(found.total, found.total), parts, found.complete)


def _changed(figure: Figure, number: Decimal) -> Figure:
    value = value_of(figure)
    return replace(figure, value=Value(str(number), value.kind, number, value.of, value.bound, value.step))


def _with(report: Report, figure: Figure, number: Decimal) -> Report:
    figures = tuple(_changed(one, number) if one == figure else one for one in report.figures)
    return replace(report, figures=figures)


def _faults(accounts: Accounts) -> frozenset[tuple[object, ...]]:
    """Everything of a report that contradicts something, by what it is of."""
    shares = (found for found in accounts.shares if not found.agrees)
    return frozenset(
        (
            *(_sum_key(found) for found in accounts.sums if not found.agrees),
            *(("rate", found.rate.id) for found in accounts.rates if not found.agrees),
            *(("shares", *sorted(rate.id for rate in found.rates)) for found in shares),
            *(("count", rate.id) for rate in accounts.of_no_count),
            *(("score", figure.id) for figure in accounts.above_maximum),
            *(("together", *sorted(figure.id for figure in figures)) for figures in accounts.impossible),
        )
    )


def _sum_key(found: Sum) -> tuple[object, ...]:
    return "sum", found.complete, *(figure.id for figure in found.figures)
