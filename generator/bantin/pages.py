"""Which pages a site has, and everything each one prints.

A page depends on nothing but its own values: links to others are addresses, and their titles are repeated here.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from bantin import gazetteer, lookup, maps
from bantin.archive import Archive
from bantin.articles import Reference, references
from bantin.comparisons import comparisons, history, progress, why_not_compared
from bantin.lineage import UNITS, shares, unit_address
from bantin.markup import Mention, headings, without_mentions
from bantin.model import Article, Figure, Indicator, LegalBasis, ReformArea, Report, Target, Written, WrittenPage
from bantin.places import Level, Unit
from bantin.problems import Problem
from bantin.reading import OF_FORM
from bantin.sentences import lead, lower_first, plain_text, upper_first
from bantin.tables import BulletinTables, indicator_path
from bantin.values import Kind
from bantin.vietnamese import date_text, listed, number, sort_key


@dataclass(frozen=True, slots=True)
class Link:
    """A title and an address from the site's root («» is the home page)."""

    title: str
    path: str
    current: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of a page's own table of contents."""

    title: str
    id: str


@dataclass(frozen=True, slots=True)
class Menu:
    """The pages around this one."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True)
class Page:
    """A page before it is Markdown."""

    path: str
    """Its address without the slash at the end; «» is the home page."""
    kind: str
    """The template that prints it."""
    title: str
    description: str
    trail: tuple[Link, ...] = ()
    section: Menu | None = None
    contents: tuple[Heading, ...] = ()
    values: Mapping[str, object] = field(default_factory=dict)
    kicker: str = ""
    """What stands above the title; outside the searched text."""
    source: str = ""
    """The file to change when something here is wrong."""
    updated: date | None = None

    @property
    def file(self) -> str:
        """The Markdown file below the folder of pages."""
        return "index.md" if not self.path else f"{self.path}{'/index' if self.kind in _FOLDERS else ''}.md"


_FOLDERS = ("province", "place", "indicators", "quality", "lookup", "namesakes")
_HOME = Link("Trang chủ", "")
_INDICATORS = Link("Chỉ số", "chi-so/")


@dataclass(frozen=True, slots=True)
class Published:
    """A figure on its indicator's page."""

    place: str
    province: str
    is_current: bool
    """Whether the place is a unit of today."""
    path: str
    """The figure on its bulletin."""
    period: str
    slice: str
    text: str
    base: str
    source: str


@dataclass(frozen=True, slots=True)
class Era:
    """A province of one era, as its page tells of it."""

    unit: Unit
    name: str
    lifetime: str
    story: str
    """«được lập từ …», «không đổi», «nhập vào …»."""
    others: tuple[Link, ...]
    basis: str
    kinds: str
    """What kinds of province it was before, in full sentences."""
    made_of: str
    """«85 xã, 14 phường và 3 đặc khu»; for the era before, its districts."""


@dataclass(frozen=True, slots=True)
class Territory:
    """What is published of a province of one era: figures of two eras never stand in one list."""

    era: str
    bulletins: tuple[tuple[Link, str], ...]
    """The province's own, newest first, each with its lead."""
    places: tuple[tuple[Link, tuple[Link, int] | None], ...]
    """The units inside it that have pages, each with its newest bulletin and how many there are."""
    count: int
    noun: str
    """How many units there are, and what they are called."""
    missing: tuple[Link, ...]
    """The districts without any page; the communes, of which there may be 168, are only counted."""
    anchor: str
    """Where the province's page of units tells of all."""


@dataclass(frozen=True, slots=True)
class Strand:
    """What one unit has of another, with links."""

    link: Link
    province: str
    """The other's province where it is not this unit's by name."""
    whole: bool
    parts: tuple[tuple[str, bool], ...]
    """The communes that went from one to the other, and whether all of each did."""
    figures: Link | None
    """The other's page, where it has figures."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A unit on its province's page of units."""

    id: str
    name: str
    strands: tuple[Strand, ...]
    figures: Link | None


