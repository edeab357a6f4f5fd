"""`bantin build`: a new site beside the old one, and in its place once every step is done."""

import os
import sys
import tempfile
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bantin import inspection
from bantin.commands.reports import needs_data, report, tell
from bantin.editors import Weight, summary, weighty
from bantin.folders import Folders
from bantin.keeping import Keeper
from bantin.options import FAIL_ON, of_site, wants_trace
from bantin.telling import Closing, Progress, progress_on, table
from bantin.vietnamese import listed
from bantin.writing import PublishError

if TYPE_CHECKING:
    from bantin.publishing import publish


def _cores() -> int:
    """How many processes the system lets work at a time."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


@click.command(help="Kiểm tra rồi dựng trang; trang cũ chỉ được thay khi mọi bước đều xong.")
@of_site
@click.option("--site-dir", type=click.Path(path_type=Path), help="Thư mục của trang đã dựng; mặc định là site/.")
@click.option("--strict", is_flag=True, help="Coi cảnh báo của bộ dựng trang là lỗi.")
@FAIL_ON
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    default=_cores,
    show_default="số nhân của máy",
    help="Số tiến trình cùng làm; trang dựng ra như nhau.",
)
@click.option("--no-cache", is_flag=True, help="Dựng lại từ đầu, không dùng gì của lần trước.")
@click.option("--profile", is_flag=True, help="Cuối cùng in bảng cho biết thời gian đã dùng vào đâu.")
def build(
    folders: Folders,
    *,
    site_dir: Path | None,
    strict: bool,
    fail_on: Weight,
    jobs: int,
    no_cache: bool,
    profile: bool,
) -> None:
    """Build a site beside the old one, and put it in its place once every step is done."""
    if not folders.settings:
        raise click.UsageError(f"Không thấy tệp mkdocs.yml trong «{folders.root}».")
    needs_data(folders)
    wishes = Wishes(site_dir or folders.site, jobs=jobs, strict=strict, fail_on=fail_on, afresh=no_cache)
    progress = progress_on(sys.stderr)
    closing = _built(folders, wishes, progress)
    spent = progress.watch.profile
    for line in replace(closing, seconds=spent.whole.seconds or 0.0, peak=spent.peak).lines:
        click.echo(line)
    if profile:
        click.echo(table(spent), err=True)


@dataclass(frozen=True)
class Wishes:
    """How a site is to be built."""

    site_dir: Path
    jobs: int
    strict: bool
    fail_on: Weight
    afresh: bool
    """Whether nothing of earlier builds may be used."""


def _built(folders: Folders, wishes: Wishes, progress: Progress) -> Closing:
    from bantin.publishing import publish  # noqa: PLC0415
    from bantin.publishing.engine import EngineError  # noqa: PLC0415
    from bantin.site import UnfinishedError  # noqa: PLC0415

    try:
        replacement = publish.begin(wishes.site_dir.absolute(), folders.sources)
    except PublishError as error:
        raise click.UsageError(str(error)) from error
    try:
        for remark in replacement.remarks:
            progress.say(remark)
        closing = _of_pages(folders, wishes, progress, replacement)
    except (EngineError, UnfinishedError) as error:
        if wants_trace(click.get_current_context()):
            raise
        click.echo(f"Chưa dựng được trang; trang cũ được giữ nguyên. {error}", err=True)
        raise SystemExit(1) from error
    finally:
        replacement.abandon()
    if replacement.lost:
        click.echo(replacement.lost, err=True)
    if replacement.kept:
        click.echo(f"Giữ nguyên những gì khác có trong thư mục ấy: {listed(replacement.kept)}.")
    return closing


def _of_pages(folders: Folders, wishes: Wishes, progress: Progress, replacement: "publish.Replacement") -> Closing:
    """What came of a build page by page."""
    from bantin.building import Publication, look  # noqa: PLC0415
    from bantin.site import dead_summary  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as passing:
        keeper = Keeper(Path(passing)) if wishes.afresh else None
        reading = inspection.Reading(folders, inspection.clock(), keeper)
        ground = look(reading, jobs=wishes.jobs, progress=progress)
        findings = ground.inspection.findings
        tell(findings, folders, fail_on=wishes.fail_on)
        outcome = Publication(
            ground, reading, replacement, progress, partial(weighty, weight=wishes.fail_on),
            jobs=wishes.jobs, strict=wishes.strict,
        ).publish()  # fmt: skip
    for remark in outcome.remarks:
        click.echo(remark, err=True)
    if outcome.faults:
        report(outcome.faults, folders)
    if outcome.is_refused:
        click.echo(dead_summary(outcome.faults) or summary(outcome.faults, wishes.fail_on), err=True)
        raise SystemExit(1)
    return Closing(
        str(wishes.site_dir), outcome.built, outcome.unchanged, outcome.removed,
        ground.inspection.outline.tally.figures, len(findings.open_problems), outcome.bytes,
    )  # fmt: skip
