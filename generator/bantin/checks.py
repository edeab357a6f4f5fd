"""Rules that need more than one value: each turns an archive into the problems it finds.

The first line of a rule's docstring is the sentence editors read. Messages are read by citizens too: what a rule warns
of is printed on the bulletin's page.
"""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from bantin import gazetteer
from bantin.archive import Archive
from bantin.arithmetic import Ledger, Sum, percent, stated_fraction, value_of
from bantin.articles import REFERENCES, Reference, references
from bantin.model import Figure
from bantin.problems import Problem, excerpt, in_order
from bantin.reading import Text
from bantin.values import Bound, Interval, Kind
from bantin.vietnamese import listed, nearest


def sums_differ(archive: Archive) -> Iterator[Problem]:
    """Các phần cộng lại vượt quá tổng, hoặc không đủ tổng khi đã có đủ các phần."""
    for report in archive.reports:
        ledger = Ledger(report, archive.catalogue)
        for total in ledger:
            for found in ledger.sums(total):
                if not found.agrees:
                    yield _sum_differs(found)


def rates_differ(archive: Archive) -> Iterator[Problem]:
    """Một tỷ lệ không khớp với chính các con số tạo ra nó."""
    for report in archive.reports:
        ledger = Ledger(report, archive.catalogue)
        for rate in ledger:
            stated = stated_fraction(rate, ledger)
            if value_of(rate).kind is Kind.PERCENT and stated:
                share, formula = stated
                printed = value_of(rate)
                exactly = Interval.point(Decimal(share.numerator) / Decimal(share.denominator))
                if _rounded(rate).intersects(exactly):
                    continue
                truncated = printed.unrounded.intersects(exactly)
                reason = "có lẽ nguồn bỏ phần lẻ" if truncated else "hai con số không khớp"
                yield Problem(
                    rate.at,
                    "rate-truncated" if truncated else "rate-differs",
                    f"{name_of(rate)}: nguồn ghi {printed.text}, còn {formula} là {percent(share)}; {reason}.",
                    "Xem lại nguồn; nếu nguồn in như vậy thì giữ nguyên.",
                    warning=True,
                )


def references_lead_nowhere(archive: Archive) -> Iterator[Problem]:
    """Một bài viết nhắc đến số liệu hoặc chỉ tiêu không có trong data/."""
    for article in archive.articles:
        for reference in references(article):
            if isinstance(reference, Problem):
                yield reference
            elif problem := _unresolved(reference, archive):
                yield problem


def addresses_collide(archive: Archive) -> Iterator[Problem]:
    """Hai trang cùng một địa chỉ."""
    taken = {report.path: report.at.source for report in archive.reports}
    for article in archive.articles:
        owner = taken.setdefault(article.path, article.at.source)
        if owner != article.at.source or gazetteer.units(article.path):
            taker = f"tệp {owner}" if owner != article.at.source else "trang của một đơn vị"
            message = f"Địa chỉ «{article.path}/» đã dùng cho {taker}."
            yield Problem(article.at, "address-taken", message, "Đổi phần chữ trong tên tệp của bài viết.")


CHECKS = (sums_differ, rates_differ, references_lead_nowhere, addresses_collide)


def problems_of(archive: Archive) -> list[Problem]:
    """What all rules find, in the order of files and lines."""
    return in_order([problem for check in CHECKS for problem in check(archive)])


def name_of(figure: Figure) -> str:
    """«Hồ sơ tiếp nhận (cấp huyện, Đất đai)»."""
    label = figure.slice.label
    return f"{figure.indicator.label} ({label[0].lower()}{label[1:]})"


def _sum_differs(found: Sum) -> Problem:
    total, (first, *others) = value_of(found.total), found.parts
    missing = "" if found.complete else " (còn thiếu phần chưa công bố)"
    said = f"{found.formula}{missing}, nhưng ghi {total.text}"
    if not others:
        said = f"nguồn ghi {total.text}, trong khi riêng {name_of(first)} là {first.text}"
    return Problem(
        found.total.at,
        "sum-differs",
        f"{name_of(found.total)}: {said}.",
        "Xem lại nguồn; nếu nguồn in như vậy thì giữ nguyên.",
        warning=True,
    )


def _rounded(rate: Figure) -> Interval:
    """The shares that round to a printed rate, half up; a rate in words stays as wide as its words."""
    value = value_of(rate)
    if value.bound is not Bound.EXACT or value.number is None or value.step is None:
        return value.interval
    return Interval(value.number - value.step / 2, value.number + value.step / 2, high_open=True)


def _unresolved(reference: Reference, archive: Archive) -> Problem | None:
    if f"{reference.place}/{reference.period}" in archive.unsure:
        return None  # what is wrong there has been said
    names: list[Problem] = []
    archive.catalogue.slice_at(Text(reference.slice, reference.at), names)
    archive.catalogue.indicator_at(Text(reference.indicator, reference.at), names)
    periods = [report.period.slug for report in archive.reports_of(reference.place)]
    if not periods:
        message = f"Không có tệp số liệu nào của {excerpt(reference.place)}."
        hints = nearest(reference.place, archive.places, limit=2)
    elif reference.period not in periods:
        message = f"{excerpt(reference.place)} không có kỳ {excerpt(reference.period)}."
        hints = periods
    elif names:
        return replace(names[0], location=reference.at, code="reference-unknown")
    else:
        figures, targets = archive.values(reference.place, reference.period, reference.slice, reference.indicator)
        if figures if reference.kind == "so_lieu" else targets:
            return None
        noun = REFERENCES[reference.kind]
        what, where = excerpt(reference.indicator), excerpt(reference.slice)
        message = f"Kỳ «{reference.period}» không có {noun} {what} ở {where}."
        hints = []
    help = (
        f"Có thể là: {listed([f'«{hint}»' for hint in hints], 'hoặc')}." if hints else "Xem tệp của kỳ đó trong data/."
    )
    return Problem(reference.at, "reference-unknown", message, help)
