"""Pictures that editors attach, as a phone needs them: small, upright, in sRGB and silent about who took them where.

A picture is decoded and encoded anew, so that only its pixels are published. Where its own pixels are already packed
tighter, they are copied and everything around them is left out.
"""

import re
import struct
import warnings
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from bantin.model import PICTURES, Fault, mismatch, suffix_of
from bantin.problems import excerpt

# Pillow takes a while to import, and most runs meet no picture: each function that needs it imports it.
if TYPE_CHECKING:
    from PIL import Image

LARGEST = 30
"""Megabytes."""
LONGEST_SIDE = 1280
_MOST_PIXELS = 100_000_000
_MOST_SCANS = 100
_HEAVY = 300_000  # bytes; a photo that weighs more as PNG or WebP is tried as JPEG
_OPTIONS: dict[str, dict[str, int | bool]] = {
    "JPEG": {"quality": 80, "progressive": True, "optimize": True},
    "PNG": {"compress_level": 7},  # 9 takes ten times as long on a photo and saves a chart 2 %
    "WEBP": {"quality": 80},
    # By default the tiles of an AVIF picture, and so its bytes, depend on how many processors there are.
    "AVIF": {"quality": 60, "max_threads": 1, "autotiling": False},
}

_DAMAGE = (
    OSError,  # cut off, unknown to the decoder, a damaged stream
    SyntaxError,  # Pillow's word for a damaged header
    ValueError,  # sizes and texts that cannot be; text chunks that unpack to too much
    TypeError,  # tags of an unexpected type
    LookupError,  # a header that ends early, an unknown mode
    ArithmeticError,  # sizes beyond the machine's, a resolution divided by zero
    EOFError,
    RuntimeError,  # the AVIF and WebP decoders
    MemoryError,
    struct.error,
    zlib.error,
)
"""What Pillow raises on files that are cut off, damaged or made to hurt, by its source and by fuzzing."""

_TURNS = {  # EXIF's orientation, as Pillow calls what undoes it
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}
_ORIENTATION = 0x0112