Doubts = Mapping[str, list[Problem]]
"""What is doubtful in each file."""


def pages_of(archive: Archive, problems: list[Problem]) -> list[Page]:
    """All pages of a site, by address; `problems` are the warnings that stand on them."""
    doubts = _doubts(problems)
    written = [written_page(archive, page) for page in archive.pages]
    made = [
        home_page(archive, doubts),
        *(province_page(archive, path) for path in _province_paths()),
        *(units_page(archive, path) for path in _province_paths()),
        *(namesakes_page(archive, path) for path in gazetteer.shared_paths()),
        *(place_page(archive, doubts, path) for path in archive.places if "/" in path),
        *(bulletin_page(archive, doubts, report) for report in archive.reports),
        *(article_page(archive, article) for article in archive.articles),
        *(indicator_page(archive, indicator) for indicator in archive.catalogue.indicators.values()),
        indicators_page(archive),
        quality_page(archive, doubts),
        lookup_page(archive),
    ]
    taken = {page.path for page in written}  # what people wrote wins
    return sorted([*written, *(page for page in made if page.path not in taken)], key=lambda page: page.path)


def _doubts(problems: Iterable[Problem]) -> Doubts:
    doubts: dict[str, list[Problem]] = {}
    for problem in problems:
        if problem.code not in OF_FORM:  # readers see the text put right
            doubts.setdefault(problem.location.source, []).append(problem)
    return doubts


def unit_at(archive: Archive, path: str) -> Unit:
    """The last unit of this path, with the kinds that the site knows it had."""
    return archive.catalogue.known(gazetteer.units(path)[-1])


def home_page(archive: Archive, doubts: Doubts) -> Page:
    reports = archive.reports
    newest = sorted(reports, key=lambda r: (r.newest_source or date.min, r.path), reverse=True)[:8]
    counts = {
        "figures": number(sum(len(r.values) for r in reports)),
        "reports": number(len(reports)),
        "places": number(len({r.place.path for r in reports})),
        "doubts": number(sum(map(len, doubts.values()))),
    }
    today, former = gazetteer.provinces(current=True), gazetteer.provinces(current=False)
    names_today = {unit.path for unit in today}
    values = {
        "counts": counts,
        "newest": [(bulletin_link(r), r.newest_source, plain_text(lead(r))) for r in newest],
        "map": maps.publishing(_bulletins_of_provinces(archive), "danh-sach-tinh"),
        "today": [_listed_province(archive, unit) for unit in today],
        "former": [_listed_province(archive, unit) for unit in former if unit.path not in names_today],
    }
    description = "Số liệu cải cách hành chính các địa phương đã công bố, in đúng như nguồn, ghi rõ nguồn."
    contents = (Heading("Bản tin mới", "ban-tin-moi"), Heading("Tỉnh, thành phố", "tinh-thanh"),
                Heading("Trước 01/07/2025", "truoc-sap-xep"))  # fmt: skip
    return Page("", "home", "Trang chủ", description, contents=contents, values=values)


def province_page(archive: Archive, path: str) -> Page:
    eras = [archive.catalogue.known(unit) for unit in gazetteer.units(path)]
    name = upper_first(eras[-1].full_name)
    former = "" if eras[-1].is_current else " (cũ)"
    own = archive.reports_of(path)
    parts = [_territory(archive, unit) for unit in reversed(eras)]
    rows = [row for part in parts for row in part.places]
    values = {
        "eras": [_era(unit) for unit in reversed(eras)],
        "name": name + former,
        "parts": parts,
        "several": len(eras) > 1,
        "articles": [Link(a.title, f"{a.path}/") for a in archive.articles_of(path)],
    }
    contents = [Heading("Các thời kỳ", "cac-thoi-ky")]
    contents += [Heading("Số liệu của tỉnh", "so-lieu-cua-tinh")] if own else []
    contents += [Heading("Các đơn vị", "don-vi")]
    contents += [Heading("Bài viết", "bai-viet")] if values["articles"] else []
    described = f"{name}: các thời kỳ, số liệu cải cách hành chính đã công bố và các đơn vị có bản tin."
    section = Menu(name + former, tuple([bulletin_link(r) for r in reversed(own)] + [row[0] for row in rows]))
    return Page(
        path, "province", name + former, described, (_HOME,), section, tuple(contents), values,
        updated=max((r.newest_source for r in archive.reports
                     if r.newest_source and r.place.path.split("/")[0] == path), default=None),
    )  # fmt: skip


