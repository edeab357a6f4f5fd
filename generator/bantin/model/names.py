"""Names that editors typed, as what they name; one that is not known is a problem, with the nearest that is."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from bantin.model.catalogue import Catalogue, Named
from bantin.model.indicators import Indicator, Slice
from bantin.problems import Problem, Text, excerpt
from bantin.vietnamese import listed, nearest, slug

MAX_HINTS = 100


Name = TypeVar("Name")


def offered(candidates: Collection[Name], problems: list[Problem]) -> Collection[Name]:
    """What a misspelt name is compared with: nothing once there are so many problems that hints help nobody."""
    return candidates if len(problems) < MAX_HINTS else ()


def unknown(key: Text, noun: str, candidates: Collection[str], *, code: str = "unknown-key") -> Problem:
    """The problem of a name that is not known, with the nearest one that is."""
    close = nearest(key.value, candidates, limit=2)
    if close:
        hint = f"Có phải là {listed(map(excerpt, close), 'hoặc')}?"
    else:
        hint = f"Có thể ghi: {listed(map(excerpt, candidates), 'hoặc')}." if 0 < len(candidates) <= 13 else ""
    return Problem(key.at, code, f"Không có {noun} nào tên là {excerpt(key.value)}.", hint, length=len(key.value) or 1)


def indicator_at(catalogue: Catalogue, name: Text, problems: list[Problem]) -> Indicator | None:
    """The indicator of this name, or None and a problem."""
    indicator = catalogue.indicator(name.value)
    if indicator is None:
        problems.append(
            unknown_name(name, "unknown-indicator", "chỉ số", offered(catalogue.indicators_by_name.values(), problems))
        )
    return indicator


def slice_at(catalogue: Catalogue, name: Text, problems: list[Problem]) -> Slice | None:
    """The slice of this name, or None and a problem for the part that is not known."""
    found = catalogue.slice(name.value)
    if found:
        return found
    scope, *members = _parts(name)
    if slug(scope.value) not in catalogue.scopes_by_name:
        problems.append(
            unknown_name(scope, "unknown-scope", "phạm vi", offered(catalogue.scopes_by_name.values(), problems))
        )
    strange = [member for member in members if slug(member.value) not in catalogue.members_by_name]
    for member in strange:
        members_offered = offered(catalogue.members_by_name.values(), problems)
        problems.append(unknown_name(member, "unknown-member", "phân tổ", members_offered))
    known = [catalogue.members_by_name[slug(m.value)] for m in members if slug(m.value) in catalogue.members_by_name]
    if shared := catalogue.shared_breakdown(known):
        message = f"{excerpt(name.value)} ghi hai phần của cùng một phân tổ «{shared.label}»."
        help = "Chỉ giữ một phần; phần kia ghi thành một mục riêng."
        problems.append(Problem(members[0].at, "member-twice", message, help))
    return None


def report_shared_names(things: Iterable[Named], problems: list[Problem]) -> None:
    """A problem for every name, or id, that would lead to two things."""
    owners: dict[str, Named] = {}
    for thing in things:
        names = {slug(name): name for name in (thing.id, *thing.aliases, thing.label)}
        for folded, name in names.items():
            owner = owners.setdefault(folded, thing)
            if owner.at != thing.at:
                message = f"Tên «{name}» đã dùng cho «{owner.label}» ở dòng {owner.at.line} của {owner.at.source}."
                help = "Mỗi tên chỉ dùng cho một chỉ số, một phạm vi hoặc một phân tổ; đặt tên khác cho một trong hai."
                problems.append(Problem(thing.at, "name-taken", message, help))


def _parts(name: Text) -> Iterator[Text]:
    """The names between the slashes, each where it stands."""
    for part in re.finditer(r"(?:^|/)\s*([^/]*)", name.value):
        yield Text(part[1].strip(), name.at_letter(part.start(1)), name.as_typed)


def unknown_name(name: Text, code: str, noun: str, things: Iterable[Named]) -> Problem:
    known = list(things)
    names = [name for thing in known for name in (thing.label, *thing.aliases)]
    problem = unknown(name, noun, list(dict.fromkeys(names)), code=code)
    if problem.help or not known:
        return problem
    return replace(problem, help=f"Xem các tên đã có ở {known[0].at.source}, hoặc thêm tên mới vào đó.")
