"""Pictures that editors attach, as a phone needs them: small, upright, in sRGB and silent about who took them where.

A picture is decoded and encoded anew, so that only its pixels are published. Where its own pixels are already packed
tighter, they are copied and everything around them is left out.
"""

from dataclasses import dataclass, replace

from bantin.model import PICTURES, Fault, mismatch, suffix_of
from bantin.problems import excerpt
from bantin.reading.attached.containers import bare
from bantin.reading.attached.encodings import encoded, on_white, saved
from bantin.reading.attached.pixels import SHRINK, Decoded, pixels_of, resized

LARGEST = 30
"""Megabytes."""
PHONE, WIDE_ENOUGH = 640, 800
"""How wide a picture is made for phones, where it is wider than the second."""
_LIGHTER = 0.7
_HEAVY = 300_000  # bytes; a photo that weighs more as PNG or WebP is tried as JPEG


@dataclass(frozen=True, slots=True)
class Smaller:
    """A picture once more, as wide as a phone shows it."""

    name: str
    content: bytes
    width: int


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is published."""

    name: str
    """The name of the file; a heavy «anh.png» is published as «anh.png.jpg»."""
    content: bytes
    width: int
    height: int
    smaller: Smaller | None = None
    """Only where it weighs much less."""


def picture(content: bytes, name: str) -> Picture | Fault:
    """The picture to publish for a file beside a text, or why there is none; the same bytes for the same file."""
    if len(content) > LARGEST * 1024**2:
        message = f"Ảnh {excerpt(name)} nặng hơn {LARGEST} MB."
        return Fault("picture-too-large", message, SHRINK)
    wrong = mismatch(content, name)
    if wrong or suffix_of(name) not in PICTURES:
        elsewhere = (f"{excerpt(name)} không phải là ảnh.", "Tài liệu thì đặt liên kết trong bài viết.")
        return Fault("picture-unreadable", *(wrong or elsewhere))
    found = pixels_of(content, name)
    return found if isinstance(found, Fault) else _published(found, content, name=name)


def _published(found: Decoded, content: bytes, *, name: str) -> Picture:
    smallest = min(encoded(found), key=len)
    own = bare(content, found.format, size=found.image.size) if found.is_untouched else b""
    if own and len(own) < len(smallest) and _same_pixels(own, found, name=name):
        smallest = own
    if found.format in {"PNG", "WEBP"} and len(smallest) > _HEAVY:
        photo = saved(on_white(found.image), "JPEG")
        if len(photo) < len(smallest):
            name, smallest = f"{name}.jpg", photo
    return Picture(name, smallest, *found.image.size, _smaller(found, name, than=len(smallest)))


def _smaller(found: Decoded, name: str, *, than: int) -> Smaller | None:
    """«anh.jpg» as «anh.640.jpg»: no file of an editor has a point in its name."""
    width, height = found.image.size
    if width <= WIDE_ENOUGH:
        return None
    stem, _, end = name.rpartition(".")
    small = replace(found, image=resized(found.image, (PHONE, max(1, round(height * PHONE / width)))))
    content = saved(on_white(small.image), "JPEG") if end == "jpg" else min(encoded(small), key=len)
    return Smaller(f"{stem}.{PHONE}.{end}", content, PHONE) if len(content) < than * _LIGHTER else None


def _same_pixels(bare: bytes, found: Decoded, *, name: str) -> bool:
    again = pixels_of(bare, name)
    if isinstance(again, Fault) or again.image.mode != found.image.mode:
        return False
    return again.image.size == found.image.size and again.image.tobytes() == found.image.tobytes()
