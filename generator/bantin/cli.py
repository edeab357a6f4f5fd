"""The command `bantin`: check, render, build. Exit codes: 0 nothing to fix, 1 problems, 2 wrong usage."""

import io
import sys
from pathlib import Path

import click

from bantin import publish, site
from bantin.engine import EngineError
from bantin.engine import build as engine_build
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
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # consoles of office PCs are often not UTF-8
            stream.reconfigure(encoding="utf-8", errors="replace")


@main.command()
@ROOT
def check(root: Path) -> None:
    """Kiểm tra data/ và content/, báo mọi chỗ cần sửa."""
    _checked(root)


@main.command()
@ROOT
@click.argument("out", type=click.Path(path_type=Path))
def render(root: Path, out: Path) -> None:
    """Viết các trang Markdown vào thư mục OUT, cho một công cụ dựng trang khác."""
    edition = _checked(root)
    try:
        publish.write_files(site.markdown_files(edition, root), root / "content", out)
    except publish.PublishError as error:
        raise click.UsageError(str(error)) from error
    click.echo(f"Đã viết {len(edition.pages)} trang vào {out}.")


@main.command()
@ROOT
@click.option("--site-dir", type=click.Path(path_type=Path), help="Thư mục của trang đã dựng; mặc định là site/.")
@click.option("--strict", is_flag=True, help="Coi cảnh báo của bộ dựng trang là lỗi.")
def build(root: Path, site_dir: Path | None, strict: bool) -> None:
    """Kiểm tra rồi dựng trang; trang cũ chỉ được thay khi mọi bước đều xong."""
    site_dir = site_dir or root / "site"
    if not (root / "mkdocs.yml").is_file():
        raise click.UsageError(f"Không thấy tệp mkdocs.yml trong «{root}».")
    edition = _checked(root)
    try:
        with publish.replacing(site_dir.absolute()) as new:
            engine_build(root, site.markdown_files(edition, root), new, newest=edition.newest, strict=strict)
    except publish.PublishError as error:
        raise click.UsageError(str(error)) from error
    except EngineError as error:
        click.echo(f"Chưa dựng được trang: {error}", err=True)
        raise SystemExit(1) from error
    click.echo(f"Đã dựng {len(edition.pages)} trang vào {site_dir}.")


def _checked(root: Path) -> Edition:
    """The edition of a folder without errors; otherwise the command ends here, every problem said."""
    if not (root / "data").is_dir():
        raise click.UsageError(f"Không thấy thư mục data trong «{root}».")
    edition = site.check(root)
    for problem in edition.problems:
        click.echo(problem.line())
    click.echo(site.summary(edition))
    if edition.errors:
        raise SystemExit(1)
    return edition
