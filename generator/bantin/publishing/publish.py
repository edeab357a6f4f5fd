"""A finished build becomes the site that is looked at, whole or not at all, and nothing that is not ours is lost.

A build works in a workshop beside the live site. `marker` knows which files there are ours, `workshop` who else is
building, and `swap` how the new site takes the place of the old one.
"""

import os
import shutil
import tempfile
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bantin.publishing.releases import settle, take_spare
from bantin.publishing.reuse import Live, live, make_folders, shared
from bantin.publishing.swap import readable_files, take_place
from bantin.publishing.workshop import Ticket, clear_after_older_versions, door, draw, workshop_for
from bantin.writing import PublishError, as_bytes

__all__ = ["Replacement", "begin", "replacing", "write_files"]

BUSY = (
    "Một lần dựng khác của trang này đang chạy. Lần dựng này vẫn tiếp tục; "
    "trang của lần nào bắt đầu sau cùng sẽ được giữ."
)


class Replacement:
    """A build on its way to become a site; `publish` or `abandon` ends it."""

    def __init__(self, site: Path, ticket: Ticket, *, before: Live, remarks: tuple[str, ...]) -> None:
        self.new = ticket.corner / "new"
        """The folder to build into …"""
        self.made = ticket.corner / "made"
        """… and, for a build that shares files with the live site, what it makes until it is joined to them."""
        self.remarks = remarks
        """Sentences for whoever runs the build."""
        self.kept: tuple[str, ...] = ()
        """What else lies in the site's folder and stays, known once this is published."""
        self.lost = ""
        """Why the site that went could not be kept, in a sentence, once this is published; «» where it was."""
        self.untouched: Mapping[str, os.stat_result] = {}
        """The files that `reuse` has put into the new site and that look as in the live one, and how."""
        self._site, self._ticket, self._before = site, ticket, before
        self._shares = False
        self._had = frozenset[str]()
        self._files: frozenset[str] | None = None

    @property
    def live(self) -> Path:
        """The folder of the site that is looked at."""
        return self._site

    @property
    def status(self) -> Mapping[str, os.stat_result]:
        """How the files of the live site look that an earlier build wrote."""
        return self._before.standing.status

    def reuse(self, paths: Iterable[str]) -> frozenset[str]:
        """Files of the live site are in the new one as they are; comes back with those that could not be had.

        They are the same files on the disk where that can be, so nothing may write into them: a file of `new` is
        replaced or left alone. It is quickest when `new` is empty. The answer holds for the site that was there when
        the build began. Of an earlier answer only what is wanted again stays.
        """
        wanted = frozenset(paths)
        for path in self._had - wanted:
            (self.new / path).unlink()
        self._shares = True
        spare = None if any(self.new.iterdir()) else take_spare(self._ticket.corner)
        had, untouched = shared(self._before, self.new, wanted - self._had, spare=spare)
        kept = {path: status for path, status in self.untouched.items() if path in wanted}
        self._had, self.untouched = (self._had & wanted) | had, {**kept, **untouched}
        return wanted - self._had

    def join(self) -> None:
        """What was made is in `new` beside what is shared there; nothing else is."""
        if self._had:
            made = readable_files(self.made)
            make_folders(self.new, made)
            for path in made:
                os.replace(f"{self.made}/{path}", f"{self.new}/{path}")  # noqa: PTH105 - of 20,000 files
            self._files = self._had | made
        else:
            shutil.rmtree(self.new)
            self.made.rename(self.new)

    def publish(self, build: int | None = None) -> tuple[str, ...]:
        """The new site is in its place, the old one a release; comes back with the names of what else stays there.

        `build` is the number of the build that made it, where it was published before.
        """
        try:
            with door(self._ticket.workshop):
                if self._ticket.is_overtaken:
                    raise PublishError(
                        f"Một lần dựng bắt đầu sau lần này đã đăng xong trang vào «{self._site}»; "
                        "trang mới hơn đó được giữ nguyên."
                    )
                self._ticket.announce(build)
                old, before = self._ticket.corner / "old", self._before.known
                placed = take_place(self.new, self._site, old=old, files=self._files, before=before)
                self.kept, self.lost = placed.foreign, settle(self._ticket.corner, left=placed.left, spare=self._shares)
        finally:
            self.abandon()
        return self.kept

    def abandon(self) -> None:
        """Nothing of this build is left; a site that it has published stays."""
        self._ticket.give_back()


