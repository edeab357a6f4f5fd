"""What two versions of a procedure certainly say otherwise: only what both state, of the same channel and case.

Words are not held against words, nor a range against one that ends with it: whether they differ, nobody can say.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bantin.model.procedures.deadlines import Deadline
from bantin.model.procedures.fees import Charge, Fee
from bantin.model.procedures.procedure import Version
from bantin.model.procedures.terms import Channel
from bantin.vietnamese import listed, slug


class Matter(StrEnum):
    """What versions are compared by."""

    TIERS = "cấp giải quyết"
    DEADLINE = "thời hạn"
    FEE = "phí, lệ phí"


@dataclass(frozen=True, slots=True)
class Stated:
    """One thing that a version states."""

    matter: Matter
    channel: Channel | None
    case: str
    meaning: str
    """The same of texts that mean the same."""
    text: str

    @property
    def about(self) -> str:
        """What it is stated of: the same of two that can be held against one another."""
        return f"{self.matter.name} {self.channel or ''} {slug(self.case)}"


@dataclass(frozen=True, slots=True)
class Difference:
    """What one version states, and an older one stated otherwise."""

    now: Stated
    before: str


def differences(before: Version, now: Version) -> tuple[Difference, ...]:
    """What a version states otherwise than an older one; nothing where it is not clear which of them holds."""
    if before.question or now.question:
        return ()
    older = {one.about: one for one in stated(before)}
    held = ((one, older[one.about]) for one in stated(now) if one.about in older)
    return tuple(Difference(one, other.text) for one, other in held if one.meaning != other.meaning)


def stated(version: Version) -> tuple[Stated, ...]:
    """All that a version states in such a way that it can be held against another; what it states twice is left out."""
    found: dict[str, list[Stated]] = {}
    for one in _stated(version):
        found.setdefault(one.about, []).append(one)
    return tuple(ones[0] for ones in found.values() if len({one.meaning for one in ones}) == 1)


def _stated(version: Version) -> Iterator[Stated]:
    if version.tiers:
        meaning = " ".join(sorted(version.tiers))
        yield Stated(Matter.TIERS, None, "", meaning, listed(version.tiers))
    for channel, deadline in version.all_deadlines():
        if meaning := _of_deadline(deadline.said):
            yield Stated(Matter.DEADLINE, channel, deadline.case, meaning, deadline.said.text)
    for channel, fee in version.all_fees():
        if meaning := _of_fee(fee.said):
            yield Stated(Matter.FEE, channel, fee.case, meaning, fee.said.text)


def _of_deadline(said: Deadline) -> str:
    return f"{said.high.normalize():f} {said.unit}" if said.unit and said.high is not None else ""


def _of_fee(said: Fee) -> str:
    if said.charge is Charge.FREE:
        return str(said.charge)
    return f"{said.low}-{said.high} {said.currency}" if said.charge is Charge.AMOUNT else ""
