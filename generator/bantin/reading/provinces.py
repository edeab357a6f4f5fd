"""The files of one province, or of another folder of content/, as what they hold.

The path of a file is its identity: data/<province>[/<kind>-<name>]/<period>.yml.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath
from typing import TypeVar

from bantin.model import (
    PREFIX,
    Article,
    Attached,
    Catalogue,
    Departed,
    Fault,
    FileKind,
    Outline,
    Period,
    Record,
    ReformArea,
    Report,
    Small,
    TextLink,
    Written,
    WrittenPage,
    address_of,
    blanked,
    headings,
    hinted,
    is_article,
    kind_of,
    name_problem,
    outline_of,
    records_of,
    references,
    spread,
    without_mentions,
)
from bantin.model import joined as outlines_joined
from bantin.model.procedures import Announcement, LifeEvent, Procedure
from bantin.places import Unit, gazetteer, province_path
from bantin.problems import Found, Location, Problem
from bantin.reading.articles import article_of, links_of, page_of
from bantin.reading.attached.documents import Document, document
from bantin.reading.attached.pictures import Smaller, picture
from bantin.reading.catalogues import NAMED_IN, Lists
from bantin.reading.indentation import unindented
from bantin.reading.listing import Read, file_content, is_text
from bantin.reading.places import bulletin_address, place_of, settled, unknown_place
from bantin.reading.procedures import Entered, FileOf, entered_in, file_of, misplaced, together
from bantin.reading.records import departed, recorded_in
from bantin.reading.reports import report_of
from bantin.reading.strays import is_records
from bantin.reading.text_names import misnamed
from bantin.reading.times import period_of
from bantin.reading.trees import tree_of

T = TypeVar("T")


@dataclass(frozen=True)
class Province:
    """What the files of one province hold, or of another folder of content/; or some of these files."""

    reports: tuple[Report, ...] = ()
    articles: tuple[Article, ...] = ()
    pages: tuple[WrittenPage, ...] = ()
    attached: tuple[Attached, ...] = ()
    links: tuple[TextLink, ...] = ()
    unsure: frozenset[str] = frozenset()
    problems: tuple[Problem, ...] = ()
    outline: Outline = field(default_factory=Outline)
    """By the names of its files: a link to a page whose file has a slip is no second slip."""
    entered: Entered = field(default_factory=Entered)
    """What it tells of procedures."""
    tells: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """The files with tables that tell of other places, and of which."""
    recorded: frozenset[Record] = frozenset()
    """What was published of it, as the publishing command keeps it …"""
    departed: tuple[Departed, ...] = ()
    """… and what is not printed so now."""

    @property
    def procedures(self) -> tuple[Procedure, ...]:
        """What its files tell of procedures."""
        return self.entered.procedures

    @property
    def announcements(self) -> tuple[Announcement, ...]:
        """The lists that were announced here."""
        return self.entered.announcements

    @property
    def events(self) -> tuple[LifeEvent, ...]:
        """What happens in life."""
        return self.entered.events

    @property
    def nicknames(self) -> Mapping[str, tuple[str, ...]]:
        """What people call procedures."""
        return self.entered.nicknames

    @cached_property
    def records(self) -> frozenset[Record]:
        """The values that its own files print now, as far as they have no error; of what is not known yet, nothing."""
        sure = (report for report in self.reports if report.is_own and report.path not in self.unsure)
        printed = (pair for report in sure for pair in records_of(report))
        return frozenset(record for record, figure in printed if not figure.is_state)

    @cached_property
    def anchors(self) -> dict[str, tuple[str, ...]]:
        """The ids of headings in its texts, by address; of articles, with those that every article has."""
        own = {text.path: _heading_ids(text, PREFIX) for text in self.articles}
        return own | {text.path: _heading_ids(text, "") for text in self.pages}

    @property
    def mentioned(self) -> frozenset[str]:
        """The places whose figures its texts may speak of: those of articles, those that are named, their provinces."""
        texts: list[Written] = [*self.articles, *self.pages]
        named = {found.place for text in texts for found in references(text) if not isinstance(found, Problem)}
        places = (named | {article.place for article in self.articles}) - {""}
        return frozenset(places | set(map(province_path, places)))


def joined(parts: Iterable[Province]) -> Province:
    """What several parts of a folder hold."""
    known = tuple(parts)
    return Province(
        tuple(report for part in known for report in part.reports),
        tuple(article for part in known for article in part.articles),
        tuple(page for part in known for page in part.pages),
        tuple(attached for part in known for attached in part.attached),
        tuple(link for part in known for link in part.links),
        frozenset[str]().union(*(part.unsure for part in known)),
        tuple(problem for part in known for problem in part.problems),
        outlines_joined(part.outline for part in known),
        together(part.entered for part in known),
        {file: places for part in known for file, places in part.tells.items()},
        frozenset[Record]().union(*(part.recorded for part in known)),
        tuple(one for part in known for one in part.departed),
    )


def province_of(
    read: Read,
    files: Iterable[str],
    *,
    lists: Lists,
    place: str = "",
    others: Iterable[tuple[str, Found[Report | None]]] = (),
) -> Province:
    """What some files of one folder hold.

    `others` are files of other places with tables that tell of their `place`, and the report of each.
    """
    own = [PurePosixPath(path) for path in files]
    texts, beside = [path for path in own if is_text(path.name)], [path for path in own if kind_of(path.name)]
    data = [path for path in own if path.suffix == ".yml"]
    of_procedures = entered_in(read, (path for path in data if file_of(path) is not FileOf.REPORT), lists.catalogue)
    data = [path for path in data if file_of(path) is FileOf.REPORT]
    entered, wrong = _entered(dict([*((str(path), report_in(read, path, lists.catalogue)) for path in data), *others]))
    reports = tuple(report for report in spread(entered, place) if not place or report.place.path == place)
    articles, wrong_articles = _together(
        _article(read, path, areas=lists.catalogue.areas) for path in texts if is_article(path)
    )
    pages, wrong_pages = _together(_page(read, path) for path in texts if not is_article(path))
    attached, wrong_files = _together(_attached(read, path) for path in beside)
    broken = {problem.location.source for problem in wrong if not problem.warning}
    # Where a list has an error, names in it may be unread: one mistake is not a hundred problems.
    unread = {NAMED_IN[spoilt] for spoilt in lists.spoilt}
    sources = {str(path) for path in data}
    known = (problem for problem in wrong if problem.code not in unread and problem.location.source in sources)
    written: list[Written] = [*articles, *pages]
    links = [*(link for text in written for link in _links(text)), *(x for r in reports for x in _links_of_report(r))]
    recorded, wrong_records = recorded_in(read, (path for path in own if is_records(str(path))))
    unsure = _unsure(data, reports, broken=sources if lists.spoilt else broken)
    sure = [report for report in reports if report.path not in unsure]
    return Province(
        reports,
        articles,
        pages,
        attached,
        links=tuple(links),
        unsure=unsure,
        problems=hinted((*known, *of_procedures.problems, *wrong_articles, *wrong_pages, *wrong_files, *wrong_records)),
        outline=_outline(
            data,
            texts,
            read=outline_of(reports, articles, pages, lists.catalogue, of_procedures.directory),
        ),
        entered=of_procedures,
        tells={report.at.source: told for report in entered if report.at.source in sources and (told := _told(report))},
        recorded=recorded,
        departed=tuple(departed(recorded, sure, lists.catalogue)),
    )


def _entered(found: Mapping[str, Found[Report | None]]) -> Found[tuple[Report, ...]]:
    """The reports as they were entered, in the order of the names of their files."""
    reports, wrong = _together(found[path] for path in sorted(found))
    once, twice = _once(reports)
    return Found(once, (*wrong, *twice))


def _told(report: Report) -> tuple[str, ...]:
    """The other places that a report's tables tell of."""
    return tuple(sorted({line.place.path for line in report.lines} - {report.place.path}))


