"""The addresses of a site: those it has, those it once had, and where the latter lead.

data/dia-chi-da-dang.txt lists what was published, an address a line; data/danh-muc/dia-chi.yml says where moved pages
are. An address that people have linked to never ends in nothing.
"""

from collections.abc import Iterator
from html import escape
from pathlib import Path, PurePosixPath

from bantin import gazetteer
from bantin.articles import is_article
from bantin.catalogue import Catalogue, Move
from bantin.lineage import UNITS
from bantin.listing import Listing
from bantin.problems import Location, Problem
from bantin.vietnamese import listed, nearest

FIXED = ("", "chi-so", "chat-luong", "tra-cuu")
"""The addresses that every site has besides provinces and indicators."""
PUBLISHED = "data/dia-chi-da-dang.txt"


def addresses(listing: Listing, catalogue: Catalogue) -> frozenset[str]:
    """The addresses of all pages, as they follow from the names of files; «» is the home page."""
    found = {*FIXED, *gazetteer.shared_paths()}
    for province in {unit.path for current in (True, False) for unit in gazetteer.provinces(current)}:
        found |= {province, f"{province}/{UNITS}"}
    found |= {f"chi-so/{id}" for id in catalogue.indicators}
    for path in (path for paths in listing.reports.values() for path in paths):
        address = path.removeprefix("data/").removesuffix(".yml")
        found |= {address, address.rpartition("/")[0]}
    for page in (PurePosixPath(path) for paths in listing.pages.values() for path in paths):
        place = "/".join(page.parts[1:-1])
        if is_article(page):
            found |= {f"{place}/{page.stem[11:]}", place}
        else:
            found.add(place if page.stem == "index" else f"{place}/{page.stem}".strip("/"))
    return frozenset(found)


def published(root: Path) -> list[str]:
    """The addresses of the list of what was published, in its order; none without a list."""
    path = root / PUBLISHED
    if path.is_symlink() or not path.is_file():
        return []
    return path.read_text(encoding="utf-8", errors="replace").split("\n")


def write_published(root: Path, listing: Listing, catalogue: Catalogue) -> int:
    """Write the list anew: all addresses that there are or that lead on. Says how many they are."""
    here = addresses(listing, catalogue)
    once = {address for address in published(root) if address and moved_to(address, catalogue.moves) in here}
    found = sorted((here | once) - {""})
    (root / PUBLISHED).write_text("".join(f"{address}\n" for address in found), encoding="utf-8", newline="\n")
    return len(found)


def problems_of(root: Path, listing: Listing, catalogue: Catalogue) -> Iterator[Problem]:
    """Addresses that were published and lead nowhere, and moves that cannot be."""
    once = published(root)
    if not once and not catalogue.moves:
        return
    here = addresses(listing, catalogue)
    for move in catalogue.moves:
        if move.old in here:
            message = f"Địa chỉ «{move.old}» vẫn có trang, nên không thể chuyển đi."
            yield Problem(move.at, "address-in-use", message, "Xóa mục này, hoặc đổi tên tệp của trang ấy.")
        elif move.new not in here:
            close = nearest(move.new, here, limit=2)
            hint = f"Có phải là {listed([f'«{address}»' for address in close], 'hoặc')}?" if close else ""
            message = f"Không có trang nào ở địa chỉ «{move.new}»."
            yield Problem(move.at, "address-leads-nowhere", message, hint or "Ghi địa chỉ của một trang đang có.")
    for line, address in enumerate(once, start=1):
        if address and address not in here and moved_to(address, catalogue.moves) not in here:
            message = f"Trang «{address}» đã đăng nay không còn, ai lưu địa chỉ ấy sẽ không tìm thấy."
            help = "Ghi địa chỉ cũ và mới vào data/danh-muc/dia-chi.yml, hoặc đưa tệp trở lại chỗ cũ."
            yield Problem(Location(PUBLISHED, line), "address-removed", message, help, length=len(address))


def moved_to(address: str, moves: tuple[Move, ...]) -> str | None:
    """Where a page is now that stood at this address, or in a folder that moved; None where nothing says."""
    fitting = [move for move in moves if f"{address}/".startswith(f"{move.old}/")]
    if not fitting:
        return None
    move = max(fitting, key=lambda move: len(move.old))
    return move.new + address.removeprefix(move.old)


def redirects(root: Path, catalogue: Catalogue) -> dict[str, str]:
    """A page for every address of old that leads on, by its file; browsers follow it, and so do people."""
    found = {move.old: move.new for move in catalogue.moves}
    found |= {a: new for a in published(root) if a and (new := moved_to(a, catalogue.moves)) is not None}
    return {f"{old}/index.html": _redirect(old, new) for old, new in sorted(found.items())}


def _redirect(old: str, new: str) -> str:
    to = escape("../" * len(old.split("/")) + new + "/")
    return (
        '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n<title>Trang đã chuyển địa chỉ</title>\n'
        f'<link rel="canonical" href="{to}">\n<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={to}">\n</head>\n'
        f'<body>\n<p>Trang này đã chuyển đến <a href="{to}">địa chỉ mới</a>.</p>\n</body>\n</html>\n'
    )
