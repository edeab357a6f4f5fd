"""What a long text report tells one by one, and what it counts by code.

An editor who mends one file reads every line; whoever looks after a nation's site gets thousands of one kind, and among
them would miss the two that are new.
"""

from collections.abc import Iterable, Sequence

from bantin.problems import Problem

Many = Sequence[Problem]
"""Problems of one code and one weight, in the order of files and lines."""
WARNINGS = 20
"""How many warnings of one code are told one by one."""
ERRORS = 100
"""How many errors are, whatever their codes."""
PLACES = 3
"""How many places are named of those that are counted."""
HINT = (
    f"Loại nào có quá nhiều chỗ thì ở trên chỉ nêu số lượng và {PLACES} chỗ đầu. Để xem hết, mời chạy "
    "«bantin check --all»; để xem riêng một tệp, mời chạy «bantin check TỆP»; để hiểu một mã, mời chạy "
    "«bantin explain MÃ» (thay TỆP, MÃ bằng tên tệp, mã ở trên)."
)


def divided(problems: Sequence[Problem]) -> tuple[list[Problem], list[Many]]:
    """The problems to tell one by one, and those to count, errors first, then by how many there are of a code."""
    errors = [problem for problem in problems if not problem.warning]
    of_warnings = _by_code(problem for problem in problems if problem.warning)
    groups = [*_by_code(errors[ERRORS:]), *(group for group in of_warnings if len(group) > WARNINGS)]
    many = [group for group in groups if len(group) > PLACES]
    counted = {id(problem) for group in many for problem in group}
    return [problem for problem in problems if id(problem) not in counted], many


def _by_code(problems: Iterable[Problem]) -> list[Many]:
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.code, []).append(problem)
    return sorted(found.values(), key=len, reverse=True)
