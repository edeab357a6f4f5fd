"""The rows of one procedure as its versions, oldest first."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from bantin.editors.procedures.cells import Plain
from bantin.editors.procedures.columns import Remark
from bantin.editors.procedures.drafts import CHANNELS, Draft
from bantin.editors.procedures.origins import Era, day_of, era_of
from bantin.editors.procedures.times import NOUGHT, are_alike, fuller
from bantin.vietnamese import listed, lower_first

_SAME_DECISION = "cùng một quyết định"
Routes = Mapping[str, Mapping[str, Plain]]


@dataclass(frozen=True)
class Joined:
    """What one source or several that agree print of one decision."""

    drafts: tuple[Draft, ...]
    routes: Routes
    rest: Mapping[str, Plain]
    question: str = ""
    remarks: tuple[Remark, ...] = ()


def versions_of(drafts: Iterable[Draft]) -> tuple[Joined, ...]:
    """The versions of a procedure: decisions in order, and of one decision apart what sources print otherwise.

    Where nobody can say which decision is the newer one, and they differ, each version carries the question.
    """
    ordered = sorted(drafts, key=_when)
    by_decision = {key: list(group) for key, group in groupby(sorted(ordered, key=_decided), key=_decided)}
    apart = sorted(by_decision.values(), key=lambda group: _when(group[0]))
    found = [one for group in apart for one in _of_decision(sorted(group, key=lambda one: one.row.number))]
    return tuple(replace(one, question=one.question or _which_is_newer(one, found)) for one in found)


def _decided(draft: Draft) -> tuple[int, str]:
    return era_of(draft.row), str(draft.decision.get("Quyết định", ""))


def _when(draft: Draft) -> tuple[int, date]:
    return era_of(draft.row), day_of(draft.row) or date.min


def _of_decision(drafts: Sequence[Draft]) -> Iterator[Joined]:
    found: list[Joined] = []
    for draft in drafts:
        place = next((n for n, one in enumerate(found) if not any(_differences(one.routes, draft.routes))), None)
        if place is None:
            found.append(Joined((draft,), draft.routes, draft.rest))
        else:
            found[place] = _with(found[place], draft)
    question = _question(found) if len(found) > 1 else ""
    return (replace(one, question=question) for one in found)


def _question(found: Sequence[Joined]) -> str:
    differences = (one for other in found[1:] for one in _differences(found[0].routes, other.routes))
    said = listed(dict.fromkeys(differences))
    same = _SAME_DECISION if found[0].drafts[0].decision else "cùng một thời kỳ"
    return f"Các nguồn về {same} in khác nhau ở {said}; chưa rõ bản nào đúng."


def _which_is_newer(one: Joined, found: Sequence[Joined]) -> str:
    """What to ask where another version of another decision may be newer or older, and says otherwise; or «»."""
    others = [other for other in found if _decided(other.drafts[0]) != _decided(one.drafts[0])]
    unsure = [other for other in others if not _is_older(one, other) and not _is_older(other, one)]
    said = dict.fromkeys(said for other in unsure for said in _differences(one.routes, other.routes))
    return f"Không rõ quyết định nào mới hơn, mà các bản in khác nhau ở {listed(said)}." if said else ""


def _is_older(one: Joined, other: Joined) -> bool:
    """Whether what one version rests on is certainly older, by eras, or by the days of all sources."""
    eras = era_of(one.drafts[0].row), era_of(other.drafts[0].row)
    if Era.UNKNOWN not in eras and eras[0] is not eras[1]:
        return eras[0] < eras[1]
    days, later = ([day_of(draft.row) for draft in known.drafts] for known in (one, other))
    return None not in (*days, *later) and max(filter(None, days)) < min(filter(None, later))


def _differences(one: Routes, other: Routes) -> Iterator[str]:
    """Where both say something, and not the same."""
    for channel in one.keys() & other.keys():
        for key in one[channel].keys() & other[channel].keys():
            first, second = one[channel][key], other[channel][key]
            if not are_alike(first, second) and fuller(first, second) is None:
                yield " ".join(filter(None, (lower_first(key), lower_first(channel))))


def _with(joined: Joined, draft: Draft) -> Joined:
    """The same with what one more source prints of it; where it prints less or otherwise, the first one stays."""
    routes = {name: dict(values) for name, values in joined.routes.items()}
    for channel, values in draft.routes.items():
        mine = routes.setdefault(channel, {})
        mine |= {key: _chosen(mine[key], value) if key in mine else value for key, value in values.items()}
    rest, remarks = dict(joined.rest), list[Remark]()
    for key, value in draft.rest.items():
        if key not in rest or _is_more(value, rest[key]):
            rest[key] = value
        elif not _is_more(rest[key], value):
            sentence = f"mục «{key}» in khác với dòng {joined.drafts[0].row.number}; tệp giữ chữ của dòng ấy."
            remarks.append(Remark(draft.row.number, sentence))
    return replace(
        joined, drafts=(*joined.drafts, draft), routes=routes, rest=rest, remarks=(*joined.remarks, *remarks)
    )


def _chosen(mine: Plain, value: Plain) -> Plain:
    if mine == value:
        return mine
    return fuller(mine, value) or NOUGHT


def _is_more(one: Plain, other: Plain) -> bool:
    """Whether one list holds all of another."""
    return isinstance(one, list) and isinstance(other, list) and all(text in one for text in other)


def routes_of(routes: Routes) -> dict[str, Plain]:
    """Channels as a file writes them: what they all say alike stands once."""
    common = dict(routes.get("", {}))
    channels = [routes[name] for name in CHANNELS if name in routes]
    for key in ("Thời hạn", "Phí"):
        said = [channel.get(key) for channel in channels]
        if said and said[0] and all(value == said[0] for value in said):
            common.setdefault(key, said[0])
    left = {
        name: {key: value for key, value in routes[name].items() if common.get(key) != value}
        for name in CHANNELS
        if name in routes
    }
    ways: dict[str, Plain] = {name: dict(values) if values else "có" for name, values in left.items()}
    return {**({"Cách nộp": ways} if ways else {}), **common}
