"""The days of a procedure's versions: only those that sources print are held against one another."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from bantin.model.procedures import Change, Procedure, Version
from bantin.problems import Problem
from bantin.vietnamese import date_text

_DAY = timedelta(days=1)


def days_reversed(procedure: Procedure) -> Iterator[Problem]:
    """Versions that end before they begin, or stand before one that is older."""
    for version in procedure.versions:
        if version.since and version.until and version.until < version.since:
            message = f"Bản này hết hiệu lực ({date_text(version.until)}) trước khi có hiệu lực."
            yield Problem(version.at, "version-reversed", message, "Xem lại «Hiệu lực từ» và «Hiệu lực đến».")
    for earlier, later in pairwise(procedure.versions):
        if earlier.since and later.since and later.since < earlier.since:
            message = f"Bản này có hiệu lực từ {date_text(later.since)}, trước bản đứng trên nó."
            yield Problem(later.at, "versions-out-of-order", message, "Xếp các bản từ cũ đến mới.")


def days_misfit(procedure: Procedure) -> Iterator[Problem]:
    """Versions that hold beside the next one, or leave days on which none holds."""
    for earlier, later in pairwise(procedure.versions):
        if not (earlier.until and later.since) or later.since < (earlier.since or later.since):
            continue
        if later.since <= earlier.until:
            if earlier.question or later.question:
                continue  # both are printed, and it is said that nobody knows which holds
            message = (
                f"Bản này có hiệu lực từ {date_text(later.since)}, khi bản trước còn đến {date_text(earlier.until)}."
            )
            yield Problem(later.at, "versions-overlap", message, "Xem lại ngày của hai bản.", warning=True)
        elif later.since > earlier.until + _DAY and not earlier.is_abolished and later.change is not Change.NEW:
            message = f"Từ sau {date_text(earlier.until)} đến trước {date_text(later.since)} không bản nào có hiệu lực."
            yield Problem(
                later.at, "versions-gap", message, "Xem lại ngày của hai bản, hoặc thêm bản còn thiếu.", warning=True
            )


def effective_before_issued(version: Version) -> Iterator[Problem]:
    """A version that holds before its decision was signed."""
    issued = version.decision.issued
    if version.since and issued and version.since < issued:
        message = f"Bản này có hiệu lực từ {date_text(version.since)}, trước ngày ký quyết định ({date_text(issued)})."
        help = "Xem lại hai ngày; nếu nguồn in như vậy thì giữ nguyên."
        yield Problem(version.at, "effective-before-issued", message, help, warning=True)


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
        message = "Thủ tục được thay thế, nhưng chưa ghi bằng thủ tục nào."
        yield Problem(
            version.at, "replacement-missing", message, "Thêm dòng «Thay bằng: mã của thủ tục mới».", warning=True
        )
