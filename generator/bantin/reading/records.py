"""The figures that were published, as the publishing command keeps them: a file for each place, a line for each text.

Nobody edits these files. Lines are told apart by all they say, and their order means nothing, so two branches may be
joined line by line.
"""

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from bantin.folders import RECORDS
from bantin.model import Catalogue, Departed, Figure, Record, Report, meant_by_record, moved_to, records_of, slice_key
from bantin.problems import Found, Location, Problem, excerpt
from bantin.reading.letters.characters import decoded
from bantin.reading.listing import Read, file_content
from bantin.reading.numbers import Misprint, parse

_COLUMNS = 5
_LONGEST = 20_000_000


def records_path(place: str) -> str:
    """The file of a place, by the path of the place."""
    return f"data/{RECORDS}/{place}.txt"


def records_text(records: Iterable[Record]) -> str:
    """What the file of a place holds."""
    return "".join("\t".join(record) + "\n" for record in sorted(records))


def recorded_in(read: Read, paths: Iterable[PurePosixPath]) -> Found[frozenset[Record]]:
    """What was published of a place; a line that is none is a problem."""
    found, problems = set[Record](), list[Problem]()
    for path in paths:
        content = file_content(read, path)
        text, wrong = (
            (None, (content,)) if isinstance(content, Problem) else decoded(content, str(path), longest=_LONGEST)
        )
        problems += wrong
        for number, line in enumerate((text or "").split("\n"), start=1):
            columns = line.rstrip("\r").split("\t")
            if len(columns) == _COLUMNS:
                found.add(Record(*columns))
            elif line.strip():
                problems.append(_no_record(Location(str(path), number), line))
    return Found(frozenset(found), tuple(problems))


def departed(recorded: Iterable[Record], reports: Iterable[Report], catalogue: Catalogue) -> Iterator[Departed]:
    """What was published of a place and is not printed word for word now; of pages that went nothing is said here."""
    by_path = {report.path: report for report in reports if report.is_own}
    now = {path: dict(records_of(report)) for path, report in by_path.items()}
    place = next((report.place.path for report in by_path.values()), "")
    for record in sorted(recorded):
        address = f"{place}/{record.period}"
        report = by_path.get(address) or by_path.get(moved_to(address, catalogue.moves) or "")
        if report and record._replace(period=report.period.slug) not in now[report.path]:
            yield _departed(record, report, now[report.path], catalogue)


def _departed(record: Record, report: Report, now: dict[Record, Figure], catalogue: Catalogue) -> Departed:
    within, indicator = meant_by_record(record, catalogue)
    fact = record.place, slice_key(within) if within else record.slice, indicator.id if indicator else record.indicator
    figures = tuple(figure for known, figure in now.items() if (known.place, known.slice, known.indicator) == fact)
    kind = indicator or next((figure.indicator for figure in figures), None)
    value = parse(record.text, kind.kind, unit=kind.unit, of_hundred=kind.of_hundred) if kind else None
    name = f"{indicator.label if indicator else record.indicator} ({within.label if within else record.slice})"
    return Departed(record, report.at, figures, None if isinstance(value, Misprint) else value, name)


def _no_record(at: Location, line: str) -> Problem:
    message = f"Dòng này không phải là một con số đã đăng: {excerpt(line)}."
    help = "Tệp này do lệnh «bantin addresses» viết; xin đừng sửa tay, và lấy lại bản trước của tệp."
    return Problem(at, "record-unreadable", message, help)
