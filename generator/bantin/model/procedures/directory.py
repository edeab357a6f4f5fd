"""All procedures and lists of a site, as much of them as pages ask about: known before any page is made."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from bantin.model.procedures.announcements import Announcement
from bantin.model.procedures.force import Standing, in_force, standing_of, standings
from bantin.model.procedures.handled import Handled, Handling, handled_on, names_all
from bantin.model.procedures.lookups import Lookups
from bantin.model.procedures.procedure import Procedure
from bantin.model.procedures.sketches import (
    LifeEvent,
    ListSketch,
    Sketch,
    VersionSketch,
    differ,
    list_sketch_of,
    sketch_of,
)
from bantin.model.procedures.terms import Tier
from bantin.places import gazetteer


@dataclass(frozen=True)
class Directory:
    """Every procedure and list of a site, or of a part of it."""

    sketches: tuple[Sketch, ...] = ()
    lists: tuple[ListSketch, ...] = ()
    events: tuple[LifeEvent, ...] = ()
    nicknames: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """What people call procedures («sổ đỏ»), each with the cores that it may mean."""
    day: date = date.min
    """The newest day that anything of the site names: on it, versions hold or do not. A build has no other clock."""

    def everything(self) -> tuple[Sketch, ...]:
        """The files of all procedures: national records first, then those of provinces, by code."""
        return self._known.in_order

    def cores(self) -> tuple[str, ...]:
        """The codes that have a page of their own, in order."""
        return tuple(sorted(self._known.by_core))

    def files_of(self, core: str) -> tuple[Sketch, ...]:
        """The files that tell of a procedure, likewise."""
        return self._known.by_core.get(core, ())

    def told_in(self, source: str) -> Sketch | ListSketch | None:
        """The procedure, or the list, that a file tells of."""
        return self._known.by_source.get(source)

    def has_any(self) -> bool:
        """Whether anything is told of any procedure."""
        return bool(self.sketches)

    def has(self, core: str) -> bool:
        """Whether anything is told of a procedure."""
        return core in self._known.by_core

    def main_of(self, core: str) -> Sketch | None:
        """The file that tells of a procedure before all others: its national record, where there is one."""
        return next(iter(self.files_of(core)), None)

    def name_of(self, core: str) -> str:
        """The name of a procedure; «» where no file gives one."""
        return next((sketch.name for sketch in self.files_of(core) if sketch.name), "")

    def field_of(self, core: str) -> str:
        """The field of a procedure, likewise."""
        return next((sketch.field for sketch in self.files_of(core) if sketch.field), "")

    def has_national(self, core: str) -> bool:
        """Whether a procedure has a national record."""
        return any(not sketch.province for sketch in self.files_of(core))

    def announces(self, province: str) -> bool:
        """Whether a province has a list or a procedure of its own."""
        return province in self.announcing()

    def own_of(self, core: str) -> tuple[Sketch, ...]:
        """The procedures that provinces have of their own for a national one."""
        return self._known.by_shared.get(core, ())

    def in_field(self, id: str) -> tuple[Sketch, ...]:
        """The files of procedures of a field, by the slug of its name."""
        return self._known.by_field.get(id, ())

    def in_tier(self, tier: str) -> tuple[Sketch, ...]:
        """The files of procedures that offices of a tier handle."""
        return self._known.by_tier.get(tier, ())

    def fields(self) -> tuple[str, ...]:
        """The names of all fields that procedures are of, each once."""
        return tuple(
            {self._known.slugs[sketch.field]: sketch.field for sketch in self._known.in_order if sketch.field}.values()
        )

    def life_events(self) -> tuple[LifeEvent, ...]:
        """What happens in life, in the order of the list."""
        return self.events

    def nicknames_of(self, core: str) -> tuple[str, ...]:
        """What people call a procedure."""
        return tuple(name for name, cores in self.nicknames.items() if core in cores)

    def lists_in(self, province: str) -> tuple[ListSketch, ...]:
        """The lists of a province, by address."""
        return tuple(sorted((known for known in self.lists if known.province == province), key=lambda k: k.address))

    def announcing(self) -> tuple[str, ...]:
        """The provinces with a list or a procedure of their own."""
        found = {known.province for known in self.lists} | {sketch.province for sketch in self.sketches}
        return tuple(sorted(found - {""}))

    def standings_of(self, address: str) -> tuple[Standing, ...]:
        """What each version of a procedure's file is on the site's day, by the file's address."""
        return standings(self._known.by_address[address].versions, self.day)

    def standing_of(self, address: str) -> Standing:
        """What the procedure of such a file is."""
        return standing_of(self._known.by_address[address].versions, self.day)

    def in_force_of(self, address: str) -> VersionSketch | None:
        """The version of a procedure's file that holds on the site's day; None where none does, or nobody can say."""
        return in_force(self._known.by_address[address].versions, self.day)

    def differing_in(self, province: str) -> tuple[str, ...]:
        """The procedures of the whole country of which a province has other deadlines or fees, where both hold."""
        own = ((one, self.files_of(one.core)[0]) for one in self._known.by_province.get(province, ()))
        held = ((one, main) for one, main in own if not main.province)
        return tuple(one.core for one, main in held if differ(*map(self.in_force_of, (one.address, main.address))))

    def handled(self, tier_and_province: str) -> tuple[Handled, ...]:
        """What offices of a tier handle on the site's day, or on the last of a province that ended: «cấp xã hue»."""
        tier, _, province = tier_and_province.rpartition(" ")
        return handled_on(self.lists_in(province), Tier(tier), self._day_in(province))

    def count_handled(self, province: str) -> int:
        """How many procedures the offices of all tiers of a province handle."""
        found = (one for tier in Tier for one in self.handled(f"{tier} {province}"))
        return sum(one.handling is Handling.HANDLED for one in found)

    def names_all(self, tier_and_province: str) -> bool:
        """Whether that is all that they handle."""
        tier, _, province = tier_and_province.rpartition(" ")
        return names_all(self.lists_in(province), Tier(tier), self._day_in(province))

    def handled_then(self, tier_province_day: str) -> tuple[Handled, ...]:
        """The same on another day: «cấp xã hai-phong 2026-06-30»."""
        tier, province, day = tier_province_day.rsplit(" ", 2)
        return handled_on(self.lists_in(province), Tier(tier), date.fromisoformat(day))

    def named_all_then(self, tier_province_day: str) -> bool:
        """Whether that is all that they handled."""
        tier, province, day = tier_province_day.rsplit(" ", 2)
        return names_all(self.lists_in(province), Tier(tier), date.fromisoformat(day))

    def _day_in(self, province: str) -> date:
        return min([self.day, *(unit.until for unit in gazetteer.units(province)[-1:] if unit.until)])

    @cached_property
    def _known(self) -> Lookups:
        return Lookups(self.sketches, self.lists)


