"""The command `bantin`: check, render, build. Exit codes: 0 nothing to fix, 1 problems, 2 wrong usage."""

import contextlib
import gc
import io
import sys
import time
from collections.abc import Iterable
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from bantin.commands import COMMANDS, needs_data, report, tell
from bantin.editors import Format, Weight
from bantin.folders import CATALOGUE, PUBLISHED, RECORDS, Folders
from bantin.inspection import Findings, clock, inspect, stamps
from bantin.likeness import nearest
from bantin.options import DEBUG, FAIL_ON, Door, of_site
from bantin.problems import CODES, GROUPS, guess
from bantin.reading import load
from bantin.vietnamese import listed, number
from bantin.writing import PublishError

# What makes pages is imported by the commands that make some: a check needs none of it.
if TYPE_CHECKING:
    from bantin.site import Edition


@click.group(
    cls=Door,
    help="Bản tin Cải cách hành chính: kiểm tra số liệu và dựng trang.",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(package_name="bantin", message="Bản tin CCHC, phiên bản %(version)s")
@DEBUG
def main() -> None:
    """Make the streams fit to print Vietnamese, before any command."""
    gc.set_threshold(200_000, 20)  # what is read stays; looking through it again and again takes a tenth of the time
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # consoles of office PCs are often not UTF-8
            stream.reconfigure(encoding="utf-8", errors="replace")


@main.command(help="Kiểm tra data/ và content/, báo mọi chỗ cần sửa; ghi tên tệp thì chỉ báo về các tệp đó.")
@of_site
@click.option(
    "--format",
    type=click.Choice(Format, case_sensitive=False),
    default=Format.TEXT.value,
    show_default=True,
    help="Dạng của báo cáo: text cho người đọc; các dạng khác cho công cụ, khi đó dòng tổng kết in ra luồng lỗi.",
)
@FAIL_ON
@click.option(
    "--all",
    "whole",
    is_flag=True,
    help="Nêu hết từng chỗ một, cả khi cùng một loại cảnh báo có ở rất nhiều chỗ; mặc định là đếm rồi nêu vài chỗ đầu.",
)
@click.option("--watch", is_flag=True, help="Kiểm tra lại mỗi khi lưu một tệp; nhấn Ctrl+C để dừng.")
@click.argument("files", nargs=-1, metavar="[TỆP]…", type=click.Path(path_type=Path, exists=True))
def check(
    folders: Folders, *, format: Format, fail_on: Weight, whole: bool, files: tuple[Path, ...], watch: bool
) -> None:
    """Report what is wrong in a site, once or each time that a file is saved."""
    only = frozenset(_inside(file, folders) for file in files)
    needs_data(folders)
    say = partial(tell, folders=folders, format=format, fail_on=fail_on, brief=not (whole or files))
    sources = folders.data, folders.content
    while watch:
        before = stamps(sources)
        with contextlib.suppress(SystemExit):
            say(_found(folders, only))
        while stamps(sources) == before:
            time.sleep(0.5)
    say(_found(folders, only))


@main.command(help="Viết các trang Markdown vào một thư mục, cho một công cụ dựng trang khác.")
@of_site
@click.argument("out", metavar="THƯ-MỤC", type=click.Path(path_type=Path))
def render(folders: Folders, out: Path) -> None:
    """Write the pages of a site as Markdown."""
    from bantin import site  # noqa: PLC0415
    from bantin.publishing import TemplateProblem, publish  # noqa: PLC0415

    edition = _sound(folders)
    try:
        publish.write_files((written for file in site.files_of(edition, folders) for written in file.files()), out)
    except PublishError as error:
        raise click.UsageError(str(error)) from error
    except TemplateProblem as error:
        click.echo(str(error), err=True)
        raise SystemExit(1) from error
    click.echo(f"Đã viết {len(edition.plans)} trang vào {out}.")


@main.command(help="Viết data/schema/, để trình soạn thảo gợi ý tên mục, tên chỉ số trong lúc gõ.")
@of_site
def schema(folders: Folders) -> None:
    """Write the schemas of a site's data files."""
    from bantin.editors import write as write_schemas  # noqa: PLC0415

    needs_data(folders)
    archive, problems = load(folders)
    sources = {PurePosixPath(problem.location.source).parts[:2] for problem in problems if not problem.warning}
    if ("data", CATALOGUE) in sources:
        click.echo(f"Trong data/{CATALOGUE}/ còn lỗi, nên chưa viết được; mời chạy «bantin check» để xem.", err=True)
        raise SystemExit(1)
    for path in write_schemas(archive.catalogue, folders):
        click.echo(f"Đã viết {path}.")


@main.command(
    name="addresses",
    help="Ghi lại mọi địa chỉ và con số đang có, mỗi lần đăng trang: data/dia-chi-da-dang.txt, data/so-lieu-da-dang/.",
)
@of_site
@click.option(
    "--forget",
    multiple=True,
    metavar="ĐỊA-CHỈ",
    help="Bỏ khỏi danh sách một địa chỉ đã mất, hay một con số đã bỏ (như kien-giang/2022#toan-tinh-ho-so-tiep-nhan), "
    "khi chắc chắn không còn ai cần; ghi được nhiều lần.",
)
def write_addresses(folders: Folders, forget: tuple[str, ...]) -> None:
    """Add the addresses that there are to the list of those ever published."""
    from bantin import site  # noqa: PLC0415

    needs_data(folders)
    found = inspect(folders, clock())  # as a check asks, so that its results stay kept
    if unread := [problem for problem in found.published.problems if not problem.warning]:
        report(unread, folders)
        raise SystemExit(1)
    wanted = [address.strip("/") for address in forget]
    written = site.write_published(folders, found, forget=wanted)
    click.echo(f"Đã ghi {written.count} địa chỉ vào {folders.shown(PUBLISHED)}.")
    if written.figures:
        click.echo(f"Đã thêm {number(written.figures)} con số vào {folders.shown(f'data/{RECORDS}')}/.")
    for address in written.gone:
        click.echo(f"Trang «{address}» đã đăng nay không còn; địa chỉ vẫn giữ trong danh sách.")
    for address in written.forgotten:
        click.echo(f"Đã bỏ «{address}» khỏi danh sách.")
    if kept := sorted(set(wanted) - set(written.forgotten)):
        click.echo(
            f"Không bỏ {listed(f'«{address}»' for address in kept)}: đang có trang, hoặc không có trong danh sách."
        )


@main.command(help="Giải thích mã của một lời nhắn, như number-ambiguous; không ghi mã thì liệt kê mọi mã.")
@DEBUG
@click.argument("code", required=False, metavar="[MÃ]")
def explain(code: str | None) -> None:
    """Print what a code means; without a code, all codes with their summaries."""
    if code is None:
        click.echo("\n\n".join(_listing(title, group) for title, group in GROUPS.items()))
        return
    code = code.strip("[]").lower()
    if code not in CODES:
        close = (f"«{name}»" for name in nearest(code, CODES, limit=2))
        hint = guess(close) or "Mời chạy «bantin explain» để xem mọi mã."
        raise click.UsageError(f"Không có mã nào là «{code}». {hint}")
    click.echo(click.wrap_text(f"{code}: {CODES[code].explanation}"))


def _listing(title: str, codes: Iterable[str]) -> str:
    lines = [f"{code}: {CODES[code].summary}" for code in codes]
    return "\n".join(
        [title, *(click.wrap_text(line, initial_indent="  ", subsequent_indent="      ") for line in lines)]
    )


def _inside(file: Path, folders: Folders) -> PurePosixPath:
    name = folders.name(file)
    if name is None and not file.resolve().is_relative_to(folders.root.resolve()):
        raise click.UsageError(f"Tệp «{file}» nằm ngoài thư mục «{folders.root}».")
    return PurePosixPath(name or file.resolve().relative_to(folders.root.resolve()).as_posix())


def _found(folders: Folders, only: frozenset[PurePosixPath]) -> Findings:
    """What is wrong in some files and folders, or in all; the others are read all the same."""
    findings = inspect(folders, clock()).findings
    return findings.narrowed(only) if only else findings


def _sound(folders: Folders, *, fail_on: Weight = Weight.ERROR) -> "Edition":
    """The edition of a site without problems of a weight; otherwise the command ends here, every problem said."""
    from bantin import site  # noqa: PLC0415

    needs_data(folders)
    edition = site.check(folders, clock())
    tell(edition, folders, fail_on=fail_on)
    return edition


for command in COMMANDS:
    main.add_command(command)
