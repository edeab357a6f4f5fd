"""What a build came to, in the lines that end it."""

from collections.abc import Iterator
from dataclasses import dataclass

from bantin.telling.amounts import duration, size
from bantin.vietnamese import number


@dataclass(frozen=True, slots=True)
class Closing:
    """What a build came to."""

    where: str
    """The folder of the site, as the command was told it."""
    built: int
    unchanged: int = 0
    removed: int = 0
    figures: int = 0
    """How many figures the site prints."""
    doubts: int = 0
    """How many warnings are open."""
    bytes: int = 0
    """What all files of the site take."""
    seconds: float = 0.0
    peak: int | None = None
    """The most memory that one process took, in bytes; None where the system does not say."""

    @property
    def lines(self) -> tuple[str, ...]:
        """What is told when all is done."""
        return self._pages, self._figures, " ".join(self._spent())

    @property
    def _pages(self) -> str:
        removed = f"bỏ {number(self.removed)} trang không còn số liệu hay bài viết" if self.removed else ""
        kept = f"giữ nguyên {number(self.unchanged)} trang" if self.unchanged else ""
        if self.built:
            done = f"Đã dựng {number(self.built)} trang vào {self.where}"
        elif self.removed:
            done = f"Không phải dựng lại trang nào ở {self.where}"
        elif self.unchanged:
            return f"Không có gì thay đổi: cả {number(self.unchanged)} trang ở {self.where} được giữ nguyên."
        else:
            return "Không có trang nào để dựng."
        return ", ".join(part for part in (done, kept, removed) if part) + "."

    @property
    def _figures(self) -> str:
        if not self.doubts:
            return f"Số liệu: {number(self.figures)} con số, không có cảnh báo."
        return f"Số liệu: {number(self.figures)} con số, {number(self.doubts)} cảnh báo; xem bằng lệnh «bantin check»."

    def _spent(self) -> Iterator[str]:
        yield f"Dung lượng: {size(self.bytes)}."
        yield f"Thời gian: {duration(self.seconds)}."
        if self.peak is not None:
            yield f"Bộ nhớ: nhiều nhất {size(self.peak)} cho mỗi tiến trình."
