"""`bantin form` and `bantin import`: forms in Excel for offices to fill, and what comes back filled."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bantin.commands.reports import needs_data, report
from bantin.folders import Folders
from bantin.inspection import Reading, clock
from bantin.options import of_site
from bantin.problems import Location, Problem
from bantin.reading import is_of_system
from bantin.vietnamese import number
from bantin.writing import write_whole

if TYPE_CHECKING:
    from bantin.editors import forms
    from bantin.model import Period
    from bantin.places import Unit


@click.command(
    name="form",
    help="Viết biểu Excel để một nơi điền số liệu của một kỳ: «bantin form "
    '"xã Vĩnh Thuận, An Giang" 2026-quy-4». Không ghi đè tệp nào.',
)
@of_site
@click.option(
    "-o", "--out", type=click.Path(path_type=Path, file_okay=False), metavar="THƯ-MỤC", default=".",
    help="Ghi vào thư mục này thay cho thư mục đang đứng.",
)  # fmt: skip
@click.option("--all", "all_below", is_flag=True, help="Viết biểu của mọi đơn vị ngay dưới NƠI: mọi xã của một tỉnh.")
@click.argument("place", metavar="NƠI")
@click.argument("periods", metavar="KỲ…", nargs=-1, required=True)
def form(folders: Folders, *, place: str, periods: tuple[str, ...], out: Path, all_below: bool) -> None:
    """Write the forms of a place, or of all right below it, where there are no such files yet."""
    from bantin.editors import asked, forms  # noqa: PLC0415

    needs_data(folders)
    try:
        wanted = [
            (unit, period)
            for period in asked.periods_asked(periods)
            for unit in _units(asked.place_asked(place, period), period, all_below=all_below)
        ]
    except asked.UnclearError as error:
        raise click.UsageError(str(error)) from error
    kept = 0
    for made in _made(folders, wanted):
        target = out / made.file
        kept += target.exists()
        if target.exists():
            click.echo(f"Đã có {target} nên giữ nguyên.")
        else:
            write_whole(target, forms.drawn(made))
    click.echo(f"Đã viết {number(len(wanted) - kept)} biểu vào {out}; giữ nguyên {number(kept)} tệp đã có.")


def _units(unit: "Unit", period: "Period", *, all_below: bool) -> "tuple[Unit, ...]":
    from bantin.places import gazetteer  # noqa: PLC0415

    below = gazetteer.lying_in(unit, period.end)
    found = tuple(one for one in below if one in gazetteer.units(one.path)) if all_below else (unit,)
    if not found:
        message = f"Không có đơn vị nào ngay dưới {unit.full_name} có thư mục số liệu riêng trong {period.name}."
        raise click.UsageError(message)
    return found


def _made(folders: Folders, wanted: "list[tuple[Unit, Period]]") -> "Iterator[forms.Form]":
    from bantin.editors import forms  # noqa: PLC0415

    reading = Reading(folders, clock())
    catalogue = reading.lists.catalogue
    shelves = {province: reading.shelf(province) for province in {unit.path.partition("/")[0] for unit, _ in wanted}}
    for unit, period in wanted:
        reports = shelves[unit.path.partition("/")[0]].leaves.province(unit.path).reports
        made = forms.form_of(catalogue.known(unit), period, catalogue=catalogue, reports=reports)
        if not made:
            message = f"Danh mục data/danh-muc/pham-vi.yml chưa có phạm vi nào dùng được ở {unit.full_name}."
            raise click.UsageError(message)
        yield made


@click.command(
    name="import",
    help="Đọc biểu Excel đã điền vào data/. Số mới thì ghi ngay; số khác với số đang có thì chỉ nêu cũ → mới.",
)
@of_site
@click.option("--replace", is_flag=True, help="Thay cả những giá trị đang có trong tệp bằng giá trị của biểu.")
@click.option(
    "--answers", type=click.Path(path_type=Path, file_okay=False), metavar="THƯ-MỤC",
    help="Với mỗi biểu còn chỗ cần sửa, viết vào thư mục này một bản sao có tô màu và ghi chú ở các ô ấy, "
    "để gửi lại; với biểu đã ghi, một bản tin xem thử.",
)  # fmt: skip
@click.option("--place", metavar="NƠI", help="Nơi công bố, khi tệp là bảng do hệ thống khác xuất ra; ghi kèm --period.")
@click.option("--period", metavar="KỲ", help="Kỳ của bảng ấy, như 2026-quy-4.")
@click.option("--source", metavar="TÊN", default="", help="Tên văn bản có bảng ấy, khi tệp số liệu chưa ghi nguồn.")
@click.option("--publisher", metavar="CƠ-QUAN", default="", help="Cơ quan công bố văn bản ấy.")
@click.argument("files", metavar="TỆP|THƯ-MỤC…", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True))
def import_forms(
    folders: Folders, *, files: tuple[Path, ...], replace: bool, answers: Path | None, place: str | None,
    period: str | None, source: str, publisher: str,
) -> None:  # fmt: skip
    """Put what filled forms, or tables of another system, say into the files of data/, or say why not."""
    needs_data(folders)
    said = {"Tên": source, "Cơ quan": publisher}
    export = _export(place, period, source={key: text for key, text in said.items() if text})
    found = dict(_imported(folders, _workbooks(files), export))
    report([problem for one in found.values() for problem in one.problems], folders)
    written = refused = 0
    for file, one in found.items():
        for line in _told(file, one, folders=folders, replace=replace):
            click.echo(line)
        if not one.is_sound or (one.changed and not replace):
            refused += 1
        elif one.added or one.changed:
            write_whole(Path(folders.path(one.path)), one.content)
            written += 1
    same = len(found) - written - refused
    click.echo(f"Đã đọc {number(len(found))} biểu: {number(written)} đã ghi, {number(same)} không có gì mới, "
               f"{number(refused)} chưa ghi.")  # fmt: skip
    for line in (*_answered(found, answers), *_previews(found, answers, folders=folders)) if answers else ():
        click.echo(line)
    if refused:
        raise SystemExit(1)


def _export(place: str | None, period: str | None, *, source: dict[str, str]) -> "forms.Export | None":
    """What was said of tables that do not say themselves whose they are."""
    from bantin.editors import asked, forms  # noqa: PLC0415

    if not place and not period:
        return None
    if not place or not period:
        raise click.UsageError("Bảng do hệ thống khác xuất ra thì ghi cả --place và --period.")
    try:
        (when,) = asked.periods_asked([period])
        return forms.Export(asked.place_asked(place, when), when, source)
    except asked.UnclearError as error:
        raise click.UsageError(str(error)) from error


def _answered(found: "dict[str, forms.Imported]", answers: Path) -> Iterator[str]:
    """Write an answer to each form that could be opened and has something wrong, named as the form is."""
    from bantin.editors import forms  # noqa: PLC0415

    for source, one in found.items():
        if not one.is_sound and one.path:
            target = answers / Path(source).with_suffix(".xlsx").name
            if target.resolve() == Path(source).resolve():
                raise click.UsageError(f"Bản trả lời sẽ đè lên chính biểu «{source}»; xin ghi một thư mục khác.")
            write_whole(target, forms.answered(Path(source).read_bytes(), one.problems))
            yield f"Đã viết {target}, để gửi lại."


def _previews(found: "dict[str, forms.Imported]", answers: Path, *, folders: Folders) -> Iterator[str]:
    """Write the bulletin of each form that was read, as one file to be looked at and printed."""
    from bantin.commands.previews import previews  # noqa: PLC0415

    stands = {one.path: Path(file).stem for file, one in found.items() if one.is_sound and _is_written(one, folders)}
    for path, html in previews(folders, stands):
        target = _beside(answers / f"{stands[path]}.html", found)
        write_whole(target, html)
        yield f"Đã viết {target}: bản tin xem thử, in được."


def _beside(target: Path, found: "dict[str, forms.Imported]") -> Path:
    """A file that is none of those that were read: an export may be a page."""
    is_read = target.resolve() in {Path(source).resolve() for source in found}
    return target.with_stem(f"{target.stem}-xem-thu") if is_read else target


def _is_written(one: "forms.Imported", folders: Folders) -> bool:
    file = Path(folders.path(one.path))
    return file.is_file() and file.read_bytes() == one.content


def _workbooks(files: Iterable[Path]) -> Iterator[Path]:
    """The files that are named, and the workbooks of folders that are."""
    for file in files:
        if file.is_dir():
            inside = (path for path in sorted(file.rglob("*")) if path.is_file() and not is_of_system(path.name))
            yield from (path for path in inside if path.suffix.lower() in (".xlsx", ".xlsm", ".xls", ".ods"))
        else:
            yield file


def _imported(
    folders: Folders, files: Iterable[Path], export: "forms.Export | None"
) -> "Iterator[tuple[str, forms.Imported]]":
    """What each file makes of its data file; of two for one place and period the second is refused."""
    from bantin.editors import forms  # noqa: PLC0415

    catalogue = Reading(folders, clock()).lists.catalogue
    known: dict[str, str] = {}

    def current(path: str) -> bytes | None:
        file = Path(folders.path(path))
        return file.read_bytes() if file.is_file() else None

    for file in files:
        source = file.as_posix()
        found = forms.imported(file.read_bytes(), source, catalogue=catalogue, current=current, export=export)
        if found.path and known.setdefault(found.path, source) != source:
            message = f"Biểu này cùng nơi, cùng kỳ với {known[found.path]}."
            help = "Xin giữ một tệp, hoặc đọc từng tệp một."
            found = forms.Imported(problems=(Problem(Location(source), "form-table", message, help),))
        yield source, found


def _told(source: str, found: "forms.Imported", *, folders: Folders, replace: bool) -> Iterator[str]:
    """What became of a form, in lines."""
    if not found.path:
        return
    target = folders.shown(found.path)
    for change in found.changed:
        where = str(change.at).removeprefix(f"{source}, ")
        yield f"{target}: {change.what}: {change.old} → {change.new} ({where})"
    if not found.is_sound:
        yield f"{source}: chưa ghi gì vào {target}; xin sửa các ô nêu ở trên rồi đọc lại."
    elif found.changed and not replace:
        yield f"{source}: chưa ghi gì vào {target}; đồng ý thay thì chạy lại với --replace."
    elif found.added or found.changed:
        yield f"{source} → {target}: thêm {number(found.added)}, thay {number(len(found.changed))} giá trị."
        if found.left:
            yield f"Trong tệp còn {number(found.left)} chỗ cần sửa từ trước; mời chạy: bantin check {target}"
