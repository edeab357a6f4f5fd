"""What cells of a spreadsheet or a table hold in the place of a number, as questions to the editor."""

import re
import unicodedata
from decimal import Decimal

from bantin.model import Kind, State
from bantin.reading.numbers.digits import Doubt
from bantin.vietnamese import listed, number

NOTHING = "không có"
"""The words that print zero."""

_ERROR = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)", re.IGNORECASE)
_NARROW = re.compile("#{2,}")
_IN_ENGLISH = ("n/a", "na", "n.a", "n.a.", "null", "none", "nil", "no data", "unknown")
_SIGNS_OF_NOTHING = frozenset((*_IN_ENGLISH, "x", "#", "trống", "(trống)", "chưa có", "không rõ", "chưa rõ"))
_NO_WORD = re.compile(r"[-~\u2010-\u2015\u2212_.\u2026?*/\s]+")
_SHARE = re.compile("0[.,]([0-9]*[1-9])0*|1(?:[.,]0*)?")
_TEXTS = (Kind.GRADE, Kind.STATEMENT)
_WIDE = re.compile("[\uff01-\uff5e]")


def error_of_sheet(text: str) -> Doubt | None:
    """The question asked by «#REF!» and its like, wherever a value is expected."""
    if _ERROR.fullmatch(text):
        help = "Xin mở lại bảng tính hoặc văn bản nguồn, xem giá trị đúng rồi ghi vào đây."
        return Doubt("number-unreadable", "{} là lời báo lỗi của Excel: ô ấy không tính được.", help=help)
    if _NARROW.fullmatch(text):
        help = "Xin kéo rộng cột trong bảng tính để thấy giá trị, rồi ghi giá trị ấy vào đây."
        return Doubt("number-unreadable", "{} là cách Excel báo cột quá hẹp, không hiện được giá trị.", help=help)
    return None


def doubt_of_cell(words: str, kind: Kind) -> Doubt | None:
    """The question asked by words in small letters that are no value: errors, and signs for nothing."""
    error = error_of_sheet(words)
    if error or not (words in _SIGNS_OF_NOTHING or _NO_WORD.fullmatch(words)):
        return error and error._replace(code=_code(kind))
    zero = {Kind.COUNT: NOTHING, Kind.RATIO: NOTHING, Kind.MONEY: NOTHING, Kind.PERCENT: "0%"}.get(kind)
    known = [f"«{zero}» (bằng không)"] if zero else []
    known += [f"«{State.NO_DATA}»", f"«{State.NOT_APPLICABLE}» (nơi này không có việc đó)", f"«{State.NOT_PUBLISHED}»"]
    help = f"Xin ghi {listed(known, 'hoặc')}; nguồn không nhắc đến thì bỏ cả dòng."
    return Doubt(_code(kind), "{} chưa nói rõ là bằng không, là chưa biết hay là không có việc đó.", help=help)


def plain_digits(text: str) -> str:
    """The text in the digits and signs of ordinary keyboards, where it has those of others."""
    text = _WIDE.sub(lambda sign: unicodedata.normalize("NFKC", sign[0]), text)
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in text)


def doubt_of_share(digits: str) -> Doubt | None:
    """The question asked by a rate without its sign where spreadsheets write 74,38% as 0,7438."""
    share = _SHARE.fullmatch(digits)
    if not share:
        return None
    hundredfold = number((Decimal(digits.replace(",", ".")) * 100).normalize())
    # Rates are published with two decimals, hardly with four.
    as_it_is = (f"{digits.replace('.', ',')}%",) if len(share[1] or "") <= 2 else ()
    message = f"{{}} chưa có dấu %, mà bảng tính hay ghi {hundredfold}% thành {{}}."
    return Doubt("number-ambiguous", message, (f"{hundredfold}%", *as_it_is))


def _code(kind: Kind) -> str:
    return "text-unreadable" if kind in _TEXTS else "number-unreadable"
