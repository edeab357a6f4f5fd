"""A file that is written whole or not at all: whoever reads it sees the old text or the new one."""

import errno
import os
import secrets
import stat
from pathlib import Path


class PublishError(Exception):
    """The new site does not take the place of the old one, which is untouched."""


def write_whole(path: Path, content: str | bytes, *, may_be_lost: bool = False) -> None:
    """The file holds `content`, text as UTF-8 with its own line ends; when that fails, it holds what it held before.

    What `may_be_lost` when the machine loses its power is not waited for.
    """
    target = Path(os.path.realpath(path))  # a link stays a link: what it leads to is replaced
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".bantin-{os.getpid()}-{secrets.token_hex(4)}")
    try:
        with temporary.open("xb") as file:
            file.write(as_bytes(content))
            file.flush()
            if not may_be_lost:
                os.fsync(file.fileno())
        if target.exists():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        os.replace(temporary, target)  # noqa: PTH105 - the tests let this one name fail
    finally:
        temporary.unlink(missing_ok=True)


def as_bytes(content: str | bytes) -> bytes:
    """What a file with this content holds: line ends stay as they are on every system."""
    return content if isinstance(content, bytes) else content.encode()


_REFUSALS = {
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EDQUOT: "đã dùng hết dung lượng được cấp",
    errno.EACCES: "không có quyền đọc hoặc ghi ở đó",
    errno.EPERM: "hệ thống không cho phép",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.ENOENT: "không có tệp hoặc thư mục ấy",
    errno.ENOTDIR: "một phần của đường dẫn là tệp, không phải thư mục",
    errno.EISDIR: "đó là thư mục, không phải tệp",
    errno.ENAMETOOLONG: "tên quá dài",
    errno.EMFILE: "máy đang mở quá nhiều tệp",
    errno.EBUSY: "chương trình khác đang giữ",
    errno.EIO: "ổ đĩa bị lỗi",
}


def refusal(error: OSError) -> str:
    """What the system refused, in a Vietnamese sentence with the path: «Không dùng được «site»: ổ đĩa đã đầy.»."""
    why = _REFUSALS.get(error.errno or 0, error.strerror or str(error))
    path = error.filename2 or error.filename
    where = f"Không dùng được «{os.fsdecode(path)}»" if path is not None else "Hệ thống không cho đọc hoặc ghi"
    return f"{where}: {why}."
