"""The command `bantin`: check, render, build. Exit codes: 0 nothing to fix, 1 problems, 2 wrong usage."""

import contextlib
import gc
import io
import os
import sys
import time
from collections.abc import Iterable
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from bantin import addresses, formats, inspection, manual
from bantin.archive import lists_of, load
from bantin.formats import Format
from bantin.inspection import Findings
from bantin.listing import CATALOGUE, content, listing_of
from bantin.vietnamese import listed, nearest

# What makes pages is imported by the commands that make some: a check needs none of it.
if TYPE_CHECKING:
    from bantin.site import Edition

ROOT = click.option(
    "--root",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    default=".",
    help="Thư mục của trang, nơi có data/ và mkdocs.yml.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Bản tin Cải cách hành chính: kiểm tra số liệu và dựng trang."""
    gc.set_threshold(100_000)  # what is read stays; looking through it again and again takes a tenth of the time
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # consoles of office PCs are often not UTF-8
            stream.reconfigure(encoding="utf-8", errors="replace")


@main.command()
@ROOT
@click.option(
    "--format",
    type=click.Choice(Format, case_sensitive=False),
    default=Format.TEXT.value,
    show_default=True,
    help="Dạng của báo cáo: text cho người đọc; các dạng khác cho công cụ, khi đó dòng tổng kết in ra luồng lỗi.",
)
@click.option("--watch", is_flag=True, help="Kiểm tra lại mỗi khi lưu một tệp; nhấn Ctrl+C để dừng.")
@click.argument("files", nargs=-1, metavar="[TỆP]…", type=click.Path(path_type=Path, exists=True))
def check(root: Path, format: Format, files: tuple[Path, ...], watch: bool) -> None:
    """Kiểm tra data/ và content/, báo mọi chỗ cần sửa; ghi tên tệp thì chỉ báo về các tệp đó."""
    only = frozenset(_inside(file, root) for file in files)
    _needs_data(root)
    while watch:
        before = inspection.stamps(root)
        with contextlib.suppress(SystemExit):
            _tell(_found(root, only), root, format)
        while inspection.stamps(root) == before:
            time.sleep(0.5)
    _tell(_found(root, only), root, format)


@main.command()
@ROOT
@click.argument("out", type=click.Path(path_type=Path))
def render(root: Path, out: Path) -> None:
    """Viết các trang Markdown vào thư mục OUT, cho một công cụ dựng trang khác."""
    from bantin import publish, site  # noqa: PLC0415

    edition = _sound(root)
    try:
        publish.write_files(site.generated_files(edition, root), root / "content", out)
    except publish.PublishError as error:
        raise click.UsageError(str(error)) from error
    click.echo(f"Đã viết {len(edition.pages)} trang vào {out}.")


@main.command()
@ROOT
@click.option("--site-dir", type=click.Path(path_type=Path), help="Thư mục của trang đã dựng; mặc định là site/.")
@click.option("--strict", is_flag=True, help="Coi cảnh báo của bộ dựng trang là lỗi.")
def build(root: Path, site_dir: Path | None, strict: bool) -> None:
    """Kiểm tra rồi dựng trang; trang cũ chỉ được thay khi mọi bước đều xong."""
    from bantin import engine, publish, site  # noqa: PLC0415

    site_dir = site_dir or root / "site"
    if not (root / "mkdocs.yml").is_file():
        raise click.UsageError(f"Không thấy tệp mkdocs.yml trong «{root}».")
    edition = _sound(root)
    try:
        with publish.replacing(site_dir.absolute()) as new:
            engine.build(root, site.generated_files(edition, root), new, newest=edition.newest, strict=strict)
    except publish.PublishError as error:
        raise click.UsageError(str(error)) from error
    except engine.EngineError as error:
        click.echo(f"Chưa dựng được trang: {error}", err=True)
        raise SystemExit(1) from error
    click.echo(f"Đã dựng {len(edition.pages)} trang vào {site_dir}.")


@main.command()
@ROOT
def schema(root: Path) -> None:
    """Viết data/schema/, để trình soạn thảo gợi ý tên mục, tên chỉ số trong lúc gõ."""
    from bantin.schema import write as write_schemas  # noqa: PLC0415

    _needs_data(root)
    archive, problems = load(root)
    sources = {PurePosixPath(problem.location.source).parts[:2] for problem in problems if not problem.warning}
    if ("data", CATALOGUE) in sources:
        click.echo(f"Trong data/{CATALOGUE}/ còn lỗi, nên chưa viết được; mời chạy «bantin check» để xem.", err=True)
        raise SystemExit(1)
    for path in write_schemas(archive.catalogue, root):
        click.echo(f"Đã viết {path}.")


@main.command(name="addresses")
@ROOT
def write_addresses(root: Path) -> None:
    """Ghi lại mọi địa chỉ đang có vào data/dia-chi-da-dang.txt, mỗi lần đăng trang."""
    _needs_data(root)
    listing = listing_of(root)
    count = addresses.write_published(root, listing, lists_of(partial(content, root), listing).catalogue)
    click.echo(f"Đã ghi {count} địa chỉ vào {addresses.PUBLISHED}.")


@main.command()
@click.argument("code", required=False, metavar="[MÃ]")
def explain(code: str | None) -> None:
    """Giải thích mã của một lời nhắn, như number-ambiguous; không ghi mã thì liệt kê mọi mã."""
    if code is None:
        click.echo("\n\n".join(_listing(title, group) for title, group in manual.GROUPS.items()))
        return
    code = code.strip("[]").lower()
    if code not in manual.EXPLANATIONS:
        close = [f"«{name}»" for name in nearest(code, manual.EXPLANATIONS, limit=2)]
        hint = f"Có phải là {listed(close, 'hoặc')}?" if close else "Mời chạy «bantin explain» để xem mọi mã."
        raise click.UsageError(f"Không có mã nào là «{code}». {hint}")
    click.echo(click.wrap_text(f"{code}: {manual.EXPLANATIONS[code]}"))


def _listing(title: str, codes: Iterable[str]) -> str:
    lines = [f"{code}: {manual.summary(code)}" for code in codes]
    return "\n".join(
        [title, *(click.wrap_text(line, initial_indent="  ", subsequent_indent="      ") for line in lines)]
    )


def _inside(file: Path, root: Path) -> PurePosixPath:
    try:
        return PurePosixPath(file.resolve().relative_to(root.resolve()).as_posix())
    except ValueError as error:
        raise click.UsageError(f"Tệp «{file}» nằm ngoài thư mục «{root}».") from error


def _found(root: Path, only: frozenset[PurePosixPath]) -> Findings:
    """What is wrong in some files and folders below `root`, or in all; the others are read all the same."""
    findings = inspection.findings(root, inspection.clock())
    return findings.narrowed(only) if only else findings


def _sound(root: Path) -> "Edition":
    """The edition of a folder without errors; otherwise the command ends here, every problem said."""
    from bantin import site  # noqa: PLC0415

    _needs_data(root)
    edition = site.check(root, inspection.clock())
    _tell(edition, root, Format.TEXT)
    return edition


def _tell(findings: Findings, root: Path, format: Format) -> None:
    """Print the report; where there are errors, the command ends here."""
    colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    click.echo(formats.write(findings.open_problems, root, format, colour=colour), nl=False)
    # Only the report goes to where a tool reads it.
    click.echo(inspection.summary(findings), err=format is not Format.TEXT)
    if findings.errors:
        raise SystemExit(1)


def _needs_data(root: Path) -> None:
    if not (root / "data").is_dir():
        raise click.UsageError(f"Không thấy thư mục data trong «{root}».")
