"""A site's own colours and logo, as its settings say: readable in every palette, in boxes that do not move."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Self

Rgb = tuple[int, int, int]

STYLE = "assets/don-vi.css"
_PANEL, _DARK_PANEL, _WHITE, _BLACK = (247, 243, 236), (33, 30, 26), (255, 255, 255), (0, 0, 0)
"""What text stands on: the panels of both palettes, which are nearer to it than their papers, and high contrast."""
_READ, _READ_WELL = 4.5, 7.0
"""The contrast that text needs (WCAG 2.2), and that it has in high contrast."""
_KINDS = (".svg", ".png", ".jpg", ".jpeg", ".webp")
_MEASURE = re.compile(r'\s(width|height)\s*=\s*["\']\s*([\d.]+)(?:px)?\s*["\']')
_VIEW = re.compile(r'\sviewBox\s*=\s*["\'][\s,]*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)')


class BrandError(Exception):
    """A site cannot look like this; says why, in a sentence."""


@dataclass(frozen=True)
class Logo:
    """A picture that a site is known by."""

    file: Path
    address: str
    """Where it lies, below the site."""
    size: tuple[int, int]
    """How wide and high it is, so that its box is there before it has come."""

    @classmethod
    def of(cls, name: str, folders: Iterable[Path]) -> Self:
        """The picture of this name in the first folder that has one."""
        name = name.strip("/")
        file = next((folder / name for folder in folders if (folder / name).is_file()), None)
        if file is None:
            raise BrandError(f"Không thấy biểu trưng «{name}» (logo) trong theme_overrides/ hay thư mục bài viết.")
        if file.suffix.lower() not in _KINDS:
            raise BrandError(f"Biểu trưng «{name}» (logo) cần là một trong các loại tệp: {', '.join(_KINDS)}.")
        return cls(file, name, _size(file, name))


@dataclass(frozen=True)
class Brand:
    """What a site is known by."""

    logo: Logo | None = None
    style: str = ""
    """Its colours, as a style sheet; «» where it has none of its own."""

    @classmethod
    def of(cls, logo: str, primary: str, folders: Iterable[Path]) -> Self:
        """What settings say; BrandError where it cannot be."""
        return cls(Logo.of(logo, folders) if logo else None, style(primary) if primary else "")

    @property
    def said(self) -> dict[str, object]:
        """What the theme is told."""
        return {"logo": self.logo, "style": STYLE if self.style else ""}

    @property
    def files(self) -> dict[str, str | bytes]:
        """The files that pages load for it."""
        files: dict[str, str | bytes] = {STYLE: self.style} if self.style else {}
        return files | ({self.logo.address: self.logo.file.read_bytes()} if self.logo else {})


def _size(file: Path, name: str) -> tuple[int, int]:
    """How wide and high a picture is; BrandError where nothing says it."""
    if file.suffix.lower() == ".svg":
        root = file.read_text(encoding="utf-8", errors="replace").partition("<svg")[2].partition(">")[0]
        said = dict(_MEASURE.findall(root))
        view = _VIEW.search(root)
        size = (said["width"], said["height"]) if len(said) == 2 else view.groups() if view else ("0", "0")
        found = round(float(size[0])), round(float(size[1]))
    else:
        found = _size_of_pixels(file)
    if not all(found):
        raise BrandError(f"Biểu trưng «{name}» (logo) không nói rộng, cao bao nhiêu; tệp .svg cần có viewBox.")
    return found


def _size_of_pixels(file: Path) -> tuple[int, int]:
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 -- of the few sites that have one

    try:
        with Image.open(file) as image:
            return image.size
    except (UnidentifiedImageError, OSError):
        return 0, 0


def style(primary: str) -> str:
    """The colours of a site in every palette, from the one it is known by; BrandError where that cannot be read."""
    colour = _rgb(primary)
    if (ratio := contrast(colour, _PANEL)) < _READ:
        darker = _hex(_until(colour, _BLACK, on=_PANEL, least=_READ))
        raise BrandError(
            f"Màu «{primary}» (colours: primary) quá nhạt: chữ màu ấy trên nền sáng chỉ tương phản "
            f"{f'{ratio:.1f}'.replace('.', ',')}, cần ít nhất 4,5 mới đọc được. Xin chọn màu đậm hơn, như «{darker}»."
        )
    said = {
        "don-vi": colour,
        "don-vi-toi": _until(colour, _WHITE, on=_DARK_PANEL, least=5.5),
        "don-vi-cao": _until(colour, _BLACK, on=_WHITE, least=_READ_WELL),
        "don-vi-cao-toi": _until(colour, _WHITE, on=_BLACK, least=_READ_WELL),
    }
    return f":root {{ {' '.join(f'--{name}: {_hex(value)};' for name, value in said.items())} }}\n"


def contrast(one: Rgb, other: Rgb) -> float:
    """How far two colours stand apart, from 1 to 21, as WCAG counts."""
    light, dark = sorted((_light(one), _light(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _light(colour: Rgb) -> float:
    parts = (part / 255 for part in colour)
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _until(colour: Rgb, towards: Rgb, *, on: Rgb, least: float) -> Rgb:
    """The colour, mixed with as little of another as makes it readable."""
    mixed = (
        tuple(round(own + (aim - own) * step / 50) for own, aim in zip(colour, towards, strict=True))
        for step in range(51)
    )
    return next((red, green, blue) for red, green, blue in mixed if contrast((red, green, blue), on) >= least)


def _rgb(text: str) -> Rgb:
    found = re.fullmatch(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})", text.strip().lower())
    if not found:
        raise BrandError(f"«{text}» (colours: primary) không phải là màu dạng #rrggbb, như «#9a1b1e».")
    return int(found[1], 16), int(found[2], 16), int(found[3], 16)


def _hex(colour: Rgb) -> str:
    return "#{:02x}{:02x}{:02x}".format(*colour)