def begin(site_dir: Path, sources: Collection[Path]) -> Replacement:
    """A new folder to build into, for the site at `site_dir`; PublishError where a site must not be or go."""
    site = _followed(site_dir)
    _refuse(site, sources)
    before = live(site)
    clear_after_older_versions(site)
    ticket, is_busy = draw(workshop_for(site), site)
    return Replacement(site, ticket, before=before, remarks=(BUSY,) if is_busy else ())


@contextmanager
def replacing(site_dir: Path, sources: Collection[Path]) -> Iterator[Replacement]:
    """A build that is published when the block ends well, and abandoned otherwise."""
    replacement = begin(site_dir, sources)
    try:
        yield replacement
        replacement.publish()
    finally:
        replacement.abandon()


def write_files(files: Iterable[tuple[str, str | bytes]], out: Path) -> None:
    """Files in a folder that is new or empty, all of them or none; PublishError where it is neither."""
    if os.path.lexists(out) and (not out.is_dir() or any(out.iterdir())):
        raise PublishError(f"«{out}» đã có ở đó và không trống. Mời chọn một thư mục mới hoặc còn trống.")
    out = Path(os.path.realpath(out))
    beside = out if out.exists() else out.parent  # a folder that is there may be a mount of its own
    beside.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".bantin-", dir=beside) as temporary:
        whole = Path(temporary, "new")
        whole.mkdir()
        for name, content in files:
            target = whole / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(as_bytes(content))
        if beside == out:
            _move_all(whole, out)
        else:
            whole.rename(out)


def _move_all(source: Path, target: Path) -> None:
    with ExitStack() as undo:
        for path in sorted(source.iterdir()):
            undo.callback(_remove, target / path.name)
            path.rename(target / path.name)
        undo.pop_all()


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


def _followed(site_dir: Path) -> Path:
    """The real folder that a path leads to, which need not be there."""
    absolute = site_dir.absolute()
    for path in (absolute, *absolute.parents):
        if path.is_symlink() and not path.exists():
            raise PublishError(
                f"«{path}» là một liên kết dẫn đến nơi không có. "
                "Mời tạo thư mục mà liên kết dẫn đến, hoặc chọn thư mục khác cho trang."
            )
    return Path(os.path.realpath(absolute))


def _refuse(site: Path, sources: Collection[Path]) -> None:
    """PublishError where a site must never be, whatever lies there."""
    if site == site.parent or any(_is_same(site, home) for home in _homes()):
        raise PublishError(f"«{site}» không thể là thư mục của trang. Mời chọn một thư mục con, như «{site / 'site'}».")
    for source in sources:
        # Also the folder that a link lies in would lose its source.
        for place in {Path(os.path.realpath(source)), Path(os.path.realpath(source.parent), source.name)}:
            if _is_within(site, place) or _is_within(place, site):
                raise PublishError(
                    f"Trang không thể dựng vào «{site}», vì đó là nơi có các tệp nguồn ở «{source}». "
                    "Mời chọn thư mục khác cho trang, như «site»."
                )
    inside = any(part.casefold() == ".git" for part in site.parts)
    if inside or os.path.lexists(site / ".git"):
        raise PublishError(
            f"Trang không thể dựng vào «{site}», vì ở đó có «.git», nơi Git giữ mọi phiên bản của các tệp. "
            "Mời chọn thư mục khác cho trang, như «site»."
        )


def _homes() -> tuple[Path, ...]:
    try:
        return (Path.home(),)
    except RuntimeError:  # this account has none
        return ()


def _is_within(path: Path, folder: Path) -> bool:
    """Whether a path is a folder or lies in it; where capital letters do not count, the system knows."""
    return any(_is_same(place, folder) for place in (path, *path.parents))


def _is_same(one: Path, other: Path) -> bool:
    return one == other or (one.exists() and other.exists() and one.samefile(other))
