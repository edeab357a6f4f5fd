"""Figures against the figures they are made of. The sums and rates are those the catalogue defines."""

from collections.abc import Iterator
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction
from itertools import groupby

from bantin.model import (
    Bound,
    Figure,
    Interval,
    Kind,
    Ledger,
    Report,
    Sum,
    Target,
    base_beside,
    percent,
    possible_counts,
    stated_fraction,
    sum_of,
    swapped_digits,
    value_of,
)
from bantin.problems import Problem
from bantin.vietnamese import listed, lower_first, number

AS_PRINTED = "Xem lại nguồn; nếu nguồn in như vậy thì giữ nguyên."
_WHOLE = Interval.point(Decimal(100))


def sums_differ(report: Report, ledger: Ledger) -> Iterator[Problem]:
    """Parts that exceed their total or, where all of them are there, fall short of it."""
    for total, sums in ledger.sums.items():
        for found in sums:
            if not found.agrees:
                message = f"{name_of(total)}: {_said(found)}."
                yield Problem(total.at, "sum-differs", message, _swap_hint(found) or AS_PRINTED, warning=True)


def rates_differ(report: Report, ledger: Ledger) -> Iterator[Problem]:
    """Rates that are not those of the figures they are made of, and rates that were cut off where others round."""
    for rate in ledger.percents:
        stated = stated_fraction(rate, ledger)
        if not stated:
            continue
        share, formula = stated
        printed = value_of(rate)
        exactly = Interval.point(Decimal(share.numerator) / Decimal(share.denominator))
        if _rounded(rate).intersects(exactly):
            continue
        truncated = printed.unrounded.intersects(exactly)
        reason = "có lẽ nguồn bỏ phần lẻ" if truncated else "hai con số không khớp"
        message = f"{name_of(rate)}: nguồn ghi {printed.text}, còn {formula} là {percent(share)}; {reason}."
        code = "rate-truncated" if truncated else "rate-differs"
        yield Problem(rate.at, code, message, AS_PRINTED, warning=True)


def rate_of_no_count(report: Report, ledger: Ledger) -> Iterator[Problem]:
    """Rates that no whole number of their published base gives."""
    for rate in ledger.percents:
        base, possible = base_beside(rate, ledger), possible_counts(rate, ledger)
        if not base or possible is None or possible:
            continue
        whole, share = value_of(base).number or Decimal(0), value_of(rate).number or Decimal(0)
        below = (whole * share / 100).to_integral_value(ROUND_FLOOR)
        near = [f"{number(n)} là {percent(Fraction(n) * 100 / Fraction(whole))}" for n in (below, below + 1)]
        message = f"{name_of(rate)}: không số nguyên nào trên {base.text} là {rate.text}; {near[0]}, còn {near[1]}."
        help = "Xem lại nguồn; tỷ lệ tính trên mẫu số khác thì ghi ở mục «Mẫu số»."
        yield Problem(rate.at, "rate-of-no-count", message, help, warning=True)


def shares_differ(report: Report, ledger: Ledger) -> Iterator[Problem]:
    """Rates on one base that together are more than 100% or, where all of them are there, less."""
    rates = [rate for rate in ledger.percents if rate.base]
    rates.sort(key=lambda f: (f.slice.id, f.base.id if f.base else "", f.as_of.slug if f.as_of else ""))
    for (_, base), group in groupby(rates, key=lambda f: ((f.slice.id, f.as_of.slug if f.as_of else ""), f.base)):
        shares = list(group)
        parts = {rate.indicator.numerator: rate for rate in shares if rate.indicator.numerator}
        for definition in base.sums if base else ():
            if len(definition) > 1 and all(part in parts for part in definition):
                yield from _not_whole([parts[part] for part in definition])
                break


def _not_whole(shares: list[Figure]) -> Iterator[Problem]:
    total = sum_of(value_of(share).unrounded for share in shares)
    if not total.intersects(_WHOLE):
        added = sum((value_of(share).number or Decimal(0) for share in shares), Decimal(0))
        formula = f"{' + '.join(share.text for share in shares)} = {number(added)}%"
        message = f"{name_of(shares[0])}: {formula}, trong khi các phần này gộp lại phải là 100%."
        yield Problem(shares[0].at, "shares-differ", message, AS_PRINTED, warning=True)


def _said(found: Sum) -> str:
    first, *others = found.parts
    if not others:
        return f"nguồn ghi {found.total.text}, trong khi riêng {name_of(first)} là {first.text}"
    missing = "" if found.complete else " (còn thiếu phần chưa công bố)"
    return f"{found.formula}{missing}, nhưng ghi {found.total.text}"


def _swap_hint(found: Sum) -> str:
    """A hint where exchanging two neighbouring digits of one number would make the sum right."""
    excess = found.excess
    if not found.complete or not excess or excess % 9:  # an exchange changes a number by a multiple of nine
        return ""
    fits = [
        f"{figure.text} thành {number(swapped)}"
        for figure, wanted in ((found.total, excess), *((part, -excess) for part in found.parts))
        if (count := _exact_count(figure)) is not None
        for swapped in swapped_digits(count)
        if swapped - count == wanted
    ]
    if not fits:
        return ""
    return f"Nếu đổi {listed(fits, 'hoặc')} thì khớp: có lẽ hai chữ số bị gõ đổi chỗ. Xem lại nguồn."


def _exact_count(figure: Figure) -> Decimal | None:
    value = value_of(figure)
    plain = value.kind is Kind.COUNT and value.bound is Bound.EXACT and value.step == 1
    return value.number if plain else None


def _rounded(rate: Figure) -> Interval:
    """The shares that round to a printed rate, half up; a rate in words stays as wide as its words."""
    value = value_of(rate)
    if value.bound is not Bound.EXACT or value.number is None or value.step is None:
        return value.interval
    return Interval(value.number - value.step / 2, value.number + value.step / 2, high_open=True)


def name_of(figure: Figure | Target) -> str:
    """«Hồ sơ tiếp nhận (cấp huyện, Đất đai)»."""
    return f"{figure.indicator.label} ({lower_first(figure.slice.label)})"
