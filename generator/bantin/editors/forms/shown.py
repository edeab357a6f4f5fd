"""What a cell with a number shows: 0.9058 in the format «0.00%» is «90,58%», 1210 in «#,##0» is «1.210».

What stands in a cell is what was printed, so a number is read as its own format shows it, in the way of Vietnamese. The
format «General» has no thousands: 1210 is «1210», which is the same number as «1.210» and what is seen in the cell. A
format that we cannot follow to the end is none of ours to guess.
"""

import re
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite

from bantin.vietnamese import number

_GENERAL = frozenset(("general", "@", ""))
_QUOTED = re.compile(r'"([^"]*)"|\\(.)|_(?:.)|\*(?:.)|\[(?:[^\]]*)\]')
_DIGITS = re.compile(r"[#0?][#0?,]*(?:\.[#0?]+)?|\.[#0?]+")
_MOST_DIGITS = 15
"""As many as a spreadsheet keeps; what follows is how computers write fractions."""


def shown(value: int | float, format: str) -> str | None:
    """The text that is seen; None where the format cannot be followed."""
    if not isfinite(value):
        return None
    exact = _exact(value)
    if format.strip().lower() in _GENERAL:
        return number(exact) if exact % 1 else str(int(exact))
    section, has_sign = _section(exact, format)
    if section is None:
        return None
    kept: list[str] = []
    plain = _QUOTED.sub(lambda found: _keep(found, kept), section)
    if plain.strip().lower() in _GENERAL - {""}:
        return shown(value, "General")
    digits = _DIGITS.findall(plain)
    if not digits:
        return _restored(plain, kept) if re.fullmatch("[\0?% ./()+-]*", plain) else None
    around = _DIGITS.sub("", plain)
    if len(digits) > 1 or not re.fullmatch("[\0% ()+€$đ-]*", around):
        return None
    said = _number(abs(exact), digits[0], percent=around.count("%"))
    minus = "-" if exact < 0 and not has_sign and re.search("[1-9]", said) else ""
    return " ".join(_restored(f"{minus}{_DIGITS.sub(said, plain)}", kept).split())


def _exact(value: int | float) -> Decimal:
    """The number as the spreadsheet shows it at most: 0.1 + 0.2 is 0.3."""
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    rounded = +exact.quantize(Decimal(1).scaleb(exact.adjusted() - _MOST_DIGITS + 1)) if exact else Decimal(0)
    whole = rounded == rounded.to_integral_value()
    return Decimal(int(rounded)) if whole else rounded.normalize()


def _section(value: Decimal, format: str) -> tuple[str | None, bool]:
    """The part of a format that is for such a number, and whether it tells by itself that it is below zero."""
    parts, quoted, part = [], False, ""
    for sign in format:
        quoted ^= sign == '"'
        if sign == ";" and not quoted:
            parts.append(part)
            part = ""
        else:
            part += sign
    parts.append(part)
    if any(re.search(r"\[[<>=]", part) for part in parts):
        return None, False
    if value < 0 and len(parts) > 1:
        return parts[1], True
    return (parts[2] if value == 0 and len(parts) > 2 else parts[0]), False


def _keep(found: re.Match[str], kept: list[str]) -> str:
    """A sign in the place of words, which are kept; nothing in the place of room, colour and country."""
    words = found[1] if found[1] is not None else found[2]
    if words is None:
        return ""
    kept += [words]
    return "\0"


def _restored(text: str, kept: list[str]) -> str:
    words = iter(kept)
    return re.sub("\0", lambda _: next(words), text).replace("?", " ").strip()


def _number(value: Decimal, digits: str, *, percent: int) -> str:
    whole, _, fraction = digits.partition(".")
    thousands = len(whole) - len(whole.rstrip(","))
    scaled = value.scaleb(2 * percent - 3 * thousands)
    decimals = len(fraction)
    rounded = scaled.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    text = number(rounded)
    if "," not in whole.rstrip(","):
        text = text.replace(".", "")
    optional = len(fraction) - len(fraction.rstrip("#"))
    while optional and text.endswith("0"):
        text, optional = text[:-1], optional - 1
    front, comma, rest = text.partition(",")
    front = "" if front == "0" and "0" not in whole else front  # # and ? show no zero that says nothing
    return f"{front.rjust(whole.count('0'), '0')}{comma if rest else ''}{rest}"
