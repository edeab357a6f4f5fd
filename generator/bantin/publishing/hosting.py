"""What a server should say with the files of a site, in the words of several: `_headers`, nginx, Apache.

`_headers` lies where Netlify and Cloudflare Pages read it and is sent to nobody. The others are files of the site too,
so that they come to the server with the pages they speak of, and say the same.
"""

import re
from collections.abc import Iterable, Mapping
from urllib.parse import quote, unquote, urlsplit

from bantin.publishing.policy import Allowed, policy

HEADERS = "_headers"
NGINX, APACHE = "may-chu/nginx.conf", "may-chu/apache.conf"
UNSENT = frozenset({HEADERS})
"""What hosts read and do not hand out."""
_LASTING = re.compile(r"\.[0-9a-f]{8}\.(?:[a-z0-9]+\.)*[a-z0-9]+")
_FOR_EVER = "public, max-age=31536000, immutable"
_ASKED_AGAIN = "no-cache"
_UNUSED = (
    "accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone", "midi",
    "payment", "usb",
)  # fmt: skip
"""What no page of ours asks of a device."""


def has_digest(path: str) -> bool:
    """Whether a file of the package bears a digest of what it holds in its name: another content has another name."""
    return _LASTING.search(path) is not None


def hosting_files(allowed: Allowed, lasting: Iterable[str], site_url: str) -> dict[str, str]:
    """The files by their paths. `allowed` is what any page needs, `lasting` are files that never change."""
    base = f"/{unquote(urlsplit(site_url).path).strip('/')}/".replace("//", "/")
    said, files = _said(allowed), sorted(lasting)
    return {
        HEADERS: _netlify(said, base, files),
        NGINX: _nginx(said, base, files),
        APACHE: _apache(said, base, files),
    }


def _said(allowed: Allowed) -> dict[str, str]:
    return {
        "Content-Security-Policy": policy(allowed, in_header=True),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _UNUSED),
    }


def _netlify(said: Mapping[str, str], base: str, files: Iterable[str]) -> str:
    """Rules that match one file are joined by these hosts, so that only files that last get a rule for keeping."""
    rules = {f"{quote(base)}*": said}
    rules |= {quote(f"{base}{path}"): {"Cache-Control": _FOR_EVER} for path in files}
    blocks = ["".join([f"{path}\n", *(f"  {name}: {value}\n" for name, value in rule.items())])
              for path, rule in rules.items()]  # fmt: skip
    return (
        "# Do chương trình Bản tin CCHC viết ra; Netlify và Cloudflare Pages đọc tệp này ở thư mục gốc được đăng.\n"
        "# Tệp không nêu dưới đây được hỏi lại máy chủ mỗi lần mở: hai nơi ấy vốn đã làm như vậy.\n\n"
        + "\n".join(blocks)
    )


def _nginx(said: Mapping[str, str], base: str, files: list[str]) -> str:
    lasting = f'if ($uri ~ "{_pattern(base, files)}") {{ set $bantin_giu "{_FOR_EVER}"; }}\n' if files else ""
    place = "server" if base == "/" else f"location {base}"
    return (
        f"# Do chương trình Bản tin CCHC viết ra. Trong khối {place} của trang này, xin ghi:\n"
        f"#     include /đường/dẫn/đến/trang/{NGINX};\n"
        "# Khối location nào ở trong có add_header riêng thì nginx bỏ mọi dòng ở ngoài: ghi lại dòng include vào đó.\n"
        f'set $bantin_giu "{_ASKED_AGAIN}";\n{lasting}'
        + "".join(f'add_header {name} "{value}" always;\n' for name, value in said.items())
        + "add_header Cache-Control $bantin_giu;\n"
    )


def _apache(said: Mapping[str, str], base: str, files: list[str]) -> str:
    lasting = (
        f'<LocationMatch "{_pattern(base, files)}">\n  Header set Cache-Control "{_FOR_EVER}"\n</LocationMatch>\n'
        if files
        else ""
    )
    return (
        "# Do chương trình Bản tin CCHC viết ra. Cần mô-đun headers (a2enmod headers). Trong VirtualHost, xin ghi:\n"
        f"#     Include /đường/dẫn/đến/trang/{APACHE}\n"
        f'<Location "{base}">\n'
        + "".join(f'  Header always set {name} "{value}"\n' for name, value in said.items())
        + f'  Header set Cache-Control "{_ASKED_AGAIN}"\n</Location>\n{lasting}'
    )


def _pattern(base: str, files: Iterable[str]) -> str:
    return f"^{re.escape(base)}(?:{'|'.join(map(re.escape, files))})$"