def directories_joined(parts: Iterable[Directory]) -> Directory:
    """The directory of all that several parts of a site hold."""
    known = tuple(parts)
    return Directory(
        tuple(sketch for part in known for sketch in part.sketches),
        tuple(listing for part in known for listing in part.lists),
        tuple(event for part in known for event in part.events),
        {name: cores for part in known for name, cores in part.nicknames.items()},
        max((part.day for part in known), default=date.min),
    )


def directory_of(
    procedures: Iterable[Procedure],
    announcements: Iterable[Announcement],
    events: Iterable[LifeEvent] = (),
    nicknames: Mapping[str, tuple[str, ...]] | None = None,
) -> Directory:
    """The directory of what was read, on the newest day that any of it names."""
    known, lists = tuple(procedures), tuple(announcements)
    named = (*(p.newest_source for p in known), *(a.read_on for a in lists))
    return Directory(
        tuple(sketch_of(procedure) for procedure in known),
        tuple(list_sketch_of(announcement) for announcement in lists),
        tuple(events),
        dict(nicknames or {}),
        max((day for day in named if day), default=date.min),
    )


def on_newest(directory: Directory, days: Iterable[date | None]) -> Directory:
    """The same on the newest of its own day and those that anything else of the site names."""
    return replace(directory, day=max((directory.day, *filter(None, days))))
