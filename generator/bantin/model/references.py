"""The references to figures inside a text.

`{{ so_lieu("2023-6-thang", "Cấp huyện", "Hồ sơ tiếp nhận") }}` prints a figure as published. A reference is taken apart
as a name with three or four texts and looked up; nothing in a text is ever evaluated."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from bantin.model.texts import Written
from bantin.problems import Location, Problem, excerpt


class Mentioned(StrEnum):
    """What a reference prints; the value is how it is called in a text."""

    FIGURE = "so_lieu"
    TARGET = "chi_tieu"


REFERENCES = {Mentioned.FIGURE: "số liệu", Mentioned.TARGET: "chỉ tiêu"}
EXAMPLE = '{{ so_lieu("2023-6-thang", "Cấp huyện", "Hồ sơ tiếp nhận") }}'


_REFERENCE = re.compile(r"\{\{.*?(?:\}\}|\Z)", re.DOTALL)
# Word processors turn straight quotation marks into curly ones.
_TEXT = "\"[^\"]*\"|'[^']*'|“[^”]*”"
_CALL = re.compile(
    rf"\{{\{{\s*(\w+)\s*\(\s*({_TEXT})\s*,\s*({_TEXT})\s*,\s*({_TEXT})\s*(?:,\s*noi\s*=\s*({_TEXT})\s*)?\)\s*\}}\}}"
)


@dataclass(frozen=True, slots=True)
class Reference:
    """A mention of a figure or a target in an article."""

    kind: Mentioned
    place: str
    period: str
    slice: str
    indicator: str
    at: Location
    start: int
    end: int
    """Where it stands in the article's body."""


def references(article: Written) -> Iterator[Reference | Problem]:
    """Every reference of a text's body in order; a malformed one is a problem."""
    for match in _REFERENCE.finditer(article.body):
        at = Location(article.at.source, article.body_line).after(article.body[: match.start()])
        yield _reference(match, at, place=article.place) or _malformed(match[0], at)


def blanked(text: Written, sign: str) -> str:
    """The body with a sign for each letter of a reference, so that lines and columns stay."""
    body = text.body
    for reference in references(text):
        if not isinstance(reference, Problem):
            gap = re.sub(r"[^\n]", sign, body[reference.start : reference.end])
            body = body[: reference.start] + gap + body[reference.end :]
    return body


def _reference(match: re.Match[str], at: Location, *, place: str) -> Reference | None:
    call = _CALL.fullmatch(match[0])
    if not call or call[1] not in REFERENCES:
        return None
    period, part, indicator = (call[group][1:-1] for group in (2, 3, 4))
    elsewhere = call[5][1:-1] if call[5] else place
    return Reference(Mentioned(call[1]), elsewhere, period, part, indicator, at, match.start(), match.end())


def _malformed(text: str, at: Location) -> Problem:
    message = f"{excerpt(text)} không phải là chỗ nhắc đến một số liệu."
    return Problem(
        at, "reference-malformed", message, f"Viết như: {EXAMPLE}; hai dấu ngoặc nhọn chỉ dùng cho việc này."
    )
