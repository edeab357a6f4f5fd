"""What the offices of a place handle today, by field: in short, for the page of the place."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bantin.model import Archive
from bantin.model.procedures import Directory, Handled, Handling, Tier
from bantin.pages.addresses import PROCEDURES as ADDRESS
from bantin.pages.addresses import procedure_path, province_field_path
from bantin.pages.page import Link
from bantin.pages.procedures.parts import MANY
from bantin.places import Unit, province_path
from bantin.vietnamese import slug, sort_key

FEW = 8
"""Of how many procedures with a rule of its own a province's places tell by name."""
NO_FIELD = "Chưa rõ lĩnh vực"
_TIERS = {tier.level: tier for tier in Tier if tier.level}


@dataclass(frozen=True, slots=True)
class HandledHere:
    """What lists say that offices of a tier handle."""

    tier: Tier
    fields: tuple[tuple[Link, int], ...]
    """Each field with how many procedures it has."""
    count: int
    is_complete: bool
    """Whether one of the lists is said to name everything."""
    lists: int
    """How many lists say so."""


@dataclass(frozen=True, slots=True)
class Differing:
    """What a province rules otherwise than the whole country."""

    few: tuple[Link, ...]
    more: int
    """How many others there are."""
    all: Link
    """Where all of them stand."""


def handled_at(archive: Archive, unit: Unit) -> HandledHere | None:
    """What the offices of a place of today handle; None where its province has no list of its tier."""
    tier, province, directory = _TIERS[unit.level], province_path(unit.path), archive.outline.procedures
    found = handled_in(directory, province, tier) if unit.is_current else ()
    if not found:
        return None
    by_field = Counter(field_of(directory, known) for known in found)
    return HandledHere(
        tier,
        fields_in(directory, province, tier, counts=by_field),
        len(found),
        directory.names_all(f"{tier} {province}"),
        len({known.by.address for known in found}),
    )


def differing_at(archive: Archive, unit: Unit) -> Differing | None:
    """What the province of a place of today says of procedures, where its deadlines or fees are not those of the whole
    country; None where there is nothing.
    """
    directory, province = archive.outline.procedures, province_path(unit.path)
    found = directory.differing_in(province) if unit.is_current else ()
    links = (Link(directory.name_of(core), f"{province}/{procedure_path(core)}") for core in found)
    few = sorted(links, key=lambda link: sort_key(link.title))[:FEW]
    return (
        Differing(tuple(few), len(found) - len(few), Link("xem tất cả", f"{province}/{ADDRESS}/#rieng"))
        if few
        else None
    )


def handled_in(directory: Directory, province: str, tier: Tier) -> tuple[Handled, ...]:
    """What lists say that offices of a tier of a province handle; of a province that has ended, on its last day."""
    return tuple(one for one in directory.handled(f"{tier} {province}") if one.handling is Handling.HANDLED)


def has_many(directory: Directory, province: str) -> bool:
    """Whether that is more than one page lists."""
    return directory.count_handled(province) > MANY


def field_of(directory: Directory, handled: Handled) -> str:
    """The field of a procedure: by its own file, else by the list that names it."""
    return directory.field_of(handled.core) or handled.by.field or NO_FIELD


def fields_in(directory: Directory, province: str, tier: Tier, *, counts: Counter[str]) -> tuple[tuple[Link, int], ...]:
    """Fields with their counts, each with where the province tells of it."""
    is_apart = has_many(directory, province)
    return tuple(
        (
            Link(
                field,
                province_field_path(province, field) if is_apart else f"{province}/{ADDRESS}/#{anchor(tier, field)}",
            ),
            counts[field],
        )
        for field in in_order(counts)
    )


def anchor(tier: Tier, field: str) -> str:
    """Where a province's page tells of a field of a tier."""
    return f"{slug(str(tier))}-{slug(field)}"


def in_order(fields: Iterable[str]) -> list[str]:
    """Fields by name; what is of none known comes last."""
    return sorted(fields, key=lambda field: (field == NO_FIELD, sort_key(field)))
