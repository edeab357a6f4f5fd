"""What a place printed for a period, by the slices and indicators that forms ask for."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from bantin.model import Figure, Indicator, Member, Report, Scope, Slice, Target


class Asked(NamedTuple):
    """What a figure or a target is of."""

    slice: Slice
    indicator: Indicator


class Printed:
    """What one report prints; nothing where there is none."""

    def __init__(self, report: Report | None) -> None:
        self.report = report

    @cached_property
    def figures(self) -> Mapping[tuple[str, str], Figure]:
        """Its own figures of its own time; of several sources the first."""
        found = (figure for figure in (self.report.figures if self.report else ()) if not figure.as_of)
        return {_key(figure): figure for figure in found if figure.variant == 1}

    @cached_property
    def targets(self) -> Mapping[tuple[str, str], Target]:
        """Its targets, those of one indicator each."""
        return {_key(target): target for target in (self.report.targets if self.report else ()) if not target.together}

    def figure(self, asked: Asked) -> str:
        """What it prints; «» where it prints nothing."""
        found = self.figures.get((asked.slice.id, asked.indicator.id))
        return found.text if found else ""

    def target(self, asked: Asked) -> str:
        """What it aims at; «» where it does not say."""
        found = self.targets.get((asked.slice.id, asked.indicator.id))
        return found.text if found else ""

    def all(self) -> Iterator[Asked]:
        """All that it prints or aims at, in its order."""
        yield from (Asked(figure.slice, figure.indicator) for figure in self.figures.values())
        yield from (Asked(target.slice, target.indicator) for target in self.targets.values())


def _key(value: Figure | Target) -> tuple[str, str]:
    return value.slice.id, value.indicator.id


def scope_name(scope: Scope, kind: str) -> str:
    """How a file of a place of a kind names a scope."""
    return scope.label_at(kind)


def members_name(members: tuple[Member, ...], kind: str) -> str:
    """How it names parts of breakdowns: «Đất đai», «Đất đai + Hộ tịch»."""
    return " / ".join(" + ".join(single.named_at(kind).label for single in member.single) for member in members)


def slice_name(part: Slice, kind: str) -> str:
    """How it names a slice: «Toàn xã / Đất đai»."""
    return " / ".join(filter(None, (scope_name(part.scope, kind), members_name(part.members, kind))))
