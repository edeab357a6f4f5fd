"""What a procedure costs (phí, lệ phí): the words that were printed, and what they certainly say."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Charge(StrEnum):
    """What is said of a fee."""

    AMOUNT = "mức phí"
    """An amount, or two that it lies between."""
    FREE = "miễn phí"
    """The words say that nothing is to be paid."""
    IN_WORDS = "theo văn bản"
    """Another document says how much: «theo Nghị quyết của HĐND tỉnh»."""
    ZERO = "0"
    """A bare nought, as portals print where they hold no amount: it does not say «free»."""


@dataclass(frozen=True, slots=True)
class Fee:
    """A fee as it was printed; an amount with its currency: `low` and `high` are equal unless it is a range."""

    text: str
    charge: Charge
    low: Decimal | None = None
    high: Decimal | None = None
    currency: str = ""
    """«đồng», «USD»."""
