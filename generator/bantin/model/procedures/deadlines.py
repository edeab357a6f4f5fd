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
    def is_measured(self) -> bool:
        """Whether it counts something: a number with its unit."""
        return self.unit is not None and self.high is not None

    @property
    def lacks_unit(self) -> bool:
        """Whether a number was printed, and not of what: «1»."""
        return self.unit is None and self.high is not None

    def is_shorter_than(self, other: "Deadline") -> bool | None:
        """Whether it certainly ends earlier; None where nobody can say, as of working days and days."""
        if self.unit is not other.unit or self.unit is None or self.high is None or other.high is None:
            return None
        if self.high < (other.low or Decimal(0)):
            return True
        return False if other.high <= (self.low or Decimal(0)) else None