def _unsure(files: Iterable[PurePosixPath], reports: Iterable[Report], *, broken: Collection[str]) -> frozenset[str]:
    """The addresses of what stands in broken files, and of what tables in them tell of other places."""
    told = (report.path for report in reports for source in report.sources if source.at.source in broken)
    return frozenset(bulletin_address(path) for path in files if str(path) in broken) | {*told}


def _outline(reports: Iterable[PurePosixPath], texts: Iterable[PurePosixPath], *, read: Outline) -> Outline:
    named = [path for path in texts if not misnamed(path)]
    return Outline(
        read.reports | {bulletin_address(path) for path in reports},
        {address_of(path): () for path in named if is_article(path)} | dict(read.articles),
        {address_of(path): () for path in named if not is_article(path)} | dict(read.pages),
        read.published,
        read.tally,
        read.procedures,
        read.corrected,
        read.teasers,
    )


def _once(reports: Iterable[Report]) -> Found[tuple[Report, ...]]:
    """One report an address: a unit may have a folder by its kind and another by one that it had before."""
    known: dict[str, Report] = {}
    problems = []
    for report in reports:
        earlier = known.setdefault(report.path, report)
        if earlier is not report:
            message = f"Tệp này cùng kỳ với {earlier.at.source}."
            help = "Gộp số liệu vào một tệp rồi xóa tệp kia."
            problems += [Problem(report.at, "period-twice", message, help)]
    return Found(tuple(known.values()), tuple(problems))


