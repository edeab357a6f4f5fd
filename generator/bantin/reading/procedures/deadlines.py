"""The grammar of deadlines: «10 ngày làm việc», «05 - 10 ngày», «không quá 7,5 ngày làm việc», or words."""

import re
from decimal import Decimal

from bantin.model.procedures import Deadline, TimeUnit
from bantin.vietnamese import normalise

_NUMBER = r"[0-9]{1,3}(?:,[0-9]{1,2})?"
_UNITS = "|".join(sorted(TimeUnit, key=len, reverse=True))
_PRINTED = re.compile(
    rf"(?P<most>(?:không quá|tối đa|chậm nhất|trong(?: vòng| thời hạn)?)\s+)?"
    rf"(?P<low>{_NUMBER})(?:\s*(?:-|–|đến)\s*(?P<high>{_NUMBER}))?(?:\s*(?P<unit>{_UNITS}|other))?",
    re.IGNORECASE,
)
_UNIT_OF = {str(unit): unit for unit in TimeUnit}
"""What is none, as the «OTHER» of portals, is no unit."""
_WITHIN = re.compile(r"không quá|tối đa|chậm nhất", re.IGNORECASE)
_POINT = re.compile(rf"[0-9]{{1,3}}\.[0-9]{{1,2}}\s*(?:{_UNITS})?", re.IGNORECASE)


def deadline_of(text: str) -> Deadline:
    """The deadline that a text is; words that are no number with a unit stay words, and count nothing."""
    printed = _PRINTED.fullmatch(normalise(text).strip())
    if not printed:
        return Deadline(text)
    low, high = _number(printed["low"]), _number(printed["high"] or printed["low"])
    unit = _UNIT_OF.get((printed["unit"] or "").lower())
    within = bool(printed["most"]) and bool(_WITHIN.match(printed["most"]))
    return Deadline(text, unit, None if within else min(low, high), max(low, high))


def has_point(text: str) -> bool:
    """Whether its decimals stand after a point: «7.5 ngày»."""
    return bool(_POINT.fullmatch(text.strip()))


def _number(digits: str) -> Decimal:
    return Decimal(digits.replace(",", "."))
