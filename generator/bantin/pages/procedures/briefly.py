"""Deadlines and fees of all channels and cases in as few lines as say all of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from bantin.model.procedures import Case, Channel, Charge, Deadline, Fee
from bantin.vietnamese import listed, upper_first


@dataclass(frozen=True, slots=True)
class Line:
    """One line: of which channels and case, and what was printed."""

    about: str
    """«Trực tiếp và bưu chính, nhà ở riêng lẻ»; «» of all."""
    text: str
    remark: str = ""
    """What a reader must know of the text: that it is no «miễn phí», that it lacks a unit."""


def brief(
    said: Iterable[tuple[Channel | None, Case[Deadline]]] | Iterable[tuple[Channel | None, Case[Fee]]],
) -> tuple[Line, ...]:
    """The lines: what is printed alike for several channels stands once."""
    channels: dict[tuple[str, str, str], list[Channel]] = {}
    everywhere = set[Channel | None]()
    for channel, case in said:
        everywhere.add(channel)
        found = channels.setdefault((case.case, case.said.text, remark(case.said)), [])
        if channel and channel not in found:
            found.append(channel)
    return tuple(
        Line(_about(case, of, is_of_all=set(of) == everywhere or not of), text, note)
        for (case, text, note), of in channels.items()
    )


def remark(said: Deadline | Fee) -> str:
    """What a reader must know of a printed text."""
    if isinstance(said, Deadline):
        return "nguồn không in đơn vị" if said.lacks_unit else ""
    return "nguồn in số 0, không nói là miễn phí" if said.charge is Charge.ZERO else ""


def _about(case: str, channels: list[Channel], *, is_of_all: bool) -> str:
    words = [] if is_of_all else [listed(channels)]
    return upper_first(", ".join([*words, *([case] if case else [])]))
