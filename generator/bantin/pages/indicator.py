"""The pages of indicators."""

from dataclasses import dataclass

from bantin.model import Archive, Figure, Kind, ReformArea, Report, Target
from bantin.pages import maps
from bantin.pages.addresses import indicator_path
from bantin.pages.doubts import Doubts
from bantin.pages.page import HOME, INDICATORS, Heading, Link, Page
from bantin.places import Era, era_of, eras, gazetteer
from bantin.vietnamese import lower_first, sort_key, upper_first


@dataclass(frozen=True, slots=True)
class Published:
    """A figure on its indicator's page."""

    place: str
    province: str
    era: Era
    """The era of the place."""
    path: str
    """The figure on its bulletin."""
    period: str
    slice: str
    text: str
    base: str
    source: str


def indicator_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """What the indicator counts, and who has published it."""
    indicators = archive.catalogue.indicators
    indicator = indicators[path.rpartition("/")[2]]
    found = archive.values_of(indicator.id)
    published = [_published(report, value) for report, value in found if isinstance(value, Figure)]
    aims = [_published(report, value) for report, value in found if isinstance(value, Target)]
    sums = [" + ".join(indicators[id].label for id in parts) for parts in indicator.sums]
    rate = ""
    if indicator.numerator:
        below = indicators[indicator.base].label if indicator.base else "mẫu số mà nguồn nêu"
        rate = f"{indicators[indicator.numerator].label} / {lower_first(below)}"
    values = {
        "indicator": indicator,
        "better": indicator.better,
        "sums": sums,
        "rate": rate,
        "is_rate": indicator.kind is Kind.PERCENT,
        "map": maps.values(indicator, archive, table="bang-da-cong-bo"),
        "published": sorted(published, key=_order),
        "aims": sorted(aims, key=_order),
    }
    contents = [Heading("Cách hiểu", "cach-hieu")]
    contents += [Heading("Đã công bố", "da-cong-bo")] if published else []
    contents += [Heading("Chỉ tiêu", "chi-tieu")] if aims else []
    return Page(
        path, "indicator", indicator.label, indicator.explanation, (HOME, INDICATORS),
        None, tuple(contents), values,
        kicker=f"Chỉ số · {indicator.area}", source=indicator.at.source,
    )  # fmt: skip


def indicators_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """The indicators that somebody has published, by area of reform."""
    used = archive.outline.published
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
    return Page(path, "indicators", "Chỉ số", description, (HOME,), None, contents, values)


def _order(row: Published) -> tuple[object, ...]:
    """The newest era first, inside it by the names of places."""
    return -eras().index(row.era), sort_key(row.province), sort_key(row.place), row.period


def _published(report: Report, figure: Figure | Target) -> Published:
    base = figure.base.label if isinstance(figure, Figure) and figure.base else ""
    time = figure.as_of.name if isinstance(figure, Figure) and figure.as_of else report.period.name
    return Published(
        place=upper_first(report.place_name) + ("" if report.place.is_current else " (cũ)"),
        province=gazetteer.province_of(report.place).name,
        era=era_of(report.place),
        path=f"{report.path}/#{figure.id}",
        period=time,
        slice=figure.slice.label,
        text=figure.text,
        base=base,
        source=figure.source.publisher,
    )
