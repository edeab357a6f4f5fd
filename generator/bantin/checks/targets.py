"""Targets: what they rest on."""

from collections.abc import Iterator

from bantin.model import Archive, Ledger, Report
from bantin.problems import Problem


def target_without_basis(report: Report, ledger: Ledger, archive: Archive) -> Iterator[Problem]:
    """Một chỉ tiêu không nêu văn bản làm căn cứ.

    target-without-basis: Người đọc cần biết ai giao chỉ tiêu, bằng văn bản nào. Xin thêm mục «Căn cứ» với tên văn
    bản; nguồn không nêu văn bản nào thì giữ nguyên.
    """
    for target in report.targets:
        if not target.basis:
            message = f"Chỉ tiêu «{target.indicator.label}» chưa có văn bản làm căn cứ."
            help = "Thêm mục «Căn cứ» với tên văn bản; nếu nguồn không nêu thì giữ nguyên."
            yield Problem(target.at, "target-without-basis", message, help, warning=True)
