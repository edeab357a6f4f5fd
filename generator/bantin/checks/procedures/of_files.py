"""What is wrong or doubtful in what files tell of procedures, each looked at alone."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bantin.checks.procedures import answers, eras, versions
from bantin.model.procedures import Announcement, Procedure, Version
from bantin.problems import Problem
from bantin.vietnamese import number

OF_A_PROCEDURE = (
    versions.days_reversed,
    versions.days_overlap,
    versions.days_left_out,
    versions.replaced_by_itself,
    eras.tiers_not_then,
    eras.offices_not_then,
    eras.online_levels_not_then,
)
OF_A_VERSION = (
    versions.effective_before_issued,
    versions.replaced_by_nothing,
    answers.fee_zero,
    answers.deadline_without_unit,
    answers.open_question,
)


def of_procedures(procedures: Iterable[Procedure], announcements: Iterable[Announcement]) -> Iterator[Problem]:
    """What all rules find; a doubt about a version that its file accepts carries the reason."""
    for procedure in procedures:
        found = [problem for rule in OF_A_PROCEDURE for problem in rule(procedure)]
        for version in procedure.versions:
            found += [problem for rule in OF_A_VERSION for problem in rule(version)]
        yield from _accepted(procedure, found)
    for announcement in announcements:
        yield from count_differs(announcement)
        yield from versions.before_issued("Danh mục này", announcement.since, announcement.decision, at=announcement.at)
        yield from eras.tiers_of_list_not_then(announcement)


def count_differs(announcement: Announcement) -> Iterator[Problem]:
    """A list that was read whole, and says that it has more or fewer procedures, in whichever way it counts them."""
    printed, read = announcement.printed_count, announcement.counts[0]
    if announcement.is_complete and printed is not None and printed not in announcement.counts:
        message = f"Quyết định nói có {number(printed)} thủ tục, còn danh mục chép ở đây có {number(read)} mã."
        help = "Nếu chưa chép đủ thì bỏ «Trọn danh mục: có»."
        yield Problem(announcement.at, "list-count-differs", message, help, warning=True)


def _accepted(procedure: Procedure, found: Iterable[Problem]) -> Iterator[Problem]:
    doubted = set[int]()
    for problem in found:
        version = _version_at(procedure, problem)
        if version and version.accepted and problem.warning:
            doubted.add(version.at.line)
            yield replace(problem, accepted=version.accepted)
        else:
            yield problem
    for version in procedure.versions:
        if version.accepted and version.at.line not in doubted:
            message = "Bản này có mục «Chấp nhận», nhưng không còn gì đáng ngờ ở đây."
            yield Problem(version.at, "acceptance-unneeded", message, "Xóa dòng «Chấp nhận».", warning=True)


def _version_at(procedure: Procedure, problem: Problem) -> Version | None:
    """The version in whose lines a problem lies."""
    before = [version for version in procedure.versions if version.at.line <= problem.location.line]
    return before[-1] if before else None
