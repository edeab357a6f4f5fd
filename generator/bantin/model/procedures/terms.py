"""The words that records choose from, with the days between which each could be said."""

from datetime import date
from enum import StrEnum

from bantin.places import Level

_LEVELS_LAST = date(2022, 12, 31)
"""Online levels 1 to 4 went with the year 2022, as the site's indicators have it."""
_TWO_KINDS_SINCE = date(2022, 8, 15)
"""Since when there are «toàn trình» and «một phần»: the day from which Nghị định 42/2022/NĐ-CP holds."""


class Tier(StrEnum):
    """Who handles a procedure."""

    COMMUNE = "cấp xã"
    DISTRICT = "cấp huyện"
    PROVINCE = "cấp tỉnh"
    MINISTRY = "cấp bộ"
    OTHER = "cơ quan khác"

    @property
    def level(self) -> Level | None:
        """The level of places whose offices these are; None for ministries and others."""
        return _LEVELS.get(self)


_LEVELS = {Tier.COMMUNE: Level.COMMUNE, Tier.DISTRICT: Level.DISTRICT, Tier.PROVINCE: Level.PROVINCE}


class Channel(StrEnum):
    """How papers are handed in."""

    DIRECT = "trực tiếp"
    ONLINE = "trực tuyến"
    POST = "bưu chính"


class Change(StrEnum):
    """What a decision does to a procedure."""

    PUBLISHED = "công bố"
    """It names the procedure, and does not say whether it is new."""
    NEW = "ban hành mới"
    AMENDED = "sửa đổi, bổ sung"
    REPLACED = "thay thế"
    ABOLISHED = "bãi bỏ"


class OnlineLevel(StrEnum):
    """How far a procedure can be done online, in the words of its time."""

    ONE = "mức độ 1"
    TWO = "mức độ 2"
    THREE = "mức độ 3"
    FOUR = "mức độ 4"
    FULL = "toàn trình"
    PART = "một phần"
    INFORMATION = "chỉ cung cấp thông tin"

    @property
    def since(self) -> date | None:
        """The first day on which one could say so."""
        return None if self.is_numbered or self is OnlineLevel.INFORMATION else _TWO_KINDS_SINCE

    @property
    def until(self) -> date | None:
        """The last day."""
        return _LEVELS_LAST if self.is_numbered else None

    @property
    def is_numbered(self) -> bool:
        """Whether it is one of the four levels."""
        return self.value.startswith("mức độ")