def _territory(archive: Archive, province: Unit) -> Territory:
    units = gazetteer.districts(province) or gazetteer.communes(province)
    known = [unit for unit in units if unit.path in archive.places]
    unknown = [unit for unit in units if unit.path not in archive.places]
    return Territory(
        era="Từ 01/07/2025" if province.is_current else "Đến 30/06/2025",
        bulletins=tuple(
            (bulletin_link(r), plain_text(lead(r)))
            for r in reversed(archive.reports_of(province.path))
            if r.place == province
        ),
        places=tuple((_place_link(archive, unit.path), _newest_bulletin(archive, unit.path)) for unit in known),
        count=len(units),
        noun="xã, phường, đặc khu" if province.is_current else "đơn vị cấp huyện",
        missing=() if province.is_current else tuple(Link(u.full_name, unit_address(u)) for u in unknown),
        anchor="hien-nay" if province.is_current else "truoc-day",
    )


def units_page(archive: Archive, path: str) -> Page:
    """All districts and communes that the provinces of one name have had."""
    eras = gazetteer.units(path)
    name = eras[-1].name
    today = [unit for era in eras if era.is_current for unit in gazetteer.communes(era)]
    before = [unit for era in eras if not era.is_current for unit in gazetteer.districts(era)]
    values = {
        "name": name,
        "province": _province_link(archive, eras[-1]),
        "today": [_entry(archive, unit) for unit in today],
        "basis": _basis_text(today[0]) if today else "",
        "before": [_entry(archive, unit) for unit in before],
    }
    contents = [Heading("Từ 01/07/2025", "hien-nay")] if today else []
    contents += [Heading("Đến 30/06/2025", "truoc-day")] if before else []
    description = f"{name}: các xã, phường, đặc khu hiện nay được lập từ đâu; các huyện cũ nay thuộc xã nào."
    trail = (_HOME, _province_link(archive, eras[-1]))
    return Page(f"{path}/{UNITS}", "units", f"{name}: xã, phường nay và trước", description, trail,
                contents=tuple(contents), values=values)  # fmt: skip


def namesakes_page(archive: Archive, path: str) -> Page:
    """The page that asks which of two communes is meant, whose names are spelt alike without marks."""
    found = gazetteer.namesakes(path)
    province = gazetteer.province_of(found[0])
    places = [
        (_figures(archive, unit) or Link(upper_first(unit.full_name), unit_address(unit)),
         listed(district.full_name for district in gazetteer.former_districts(unit)))
        for unit in found
    ]  # fmt: skip
    title = f"{listed((upper_first(unit.full_name) for unit in found), 'hay')}?"
    description = f"{province.name} có hai nơi tên không dấu viết như nhau: {listed(u.full_name for u in found)}."
    values = {"places": places, "province": upper_first(province.full_name)}
    return Page(path, "namesakes", title, description, (_HOME, _province_link(archive, province)), values=values)


def _entry(archive: Archive, unit: Unit) -> Entry:
    name = _titled(archive.catalogue.known(unit))
    return Entry(unit.path.partition("/")[2], name, _strands(archive, unit), _figures(archive, unit))


def _strands(archive: Archive, unit: Unit) -> tuple[Strand, ...]:
    return tuple(
        Strand(
            link=Link(_named(archive.catalogue.known(share.unit)), unit_address(share.unit)),
            province=_province_elsewhere(share.unit, unit),
            whole=share.whole,
            parts=tuple((part.old.full_name, part.whole) for part in share.parts),
            figures=_figures(archive, share.unit),
        )
        for share in shares(unit)
    )


