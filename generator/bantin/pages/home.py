"""The home page: a search, the provinces of today with what each publishes, the newest bulletins, three counts."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from bantin.model import Archive, Question, Report, Tally, answers_of, territories
from bantin.pages import maps
from bantin.pages.addresses import indicator_path
from bantin.pages.around import place_link, titled
from bantin.pages.bulletin import bulletin_link_in_full
from bantin.pages.doubts import Doubts, doubt_count
from bantin.pages.headings import Heading, Headings, shown
from bantin.pages.listed_bulletins import opening_of
from bantin.pages.page import Link, Page
from bantin.places import Unit, gazetteer, lineage, present_era
from bantin.vietnamese import number

COUNTED = (Question.DOSSIERS, Question.ON_TIME, Question.LATE)
"""Of which questions the home page says how many places answer them."""
FEW = 3
"""Of how many new articles it tells."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A province, and how many bulletins there are of its land."""

    link: Link
    today: int
    """Of units of today, itself among them."""
    before: int
    """Of units that ended, and of the provinces that it was made of."""


@dataclass(frozen=True, slots=True)
class National:
    """How many places answer a question."""

    question: Question
    count: int
    path: str
    """The page of the indicator that most of them publish."""


def home_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """The page at «»."""
    tally = archive.outline.tally
    era, bulletins, before = present_era(), _bulletins(tally, of_today=True), _bulletins(tally, of_today=False)
    only = gazetteer.units(archive.catalogue.province)[-1] if archive.catalogue.province else None
    former = _bygone(only)
    articles = archive.outline.newest_articles()[:FEW]
    headings: Headings = {
        "today": Heading(titled(only) if only else "Tỉnh, thành phố", "tinh-thanh"),
        "articles": Heading("Bài viết mới", "bai-viet-moi") if articles else None,
        "newest": Heading("Bản tin mới", "ban-tin-moi"),
        **({"former": Heading(era.before, "truoc-sap-xep")} if former else {}),
    }
    facts = {
        "headings": headings,
        "counts": _counts(archive, doubts),
        "national": _national(archive),
        "procedures": archive.outline.procedures.has_any(),
        "newest": [_bulletin(archive.by_address[at], archive, doubts=doubts) for _, at in tally.newest],
        "articles": [(Link(one.title, f"{one.path}/"), one.published) for one in articles],
        "only": only,
        "publishing": [place_link(archive, path) for path in _inside(archive, only)],
        "map": None if only else maps.publishing(bulletins, before, table="danh-sach-tinh"),
        "era": era,
        "today": [_of_today(unit, bulletins, before) for unit in gazetteer.provinces(era)],
        "former": [Listed(Link(unit.name, f"{unit.path}/"), 0, before[unit]) for unit in former],
    }
    description = "Số liệu cải cách hành chính các địa phương đã công bố, in đúng như nguồn, ghi rõ nguồn."
    return Page(path, "home", "Trang chủ", description, contents=shown(headings.values()), facts=facts)


def _national(archive: Archive) -> list[National]:
    """How many places answer what people ask first: counts of places, since figures of places do not add up."""
    outline, answers = archive.outline, answers_of(archive.catalogue)
    found = []
    for question in COUNTED:
        if count := outline.count_answering(question.name):
            units = {
                id: sum(there.units for there in outline.of_indicator(id).values())
                for id, answered in answers.items()
                if answered is question
            }
            most = max(units, key=units.__getitem__)
            found.append(National(question, count, indicator_path(archive.catalogue.indicators[most])))
    return found


def _counts(archive: Archive, doubts: Doubts) -> dict[str, str]:
    """What the site itself holds."""
    tally = archive.outline.tally
    return {
        "figures": number(tally.figures),
        "reports": number(tally.own),
        "places": number(archive.outline.count_reporting()),
        "doubts": number(doubt_count(doubts)),
    }


def _bulletin(report: Report, archive: Archive, *, doubts: Doubts) -> tuple[Link, object, str]:
    return bulletin_link_in_full(report), report.newest_source, opening_of(report, archive, doubts=doubts)


def _bulletins(tally: Tally, *, of_today: bool) -> Counter[Unit]:
    """How many bulletins each province has of units of today, or of those that ended, itself among them."""
    return Counter(
        {territories()[name]: n for (name, is_of_today), n in tally.bulletins.items() if is_of_today == of_today}
    )


def _of_today(unit: Unit, bulletins: Mapping[Unit, int], before: Mapping[Unit, int]) -> Listed:
    ended = sum(before.get(known, 0) for known in (unit, *lineage.origins(unit)))
    return Listed(Link(unit.name, f"{unit.path}/"), bulletins.get(unit, 0), ended)


def _bygone(only: Unit | None) -> tuple[Unit, ...]:
    """The provinces that are no more; where a site is about one province, those that it was made of."""
    return tuple(unit for unit in gazetteer.bygone_provinces() if not only or only in lineage.today(unit))


def _inside(archive: Archive, only: Unit | None) -> tuple[str, ...]:
    """The places inside the one province, and inside those that it was made of, that publish."""
    provinces = dict.fromkeys(unit.path for unit in (only, *lineage.origins(only))) if only else ()
    return tuple(path for name in provinces for path in archive.outline.inside.get(name, ()) if path != name)
