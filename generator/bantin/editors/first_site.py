"""The files that a site of one's own begins with; all of them are its owner's from then on."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from string import Template

import bantin
from bantin.editors import upgrading
from bantin.places import Unit
from bantin.vietnamese import date_text

_FILES = Path(bantin.__file__).parent / "first_site"
_PAGES = ("gioi-thieu.md", "huong-dan.md", "thuat-ngu.md")
HOSTS = {
    "github": ("github-actions.yml", ".github/workflows/ban-tin.yml", "GitHub"),
    "gitlab": ("gitlab-ci.yml", ".gitlab-ci.yml", "GitLab"),
}
"""Where repositories may lie: the workflow for each, what it is called there, and the name of the host."""
_NAME = "Bản tin Cải cách hành chính"


_PROVINCE = """\
      # Trang của riêng một tỉnh; bỏ dòng này thì trang có mọi tỉnh.
      province: {}
"""
_BASE_PATH = """\
      # Trang sẽ nằm dưới đường dẫn này; khi đã ghi site_url thì xóa.
      base_path: {}
"""
_OF_SAMPLE = "5. Thay tệp mẫu `{}` bằng số liệu đã công bố, hoặc xóa tệp ấy.\n"


@dataclass(frozen=True)
class Wished:
    """What is known of a site before there is anything of it."""

    version: str
    day: date
    province: Unit | None = None
    """The one province that it is about; None where it is about all."""
    address: str = ""
    """Its public address, or the path below which it will stand; «» where neither is known."""
    host: str = "github"
    owner: str = ""
    """The body that answers for it."""
    email: str = ""
    """Where readers write to."""

    @property
    def sample(self) -> str:
        """The file of the first bulletin; «» where the site is about no single province."""
        return f"data/{self.province.path}/{self.day.year}.yml" if self.province else ""


def files_of(wished: Wished) -> Iterator[tuple[PurePosixPath, str]]:
    """Every file by its path below the site's folder."""
    file, workflow, _ = HOSTS[wished.host]
    words = _words(wished)
    for name in ("mkdocs.yml", "README.md", "requirements.txt"):
        yield PurePosixPath(name), Template(_text(name)).substitute(words)
    yield PurePosixPath(".gitignore"), _text("gitignore")
    yield PurePosixPath(workflow), _text(f"ci/{file}")
    for name in ("data/README.md", *(f"content/{page}" for page in _PAGES)):
        yield PurePosixPath(name), _text(name)
    yield PurePosixPath(upgrading.RECORD), upgrading.record(upgrading.seen_now(wished.version))
    if wished.sample:
        yield PurePosixPath(wished.sample), Template(_text("sample.yml")).substitute(words)


def _words(wished: Wished) -> dict[str, str]:
    _, workflow, host = HOSTS[wished.host]
    unit, day, is_path = wished.province, wished.day, wished.address.startswith("/")
    return {
        "name": f"{_NAME} {unit.full_name}" if unit else _NAME,
        "address": "" if is_path else wished.address,
        "path": wished.address if is_path else "/",
        "base_path": _BASE_PATH.format(wished.address) if is_path and wished.address != "/" else "",
        "owner": _quoted(wished.owner),
        "email": _quoted(wished.email),
        "province": _PROVINCE.format(unit.path) if unit else "",
        "version": wished.version,
        "workflow": workflow,
        "host": host,
        "place": unit.path if unit else '"xã Vĩnh Thuận, An Giang"',
        "period": f"{day.year}-quy-{(day.month + 2) // 3}",
        "of_sample": _OF_SAMPLE.format(wished.sample) if wished.sample else "",
        "day": date_text(day),
        "scope": f"Toàn {unit.kind}" if unit else "",
    }


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)  # which is YAML


def _text(name: str) -> str:
    return (_FILES / name).read_text(encoding="utf-8")
