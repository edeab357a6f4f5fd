"""`bantin serve`: the site in a browser on this machine, built again whenever a file is saved."""

import threading
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from bantin.commands.build import PREVIEW
from bantin.commands.reports import needs_data
from bantin.folders import Folders, options_of, read_settings
from bantin.options import of_site
from bantin.writing import PublishError

if TYPE_CHECKING:
    from http.server import ThreadingHTTPServer

    from bantin.serving import State

TRIED = 20
"""How many ports after the wished one are tried."""


@click.command(
    help=f"Mở trang xem thử trên máy này, dựng lại mỗi khi lưu một tệp; dựng vào {PREVIEW}/, không động đến site/."
)
@of_site
@click.option("--port", type=click.IntRange(1, 65535), metavar="SỐ", default=8000, show_default=True, help="Cổng.")
def serve(folders: Folders, port: int) -> None:
    """Serve a site until Ctrl+C."""
    from bantin.serving import State, command_of, watch  # noqa: PLC0415

    if not folders.settings:
        raise click.UsageError(f"Không thấy tệp mkdocs.yml trong «{folders.root}».")
    needs_data(folders)
    site, state, stop, base = folders.site.with_name(PREVIEW), State(), threading.Event(), _base(folders)
    server = _server(port, site, state=state, base=base)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    builds = threading.Thread(
        target=watch, args=(folders, site), kwargs={"state": state, "command": command_of(folders), "stop": stop}
    )
    builds.start()
    try:
        _tell(state, f"http://127.0.0.1:{server.server_port}{base}")
    except KeyboardInterrupt:
        click.echo("\nĐã dừng.")
    finally:
        stop.set()
        server.shutdown()
        builds.join()


def _tell(state: "State", address: str) -> None:
    """Say how it stands, whenever that changes."""
    click.echo(f"Trang xem thử ở {address} (chỉ máy này mở được). Nhấn Ctrl+C để dừng.")
    now = state.now
    while True:
        if now.stage == "sound":
            click.echo(f"Đã dựng xong, mời xem ở {address}.")
        elif now.stage == "failed":
            places = (f"{slip['file']}:{slip['line']}: {slip['message']}" for slip in now.slips)
            click.echo("\n".join(["Chưa dựng được; trang xem thử vẫn là trang lần trước.", *places, now.said]).strip())
        number = now.number
        while now.number == number:
            now = state.after(number, seconds=1)


def _server(port: int, site: Path, *, state: "State", base: str) -> "ThreadingHTTPServer":
    """A server at the wished port, or at the next one that is free."""
    from bantin.serving import server_at  # noqa: PLC0415

    for tried in range(port, min(port + TRIED, 65535) + 1):
        try:
            server = server_at(tried, site, state=state, base=base)
        except OSError:
            continue
        if tried != port:
            click.echo(f"Cổng {port} đang có chương trình khác dùng, nên dùng cổng {tried}.")
        return server
    raise PublishError(f"Các cổng từ {port} đến {tried} đều đang có chương trình khác dùng; mời chọn cổng khác.")


def _base(folders: Folders) -> str:
    """The path below which the site will stand, as its own address says."""
    assert folders.settings
    said = read_settings(folders.settings)
    address = said.get("site_url") or options_of(said.get("plugins")).get("base_path")
    path = urlsplit(address).path if isinstance(address, str) else ""
    return f"/{path.strip('/')}/".replace("//", "/")
