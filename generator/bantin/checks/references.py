"""Articles' references to figures, and addresses that two pages want."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bantin.model import (
    REFERENCES,
    Archive,
    Article,
    Catalogue,
    Mentioned,
    Reference,
    Written,
    hinted,
    indicator_at,
    references,
    slice_at,
)
from bantin.places import finding, gazetteer
from bantin.problems import Problem, Text, excerpt
from bantin.vietnamese import listed


def references_lead_nowhere(article: Written, archive: Archive) -> Iterator[Problem]:
    """Mentions of figures and targets that are not there, and braces that are no mention."""
    for reference in references(article):
        problem = reference if isinstance(reference, Problem) else _unresolved(reference, archive)
        if problem:
            yield problem


def addresses_collide(article: Article, archive: Archive) -> Iterator[Problem]:
    """Articles at an address that something else has."""
    report = archive.by_address.get(article.path)
    same = [other for other in archive.articles_of(article.place) if other.path == article.path]
    if report:
        taker = f"tệp {report.at.source}"
    elif gazetteer.units(article.path):
        taker = "trang của một đơn vị"
    elif same[-1] != article:
        taker = f"tệp {same[-1].at.source}"
    else:
        return
    message = f"Địa chỉ «{article.path}/» đã dùng cho {taker}."
    yield Problem(article.at, "address-taken", message, "Đổi phần chữ trong tên tệp của bài viết.")


def _unresolved(reference: Reference, archive: Archive) -> Problem | None:
    if f"{reference.place}/{reference.period}" in archive.unsure:
        return None  # what is wrong there has been said
    if not reference.place:
        message = "Trang này không nói về riêng nơi nào, nên phải ghi rõ số liệu của nơi nào."
        return _unknown(reference, message, help='Thêm nơi ở cuối: , noi="kien-giang/huyen-mau").')
    periods = [report.period.slug for report in archive.reports_of(reference.place)]
    if not periods:
        close = () if gazetteer.units(reference.place) else finding.nearest(reference.place, limit=2)
        return _unknown(reference, f"Không có tệp số liệu nào của {excerpt(reference.place)}.", help=_offer(close))
    if reference.period not in periods:
        message = f"{excerpt(reference.place)} không có kỳ {excerpt(reference.period)}."
        return _unknown(reference, message, help=_offer(periods))
    names = _unknown_names(reference, archive.catalogue)
    if names:
        return replace(names[0], location=reference.at, code="reference-unknown")
    figures, targets = archive.mentioned(reference.place, reference.period, reference.slice, reference.indicator)
    if figures if reference.kind is Mentioned.FIGURE else targets:
        return None
    what, where = excerpt(reference.indicator), excerpt(reference.slice)
    message = f"Kỳ «{reference.period}» không có {REFERENCES[reference.kind]} {what} ở {where}."
    return _unknown(reference, message, help=_offer(()))


def _unknown(reference: Reference, message: str, *, help: str) -> Problem:
    return Problem(reference.at, "reference-unknown", message, help)


def _unknown_names(reference: Reference, catalogue: Catalogue) -> tuple[Problem, ...]:
    within = slice_at(catalogue, Text(reference.slice, reference.at))
    indicator = indicator_at(catalogue, Text(reference.indicator, reference.at))
    return hinted(
        (*(within if isinstance(within, tuple) else ()), *([indicator] if isinstance(indicator, Problem) else ()))
    )


def _offer(names: Iterable[str]) -> str:
    quoted = [f"«{name}»" for name in names]
    return f"Có thể là: {listed(quoted, 'hoặc')}." if quoted else "Xem tệp của kỳ đó trong data/."
