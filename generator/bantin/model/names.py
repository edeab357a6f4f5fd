"""Names that editors typed, as what they name; one that is not known is a problem, with the nearest that is."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from bantin.likeness import nearest
from bantin.model.catalogue import Catalogue, Named
from bantin.model.indicators import Indicator, Scope, Slice
from bantin.places import Level
from bantin.problems import Problem, Text, excerpt, guess
from bantin.vietnamese import listed, slug

MAX_HINTS = 100
_MOST_LISTED = 13
_GUIDE = "của data/README.md"
_NEW = {
    "chỉ số": f"Chỉ số mới thì thêm vào data/danh-muc/chi-so.yml, xem phần «Thêm một chỉ số» {_GUIDE}.",
    "phạm vi": f"Phạm vi mới thì thêm vào data/danh-muc/pham-vi.yml, xem phần «Thêm một phạm vi» {_GUIDE}.",
    "đơn vị": "Cơ quan mới thì thêm vào data/danh-muc/phan-to/co-quan.yml.",
    "phân tổ": "Phần mới thì thêm vào một tệp của thư mục data/danh-muc/phan-to/, "
    f"xem phần «Thêm một phần của phân tổ» {_GUIDE}.",
}
"""How a new name is added; nobody adds a key."""

Known = Collection[str] | Collection[Named]
"""What might have been meant: words, or what a list of the catalogue names."""


@dataclass(frozen=True, slots=True)
class UnknownName(Problem):
    """A name that is not known, before anybody has looked for the nearest that is: see `hinted`."""

    name: str = ""
    noun: str = ""
    known: Known = field(default=(), compare=False, repr=False)


def unknown(name: Text, noun: str, *, known: Known, code: str = "unknown-key", where: str = "") -> UnknownName:
    """The problem of a name that is not known."""
    message = f"{where}{', không' if where else 'Không'} có {noun} nào tên là {excerpt(name.value)}."
    return UnknownName(name.at, code, message, length=len(name.value) or 1, name=name.value, noun=noun, known=known)


def hinted(found: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems in the order they were met, each unknown name with the nearest that is known.

    To look for one takes long, and after so many problems hints help nobody: the rest have none.
    """
    return tuple(
        _hinted(problem, place) if isinstance(problem, UnknownName) else problem for place, problem in enumerate(found)
    )


def indicator_at(catalogue: Catalogue, name: Text) -> Indicator | Problem:
    """The indicator of this name, or the problem that there is none."""
    known = catalogue.indicators_by_name
    return known.get(slug(name.value)) or unknown(name, "chỉ số", known=known.values(), code="unknown-indicator")


def slice_at(
    catalogue: Catalogue, name: Text, level: Level | None = None, *, kind: str = ""
) -> Slice | tuple[Problem, ...]:
    """The slice of this name in a file of a place of the level, or the problems of the parts that are not known."""
    return catalogue.slice(name.value, level, kind) or tuple(_faults_of_slice(catalogue, name))


def shared_names(things: Iterable[Named]) -> Iterator[Problem]:
    """A problem for every name, or id, that would lead to two things.

    Two scopes may share a name where no place can mean both: «Toàn thành phố» is all of a city at either level.
    """
    owners: dict[tuple[str, Level | None], Named] = {}
    for thing in things:
        names = {slug(name): name for name in (thing.id, *thing.aliases, thing.label)}
        for folded, name in names.items():
            levels = (None, *Level) if folded == thing.id else _levels(thing)
            before = [owners.setdefault((folded, level), thing) for level in levels]
            if owner := next((owner for owner in before if owner.at != thing.at), None):
                message = f"Tên «{name}» đã dùng cho «{owner.label}» ở dòng {owner.at.line} của {owner.at.source}."
                help = "Mỗi tên chỉ dùng cho một chỉ số, một phạm vi hoặc một phân tổ; đặt tên khác cho một trong hai."
                yield Problem(thing.at, "name-taken", message, help)


def _levels(thing: Named) -> tuple[Level, ...]:
    return (isinstance(thing, Scope) and thing.levels) or tuple(Level)


def _hinted(problem: UnknownName, place: int) -> Problem:
    help = _help(problem) if place < MAX_HINTS else ""
    return Problem(problem.location, problem.code, problem.message, help, length=problem.length)


def _help(problem: UnknownName) -> str:
    new, things = _NEW.get(problem.noun, ""), {word: thing for thing in problem.known for word in _words(thing)}
    if close := nearest(problem.name, things, limit=_MOST_LISTED):
        best = {id(things[word]): word for word in reversed(close)}  # of two names of one thing, the nearer
        hint = guess(excerpt(word) for word in [word for word in close if word in best.values()][:2])
    elif 0 < len(things) <= _MOST_LISTED:
        quoted = list(map(excerpt, things))
        hint = f"Các tên đã có: {listed(quoted)}." if new else f"Có thể ghi: {listed(quoted, 'hoặc')}."
    else:
        lists = [thing.at.source for thing in problem.known if not isinstance(thing, str)]
        hint = f"Xem các tên đã có ở {lists[0]}." if lists else ""
    return f"{hint} {new}".strip(" ")


def _words(thing: str | Named) -> tuple[str, ...]:
    return (thing,) if isinstance(thing, str) else (thing.label, *thing.aliases)


def _faults_of_slice(catalogue: Catalogue, name: Text) -> Iterator[Problem]:
    scope, *members = parts_of(name)
    if not catalogue.scope(scope.value):
        yield unknown(scope, "phạm vi", known=catalogue.scopes.values(), code="unknown-scope")
    for member in members:
        if not catalogue.member(member.value):
            yield from _faults_of_member(catalogue, member)
    if shared := catalogue.shared_breakdown([m for member in members if (m := catalogue.member(member.value))]):
        message = f"{excerpt(name.value)} ghi hai phần của cùng một phân tổ «{shared.label}»."
        help = "Chỉ giữ một phần; phần kia ghi thành một mục riêng. Một con số chung của cả hai thì nối bằng dấu +."
        yield Problem(members[0].at, "member-twice", message, help)


def _faults_of_member(catalogue: Catalogue, name: Text) -> Iterator[Problem]:
    """What is wrong with a part of a slice, or with each of those that it joins."""
    known = catalogue.members_by_name
    joined = [name] if catalogue.joined_in(name.value) is None else [*parts_of(name, "+")]
    unknown_parts = [part for part in joined if slug(part.value) not in known]
    for part in unknown_parts:
        yield unknown(part, "phân tổ", known=known.values(), code="unknown-member")
    if not unknown_parts:
        message = f"{excerpt(name.value)} không nối những phần khác nhau của cùng một phân tổ."
        help = "Nối như: Đất đai + Hộ tịch. Phần của phân tổ khác thì đứng sau một dấu gạch chéo nữa."
        yield Problem(name.at, "members-unlike", message, help, length=len(name.value))


def parts_of(name: Text, sign: str = "/") -> Iterator[Text]:
    """The names between the slashes, or other signs, each where it stands."""
    for part in re.finditer(rf"(?:^|[{sign}])\s*([^{sign}]*)", name.value):
        yield Text(part[1].strip(), name.at_letter(part.start(1)), name.as_typed)
