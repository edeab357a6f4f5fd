"""Digits with points and commas as the number that Vietnamese writes so; two readings, or none, are a `Doubt`."""

import re
from decimal import Decimal
from typing import NamedTuple

UNREADABLE = "{} không phải là một số viết theo lối Việt Nam."

_MOST_DIGITS = 15
_NUMBER = re.compile(r"([0-9]+|[1-9][0-9]{0,2}(\.[0-9]{3})+)(,[0-9]+)?")
_ONE_SIGN = re.compile(r"([0-9]+)([.,])([0-9]+)")
_SPACED = re.compile(r"(?<![0-9.,])(?<![0-9] )[1-9][0-9]{0,2}(?:[ \u2000-\u200a\u205f\u3000][0-9]{3})+(?![0-9])")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")


class Doubt(NamedTuple):
    """Why a text is no clear value."""

    code: str
    message: str
    """{} stands for the characters in question."""
    fixes: tuple[str, ...] = ()
    """What may stand in their place."""
    help: str = ""


def digits_together(text: str) -> str:
    """The text with points where spaces separate thousands: «93 826 hồ sơ» as «93.826 hồ sơ»."""
    return _SPACED.sub(lambda digits: ".".join(re.findall("[0-9]+", digits[0])), text)


def number_of(digits: str, *, measured: bool, scaled: bool) -> Decimal | Doubt:
    """The number that digits print: of what is measured or scaled («48,6 nghìn») with decimals, else a whole one."""
    fractional = measured or scaled
    if sum(c.isdigit() for c in digits) > _MOST_DIGITS:
        return Doubt("number-unreadable", "{} có quá nhiều chữ số.")
    if doubt := _doubt_of_sign(digits, measured=measured, fractional=fractional):
        return doubt
    if re.match(r"0[0-9]{2}", digits):  # «08» is how forms fill two places; in «058» something is missing
        bare = re.sub("[.,]", "", digits)
        fixes = (str(int(bare)), f"0,{bare[1:]}") if fractional else (str(int(bare)),)
        return Doubt("number-ambiguous", "{} bắt đầu bằng chữ số 0, có lẽ thừa hay thiếu một dấu, một chữ số.", fixes)
    if not _NUMBER.fullmatch(digits):
        return Doubt("number-unreadable", UNREADABLE)
    if "," in digits and not fractional:
        return Doubt("count-has-decimals", "{} có phần thập phân, mà ở đây cần một số nguyên.")
    return Decimal(digits.replace(".", "").replace(",", "."))


def _doubt_of_sign(digits: str, *, measured: bool, fractional: bool) -> Doubt | None:
    """The doubt whether the only sign separates thousands or decimals."""
    parts = _ONE_SIGN.fullmatch(digits)
    if not parts:
        return None
    whole, sign, decimals = parts.groups()
    with_point, with_comma, joined = f"{whole}.{decimals}", f"{whole},{decimals}", str(int(whole + decimals))
    if _THOUSANDS.fullmatch(digits):
        if sign == "." and measured:  # «12.345%»: nobody reaches twelve thousand percent
            return _ambiguous(with_comma, joined, fixes=(with_comma, joined))
        if sign == "," and not fractional:
            return _ambiguous(with_point, digits.rstrip("0").rstrip(","), fixes=(with_point,))
    elif sign == "." and fractional:
        message = "{} dùng dấu chấm; phần thập phân được viết sau dấu phẩy."
        return Doubt("number-decimal-point", message, (with_comma,))
    elif sign == "." and len(decimals) <= 3:
        # Spreadsheets turn 1.210 into 1.21.
        restored = whole + "." + decimals.ljust(3, "0")
        fixes = (joined, restored) if _THOUSANDS.fullmatch(restored) else (joined,)
        return _ambiguous(with_comma, *fixes, fixes=fixes)
    return None


def _ambiguous(*readings: str, fixes: tuple[str, ...]) -> Doubt:
    return Doubt("number-ambiguous", f"{{}} chưa rõ là {' hay '.join(readings)}.", fixes)
