"""How long a procedure takes (thời hạn giải quyết): the words that were printed, and what they certainly say."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class TimeUnit(StrEnum):
    """What a deadline counts. A working day is no day: nobody can turn one into the other without a calendar."""

    WORKING_DAY = "ngày làm việc"
    DAY = "ngày"
    HOUR = "giờ"
    MONTH = "tháng"
    YEAR = "năm"


@dataclass(frozen=True, slots=True)
class Deadline:
    """A deadline as it was printed.

    `low` and `high` are the ends of the interval in its unit: equal for «10 ngày làm việc», apart for «05 - 10 ngày»,
    without a low end for «không quá 15 ngày». Of words («trong ngày») there are neither.
    """

    text: str
    unit: TimeUnit | None = None
    low: Decimal | None = None
    high: Decimal | None = None

    @property
    def lacks_unit(self) -> bool:
        """Whether a number was printed, and not of what: «1»."""
        return self.unit is None and self.high is not None
