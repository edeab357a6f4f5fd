"""`bantin new`: a file to fill, or an article to write."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bantin.commands.reports import needs_data
from bantin.folders import Folders
from bantin.inspection import Reading, clock
from bantin.options import of_site
from bantin.vietnamese import slug
from bantin.writing import write_whole

if TYPE_CHECKING:
    from bantin.model import Period
    from bantin.places import Unit


@click.command(
    help='Viết tệp số liệu mới của một nơi: «bantin new "xã Vĩnh Thuận, An Giang" 2026-quy-4», có sẵn tên những số nơi '
    'ấy đã công bố lần trước; hoặc bài viết: «bantin new --bai-viet "xã Vĩnh Thuận, An Giang" "Tên bài"». Không ghi '
    "đè tệp nào."
)
@of_site
@click.option("--bieu-06", "with_form", is_flag=True, help="Thêm mọi cột, mọi lĩnh vực thường có của biểu 06.")
@click.option("--bai-viet", "is_article", is_flag=True, help="Viết một bài thay cho tệp số liệu; sau NƠI là tên bài.")
@click.argument("place", metavar="NƠI")
@click.argument("words", metavar="KỲ|TÊN-BÀI", nargs=-1, required=True)
def new(folders: Folders, *, place: str, words: tuple[str, ...], with_form: bool, is_article: bool) -> None:
    """Write a file that there is not yet."""
    from bantin.editors import asked  # noqa: PLC0415

    needs_data(folders)
    try:
        name, text = (
            _article(folders, place, " ".join(words))
            if is_article
            else _report(folders, place, words, with_form=with_form)
        )
    except asked.UnclearError as error:
        raise click.UsageError(str(error)) from error
    target, shown = Path(folders.path(name)), folders.shown(name)
    if target.exists():
        raise click.UsageError(f"Đã có tệp «{shown}» nên giữ nguyên; mời sửa thẳng trong tệp ấy.")
    target.parent.mkdir(parents=True, exist_ok=True)
    write_whole(target, text.encode())
    click.echo(f"Đã viết {shown}. Điền xong, mời kiểm tra: bantin check {shown}")


def _report(folders: Folders, place: str, words: tuple[str, ...], *, with_form: bool) -> tuple[str, str]:
    from bantin.editors import asked, beginnings  # noqa: PLC0415

    period, *others = asked.periods_asked(words)
    if others:
        raise click.UsageError("Mỗi lần chỉ viết tệp của một kỳ.")
    unit = asked.place_asked(place, period)
    reading = Reading(folders, clock())
    catalogue = reading.lists.catalogue
    text = beginnings.report_file(
        catalogue.known(unit),
        period,
        catalogue=catalogue,
        reports=reading.shelf(unit.path.partition("/")[0]).leaves.province(unit.path).reports,
        with_form=with_form,
        schema=_schema(folders, unit),
    )
    if not text:
        raise click.UsageError(f"Danh mục phạm vi chưa có phạm vi nào dùng được ở {unit.full_name}.")
    return f"data/{unit.path}/{period.slug}.yml", text


def _article(folders: Folders, place: str, title: str) -> tuple[str, str]:
    from bantin.editors import asked, beginnings  # noqa: PLC0415
    from bantin.reading import parse_period  # noqa: PLC0415

    day = clock()
    today: Period | None = parse_period(f"den-{day.isoformat()}")
    assert today
    unit = asked.place_asked(place, today)
    if not slug(title):
        raise click.UsageError(f"Tên bài «{title}» chưa có chữ nào.")
    return f"content/{unit.path}/{beginnings.article_name(title, day)}", beginnings.article_file(title, day=day)


def _schema(folders: Folders, unit: "Unit") -> str:
    """The line by which editors' tools find the schema, where the site has one."""
    if not (folders.data / "schema/bao-cao.json").is_file():
        return ""
    return f"# yaml-language-server: $schema={'../' * (unit.path.count('/') + 1)}schema/bao-cao.json"
