"""Words that nobody used at the time: a tier or an office that had ended, an online level of another time."""

from collections.abc import Iterator
from datetime import date, timedelta

from bantin.checks.procedures.versions import called
from bantin.model.procedures import Announcement, Change, Procedure, Tier, Version, is_end
from bantin.places import Level, offices
from bantin.problems import Problem, excerpt
from bantin.vietnamese import date_text

_DAY = timedelta(days=1)
_STILL = "Nhiều nguồn còn in tên cũ; nếu đúng vậy thì giữ nguyên và ghi lý do ở «Chấp nhận»."


def tiers_not_then(procedure: Procedure) -> Iterator[Problem]:
    """Versions handled by a tier that had ended. A decision that ends a procedure names who handled it until then."""
    for version in procedure.versions:
        for tier in version.tiers:
            last = offices.last_day_of(tier.level) if tier.level else None
            if tier.level and last and not is_end(version) and _stood_after(version, procedure, last):
                said = f"cấp giải quyết là {excerpt(tier)}"
                yield _not_then(version, said, tier.level, last, "tier-not-then")


def offices_not_then(procedure: Procedure) -> Iterator[Problem]:
    """Versions handled by offices that had ended; those of a tier that is told already are not told again."""
    for version in procedure.versions:
        named = {level: office for office in reversed(version.offices) if (level := offices.ended_with(office))}
        for level, office in named.items():
            last = offices.last_day_of(level)
            is_told = Tier.DISTRICT in version.tiers or is_end(version)
            if last and not is_told and _stood_after(version, procedure, last):
                said = f"cơ quan giải quyết là {excerpt(office)}"
                yield _not_then(version, f"{said}, thuộc {level}", level, last, "office-not-then")


def online_levels_not_then(procedure: Procedure) -> Iterator[Problem]:
    """Versions with an online level that nobody could state of them: it is their source's, of any day that they held.

    What was decided in 2021 and holds still is «toàn trình» today.
    """
    for version in procedure.versions:
        level = version.online
        if not level:
            continue
        first, last = version.since or version.decision.issued, version.until or version.read_on
        if level.since and last and last < level.since:
            day, said = last, f"chỉ có từ {date_text(level.since)}"
        elif level.until and first and first > level.until:
            day, said = first, f"chỉ dùng đến {date_text(level.until)}"
        else:
            continue
        message = f"Bản này ghi «{level}», mà {level} {said}, còn bản này là của ngày {date_text(day)}."
        help = "Xem lại mức độ và ngày; nếu nguồn in như vậy thì giữ nguyên và ghi lý do ở «Chấp nhận»."
        yield Problem(version.at, "online-level-not-then", message, help, warning=True)


def tiers_of_list_not_then(announcement: Announcement) -> Iterator[Problem]:
    """Lists of what a tier handles that had ended when they began; what they end, it had handled before."""
    day = announcement.since or announcement.decision.issued
    ending = (Change.ABOLISHED, Change.REPLACED)
    for tier in dict.fromkeys(entry.tier for entry in announcement.entries if entry.change not in ending):
        last = offices.last_day_of(tier.level) if tier.level else None
        if last and day and day > last:
            at = next(entry.at for entry in announcement.entries if entry.tier is tier and entry.change not in ending)
            message = (
                f"Danh mục của ngày {date_text(day)} ghi thủ tục của {excerpt(tier)}, mà {tier} không còn từ ngày "
                f"{date_text(last + _DAY)}."
            )
            yield Problem(at, "tier-not-then", message, "Xem lại cấp và ngày của quyết định.", warning=True)


def _stood_after(version: Version, procedure: Procedure, last: date) -> bool:
    """Whether a version certainly held after a day: decided later, or the last of its file and read later."""
    if version.until and version.until <= last:
        return False
    decided = version.since or version.decision.issued
    is_newest = version is procedure.versions[-1]
    return bool((decided and decided > last) or (is_newest and version.read_on and version.read_on > last))


def _not_then(version: Version, said: str, level: Level, last: date, code: str) -> Problem:
    message = f"{called(version)} ghi {said}, mà {level} không còn từ ngày {date_text(last + _DAY)}."
    return Problem(version.at, code, message, _STILL, warning=True)
