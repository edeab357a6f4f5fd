"""The index of a site: for each family of pages its documents and, by the first letters, its words.

A family are the pages of one part of the site (a province, the procedures) with sources of one year. Whatever stands of
it in the index is made from its pages alone, so of a site of 20,000 only the families change in which a page did.

| file | holds |
|---|---|
| `trang.js` | the units with pages, titles that are not of units, and the parts that there are |
| `doan/<part>.js` | the documents of a part of a family, newest first: what a result shows |
| `tu/<letters>.js` | the words that begin so: in which documents of each part they stand |
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from bantin.search.documents import Document
from bantin.search.names import numbers
from bantin.search.scripts import path_of, script_of, text_in
from bantin.search.words import start_of, words_of

SITE = "trang"
"""What the list of all that a site has is called."""
_TOGETHER = 250
"""How many documents a part has at most."""
_TITLED = {
    "indicator": "c", "procedure": "t", "procedure_field": "l", "life_event": "v", "article": "b",
}  # fmt: skip
"""The letters of titles by the kind of page; of all others «g»."""
_UNTITLED = frozenset({"place", "province", "bulletin", "procedure_here", "announcement"})
"""The kinds whose titles are units, or are found by their words alone: there are as many as there are places."""
_MANY_PROCEDURES = 400
"""Of more procedures only those have their titles in the list that people call by other names."""


@dataclass(frozen=True)
class Family:
    """What is known of a family that stands in an index."""

    digest: str
    """Of its pages."""
    lines: tuple[str, ...]
    """What it has in the list of the site."""
    starts: frozenset[str]
    """The files of words in which it stands."""
    parts: tuple[str, ...]
    """The names of its parts."""


def family_of(address: str, updated: str) -> str:
    """The family of a page: «an-giang-2026»; without a year where it has no date."""
    first = address.partition("/")[0] or "trang-chu"
    return f"{first}-{updated[:4]}" if updated else first


def write_index(documents: Iterable[Document], site: Path) -> None:
    """The whole index of these pages is in the folder of their site."""
    families: dict[str, list[Document]] = {}
    for document in documents:
        families.setdefault(family_of(document.address, document.updated), []).append(document)
    Index(site, site, {}).update(dict.fromkeys(families, ""), families.__getitem__)


@dataclass
class Index:
    """An index in a folder, made of one that may stand beside it."""

    site: Path
    """Where files are written that do not stand."""
    before: Path
    """Where those stand that do."""
    known: Mapping[str, Family]
    """The families of the index that stands."""
    numbers: Callable[[], Mapping[str, int]] = numbers
    """Tells the numbers of all units, where they are asked for."""

    def update(
        self, digests: Mapping[str, str], documents: Callable[[str], Iterable[Document]]
    ) -> tuple[dict[str, Family], tuple[str, ...]]:
        """The families of this index and the files that it has now; those are written that changed.

        `digests` are those of the pages of each family, `documents` tells of the pages of one.
        """
        families = {name: family for name, family in self.known.items() if digests.get(name) == family.digest}
        went = [self.known[name] for name in self.known.keys() - families.keys()]
        words: dict[str, list[str]] = {}
        for name in sorted(digests.keys() - families.keys()):
            families[name], lines = self._added(name, digests[name], documents(name))
            for start, line in lines:
                words.setdefault(start, []).append(line)
        gone = frozenset(part for family in went for part in family.parts)
        for start in words.keys() | {start for family in went for start in family.starts}:
            self._write_words(start, words.get(start, ()), gone)
        starts = sorted({start for family in families.values() for start in family.starts})
        if went or words or not self.known:
            self._write(SITE, "\n".join(_listed(families, starts)))
        parts = (path_of(f"doan/{part}") for family in families.values() for part in family.parts)
        return families, (path_of(SITE), *parts, *(path_of(f"tu/{start}") for start in starts))

    def _added(
        self, name: str, digest: str, documents: Iterable[Document]
    ) -> tuple[Family, tuple[tuple[str, str], ...]]:
        """A family whose documents are written, and the lines of its words, each with the file where it belongs."""
        found = sorted(documents, key=lambda document: document.address)
        found.sort(key=lambda document: document.updated, reverse=True)
        titles = [line for document in found for line in self._titles(document)]
        parts = dict(_parts(name, [document for document in found if document.kind not in ("place", "province")]))
        for called, part in parts.items():
            self._write(f"doan/{called}", "\n".join(map(_line_of, part)))
        titles += (f">{called}|{len(part)}|{part[0].updated}" for called, part in parts.items())
        words = tuple((start, f"{called}\t{line}") for called, part in parts.items() for start, line in _words(part))
        return Family(digest, tuple(titles), frozenset(start for start, _ in words), tuple(parts)), words

    def _titles(self, document: Document) -> Iterator[str]:
        """The lines of a page in the list of the site."""
        address = document.address
        if document.kind in ("place", "province"):
            yield f"/{self.numbers()[address.rstrip('/')]}"
        elif document.kind not in _UNTITLED and address:
            also = ";".join(_plain(name) for name in document.also)
            weight = f"|{document.rows.bit_length()}" if document.rows else ""
            yield f"{_TITLED.get(document.kind, 'g')}|{_plain(document.title)}|{address}|{also}{weight}"

    def _write_words(self, start: str, lines: Iterable[str], gone: frozenset[str]) -> None:
        standing = self.before / path_of(f"tu/{start}")
        known = text_in(standing.read_text(encoding="utf-8")).split("\n") if self.known and standing.is_file() else []
        if found := sorted((*(line for line in known if line.partition("\t")[0] not in gone), *lines)):
            self._write(f"tu/{start}", "\n".join(found))

    def _write(self, name: str, text: str) -> None:
        path = self.site / path_of(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(script_of(name, text).encode())


def _parts(name: str, documents: Sequence[Document]) -> Iterator[tuple[str, Sequence[Document]]]:
    """The documents of a family, cut where they are many, each part with its name."""
    for number, start in enumerate(range(0, len(documents), _TOGETHER), start=1):
        yield f"{name}-{number}" if start else name, documents[start : start + _TOGETHER]


def _plain(text: str) -> str:
    return text.replace("|", "/").replace(";", ",").replace("\n", " ")


def _line_of(document: Document) -> str:
    row = [document.address, document.title, document.text, document.headings, document.around]
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _words(part: Iterable[Document]) -> Iterator[tuple[str, str]]:
    """The words of a part by their first letters: in which of its documents each stands, and in which titles."""
    places: dict[str, tuple[list[int], list[int]]] = {}
    for number, document in enumerate(part):
        titles = words_of(
            " ".join((document.title, document.around, *document.also, *(h for _, h in document.headings)))
        )
        for word in titles | words_of(document.text):
            everywhere, strong = places.setdefault(word, ([], []))
            everywhere.append(number)
            if word in titles:
                strong.append(number)
    for letters, words in groupby(sorted(places), start_of):
        yield letters, "\t".join(_word(word, *places[word]) for word in words)


def _word(word: str, everywhere: list[int], strong: list[int]) -> str:
    return f"{word} {_ranges(everywhere)}" + (f"|{_ranges(strong)}" if strong else "")


def _ranges(numbers: list[int]) -> str:
    """Numbers in ascending order: «0-3,7»."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][1] == number - 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ",".join(str(first) if first == last else f"{first}-{last}" for first, last in runs)


def _listed(families: Mapping[str, Family], starts: Iterable[str]) -> Iterator[str]:
    """The lines of the list of a site: units and titles by family, then the parts, newest first, then the words."""
    lines = [line for name in sorted(families) for line in families[name].lines]
    many = sum(line.startswith("t|") for line in lines) > _MANY_PROCEDURES
    yield f"/{_ranges(sorted(int(line[1:]) for line in lines if line[0] == '/'))}"
    yield from (line for line in lines if line[0] not in "/>" and not (many and line[:2] == "t|" and line[-1] == "|"))
    yield from sorted(
        (line for line in lines if line[0] == ">"), key=lambda line: line.rpartition("|")[2], reverse=True
    )
    yield f"&{' '.join(starts)}"
