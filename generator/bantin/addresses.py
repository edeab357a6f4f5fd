"""The addresses of a site: those it has, those it once had, and where the latter lead.

data/dia-chi-da-dang.txt lists what was published, an address a line; data/danh-muc/dia-chi.yml says where moved pages
are. An address that people have linked to never ends in nothing.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path, PurePosixPath

from bantin import gazetteer
from bantin.articles import address_of, is_article, misnamed
from bantin.catalogue import Catalogue, Move
from bantin.folders import Folders
from bantin.lineage import UNITS
from bantin.listing import PUBLISHED, Listing, file_content
from bantin.problems import Location, Problem, excerpt
from bantin.reading import decoded
from bantin.vietnamese import listed, nearest
from bantin.writing import write_whole

FIXED = ("", "chi-so", "chat-luong", "tra-cuu")
"""The addresses that every site has besides provinces and indicators."""
MAX_LIST = 20_000_000
"""How many bytes the list may have: a line for each page of a national site, many times over."""
_ADDRESS = re.compile(r"[a-z0-9-]+(?:/[a-z0-9-]+)*")


@dataclass(frozen=True)
class PublishedList:
    """The list of what was published, as it was read."""

    addresses: tuple[tuple[int, str], ...] = ()
    """Each with its line, from 1."""
    problems: tuple[Problem, ...] = ()


def addresses(listing: Listing, catalogue: Catalogue) -> frozenset[str]:
    """The addresses of all pages, as they follow from the names of files; «» is the home page."""
    found = {*FIXED, *gazetteer.shared_paths()}
    for province in {unit.path for current in (True, False) for unit in gazetteer.provinces(current)}:
        found |= {province, f"{province}/{UNITS}"}
    found |= {f"chi-so/{id}" for id in catalogue.indicators}
    for path in (path for paths in listing.reports.values() for path in paths):
        address = path.removeprefix("data/").removesuffix(".yml")
        found |= {address, address.rpartition("/")[0]}
    for page in _texts(listing):
        found.add(address_of(page))
        if is_article(page):
            found.add("/".join(page.parts[1:-1]))
    return frozenset(found)


def pages_collide(listing: Listing) -> Iterator[Problem]:
    """Two pages that people wrote about no single place, under one address: «tin.md» and «tin/index.md»."""
    taken: dict[str, PurePosixPath] = {}
    pages = (path for path in _texts(listing) if not is_article(path))
    for path in sorted(pages, key=lambda path: (len(path.parts), path)):
        first = taken.setdefault(address_of(path), path)
        if first is not path:
            message = f"Địa chỉ «{address_of(path)}/» đã dùng cho tệp {first}."
            yield Problem(Location(str(path)), "address-taken", message, "Đổi tên, hoặc xóa một trong hai tệp.")


def _texts(listing: Listing) -> Iterator[PurePosixPath]:
    """The texts of content/ that become pages."""
    paths = (PurePosixPath(path) for paths in listing.texts.values() for path in paths)
    return (path for path in paths if not misnamed(path))


def alive(here: frozenset[str], once: Sequence[tuple[int, str]], catalogue: Catalogue) -> frozenset[str]:
    """The addresses that lead somewhere: those that there are, and those of old that lead on."""
    moved = {address for _, address in once if moved_to(address, catalogue.moves)}
    return here | moved | {move.old for move in catalogue.moves}


def published(folders: Folders) -> PublishedList:
    """The list of what was published, read as any other file is; empty without a list."""
    path = Path(folders.path(PUBLISHED))
    if path.is_symlink() or not path.is_file():
        return PublishedList()
    problems: list[Problem] = []
    content = file_content(lambda name: Path(folders.path(name)).read_bytes(), PurePosixPath(PUBLISHED), problems)
    if content is None:
        return PublishedList((), tuple(problems))
    text, problems = decoded(content, PUBLISHED, longest=MAX_LIST)
    lines = enumerate((text or "").split("\n"), start=1)
    return PublishedList(tuple((line, found) for line, text in lines if (found := text.strip())), tuple(problems))


@dataclass(frozen=True)
class Recorded:
    """What became of the list of published addresses."""

    count: int
    gone: tuple[str, ...]
    """Addresses that stay in the list although they lead nowhere now."""
    forgotten: tuple[str, ...]


def write_published(
    folders: Folders, listing: Listing, catalogue: Catalogue, *, forget: Collection[str] = ()
) -> Recorded:
    """Add all addresses that there are to the list; a line leaves it only where it is named in `forget`."""
    here = addresses(listing, catalogue)
    once = {address for _, address in published(folders).addresses}
    forgotten = {address for address in forget if address in once and address not in here}
    found = sorted((here | once) - {""} - forgotten)
    write_whole(Path(folders.path(PUBLISHED)), "".join(f"{address}\n" for address in found))
    gone = [address for address in found if address not in here and moved_to(address, catalogue.moves) not in here]
    return Recorded(len(found), tuple(gone), tuple(sorted(forgotten)))


def problems_of(here: frozenset[str], once: Sequence[tuple[int, str]], catalogue: Catalogue) -> Iterator[Problem]:
    """Addresses that were published and lead nowhere, and moves that cannot be; `here` are those that there are."""
    for move in catalogue.moves:
        if move.old in here:
            message = f"Địa chỉ «{move.old}» vẫn có trang, nên không thể chuyển đi."
            yield Problem(move.at, "address-in-use", message, "Xóa mục này, hoặc đổi tên tệp của trang ấy.")
        elif move.new not in here:
            close = nearest(move.new, here, limit=2)
            hint = f"Có phải là {listed([f'«{address}»' for address in close], 'hoặc')}?" if close else ""
            message = f"Không có trang nào ở địa chỉ «{move.new}»."
            yield Problem(move.at, "address-leads-nowhere", message, hint or "Ghi địa chỉ của một trang đang có.")
    for line, address in once:
        if address not in here and moved_to(address, catalogue.moves) not in here:
            message = f"Trang {excerpt(address)} đã đăng nay không còn, ai lưu địa chỉ ấy sẽ không tìm thấy."
            help = "Ghi địa chỉ cũ và mới vào data/danh-muc/dia-chi.yml, hoặc đưa tệp trở lại chỗ cũ."
            yield Problem(Location(PUBLISHED, line), "address-removed", message, help, length=len(address))


def moved_to(address: str, moves: tuple[Move, ...]) -> str | None:
    """Where a page is now that stood at this address, or in a folder that moved; None where nothing says."""
    fitting = [move for move in moves if f"{address}/".startswith(f"{move.old}/")]
    if not fitting:
        return None
    move = max(fitting, key=lambda move: len(move.old))
    return move.new + address.removeprefix(move.old)


def redirects(folders: Folders, catalogue: Catalogue) -> dict[str, str]:
    """A page for every address of old that leads on, by its file; browsers follow it, and so do people."""
    found = {move.old: move.new for move in catalogue.moves}
    once = [address for _, address in published(folders).addresses if _ADDRESS.fullmatch(address)]
    found |= {address: new for address in once if (new := moved_to(address, catalogue.moves)) is not None}
    return {f"{old}/index.html": _redirect(old, new) for old, new in sorted(found.items())}


def _redirect(old: str, new: str) -> str:
    to = escape("../" * len(old.split("/")) + new + "/")
    return (
        '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n<title>Trang đã chuyển địa chỉ</title>\n'
        f'<link rel="canonical" href="{to}">\n<meta name="robots" content="noindex">\n'
        f'<meta http-equiv="refresh" content="0; url={to}">\n</head>\n'
        f'<body>\n<p>Trang này đã chuyển đến <a href="{to}">địa chỉ mới</a>.</p>\n</body>\n</html>\n'
    )