# Inside the coded pixels FF is followed by 00 or a restart marker; FF FF only fills; FF 01 is a marker without content.
_JPEG_MARKER = re.compile(rb"\xff[^\x00\x01\xff\xd0-\xd7]", re.DOTALL)
_SCAN, _END = 0xDA, 0xD9
_JPEG_KEPT = {0xDB, 0xC4, 0xC0, 0xC1, 0xC2, 0xDD, _SCAN}  # tables, frame, restarts, pixels
_JPEG_RARE = {0xC3, *range(0xC5, 0xD0)}  # frames that browsers do not show
_JFIF = b"\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
_PNG_KEPT = {b"IHDR", b"PLTE", b"tRNS", b"IDAT"}
_PNG_END = b"\0\0\0\0IEND\xaeB`\x82"
_WEBP_ALPHA = 0x10


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is published."""

    name: str
    """The name of the file; a heavy «anh.png» is published as «anh.png.jpg»."""
    content: bytes
    width: int
    height: int


@dataclass(frozen=True)
class _Decoded:
    image: "Image.Image"
    """8 bits a channel: L, RGB or RGBA, with nothing in its `info`."""
    format: str
    is_untouched: bool
    """Whether these are the pixels of the file: nothing was shrunk, turned or recoloured."""
    had_palette: bool


def picture(content: bytes, name: str) -> Picture | Fault:
    """The picture to publish for a file beside a text, or why there is none; the same bytes for the same file."""
    if len(content) > LARGEST * 1024**2:
        message = f"Ảnh {excerpt(name)} nặng hơn {LARGEST} MB."
        return Fault("picture-too-large", message, "Thu nhỏ ảnh còn khoảng 2000 điểm ảnh mỗi chiều rồi lưu lại.")
    wrong = mismatch(content, name)
    if wrong or suffix_of(name) not in PICTURES:
        elsewhere = (f"{excerpt(name)} không phải là ảnh.", "Tài liệu thì đặt liên kết trong bài viết.")
        return Fault("picture-unreadable", *(wrong or elsewhere))
    found = _decoded(content, name)
    return found if isinstance(found, Fault) else _published(found, content, name)


def _decoded(content: bytes, name: str) -> _Decoded | Fault:
    from PIL import Image  # noqa: PLC0415

    kind = PICTURES[suffix_of(name)]
    if kind == "JPEG" and sum(marker == _SCAN for marker, _ in _segments(content)) > _MOST_SCANS:
        return _damaged(name)  # each scan goes over all pixels again: a small file may take hours
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # odd metadata, large sizes: we drop the one and judge the other
        try:
            with Image.open(BytesIO(content), formats=[kind]) as image:
                width, height = image.size
                return _too_many_pixels(name) if width * height > _MOST_PIXELS else _normal(image, kind)
        except Image.DecompressionBombError:
            return _too_many_pixels(name)
        except _DAMAGE:
            return _damaged(name)


def _normal(image: "Image.Image", kind: str) -> _Decoded:
    from PIL import Image  # noqa: PLC0415

    original, mode = image.size, image.mode
    size = _fitting(*original)
    image.draft(None, size)  # JPEG is decoded at a half, a quarter or an eighth where that is still large enough
    image.load()
    turn, profile = _turn(image), image.info.get("icc_profile")
    image = _plain(image)
    if image.size != size:
        image = image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    if profile:
        image = _in_srgb(image, profile)
    if image.mode == "CMYK":
        image = image.convert("RGB")
    if turn:
        image = image.transpose(Image.Transpose[turn])
    image.info.clear()
    is_untouched = size == original and not profile and not turn and mode not in {"CMYK", "I;16"}
    return _Decoded(image, kind, is_untouched, had_palette=mode == "P")


def _fitting(width: int, height: int) -> tuple[int, int]:
    longest = max(width, height)
    if longest <= LONGEST_SIDE:
        return width, height
    return max(1, round(width * LONGEST_SIDE / longest)), max(1, round(height * LONGEST_SIDE / longest))


def _turn(image: "Image.Image") -> str:
    try:
        orientation = image.getexif().get(_ORIENTATION)
    except _DAMAGE:
        return ""  # the pixels are sound
    return _TURNS.get(orientation, "") if isinstance(orientation, int) else ""


def _plain(image: "Image.Image") -> "Image.Image":
    """The image with 8 bits a channel and its transparency in a channel: L, RGB, RGBA or CMYK."""
    if image.mode == "I;16":
        return image.point(lambda value: value * (1 / 256)).convert("L")  # a mere conversion cuts off instead
    if image.mode in {"L", "RGB", "CMYK"} and "transparency" not in image.info:
        return image.copy()
    if image.mode == "RGBA" or image.has_transparency_data:
        return image.convert("RGBA")
    return image.convert("L" if image.mode == "1" else "RGB")


def _in_srgb(image: "Image.Image", profile: bytes) -> "Image.Image":
    """The image in the colours of the web; unchanged where the profile is damaged or for another kind of picture."""
    from PIL import ImageCms  # noqa: PLC0415

    mode = "RGBA" if image.mode == "RGBA" else "RGB"
    try:
        embedded = ImageCms.ImageCmsProfile(BytesIO(profile))
        converted = ImageCms.profileToProfile(image, embedded, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, *_DAMAGE):
        return image
    return image if converted is None else converted.convert("L") if image.mode == "L" else converted


def _published(found: _Decoded, content: bytes, name: str) -> Picture:
    smallest = min(_encoded(found), key=len)
    bare = _bare(content, found) if found.is_untouched else b""
    if bare and len(bare) < len(smallest) and _same_pixels(bare, found, name):
        smallest = bare
    if found.format in {"PNG", "WEBP"} and len(smallest) > _HEAVY:
        photo = _saved(_on_white(found.image), "JPEG")
        if len(photo) < len(smallest):
            name, smallest = f"{name}.jpg", photo
    return Picture(name, smallest, *found.image.size)


def _encoded(found: _Decoded) -> Iterator[bytes]:
    """The picture in its own format, in each of the ways worth trying."""
    from PIL import Image  # noqa: PLC0415

    if found.format != "PNG":
        yield _saved(found.image, found.format)
    else:
        narrow = _narrowed(found.image)
        yield _saved(narrow, "PNG")
        if narrow.mode == "P":  # which is not always shorter
            yield _saved(found.image, "PNG")
        if found.had_palette and narrow.mode == "RGB":  # shrinking mixed its few colours into many
            yield _saved(narrow.quantize(256, dither=Image.Dither.NONE), "PNG")


def _narrowed(image: "Image.Image") -> "Image.Image":
    """The same pixels without transparency, colours or shades that none of them has."""
    from PIL import Image, ImageChops  # noqa: PLC0415

    if image.mode == "RGBA" and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("RGB")
    if image.mode != "L":
        red, green, blue = image.split()[:3]
        if not ImageChops.difference(red, green).getbbox() and not ImageChops.difference(red, blue).getbbox():
            image = image.convert("LA" if image.mode == "RGBA" else "L")
    few = {"RGB": 256, "L": 16}.get(image.mode, 0)
    if few and image.getcolors(few):
        flat = image.convert("RGB").quantize(few, dither=Image.Dither.NONE)
        return flat if flat.convert(image.mode).tobytes() == image.tobytes() else image
    return image


def _on_white(image: "Image.Image") -> "Image.Image":
    from PIL import Image  # noqa: PLC0415

    if image.mode != "RGBA":
        return image
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A"))
    return white


def _saved(image: "Image.Image", format: str) -> bytes:
    stream = BytesIO()
    image.save(stream, format, **_OPTIONS[format])
    return stream.getvalue()


def _bare(content: bytes, found: _Decoded) -> bytes:
    """The file's own coded pixels and nothing else; empty where that is not certain to be all that browsers need."""
    if found.format == "JPEG":
        return _bare_jpeg(content)
    if found.format == "PNG":
        return _bare_png(content)
    return _bare_webp(content, found.image.size) if found.format == "WEBP" else b""


