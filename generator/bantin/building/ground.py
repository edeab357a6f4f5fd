"""What pages are planned and made from: what every folder holds, and digests of what each page rests on."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from bantin.building.definitions import Definitions
from bantin.building.looks import Looks
from bantin.building.parts import Part, Place
from bantin.building.questions import Answered, Around
from bantin.building.told import doubts_in, packed_doubts
from bantin.checks import program
from bantin.folders import Folders
from bantin.inspection import Inspection
from bantin.keeping import digest, packed
from bantin.model import Archive, Attached, territories
from bantin.pages import Doubts, Plan, doubt_count, doubts_by_file, home_title, indicator_path, is_cut, menu_of
from bantin.places import province_path
from bantin.publishing import Given, GivenFile

if TYPE_CHECKING:
    from bantin.publishing.engine import Engine

_NOTHING = bytes(16)
"""Stands where there is no digest."""
REST = ""
"""The share of the pages that belong to no province."""


@dataclass(frozen=True)
class Ground:
    """A site as it was read, without what its pages say."""

    folders: Folders
    inspection: Inspection
    parts: Mapping[str, Part]
    """What each folder of data/ and content/ holds, by its name."""
    lists: str
    """A digest of all lists but that of indicators."""
    looks: Looks
    answered: Answered
    """What earlier pages asked about procedures, as long as that stays."""

    @cached_property
    def plans(self) -> tuple[Plan, ...]:
        """A plan for every page, by address."""
        return self.inspection.plans

    @cached_property
    def attached(self) -> dict[str, Attached]:
        """The pictures and documents beside texts, by their files, without what they hold."""
        return {file.path: file for part in self.parts.values() for file, _ in part.attached}

    @cached_property
    def folder_of(self) -> dict[str, str]:
        """The folders of what is entered on its own, by address."""
        return {address: name for name, part in self.parts.items() for address in part.texts}

    def engine(self, *, strict: bool = False) -> "Engine":
        """The engine with the site's settings."""
        from bantin.publishing.engine import Engine  # noqa: PLC0415 -- a build that has nothing to do needs none

        assert self.folders.settings
        return Engine.of(self.folders.settings, strict=strict)

    @cached_property
    def around(self) -> Around:
        """What pages may ask of the whole site."""
        return Around(self.inspection.outline, self.attached, self.answered.answers)

    @cached_property
    def bases(self) -> "Bases":
        """On what each page rests."""
        return Bases(self)

    @cached_property
    def menu(self) -> tuple[Mapping[str, str], ...]:
        """The pages that every page leads to."""
        return tuple({"title": link.title, "path": link.path} for link in menu_of(self._written))

    def given(self, files: tuple[GivenFile, ...]) -> Given:
        """What an engine needs for some files of the site."""
        return Given(files, self.menu, self.newest, {"title": home_title(self._written)})

    @cached_property
    def _written(self) -> Archive:
        """The pages that people wrote about no single place, without their texts."""
        pages = (page for part in self.parts.values() for page in part.written)
        return Archive(pages=tuple(sorted(pages, key=lambda page: page.path)), whole=self.inspection.outline)

    @cached_property
    def read(self) -> dict[str, str]:
        """The sha256 of the reports and texts, by their files."""
        return {path: digest for part in self.parts.values() for path, digest in part.files.items()}

    @cached_property
    def newest(self) -> str:
        """The newest day that a report or article names as its own."""
        return max((part.newest for part in self.parts.values()), default="")

    @cached_property
    def doubts(self) -> Doubts:
        """What is doubtful in each file, which its page says."""
        return doubts_by_file(self.inspection.findings.problems)

    @cached_property
    def sources(self) -> dict[str, str]:
        """The file to change when a page is wrong, by the page's address; none for pages made of many."""
        found = {indicator_path(i).rstrip("/"): i.file for i in self.inspection.catalogue.indicators.values()}
        return found | {address: file for part in self.parts.values() for address, file in part.sources.items()}

    def place(self, path: str) -> Place | None:
        """What the pages of a place rest on."""
        part = self.parts.get(province_path(path))
        return part.places.get(path) if part else None


_OF_A_PROVINCE = frozenset(
    {
        "province", "units", "place", "bulletin", "article",
        "procedure_here", "province_procedures", "province_field", "announcement",
    }
)  # fmt: skip
"""The kinds of pages that stand in the folder of their province."""


def share_of(plan: Plan) -> str:
    """With which pages one is built: those of its province."""
    if plan.kind == "indicator_province":
        return territories()[plan.path.rpartition("/")[2]].path
    first = plan.path.partition("/")[0]
    return first if plan.kind in _OF_A_PROVINCE else REST