def _figures(archive: Archive, unit: Unit) -> Link | None:
    return _place_link(archive, unit.path) if archive.reports_of(unit.path) else None


def place_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    unit = unit_at(archive, path)
    reports = archive.reports_of(path)
    with_results = [report for report in reports if report.figures]
    newest = with_results[-1] if with_results else None
    compared = comparisons(newest, _tables(archive, doubts, newest), archive) if newest else []
    values = {
        "unit": unit,
        "name": _titled(unit),
        "heading": upper_first(unit.full_name),
        "ended": date_text(unit.until) if unit.until else "",
        "province": _province_link(archive, unit),
        "province_today": [_link_to(u) for u in gazetteer.successors(gazetteer.province_of(unit))],
        "basis": _basis_text(unit),
        "strands": _strands(archive, unit),
        "is_commune": unit.level is Level.COMMUNE,
        "newest": bulletin_link(newest) if newest else None,
        "lead": lead(newest) if newest else (),
        "comparisons": compared,
        "progress": progress(compared),
        "has_before": any(row.before for row in compared),
        "has_targets": any(row.target for row in compared),
        "remarks": why_not_compared(newest, reports, archive),
        "aims": [_aims_row(archive, report) for report in reports if report.targets],
        "periods": [report.period.title for report in reversed(with_results)],
        "history": history(with_results),
        "bulletins": [(bulletin_link(r), r.newest_source) for r in reversed(reports)],
        "articles": [(Link(a.title, f"{a.path}/"), a.lead) for a in archive.articles_of(path)],
    }
    contents = [Heading("Số liệu mới nhất", "moi-nhat")] if newest else []
    if values["strands"]:
        contents.append(Heading("Được lập từ" if unit.level is Level.COMMUNE else "Nay thuộc", "truoc-va-sau"))
    contents += [Heading("Qua các kỳ", "qua-cac-ky")] if values["history"] else []
    contents += [Heading("Bản tin", "ban-tin")] if reports else []
    contents += [Heading("Bài viết", "bai-viet")] if values["articles"] else []
    updated = max((r.newest_source for r in reports if r.newest_source), default=None)
    description = f"{upper_first(unit.full_name)}: số liệu cải cách hành chính đã công bố, chỉ tiêu và bản tin."
    return Page(
        path, "place", _titled(unit), description, (_HOME, _province_link(archive, unit)), _section(archive, path, ""),
        tuple(contents), values, updated=updated,
    )  # fmt: skip


def bulletin_page(archive: Archive, doubts: Doubts, report: Report) -> Page:
    doubtful, tables = _doubts_of(archive, doubts, report), _tables(archive, doubts, report)
    sections, aims = tables.sections(), tables.aims()
    place = report.place
    values = {
        "unit": place,
        "heading": upper_first(report.place_name),
        "period": report.period,
        "dates": report.period.dates,
        "published": date_text(report.newest_source) if report.newest_source else "",
        "lead": lead(report),
        "ended": date_text(place.until) if place.until else "",
        "strands": _strands(archive, place),
        "province_today": [_link_to(u) for u in gazetteer.successors(gazetteer.province_of(place))],
        "sections": sections,
        "aims": aims,
        "bases": [_basis_line(basis) for basis in report.bases],
        "doubts": [(problem.message, problem.accepted) for problem in doubtful],
        "assessments": report.assessments,
        "sources": report.sources,
    }
    contents = [Heading(section.title, section.id) for section in sections]
    contents += [Heading("Chỉ tiêu", "chi-tieu")] if aims else []
    contents += [Heading(f"Điều cần xem lại ({len(doubtful)})", "chua-khop")] if doubtful else []
    contents += [Heading("Nhận định", "nhan-dinh")] if report.assessments else []
    contents.append(Heading("Nguồn", "nguon"))
    return Page(
        path=report.path,
        kind="bulletin",
        title=f"{upper_first(report.place_name)}: {report.period.name}",
        description=plain_text(values["lead"]) if isinstance(values["lead"], tuple) else "",
        trail=_trail(archive, place.path),
        section=_section(archive, place.path, report.path),
        contents=tuple(contents),
        values=values,
        kicker=f"Bản tin · {report.period.title}",
        source=report.at.source,
        updated=report.newest_source,
    )


