"""`bantin import-procedures`: a table of procedures as files for an editor to finish."""

from pathlib import Path

import click

from bantin.commands.reports import needs_data
from bantin.folders import Folders
from bantin.inspection import Reading, clock
from bantin.options import of_site
from bantin.vietnamese import listed, number
from bantin.writing import write_whole


@click.command(
    name="import-procedures",
    help="Đọc một bảng CSV về thủ tục hành chính thành các tệp trong data/ để bổ sung; không ghi đè tệp nào.",
)
@of_site
@click.option(
    "-o", "--out", type=click.Path(path_type=Path, file_okay=False), metavar="THƯ-MỤC",
    help="Ghi vào thư mục này thay cho thư mục của trang, để xem trước.",
)  # fmt: skip
@click.argument("table", metavar="BẢNG.csv", type=click.Path(path_type=Path, exists=True, dir_okay=False))
def import_procedures(folders: Folders, *, table: Path, out: Path | None) -> None:
    """Write the files that a table makes where there are none yet, and tell what could not be placed."""
    from bantin.editors import procedures  # noqa: PLC0415

    needs_data(folders)
    catalogue = Reading(folders, clock()).lists.catalogue
    try:
        found = procedures.imported(table.read_bytes(), catalogue)
    except procedures.TableError as error:
        raise click.UsageError(str(error)) from error
    targets = {path: out / path if out else Path(folders.path(path)) for path in found.files}
    kept = [path for path, target in targets.items() if target.exists()]
    for path in targets.keys() - set(kept):
        write_whole(targets[path], found.files[path])
    for line in (*found.remarks, *_unread(found.unread), *(f"Đã có {path} nên giữ nguyên." for path in kept)):
        click.echo(str(line))
    click.echo(
        f"Đã ghi {number(len(targets) - len(kept))} tệp; giữ nguyên {number(len(kept))} tệp đã có; "
        f"{number(len(found.remarks))} chỗ cần xem lại, nêu ở trên và ở đầu mỗi tệp."
    )


def _unread(columns: tuple[str, ...]) -> list[str]:
    return [f"Không đọc cột {listed(f'«{name}»' for name in columns)}."] if columns else []
