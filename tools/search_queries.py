"""What a search must find on a site: the queries of tests/search/queries.yml, and on other sites units of their own.

On our own site the file says it. Which units of a name have figures differs from site to site, and those come first.
So elsewhere the unit that the file means is right, at its page or where its province tells of it, and besides each unit
that has a page there and the same name: anywhere, where the query is a name alone (with its kind, perhaps), or else in
the same province of today; of those with another kind than the typed one only where none has this. Units that have
pages there are typed, too, without marks, in four ways in turn. Queries are left out whose page a site does not have,
or has without a figure.
"""

import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from bantin.pages.addresses import unit_address
from bantin.places import Unit, gazetteer, lineage, present_era
from bantin.places.finding import named
from bantin.places.naming import meanings
from bantin.places.unit import Level

REPOSITORY = Path(__file__).parent.parent
RANDOM_UNITS = 300
WAYS = ("{0.name}", "{0.full_name}", "{0.name} {1.name}", "{1.name} {0.name}")
"""How units are typed: with the province in which they lie."""
_UNFINISHED = re.compile(r" (t|ti|tin)$")
"""The kind of a province while it is typed."""


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, and where it must lead: each of these addresses is as good."""

    text: str
    right: frozenset[str]
    most: int
    """Among how many results, at least: first, or among three."""


def queries_of(site: Path, *, is_ours: bool) -> list[Query]:
    """The queries that a site can answer."""
    known = yaml.safe_load((REPOSITORY / "tests/search/queries.yml").read_text(encoding="utf-8"))
    first = (
        {query: page for group in known["first"].values() for query, page in group.items()}
        | known["nearest"]
        | known["slips"]
    )
    wanted = [(query, page, 1) for query, page in first.items()]
    if is_ours:
        asked = [*wanted, *((query, page, 3) for query, page in known["among three"].items())]
        return [Query(query, frozenset({page}), most) for query, page, most in asked]
    units = _by_address()
    found = (Query(query, _right(query, page, units.get(page), site), most) for query, page, most in wanted)
    return [query for query in (*found, *_random_units(site)) if query.right]


def first_text() -> str:
    """A query that names do not answer, but texts."""
    return "ho so dung han nam 2023"


def _right(query: str, page: str, unit: Unit | None, site: Path) -> frozenset[str]:
    if unit:
        return frozenset({unit_address(unit), *_pages(site, (unit, *_namesakes(query, unit)))})
    return frozenset({page}) if _has(site, page) else frozenset()


def _namesakes(query: str, unit: Unit) -> tuple[Unit, ...]:
    """The units that are meant as much as one: of its name anywhere, or in its province where the query says more."""
    same = [
        other
        for other in named(unit.name)
        if set(lineage.today(_province(other))) & set(lineage.today(_province(unit)))
    ]
    kinds = {meaning.kind for meaning in meanings(query)}
    return named(_UNFINISHED.sub("", query)) or tuple([other for other in same if other.kind in kinds] or same)


def _province(unit: Unit) -> Unit:
    return gazetteer.province_of(unit)


def _random_units(site: Path) -> Iterator[Query]:
    having = [unit for unit in _above_communes() if _has(site, f"{unit.path}/")]
    chosen = random.Random(14).sample(having, min(RANDOM_UNITS, len(having)))  # noqa: S311 -- not a secret
    for number, unit in enumerate(chosen):
        ways = WAYS[: 2 if unit.level is Level.PROVINCE else None]
        query = _unmarked(ways[number % len(ways)].format(unit, _province(unit)))
        yield Query(query, frozenset(_pages(site, (unit, *_namesakes(query, unit)))), 1)


def _pages(site: Path, units: tuple[Unit, ...]) -> set[str]:
    return {f"{unit.path}/" for unit in units if _has(site, f"{unit.path}/")}


def _has(site: Path, address: str) -> bool:
    page = site / address.partition("#")[0] / "index.html"
    return page.is_file() and (not address.startswith("chi-so/") or "<tr" in page.read_text(encoding="utf-8"))


def _by_address() -> dict[str, Unit]:
    """The units by where a site tells of them, and by the pages that they may have."""
    found: dict[str, Unit] = {}
    for unit in (*_above_communes(), *_communes()):
        for address in (unit_address(unit), f"{unit.path}/"):
            found.setdefault(address, unit)
    return found


def _above_communes() -> Iterator[Unit]:
    for province in _provinces():
        yield province
        yield from gazetteer.districts(province)


def _communes() -> Iterator[Unit]:
    for province in gazetteer.provinces(present_era()):
        yield from gazetteer.communes(province)


def _provinces() -> Iterator[Unit]:
    for now in gazetteer.provinces(present_era()):
        yield from (now, *lineage.origins(now))


def _unmarked(text: str) -> str:
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).lower()
