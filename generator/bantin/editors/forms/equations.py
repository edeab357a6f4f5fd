"""Which columns of a table add up to another, and how the sheet itself says whether they do.

Cells are text, so that «1.210» stays what was typed; the formulas take the points out. They use no function that Excel
2007 and LibreOffice do not both have, and each is told here twice: as the sheet computes it, and as we do, for programs
that show a sheet without computing.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import product

from bantin.editors.forms.layout import Equation
from bantin.model import Indicator
from bantin.reading import NOTHING

FITS, OPEN, UNKNOWN, DIFFERS = "khớp", "còn ô trống", "không so được", "lệch"
"""What the sheet says of a total."""


def equations_of(columns: Sequence[str], indicators: Mapping[str, Indicator]) -> tuple[Equation, ...]:
    """How columns, by the ids of their indicators, add up by definition, each time in the most parts that there are."""
    found = []
    for id in columns:
        ways = list(dict.fromkeys(way for way in _ways(id, columns, indicators) if id not in way))
        found += [Equation(id, way) for way in ways if not any({*way} < {*other} for other in ways)]
    return tuple(found)


def _ways(id: str, columns: Collection[str], indicators: Mapping[str, Indicator]) -> Iterator[tuple[str, ...]]:
    for definition in indicators[id].sums:
        parts = [[(part,)] if part in columns else [*_ways(part, columns, indicators)] for part in definition]
        yield from (tuple(id for way in chosen for id in way) for chosen in product(*parts))


def compared(total: str, parts: Sequence[str]) -> str:
    """The formula that says of a cell whether others add up to it; all are named as in «C9»."""
    empty = [f'TRIM({part})=""' for part in parts]
    added = "+".join(map(_number, parts))
    judged = f'IF({_number(total)}={added},"{FITS}","{DIFFERS} "&({_number(total)}-({added})))'
    return (
        f'=IF(OR(TRIM({total})="",AND({",".join(empty)})),"",IF(OR({",".join(empty)}),"{OPEN}",'
        f'IFERROR({judged},"{UNKNOWN}")))'
    )


def verdict(total: str, parts: Sequence[str]) -> str:
    """The same, of the texts of the cells."""
    if not total.strip() or not any(part.strip() for part in parts):
        return ""
    if not all(part.strip() for part in parts):
        return OPEN
    numbers = [_counted(text) for text in (total, *parts)]
    known = [number for number in numbers if number is not None]
    return UNKNOWN if len(known) < len(numbers) else _said(known[0] - sum(known[1:]))


def added(cells: str) -> str:
    """The formula of what the cells of a column, «C10:C29», add up to."""
    without = f'SUBSTITUTE("0"&LOWER(TRIM({cells})),"{NOTHING}","")'
    total = f"SUMPRODUCT(VALUE({_digits(without)}))"
    return f'=IF(SUMPRODUCT(LEN(TRIM({cells})))=0,"",IFERROR({total},"{UNKNOWN}"))'


def total_of(texts: Sequence[str]) -> int | str:
    """The same, of the texts of the cells."""
    numbers = [_counted(text) for text in texts if text.strip()]
    known = [number for number in numbers if number is not None]
    return "" if not numbers else sum(known) if len(known) == len(numbers) else UNKNOWN


def compared_with(total: str, computed: str) -> str:
    """The formula that holds a cell that was typed against one that was computed."""
    judged = f'IF({_number(total)}={computed},"{FITS}","{DIFFERS} "&({_number(total)}-{computed}))'
    return f'=IF(OR(TRIM({total})="",{computed}=""),"",IFERROR({judged},"{UNKNOWN}"))'


def verdict_with(total: str, computed: int | str) -> str:
    """The same, of the text of the one and the value of the other."""
    if not total.strip() or computed == "":
        return ""
    number = _counted(total)
    return UNKNOWN if number is None or isinstance(computed, str) else _said(number - computed)


def _number(cell: str) -> str:
    """The number in a text."""
    text = f'"0"&TRIM({cell})'
    return f'IF(LOWER(TRIM({cell}))="{NOTHING}",0,VALUE({_digits(text)}))'


def _digits(text: str) -> str:
    """A text without its points, so that no program reads 12/2026 as a day, -5 as a count, or 1,210 in its own way."""
    return f'SUBSTITUTE(SUBSTITUTE({text},".",""),",","?")&"e0"'


def _counted(text: str) -> int | None:
    digits = text.strip().replace(".", "")
    return 0 if text.strip().lower() == NOTHING else int(digits) if digits.isascii() and digits.isdigit() else None


def _said(difference: int) -> str:
    return f"{DIFFERS} {difference}" if difference else FITS