def _same_pixels(bare: bytes, found: _Decoded, name: str) -> bool:
    again = _decoded(bare, name)
    if isinstance(again, Fault) or again.image.mode != found.image.mode:
        return False
    return again.image.size == found.image.size and again.image.tobytes() == found.image.tobytes()


def _bare_jpeg(content: bytes) -> bytes:
    kept = [b"\xff\xd8"]
    for marker, segment in _segments(content):
        if marker == _END:
            return b"".join((*kept, segment))
        if marker in _JPEG_RARE:
            return b""
        if marker in _JPEG_KEPT:
            kept.append(segment)
        elif marker == 0xE0 and segment[4:9] == b"JFIF\0" and len(kept) == 1:
            kept.append(_JFIF)
        elif marker == 0xEE and segment[4:9] == b"Adobe":  # says how the colours are coded
            kept.append(b"\xff\xee\x00\x0e" + segment[4:16])
    return b""


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments of a JPEG file up to its end, a scan together with its coded pixels."""
    match = _JPEG_MARKER.search(content, 2)
    while match:
        start, marker = match.start(), match[0][1]
        end = start + 2 + (0 if marker == _END else int.from_bytes(content[start + 2 : start + 4]))
        match = None if marker == _END else _JPEG_MARKER.search(content, end)
        if marker == _SCAN:
            end = match.start() if match else len(content)
        yield marker, content[start:end]


def _bare_png(content: bytes) -> bytes:
    kept, at = [content[:8]], 8
    while at + 12 <= len(content):
        name, end = content[at + 4 : at + 8], at + 12 + int.from_bytes(content[at : at + 4])
        if name == b"IEND":
            return b"".join((*kept, _PNG_END))
        if name in _PNG_KEPT:
            kept.append(content[at:end])
        at = end
    return b""


def _bare_webp(content: bytes, size: tuple[int, int]) -> bytes:
    kept, at = dict[bytes, bytes](), 12
    while at + 8 <= len(content):
        name, length = content[at : at + 4], int.from_bytes(content[at + 4 : at + 8], "little")
        kept.setdefault(name, content[at : at + 8 + length] + b"\0" * (length % 2))
        at += 8 + length + length % 2
    if b"ANMF" in kept:
        return b""
    pixels = kept.get(b"VP8L") or kept.get(b"VP8 ", b"")
    if b"ALPH" in kept and b"VP8 " in kept:
        width, height = ((side - 1).to_bytes(3, "little") for side in size)
        head = b"VP8X\x0a\0\0\0" + bytes([_WEBP_ALPHA, 0, 0, 0]) + width + height
        pixels = head + kept[b"ALPH"] + kept[b"VP8 "]
    return b"RIFF" + (len(pixels) + 4).to_bytes(4, "little") + b"WEBP" + pixels if pixels else b""


def _too_many_pixels(name: str) -> Fault:
    message = f"Ảnh {excerpt(name)} có hơn {_MOST_PIXELS // 1_000_000} triệu điểm ảnh."
    return Fault("picture-too-large", message, "Thu nhỏ ảnh còn khoảng 2000 điểm ảnh mỗi chiều rồi lưu lại.")


def _damaged(name: str) -> Fault:
    message = f"Không mở được ảnh {excerpt(name)}: tệp bị hỏng hoặc thiếu phần cuối."
    help = "Mở thử ảnh trên máy; không xem được thì chép lại từ máy ảnh hoặc điện thoại."
    return Fault("picture-unreadable", message, help)
