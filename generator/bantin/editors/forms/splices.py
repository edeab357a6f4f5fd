"""What a form says, put into a data file: nothing of it changes but that.

What comes back also says what the file must hold then, name by name, so that whoever writes it can hold the project's
own reader against that.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import yaml

from bantin.editors.forms.edits import Draft
from bantin.editors.forms.nodes import Ids, Names, Place, composed, groups_of, in_braces, places_in
from bantin.editors.forms.statements import BASIS, SOURCE, STATE, VALUE, Statement
from bantin.problems import Location, Problem, excerpt
from bantin.vietnamese import normalise, slug

Path = tuple[str | int, ...]
_MARK = "\ufeff"
_TELLING = (slug(VALUE), slug("Tên"))
"""What tells groups of one list apart."""


class Change(NamedTuple):
    """A value that takes the place of another."""

    what: str
    old: str
    new: str
    at: Location
    """The cell that says so."""


@dataclass
class Spliced:
    """A text with what a form says."""

    text: str
    added: int = 0
    """How many values are new."""
    changed: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    holds: dict[Path, str] = field(default_factory=dict)
    """What the file must hold now at some names."""
    cells: dict[Path, Location] = field(default_factory=dict)
    """The cells that these came from."""
    gone: set[Path] = field(default_factory=set)
    """The names that it must not hold any more."""


def spliced(text: str, statements: Iterable[Statement], names: Names) -> Spliced:
    """A text with what statements say; a text without any names becomes a file of them."""
    mark = _MARK if text.startswith(_MARK) else ""
    bare = text.removeprefix(mark)
    root = composed(bare)
    work = _Work(Draft(bare), places_in(root, names.ids) if root else {})
    for statement in statements:
        work.say(statement)
    work.result.text = mark + work.draft.done()
    return work.result


class _Work:
    """What statements ask of one text."""

    def __init__(self, draft: Draft, places: Mapping[Ids, Place]) -> None:
        self.draft, self.places, self.result = draft, places, Spliced("")

    def say(self, statement: Statement) -> None:
        place = self.places.get(statement.ids)
        if place is None:
            self._add(statement)
        elif groups := groups_of(place.value):
            self._in_groups(statement, place, groups)
        elif isinstance(place.value, yaml.ScalarNode):
            self._in_scalar(statement, place)

    def _in_scalar(self, statement: Statement, place: Place) -> None:
        """A value that is written short: «Hồ sơ tiếp nhận: 1.210»."""
        others = {key: seen.text for key, seen in statement.says.items() if key != VALUE}
        old, said = normalise(str(place.value.value)).strip(), statement.says.get(VALUE)
        new = said.text if said else old
        if not others and said:
            self._replace(place, new, statement, VALUE, path=place.path)
            return
        path = (*place.path, VALUE)
        if new != old:
            self._note(statement, VALUE, old, path=path) if old else self._new_value(statement, VALUE, path=path)
        for key, text in others.items():
            self._new_value(statement, key, path=(*place.path, key))
            self.result.holds[(*place.path, key)] = text
        self.result.holds[path] = new
        self.result.gone.add(place.path)
        self.draft.unfold(place, new, others)

    def _in_groups(self, statement: Statement, place: Place, groups: Sequence[yaml.MappingNode]) -> None:
        """A value that is a group of keys, or a list of such."""
        group = groups[0] if len(groups) == 1 else self._meant(statement, groups)
        if group is None:
            return
        number = groups.index(group)
        path = (*place.path, number) if isinstance(place.value, yaml.SequenceNode) else place.path
        flow = place.is_flow or in_braces(place.value) or in_braces(group)
        known = {slug(str(key.value)): (key, value) for key, value in group.value}
        for key, seen in statement.says.items():
            found = known.get(slug(key)) or (known.get(slug(STATE)) if key == VALUE else None)
            if found:
                name = normalise(str(found[0].value)).strip()
                inner = Place(*found, group, flow, (*path, name))
                self._replace(inner, seen.text, statement, key, path=(*path, name))
            else:
                self.draft.takes(group, flow)[key] = seen.text
                self._new_value(statement, key, path=(*path, key))
                self.result.holds[(*path, key)] = seen.text

    def _meant(self, statement: Statement, groups: Sequence[yaml.MappingNode]) -> yaml.MappingNode | None:
        """Of a list of several the one that says the same already; a problem where none does."""
        told = {slug(key): seen.text for key, seen in statement.says.items()}
        first = next(iter(statement.says.values()))
        for group in groups:
            said = {slug(str(key.value)): normalise(str(value.value)).strip()
                    for key, value in group.value if isinstance(value, yaml.ScalarNode)}  # fmt: skip
            if any(said.get(key) == told[key] for key in _TELLING if key in told):
                return group
        message = (
            f"Tệp số liệu ghi {statement.called} theo {len(groups)} nguồn, khác với {excerpt(first.text)} của ô này."
        )
        self.result.problems.append(Problem(first.at, "form-cell", message, "Xin sửa thẳng trong tệp số liệu."))
        return None

    def _replace(self, place: Place, new: str, statement: Statement, key: str, *, path: Path) -> None:
        node = place.value
        if not isinstance(node, yaml.ScalarNode):
            seen = statement.says[key]
            message = f"Tệp số liệu ghi {statement.called} thành nhiều mục, nên không thay được bằng {excerpt(new)}."
            self.result.problems.append(Problem(seen.at, "form-cell", message, "Xin sửa thẳng trong tệp số liệu."))
            return
        old, renamed = normalise(str(node.value)).strip(), key == VALUE and slug(str(path[-1])) == slug(STATE)
        self.result.cells[path] = statement.says[key].at
        if old == new:
            return
        if old:
            self._note(statement, key, old, path=path)
        else:
            self._new_value(statement, key, path=path)
        self.draft.replace(place, new)
        if renamed:
            self.draft.rename(place, VALUE)
            self.result.gone.add(path)
            path = (*path[:-1], VALUE)
        self.result.holds[path] = new
        self.result.cells[path] = statement.says[key].at

    def _add(self, statement: Statement) -> None:
        """Names that are not there yet, below the last of those that are."""
        depth = next((d for d in range(len(statement.ids), 0, -1) if statement.ids[:d] in self.places), 0)
        above = self.places.get(statement.ids[:depth])
        group = groups_of(above.value)[:1] if above else []
        if above and not group and (above.is_flow or not _is_empty(above.value)):
            self._add_to_value(above, statement)
            return
        if above and not group:
            self.result.gone.add(above.path)
        taken = self._taken(above, group)
        path = above.path if above else ()
        labels = [name.label for name in statement.path[depth:]]
        for label in labels[:-1]:
            taken, path = taken.setdefault(label, {}), (*path, label)  # type: ignore[assignment]
        self._put(taken, (*path, labels[-1]), statement)

    def _taken(self, above: Place | None, group: list[yaml.MappingNode]) -> dict[str, object]:
        """What comes to a group, to a name with nothing after it, or to the file itself."""
        if not above:
            return self.draft.whole
        return self.draft.takes(group[0], above.is_flow or in_braces(group[0])) if group else self.draft.below(above)

    def _add_to_value(self, above: Place, statement: Statement) -> None:
        seen = next(iter(statement.says.values()))
        message = f"Trong tệp số liệu, mục {excerpt(str(above.path[-1]))} đang là một giá trị, không phải một nhóm mục."
        help = "Xin sửa mục ấy trong tệp số liệu rồi đọc lại biểu."
        self.result.problems.append(Problem(seen.at, "form-cell", message, help))

    def _put(self, taken: dict[str, object], path: Path, statement: Statement) -> None:
        texts = {key: seen.text for key, seen in statement.says.items()}
        label = str(path[-1])
        if len(statement.path) == 1:
            is_list = statement.path[0] in (SOURCE, BASIS)
            taken[label] = [texts] if is_list else texts
            path = (*path, 0) if is_list else path
        else:
            taken[label] = texts[VALUE] if texts.keys() == {VALUE} else texts
        for key, text in texts.items():
            at = path if isinstance(taken[label], str) else (*path, key)
            self._new_value(statement, key, path=at)
            self.result.holds[at] = text

    def _note(self, statement: Statement, key: str, old: str, *, path: Path) -> None:
        seen = statement.says[key]
        what = statement.called if key == VALUE else f"{statement.called}, {key}"
        self.result.changed.append(Change(what, old, seen.text, seen.at))
        self.result.cells[path] = seen.at

    def _new_value(self, statement: Statement, key: str, *, path: Path) -> None:
        self.result.added += 1
        self.result.cells[path] = statement.says[key].at


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.value
