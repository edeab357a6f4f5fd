"""A site's data/ and content/ folders as one typed `Archive`, and every problem met on the way.

The path of a file is its identity: data/<province>[/<kind>-<name>]/<period>.yml. Folders resolve to dated units here,
names inside the files in `catalogue` and `reports`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import PurePosixPath

from bantin.folders import Folders
from bantin.model import (
    PREFIX,
    Archive,
    Article,
    Attached,
    Breakdown,
    Catalogue,
    Fault,
    Move,
    Period,
    Report,
    TextLink,
    Written,
    WrittenPage,
    blanked,
    headings,
    is_article,
    kind_of,
    name_problem,
    references,
    report_shared_names,
    without_mentions,
)
from bantin.places import KindChange, Unit, finding, gazetteer, lineage, province_path
from bantin.problems import Location, Problem, in_order
from bantin.reading.articles import article_of, links_of, misnamed, page_of
from bantin.reading.documents import Document, document
from bantin.reading.listing import CATALOGUE, Listing, Read, content, file_content, listing_of
from bantin.reading.lists import breakdown_of, indicators_of, kind_changes_of, moves_of, scopes_of
from bantin.reading.pictures import picture
from bantin.reading.places import unknown_place
from bantin.reading.reports import report_of
from bantin.reading.times import FORMS, meant_periods, parse_period
from bantin.reading.trees import Node
from bantin.reading.trees import read as read_tree
from bantin.vietnamese import date_text, listed

INDICATORS, SCOPES, BREAKDOWNS = "chi-so.yml", "pham-vi.yml", "phan-to"
KIND_CHANGES, MOVES = "don-vi.yml", "dia-chi.yml"


_NAMED_IN = {INDICATORS: "unknown-indicator", SCOPES: "unknown-scope", BREAKDOWNS: "unknown-member"}


@dataclass(frozen=True)
class Lists:
    """The catalogue and what is wrong with its files."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]

    @cached_property
    def spoilt(self) -> frozenset[str]:
        """Which of the lists have an error: «chi-so.yml», «pham-vi.yml», «phan-to»."""
        paths = [PurePosixPath(problem.location.source) for problem in self.problems if not problem.warning]
        return frozenset(path.parts[2] for path in paths) & _NAMED_IN.keys()


@dataclass(frozen=True)
class Province:
    """What the files of one province hold, or of another folder of content/."""

    reports: tuple[Report, ...]
    articles: tuple[Article, ...]
    pages: tuple[WrittenPage, ...]
    attached: tuple[Attached, ...]
    links: tuple[TextLink, ...]
    unsure: frozenset[str]
    problems: tuple[Problem, ...]

    @cached_property
    def anchors(self) -> dict[str, tuple[str, ...]]:
        """The ids of headings in its texts, by address; of articles, with those that every article has."""
        own = {text.path: _heading_ids(text, PREFIX) for text in self.articles}
        return own | {text.path: _heading_ids(text, "") for text in self.pages}

    @property
    def mentioned(self) -> frozenset[str]:
        """The folders of the provinces whose figures its articles mention, its own among them."""
        texts: list[Written] = [*self.articles, *self.pages]
        mentions = [found for text in texts for found in references(text)]
        return frozenset(province_path(found.place) for found in mentions if not isinstance(found, Problem))


def load(folders: Folders, listing: Listing | None = None) -> tuple[Archive, list[Problem]]:
    """The archive of a site's folders, whose files may have been listed, and every problem of them in their order."""
    listing, read = listing or listing_of(folders), partial(content, folders)
    lists = lists_of(read, listing)
    provinces = [province_of(read, listing, lists, name) for name in listing.folders]
    problems = [*listing.problems, *lists.problems, *(problem for found in provinces for problem in found.problems)]
    return archive_of(lists, provinces), in_order(problems)


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
    )


