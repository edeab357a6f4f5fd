"""Figures that were published, against what stands in their files now."""

from collections.abc import Iterator

from bantin.model import Departed, is_same, printed
from bantin.problems import Problem, excerpt


def published_figures_changed(found: Departed) -> Iterator[Problem]:
    """A published figure is gone, or another, and no correction says so."""
    record, figures = found.record, found.figures
    if not figures:
        message = f"{found.name}: đã đăng {excerpt(record.text)}, nay không còn trong tệp."
        help = "Đưa con số trở lại; cơ quan đã rút con số thì ghi «không công bố» ở «Số liệu», và số cũ ở «Đính chính»."
        yield Problem(found.report, "figure-removed", message, help)
    elif not _is_told(found):
        message = (
            f"{found.name}: đã đăng {excerpt(record.text)}, nay ghi {excerpt(figures[0].text)} mà không có đính chính."
        )
        help = (
            f"Thêm vào «Đính chính» một mục có «Ngày», «Lý do», «Cũ: {record.text}», «Mới: {figures[0].text}»; "
            "gõ nhầm thì đưa về số cũ."
        )
        yield Problem(figures[0].at, "figure-changed", message, help, length=len(figures[0].text))


def _is_told(found: Departed) -> bool:
    """Whether what was published is printed in other words, or named by a correction."""
    for figure in found.figures:
        for value in (figure.value, *(one.old for one in figure.corrections)):
            if " ".join(printed(value).split()) == found.record.text or (found.value and is_same(found.value, value)):
                return True
    return False
