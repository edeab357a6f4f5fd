"""`bantin build`: a new site beside the old one, and in its place once every step is done; and `bantin assemble`."""

import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

import click

from bantin.commands.reports import needs_data, report, tell
from bantin.editors import Weight, summary, weighty
from bantin.folders import Folders, options_of, read_settings
from bantin.inspection import Findings, Reading, clock
from bantin.keeping import Keeper
from bantin.options import FAIL_ON, of_site, wants_trace
from bantin.telling import Closing, Progress, progress_on, table
from bantin.vietnamese import listed, number, slug
from bantin.writing import PublishError

if TYPE_CHECKING:
    from bantin.building import Ground, Looks, Memory, Outcome, Publication
    from bantin.publishing import publish

PREVIEW = "xem-thu"
"""Where the pages of one place go, beside the site."""


def _cores() -> int:
    """How many processes the system lets work at a time."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


class ShardType(click.ParamType[tuple[int, int]]):
    """«3/8»: the third of eight parts."""

    name = "I/N"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        found = re.fullmatch(r"([1-9]\d{0,3})/([1-9]\d{0,3})", str(value))
        if not found or int(found[1]) > int(found[2]):
            self.fail(f"«{value}» không phải là một phần: mời ghi như 3/8, là phần thứ 3 trong 8 phần.", param, ctx)
        return int(found[1]), int(found[2])


def of_build(command: Callable[..., None]) -> Callable[..., None]:
    """A command that builds: what all such commands may be asked for."""
    options = (
        click.option("--site-dir", type=click.Path(path_type=Path), help="Thư mục của trang; mặc định là site/."),
        click.option("--strict", is_flag=True, help="Coi cảnh báo của bộ dựng trang là lỗi."),
        FAIL_ON,
        click.option(
            "--jobs", type=click.IntRange(min=1), metavar="SỐ", default=_cores, show_default="số nhân của máy",
            help="Số tiến trình cùng làm; trang dựng ra như nhau.",
        ),
        click.option("--profile", is_flag=True, help="Cuối cùng in bảng cho biết thời gian đã dùng vào đâu."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return of_site(command)


@click.command(help="Kiểm tra rồi dựng trang; trang cũ chỉ được thay khi mọi bước đều xong.")
@of_build
@click.option("--no-cache", "afresh", is_flag=True, help="Dựng lại từ đầu, không dùng gì của lần trước.")
@click.option(
    "--only", metavar="NƠI",
    help=f"Chỉ dựng các trang của một nơi, như an-giang/xa-vinh-thuan, vào thư mục {PREVIEW}/ để xem thử.",
)  # fmt: skip
@click.option(
    "--shard", type=ShardType(), metavar="I/N",
    help="Chỉ dựng phần thứ I trong N phần của trang; «bantin assemble» ghép các phần lại.",
)  # fmt: skip
def build(folders: Folders, *, only: str | None, shard: tuple[int, int] | None, **wished: Any) -> None:
    """Build a site, the pages of one place, or a part for another machine to put together."""
    if only and shard:
        raise click.UsageError("Chỉ dùng được một trong hai: --only hoặc --shard.")
    if not only:
        _refuse_unanswered(folders, wished["site_dir"])
    builder = _Command(folders, **wished)
    if only:
        builder.preview(only)
    elif shard:
        builder.part(*shard)
    else:
        builder.whole(lambda publication, _: publication.publish(), is_known=True)


@click.command(help="Ghép các phần do «bantin build --shard» dựng ra thành trang; trang cũ chỉ được thay khi đủ cả.")
@of_build
@click.argument("parts", nargs=-1, required=True, metavar="PHẦN…", type=click.Path(path_type=Path, file_okay=False))
def assemble(folders: Folders, *, parts: tuple[Path, ...], **wished: Any) -> None:
    """Put the parts of a site together."""
    from bantin.building import parts_at  # noqa: PLC0415

    _refuse_unanswered(folders, wished["site_dir"])
    _Command(folders, **wished).whole(
        lambda publication, ground: publication.publish_parts(parts_at(parts, ground)),
    )


@dataclass
class _Command:
    """One run of such a command."""

    folders: Folders
    site_dir: Path | None
    strict: bool
    fail_on: Weight
    jobs: int
    profile: bool
    afresh: bool = False
    """Whether nothing of earlier builds may be used."""

    def __post_init__(self) -> None:
        if not self.folders.settings:
            raise click.UsageError(f"Không thấy tệp mkdocs.yml trong «{self.folders.root}».")
        needs_data(self.folders)
        self.progress: Progress = progress_on(sys.stderr)

    def whole(self, published: "Callable[[Publication, Ground], Outcome]", *, is_known: bool = False) -> None:
        """Publish a site in the way that `published` knows; `is_known` where one that stands already needs none."""
        from bantin.building import Memory  # noqa: PLC0415

        site = self.site_dir or self.folders.site
        with self._replacing(site) as replacement, self._reading() as reading:
            with self.progress.stage("Xem có gì thay đổi"):
                memory = Memory(reading, replacement.live)
                last = memory.last if is_known else None
            if last:
                self._tell(last.findings)
                doubts = len(last.findings.open_problems)
                closing = Closing("", 0, last.pages, figures=last.figures, doubts=doubts, bytes=last.size)
            else:
                closing = self._published(published, reading, replacement, memory)
        self._close(replace(closing, where=str(site)))

    def _published(
        self, published: "Callable[[Publication, Ground], Outcome]", reading: Reading,
        replacement: "publish.Replacement", memory: "Memory",
    ) -> Closing:  # fmt: skip
        """What a new site came to; the command ends here where it is not published."""
        from bantin.building import Publication  # noqa: PLC0415

        ground = self._looked_at(reading, looks=memory.looks)
        publication = Publication(
            ground, reading, replacement, self.progress, partial(weighty, weight=self.fail_on), memory,
            jobs=self.jobs, strict=self.strict,
        )  # fmt: skip
        outcome = published(publication, ground)
        _say(outcome.remarks)
        self._refuse(outcome)
        return _closing(ground, outcome)

    def preview(self, place: str) -> None:
        """Publish the pages of one place by themselves."""
        from bantin.building import plans_at, publish_preview  # noqa: PLC0415

        named = place.strip("/").removeprefix("data/").removeprefix("content/")
        place = "/".join(map(slug, named.split("/")))
        site = self.site_dir or self.folders.site.with_name(PREVIEW)
        with self._replacing(site) as replacement, self._reading() as reading:
            ground = self._looked_at(reading, place)
            plans = plans_at(ground, place)
            with tempfile.TemporaryDirectory() as passing:
                _say(
                    publish_preview(
                        ground,
                        reading,
                        plans,
                        replacement,
                        keeper=Keeper(Path(passing)),
                        progress=self.progress,
                        jobs=self.jobs,
                        strict=self.strict,
                    )
                )
        click.echo(
            f"Đã dựng {number(len(plans) - 1)} trang của «{place}» và trang chủ vào {site} để xem thử; trang chính "
            "không đổi. Liên kết đến các trang khác chưa có chỗ đến."
        )
        self._close(None)

    def part(self, index: int, count: int) -> None:
        """Build a part of a site into a folder of its own."""
        from bantin.building import Shard, build_part  # noqa: PLC0415

        folder = self.site_dir or self.folders.site.with_name("phan") / f"{index}-{count}"
        with _failing(), self._reading() as reading:
            ground = self._looked_at(reading)
            made = build_part(
                ground, reading, Shard(index, count), folder, jobs=self.jobs, strict=self.strict, progress=self.progress
            )
            _say(line for page in made.values() for line in page.said)
        click.echo(f"Đã dựng phần {index} trong {count} phần vào {folder}: {number(len(made))} trang.")
        self._close(None)

    @contextmanager
    def _reading(self) -> Iterator[Reading]:
        """The reading of the site's files."""
        with tempfile.TemporaryDirectory() as passing:
            keeper = Keeper(Path(passing)) if self.afresh else None
            yield Reading(self.folders, clock(), keeper)

    def _looked_at(self, reading: Reading, place: str = "", *, looks: "Looks | None" = None) -> "Ground":
        """What is there; the command ends here where that has errors, of one place if it is named."""
        from bantin.building import look  # noqa: PLC0415

        ground = look(reading, jobs=self.jobs, progress=self.progress, looks=looks)
        self._tell(ground.inspection.findings, place)
        return ground

    def _tell(self, findings: Findings, place: str = "") -> None:
        only = (f"data/{place}", f"content/{place}", "data/danh-muc")
        narrowed = findings.narrowed([PurePosixPath(path) for path in only]) if place else findings
        tell(narrowed, self.folders, fail_on=self.fail_on)

    @contextmanager
    def _replacing(self, site: Path) -> "Iterator[publish.Replacement]":
        from bantin.publishing import publish  # noqa: PLC0415

        try:
            replacement = publish.begin(site.absolute(), self.folders.sources)
        except PublishError as error:
            raise click.UsageError(str(error)) from error
        _say(replacement.remarks)
        try:
            with _failing():
                yield replacement
        finally:
            replacement.abandon()
        _say([replacement.lost] if replacement.lost else [])
        if replacement.kept:
            click.echo(f"Giữ nguyên những gì khác có trong thư mục ấy: {listed(replacement.kept)}.")

    def _refuse(self, outcome: "Outcome") -> None:
        """The command ends here where the finished site is not published."""
        from bantin.site import dead_summary  # noqa: PLC0415

        if outcome.faults:
            report(outcome.faults, self.folders)
        if outcome.is_refused:
            _say([dead_summary(outcome.faults) or summary(outcome.faults, self.fail_on)])
            raise SystemExit(1)

    def _close(self, closing: Closing | None) -> None:
        spent = self.progress.watch.profile
        if closing:
            for line in replace(closing, seconds=spent.whole.seconds or 0.0, peak=spent.peak).lines:
                click.echo(line)
        if self.profile:
            click.echo(table(spent), err=True)


