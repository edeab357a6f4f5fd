"""A picture's file as upright pixels in sRGB, no more of them than a phone needs."""

import struct
import warnings
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from bantin.model import PICTURES, Fault, suffix_of
from bantin.problems import excerpt
from bantin.reading.attached.containers import SCAN, segments

# Pillow takes a while to import, and most runs meet no picture: each function that needs it imports it.
if TYPE_CHECKING:
    from PIL import Image

LONGEST_SIDE = 1280
SHRINK = "Thu nhỏ ảnh còn khoảng 2000 điểm ảnh mỗi chiều rồi lưu lại."
_MOST_PIXELS = 100_000_000
_MOST_SCANS = 100

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


@dataclass(frozen=True)
class Decoded:
    """A picture that was decoded."""

    image: "Image.Image"
    """8 bits a channel: L, RGB or RGBA, with nothing in its `info`."""
    format: str
    is_untouched: bool
    """Whether these are the pixels of the file: nothing was shrunk, turned or recoloured."""
    had_palette: bool


def pixels_of(content: bytes, name: str) -> Decoded | Fault:
    """The pixels of a file, or why they cannot be had."""
    from PIL import Image  # noqa: PLC0415

    kind = PICTURES[suffix_of(name)]
    if kind == "JPEG" and sum(marker == SCAN for marker, _ in segments(content)) > _MOST_SCANS:
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


def _normal(image: "Image.Image", kind: str) -> Decoded:
    from PIL import Image  # noqa: PLC0415

    original, mode = image.size, image.mode
    size = _fitting(*original)
    image.draft(None, size)  # JPEG is decoded at a half, a quarter or an eighth where that is still large enough
    image.load()
    turn, profile = _turn(image), image.info.get("icc_profile")
    image = _plain(image)
    if image.size != size:
        image = resized(image, size)
    if profile:
        image = _in_srgb(image, profile)
    if image.mode == "CMYK":
        image = image.convert("RGB")
    if turn:
        image = image.transpose(Image.Transpose[turn])
    image.info.clear()
    is_untouched = size == original and not profile and not turn and mode not in {"CMYK", "I;16"}
    return Decoded(image, kind, is_untouched, had_palette=mode == "P")


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


def _too_many_pixels(name: str) -> Fault:
    message = f"Ảnh {excerpt(name)} có hơn {_MOST_PIXELS // 1_000_000} triệu điểm ảnh."
    return Fault("picture-too-large", message, SHRINK)


def _damaged(name: str) -> Fault:
    message = f"Không mở được ảnh {excerpt(name)}: tệp bị hỏng hoặc thiếu phần cuối."
    help = "Mở thử ảnh trên máy; không xem được thì chép lại từ máy ảnh hoặc điện thoại."
    return Fault("picture-unreadable", message, help)


def resized(image: "Image.Image", size: tuple[int, int]) -> "Image.Image":
    """The image in another size."""
    from PIL import Image  # noqa: PLC0415

    return image.resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