def article_page(archive: Archive, article: Article) -> Page:
    values = {"article": article, "mentions": _mentions(archive, article)}
    return Page(
        path=article.path,
        kind="article",
        title=article.title,
        description=article.lead,
        trail=_trail(archive, article.place),
        section=_section(archive, article.place, article.path),
        contents=(),
        values=values,
        kicker=f"Bài viết · {_titled(unit_at(archive, article.place))}",
        source=article.at.source,
        updated=article.published,
    )


def written_page(archive: Archive, page: WrittenPage) -> Page:
    """A page that people wrote about no single place."""
    mentions = _mentions(archive, page)
    found = headings(without_mentions(page.body, mentions), prefix="")
    contents = tuple(Heading(words, id) for level, id, words in found if level == 2)
    return Page(
        path=page.path,
        kind="page",
        title=page.title,
        description=page.description,
        trail=() if page.path == "" else (_HOME,),
        contents=contents,
        values={"heading": page.heading, "body": page.body, "mentions": mentions},
        source=page.at.source,
    )


def indicator_page(archive: Archive, indicator: Indicator) -> Page:
    published = [_published(report, f) for report in archive.reports for f in report.figures
                 if f.indicator is indicator]  # fmt: skip
    aims = [_published(report, t) for report in archive.reports for t in report.targets
            if t.indicator is indicator]  # fmt: skip
    indicators = archive.catalogue.indicators
    sums = [" + ".join(indicators[id].label for id in parts) for parts in indicator.sums]
    rate = ""
    if indicator.numerator:
        below = indicators[indicator.base].label if indicator.base else "mẫu số mà nguồn nêu"
        rate = f"{indicators[indicator.numerator].label} / {lower_first(below)}"
    values = {
        "indicator": indicator,
        "better": {"higher": "Càng cao càng tốt", "lower": "Càng thấp càng tốt", None: ""}[indicator.better],
        "sums": sums,
        "rate": rate,
        "is_rate": indicator.kind is Kind.PERCENT,
        "map": maps.values(indicator, archive, "bang-da-cong-bo"),
        "published": sorted(
            published, key=lambda p: (not p.is_current, sort_key(p.province), sort_key(p.place), p.period)
        ),
        "aims": sorted(aims, key=lambda p: (not p.is_current, sort_key(p.province), sort_key(p.place), p.period)),
    }
    contents = [Heading("Cách hiểu", "cach-hieu")]
    contents += [Heading("Đã công bố", "da-cong-bo")] if published else []
    contents += [Heading("Chỉ tiêu", "chi-tieu")] if aims else []
    return Page(
        f"chi-so/{indicator.id}", "indicator", indicator.label, indicator.explanation, (_HOME, _INDICATORS),
        None, tuple(contents), values,
        kicker=f"Chỉ số · {indicator.area}", source=indicator.at.source,
    )  # fmt: skip


def indicators_page(archive: Archive) -> Page:
    used = {value.indicator.id for report in archive.reports for value in report.values}
    areas = [
        (f"noi-dung-{index}", str(area), [
            (Link(i.label, indicator_path(i)), i.explanation)
            for i in archive.catalogue.indicators.values() if i.area is area and i.id in used
        ])
        for index, area in enumerate(ReformArea, start=1)
    ]  # fmt: skip
    values = {"areas": [area for area in areas if area[2]]}
    contents = tuple(Heading(title, id) for id, title, found in areas if found)
    description = "Các chỉ số cải cách hành chính: đếm cái gì, tính thế nào, nơi nào đã công bố."
    return Page("chi-so", "indicators", "Chỉ số", description, (_HOME,), None, contents, values)


