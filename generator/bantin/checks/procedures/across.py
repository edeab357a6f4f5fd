"""What no file knows alone: codes that nothing tells of, names that differ, what ended and is listed still."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from bantin.folders import NICKNAMES, PROCEDURES
from bantin.model.procedures import Change, Directory, ListSketch, Sketch, VersionSketch, is_end
from bantin.problems import Location, Problem, excerpt
from bantin.vietnamese import date_text, listed, number, slug

_FOLDER = f"data/{PROCEDURES}"
_SHOWN = 3
_PREFIX = "thu-tuc-"
_SHORT = {"gcn": "giay chung nhan", "qsdd": "quyen su dung dat", "ubnd": "uy ban nhan dan", "bds": "bat dong san"}
_ALIKE = 0.5
"""Which part of the words of the shorter of two names has to stand in the other."""


def across(directory: Directory) -> Iterator[Problem]:
    """What is doubtful in all procedures and lists of a site together."""
    known = frozenset(directory.cores())
    national = {sketch.core: sketch for sketch in directory.everything() if not sketch.province}
    named = {sketch.core: sketch for sketch in directory.everything()[::-1] if sketch.name}
    yield from _named_nowhere(directory, known)
    for sketch in directory.everything():
        yield from _nameless(sketch, national)
        yield from _leads_nowhere(sketch, known)
        yield from _named_otherwise(sketch, named)
    for listing in directory.lists:
        yield from _unknown_in(listing, known if national else frozenset())
        yield from _listed_otherwise(listing, directory)
        yield from _listed_still(listing, directory)
    yield from _listed_in_two_ways(directory)


def are_alike(one: str, other: str) -> bool:
    """Whether two names may be of one procedure: cut names, other order and short forms make no difference."""
    first, second = _words(one), _words(other)
    smaller = min(len(first), len(second))
    return not smaller or len(first & second) / smaller >= _ALIKE


def _words(name: str) -> frozenset[str]:
    words = slug(name).removeprefix(_PREFIX).split("-")
    return frozenset(part for word in words for part in _SHORT.get(word, word).split())


def _named_nowhere(directory: Directory, known: frozenset[str]) -> Iterator[Problem]:
    for event in directory.events:
        for core in (core for core in event.codes if core not in known):
            yield _unknown(event.at, core, f"Ở «{event.name}»")
    for name, cores in directory.nicknames.items():
        for core in (core for core in cores if core not in known):
            yield _unknown(Location(f"{_FOLDER}/{NICKNAMES}"), core, f"Ở {excerpt(name)}")


def _leads_nowhere(sketch: Sketch, known: frozenset[str]) -> Iterator[Problem]:
    replacing = [core for version in sketch.versions for core in version.replaced_by]
    for core in dict.fromkeys((*replacing, *([sketch.shared] if sketch.shared else []))):
        if core not in known:
            yield _unknown(sketch.at, core, f"Ở thủ tục {sketch.core}")


def _unknown(at: Location, core: str, where: str) -> Problem:
    message = f"{where}, mã {excerpt(core)} chưa có tệp nào trong trang này."
    return Problem(at, "unknown-procedure", message, f"Thêm tệp {_FOLDER}/{core}.yml, hoặc xem lại mã.", warning=True)


def _nameless(sketch: Sketch, national: dict[str, Sketch]) -> Iterator[Problem]:
    if not sketch.name and sketch.core not in national:
        message = f"Chưa có tệp nào ghi tên của thủ tục {sketch.core}."
        help = f"Thêm «Tên» và «Lĩnh vực» vào tệp này, hoặc thêm tệp {_FOLDER}/{sketch.core}.yml."
        yield Problem(sketch.at, "procedure-nameless", message, help)


def _named_otherwise(sketch: Sketch, named: dict[str, Sketch]) -> Iterator[Problem]:
    other = named.get(sketch.core)
    if other and sketch.name and not are_alike(sketch.name, other.name):
        yield _two_names(sketch.at, sketch.core, sketch.name, other.at.source, other.name)


def _listed_otherwise(listing: ListSketch, directory: Directory) -> Iterator[Problem]:
    """Names in a list that are none of those that the national record and the province's file give the code."""
    for entry in listing.entries if directory.sketches else ():
        files = directory.files_of(entry.core)
        named = [known for known in files if known.name and known.province in ("", listing.province)]
        other = named[0] if named else None
        if other and entry.name and not any(are_alike(entry.name, known.name) for known in named):
            yield _two_names(Location(listing.source, entry.line), entry.core, entry.name, other.at.source, other.name)


