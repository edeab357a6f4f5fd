"""What the columns of an exported table count, by the headings over them.

Systems have their own words for the headings of form 06: «Đang xử lý» over «Chưa đến hạn» is what the form calls «Đang
giải quyết / Trong hạn». So headings are compared with all names of indicators, without «số» and «hồ sơ», and a column
is sought among the parts of what its group names. Every heading over a column must be understood: «Quá hạn» under
«Tỷ lệ hồ sơ đã giải quyết» counts nothing, and «Tổng số» under «Hồ sơ chờ tiếp nhận» is not what was received.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property

from bantin.model import Catalogue, Indicator, Kind
from bantin.vietnamese import slug

_UNSAID = re.compile(r"(?:(?:so-luong|so|ho-so|tthc|thu-tuc-hanh-chinh)-)+(?=.)")
"""What headings say or leave out before a name."""
_NUMBER_BEHIND = re.compile(r"\s*\(\s*(?:[0-9]{1,2}\s*(?:=[^)]*)?|hồ sơ)\s*\)(?:\s*=.*)?$", re.IGNORECASE | re.DOTALL)
_TOTAL = frozenset(map(slug, ("Tổng số", "Tổng", "Tổng cộng", "Cộng", "Số hồ sơ", "Số lượng", "Tổng số hồ sơ")))
_TOTAL_OF = re.compile(r"tong-(?:cong-)?(?:so-)?(?:ho-so-)?(?=.)")
_RESULTS = ("Kết quả giải quyết", "Kết quả giải quyết trong kỳ", "Tình hình giải quyết", "Tình hình giải quyết hồ sơ")
_AROUND = frozenset(map(slug, ("Trong đó", "Hồ sơ", "Số hồ sơ", "Số lượng hồ sơ", *_RESULTS)))
"""Headings over others that say nothing of what is counted below."""
_IN_PERIOD = "trong-ky"

Way = list[str]
"""The headings over a column, as slugs, from the widest to its own."""


class Headings:
    """The names by which headings call what is counted of dossiers."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.indicators = catalogue.indicators

    @cached_property
    def _totals(self) -> Mapping[str, str]:
        """The totals of form 06, by its groups."""
        columns = {id: one.in_form.partition("/") for id, one in self.indicators.items() if "/" in one.in_form}
        return {slug(group): id for id, (group, _, own) in columns.items() if slug(own) in _TOTAL}

    @cached_property
    def _below(self) -> Mapping[str, frozenset[str]]:
        """What each total of dossiers is made of, in all ways but those through another total of the form."""
        found: dict[str, frozenset[str]] = {}
        for total in self._totals.values():
            self._gather(total, found)
        return found

    def _gather(self, id: str, found: dict[str, frozenset[str]]) -> frozenset[str]:
        if id not in found:
            found[id] = frozenset()
            totals = {*self._totals.values()}
            parts = {part for way in self.indicators[id].sums if not totals & {*way} for part in way}
            found[id] = frozenset(parts).union(*(self._gather(part, found) for part in parts))
        return found[id]

    @cached_property
    def _names(self) -> Mapping[str, frozenset[str]]:
        """How what is counted of dossiers is called, by ids."""
        return {
            id: frozenset(bare(slug(name)) for name in (one.label, *one.aliases))
            for id, one in self.indicators.items()
            if id in self._below
        }

    @cached_property
    def _columns(self) -> frozenset[str]:
        """The headings of form 06 that name something only below a group."""
        return frozenset(slug(one.in_form.partition("/")[2]) for one in self.indicators.values()) - {""}

    def heads(self, above: Iterable[str]) -> frozenset[str]:
        """What the innermost of some headings may be; nothing where one of them is not understood, as «Đúng hạn» below
        nothing is not."""
        found: frozenset[str] | None = None
        for group in above:
            if found is None and group in self._columns:
                return frozenset()
            named = {id for id, names in self._names.items() if bare(group) in names}
            named |= {total for name, total in self._totals.items() if name == bare(group)}
            found = frozenset(named if found is None else named & self._all_below(found))
        return found or frozenset()

    def _all_below(self, heads: Iterable[str]) -> frozenset[str]:
        return frozenset[str]().union(*(self._below[id] for id in heads))

    def part(self, heads: frozenset[str], own: str) -> str | None:
        """Which part of a group a heading names."""
        found = {id for id in self._all_below(heads) if self._is_called(id, own, heads)}
        return found.pop() if len(found) == 1 else None

    def _is_called(self, id: str, own: str, heads: Iterable[str]) -> bool:
        said = {bare(own), *(f"{name}-{bare(own)}" for head in heads for name in self._names[head])}
        return bool(said & self._names[id]) or slug(self.indicators[id].in_form.partition("/")[2]) == own

    def total(self, heads: frozenset[str], beside: Iterable[str]) -> str | None:
        """Which total a group has: «Tiếp nhận» with what was carried over is more than what was received."""
        if len(heads) == 1:
            return next(iter(heads))
        there = {*beside}
        ways = ((id, way) for id in heads for way in self.indicators[id].sums)
        found = {id for id, way in ways if heads & {*way} and there & {*way} - heads}
        return found.pop() if len(found) == 1 else None

    def alone(self, own: str) -> str | None:
        """What a heading below no group names: «Đã xử lý», but not «Quá hạn»."""
        firsts = {part for id in self._totals.values() for way in (*self.indicators[id].sums, (id,)) for part in way}
        found = {id for id in firsts & {*self._names} if bare(own) in self._names[id]}
        return found.pop() if len(found) == 1 and own not in self._columns | _TOTAL else None

    def opens(self, own: str) -> bool:
        """Whether a heading names a total of the form, of which those after it may be parts."""
        heads = self.heads([_TOTAL_OF.sub("", own)])
        return bool(heads & {*self._totals.values()}) and own not in _TOTAL

    def is_part(self, id: str, heads: Iterable[str]) -> bool:
        """Whether it is a part of something."""
        return id in self._all_below(heads)

    def are_all(self, parts: Iterable[str], heads: frozenset[str], owns: Sequence[str]) -> bool:
        """Whether columns are all that a total is made of, and their headings would not be all of another as well."""
        read = [[self.part(frozenset((other,)), own) for own in owns] for other in {*self._totals.values()} - heads]
        others = [frozenset(ids) for found in read if len(ids := [id for id in found if id]) == len(owns)]
        return self._makes(frozenset(parts), heads) and not any(
            self._makes(ids, self._totals.values()) for ids in others
        )

    def _makes(self, there: frozenset[str], totals: Iterable[str]) -> bool:
        ways = (way for total in totals for way in self.indicators[total].sums)
        return any(all(part in there or self._makes(there, [part]) for part in way) for way in ways)


