"""Pages at addresses of old that lead on."""

import re
from collections.abc import Iterable
from html import escape

from bantin.model import PAGE_ADDRESS, Move, moved_to
from bantin.publishing.policy import guarded


def redirects(once: Iterable[str], moves: tuple[Move, ...]) -> dict[str, str]:
    """A page for every address of old that leads on, by its file; browsers follow it, and so do people.

    `once` are the addresses that were published.
    """
    found = {move.old: move.new for move in moves}
    found |= {
        address: new
        for address in once
        if re.fullmatch(PAGE_ADDRESS, address) and (new := moved_to(address, moves)) is not None
    }
    return {f"{old}/index.html": _redirect(old, new) for old, new in sorted(found.items())}


def _redirect(old: str, new: str) -> str:
    to = escape("../" * len(old.split("/")) + new + "/")
    return guarded(
        '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n<title>Trang đã chuyển địa chỉ</title>\n'
        f'<link rel="canonical" href="{to}">\n<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={to}">\n</head>\n'
        f'<body>\n<p>Trang này đã chuyển đến <a href="{to}">địa chỉ mới</a>.</p>\n</body>\n</html>\n'
    )[0]
