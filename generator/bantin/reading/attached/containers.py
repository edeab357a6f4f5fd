"""A picture's own coded pixels, out of a file that also says who took it where."""

import re
from collections.abc import Iterator

# Inside the coded pixels FF is followed by 00 or a restart marker; FF FF only fills; FF 01 is a marker without content.
_JPEG_MARKER = re.compile(rb"\xff[^\x00\x01\xff\xd0-\xd7]", re.DOTALL)
SCAN, _END = 0xDA, 0xD9
_JPEG_KEPT = {0xDB, 0xC4, 0xC0, 0xC1, 0xC2, 0xDD, SCAN}  # tables, frame, restarts, pixels
_JPEG_RARE = {0xC3, *range(0xC5, 0xD0)}  # frames that browsers do not show
_JFIF = b"\xff\xe0\x00\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
_PNG_KEPT = {b"IHDR", b"PLTE", b"tRNS", b"IDAT"}
_PNG_END = b"\0\0\0\0IEND\xaeB`\x82"
_WEBP_ALPHA = 0x10


def bare(content: bytes, kind: str, *, size: tuple[int, int]) -> bytes:
    """The file's own coded pixels and nothing else; empty where that is not certain to be all that browsers need."""
    if kind == "JPEG":
        return _bare_jpeg(content)
    if kind == "PNG":
        return _bare_png(content)
    return _bare_webp(content, size) if kind == "WEBP" else b""


def _bare_jpeg(content: bytes) -> bytes:
    kept = [b"\xff\xd8"]
    for marker, segment in segments(content):
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


def segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """The segments of a JPEG file up to its end, a scan together with its coded pixels."""
    match = _JPEG_MARKER.search(content, 2)
    while match:
        start, marker = match.start(), match[0][1]
        end = start + 2 + (0 if marker == _END else int.from_bytes(content[start + 2 : start + 4]))
        match = None if marker == _END else _JPEG_MARKER.search(content, end)
        if marker == SCAN:
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
