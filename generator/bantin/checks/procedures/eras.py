"""Words that nobody used at the time: a tier or an office that had ended, an online level of another time."""

from collections.abc import Iterator
from datetime import date

from bantin.model.procedures import Announcement, Change, Procedure, Tier, Version
from bantin.places import offices
from bantin.problems import Problem, excerpt
from bantin.vietnamese import date_text

_STILL = "Nhiều bản ghi vẫn còn tên cũ; nếu nguồn in như vậy thì giữ nguyên và ghi «Chấp nhận»."


def tiers_not_then(procedure: Procedure) -> Iterator[Problem]:
    """Versions handled by a tier that had ended. A decision that ends a procedure names who handled it until then."""
    for version in procedure.versions:
        for tier in version.tiers:
            last = offices.last_day_of(tier.level) if tier.level else None
            if last and not version.is_abolished and _stood_after(version, procedure, last):
                yield _not_then(version, str(tier), last, "tier-not-then")


def offices_not_then(procedure: Procedure) -> Iterator[Problem]:
    """Versions handled by offices that had ended; those of a tier that is told already are not told again."""
    for version in procedure.versions:
        named = [ended for office in version.offices if (ended := offices.ended_with(office))]
        for office, last in dict.fromkeys(named):
            if (
                Tier.DISTRICT not in version.tiers
                and not version.is_abolished
                and _stood_after(version, procedure, last)
            ):
                yield _not_then(version, office, last, "office-not-then")


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
            day, ends = last, f"chỉ có từ {date_text(level.since)}"
        elif level.until and first and first > level.until:
            day, ends = first, f"chỉ dùng đến {date_text(level.until)}"
        else:
            continue
        message = f"«{level}» {ends}, còn bản này là của ngày {date_text(day)}."
        help = "Xem lại mức độ và ngày; nếu nguồn in như vậy thì giữ nguyên và ghi «Chấp nhận»."
        yield Problem(version.at, "online-level-not-then", message, help, warning=True)


def tiers_of_list_not_then(announcement: Announcement) -> Iterator[Problem]:
    """Lists of what a tier handles that had ended when they began; what they end, it had handled before."""
    day = announcement.since or announcement.decision.issued
    ending = (Change.ABOLISHED, Change.REPLACED)
    for tier in dict.fromkeys(entry.tier for entry in announcement.entries if entry.change not in ending):
        last = offices.last_day_of(tier.level) if tier.level else None
        if last and day and day > last:
            at = next(entry.at for entry in announcement.entries if entry.tier is tier and entry.change not in ending)
            message = f"Danh mục này ghi {excerpt(tier)}, mà từ sau ngày {date_text(last)} không còn."
            yield Problem(at, "tier-not-then", message, "Xem lại cấp và ngày của quyết định.", warning=True)


def _stood_after(version: Version, procedure: Procedure, last: date) -> bool:
    """Whether a version certainly held after a day: decided later, or the last of its file and read later."""
    if version.until and version.until <= last:
        return False
    decided = version.since or version.decision.issued
    is_newest = version is procedure.versions[-1]
    return bool((decided and decided > last) or (is_newest and version.read_on and version.read_on > last))


def _not_then(version: Version, name: str, last: date, code: str) -> Problem:
    message = f"Bản này ghi {excerpt(name)}, mà từ sau ngày {date_text(last)} không còn."
    return Problem(version.at, code, message, _STILL, warning=True)
