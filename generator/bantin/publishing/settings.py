"""What every site of ours needs of MkDocs' settings, so that mkdocs.yml need not say it; and what none can ask for.

The settings come as the mapping that MkDocs makes of them: nothing here imports it.
"""

import logging
import re
from collections.abc import Collection, Mapping, MutableMapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from bantin.folders import PLUGIN
from bantin.vietnamese import heading_id

THEME = "bantin"
THEME_FOLDER = Path(__file__).parent.parent / "theme"
EXTENSIONS: Mapping[str, Mapping[str, object]] = {
    "attr_list": {},
    "md_in_html": {},
    "toc": {"toc_depth": 3, "slugify": heading_id},
}
"""The extensions of Markdown that our pages are written for, and their options."""
NAV = ["index.md"]
"""No navigation tree: it would be rendered on every page and tie every page to all others.

Menus and breadcrumbs come from each page's front matter, so any subset of pages can be built alone. Then MkDocs cannot
check the links to pages outside the subset, and the finished site is checked as a whole instead.
"""
_UNASKED = {
    "nav": {"omitted_files": logging.INFO, "not_found": logging.WARNING},
    "links": {
        "not_found": logging.WARNING,
        "absolute_links": logging.INFO,
        "unrecognized_links": logging.INFO,
    },
}
"""How loudly MkDocs speaks of what it checks where a site has not said it."""
_UNANSWERED = """\
Trang có địa chỉ công khai (site_url) mà chưa ghi {}, nên người đọc không biết ai chịu trách nhiệm, báo sai cho ai. \
Trong tệp cài đặt, xin ghi:

plugins:
  - {}:
      owner:
        name: Tên cơ quan
        email: hộp thư     # hoặc phone: số điện thoại
"""
_OF_MATERIAL = ("palette", "features")
"""What Material's script does: no page of ours loads it."""
_BLOG = "tự viết tệp vào thư mục bài viết và đòi cách đặt tên khác"
_NOT_BESIDE = {"material/blog": _BLOG, "blog": _BLOG}
"""Plugins that cannot work beside ours, and why."""


def complete(settings: MutableMapping[str, Any]) -> None:
    """Adds what our pages need where a site has not said otherwise."""
    for name, options in EXTENSIONS.items():
        if name not in settings["markdown_extensions"]:
            settings["markdown_extensions"].append(name)
        settings["mdx_configs"][name] = {**options, **settings["mdx_configs"].get(name, {})}
    settings["nav"] = NAV
    for part, checks in _UNASKED.items():
        levels = settings["validation"][part]
        levels.update({check: logging.DEBUG for check, unasked in checks.items() if levels[check] == unasked})


def unanswered(address: object, owner: Mapping[str, Any]) -> str:
    """Why nobody answers for a site at its public address, in a sentence; «» where somebody does, or none is set."""
    said = {key for key, value in owner.items() if str(value).strip()}
    lacking = ["tên cơ quan chủ quản"] if "name" not in said else []
    lacking += ["thư điện tử hay điện thoại"] if not said & {"email", "phone"} else []
    return _UNANSWERED.format(" và ".join(lacking), PLUGIN) if address and lacking else ""


def misplaced(address: object, base_path: str) -> str:
    """Why a site cannot stand below this path, in a sentence; «» where it can."""
    if base_path and not re.fullmatch(r"/(?:[\w.~%+-]+/)*", f"{base_path.rstrip('/')}/"):
        return f"«{base_path}» (base_path) không phải là đường dẫn như /cchc/. Xin sửa trong tệp cài đặt."
    if base_path and address and urlsplit(str(address)).path.strip("/") != base_path.strip("/"):
        return f"Địa chỉ «{address}» (site_url) không nằm ở «{base_path}» (base_path). Xin bỏ base_path."
    return ""


def refusal_of(settings: Mapping[str, Any], theme_folders: Collection[str]) -> str:
    """Why a site cannot have these settings, in a sentence; «» where it can."""
    if str(THEME_FOLDER) not in theme_folders:
        return (
            f"Trang này ghi giao diện «{settings['theme'].name}», nhưng giao diện của các trang nay có sẵn trong gói, "
            f"tên là «{THEME}». Xin ghi «theme: {THEME}» trong tệp cài đặt; thư mục theme_overrides chỉ giữ những gì "
            "trang này muốn khác đi, các tệp chép từ gói thì xin xóa."
        )
    if asked := [name for name in _OF_MATERIAL if settings["theme"].get(name)]:
        return (
            f"Trang này ghi {' và '.join(asked)} dưới theme trong tệp cài đặt, là lựa chọn của giao diện Material mà "
            "các trang ở đây không có. Xin bỏ; màu của đơn vị ghi ở mục colours của plugin "
            f"«{PLUGIN}», cỡ chữ và tương phản do người đọc tự chọn."
        )
    if not settings["use_directory_urls"]:
        return (
            "Trang này không dựng được với use_directory_urls: false (plugin offline cũng đặt như thế), vì địa chỉ "
            "của mỗi trang là một thư mục. Xin bỏ dòng ấy, hoặc bỏ plugin ấy, trong tệp cài đặt."
        )
    for name, why in _NOT_BESIDE.items():
        if name in settings["plugins"]:
            return f"Plugin «{name}» không dùng được cùng «{PLUGIN}»: plugin ấy {why}. Xin bỏ plugin ấy."
    if any(name.rpartition("/")[2] == "search" for name in settings["plugins"]):
        return (
            "Các trang này có ô tìm kiếm của mình, không cần plugin «search». "
            "Xin bỏ dòng «- search» dưới plugins trong tệp cài đặt."
        )
    if settings["nav"] not in (None, NAV):
        return (
            "Mục nav trong tệp cài đặt, hoặc của một plugin, không có chỗ dùng: danh mục ở mỗi trang được làm từ số "
            "liệu và bài viết. Xin bỏ mục ấy."
        )
    if settings["mdx_configs"].get("toc", {}).get("slugify") not in (None, heading_id):
        return (
            "Tệp cài đặt đặt slugify riêng cho phần mở rộng toc, nên các liên kết đến đề mục sẽ không còn đúng. "
            "Xin bỏ dòng ấy."
        )
    return ""