class Bases:
    """On what each page rests, as a digest; what it asks of the whole site besides, it tells itself."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self._definitions = Definitions(ground.inspection.catalogue)
        self._looks = ground.looks
        self._kinds: dict[str, bytes] = {}
        self._places: dict[str, bytes] = {}
        self.doubts = packed_doubts(ground.doubts)
        """What tells the doubts in each file from others."""
        # What needs the newest day of all is built in one go, or is no page.
        self._common = packed((replace(ground.given(()), newest=""), ground.lists), plain=True)

    @cached_property
    def doubtful(self) -> dict[str, dict[str, bytes]]:
        """By folder the places with something doubtful in them, with what tells that from others."""
        doubted = {
            name: {path: said for path, place in sorted(part.places.items()) if (said := self._doubts_in(place))}
            for name, part in sorted(self.ground.parts.items())
        }
        return {name: places for name, places in doubted.items() if places}

    @property
    def of_files(self) -> bytes:
        """Of the files that pages load."""
        return digest(self._looks.of_files + self._common + self.ground.newest.encode())

    @property
    def of_search(self) -> bytes:
        """Of what makes an index of pages, whatever they are."""
        return program().encode()

    def of(self, plan: Plan) -> bytes:
        """A digest of what a page rests on, but for its questions."""
        if plan.kind not in self._kinds:
            self._kinds[plan.kind] = digest(self._looks.of_kind(plan.kind) + self._common)
        return digest(b"".join((self._kinds[plan.kind], plan.path.encode(), *self._inputs(plan))))

    def indicator_of(self, plan: Plan) -> str:
        """The id of the indicator of whose figures a page shows those of many places, and nothing else of these."""
        is_ours = plan.kind in _OF_INDICATORS and not self._looks.is_own(plan.kind)
        return _OF_INDICATORS[plan.kind](plan.path)[0] if is_ours else ""

    def _inputs(self, plan: Plan) -> Iterator[bytes]:
        if plan.kind in _OF_INDICATORS and not self._looks.is_own(plan.kind):
            yield from self._of_indicator(*_OF_INDICATORS[plan.kind](plan.path))
        elif plan.inputs.doubtful:
            yield from self.doubts.values()
            yield from (
                self.ground.parts[n].places[path].listed for n, found in self.doubtful.items() for path in found
            )
        else:
            yield from self._of_places(plan.inputs.places)
            yield from (place.listed for path in plan.inputs.listed if (place := self.ground.place(path)))
            if plan.kind in _OF_INDICATORS:
                yield self._definitions.digest([plan.path.split("/")[1]])
        yield from (self._text(text) for text in plan.inputs.texts)
        if plan.kind == "home":
            yield str(doubt_count(self.ground.doubts)).encode()
        if plan.kind in ("indicators", "home"):
            yield self._definitions.digest(self.ground.inspection.catalogue.indicators)

    def _of_places(self, paths: Sequence[str]) -> Iterator[bytes]:
        if len(paths) == 1:
            yield self._of_one(paths[0])
            return
        known = [place for path in paths if (place := self.ground.place(path))]
        yield from map(self._of_one, paths)
        yield self._definitions.digest({id for place in known for id in place.indicators})

    def _of_one(self, path: str) -> bytes:
        """Of one place, which most pages rest on: what it is is told once."""
        if path not in self._places:
            place = self.ground.place(path)
            said = place.digest + self._doubts_in(place) + self._definitions.digest(place.indicators) if place else b""
            self._places[path] = digest(said)
        return self._places[path]

    def _of_indicator(self, id: str, territory: str) -> Iterator[bytes]:
        """Of one territory, or of all where none is named: as much as our own templates show of figures.

        Where all would be too many for a page, it draws those that territories published of themselves.
        """
        yield self._definitions.digest([id])
        outline = self.ground.inspection.outline
        is_drawn = not territory and is_cut(outline, id)
        for name in [territory] if territory else sorted(outline.of_indicator(id)):
            part = self.ground.parts[province_path(territories()[name].path)]
            yield part.drawn.get((name, id), _NOTHING) if is_drawn else part.values[name, id]

    def _doubts_in(self, place: Place) -> bytes:
        return doubts_in(place.files, self.doubts)

    def _text(self, address: str) -> bytes:
        part = self.ground.parts[self.ground.folder_of[address]]
        return part.texts[address] + self.doubts.get(part.sources[address], b"")


def _whole(path: str) -> tuple[str, str]:
    return path.rpartition("/")[2], ""


def _of_territory(path: str) -> tuple[str, str]:
    _, id, territory = path.split("/")
    return id, territory


_OF_INDICATORS: Mapping[str, Callable[[str], tuple[str, str]]] = {
    "indicator": _whole,
    "indicator_province": _of_territory,
}
"""The kinds of pages that show one indicator, and which and where by their addresses."""


def shares_of(plans: Iterable[Plan]) -> dict[str, list[Plan]]:
    """The plans by the share they are built with; the largest share first."""
    found: dict[str, list[Plan]] = {}
    for plan in plans:
        found.setdefault(share_of(plan), []).append(plan)
    return dict(sorted(found.items(), key=lambda entry: -len(entry[1])))
