"""Files of a public site, read over HTTP as a reader's browser gets them; nothing is sent but the address.

What comes back is bytes from strangers: how many, how long and from where is bounded.
"""

import time
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from http.client import HTTPException, HTTPMessage, HTTPResponse
from ssl import SSLError
from typing import IO
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from bantin.publishing.build_info import LIMIT, Digest, digest_of
from bantin.writing import PublishError

PATIENCE = 20.0
"""Seconds that a server may be silent."""
LONGEST = 120.0
"""Seconds that one file may take."""
_CHUNK = 65_536
_UNSAFE = "máy chủ chuyển sang một địa chỉ không an toàn"


@dataclass(frozen=True)
class Unread:
    """A file that a server did not give."""

    why: str
    is_missing: bool = False


@dataclass(frozen=True)
class Answer:
    """A file as a server gave it."""

    content: bytes
    """Its bytes, unpacked where the server packed them."""
    digests: frozenset[Digest]
    """What it is known by, packed and unpacked: a file that is packed itself may be sent as such."""
    written: datetime | None
    of_site: "Address"
    """Where the site is that it came from, after all redirections."""


@dataclass(frozen=True)
class Address:
    """Where a site is."""

    url: str

    @classmethod
    def of(cls, url: str) -> "Address":
        """The address of a site as somebody typed it; PublishError where it is none."""
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise PublishError(f"«{url}» không phải là địa chỉ http hay https của một trang.")
        if parts.username is not None or parts.password is not None or parts.query or parts.fragment:
            raise PublishError("Địa chỉ của trang không được kèm tên đăng nhập, mật khẩu, dấu ? hay dấu #.")
        return cls(urlunsplit((parts.scheme, parts.netloc, parts.path.removesuffix("index.html").rstrip("/"), "", "")))

    def read(self, path: str, size: int = LIMIT) -> Answer | Unread:
        """The file at a path, a page by the address its readers know; no more of it than a little over `size` bytes."""
        page = path.removesuffix("index.html") if path.rpartition("/")[2] == "index.html" else path
        request = Request(f"{self.url}/{quote(page, errors='surrogatepass')}", headers={"User-Agent": "bantin"})  # noqa: S310 - http alone, see Address.of
        try:
            with build_opener(_Careful).open(request, timeout=PATIENCE) as response:
                raw = _bytes_of(response, size)
                return self._answer(response, raw, path=page, size=size)
        except HTTPError as error:
            error.close()
            return Unread(f"máy chủ trả lời {error.code}", is_missing=error.code in (404, 410))
        except URLError as error:
            return Unread(_why(error))
        except (OSError, HTTPException, ValueError):
            return Unread("máy chủ không trả lời hết")

    def _answer(self, response: HTTPResponse, raw: bytes, *, path: str, size: int) -> Answer:
        packed = response.headers.get("Content-Encoding", "").strip().lower() in ("gzip", "x-gzip", "deflate")
        content = _unpacked(raw, size) if packed else raw
        asked = quote(path, errors="surrogatepass")
        base = response.url.removesuffix(asked).rstrip("/") if response.url.endswith(f"/{asked}") else self.url
        return Answer(content, frozenset({digest_of(raw), digest_of(content)}), _written(response), Address(base))


class _Careful(HTTPRedirectHandler):
    """Follows a redirection to another address of the web, never from https back to http."""

    def redirect_request(  # noqa: PLR0917 - the library calls it so
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        scheme = urlsplit(newurl).scheme
        if scheme != "https" and not (scheme == "http" and urlsplit(req.full_url).scheme == "http"):
            raise URLError(_UNSAFE)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _unpacked(raw: bytes, size: int) -> bytes:
    """Bytes that a server says it packed; as they are where it did not."""
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 32).decompress(raw, size + 1)
    except zlib.error:
        return raw


def _why(error: URLError) -> str:
    if error.reason == _UNSAFE:
        return _UNSAFE
    return "kết nối an toàn bị lỗi" if isinstance(error.reason, SSLError) else "máy chủ không trả lời"


def _bytes_of(response: HTTPResponse, size: int) -> bytes:
    """What a server sends, up to a little more than was expected: then it is another file anyway."""
    end, parts, left = time.monotonic() + LONGEST, [], size + _CHUNK
    while left > 0 and (part := response.read1(min(left, _CHUNK))):
        parts.append(part)
        left -= len(part)
        if time.monotonic() > end:
            raise TimeoutError
    return b"".join(parts)


def _written(response: HTTPResponse) -> datetime | None:
    try:
        moment = parsedate_to_datetime(response.headers.get("Last-Modified", ""))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
