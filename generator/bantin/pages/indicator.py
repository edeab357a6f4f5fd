"""The pages of indicators: what each counts, and who has published it; where that is much, a page a province."""

from bantin.model import Archive, Indicator, Kind, Outline, territories, territory_of
from bantin.pages.addresses import indicator_path
from bantin.pages.doubts import Doubts
from bantin.pages.headings import AIMS, PUBLISHED, Heading, Headings, shown
from bantin.pages.page import HOME, INDICATORS, Link, Page
from bantin.pages.published import published_of, territories_of
from bantin.pages.strips import place_id, strip, with_ids
from bantin.pages.value_maps import value_map
from bantin.places import Unit
from bantin.vietnamese import listed, lower_first, upper_first

LARGEST = 300
"""How many figures and targets one page lists; where there are more, each province of an era has a page of its own."""


def is_cut(outline: Outline, indicator: str) -> bool:
    """Whether an indicator's figures stand on a page for each province."""
    return outline.has_more_than(f"{LARGEST} {indicator}")


def among_others(outline: Outline, indicator: Indicator, place: Unit) -> Link | None:
    """Where a place that published figures of an indicator stands among the others; None where there are none.

    Whoever leads there asks nothing of the others: the place's dot has that address, and without one its first row.
    """
    territory = territory_of(place) if is_cut(outline, indicator.id) else ""
    if not outline.has_several(f"{territory} {indicator.id}"):
        return None
    page = f"{territory}/" if territory else ""
    return Link(indicator.label, f"{indicator_path(indicator)}{page}#{place_id(place)}")


def indicator_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """What the indicator counts, and who has published it."""
    indicator = archive.catalogue.indicators[path.rpartition("/")[2]]
    cut = is_cut(archive.outline, indicator.id)
    published, aims = published_of({} if cut else archive.of_indicator(indicator.id))
    dots = strip(indicator, published)
    headings: Headings = {
        "meaning": Heading("Cách hiểu", "cach-hieu"),
        "published": PUBLISHED if published or cut else None,
        "aims": AIMS if aims else None,
    }
    facts = {
        "headings": headings,
        "indicator": indicator,
        "unit": "" if indicator.kind is Kind.STATEMENT else indicator.unit,
        "better": indicator.better,
        "sums": _sums(archive, indicator),
        "rate": _rate(archive, indicator),
        "is_rate": indicator.is_share,
        "map": value_map(indicator, archive, table="bang-da-cong-bo"),
        "published": with_ids(published, dots),
        "dots": dots,
        "aims": aims,
        "territories": territories_of(archive.outline, indicator) if cut else (),
    }
    return Page(
        path, "indicator", indicator.label, indicator.explanation, (HOME, INDICATORS),
        None, shown(headings.values()), facts,
        kicker=f"Chỉ số · {indicator.area.label}", source=indicator.file,
        also=tuple(alias for alias in indicator.aliases if alias.count(" ") < 2),  # others say what its title says
    )  # fmt: skip


def indicator_province_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """Who has published an indicator in a province of one era."""
    _, id, name = path.split("/")
    indicator, province = archive.catalogue.indicators[id], territories()[name]
    published, aims = published_of({province: archive.of_indicator(id)[province]})
    dots = strip(indicator, published)
    title = f"{indicator.label}: {upper_first(province.full_name)}{'' if province.is_current else ' (cũ)'}"
    whole = Link(indicator.label, indicator_path(indicator))
    headings: Headings = {"published": PUBLISHED if published else None, "aims": AIMS if aims else None}
    facts = {
        "headings": headings,
        "indicator": indicator,
        "title": title,
        "whole": whole,
        "is_rate": indicator.is_share,
        "published": with_ids(published, dots),
        "dots": dots,
        "aims": aims,
    }
    return Page(
        path, "indicator_province", title, indicator.explanation, (HOME, INDICATORS, whole),
        None, shown(headings.values()), facts, kicker=f"Chỉ số · {indicator.area.label}",
    )  # fmt: skip


def indicators_page(archive: Archive, doubts: Doubts, path: str) -> Page:
    """The indicators that somebody has published, by area of reform."""
    areas = [
        (Heading(area.label, area.id), [
            (Link(i.label, indicator_path(i)), i.explanation)
            for i in archive.catalogue.indicators.values() if i.area == area and archive.outline.of_indicator(i.id)
        ])
        for area in archive.catalogue.areas
    ]  # fmt: skip
    facts = {"areas": [area for area in areas if area[1]]}
    contents = tuple(heading for heading, found in areas if found)
    description = "Các chỉ số cải cách hành chính: đếm cái gì, tính thế nào, nơi nào đã công bố."
    return Page(path, "indicators", "Chỉ số", description, (HOME,), None, contents, facts)


def _sums(archive: Archive, indicator: Indicator) -> list[str]:
    return [" + ".join(archive.catalogue.indicators[id].label for id in parts) for parts in indicator.sums]


def _rate(archive: Archive, indicator: Indicator) -> str:
    if not indicator.numerators:
        return ""
    indicators = archive.catalogue.indicators
    above = listed((lower_first(indicators[id].label) for id in indicator.numerators), "hoặc")
    below = [lower_first(indicators[id].label) for id in indicator.bases]
    return upper_first(f"{above} / {listed(below, 'hoặc') if below else 'mẫu số mà nguồn nêu'}")
