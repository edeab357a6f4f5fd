"""A filled form into the data file of its place and period: what comes to the file, what changes in it, what is wrong.

Nothing is written here. What would be written was read again by the project's own reader: every cell's value stands
there as its text, and everything else as it stood before.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import NamedTuple

import yaml

from bantin.editors.forms import answers, hidden
from bantin.editors.forms.book import Paper, Seen, papers_of
from bantin.editors.forms.exports import tables_in
from bantin.editors.forms.held import flat, hold
from bantin.editors.forms.layout import VERSION
from bantin.editors.forms.nodes import Names
from bantin.editors.forms.splices import Change, Path, spliced
from bantin.editors.forms.statements import SOURCE, Filled
from bantin.editors.forms.tables import lines_of, told_of
from bantin.model import Catalogue, Period, whole_of
from bantin.places import Unit, finding, former_folders, gazetteer
from bantin.problems import Location, Problem, excerpt, in_order
from bantin.reading import parse_period, report_in, tree_of
from bantin.vietnamese import slug

_NEW = "# yaml-language-server: $schema={}schema/bao-cao.json\n"
_ABSENCES = frozenset(("report-empty", "source-missing", "key-missing", "value-missing", "reference-missing"))
"""What may follow from a cell that was not read."""
Current = Callable[[str], bytes | None]
"""Gives what a data file holds now; None where there is none."""


@dataclass(frozen=True)
class Imported:
    """What a form makes of its data file."""

    path: str = ""
    """The data file; empty where nobody can tell which it is."""
    content: bytes = b""
    """What it would hold."""
    added: int = 0
    """How many values come to it."""
    changed: tuple[Change, ...] = ()
    """The values that take the place of others."""
    problems: tuple[Problem, ...] = ()
    left: int = 0
    """How many errors stood in the data file before, of which the form says nothing."""

    @property
    def is_sound(self) -> bool:
        """Whether it may be written."""
        return bool(self.path) and all(problem.warning for problem in self.problems)


class _Form(NamedTuple):
    """What a form says, and to whom that is told."""

    source: str
    speaker: answers.Speaker
    told: Filled
    is_new: bool = False
    """Whether there is no data file yet."""


class Export(NamedTuple):
    """What is known of a table that another system exported, which does not say it by itself."""

    place: Unit
    period: Period
    source: Mapping[str, str]
    """Who published it, by the keys of a source; empty where the data file says so already."""


def imported(
    content: bytes, source: str, *, catalogue: Catalogue, current: Current, export: Export | None = None
) -> Imported:
    """What the form in a file, or an export, makes of its data file."""
    papers = papers_of(content, source)
    if isinstance(papers, Problem):
        return Imported(problems=(papers,))
    told = told_of(papers)
    if export and not told:
        place = catalogue.known(export.place)
        speaker = answers.Speaker(catalogue, place, export.period, whole_of(catalogue, place.level, export.period))
        lines, lost = tables_in(papers, catalogue)
        said = answers.filled(
            lines, speaker, source={key: Seen(text, Location(source)) for key, text in export.source.items()}
        )
        return _said(papers, _Form(source, speaker, said), lost, current)
    speaker_or = _speaker(told, source, catalogue)
    if isinstance(speaker_or, Problem) or not told:
        return Imported(problems=(speaker_or,) if isinstance(speaker_or, Problem) else ())
    lines, lost = lines_of(papers, told)
    return _said(papers, _Form(source, speaker_or, answers.filled(lines, speaker_or)), lost, current)


def _said(papers: Iterable[Paper], form: _Form, lost: Iterable[Problem], current: Current) -> Imported:
    speaker, said = form.speaker, form.told
    # A folder may be named by a kind that its unit had before.
    folders = (speaker.place.path, *former_folders(speaker.place))
    paths = [f"data/{folder}/{speaker.period.slug}.yml" for folder in folders]
    path = next((path for path in paths if current(path) is not None), paths[0])
    wrong = (*lost, *said.problems)
    before = current(path)
    form = form._replace(is_new=before is None)
    begun = _NEW.format("../" * speaker.place.path.count("/") + "../").encode() if before is None else before
    made = _into(path, form, begun) if said.statements else Imported(path, begun)
    # One answer names all: what else is wrong is told too, but for what is missing because a cell was not read.
    others = (problem for problem in made.problems if not (wrong and problem.code in _ABSENCES))
    return replace(made, problems=_by_sheet((*wrong, *others), papers))


def _by_sheet(problems: Iterable[Problem], papers: Iterable[Paper]) -> tuple[Problem, ...]:
    """Problems in the order in which somebody goes through the workbook, each once."""
    order = {paper.name: place for place, paper in enumerate(papers)}
    return tuple(sorted(in_order(problems), key=lambda problem: order.get(problem.location.sheet, -1)))


def _into(path: str, form: _Form, before: bytes) -> Imported:
    """What a form without a doubt makes of a data file."""
    speaker = form.speaker
    try:
        made = spliced(before.decode(), form.told.statements, _names(speaker))
    except (yaml.YAMLError, UnicodeDecodeError):
        found = tree_of(before, path).problems or (
            Problem(Location(path), "form-cell", "Tệp số liệu đang có viết theo lối mà lệnh này chưa sửa được."),
        )
        return Imported(path, before, problems=found)
    after = made.text.encode()
    stood = (
        frozenset() if form.is_new else _told(report_in(lambda _: before, PurePosixPath(path), speaker.catalogue)[1])
    )
    told = (*made.problems, *_read_again(path, after, cells=made.cells, form=form))
    # What was wrong with the file before, away from what the form says, is for a check to tell.
    problems = tuple(one for one in told if one.location.sheet or (one.code, one.message) not in stood)
    if all(problem.warning for problem in problems):
        hold(path, before, after, made=made)
    left = sum(not one.warning for one in told) - sum(not one.warning for one in problems)
    return Imported(path, after, made.added, tuple(made.changed), problems, left)


def _told(problems: Iterable[Problem]) -> frozenset[tuple[str, str]]:
    return frozenset((problem.code, problem.message) for problem in problems)


def _names(speaker: answers.Speaker) -> Names:
    below = gazetteer.lying_in(speaker.place, speaker.period.end)
    whole = whole_of(speaker.catalogue, below[0].level, speaker.period) if below else None
    return Names(speaker.catalogue, speaker.place.level, speaker.whole, finding.names_of(below), whole)


def _speaker(told: hidden.Told | None, source: str, catalogue: Catalogue) -> answers.Speaker | Problem:
    """Whose form it is."""
    if not told:
        message = "Tệp này không có trang tính ẩn cho biết là biểu của nơi nào, kỳ nào."
        return Problem(
            Location(source),
            "form-unreadable",
            message,
            "Xin điền vào biểu gốc do «bantin form» viết ra; bảng của hệ thống khác thì ghi thêm --place và --period.",
        )
    if told.version != VERSION:
        message = f"Biểu này theo mẫu {excerpt(told.version)}; chương trình đọc mẫu «{VERSION}»."
        return Problem(
            Location(source), "form-unreadable", message, "Xin chép số sang biểu mới do «bantin form» viết ra."
        )
    period = parse_period(told.period)
    place: Unit | None = finding.find(told.place, period.end) if period else None
    strange = [means for means in told.columns.values() if means == slug(means) and means not in catalogue.indicators]
    if not period or not place or strange:
        what = f"kỳ {excerpt(told.period)}" if not period else f"nơi {excerpt(told.place)}" if not place else "chỉ số"
        message = f"Biểu này là của một trang khác: không có {what}{f' «{strange[0]}»' if period and place else ''}."
        return Problem(
            Location(source), "form-unreadable", message, "Xin điền vào biểu do «bantin form» của trang này viết."
        )
    known = catalogue.known(place)
    return answers.Speaker(catalogue, known, period, whole_of(catalogue, place.level, period))


def _read_again(path: str, content: bytes, *, cells: Mapping[Path, Location], form: _Form) -> Iterator[Problem]:
    """What the reader of data files says of the new file, at the cells that it comes from."""
    _, problems = report_in(lambda _: content, PurePosixPath(path), form.speaker.catalogue)
    node = tree_of(content, path).value
    lines = {at.line: cells[way] for way, (_, at) in flat(node).items() if way in cells} if node else {}
    for problem in problems:
        cell = form.told.places.get((SOURCE.id, slug("Tên"))) if problem.code == "source-missing" else None
        cell = cell or (lines.get(problem.location.line) if problem.location.line > 1 else None)
        if cell or form.is_new:  # nobody finds a line in a file that is not there yet
            yield replace(problem, location=cell or Location(form.source), length=1)
        else:
            yield problem
