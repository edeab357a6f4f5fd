"""The days of a procedure's versions: only those that sources print are held against one another."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from bantin.model.procedures import Change, Decision, Procedure, Version, is_end
from bantin.problems import Location, Problem
from bantin.vietnamese import date_text, lower_first

_DAY = timedelta(days=1)


def days_reversed(procedure: Procedure) -> Iterator[Problem]:
    """Versions that end before they begin, or stand before one that is older."""
    for version in procedure.versions:
        if version.since and version.until and version.until < version.since:
            message = (
                f"Bản này hết hiệu lực ({date_text(version.until)}) trước khi có hiệu lực ({date_text(version.since)})."
            )
            yield Problem(version.at, "version-reversed", message, "Xem lại «Hiệu lực từ» và «Hiệu lực đến».")
    known = [(version.since, version) for version in procedure.versions if version.since]
    for (earlier, _), (since, later) in pairwise(known):
        if since < earlier:
            message = f"Bản này có hiệu lực từ {date_text(since)}, trước bản trên ({date_text(earlier)})."
            yield Problem(later.at, "versions-out-of-order", message, "Xếp các bản từ cũ đến mới.")


def days_overlap(procedure: Procedure) -> Iterator[Problem]:
    """Versions that begin while an older one holds by its own last day, but for those that end the procedure.

    What ends on the day on which the next begins is how many sources say that one follows the other.
    """
    for place, later in enumerate(procedure.versions):
        for earlier in [one for one in procedure.versions[:place] if _holds_beside(one, later)][-1:]:
            both = ", ".join(f"{lower_first(called(one))} {_time(one)}" for one in (earlier, later))
            message = f"Hai bản cùng có hiệu lực một thời gian: {both}."
            yield Problem(later.at, "versions-overlap", message, "Xem lại ngày của hai bản.", warning=True)


def days_left_out(procedure: Procedure) -> Iterator[Problem]:
    """Days between two versions on which none holds, unless the procedure had ended, or ended then."""
    for earlier, later in pairwise(procedure.versions):
        if not (earlier.until and later.since) or _is_asked(earlier, later):
            continue
        is_left_out = later.since > earlier.until + _DAY and later.change is not Change.NEW
        has_ended = is_end(earlier) or is_end(later) or earlier.has_successor
        if is_left_out and not has_ended:
            first, last = date_text(earlier.until + _DAY), date_text(later.since - _DAY)
            days = f"Ngày {first}" if first == last else f"Từ {first} đến hết {last}"
            message = f"{days} không bản nào có hiệu lực."
            help = "Xem lại ngày của hai bản, hoặc thêm bản còn thiếu."
            yield Problem(later.at, "versions-gap", message, help, warning=True)


def effective_before_issued(version: Version) -> Iterator[Problem]:
    """A version that holds before its decision was signed."""
    yield from before_issued(called(version), version.since, version.decision, at=version.at)


def before_issued(called: str, since: date | None, decision: Decision, *, at: Location) -> Iterator[Problem]:
    """What holds before the decision was signed that says so."""
    if since and decision.issued and since < decision.issued:
        message = (
            f"{called} có hiệu lực từ {date_text(since)}, trước ngày ký quyết định ({date_text(decision.issued)})."
        )
        help = "Xem lại hai ngày; nếu nguồn in như vậy thì giữ nguyên."
        yield Problem(at, "effective-before-issued", message, help, warning=True)


def called(version: Version) -> str:
    """A version as readers find it on its page: «Bản theo Quyết định số 163/QĐ-BTP»."""
    number = version.decision.number
    return f"Bản theo Quyết định số {number}" if number else "Bản không ghi quyết định"


def _time(version: Version) -> str:
    """Its days as its page has them: «từ 01/03/2026 đến hết 31/12/2026»."""
    ends = ("từ", version.since), ("đến hết", version.until)
    return " ".join(f"{word} {date_text(day)}" for word, day in ends if day)


def _holds_beside(earlier: Version, later: Version) -> bool:
    """Whether an older version holds on days of a newer one by what is printed of both; not where that is asked."""
    if not (earlier.until and later.since) or is_end(later) or _is_asked(earlier, later):
        return False
    return earlier.until > later.since >= (earlier.since or later.since)


def _is_asked(earlier: Version, later: Version) -> bool:
    """Whether both are printed, and it is said that nobody knows which holds."""
    return bool(earlier.question or later.question)


def replaced_by_itself(procedure: Procedure) -> Iterator[Problem]:
    """Versions that say that the procedure itself comes in its place."""
    for version in procedure.versions:
        if any(code.core == procedure.code.core for code in version.replaced_by):
            message = f"Thủ tục {procedure.code.core} được ghi là thay bằng chính nó."
            help = "Ghi mã của thủ tục mới; vẫn mã ấy mà nội dung đổi thì thêm một bản, và bỏ dòng «Thay bằng»."
            yield Problem(version.at, "replaced-by-itself", message, help)


def replaced_by_nothing(version: Version) -> Iterator[Problem]:
    """A version that says it was replaced, and not by what."""
    if version.change is Change.REPLACED and not version.replaced_by:
        message = "Thủ tục được thay thế, nhưng chưa ghi thay bằng thủ tục nào."
        yield Problem(
            version.at, "replacement-missing", message, "Thêm dòng «Thay bằng: mã của thủ tục mới».", warning=True
        )
