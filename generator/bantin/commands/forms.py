"""`bantin form`: forms in Excel, for offices to fill."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bantin.commands.reports import needs_data
from bantin.folders import Folders
from bantin.inspection import Reading, clock
from bantin.options import of_site
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
    from bantin.editors import forms  # noqa: PLC0415

    needs_data(folders)
    try:
        asked = [
            (unit, period)
            for period in forms.periods_asked(periods)
            for unit in _units(forms.place_asked(place, period), period, all_below=all_below)
        ]
    except forms.UnclearError as error:
        raise click.UsageError(str(error)) from error
    kept = 0
    for made in _made(folders, asked):
        target = out / made.file
        kept += target.exists()
        if target.exists():
            click.echo(f"Đã có {target} nên giữ nguyên.")
        else:
            write_whole(target, forms.drawn(made))
    click.echo(f"Đã viết {number(len(asked) - kept)} biểu vào {out}; giữ nguyên {number(kept)} tệp đã có.")


def _units(unit: "Unit", period: "Period", *, all_below: bool) -> "tuple[Unit, ...]":
    from bantin.places import gazetteer  # noqa: PLC0415

    below = gazetteer.lying_in(unit, period.end)
    found = tuple(one for one in below if one in gazetteer.units(one.path)) if all_below else (unit,)
    if not found:
        message = f"Không có đơn vị nào ngay dưới {unit.full_name} có thư mục số liệu riêng trong {period.name}."
        raise click.UsageError(message)
    return found


def _made(folders: Folders, asked: "list[tuple[Unit, Period]]") -> "Iterator[forms.Form]":
    from bantin.editors import forms  # noqa: PLC0415

    reading = Reading(folders, clock())
    catalogue = reading.lists.catalogue
    shelves = {province: reading.shelf(province) for province in {unit.path.partition("/")[0] for unit, _ in asked}}
    for unit, period in asked:
        reports = shelves[unit.path.partition("/")[0]].leaves.province(unit.path).reports
        made = forms.form_of(catalogue.known(unit), period, catalogue=catalogue, reports=reports)
        if not made:
            message = f"Danh mục data/danh-muc/pham-vi.yml chưa có phạm vi nào dùng được ở {unit.full_name}."
            raise click.UsageError(message)
        yield made
