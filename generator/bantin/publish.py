"""A finished build becomes the site that is looked at, whole or not at all.

A build writes beside the live site. Only a build that succeeded and looks like a site takes its place, by two renames;
when the second fails, the first is undone.
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

from bantin.articles import is_article


class PublishError(Exception):
    """The new site does not take the place of the old one, which is untouched."""


@contextmanager
def replacing(site_dir: Path) -> Iterator[Path]:
    """A new folder beside `site_dir` to build into; it takes the place of `site_dir` when the block ends well."""
    if not is_replaceable(site_dir):
        raise PublishError(f"Thư mục «{site_dir}» có tệp khác, không phải là trang đã dựng. Hãy chọn thư mục khác.")
    site_dir.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{site_dir.name}-", dir=site_dir.parent) as beside:
        new = Path(beside) / "new"
        new.mkdir()
        yield new
        if not (new / "index.html").is_file():
            raise PublishError("Trang vừa dựng không có trang chủ; trang cũ được giữ nguyên.")
        _swap(new, site_dir, Path(beside) / "old")


def is_replaceable(site_dir: Path) -> bool:
    """Whether a folder may be replaced: it is not there, is empty, or holds a site."""
    if not site_dir.exists():
        return True
    return site_dir.is_dir() and ((site_dir / "index.html").is_file() or not any(site_dir.iterdir()))


def write_files(files: dict[str, str], content: Path, out: Path) -> None:
    """Generated files, and beside them what people put into content/, into a folder that is new or empty."""
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise PublishError(f"Thư mục «{out}» đã có tệp. Hãy chọn thư mục khác hoặc xóa thư mục đó trước.")
    out.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        target = out / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")
    if content.is_dir():
        for path in sorted(content.rglob("*")):
            target = out / path.relative_to(content)
            written = is_article(PurePosixPath("content", path.relative_to(content).as_posix()))
            if path.is_file() and not path.is_symlink() and not target.exists() and not written:
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)


def _swap(new: Path, site_dir: Path, old: Path) -> None:
    new.chmod(0o755)
    if site_dir.exists():
        site_dir.replace(old)
    try:
        new.replace(site_dir)
    except OSError:
        if old.exists():
            old.replace(site_dir)
        raise
