"""Targets: what they rest on."""

from collections.abc import Iterator

from bantin.model import Ledger, Report
from bantin.problems import Problem


def target_without_basis(report: Report, ledger: Ledger) -> Iterator[Problem]:
    """Targets that name no document they rest on."""
    for target in report.targets:
        if not target.basis:
            message = f"Chỉ tiêu «{target.indicator.label}» chưa có văn bản làm căn cứ."
            help = "Thêm mục «Căn cứ» với tên văn bản; nếu nguồn không nêu thì giữ nguyên."
            yield Problem(target.at, "target-without-basis", message, help, warning=True)
