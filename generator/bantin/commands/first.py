"""`bantin init`: a site of one's own; and `bantin upgrade`: what a new version of the package brings to it."""

from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from bantin.folders import CATALOGUE, Folders
from bantin.inspection import clock
from bantin.options import DEBUG, of_site
from bantin.writing import write_whole

if TYPE_CHECKING:
    from bantin.editors import first_site


@click.command(
    help="Lập một trang mới trong THƯ-MỤC: cài đặt, ba trang chung, một bản tin mẫu chưa có số liệu, cách tự đăng. "
    "Danh mục và giao diện có sẵn trong gói. Không ghi vào thư mục đã có tệp."
)
@DEBUG
@click.option("--tinh", "province", metavar="TỈNH", help="Trang của riêng một tỉnh, như dong-thap hay «Đồng Tháp».")
@click.option(
    "--duong-dan", "address", metavar="ĐƯỜNG-DẪN", default="",
    help="Nơi trang sẽ đứng: https://…/cchc/ nếu đã biết, hoặc chỉ /cchc/.",
)  # fmt: skip
@click.option("--co-quan", "owner", metavar="TÊN", default="", help="Cơ quan chủ quản, như «Sở Nội vụ tỉnh Đồng Tháp».")
@click.option("--thu-dien-tu", "email", metavar="HỘP-THƯ", default="", help="Nơi người đọc viết đến để hỏi, báo sai.")
@click.option(
    "--noi-giu", "host", type=click.Choice(["github", "gitlab"]), default="github", show_default=True,
    help="Nơi giữ kho của trang; cách tự kiểm tra và đăng được viết cho nơi ấy.",
)  # fmt: skip
@click.argument("folder", metavar="THƯ-MỤC", type=click.Path(path_type=Path, file_okay=False))
def init(folder: Path, *, province: str | None, address: str, owner: str, email: str, host: str) -> None:
    """Write the files of a new site."""
    from bantin.editors import asked, first_site  # noqa: PLC0415

    if folder.is_dir() and any(folder.iterdir()):
        raise click.UsageError(f"Thư mục «{folder}» đã có tệp nên giữ nguyên; mời chọn một thư mục mới hoặc còn trống.")
    try:
        unit = asked.province_asked(province) if province else None
    except asked.UnclearError as error:
        raise click.UsageError(str(error)) from error
    wished = first_site.Wished(
        version("bantin"),
        clock(),
        province=unit,
        address=_address(address),
        host=host,
        owner=owner.strip(),
        email=email.strip(),
    )
    _refuse_nobody(wished)
    for name, text in tuple(first_site.files_of(wished)):  # all are known before one is written
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, text.encode())
    lacking = "" if wished.owner and wished.email else ", điền cơ quan chủ quản và thư điện tử vào mkdocs.yml"
    click.echo(
        f"Đã lập trang trong «{folder}». Mời đọc «{folder / 'README.md'}»{lacking}; để xem trang: "
        f"bantin serve --root {folder}"
    )


@click.command(
    help="Sau khi cài phiên bản mới của chương trình: cho biết danh mục của gói có gì thêm, sửa, bỏ, và mục nào của "
    "trang đang thay mục của gói; rồi ghi nhớ phiên bản ấy."
)
@of_site
def upgrade(folders: Folders) -> None:
    """Say what changed since a site last looked."""
    from bantin.editors import upgrading  # noqa: PLC0415

    if not folders.builds_on_shipped:
        raise click.UsageError("Trang này dùng danh mục của riêng mình (mkdocs.yml không ghi shipped_lists: true).")
    before, now = upgrading.seen_last(folders.root), upgrading.seen_now(version("bantin"))
    if before:
        click.echo(f"Lần trước: phiên bản {before.version}. Đang cài: phiên bản {now.version}.")
        for line in tuple(upgrading.changes(before, now)) or ("Danh mục của gói không có gì khác lần trước.",):
            click.echo(line)
    else:
        click.echo(f"Chưa ghi nhớ phiên bản nào, nên chưa so được. Đang cài: phiên bản {now.version}.")
    for line in upgrading.standing_instead(upgrading.lists_in(folders.data / CATALOGUE), now):
        click.echo(line)
    write_whole(folders.root / upgrading.RECORD, upgrading.record(now).encode())
    click.echo(f"Đã ghi nhớ vào {upgrading.RECORD}. Mời chạy «bantin check» để xem số liệu với danh mục mới.")


def _refuse_nobody(wished: "first_site.Wished") -> None:
    """The command ends here where a site with a public address would name nobody who answers for it."""
    is_public = wished.address and not wished.address.startswith("/")
    said = {"--co-quan": wished.owner, "--thu-dien-tu": wished.email}
    if is_public and (lacking := [name for name, value in said.items() if not value]):
        raise click.UsageError(
            "Trang có địa chỉ công khai cần cho người đọc biết ai chịu trách nhiệm: mời thêm "
            f"{' và '.join(lacking)}, như --co-quan 'Sở Nội vụ tỉnh Đồng Tháp' --thu-dien-tu hop.thu@vi.du. "
            "Chưa biết thì bỏ --duong-dan, hoặc chỉ ghi đường dẫn như /cchc/."
        )
    if wished.email and "@" not in wished.email:
        raise click.UsageError(f"«{wished.email}» không phải là hộp thư, như hop.thu@vi.du.")


def _address(text: str) -> str:
    """A path or an address, with a slash at its end."""
    parts = urlsplit(text)
    is_known = (text.startswith("/") and not parts.netloc) or (parts.scheme in ("http", "https") and parts.netloc)
    if text and (not is_known or parts.query or parts.fragment):
        raise click.UsageError(f"«{text}» không phải là địa chỉ https://…/ hay đường dẫn như /cchc/.")
    return f"{text.rstrip('/')}/" if text else ""