def lookup_page(archive: Archive) -> Page:
    today, former = lookup.choices(current=True), lookup.choices(current=False)
    names_today = {choice.unit.path for choice in today}
    values = {
        "folder": f"{lookup.FOLDER}/",
        "starts": " ".join(lookup.starts()),
        "today": [(choice, _units_link(choice.unit)) for choice in today],
        "former": [(choice, _units_link(choice.unit)) for choice in former],
        "merged": [_units_link(choice.unit) for choice in former if choice.unit.path not in names_today],
    }
    description = (
        "Gõ tên cũ hoặc tên mới của xã, phường, huyện, tỉnh để biết trước và sau ngày 01/07/2025 là đơn vị nào."
    )
    return Page(lookup.FOLDER, "lookup", "Xã tôi nay thuộc đâu?", description, (_HOME,), values=values)


def quality_page(archive: Archive, doubts: Doubts) -> Page:
    reports = archive.reports
    found = [
        (
            bulletin_link(report),
            [(p.message, p.accepted) for p in _doubts_of(archive, doubts, report)],
        )
        for report in reports
    ]
    undated = [(bulletin_link(r), s) for r in reports for s in r.sources if not s.published]
    values = {
        "found": [entry for entry in found if entry[1]],
        "undated": undated,
        "figures": number(sum(len(r.values) for r in reports)),
        "reports": number(len(reports)),
    }
    contents = (Heading("Điều cần xem lại", "chua-khop"), Heading("Điều còn thiếu", "con-thieu"))
    description = "Những chỗ số liệu đã công bố chưa khớp nhau hoặc còn thiếu, công khai cho mọi người."
    return Page("chat-luong", "quality", "Chất lượng số liệu", description, (_HOME,), None, contents, values)


def _mentions(archive: Archive, text: Written) -> tuple[Mention, ...]:
    found = []
    for reference in references(text):
        if isinstance(reference, Reference):
            names = reference.place, reference.period, reference.slice, reference.indicator
            figures, targets = archive.values(*names)
            values: list[Figure | Target] = [*figures] if reference.kind == "so_lieu" else [*targets]
            value = values[0] if values else None
            if value:
                path = f"{reference.place}/{reference.period}/#{value.id}"
                found.append(Mention(reference.start, reference.end, value.text, value.indicator.label, path))
    return tuple(found)


def _bulletins_of_provinces(archive: Archive) -> Counter[Unit]:
    """How many bulletins each province of both eras has, its districts' and communes' among them."""
    return Counter(gazetteer.province_of(report.place) for report in archive.reports)


def _listed_province(archive: Archive, unit: Unit) -> tuple[Link, int]:
    count = sum(1 for r in archive.reports if gazetteer.province_of(r.place) == unit)
    return Link(unit.name, f"{unit.path}/"), count


def _place_link(archive: Archive, path: str) -> Link:
    return Link(_titled(unit_at(archive, path)), f"{path}/")


def _province_link(archive: Archive, unit: Unit) -> Link:
    province = unit_at(archive, unit.path.split("/")[0])
    return Link(_titled(province), f"{province.path}/")


def _newest_bulletin(archive: Archive, path: str) -> tuple[Link, int] | None:
    reports = archive.reports_of(path)
    return (Link(reports[-1].period.title, f"{reports[-1].path}/"), len(reports)) if reports else None


def _trail(archive: Archive, place: str) -> tuple[Link, ...]:
    unit = unit_at(archive, place)
    province = _province_link(archive, unit)
    return (_HOME, province) if unit.level is Level.PROVINCE else (_HOME, province, _place_link(archive, place))


def _section(archive: Archive, place: str, current: str) -> Menu:
    reports, articles = archive.reports_of(place), archive.articles_of(place)
    links = [Link("Tổng quan", f"{place}/", not current)]
    links += [Link(r.period.title, f"{r.path}/", r.path == current) for r in reversed(reports)]
    links += [Link(a.title, f"{a.path}/", a.path == current) for a in articles]
    return Menu(_titled(unit_at(archive, place)), tuple(links))


