"""A section of a page, said once: its heading and its line in the page's contents are the same."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Heading:
    """The heading of a section, and its line in the page's own table of contents."""

    title: str
    id: str
    count: int = 0
    """What the line says besides of how much there is; 0 says nothing."""

    @property
    def line(self) -> str:
        """The title in the contents."""
        return f"{self.title} ({self.count})" if self.count else self.title

    def with_count(self, count: int) -> "Heading":
        """The heading whose line says how much there is."""
        return replace(self, count=count)


Headings = Mapping[str, Heading | None]
"""The headings of a page in order, by what its template calls them; None where the page lacks the section."""


def shown(headings: Iterable[Heading | None]) -> tuple[Heading, ...]:
    """The contents of a page: the headings that it has."""
    return tuple(heading for heading in headings if heading)


AIMS = Heading("Chỉ tiêu", "chi-tieu")
ARTICLES = Heading("Bài viết", "bai-viet")
OTHER_ARTICLES = Heading("Bài viết khác", "bai-viet-khac")
ALIKE_ARTICLES = Heading("Có thể bạn quan tâm", "co-the-ban-quan-tam")
BY_PLACE = Heading("Theo đơn vị", "theo-don-vi")
CORRECTIONS = Heading("Đính chính", "dinh-chinh")
DOUBTS = Heading("Điều cần xem lại", "chua-khop")
PROCEDURES = Heading("Thủ tục", "thu-tuc")
PUBLISHED = Heading("Đã công bố", "da-cong-bo")
SOURCES = Heading("Nguồn", "nguon")
