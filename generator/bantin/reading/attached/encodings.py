"""Pixels as files: the ways of writing a picture that are worth trying."""

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from bantin.reading.attached.pixels import Decoded

# Pillow takes a while to import, and most runs meet no picture: each function that needs it imports it.
if TYPE_CHECKING:
    from PIL import Image

_OPTIONS: dict[str, dict[str, int | bool]] = {
    "JPEG": {"quality": 80, "progressive": True, "optimize": True},
    "PNG": {"compress_level": 7},  # 9 takes ten times as long on a photo and saves a chart 2 %
    "WEBP": {"quality": 80},
    # By default the tiles of an AVIF picture, and so its bytes, depend on how many processors there are.
    "AVIF": {"quality": 60, "max_threads": 1, "autotiling": False},
}


def encoded(found: Decoded) -> Iterator[bytes]:
    """The picture in its own format, in each of the ways worth trying."""
    from PIL import Image  # noqa: PLC0415

    if found.format != "PNG":
        yield saved(found.image, found.format)
    else:
        narrow = _narrowed(found.image)
        yield saved(narrow, "PNG")
        if narrow.mode == "P":  # which is not always shorter
            yield saved(found.image, "PNG")
        if found.had_palette and narrow.mode == "RGB":  # shrinking mixed its few colours into many
            yield saved(narrow.quantize(256, dither=Image.Dither.NONE), "PNG")


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


def on_white(image: "Image.Image") -> "Image.Image":
    """The image without transparency."""
    from PIL import Image  # noqa: PLC0415

    if image.mode != "RGBA":
        return image
    white = Image.new("RGB", image.size, "white")
    white.paste(image, mask=image.getchannel("A"))
    return white


def saved(image: "Image.Image", format: str) -> bytes:
    """The image as a file of a format."""
    stream = BytesIO()
    image.save(stream, format, **_OPTIONS[format])
    return stream.getvalue()
