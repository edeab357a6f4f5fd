"""The grammar of fees: «8.000 đồng/bản», «10 USD», «12.000 - 60.000 đồng», «miễn phí», or words."""

import re
from decimal import Decimal

from bantin.model.procedures import Charge, Fee
from bantin.vietnamese import normalise, slug

_NUMBER = r"[0-9]{1,3}(?:\.[0-9]{3})*"
_CURRENCY = r"đồng|đ|vnđ|việt nam đồng|usd|đô la mỹ"
_AMOUNT = re.compile(
    rf"(?P<low>{_NUMBER})(?:\s*(?:-|–|đến)\s*(?P<high>{_NUMBER}))?\s*(?P<currency>{_CURRENCY})(?:\s*/.+)?",
    re.IGNORECASE,
)
_FREE = frozenset({"mien-phi", "mien-le-phi", "mien-phi-le-phi", "khong-thu-phi", "khong-thu-le-phi", "khong-mat-phi"})
_ZERO = re.compile(rf"0+(?:[.,]0+)?\s*(?:{_CURRENCY})?(?:\s*/.+)?", re.IGNORECASE)


def fee_of(text: str) -> Fee:
    """The fee that a text is. A nought alone is no «miễn phí»: portals print it where they hold no amount."""
    said = normalise(text).strip()
    if slug(said) in _FREE:
        return Fee(text, Charge.FREE)
    if _ZERO.fullmatch(said):
        return Fee(text, Charge.ZERO)
    amount = _AMOUNT.fullmatch(said)
    if not amount:
        return Fee(text, Charge.IN_WORDS)
    low, high = _number(amount["low"]), _number(amount["high"] or amount["low"])
    return Fee(text, Charge.AMOUNT, min(low, high), max(low, high), _currency(amount["currency"]))


def _currency(word: str) -> str:
    return "USD" if slug(word) in ("usd", "do-la-my") else "đồng"


def _number(digits: str) -> Decimal:
    return Decimal(digits.replace(".", ""))
