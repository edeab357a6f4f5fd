"""Figures against the figures they are made of. The sums and rates are those the catalogue defines."""

from collections.abc import Iterator
from decimal import ROUND_FLOOR, Decimal
from fractions import Fraction

from bantin.model import (
    Accounts,
    Bound,
    Figure,
    Kind,
    Share,
    Shares,
    Sum,
    Target,
    Tried,
    Value,
    base_beside,
    percent,
    swapped_digits,
    value_of,
)
from bantin.problems import Problem
from bantin.vietnamese import listed, lower_first, number

AS_PRINTED = "Xem lại nguồn; nếu nguồn in như vậy thì giữ nguyên."


def sums_differ(accounts: Accounts) -> Iterator[Problem]:
    """Parts that exceed their total or, where all of them are there, fall short of it."""
    for found in accounts.sums:
        if not found.agrees:
            message = f"{name_of(found.total)}: {_said(found)}."
            yield Problem(found.total.at, "sum-differs", message, _swap_hint(found) or AS_PRINTED, warning=True)


def rates_differ(accounts: Accounts) -> Iterator[Problem]:
    """Rates that are no share of the figures they are made of, and rates that were cut off where others round."""
    for found in accounts.rates:
        if not found.agrees:
            how_many = "các" if len(found.shares) > 1 else "hai"
            message = f"{_tried(found)}; {how_many} con số không khớp."
            yield Problem(found.rate.at, "rate-differs", message, AS_PRINTED, warning=True)
        elif found.is_cut_off:
            message = f"{_tried(found)}; có lẽ nguồn bỏ phần lẻ."
            yield Problem(found.rate.at, "rate-truncated", message, AS_PRINTED, warning=True)


def rate_of_no_count(accounts: Accounts) -> Iterator[Problem]:
    """Rates that no whole number of their published base gives."""
    for rate in accounts.of_no_count:
        base = base_beside(rate, accounts.ledger)
        if not base:
            continue
        whole, share = value_of(base).number or Decimal(0), value_of(rate).number or Decimal(0)
        below = (whole * share / 100).to_integral_value(ROUND_FLOOR)
        near = [f"{number(n)} là {percent(Fraction(n) * 100 / Fraction(whole))}" for n in (below, below + 1)]
        message = f"{name_of(rate)}: không số nguyên nào trên {base.text} là {rate.text}; {near[0]}, còn {near[1]}."
        help = "Xem lại nguồn; tỷ lệ tính trên mẫu số khác thì ghi ở mục «Mẫu số»."
        yield Problem(rate.at, "rate-of-no-count", message, help, warning=True)


def shares_differ(accounts: Accounts) -> Iterator[Problem]:
    """Rates on one base that together are more than 100% or, where all of them are there, less."""
    for found in accounts.shares:
        if not found.agrees:
            yield Problem(found.rates[0].at, "shares-differ", _of_the_whole(found), AS_PRINTED, warning=True)


def scores_above_maximum(accounts: Accounts) -> Iterator[Problem]:
    """Scores of more points than there are."""
    for figure in accounts.above_maximum:
        most = number(figure.maximum or Decimal(0))
        message = f"{name_of(figure)}: ghi {figure.text}, nhiều hơn số điểm tối đa là {most}."
        yield Problem(figure.at, "score-over-maximum", message, AS_PRINTED, warning=True)


def impossible_together(accounts: Accounts) -> Iterator[Problem]:
    """Figures of several sums and rates that cannot all be right."""
    for figures in accounts.impossible:
        named = listed((f"{name_of(figure)} {figure.text}" for figure in figures), "và")
        message = f"Các con số sau không thể cùng đúng: {named}."
        yield Problem(figures[0].at, "figures-impossible", message, AS_PRINTED, warning=True)


def _of_the_whole(found: Shares) -> str:
    values = [value_of(share) for share in found.rates]
    added = sum((value.number or Decimal(0) for value in values), Decimal(0))
    formula = " + ".join(map(_term, values))
    formula += f" = {number(added)}%" if all(value.bound is Bound.EXACT for value in values) else ""
    base = lower_first(found.base.label)
    if found.complete:
        return f"{name_of(found.rates[0])}: {formula}, trong khi các phần này gộp lại phải là 100% số {base}."
    return f"{name_of(found.rates[0])}: {formula}, nhiều hơn 100% số {base}."


def _tried(found: Tried) -> str:
    return f"{name_of(found.rate)}: nguồn ghi {found.rate.text}, còn {listed(map(_share, found.shares))}"


def _share(share: Share) -> str:
    """«19/34 là 55,88%», «880 / 900 (hồ sơ đã giải quyết) là 97,78%»."""
    formula = share.above.text
    if share.below:
        formula += f" / {share.below.text} ({lower_first(share.below.indicator.label)})"
    if share.exactly is not None:
        return f"{formula} là {percent(share.exactly)}"
    low, high = (
        f"{number(round(end, 2))}%" if end is not None else "" for end in (share.percent.low, share.percent.high)
    )
    return f"{formula} là từ {low} đến {high}" if high else f"{formula} là từ {low}"


def _said(found: Sum) -> str:
    first, *others = found.parts
    if not others:
        return f"nguồn ghi {found.total.text}, trong khi riêng {name_of(first)} là {first.text}"
    missing = "" if found.complete else " (còn thiếu phần chưa công bố)"
    return f"{formula(found)}{missing}, nhưng ghi {found.total.text}"


def formula(found: Sum) -> str:
    """«543 + 506 = 1.049»; without a result where words or rounding leave it open, and without parts that are none."""
    parts = [part for part in found.parts if not value_of(part).is_none] or list(found.parts[:1])
    values = [value_of(part) for part in parts]
    terms = " + ".join(map(_term, values))
    if any(value.number is None or value.bound is not Bound.EXACT for value in values):
        return terms
    added = sum((value.number or Decimal(0) for value in values), Decimal(0))
    return f"{terms} = {number(added)}{'%' if values[0].kind is Kind.PERCENT else ''}"


def _term(value: Value) -> str:
    """A number as a sum shows it: of a ratio its part, and a range in brackets, where its dash is no minus."""
    if value.kind is Kind.RATIO:
        return value.text.split("/")[0]
    return value.text if value.upto is None else f"({value.text})"


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
    return value.whole if value.kind is Kind.COUNT else None


def name_of(figure: Figure | Target) -> str:
    """«Hồ sơ tiếp nhận (cấp huyện, Đất đai)»."""
    return f"{figure.indicator.label} ({lower_first(figure.slice.label)})"
