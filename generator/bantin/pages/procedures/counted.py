"""How many procedures a bulletin prints, beside the lists that were in force then."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bantin.model import Archive, Figure, Report
from bantin.model.procedures import Handling, Tier
from bantin.pages.addresses import LISTS, PROCEDURES
from bantin.pages.page import Link
from bantin.places import Level, province_path
from bantin.vietnamese import slug


@dataclass(frozen=True, slots=True)
class Counted:
    """A printed number of procedures beside what lists name."""

    figure: Figure
    tier: Tier
    on: date
    listed: int
    """How many procedures the lists name that were in force on the day."""
    is_complete: bool
    """Whether one of them is said to name all of the tier: otherwise the two numbers say nothing of each other."""
    more: Link


def beside_lists(archive: Archive, report: Report) -> tuple[Counted, ...]:
    """Every such figure of a report; none where no list of its province speaks of the tier."""
    return tuple(_counted(archive, report))


def _counted(archive: Archive, report: Report) -> Iterator[Counted]:
    province = province_path(report.place.path)
    for figure in report.figures:
        tier = _tier(figure, report) if figure.indicator.counts_listed and not figure.as_of else None
        if tier:
            subject = f"{tier} {province} {report.period.end}"
            then = archive.outline.procedures.handled_then(subject)
            handled = [known for known in then if known.handling is Handling.HANDLED]
            if handled:
                is_complete = archive.outline.procedures.named_all_then(subject)
                more = Link("Xem các danh mục", f"{province}/{PROCEDURES}/#{LISTS}")
                yield Counted(figure, tier, report.period.end, len(handled), is_complete, more)


def _tier(figure: Figure, report: Report) -> Tier | None:
    """The tier whose procedures it counts: named by its scope, or that of a commune as a whole."""
    if figure.slice.members:
        return None
    named = next((tier for tier in Tier if slug(tier) == slug(figure.slice.scope.label)), None)
    is_commune = report.place.level is Level.COMMUNE and figure.slice.scope.is_whole
    return named or (Tier.COMMUNE if is_commune else None)