def _together(found: Iterable[Found[T | None]]) -> Found[tuple[T, ...]]:
    """All that could be read, and all that is wrong."""
    known = list(found)
    values = tuple(value for value, _ in known if value is not None)
    return Found(values, tuple(problem for _, problems in known for problem in problems))


def report_in(read: Read, path: PurePosixPath, catalogue: Catalogue) -> Found[Report | None]:
    """The report of a file, as it was entered."""
    content = misplaced(path) or file_content(read, path)
    if isinstance(content, Problem):  # of which nothing else is to be said
        return Found(None, (content,))
    node, problems = tree_of(content, str(path))
    period = period_of(path)
    place = place_of(path, period if isinstance(period, Period) else None)
    problems += tuple(found for found in (period, place) if isinstance(found, Problem))
    if not (node and isinstance(period, Period) and isinstance(place, Unit)):
        return Found(None, problems)
    if flat := unindented(node, catalogue):
        return Found(None, (flat,))
    report, found = report_of(node, catalogue.known(place), period=period, catalogue=catalogue)
    return Found(report, (*problems, *found))


def _article(read: Read, path: PurePosixPath, *, areas: tuple[ReformArea, ...]) -> Found[Article | None]:
    content = file_content(read, path)
    article, problems = Found(None, (content,)) if isinstance(content, Problem) else article_of(content, path, areas)
    place = "/".join(path.parts[1:-1])
    if gazetteer.units(place) and settled(place) == place:
        return Found(article, problems)
    return Found(None, (*problems, unknown_place(Location(str(path)), place)))


def _page(read: Read, path: PurePosixPath) -> Found[WrittenPage | None]:
    content = misnamed(path) or file_content(read, path)
    if isinstance(content, Problem):
        return Found(None, (content,))
    page, problems = page_of(content, path)
    if not (page and gazetteer.units(page.path)):
        return Found(page, problems)
    message = f"Địa chỉ «{page.path}/» đã dùng cho trang của một đơn vị."
    return Found(None, (*problems, Problem(page.at, "address-taken", message, "Đổi tên tệp của trang này.")))


def _attached(read: Read, path: PurePosixPath) -> Found[Attached | None]:
    """A picture as it is published, or a document; a problem where the file is not what its name says.

    What a wrong name means depends on whether a text anywhere shows the file: that is told of the site as a whole.
    """
    if name_problem(path.name):
        return Found(None)
    content = file_content(read, path)
    if isinstance(content, Problem):
        return Found(None, (content,))
    found = picture(content, path.name) if kind_of(path.name) is FileKind.PICTURE else document(content, path.name)
    if isinstance(found, Fault):
        return Found(None, (Problem(Location(str(path)), found.code, found.message, found.help),))
    address = "/".join((*path.parts[1:-1], found.name))
    if isinstance(found, Document):
        return Found(Attached(str(path), address, found.content, found.label))
    small = _small(path, found.smaller) if found.smaller else None
    return Found(Attached(str(path), address, found.content, width=found.width, height=found.height, small=small))


def _small(path: PurePosixPath, smaller: Smaller) -> Small:
    return Small("/".join((*path.parts[1:-1], smaller.name)), smaller.content, smaller.width)


def _links(text: Written) -> Iterator[TextLink]:
    """What an article or page links to and shows."""
    for image in text.images if isinstance(text, Article) else ():
        if image.file:
            yield TextLink(text.at.source, image.file, image.at, is_picture=True)
    yield from links_of(text.at.source, blanked(text, "\ue000"), at=Location(text.at.source, text.body_line))


def _links_of_report(report: Report) -> Iterator[TextLink]:
    origin = f"content/{report.path}.md"  # the page takes its addresses from there
    for assessment in report.assessments:
        yield from links_of(origin, assessment.text, at=assessment.at, is_body=False)


def _heading_ids(text: Written, prefix: str) -> tuple[str, ...]:
    spans = [found for found in references(text) if not isinstance(found, Problem)]
    ids = [id for _, id, _ in headings(without_mentions(text.body, spans), prefix=prefix)]
    return (*ids, "dau-trang", *(["nguon"] if isinstance(text, Article) else []))