def bare(name: str) -> str:
    """A slug without what headings may leave out before it."""
    return _UNSAID.sub("", name, count=1) if _UNSAID.match(name) else name


def _groups(above: Iterable[str]) -> list[str]:
    """The headings that say something; «Trong kỳ» says it of the one over it."""
    found: list[str] = []
    for group in above:
        if group == _IN_PERIOD and found:
            found[-1] += f"-{group}"
        elif group not in _AROUND and group != _IN_PERIOD:
            found.append(group)
    return found


def meanings(words: Mapping[int, Sequence[str]], catalogue: Catalogue) -> dict[int, Indicator]:
    """The indicators of columns, by the headings over them; of those alone that leave no doubt."""
    headings = Headings(catalogue)
    named = {column: found.id for column, texts in words.items() if (found := _by_name(texts, catalogue))}
    ways = {column: [slug(_plain(text)) for text in texts] for column, texts in words.items() if not _is_share(texts)}
    ways = _grouped(ways, named, headings)
    known = {column: id for column, way in ways.items() if (id := _part(way, headings))} | named
    known |= {column: id for column, way in ways.items()
              if column not in known and (id := _total(way, ways, known, headings=headings))}  # fmt: skip
    return {column: catalogue.indicators[id] for column, id in known.items()}


def _plain(text: str) -> str:
    return _NUMBER_BEHIND.sub("", text)


def _is_share(texts: Iterable[str]) -> bool:
    return any("%" in text or "ty-le" in slug(text) for text in texts)


def _by_name(texts: Sequence[str], catalogue: Catalogue) -> Indicator | None:
    """The indicator whose name the headings are together."""
    found = catalogue.indicator(" ".join(map(_plain, texts)))
    is_share = found and found.kind is Kind.PERCENT
    return found if found and (is_share or not _is_share(texts)) else None


def _part(way: Way, headings: Headings) -> str | None:
    above, own = _groups(way[:-1]), way[-1]
    if not above:
        return headings.alone(own)
    return None if own in _TOTAL else headings.part(headings.heads(above), own)


def _total(way: Way, ways: Mapping[int, Way], known: Mapping[int, str], *, headings: Headings) -> str | None:
    above, own = _groups(way[:-1]), way[-1]
    if not above or own not in _TOTAL:
        return None
    beside = (known[column] for column, other in ways.items() if column in known and _groups(other)[:1] == above[:1])
    return headings.total(headings.heads(above), beside)


def _grouped(ways: Mapping[int, Way], known: Mapping[int, str], headings: Headings) -> dict[int, Way]:
    """Headings in one row, below the totals that they follow: «Tổng số hồ sơ đã giải quyết», «Trước hạn», «Quá hạn»."""
    found, idle = dict(ways), list[frozenset[str]]()
    for column in [column for column, way in ways.items() if len(way) == 1 and headings.opens(way[0])]:
        group = _TOTAL_OF.sub("", ways[column][0])
        heads = headings.heads([group])
        run = dict(_run(column, ways, known, heads=heads, headings=headings))
        owns = [ways[part][0] for part in run]
        # «Đã giải quyết», «Đang giải quyết», «Trong hạn», «Trễ hạn»: of which is said nowhere.
        is_claimed = any(headings.part(other, own) for other in idle for own in owns)
        if headings.are_all(run.values(), heads, owns) and not is_claimed:
            found |= {part: [group, *ways[part]] for part in run}
            found[column] = [group, slug("Tổng số")]
        else:
            idle.append(heads)
    return found


def _run(
    first: int, ways: Mapping[int, Way], known: Mapping[int, str], *, heads: frozenset[str], headings: Headings
) -> Iterator[tuple[int, str]]:
    """The columns right after one, as long as each is a part of the total that the first is."""
    for column in range(first + 1, 1 + max(ways)):
        way = ways.get(column, [])
        id = known.get(column) or headings.part(heads, way[0]) if len(way) == 1 else None
        if not id or not headings.is_part(id, heads):
            return
        yield column, id
