"""`bantin diff`: what a change would do to the public site."""

import tempfile
from pathlib import Path

import click

from bantin.commands.reports import needs_data
from bantin.folders import Folders
from bantin.inspection import Reading, clock
from bantin.keeping import FOLDER, Keeper
from bantin.options import of_site

_FORMS = ("text", "md", "github", "gitlab")


@click.command(
    name="diff",
    help="Nói thay đổi chưa ghi vào kho sẽ làm gì trên trang công khai, từng con số một: mới, sửa, bỏ; so với BẢN nào "
    "thì ghi tên bản ấy, không ghi thì so với bản đã ghi gần nhất (HEAD).",
)
@of_site
@click.option(
    "--format", "form", type=click.Choice(_FORMS), default="text", show_default=True,
    help="Dạng in ra: text cho người đọc; md là lời bình cho nơi duyệt thay đổi; github, gitlab là dấu cạnh từng dòng.",
)  # fmt: skip
@click.argument("revision", metavar="[BẢN]", default="HEAD")
def diff(folders: Folders, *, revision: str, form: str) -> None:
    """Print what becomes of the public site where the files as they are take the place of those of a revision."""
    from bantin import comparing  # noqa: PLC0415

    needs_data(folders)
    try:
        with tempfile.TemporaryDirectory(prefix="bantin-") as folder:
            before = comparing.laid_out(folders, revision, into=Path(folder))
            found = comparing.differences(_earlier(before, folders), Reading(folders, clock()))
            click.echo(comparing.printed(found, revision, form=comparing.Form(form), folders=folders), nl=False)
    except comparing.NoRevisionError as error:
        raise click.UsageError(str(error)) from error


def _earlier(before: Folders, folders: Folders) -> Reading:
    """What was read of a revision is kept beside what is read of the site."""
    return Reading(before, clock(), Keeper(folders.root / FOLDER / "truoc"))
