"""The report for an editor's terminal: each problem in a line, and below it the line that it stands in."""

from collections.abc import Callable, Iterator, Sequence

from bantin.editors.formats.brief import HINT, PLACES, Many, divided
from bantin.editors.formats.lines import Lines
from bantin.editors.formats.signs import columns_of, visible, width
from bantin.problems import CODES, Problem, printable
from bantin.vietnamese import number

_WIDEST = 160
_RED, _YELLOW, _DIM = "31", "33", "2"
_Painter = Callable[[str, str], str]
"""Paints a text in a colour."""


def write(problems: Sequence[Problem], lines: Lines, *, colour: bool = False) -> str:
    """Lines for a terminal, with its colours or without."""
    painted = _painter(colour)
    return "".join(f"{line}\n" for problem in problems for line in _told(problem, lines, painted))


def write_brief(problems: Sequence[Problem], lines: Lines, *, colour: bool = False) -> str:
    """The same; what there is too much of is counted at the end."""
    single, many = divided(problems)
    painted = _painter(colour)
    counted = [line for group in many for line in _counted(group, painted)]
    return write(single, lines, colour=colour) + "".join(f"{line}\n" for line in [*counted, *([HINT] if many else [])])


def _painter(colour: bool) -> _Painter:
    return lambda text, paint: f"\x1b[{paint}m{text}\x1b[0m" if colour else text


def _kind(problem: Problem) -> tuple[str, str]:
    """What a problem is called, and in which colour."""
    return ("cảnh báo", _YELLOW) if problem.warning else ("lỗi", _RED)


def _told(problem: Problem, lines: Lines, painted: _Painter) -> Iterator[str]:
    """A problem in a line, and the line that it stands in."""
    kind, paint = _kind(problem)
    at, _, rest = visible(problem.line()).partition(f": {kind} [")
    yield f"{at}: {painted(kind, paint)} [{rest}"
    line = lines.at(problem.location)
    if line and line.shown.strip():
        text, marks = _excerpt(line.shown, start=problem.location.column - 1, length=problem.length)
        # On GitHub a line that begins with «::» would be a command; behind a number it is text.
        before = f" {problem.location.line} | "
        yield painted(f"{before}{text}", _DIM)
        yield painted(f"{'| ':>{len(before)}}", _DIM) + painted(marks, paint)


def _counted(many: Many, painted: _Painter) -> Iterator[str]:
    """How many problems of one code there are, what they are, and where the first ones stand."""
    kind, paint = _kind(many[0])
    yield f"{number(len(many))} {painted(kind, paint)} [{many[0].code}] {CODES[many[0].code].summary}"
    yield from (f"    {visible(printable(str(problem.location)))}" for problem in many[:PLACES])
    yield painted(f"    … và {number(len(many) - PLACES)} chỗ nữa", _DIM)


def _excerpt(shown: str, *, start: int, length: int) -> tuple[str, str]:
    """The part of a line around a place, and the marks under what is meant there."""
    first, end = min(start, len(shown)), start + length
    while 0 < first < len(shown) and not width(shown[first]):  # a tone alone stands on the letter before it
        first -= 1
    left, right = _window(shown, first)
    before = ("…" if left else "") + shown[left:first]
    after = "…" if right < len(shown) else ""
    columns = columns_of(shown[first : min(end, right)])
    return before + shown[first:right] + after, " " * columns_of(before) + "^" + "~" * (columns - 1)


def _window(shown: str, first: int) -> tuple[int, int]:
    """From where to where a line is shown, with room for an ellipsis at both ends."""
    if len(shown) <= _WIDEST and columns_of(shown) <= _WIDEST:
        return 0, len(shown)
    room = _WIDEST - 2
    after = min(len(shown) - first, _WIDEST // 2)
    left = first - _fitting(shown[max(0, first - _WIDEST) : first][::-1], room - after)
    while left < first and not width(shown[left]):
        left += 1
    return left, first + _fitting(shown[first : first + _WIDEST], room - columns_of(shown[left:first]))


def _fitting(text: str, room: int) -> int:
    """How many characters fit into a number of columns."""
    for count, character in enumerate(text):
        room -= width(character)
        if room < 0:
            return count
    return len(text)
