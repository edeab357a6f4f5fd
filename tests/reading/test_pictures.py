"""Pictures beside a text: small, upright, in the right colours, and silent about who took them where."""

import hashlib
import os
import random
import struct
import subprocess
import sys
import zlib
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms, ImageDraw
from PIL.PngImagePlugin import PngInfo

from bantin.model.attachments import Fault
from bantin.reading.attached.pictures import Picture, picture

GENERATOR = Path(__file__).parent.parent.parent / "generator"
SECRET = "NGUOI-CHUP-BI-MAT"
"""Stands wherever a file can hold a text, and nowhere in what is published."""
NAMES = {"JPEG": "anh.jpg", "PNG": "anh.png", "WEBP": "anh.webp", "AVIF": "anh.avif"}
RED, BLUE = (255, 0, 0), (0, 0, 255)


def saved(image: Image.Image, format: str, **options: object) -> bytes:
    stream = BytesIO()
    image.save(stream, format, **options)
    return stream.getvalue()


def opened(found: Picture | Fault) -> Image.Image:
    assert isinstance(found, Picture), found
    image = Image.open(BytesIO(found.content))
    image.load()
    assert image.size == (found.width, found.height)
    return image


def refused(content: bytes, name: str) -> Fault:
    found = picture(content, name)
    assert isinstance(found, Fault)
    return found


def noise(width: int, height: int, mode: str = "RGB") -> Image.Image:
    size = width * height * len(mode)
    return Image.frombytes(mode, (width, height), random.Random(size).randbytes(size))


def scenery(width: int, height: int) -> Image.Image:
    """Like a photo: light that changes slowly, and the grain of a sensor."""
    light = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    return Image.blend(light, noise(width, height), 0.4)


def exif(orientation: int = 1) -> Image.Exif:
    data = Image.Exif()
    data[0x0112] = orientation
    data[0x010F] = data[0x0110] = SECRET  # Make, Model
    data.get_ifd(0x8825).update({1: "N", 2: (10.0, 1.0, 45.0), 3: "E", 4: (105.0, 4.0, 51.0), 29: SECRET})  # GPS
    return data


