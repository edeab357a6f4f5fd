"""The pages of one share, made, built and looked at; what is known of them is kept with their share."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bantin.building.figures import missing_figures
from bantin.building.ground import Ground
from bantin.building.making import Maker
from bantin.building.outputs import digest_of
from bantin.building.questions import Question
from bantin.inspection import Reading
from bantin.keeping import Keeper, digest, packed
from bantin.pages import Plan
from bantin.publishing import Digest
from bantin.search import Document
from bantin.site import UnfinishedError
from bantin.telling import Stopwatch

if TYPE_CHECKING:
    from bantin.publishing.engine import Built, Engine

_UNSHOWN = "Trang «{}/» không in đủ các con số đã công bố: thiếu {}. Một mẫu trang, hay một plugin, đã bỏ con số ấy."


class Made(NamedTuple):
    """A page that was built, and what it rests on."""

    basis: bytes
    asked: tuple[Question, ...]
    digest: str
    """The sha256 of its file."""
    size: int
    """How many bytes that has."""
    said: tuple[str, ...]
    """What the engine and its plugins warned of."""
    updated: str
    """The day that it was brought up to date, as in 2023-08-20; «» where it names none."""
    document: bytes
    """A digest of what the search knows of it; «» where that is nothing."""
    allowed: tuple[tuple[str, str], ...] = ()
    """What its policy allows beyond the files of the site."""
    beside: tuple[tuple[str, Digest], ...] = ()
    """The files that stand beside it, by their paths in the site."""

    def files(self, address: str) -> Iterator[tuple[str, str]]:
        """All that was built for its address: paths in the site, with digests."""
        yield file_of(address), self.digest
        yield from ((path, known.sha256) for path, known in self.beside)

    def sizes(self, address: str) -> Iterator[tuple[str, int]]:
        """How many bytes each of these has."""
        yield file_of(address), self.size
        yield from ((path, known.size) for path, known in self.beside)


@dataclass(frozen=True, slots=True)
class Share:
    """Some of the pages that are built together."""

    name: str
    plans: tuple[Plan, ...]
    """The pages to build."""
    staying: tuple[str, ...] = ()
    """The addresses of its other pages."""


def pages_of(keeper: Keeper, share: str) -> Mapping[str, Made]:
    """What is kept of a share's pages, by their addresses."""
    kept = keeper.read(f"pages {share}")
    return kept if isinstance(kept, dict) else {}


def documents_of(keeper: Keeper, share: str) -> Mapping[str, Document | None]:
    """What the search knows of a share's pages, by their addresses."""
    kept = keeper.read(f"documents {share}")
    return kept if isinstance(kept, dict) else {}


class Builder:
    """Builds pages of one site into a folder."""

    def __init__(
        self, ground: Ground, reading: Reading, *, new: Path, strict: bool, keeper: Keeper | None = None,
        engine: "Engine | None" = None,
    ) -> None:  # fmt: skip
        self.ground, self.reading, self.new, self.strict = ground, reading, new, strict
        self.keeper = keeper or reading.keeper
        """Where what is known of the pages is kept."""
        if engine:
            self.__dict__["_engine"] = engine

    def __getstate__(self) -> dict[str, object]:
        """A process that is no copy of this one reads the settings and templates itself."""
        return {name: value for name, value in self.__dict__.items() if not name.startswith("_")}

    def build(self, share: Share, watch: Stopwatch) -> Mapping[str, Made]:
        """A share's pages are in the new folder; comes back with what is known of them, by address."""
        made: dict[str, Made] = {}
        known = documents_of(self.keeper, share.name)
        documents = {address: known[address] for address in share.staying}
        for plan, page, built in self._built(share.plans, watch):
            made[plan.path], documents[plan.path] = page, built.document
        staying = pages_of(self.keeper, share.name)
        self.keeper.write(f"documents {share.name}", documents)
        self.keeper.write(f"pages {share.name}", {address: staying[address] for address in share.staying} | made)
        return made

    @cached_property
    def _engine(self) -> "Engine":
        return self.ground.engine(strict=self.strict)

    @cached_property
    def _maker(self) -> Maker:
        return Maker(self.ground, self.reading)

    def _built(self, plans: Iterable[Plan], watch: Stopwatch) -> "Iterator[tuple[Plan, Made, Built]]":
        by_file = {plan.file: plan for plan in plans}
        given = self.ground.given(tuple(map(self._maker.given, by_file.values())))
        self._maker.watch = watch
        with watch.stage("Dựng"):
            for built in self._engine.pages(given, site_dir=self.new):
                plan = by_file[built.path]
                yield plan, self._made(plan, built, self._maker), built

    def _made(self, plan: Plan, built: "Built", maker: Maker) -> Made:
        """What is known of a page; UnfinishedError where it does not show what was published."""
        if plan.kind == "bulletin":
            unshown = missing_figures(maker.reports_at(plan.path), built.html.decode())
            if unshown:
                raise UnfinishedError(_UNSHOWN.format(plan.path, ", ".join(f"«{text}»" for text in unshown[:3])))
        questions = maker.listeners.pop(plan.path).questions
        document = digest(packed(built.document, plain=True)) if built.document else b""
        return Made(
            self.ground.bases.of(plan),
            questions,
            digest_of(built.html),
            len(built.html),
            built.said,
            built.updated,
            document,
            tuple(sorted(built.allowed)),
            tuple(built.beside.items()),
        )


def file_of(address: str) -> str:
    """The file of a page in a finished site."""
    return f"{address}/index.html".lstrip("/")


def has_documents(keeper: Keeper, share: str) -> bool:
    """Whether it is known what the search knows of the pages of a share that are kept."""
    return keeper.has(f"documents {share}")


@dataclass
class Documents:
    """What the search knows of the pages of a site; of one share at a time."""

    keeper: Keeper
    share_of: Mapping[str, str]
    """The share of each page, by address."""
    _share: str | None = None
    _found: Mapping[str, Document | None] = field(default_factory=dict)

    def of(self, addresses: Iterable[str]) -> Iterator[Document]:
        """What is known of some pages, in their order, where anything is."""
        for address in sorted(addresses, key=self.share_of.__getitem__):
            if self.share_of[address] != self._share:
                self._share = self.share_of[address]
                self._found = documents_of(self.keeper, self._share)
            if document := self._found[address]:
                yield document