def _refuse_unanswered(folders: Folders, site: Path | None) -> None:
    """The command ends here where a site with a public address names nobody who answers for it."""
    from bantin.publishing import unanswered  # noqa: PLC0415

    if not folders.settings or (site and site.name == PREVIEW):
        return
    said = read_settings(folders.settings)
    owner = options_of(said.get("plugins")).get("owner")
    if why := unanswered(said.get("site_url"), owner if isinstance(owner, dict) else {}):
        raise click.UsageError(why)


def _closing(ground: "Ground", outcome: "Outcome") -> Closing:
    doubts, figures = len(ground.inspection.findings.open_problems), ground.inspection.outline.tally.figures
    return Closing("", outcome.built, outcome.unchanged, outcome.removed, figures, doubts, outcome.bytes)


@contextmanager
def _failing() -> Iterator[None]:
    """What an engine cannot do, in a sentence."""
    from bantin.publishing import EngineError  # noqa: PLC0415
    from bantin.site import UnfinishedError  # noqa: PLC0415

    try:
        yield
    except (EngineError, UnfinishedError) as error:
        if wants_trace(click.get_current_context()):
            raise
        click.echo(f"Chưa dựng được trang; trang cũ được giữ nguyên. {error}", err=True)
        raise SystemExit(1) from error


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line, err=True)