def province_of(read: Read, listing: Listing, lists: Lists, name: str) -> Province:
    """What the files in the folder of one province hold, or in another folder of content/."""
    found: list[Problem] = []
    files = [PurePosixPath(path) for path in listing.reports.get(name, ())]
    reports = [report for path in files if (report := _report(read, path, lists.catalogue, found))]
    # Where a list has an error, names in it may be unread: one mistake is not a hundred problems.
    problems = [problem for problem in found if problem.code not in {_NAMED_IN[name] for name in lists.spoilt}]
    broken = {problem.location.source for problem in found if not problem.warning}
    unsure = frozenset("/".join((*p.parts[1:-1], p.stem)) for p in files if lists.spoilt or str(p) in broken)
    texts = [PurePosixPath(path) for path in listing.texts.get(name, ())]
    articles = [a for path in texts if is_article(path) and (a := _article(read, path, problems))]
    strange = {path: problem for path in texts if (problem := misnamed(path))}
    problems += strange.values()
    rest = [path for path in texts if not is_article(path) and path not in strange]
    pages = [page for path in rest if (page := _page(read, path, problems))]
    beside = map(PurePosixPath, listing.attached.get(name, ()))
    attached = [file for path in beside if (file := _attached(read, path, problems))]
    written: list[Written] = [*articles, *pages]
    links = [link for text in written for link in _links(text)]
    links += [link for report in reports for link in _links_of_report(report)]
    return Province(
        tuple(reports), tuple(articles), tuple(pages), tuple(attached), tuple(links), unsure, tuple(problems)
    )


def _page(read: Read, path: PurePosixPath, problems: list[Problem]) -> WrittenPage | None:
    text = file_content(read, path, problems)
    page = page_of(text, path, problems) if text is not None else None
    if page and gazetteer.units(page.path):
        message = f"Địa chỉ «{page.path}/» đã dùng cho trang của một đơn vị."
        problems.append(Problem(page.at, "address-taken", message, "Đổi tên tệp của trang này."))
        return None
    return page


def _attached(read: Read, path: PurePosixPath, problems: list[Problem]) -> Attached | None:
    """A picture as it is published, or a document; a problem where the file is not what its name says.

    What a wrong name means depends on whether a text anywhere shows the file: that is told of the site as a whole.
    """
    at = Location(str(path))
    content = None if name_problem(path.name) else file_content(read, path, problems)
    if content is None:
        return None
    folder = "/".join(path.parts[1:-1])
    found = picture(content, path.name) if kind_of(path.name) == "picture" else document(content, path.name)
    if isinstance(found, Fault):
        problems.append(Problem(at, found.code, found.message, found.help))
        return None
    address = f"{folder}/{found.name}".lstrip("/")
    if isinstance(found, Document):
        return Attached(str(path), address, found.content, found.label)
    return Attached(str(path), address, found.content, width=found.width, height=found.height)


def _links(text: Written) -> Iterator[TextLink]:
    """What an article or page links to and shows."""
    for image in text.images if isinstance(text, Article) else ():
        if image.file:
            yield TextLink(text.at.source, image.file, image.at, is_picture=True)
    yield from links_of(text.at.source, blanked(text, "\ue000"), Location(text.at.source, text.body_line))


def _links_of_report(report: Report) -> Iterator[TextLink]:
    origin = f"content/{report.path}.md"  # the page takes its addresses from there
    for assessment in report.assessments:
        yield from links_of(origin, assessment.text, assessment.at, is_body=False)


def _heading_ids(text: Written, prefix: str) -> tuple[str, ...]:
    spans = [found for found in references(text) if not isinstance(found, Problem)]
    ids = [id for _, id, _ in headings(without_mentions(text.body, spans), prefix=prefix)]
    return (*ids, "dau-trang", *(["nguon"] if isinstance(text, Article) else []))


def _tree(content: bytes, path: PurePosixPath, problems: list[Problem]) -> Node | None:
    node, found = read_tree(content, str(path))
    problems.extend(found)
    if node is None and not found:
        help = "Chép một tệp có sẵn làm mẫu, hoặc xóa tệp này."
        problems.append(Problem(Location(str(path)), "file-empty", "Tệp chưa có nội dung.", help))
    return node


