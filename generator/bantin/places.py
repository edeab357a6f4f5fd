"""Administrative units of Vietnam: what one is, and when it existed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Level(StrEnum):
    """The three levels; the middle one ended with the districts."""

    PROVINCE = "cấp tỉnh"
    DISTRICT = "cấp huyện"
    COMMUNE = "cấp xã"


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit with one territory. The same path or code at another time is another unit."""

    level: Level
    code: str
    """The official code; unique only among the units of one day."""
    kind: str
    """«tỉnh», «huyện», «thị xã», … A «thành phố» at the level of provinces is centrally run."""
    name: str
    """Without its kind: «Kiên Giang»; «1» for Quận 1."""
    path: str
    """The folder of its files and pages: «kien-giang/huyen-vinh-thuan»."""
    since: date | None = None
    """First day; None when the tables do not say."""
    until: date | None = None
    """Last day; None while it exists."""

    @property
    def full_name(self) -> str:
        """With its kind, as it reads inside a sentence: «huyện Vĩnh Thuận»."""
        return f"{self.kind} {self.name}"

    @property
    def is_current(self) -> bool:
        """No last day is known."""
        return self.until is None

    def existed_on(self, day: date) -> bool:
        """The day is neither before the unit's first nor after its last."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
