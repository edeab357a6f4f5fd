"""What a new version of the package changed in the lists that a site builds on.

A site keeps what it last saw of them, as a digest of each entry, so that nothing has to be installed twice to compare.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from bantin.reading import LISTS, entries_of
from bantin.vietnamese import listed

RECORD = ".bantin-goi.json"
"""The file at the root of a site that says which version and which entries it last saw."""
_NAMED = 20
"""How many entries of a kind are named."""

Entries = Mapping[str, Mapping[str, str]]
"""The digest of each entry of each list."""


class Seen(NamedTuple):
    """A version of the package, and the entries of its lists."""

    version: str
    lists: Entries


def seen_now(version: str) -> Seen:
    """What comes with the package that is installed."""
    return Seen(version, lists_in(LISTS))


def seen_last(root: Path) -> Seen | None:
    """What a site saw last; None where it has kept nothing that can be read."""
    try:
        said = json.loads((root / RECORD).read_text(encoding="utf-8"))
        return Seen(str(said["version"]), {str(name): dict(found) for name, found in said["lists"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def record(seen: Seen) -> str:
    """The text of the file that keeps it."""
    return json.dumps(seen._asdict(), ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def changes(before: Seen, now: Seen) -> Iterator[str]:
    """What is otherwise, a line for each list and kind of change; nothing where all is the same."""
    for name in sorted(before.lists.keys() | now.lists.keys()):
        old, new = before.lists.get(name, {}), now.lists.get(name, {})
        both = old.keys() & new.keys()
        yield from _line(name, "thêm", (entry for entry in new if entry not in both))
        yield from _line(name, "sửa", (entry for entry in new if entry in both and old[entry] != new[entry]))
        yield from _line(name, "bỏ", (entry for entry in old if entry not in both))


def standing_instead(own: Entries, now: Seen) -> Iterator[str]:
    """Which entries a site has of its own in place of the package's, that changes of the package do not reach."""
    for name, entries in sorted(own.items()):
        ours = now.lists.get(name, {})
        same = [entry for entry in entries if ours.get(entry) == entries[entry]]
        yield from _line(name, "trang ghi lại y như gói, có thể xóa", same)
        other = [entry for entry in entries if entry in ours and entry not in same]
        yield from _line(name, "trang ghi khác gói, giữ theo trang", other)


def lists_in(folder: Path) -> Entries:
    """The entries of the lists in a folder, such as a site's danh-muc/."""
    return {path.relative_to(folder).as_posix(): _digests(path.read_bytes()) for path in sorted(folder.rglob("*.yml"))}


def _digests(content: bytes) -> dict[str, str]:
    said = entries_of(content).items()
    return {name: blake2b(text.encode(), digest_size=8).hexdigest() for name, text in said}


def _line(name: str, what: str, entries: Iterable[str]) -> Iterator[str]:
    found = list(entries)
    if found:
        more = f" và {len(found) - _NAMED} mục nữa" if len(found) > _NAMED else ""
        yield f"{name}: {what} {len(found)}: {listed(f'«{entry}»' for entry in found[:_NAMED])}{more}."