def _listed_in_two_ways(directory: Directory) -> Iterator[Problem]:
    """Names in lists that are not the one that an earlier list gives the code, where no file gives it one."""
    printed: dict[str, tuple[str, str]] = {}
    for listing in directory.lists:
        for entry in (entry for entry in listing.entries if entry.name and not directory.name_of(entry.core)):
            source, name = printed.setdefault(entry.core, (listing.source, entry.name))
            if not are_alike(entry.name, name):
                yield _two_names(Location(listing.source, entry.line), entry.core, entry.name, source, name)


def _two_names(at: Location, core: str, name: str, source: str, other: str) -> Problem:
    message = f"Mã {core} ở đây là {excerpt(name)}, còn ở {source} là {excerpt(other)}."
    return Problem(at, "procedure-named-twice", message, "Xem lại mã ở cả hai nơi.", warning=True)


def _unknown_in(listing: ListSketch, known: frozenset[str]) -> Iterator[Problem]:
    """One word on all codes of a list that nothing tells of: a list may have hundreds."""
    unknown = list(dict.fromkeys(entry.core for entry in listing.entries if entry.core not in known))
    if unknown and known:
        more = ", …" if len(unknown) > _SHOWN else ""
        message = f"{number(len(unknown))} mã trong danh mục chưa có tệp thủ tục: {', '.join(unknown[:_SHOWN])}{more}."
        help = "Danh mục vẫn lên trang; thêm tệp thủ tục để người dân biết thời hạn, giấy tờ."
        yield Problem(Location(listing.source), "listed-unknown", message, help, warning=True)


def _listed_still(listing: ListSketch, directory: Directory) -> Iterator[Problem]:
    """Codes that had ended, or been replaced by others, by their own record on the day that the list's decision names.

    Where no day of it is printed, the list may be older than its source.
    """
    for entry in listing.entries if listing.decided_on else ():
        main = directory.main_of(entry.core)
        if entry.change in (Change.ABOLISHED, Change.REPLACED) or not main or not listing.decided_on:
            continue
        end = _end(main.versions, listing.decided_on) if main.province in ("", listing.province) else None
        if end:
            listed_on = f"danh mục của ngày {date_text(listing.decided_on)}"
            message = f"Thủ tục {entry.core} đã {end}, mà {listed_on} vẫn nêu thủ tục ấy."
            at = Location(listing.source, entry.line)
            yield Problem(at, "listed-after-its-end", message, "Xem lại danh mục và tệp của thủ tục.", warning=True)


def _end(versions: Sequence[VersionSketch], day: date) -> str:
    """How and since when a procedure had ended by a day: «bị bãi bỏ từ ngày 01/02/2026»; «» where nobody says."""
    begun = [version for version in versions if not (version.since and version.since > day)]
    last = begun[-1] if begun else None
    if not last or last.question or not (is_end(last) or last.has_successor):
        return ""
    since = last.since if is_end(last) else last.until and last.until + timedelta(days=1)
    by = f" bằng {listed(last.replaced_by)}" if last.replaced_by else ""
    replaced = f"được thay{by or ' thế'}" if by or not last.is_abolished else ""
    how = ", ".join(filter(None, ("bị bãi bỏ" if last.is_abolished else "", replaced)))
    return f"{how} từ ngày {date_text(since)}" if since and since <= day else ""
