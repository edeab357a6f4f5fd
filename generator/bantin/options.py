"""Options that commands share, and what follows from them: which site is meant, what a refusal shows, what stops.

It is imported before any option is made, for click asks for its own words then: they are Vietnamese from here on.
"""

import errno
import gettext
import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from bantin.editors import Weight
from bantin.folders import SettingsError, folders_of
from bantin.writing import PublishError, refusal

WORDS = "bantin"
"""The words of click, in locale/."""
gettext.bindtextdomain(WORDS, Path(__file__).with_name("locale"))
gettext.textdomain(WORDS)
os.environ["LANGUAGE"] = "vi"

OPTIONS = "[TÙY CHỌN]…"


class Door(click.Group):
    """Says in a sentence what the system or another program refused; `--debug` lets the trace through."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.options_metavar, self.subcommand_metavar = OPTIONS, "LỆNH […]"

    def add_command(self, cmd: click.Command, name: str | None = None) -> None:
        """A command of the list, which tells all of what it does."""
        cmd.options_metavar, cmd.short_help = OPTIONS, cmd.help
        super().add_command(cmd, name)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (OSError, SettingsError, PublishError) as error:
            if wants_trace(ctx) or getattr(error, "errno", None) == errno.EPIPE:
                raise
            if isinstance(error, SettingsError):
                raise click.UsageError(str(error)) from error
            click.echo(refusal(error) if isinstance(error, OSError) else str(error), err=True)
            raise SystemExit(1) from error


def wants_trace(ctx: click.Context) -> bool:
    """Whether what was refused is shown with its trace."""
    return bool(ctx.meta.get("bantin.debug"))


def _wish_debug(ctx: click.Context, _: click.Parameter, wished: bool) -> None:
    if wished:
        ctx.meta["bantin.debug"] = True  # shared by a command and the group around it


DEBUG = click.option(
    "--debug",
    is_flag=True,
    expose_value=False,
    callback=_wish_debug,
    is_eager=True,
    help="Khi hỏng, in cả dấu vết của chương trình, cho người quản trị.",
)


def of_site(command: Callable[..., None]) -> Callable[..., None]:
    """A command about one site: it gets the site's folders."""

    @wraps(command)
    def with_folders(*arguments: Any, root: Path, config_file: Path | None, **others: Any) -> None:
        command(*arguments, folders=folders_of(root, config_file), **others)

    root = click.option(
        "--root",
        type=click.Path(path_type=Path, exists=True, file_okay=False),
        default=".",
        help="Thư mục của trang, nơi có data/ và mkdocs.yml.",
    )
    config = click.option(
        "-f",
        "--config-file",
        type=click.Path(path_type=Path, exists=True, dir_okay=False),
        help="Tệp cài đặt của trang; mặc định là mkdocs.yml trong thư mục của trang.",
    )
    return root(config(DEBUG(with_folders)))


FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice(Weight, case_sensitive=False),
    default=Weight.ERROR.value,
    show_default=True,
    help="Khi nào coi là chưa đạt và kết thúc với mã 1: error là khi còn lỗi, warning là khi còn lỗi hoặc cảnh báo.",
)
