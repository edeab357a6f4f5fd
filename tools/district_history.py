"""The districts before those of 30/06/2025, told backwards from them by `district_changes.tsv`.

That table is kept by hand: a row a change, with its resolution and the numbers of its sources in
`docs/lich-su-don-vi.md`; the last column says what of it has fewer than two sources.

- kind: the unit stayed one, of another kind; its folder is named by the last.
- renamed: the unit went on whole under another name, or another code: two units.
- created: a unit that was not, out of others that ended or went on.
- ended: a unit that is no more, and what it went into.
- province: all districts of a province went on in another.
"""

import csv
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import groupby
from operator import itemgetter
from pathlib import Path

TABLE = Path(__file__).parent / "district_changes.tsv"
Row = tuple[str, ...]


@dataclass(frozen=True)
class District:
    """A row of districts.tsv."""

    since: str
    until: str
    code: str
    kind: str
    name: str
    path: str

    @property
    def row(self) -> Row:
        """As it is written."""
        return self.since, self.until, self.code, self.kind, self.name, self.path


@dataclass
class Told:
    """The tables, as far back as they are told."""

    living: dict[str, District]
    """By their codes, those of the day that was reached."""
    ended: list[District] = field(default_factory=list)
    """Those whose first and last days are known, or that began after the day."""
    successions: set[Row] = field(default_factory=set)
    kinds: set[Row] = field(default_factory=set)

    @property
    def districts(self) -> list[Row]:
        """Rows of all of them."""
        return [found.row for found in (*self.ended, *self.living.values())]


def told_back(last: Iterable[Row], slug: Callable[[str], str]) -> Told:
    """All districts, from the rows of those of the last day."""
    told = Told({row[2]: District(*row) for row in last})
    for on, changes in groupby(sorted(_changes(), key=itemgetter("on"), reverse=True), key=itemgetter("on")):
        of_day = list(changes)
        moved = {change["province"]: slug(change["old_name"]) for change in of_day if change["what"] == "province"}
        for what, step in STEPS.items():
            for change in of_day:
                if change["what"] == what:
                    folder = moved.get(change["province"], change["province"])
                    path = f"{folder}/{slug(change['old_kind'] + ' ' + change['old_name'])}"
                    until = str(date.fromisoformat(on) - timedelta(days=1))
                    old = District("", until, change["old_codes"], change["old_kind"], change["old_name"], path)
                    step(told, change, old)
    return told


def _changes() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def _created(told: Told, change: Mapping[str, str], old: District) -> None:
    """What was not before the day, out of one or several; what ended with it has rows of its own."""
    _begin(told, change["new_codes"], change)
    for code in change["old_codes"].split():
        _follow(told, change, code, change["new_codes"])


def _renamed(told: Told, change: Mapping[str, str], old: District) -> None:
    _begin(told, change["new_codes"], change)
    told.living[old.code] = old
    _follow(told, change, old.code, change["new_codes"])


def _moved(told: Told, change: Mapping[str, str], old: District) -> None:
    """All districts of a province are others before the day, in the folder of the province that was."""
    here = [code for code, district in told.living.items() if district.path.startswith(f"{change['province']}/")]
    folder = old.path.partition("/")[0]
    for code in here:
        district = _begin(told, code, change)
        path = f"{folder}/{district.path.partition('/')[2]}"
        told.living[code] = replace(district, since="", until=old.until, path=path)
        told.successions.add((change["on"], code, code, "", ""))


def _another_kind(told: Told, change: Mapping[str, str], old: District) -> None:
    district = told.living[old.code]
    if district.until == old.until:  # of a province that moved on the day: two units anyway
        told.living[old.code] = old
        _follow(told, change, old.code, old.code)
    else:
        told.living[old.code] = replace(district, kind=change["old_kind"])
        told.kinds.add((change["on"], old.code, change["new_kind"], change["resolution"]))


def _ended(told: Told, change: Mapping[str, str], old: District) -> None:
    told.living[old.code] = old
    for new in change["new_codes"].split():
        _follow(told, change, old.code, new)


def _begin(told: Told, code: str, change: Mapping[str, str]) -> District:
    """The unit of a code, which began on the day and is not before it."""
    district = replace(told.living.pop(code), since=change["on"])
    told.ended.append(district)
    return district


def _follow(told: Told, change: Mapping[str, str], old: str, new: str) -> None:
    told.successions.discard((change["on"], old, new, "", ""))
    told.successions.add((change["on"], old, new, change["resolution"], change["issued"]))


STEPS = {"created": _created, "renamed": _renamed, "province": _moved, "kind": _another_kind, "ended": _ended}
"""What is undone first of one day: a code may have been given to another unit on it."""
