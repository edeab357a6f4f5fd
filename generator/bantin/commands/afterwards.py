"""Commands about a site that is published: bring the one before it back, and hold it against what it says of itself."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from bantin.folders import Folders
from bantin.options import of_site
from bantin.vietnamese import listed, number

# What makes pages is imported by the commands that need some of it.
if TYPE_CHECKING:
    from bantin.publishing import BuildInfo, Known, Verified

VIETNAM = timezone(timedelta(hours=7))
SHOWN = 10
"""How many files of a kind are named."""


@click.command(help="Đưa bản đã đăng trước đó trở lại; bản đang đăng được giữ làm bản để quay lại.")
@of_site
@click.option("--site-dir", type=click.Path(path_type=Path), help="Thư mục của trang đã dựng; mặc định là site/.")
@click.option("--list", "lists", is_flag=True, help="Chỉ liệt kê các bản còn giữ.")
@click.option("--to", type=click.IntRange(0), metavar="SỐ", help="Đưa đúng bản có số này trở lại, cũ hay mới hơn.")
def rollback(folders: Folders, *, site_dir: Path | None, lists: bool, to: int | None) -> None:
    """Bring back the site that was looked at before."""
    from bantin.publishing import roll_back, sites_of  # noqa: PLC0415

    site = (site_dir or folders.site).absolute()
    if lists:
        current, kept = sites_of(site, now=datetime.now(UTC))
        click.echo(f"Đang đăng: {_told(current)}." if current else f"Chưa có trang ở «{site}».")
        for known in kept:
            click.echo(f"Còn giữ: {_told(known)}.")
        if not kept:
            click.echo("Không giữ bản nào khác.")
        return
    done = roll_back(site, folders.sources, now=datetime.now(UTC), to=to)
    for remark in done.remarks:
        click.echo(remark, err=True)
    click.echo(f"Nay đang đăng: {_told(done.now)}.")
    if done.kept:
        click.echo(f"Giữ nguyên những gì khác có trong thư mục ấy: {listed(done.kept)}.")


@click.command(help="Đọc lại một trang đã đăng, ở một địa chỉ hay trong một thư mục, và so với build-info.json của nó.")
@of_site
@click.argument("where", metavar="ĐỊA-CHỈ|THƯ-MỤC")
@click.option("--sample", type=click.IntRange(1), metavar="N", help="Chỉ đọc N tệp chọn ngẫu nhiên, thay vì mọi tệp.")
@click.option("--same-commit", is_flag=True, help="Coi là hỏng (mã thoát 1) khi trang không từ commit đang có ở đây.")
def verify(folders: Folders, *, where: str, sample: int | None, same_commit: bool) -> None:
    """Hold a published site against what it says of itself."""
    from bantin.publishing import checked_out, verify_address, verify_folder  # noqa: PLC0415

    now = datetime.now(UTC)
    if urlsplit(where).scheme in ("http", "https"):
        found = verify_address(where, now=now, sample=sample or 0)
    elif Path(where).is_dir():
        found = verify_folder(Path(where), now=now, sample=sample or 0)
    else:
        raise click.UsageError(f"«{where}» không phải là địa chỉ http hay https, cũng không phải là thư mục đang có.")
    here = checked_out(folders.root)
    for line in _lines(found, here):
        click.echo(line)
    if not found.is_whole or (same_commit and (not here or here != found.info.commit)):
        raise SystemExit(1)


def _lines(found: "Verified", here: str) -> Iterator[str]:
    yield f"Trang {_of_commit(found.info)}, {_counted(found.info)}{_since(found.since)}."
    if here and found.info.commit:
        same = here == found.info.commit
        yield "Đó đúng là commit đang có ở đây." if same else f"Ở đây đang có commit khác: {here[:12]}."
    for fault, paths in found.faults.items():
        yield f"{fault.value} ({number(len(paths))} tệp): {_named(paths)}."
    everything = found.looked_at == len(found.info.files)
    read = f"Đã đọc {'cả ' if everything else ''}{number(found.looked_at)}"
    of = "" if everything else f" trong số {number(len(found.info.files))}"
    end = "mọi tệp đã đọc đều đúng như lúc dựng" if found.is_whole else "trang không còn đúng như lúc dựng"
    yield f"{read}{of} tệp; {end}."


def _told(known: "Known") -> str:
    name = f"bản số {known.number}" if known.number else "bản không rõ số"
    if not known.info:
        return f"{name}, không có build-info.json đọc được nên không rõ từ commit nào và có bao nhiêu trang"
    return f"{name}, {_of_commit(known.info)}, {_counted(known.info)}{_since(known.made)}"


def _of_commit(info: "BuildInfo") -> str:
    return f"từ commit {info.commit[:12]}" if info.commit else "không rõ từ commit nào"


def _counted(info: "BuildInfo") -> str:
    counts = info.counts
    return f"{number(counts.pages)} trang, {number(counts.reports)} bản tin, {number(counts.figures)} số liệu"


def _since(moment: datetime | None) -> str:
    """When a build was, by the clocks of Vietnam; «» where nobody knows."""
    return f"{moment.astimezone(VIETNAM):, dựng lúc %H:%M ngày %d/%m/%Y (giờ Việt Nam)}" if moment else ""


def _named(paths: Sequence[str]) -> str:
    shown = ", ".join(f"«{path}»" for path in paths[:SHOWN])
    return f"{shown} và {number(len(paths) - SHOWN)} tệp khác" if len(paths) > SHOWN else shown
