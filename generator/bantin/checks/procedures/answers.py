"""What a version says, and does not say enough of: a nought for a fee, a deadline of nobody knows what."""

from collections.abc import Iterator

from bantin.model.procedures import Charge, Version
from bantin.problems import Problem, excerpt
from bantin.vietnamese import ended


def fee_zero(version: Version) -> Iterator[Problem]:
    """Fees that are a bare nought: portals print one where they hold no amount."""
    for _, case in version.all_fees():
        if case.said.charge is Charge.ZERO:
            message = f"Phí ghi {excerpt(case.said.text)}, nhưng số 0 không nói là miễn phí."
            help = "Nguồn nói miễn phí thì ghi «miễn phí»; nói theo văn bản nào thì ghi lời ấy; không thì bỏ dòng này."
            yield Problem(case.at, "fee-zero", message, help, warning=True, length=len(case.said.text))


def deadline_without_unit(version: Version) -> Iterator[Problem]:
    """Deadlines that are a number of nobody knows what."""
    for _, case in version.all_deadlines():
        if case.said.lacks_unit or not any(sign.isalpha() for sign in case.said.text):
            message = f"Thời hạn {excerpt(case.said.text)} chưa có đơn vị: ngày, ngày làm việc hay giờ."
            help = "Ghi như «10 ngày làm việc»; nguồn không in đơn vị thì giữ nguyên và ghi lý do ở «Chấp nhận»."
            yield Problem(case.at, "deadline-without-unit", message, help, warning=True, length=len(case.said.text))


def open_question(version: Version) -> Iterator[Problem]:
    """Versions of which something is said to be unclear."""
    if version.question:
        message = f"Bản này còn điều chưa rõ: {ended(version.question)}"
        help = "Hỏi cơ quan công bố; khi đã rõ thì sửa cho đúng và xóa dòng «Chưa rõ»."
        yield Problem(version.at, "version-open", message, help, warning=True)
