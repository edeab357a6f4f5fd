"""Addresses that were published and lead nowhere now, and moves that cannot be."""

from collections.abc import Iterator, Sequence

from bantin.folders import PUBLISHED
from bantin.likeness import nearest
from bantin.model import Move, moved_to
from bantin.problems import Location, Problem, excerpt, guess


def alive(here: frozenset[str], once: Sequence[tuple[int, str]], *, moves: tuple[Move, ...]) -> frozenset[str]:
    """The addresses that lead somewhere: those that there are, and those of old that lead on."""
    moved = {address for _, address in once if moved_to(address, moves)}
    return here | moved | {move.old for move in moves}


def problems_of(here: frozenset[str], once: Sequence[tuple[int, str]], *, moves: tuple[Move, ...]) -> Iterator[Problem]:
    """Addresses that were published and lead nowhere, and moves that cannot be; `here` are those that there are."""
    for move in moves:
        if move.old in here:
            message = f"Địa chỉ «{move.old}» vẫn có trang, nên không thể chuyển đi."
            yield Problem(move.at, "address-in-use", message, "Xóa mục này, hoặc đổi tên tệp của trang ấy.")
        elif move.new not in here:
            close = (f"«{address}»" for address in nearest(move.new, here, limit=2))
            message = f"Không có trang nào ở địa chỉ «{move.new}»."
            help = guess(close) or "Ghi địa chỉ của một trang đang có."
            yield Problem(move.at, "address-leads-nowhere", message, help)
    for line, address in once:
        if address not in here and moved_to(address, moves) not in here:
            message = f"Trang {excerpt(address)} đã đăng nay không còn, ai lưu địa chỉ ấy sẽ không tìm thấy."
            help = "Ghi địa chỉ cũ và mới vào data/danh-muc/dia-chi.yml, hoặc đưa tệp trở lại chỗ cũ."
            yield Problem(Location(PUBLISHED, line), "address-removed", message, help, length=len(address))
