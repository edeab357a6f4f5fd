"""The chart beside a table: the figures of it that make a picture without a number that nobody published."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from math import ceil

from bantin.model import Bound, Figure, Kind, Ledger, Member, Value, value_of
from bantin.pages import charts
from bantin.pages.charts import Chart, Part
from bantin.vietnamese import lower_first

MOST_BARS = 12
"""More would make a long table longer, and nothing clearer."""


def outcomes(figures: Sequence[Figure]) -> Chart | None:
    """Shares of one stated base that do not exceed it, as one bar."""
    shares = [f for f in figures if f.base and isinstance(f.value, Value) and _is_share(f.value) and f.variant == 1]
    for base, group in groupby(shares, key=lambda f: f.base):
        found = [_part(figure) for figure in group]
        total = sum((part.number for part in found), Decimal(0))
        if base and len(found) > 1 and total <= 101:
            return charts.stack(f"Phần trong số {lower_first(base.label)}", found, whole=max(Decimal(100), total))
    return None


def parts(figures: Sequence[Figure], ledger: Ledger) -> Chart | None:
    """The parts of a total that they make up, as one bar."""
    for total in figures:
        if not isinstance(total.value, Value) or total.variant > 1 or total.value.upto is not None:
            continue
        whole = total.value.number
        for found in ledger.sums.get(total, ()):
            here = all(part.slice == total.slice for part in found.parts)
            exact = all(value_of(part).bound is Bound.EXACT for part in found.parts)
            if here and exact and whole and found.complete and found.agrees and len(found.parts) > 1:
                title = f"{total.indicator.label}: {total.text}"
                return charts.stack(title, [_part(part) for part in found.parts], whole=whole)
    return None


def bars(figures: Sequence[Figure]) -> Mapping[Member, int]:
    """How long the bar in the row of each member of a breakdown is, in percent of the longest.

    The figures are those of one indicator. Nothing of a member whose figure has no one end, or is that of others too.
    """
    found = {
        figure.slice.members[0]: figure.value.number
        for figure in figures
        if isinstance(figure.value, Value)
        and figure.value.number is not None
        and figure.value.upto is None
        and not figure.slice.members[0].together
    }
    longest = max(found.values(), default=Decimal(0))
    if not 2 <= len(found) <= MOST_BARS or not longest:
        return {}
    return {member: ceil(100 * number / longest) for member, number in found.items()}


def _is_share(value: Value) -> bool:
    return value.kind is Kind.PERCENT and value.bound is Bound.EXACT


def _part(figure: Figure) -> Part:
    return Part(figure.indicator.label, figure.text, value_of(figure).number or Decimal(0), figure.indicator.better)