def _doubts_of(archive: Archive, doubts: Doubts, report: Report) -> list[Problem]:
    return [problem for problem in doubts.get(report.at.source, []) if problem.warning]


def _tables(archive: Archive, doubts: Doubts, report: Report) -> BulletinTables:
    return BulletinTables(report, archive.catalogue, _doubts_of(archive, doubts, report))


def _aims_row(archive: Archive, report: Report) -> tuple[Link, int]:
    return Link(report.period.title, f"{report.path}/#chi-tieu"), len(report.targets)


def bulletin_link(report: Report) -> Link:
    """The bulletin of a report under its full title."""
    return Link(f"{upper_first(report.place_name)}: {report.period.name}", f"{report.path}/")


def _province_paths() -> list[str]:
    return sorted({unit.path for current in (True, False) for unit in gazetteer.provinces(current)})


def _titled(unit: Unit) -> str:
    """The unit with a capital, marked when it has ended."""
    return upper_first(_named(unit))


def _named(unit: Unit) -> str:
    return unit.full_name + ("" if unit.is_current else " (cũ)")


def _province_elsewhere(unit: Unit, seen_from: Unit) -> str:
    """The unit's province, where its name is not that of the other unit's province."""
    province = gazetteer.province_of(unit)
    return "" if province.path == seen_from.path.partition("/")[0] else _named(province)


def _units_link(province: Unit) -> Link:
    return Link(_titled(province), f"{province.path}/{UNITS}/")


def _link_to(unit: Unit) -> Link:
    return Link(unit.full_name, f"{unit.path}/")


def _basis_text(unit: Unit) -> str:
    basis = gazetteer.legal_basis(unit)
    return basis.name if basis else ""


def _basis_line(basis: LegalBasis) -> str:
    """«Quyết định số 435/QĐ-UBND ngày 31/01/2023 của Ủy ban nhân dân huyện … về việc ban hành …»."""
    issued = f" ngày {date_text(basis.issued)}" if basis.issued else ""
    issuer = f" của {basis.issuer}" if basis.issuer else ""
    return f"{basis.title}{issued}{issuer}" + (f" về việc {lower_first(basis.summary)}" if basis.summary else "")


def _era(unit: Unit) -> Era:
    others: tuple[Link, ...] = ()
    if gazetteer.is_unchanged(unit):
        story = "không sáp nhập"
    elif unit.is_current:
        story, others = (
            "được lập từ",
            tuple(Link(f"{u.full_name} cũ", f"{u.path}/") for u in gazetteer.predecessors(unit)),
        )
    else:
        story, others = "nay thuộc", tuple(_link_to(u) for u in gazetteer.successors(unit))
    lifetime = f"từ {date_text(unit.since)}" if unit.since else f"đến {date_text(unit.until)}" if unit.until else ""
    kinds = [f"Đến hết ngày {date_text(last)} là {kind} {unit.name}." for last, kind in unit.former_kinds]
    units = gazetteer.districts(unit) or gazetteer.communes(unit)
    counts = Counter(below.kind for below in units)
    made_of = listed(f"{count} {kind}" for kind, count in sorted(counts.items(), key=lambda pair: -pair[1]))
    return Era(unit, upper_first(unit.full_name), lifetime, story, others, _basis_text(unit), " ".join(kinds), made_of)


def _published(report: Report, figure: Figure | Target) -> Published:
    base = figure.base.label if isinstance(figure, Figure) and figure.base else ""
    time = figure.as_of.name if isinstance(figure, Figure) and figure.as_of else report.period.name
    return Published(
        place=upper_first(report.place_name) + ("" if report.place.is_current else " (cũ)"),
        province=gazetteer.province_of(report.place).name,
        is_current=report.place.is_current,
        path=f"{report.path}/#{figure.id}",
        period=time,
        slice=figure.slice.label,
        text=figure.text,
        base=base,
        source=figure.source.publisher,
    )
