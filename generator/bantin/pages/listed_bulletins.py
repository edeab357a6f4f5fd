"""Bulletins as the page of their place lists them: what each publishes, and when."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bantin.model import Archive, Report
from bantin.pages.bulletin import beginning, bulletin_link
from bantin.pages.doubts import Doubts, doubted_in
from bantin.pages.page import Link
from bantin.pages.sentences import lead, plain_text


@dataclass(frozen=True, slots=True)
class ListedBulletin:
    """A bulletin in a list."""

    link: Link
    figures: int
    targets: int
    lines: int
    """How many figures of other places its tables print."""
    published: date | None
    said: str = ""
    """The beginning of its lead, where the list says it."""


def bulletins_of(reports: Iterable[Report]) -> tuple[ListedBulletin, ...]:
    """Some reports, oldest first, as a list that begins with the newest."""
    return tuple(_listed(report) for report in reversed([*reports]))


def bulletins_with_leads(reports: Iterable[Report], archive: Archive, *, doubts: Doubts) -> tuple[ListedBulletin, ...]:
    """The same with what each says first."""
    return tuple(_listed(report, said=opening_of(report, archive, doubts=doubts)) for report in reversed([*reports]))


def _listed(report: Report, *, said: str = "") -> ListedBulletin:
    counts = len(report.figures), len(report.targets), len(report.lines)
    return ListedBulletin(bulletin_link(report), *counts, report.newest_source, said)


def opening_of(report: Report, archive: Archive, *, doubts: Doubts) -> str:
    """What a bulletin says first, cut to a line or two."""
    return beginning(plain_text(lead(report, archive.catalogue, doubted=doubted_in(doubts, report))))