def swapped_profile() -> bytes:
    """An RGB profile in which what is stored as red is blue, and the other way round."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return profile.replace(b"rXYZ", b"____").replace(b"bXYZ", b"rXYZ").replace(b"____", b"bXYZ")


@cache
def phone_photo() -> bytes:
    return saved(scenery(4000, 3000), "JPEG", quality=98, exif=exif(6))


def near(colour: object, expected: tuple[int, ...]) -> bool:
    assert isinstance(colour, tuple)
    return len(colour) == len(expected) and all(abs(a - b) <= 12 for a, b in zip(colour, expected, strict=True))


# Size


def test_a_photo_of_a_phone_becomes_small_and_silent():
    found = picture(phone_photo(), "anh.jpg")

    assert len(phone_photo()) > 12_500_000
    image = opened(found)
    assert isinstance(found, Picture)
    assert len(found.content) < 400_000
    assert image.size == (960, 1280)
    assert image.info["progressive"]
    assert SECRET.encode() in phone_photo()
    assert SECRET.encode() not in found.content
    assert b"Exif" not in found.content
    assert not image.getexif()


@pytest.mark.parametrize("format", NAMES)
@pytest.mark.parametrize(
    ("size", "expected"),
    [
        ((1280, 900), (1280, 900)),
        ((1281, 900), (1280, 899)),
        ((40, 2560), (20, 1280)),
        ((4000, 1), (1280, 1)),
        ((3, 2), (3, 2)),
    ],
)
def test_the_longest_side_is_at_most_1280_dots(format: str, size: tuple[int, int], expected: tuple[int, int]):
    assert opened(picture(saved(Image.new("RGB", size, RED), format), NAMES[format])).size == expected


def test_the_same_file_gives_the_same_bytes_in_every_process(tmp_path: Path):
    script = (
        "import hashlib, sys, pathlib; from bantin.reading.attached.pictures import picture\n"
        "for path in sys.argv[1:]:\n"
        "    content = pathlib.Path(path).read_bytes()\n"
        "    print(hashlib.sha256(picture(content, pathlib.Path(path).name).content).hexdigest())\n"
    )
    image, expected = scenery(1400, 300), []
    for format, name in NAMES.items():
        (tmp_path / name).write_bytes(saved(image, format, exif=exif()))
        found = picture((tmp_path / name).read_bytes(), name)
        assert isinstance(found, Picture)
        expected.append(hashlib.sha256(found.content).hexdigest())
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONPATH": str(GENERATOR), "PYTHONHASHSEED": seed}
        command = [sys.executable, "-c", script, *(str(tmp_path / name) for name in NAMES.values())]
        assert subprocess.check_output(command, env=environment, text=True).split() == expected


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_a_small_picture_never_grows(format: str):
    options: dict[str, object] = {} if format == "PNG" else {"quality": 30}
    tight = saved(noise(64, 64), format, **options)
    spoken = saved(noise(64, 64), format, exif=exif(), **options)

    found = picture(spoken, NAMES[format])

    assert isinstance(found, Picture)
    assert len(found.content) <= len(tight)
    assert SECRET.encode() not in found.content
    assert opened(found).tobytes() == Image.open(BytesIO(tight)).tobytes()


def test_transparency_of_a_small_webp_stays_when_its_own_pixels_are_kept():
    image = noise(64, 64, "RGBA")
    found = opened(picture(saved(image, "WEBP", quality=20, exif=exif()), "anh.webp"))

    assert found.mode == "RGBA"
    assert found.tobytes() == Image.open(BytesIO(saved(image, "WEBP", quality=20))).tobytes()


@pytest.mark.parametrize(("format", "options"), [("PNG", {}), ("WEBP", {"lossless": True})])
def test_a_heavy_photo_goes_out_as_jpeg(format: str, options: Mapping[str, object]):
    found = picture(saved(scenery(1000, 800), format, **options), NAMES[format])

    assert isinstance(found, Picture)
    assert found.name == f"{NAMES[format]}.jpg"
    assert opened(found).format == "JPEG"


def test_a_heavy_transparent_photo_goes_out_on_white():
    image = noise(600, 600, "RGB").convert("RGBA")
    image.paste((0, 0, 0, 0), (0, 0, 100, 100))
    found = picture(saved(image, "PNG"), "anh.png")

    assert isinstance(found, Picture)
    assert found.name == "anh.png.jpg"
    assert near(opened(found).getpixel((50, 50)), (255, 255, 255))


def test_a_large_chart_stays_png():
    chart = Image.new("RGB", (1280, 900), "white")
    for column in range(100):
        ImageDraw.Draw(chart).rectangle((column * 12, 100, column * 12 + 6, 850), fill=(column, 90, 200))
    found = picture(saved(chart, "PNG"), "bieu-do.png")

    assert isinstance(found, Picture)
    assert found.name == "bieu-do.png"
    assert opened(found).convert("RGB").tobytes() == chart.tobytes()


# What the pixels are


@pytest.mark.parametrize("format", NAMES)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_stands_upright(format: str, orientation: int):
    image = Image.new("RGB", (48, 32), "white")
    image.paste(RED, (0, 0, 16, 16))
    image.paste(BLUE, (32, 0, 48, 16))
    found = opened(picture(saved(image, format, exif=exif(orientation), quality=95), NAMES[format])).convert("RGB")
    turn = {2: 0, 3: 3, 4: 1, 5: 5, 6: 4, 7: 6, 8: 2}.get(orientation)
    upright = image if turn is None else image.transpose(Image.Transpose(turn))

    assert found.size == upright.size
    for at in ((6, 6), (6, found.height - 6), (found.width - 6, 6), (found.width - 6, found.height - 6)):
        assert near(found.getpixel(at), upright.getpixel(at))


def test_a_damaged_orientation_does_not_cost_the_picture():
    content = saved(Image.new("RGB", (20, 10), RED), "JPEG", exif=b"Exif\0\0II*\0\xff\xff\xff\x7f" + b"\xff" * 40)

    assert opened(picture(content, "anh.jpg")).size == (20, 10)


@pytest.mark.parametrize("format", NAMES)
@pytest.mark.parametrize("side", [40, 1400])
def test_an_embedded_profile_is_turned_into_the_colours_of_the_web(format: str, side: int):
    content = saved(Image.new("RGB", (side, 40), RED), format, icc_profile=swapped_profile())
    found = opened(picture(content, NAMES[format]))

    assert near(found.convert("RGB").getpixel((20, 20)), BLUE)
    assert "icc_profile" not in found.info


def test_a_profile_keeps_transparency():
    content = saved(Image.new("RGBA", (40, 40), (*RED, 100)), "PNG", icc_profile=swapped_profile())

    assert near(opened(picture(content, "anh.png")).convert("RGBA").getpixel((20, 20)), (*BLUE, 100))


@pytest.mark.parametrize("profile", [b"", b"x" * 200, swapped_profile()[:300]])
@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_a_damaged_profile_does_not_cost_the_picture(profile: bytes, mode: str):
    content = saved(Image.new("RGB", (40, 40), RED).convert(mode), "JPEG", icc_profile=profile)

    assert opened(picture(content, "anh.jpg")).mode == ("L" if mode == "L" else "RGB")


def test_a_profile_for_another_kind_of_picture_is_left_out():
    content = saved(Image.new("L", (40, 40), 90), "JPEG", icc_profile=swapped_profile())

    assert opened(picture(content, "anh.jpg")).getpixel((20, 20)) == 90


def test_a_picture_in_inks_is_shown_in_lights():
    found = opened(picture(saved(Image.new("CMYK", (40, 40), (0, 255, 255, 0)), "JPEG"), "anh.jpg"))

    assert found.mode == "RGB"
    assert near(found.getpixel((20, 20)), RED)


def test_sixteen_bits_of_grey_become_eight():
    image = Image.new("I;16", (3, 1))
    for column, value in enumerate((0, 32768, 65535)):
        image.putpixel((column, 0), value)

    assert opened(picture(saved(image, "PNG"), "anh.png")).convert("L").tobytes() == bytes((0, 128, 255))


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


@pytest.mark.parametrize(("kind", "channels", "expected"), [(2, 3, (255, 128, 0)), (6, 4, (255, 128, 0, 128))])
def test_sixteen_bits_of_colour_become_eight(kind: int, channels: int, expected: tuple[int, ...]):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 16, kind, 0, 0, 0))
    pixel = b"\0" + struct.pack(">4H", 0xFFFF, 0x8000, 0, 0x8000)[: channels * 2]
    content = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(pixel)) + chunk(b"IEND", b"")

    assert opened(picture(content, "anh.png")).convert("RGBA").getpixel((0, 0)) == (*expected, 255)[:4]


@pytest.mark.parametrize("side", [60, 2000])
def test_a_palette_is_kept_where_that_is_shorter(side: int):
    image = Image.new("RGB", (side, 60), "white")
    image.paste(RED, (0, 0, side // 2, 60))
    found = picture(saved(image.quantize(4), "PNG"), "anh.png")

    assert opened(found).mode in {"P", "1"}
    assert near(opened(found).convert("RGB").getpixel((4, 4)), RED)


@pytest.mark.parametrize("side", [60, 2000])
def test_a_transparent_colour_of_a_palette_stays_transparent(side: int):
    image = Image.new("P", (side, 60), 0)
    image.putpalette((*RED, *BLUE))
    image.paste(1, (0, 0, side // 2, 60))
    found = opened(picture(saved(image, "PNG", transparency=1), "anh.png")).convert("RGBA")

    assert found.getpixel((4, 4))[3] == 0
    assert found.getpixel((found.width - 4, 4)) == (*RED, 255)


@pytest.mark.parametrize("mode", ["1", "L"])
def test_grey_stays_grey(mode: str):
    found = picture(saved(noise(50, 50, "L").convert(mode), "PNG"), "anh.png")

    assert opened(found).convert("L").tobytes() == noise(50, 50, "L").convert(mode).convert("L").tobytes()
    assert opened(found).mode in {"1", "L", "P"}


@pytest.mark.parametrize("mode", ["1", "L", "I;16", "RGB"])
def test_one_colour_that_stands_for_nothing_does_not_break_a_picture(mode: str):
    transparency = (1, 2, 3) if mode == "RGB" else 0
    content = saved(Image.new(mode, (20, 20)), "PNG", transparency=transparency)

    assert opened(picture(content, "anh.png")).size == (20, 20)


@pytest.mark.parametrize("format", ["PNG", "WEBP", "AVIF"])
def test_transparency_stays(format: str):
    image = Image.new("RGBA", (60, 60), (*RED, 255))
    image.paste((0, 0, 0, 0), (0, 0, 30, 30))
    found = opened(picture(saved(image, format), NAMES[format])).convert("RGBA")

    assert found.getpixel((10, 10))[3] == 0
    assert near(found.getpixel((45, 45)), (*RED, 255))


@pytest.mark.parametrize("format", ["PNG", "WEBP", "AVIF"])
def test_what_moves_is_shown_by_its_first_picture(format: str):
    first, second = Image.new("RGB", (40, 40), RED), Image.new("RGB", (40, 40), BLUE)
    content = saved(first, format, save_all=True, append_images=[second], duration=100)
    found = opened(picture(content, NAMES[format]))

    assert getattr(found, "n_frames", 1) == 1
    assert near(found.convert("RGB").getpixel((20, 20)), RED)


# What else a file may hold


@pytest.mark.parametrize("format", NAMES)
@pytest.mark.parametrize("side", [64, 1400])
def test_nothing_but_the_pixels_is_published(format: str, side: int):
    xmp = f"<x:xmpmeta><creator>{SECRET}</creator></x:xmpmeta>".encode()
    options: dict[str, object] = {"exif": exif(), "xmp": xmp, "comment": SECRET.encode()}
    if format == "PNG":
        options["pnginfo"] = text = PngInfo()
        for name in ("Author", "Comment"):
            text.add_text(name, SECRET)
            text.add_itxt(name, SECRET)
    if format == "JPEG":  # IPTC, in the block of Photoshop
        body = b"Photoshop 3.0\0" + b"8BIM\x04\x04\0\0" + struct.pack(">I", 40) + SECRET.encode().ljust(40)
        options["extra"] = b"\xff\xed" + struct.pack(">H", len(body) + 2) + body
    content = saved(noise(side, 48), format, **options)
    found = picture(content, NAMES[format])
    image = opened(found)

    assert SECRET.encode() in content
    assert isinstance(found, Picture)
    assert SECRET.encode() not in found.content
    assert not image.getexif()
    assert not {"exif", "xmp", "comment", "photoshop", "icc_profile", "XML:com.adobe.xmp"} & image.info.keys()


@pytest.mark.parametrize("format", NAMES)
@pytest.mark.parametrize("tail", [b"<script>alert(1)</script>", b"PK\x03\x04" + b"x" * 90, b"%PDF-1.7 %%EOF"])
def test_a_second_file_behind_a_picture_is_left_out(format: str, tail: bytes):
    content = saved(noise(64, 64), format, quality=40) + tail
    found = picture(content, NAMES[format])

    assert isinstance(found, Picture)
    assert tail not in found.content


def test_a_photo_with_a_second_one_for_depth_is_shown_by_the_first():
    content = saved(
        Image.new("RGB", (40, 40), RED), "MPO", save_all=True, append_images=[Image.new("RGB", (40, 40), BLUE)]
    )
    found = opened(picture(content, "anh.jpg"))

    assert found.format == "JPEG"
    assert near(found.getpixel((20, 20)), RED)


# What is refused


@pytest.mark.parametrize("format", NAMES)
@pytest.mark.parametrize("other", ["JPEG", "PNG", "WEBP", "AVIF", "GIF", "BMP", "TIFF"])
def test_a_picture_of_another_kind_than_its_name_says_is_refused(format: str, other: str):
    found = picture(saved(Image.new("RGB", (9, 9)), other), NAMES[format])

    assert isinstance(found, Picture) is (format == other)
    if isinstance(found, Fault):
        assert found.code == "picture-unreadable"
        assert "thực ra là ảnh" in found.message


def test_a_jpeg_file_under_another_suffix_is_answered_with_the_suffix():
    assert refused(saved(Image.new("RGB", (9, 9)), "JPEG"), "anh.png") == Fault(
        "picture-unreadable",
        "Tệp «anh.png» thực ra là ảnh JPEG, không phải ảnh PNG.",
        "Đổi đuôi thành .jpg: «anh.jpg».",
    )


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"", "anh.jpg", "trống"),
        ("Chưa có ảnh".encode(), "anh.jpg", "không phải là ảnh JPEG"),
        (b"<!doctype html><title>404</title>", "anh.jpg", "trang web"),
        (b"<svg/>", "anh.png", "hình SVG"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "anh.jpg", "ảnh HEIC của iPhone"),
        (b"GIF89a/*\xff\xd8\xff", "anh.jpg", "ảnh GIF"),
        (b"%PDF-1.7\xff\xd8\xff", "anh.jpg", "tài liệu PDF"),
        (b"version https://git-lfs.github.com/spec/v1\noid sha256:0\n", "anh.jpg", "Git LFS"),
        (b"\xff\xd8\xff<script>", "anh.jpg", "bị hỏng"),
        (b"\x89PNG\r\n\x1a\n", "anh.png", "bị hỏng"),
        (b"RIFF\x04\0\0\0WEBP", "anh.webp", "bị hỏng"),
        (b"\0\0\0\x10ftypavif\0\0\0\0", "anh.avif", "bị hỏng"),
        (b"GIF89a", "anh.gif", "không phải loại tệp"),
        (b"%PDF-1.7 %%EOF", "anh.pdf", "không phải là ảnh"),
    ],
)
def test_what_is_no_picture_is_refused(content: bytes, name: str, words: str):
    fault = refused(content, name)

    assert fault.code == "picture-unreadable"
    assert words in fault.message
    assert fault.help.endswith(".")


@pytest.mark.parametrize("format", NAMES)
@pytest.mark.parametrize("part", [0.1, 0.5, 0.9])
def test_a_picture_that_is_cut_off_is_refused(format: str, part: float):
    content = saved(noise(200, 200), format)

    assert "bị hỏng hoặc thiếu phần cuối" in refused(content[: int(len(content) * part)], NAMES[format]).message


def test_a_picture_of_more_than_thirty_megabytes_is_too_large():
    fault = refused(b"\xff\xd8\xff" + b"\0" * 30 * 1024**2, "anh.jpg")

    assert fault.code == "picture-too-large"
    assert "nặng hơn 30 MB" in fault.message


@pytest.mark.parametrize(("width", "height"), [(10_001, 10_000), (30_000, 30_000), (2**31 - 1, 2**31 - 1)])
def test_a_picture_that_unpacks_to_too_much_is_refused_before_it_does(width: int, height: int):
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    content = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(b"\0" * 999)) + chunk(b"IEND", b"")
    fault = refused(content, "anh.png")

    assert fault.code == "picture-too-large"
    assert "hơn 100 triệu điểm ảnh" in fault.message


@pytest.mark.parametrize(
    "head",
    [
        b"VP8X\x0a\0\0\0\0\0\0\0\xff\x3f\0\xff\x3f\0",
        b"VP8L\x05\0\0\0\x2f" + struct.pack("<I", 0x3FFF | 0x3FFF << 14),
    ],
)
def test_a_webp_picture_that_unpacks_to_too_much_is_refused(head: bytes):
    content = b"RIFF" + struct.pack("<I", len(head) + 14) + b"WEBP" + head + b"\0" * 20

    assert refused(content, "anh.webp").code in {"picture-too-large", "picture-unreadable"}


def test_a_jpeg_file_that_goes_over_its_pixels_again_and_again_is_refused():
    content = saved(noise(64, 64), "JPEG", progressive=True)
    start = content.rindex(b"\xff\xda")

    assert "bị hỏng" in refused(content[:start] + content[start:-2] * 200 + content[-2:], "anh.jpg").message


def test_limits_of_pillow_stay_as_they_are():
    before = Image.MAX_IMAGE_PIXELS
    opened(picture(saved(noise(9, 9), "PNG"), "anh.png"))

    assert before == Image.MAX_IMAGE_PIXELS


def mutants(content: bytes, count: int, rng: random.Random) -> list[bytes]:
    found = []
    for _ in range(count):
        mutant = bytearray(content[: rng.randrange(len(content))] if rng.random() < 0.1 else content)
        for _ in range(rng.randrange(1, 6) if mutant else 0):
            at = rng.randrange(len(mutant)) if rng.random() < 0.5 else rng.randrange(min(len(mutant), 600))
            width = rng.choice((0, 1, 1, 4))
            mutant[at : at + width] = rng.choice(
                (rng.randbytes(width), b"\xff" * width, b"\0" * width, rng.randbytes(3))
            )
        found.append(bytes(mutant))
    return found


def seeds() -> list[tuple[str, bytes]]:
    rich: dict[str, object] = {"exif": exif(6), "icc_profile": swapped_profile()}
    made = [(NAMES[format], saved(noise(24, 16), format, **rich)) for format in NAMES]
    made += [(NAMES[format], saved(noise(24, 16), format)) for format in NAMES]
    made += [(NAMES[format], saved(noise(24, 16, "RGBA"), format)) for format in ("PNG", "WEBP", "AVIF")]
    made += [("anh.png", saved(noise(24, 16).quantize(16), "PNG", transparency=3))]
    return [*made, ("anh.jpg", saved(noise(24, 16).convert("CMYK"), "JPEG", progressive=True))]


@pytest.mark.parametrize(("name", "content"), seeds(), ids=lambda value: value if isinstance(value, str) else "")
def test_a_damaged_file_gives_a_picture_or_a_fault_and_never_an_exception(name: str, content: bytes):
    for mutant in mutants(content, 60, random.Random(len(content))):
        assert isinstance(picture(mutant, name), Picture | Fault)


def test_a_run_without_pictures_does_not_import_pillow():
    script = "import sys, bantin.reading.attached.pictures; sys.exit('PIL' in sys.modules)"
    environment = {**os.environ, "PYTHONPATH": str(GENERATOR)}

    subprocess.run([sys.executable, "-c", script], check=True, env=environment)


def test_a_wide_photo_is_there_once_more_for_phones():
    found = picture(saved(Image.effect_noise((1600, 900), 90).convert("RGB"), "JPEG"), "anh.jpg")

    assert found.smaller
    assert (found.smaller.name, found.smaller.width) == ("anh.640.jpg", 640)
    assert Image.open(BytesIO(found.smaller.content)).size == (640, 360)
    assert len(found.smaller.content) < len(found.content)
    assert not picture(saved(Image.effect_noise((640, 480), 90).convert("RGB"), "JPEG"), "anh.jpg").smaller
