"""All of a site's data/ and content/ as one typed `Archive`, and every problem met on the way."""

from collections.abc import Iterable
from functools import partial

from bantin.folders import Folders
from bantin.model import Archive
from bantin.problems import Found, in_order
from bantin.reading.catalogues import Lists, lists_of
from bantin.reading.leaves import Leaves
from bantin.reading.listing import Listing, content, listing_of
from bantin.reading.provinces import Province


def load(folders: Folders, listing: Listing | None = None) -> Found[Archive]:
    """The archive of a site's folders, whose files may have been listed, and every problem of them in their order."""
    listing, read = listing or listing_of(folders), partial(content, folders)
    lists = lists_of(read, listing)
    provinces = [Leaves(read, listing, lists=lists, folder=name).all() for name in listing.folders]
    found = [*listing.problems, *lists.problems, *(problem for found in provinces for problem in found.problems)]
    return Found(archive_of(lists, provinces), in_order(found))


def archive_of(lists: Lists, provinces: Iterable[Province]) -> Archive:
    """All that these provinces hold, as one archive."""
    found = list(provinces)
    reports = [report for province in found for report in province.reports]
    articles = [article for province in found for article in province.articles]
    reports.sort(key=lambda r: (r.place.path, r.period.end, r.period.start, r.period.slug))
    articles.sort(key=lambda a: (a.place, -a.published.toordinal(), a.slug))
    return Archive(
        lists.catalogue,
        tuple(reports),
        tuple(articles),
        tuple(sorted((page for province in found for page in province.pages), key=lambda page: page.path)),
        tuple(attached for province in found for attached in province.attached),
        tuple(link for province in found for link in province.links),
        {address: ids for province in found for address, ids in province.anchors.items()},
        frozenset[str]().union(*(province.unsure for province in found)),
        tuple(sorted((p for province in found for p in province.procedures), key=lambda p: p.address)),
        tuple(sorted((a for province in found for a in province.announcements), key=lambda a: a.address)),
        tuple(event for province in found for event in province.events),
        {name: codes for province in found for name, codes in province.nicknames.items()},
        tuple(one for province in found for one in province.departed),
    )
