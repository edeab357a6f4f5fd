"""One table about many places, in the file of the body that published it («Theo đơn vị»).

Below a scope and an indicator stand the places with their figures; what holds of all of them is said once, beside them
(«Trong số», «Nguồn» …). An indicator with several tables has a list of them. A row may also name a part of a
breakdown, as a named office: that figure is the publisher's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from bantin.model import Figure, Indicator, Line, Member, unknown
from bantin.places import Unit, finding, gazetteer
from bantin.problems import Problem, Text, excerpt
from bantin.reading import vocabulary
from bantin.reading.blocks import Pairs, items
from bantin.reading.figures import Said, Values
from bantin.reading.trees import Entries, Items, Node
from bantin.vietnamese import date_text, listed, slug


@dataclass(frozen=True)
class ByPlace:
    """Reads the tables about places of one file; the places lie in the publisher, and were there in its period."""

    values: Values
    publisher: Unit

    @cached_property
    def places(self) -> tuple[Unit, ...]:
        """The units that a row may be about: those that lay in the publisher when the period ended."""
        below = gazetteer.lying_in(self.publisher, self.values.period.end)
        return tuple(map(self.values.catalogue.known, below))

    @cached_property
    def _names(self) -> finding.NamesOfUnits:
        return finding.names_of(self.places)

    def rows(self) -> Iterator[Line | Figure]:
        """Every line of a table about a place, and every figure of a named office."""
        for part, node in self.values.report.pairs_at(vocabulary.BY_PLACE.name):
            for indicator, _, tables in self.values.indicators(self._below(part, node), {}):
                seen: dict[Unit | Member, Text] = {}
                for table in items(tables):
                    common, rows = self._parts(table)
                    for name, value in rows:
                        meant = self._meant(name)
                        if meant and self._is_new(meant, name, seen):
                            yield from self._row(meant, part, indicator, name, _whole(value, common))

    def _below(self, part: Text, node: Node) -> Pairs:
        """The indicators below the name of a slice; one of places themselves may stand without."""
        catalogue = self.values.catalogue
        bare = not catalogue.slice(part.value) and catalogue.indicator(part.value)
        return ((part, node),) if bare else self.values.report.pairs_of(node)

    def _parts(self, table: Node) -> tuple[Pairs, Pairs]:
        """What is said of all rows of a table, and its rows."""
        shared = {slug(key.name) for key in vocabulary.BY_PLACE_COMMON}
        pairs = self.values.report.pairs_of(table)
        return (
            tuple(pair for pair in pairs if slug(pair[0].value) in shared),
            tuple(pair for pair in pairs if slug(pair[0].value) not in shared),
        )

    def _row(
        self, meant: Unit | Member, part: Text, indicator: Indicator, name: Text, node: Node
    ) -> Iterator[Line | Figure]:
        values = self._values_of(meant) if isinstance(meant, Unit) else self.values
        within = values.slices.of_row(part, indicator)
        if within and isinstance(meant, Member):
            within = replace(within, members=(*within.members, meant)).at(values.slices.kind)
        for figure in values.figures(Said(within, indicator, name, node, part)) if within else ():
            yield Line(meant, figure) if isinstance(meant, Unit) else figure

    def _values_of(self, place: Unit) -> Values:
        """What reads the values of a place's row."""
        return replace(self.values, slices=replace(self.values.slices, place=place, where="dòng này"))

    def _meant(self, name: Text) -> Unit | Member | None:
        """The place, or the part of a breakdown, that a row is about; a problem where that is not one."""
        found = finding.among(name.value, self._names)
        member = self.values.catalogue.members_by_name.get(slug(name.value))
        if len(found) == 1:
            return found[0]
        if not found and member:
            return member
        self.values.report.note(self._ambiguous(name, found) if found else self._unknown(name))
        return None

    def _is_new(self, meant: Unit | Member, name: Text, seen: dict[Unit | Member, Text]) -> bool:
        earlier = seen.setdefault(meant, name)
        if earlier is name:
            return True
        message = f"{excerpt(name.value)} và {excerpt(earlier.value)} ở dòng {earlier.at.line} là một đơn vị."
        help = "Giữ một dòng; hai nguồn in khác nhau thì ghi thành danh sách dưới một tên."
        self.values.report.note(Problem(name.at, "duplicate-key", message, help))
        return False

    def _ambiguous(self, name: Text, found: tuple[Unit, ...]) -> Problem:
        message = f"{excerpt(name.value)} có thể là {listed((_in_full(unit) for unit in found), 'hoặc')}."
        help = "Ghi đủ loại và tên có dấu, ví dụ: xã Tân Thành."
        return Problem(name.at, "unknown-row", message, help, length=len(name.value))

    def _unknown(self, name: Text) -> Problem:
        """The problem of a row that names nothing; what may be meant is a place or an office."""
        members = (member.label for breakdown in self.values.catalogue.breakdowns for member in breakdown.members)
        day = self.values.period.end
        return unknown(
            name,
            "đơn vị",
            known=[*(unit.full_name_on(day) for unit in self.places), *members],
            code="unknown-row",
            where=f"Trong {self.publisher.full_name_on(day)} vào ngày {date_text(day)}",
        )


def _in_full(unit: Unit) -> str:
    district = gazetteer.district_of(unit)
    return f"{unit.full_name}, {district.full_name}" if district and district != unit else unit.full_name


def _whole(node: Node, common: Pairs) -> Node:
    """A row's value with what is said of all rows; what the row says itself counts."""
    if not common:
        return node
    if isinstance(node, Items):
        return node._replace(nodes=tuple(_whole(single, common) for single in node.nodes))
    own: Pairs = node.pairs if isinstance(node, Entries) else ((Text("Giá trị", node.at), node),)
    names = {slug(key.value) for key, _ in own}
    return Entries((*own, *(pair for pair in common if slug(pair[0].value) not in names)), node.at)
