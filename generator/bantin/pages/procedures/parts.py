"""A long list on several pages: the first at its own address, the others behind it."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from bantin.pages.page import Link

MANY = 300
"""The most rows that one page has of a list which grows with what provinces announce."""
_BEHIND = "/trang-"
T = TypeVar("T")


def part_at(path: str) -> tuple[str, int]:
    """The address of a list, and which of its pages stands at a path, from 1."""
    address, _, number = path.partition(_BEHIND)
    return address, int(number or 1)


def rows_in(rows: Sequence[T], number: int) -> Sequence[T]:
    """The rows of one of its pages."""
    return rows[(number - 1) * MANY : number * MANY]


def paths_of(address: str, count: int) -> Iterator[str]:
    """The pages that so many rows need."""
    yield from (f"{address}{_BEHIND}{n + 1}" if n else address for n in range(max(1, -(-count // MANY))))


def links_of(path: str, count: int) -> tuple[Link, ...]:
    """Links to all of them, from one of them; none where there is but one."""
    paths = list(paths_of(part_at(path)[0], count))
    links = (Link(f"phần {n}", f"{one}/", one == path) for n, one in enumerate(paths, 1))
    return tuple(links) if len(paths) > 1 else ()


def named(title: str, number: int) -> str:
    """The title of one of them."""
    return f"{title}, phần {number}" if number > 1 else title