def lists_of(read: Read, listing: Listing) -> Lists:
    """The lists in data/danh-muc/; a site without any data needs none."""
    problems: list[Problem] = []
    indicators, scopes, breakdowns = {}, {}, list[Breakdown]()
    kind_changes: tuple[KindChange, ...] = ()
    moves: tuple[Move, ...] = ()
    paths = [PurePosixPath(path) for path in listing.lists]
    missing = {INDICATORS, SCOPES} - {path.parts[2] for path in paths}
    for name in sorted(missing) if paths or listing.reports else ():
        at = Location(f"data/{CATALOGUE}/{name}")
        message, help = f"Chưa có danh mục {name}.", "Chép tệp này từ một trang có sẵn, hoặc tạo theo data/README.md."
        problems.append(Problem(at, "catalogue-missing", message, help))
    for path in paths:
        text = file_content(read, path, problems)
        node = _tree(text, path, problems) if text is not None else None
        if node is None:
            continue
        if path.parts[2:] == (INDICATORS,):
            indicators = indicators_of(node, problems)
        elif path.parts[2:] == (SCOPES,):
            scopes = scopes_of(node, problems)
        elif path.parts[2:-1] == (BREAKDOWNS,):
            breakdown = breakdown_of(node, path.stem, problems)
            breakdowns += [breakdown] if breakdown else []
        elif path.parts[2:] == (KIND_CHANGES,):
            kind_changes = kind_changes_of(node, problems)
        elif path.parts[2:] == (MOVES,):
            moves = moves_of(node, problems)
        else:
            message = f"Trong data/{CATALOGUE} không có danh mục nào tên là «{path.name}»."
            help = f"Các danh mục: {INDICATORS}, {SCOPES}, {KIND_CHANGES}, {MOVES}, {BREAKDOWNS}/<tên>.yml."
            problems.append(Problem(Location(str(path)), "unknown-catalogue", message, help))
    report_shared_names([member for breakdown in breakdowns for member in breakdown.members], problems)
    return Lists(Catalogue(indicators, scopes, tuple(breakdowns), kind_changes, moves), tuple(problems))


def _report(read: Read, path: PurePosixPath, catalogue: Catalogue, problems: list[Problem]) -> Report | None:
    content = file_content(read, path, problems)
    if content is None:  # of which nothing else is to be said
        return None
    node = _tree(content, path, problems)
    period = _period(path, problems)
    place = _place(path, period, catalogue, problems)
    return report_of(node, place, period, catalogue, problems) if node and place and period else None


def _period(path: PurePosixPath, problems: list[Problem]) -> Period | None:
    period = parse_period(path.stem)
    if not period:
        message = f"Tên tệp «{path.name}» không cho biết là kỳ nào."
        close = meant_periods(path.stem)
        hint = f"Có phải là {listed([f'«{name}.yml»' for name in close], 'hoặc')}? " if close else ""
        problems.append(Problem(Location(str(path)), "unknown-period", message, f"{hint}Đặt tên như: {FORMS}."))
    return period


def _place(path: PurePosixPath, period: Period | None, catalogue: Catalogue, problems: list[Problem]) -> Unit | None:
    folder = "/".join(path.parts[1:-1])
    known = gazetteer.units(folder)
    if not known:
        problems.append(unknown_place(Location(str(path)), folder))
        return None
    place = finding.find(folder, period.end) if period else None
    if place:
        place = catalogue.known(place)
    if period and not place:
        times = [f"{unit.full_name} {_lifetime(unit)}" for unit in known]
        message = f"Kỳ này kết thúc ngày {date_text(period.end)}, nhưng {listed(times)}."
        kin = (
            *lineage.successors(known[-1]),
            *lineage.predecessors(known[0]),
            *lineage.former_districts(known[0]),
        )
        then = [unit.path for unit in kin if unit.existed_on(period.end) and gazetteer.units(unit.path)]
        after = f": {listed(then, 'hoặc')}" if then else ""
        help = f"Đặt tệp vào thư mục của đơn vị có trong kỳ này{after}."
        problems.append(Problem(Location(str(path)), "place-not-then", message, help))
    return place


def _lifetime(unit: Unit) -> str:
    if unit.until:
        return f"chỉ tồn tại đến {date_text(unit.until)}"
    return f"có từ {date_text(unit.since)}" if unit.since else "còn tồn tại"


def _article(read: Read, path: PurePosixPath, problems: list[Problem]) -> Article | None:
    text = file_content(read, path, problems)
    article = article_of(text, path, problems) if text is not None else None
    place = "/".join(path.parts[1:-1])
    if not gazetteer.units(place):
        problems.append(unknown_place(Location(str(path)), place))
        return None
    return article
