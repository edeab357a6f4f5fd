"""What no folder knows of itself: addresses that went, links that lead nowhere, files that no text shows."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from bantin.checks import addresses, attached, links, procedures
from bantin.inspection.findings import Inspection
from bantin.model import TextLink, files_used
from bantin.problems import Problem
from bantin.reading import Listing, folder_at, pages_collide


def of_site(
    whole: Inspection,
    listing: Listing,
    *,
    linked: Collection[TextLink],
    anchors: Mapping[str, Collection[str]],
) -> Iterator[Problem]:
    """What is wrong with a site as a whole."""
    once, moves = whole.published.addresses, whole.catalogue.moves
    yield from pages_collide(listing)
    here = whole.addresses if once or moves or linked else frozenset[str]()
    yield from addresses.problems_of(here, once, moves=moves)
    yield from procedures.across(whole.outline.procedures)
    files = frozenset(path for paths in listing.attached.values() for path in paths)
    if linked:
        yield from links.problems_of(
            linked, links.Destinations(addresses.alive(here, once, moves=moves), files, anchors)
        )
    spoilt = _spoilt(whole.findings.problems)
    unsure = {path for path in files if folder_at(path) in spoilt}
    yield from attached.problems_of(files, files_used(linked), unsure=unsure)


def _spoilt(found: Iterable[Problem]) -> frozenset[str]:
    places = (problem.location.source for problem in found if not problem.warning)
    return frozenset(folder_at(place) for place in places if place.startswith("content/"))
