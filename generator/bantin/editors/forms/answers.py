"""The rows of a filled form as statements: every name in them resolved, as the reader of data files does."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from bantin.editors.forms.about import TOPICS
from bantin.editors.forms.book import Seen
from bantin.editors.forms.layout import (
    ADDED,
    COMPARED,
    CONTENT,
    FIELD,
    INDICATOR,
    NUMBER,
    SCOPE,
    TOPIC,
)
from bantin.editors.forms.printed import slice_name
from bantin.editors.forms.rates import BASE, DUE, NOTE, TARGET
from bantin.editors.forms.statements import (
    ASSESSMENTS,
    BASIS,
    BY_PLACE,
    FIGURES,
    PERIOD,
    SOURCE,
    TARGETS,
    VALUE,
    Filled,
    Name,
    Statement,
    topic,
    without_doubt,
)
from bantin.editors.forms.tables import PLACE, Line
from bantin.model import Catalogue, Indicator, Period, Scope, Slice, hinted, indicator_at, slice_at, unknown, whole_of
from bantin.places import Unit, finding, gazetteer
from bantin.problems import Location, Problem, Text, excerpt
from bantin.vietnamese import date_text, slug

_COUNTED_OFF = re.compile(r"(?:[0-9]{1,2}(?:\.[0-9]{1,2})*|[IVXivx]{1,4}|[A-Za-z])(?:[.)]\s*|\s+[-–]\s+)")
TOTALS = frozenset(map(slug, ("Tổng", "Tổng số", "Tổng cộng", "Cộng", "Toàn bộ")))
"""How exports name the row of the whole …"""
_SUBTOTAL = re.compile("(?:tong|cong)-")
"""… and how names of sums in between begin."""
_COMPUTED = frozenset(map(slug, (ADDED, COMPARED)))
_ORDER = (SOURCE, PERIOD, FIGURES, BY_PLACE, BASIS, TARGETS, ASSESSMENTS)
"""In which order a new file says things."""
_SECTIONS = {slug(label): topic(label) for label in (*TOPICS, ASSESSMENTS.label)}


@dataclass(frozen=True)
class Speaker:
    """Whose form it is, and in which names it speaks."""

    catalogue: Catalogue
    place: Unit
    period: Period
    whole: Scope | None
    """What it speaks of where it names no scope."""

    @property
    def kind(self) -> str:
        """The kind of the place when the period ended."""
        return self.place.kind_on(self.period.end)


def filled(lines: Iterable[Line], speaker: Speaker, *, source: Mapping[str, Seen] | None = None) -> Filled:
    """What the rows of a form say; `source` is who published them, where no row does."""
    found = [*_fields(lines, speaker), *_rates(lines, speaker), *_about(lines), *_of_places(lines, speaker)]
    found += [Statement((SOURCE,), source)] if source else []
    said = [one for one in found if isinstance(one, Statement)]
    told = without_doubt(sorted(said, key=lambda one: _ORDER.index(one.path[0])))
    problems = (*(one for one in found if isinstance(one, Problem)), *told.problems)
    return replace(told, problems=hinted(problems), places=_places(lines))


def _fields(lines: Iterable[Line], speaker: Speaker) -> Iterator[Statement | Problem]:
    """The first table, in which rows of fields follow the row of their scope."""
    scope = speaker.whole
    for line in lines:
        if FIELD not in line.spots:
            continue
        name, values = line.cells.get(FIELD), _but(line, NUMBER, FIELD)
        if name and slug(name.text) in _COMPUTED:
            continue
        if not name or not name.text:
            yield from _nameless(values, "tên lĩnh vực")
            continue
        if values and _SUBTOTAL.match(slug(name.text)) and slug(name.text) not in TOTALS:
            yield _not_read(name)
            continue
        scope = speaker.catalogue.scope(name.text, speaker.place.level) or scope
        part = _part(name, scope, speaker)
        if part:
            yield from ([name.problem] if name.problem and values else [])
            yield from (_figure(part, speaker, id, {VALUE: _line(seen)}) for id, seen in values.items())
        elif values and not scope:
            message = f"Chưa rõ dòng {excerpt(name.text)} là của phạm vi nào."
            help = "Xin thêm ở trên một dòng ghi tên phạm vi, như trong danh mục pham-vi.yml."
            yield Problem(name.at, "form-table", message, help)
        elif values:
            known = speaker.catalogue.members_by_name
            yield unknown(Text(name.text, name.at), "phân tổ", known=known.values(), code="unknown-member")


def _part(name: Seen, scope: Scope | None, speaker: Speaker) -> Slice | None:
    """The slice of a row: a scope, a part of the one above, or both."""
    bare = _COUNTED_OFF.sub("", name.text, count=1) if _COUNTED_OFF.match(name.text) else name.text
    catalogue, level = speaker.catalogue, speaker.place.level
    if slug(bare) in TOTALS and speaker.whole:
        return Slice(speaker.whole)
    for text in dict.fromkeys((name.text, bare)):
        within = f"{scope.label} / {text}" if scope else text
        if found := catalogue.slice(text, level) or catalogue.slice(within, level):
            return found
    return None


def _rates(lines: Iterable[Line], speaker: Speaker) -> Iterator[Statement | Problem]:
    """The second table, in which a row is an indicator of a slice."""
    for line in lines:
        values = _but(line, INDICATOR, SCOPE)
        if INDICATOR not in line.spots or not values:
            continue
        name, within = line.cells.get(INDICATOR), line.cells.get(SCOPE)
        if not name or not name.text or not within or not within.text:
            yield from _nameless(values, "tên chỉ số" if within else "phạm vi")
            continue
        indicator = indicator_at(speaker.catalogue, Text(name.text, name.at))
        part = slice_at(speaker.catalogue, Text(within.text, within.at), speaker.place.level)
        yield from (seen.problem for seen in (name, within) if seen.problem)
        if isinstance(indicator, Problem) or isinstance(part, tuple):
            yield from ([indicator] if isinstance(indicator, Problem) else [])
            yield from (part if isinstance(part, tuple) else ())
            continue
        yield from _said(values, part, indicator, speaker=speaker)


def _said(values: dict[str, Seen], part: Slice, indicator: Indicator, *, speaker: Speaker) -> Iterator[Statement]:
    figure = {key: _line(values[key]) for key in (VALUE, BASE, NOTE) if key in values}
    target = {key: _line(values[of]) for key, of in ((VALUE, TARGET), (DUE, DUE)) if of in values}
    for section, says in ((FIGURES, figure), (TARGETS, target)):
        if says:
            yield replace(_figure(part, speaker, indicator.id, says), path=_path(section, part, speaker, indicator.id))


def _figure(part: Slice, speaker: Speaker, id: str, says: dict[str, Seen]) -> Statement:
    return Statement(_path(FIGURES, part, speaker, id), says)


def _path(section: Name, part: Slice, speaker: Speaker, id: str) -> tuple[Name, ...]:
    label = speaker.catalogue.indicators[id].label
    return section, Name(part.id, slice_name(part, speaker.kind)), Name(id, label)


def _about(lines: Iterable[Line]) -> Iterator[Statement | Problem]:
    """The third table, in which rows of keys follow the row of their topic."""
    section: Name | None = None
    for line in lines:
        if TOPIC not in line.spots:
            continue
        name, said = line.cells.get(TOPIC), line.cells.get(CONTENT)
        if name and not said and slug(name.text) in _SECTIONS:
            section = _SECTIONS[slug(name.text)]
        elif said and (not name or not name.text or not section):
            yield from _nameless({CONTENT: said}, "tên mục")
        elif said and name and section:
            yield from _key(name, said, section)


def _key(name: Seen, said: Seen, section: Name) -> Iterator[Statement | Problem]:
    if section == ASSESSMENTS:
        yield Statement((section,), {name.text: said})
        return
    keys = {slug(key.name): key for key in TOPICS[section.label]}
    key = keys.get(slug(name.text))
    if not key:
        yield unknown(Text(name.text, name.at), "mục", known=[key.name for key in keys.values()])
        return
    seen = said._replace(text=date_text(said.day), problem=None) if said.day else _line(said)
    yield Statement((section,), {key.name: seen})


def _of_places(lines: Iterable[Line], speaker: Speaker) -> Iterator[Statement | Problem]:
    """A table in which a row is a place, in the file of the body that publishes it."""
    if not any(PLACE in line.spots for line in lines):
        return
    units = gazetteer.lying_in(speaker.place, speaker.period.end)
    known = finding.names_of(map(speaker.catalogue.known, units))
    for line in lines:
        name, values = line.cells.get(PLACE), _but(line, PLACE)
        if PLACE not in line.spots or not values:
            continue
        if not name or not name.text:
            yield from _nameless(values, "tên đơn vị")
        elif slug(name.text) in TOTALS or _SUBTOTAL.match(slug(name.text)):
            yield _not_read(name)
        else:
            yield from _row_of_place(name, values, known, speaker=speaker)


def _row_of_place(
    name: Seen, values: dict[str, Seen], known: finding.NamesOfUnits, *, speaker: Speaker
) -> Iterator[Statement | Problem]:
    bare = _COUNTED_OFF.sub("", name.text, count=1)
    found, office = finding.among(bare, known), speaker.catalogue.member(bare)
    if not found and office and speaker.whole:
        part = Slice(speaker.whole, (office,))
        yield from (_figure(part, speaker, id, {VALUE: _line(seen)}) for id, seen in values.items())
        return
    whole = whole_of(speaker.catalogue, found[0].level, speaker.period) if len(found) == 1 else None
    if not whole:
        names = [unit.full_name for units in known.values() for _, unit in units]
        yield from ([name.problem] if name.problem else [])
        yield unknown(Text(name.text, name.at), "đơn vị", known=names, code="unknown-row")
        return
    place = Name(found[0].path, found[0].full_name_on(speaker.period.end))
    for id, seen in values.items():
        yield Statement((*_path(BY_PLACE, Slice(whole), speaker, id), place), {VALUE: _line(seen)})


def _not_read(name: Seen) -> Problem:
    message = f"Dòng cộng {excerpt(name.text)} không được đọc."
    return Problem(name.at, "form-table", message, "Cần con số ấy thì xin nhập tay.", warning=True)


def _but(line: Line, *names: str) -> dict[str, Seen]:
    return {means: seen for means, seen in line.cells.items() if means not in names}


def _line(seen: Seen) -> Seen:
    """What is seen, in one line."""
    return seen._replace(text=" ".join(seen.text.split()))


def _nameless(values: dict[str, Seen], what: str) -> Iterator[Problem]:
    if values:
        first = next(iter(values.values()))
        message = f"Dòng này có giá trị mà chưa ghi {what}."
        yield Problem(first.at, "form-table", message, f"Xin ghi {what} ở đầu dòng, hoặc xóa giá trị.")


def _places(lines: Iterable[Line]) -> dict[tuple[str, str], Location]:
    """Where the keys of topics stand, filled or not."""
    found: dict[tuple[str, str], Location] = {}
    section = ""
    for line in lines:
        if TOPIC in line.spots and (name := line.cells.get(TOPIC)):
            section = slug(name.text) if slug(name.text) in _SECTIONS and CONTENT not in line.cells else section
            found.setdefault((section, slug(name.text)), line.spots.get(CONTENT, line.at))
    return found
