"""Photographs each kind of page on a phone and on a desk, light and dark, into docs/anh/man-hinh/: `make screenshots`.

Only the beginning of a page is shown: what a reader sees first. The index says which address each picture is of.
"""

import argparse
import base64
import io
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))
from axe import View  # those of the tests
from browser import Browser, headers_of, served, started
from kinds import PAGES

FOLDER = Path(__file__).parent.parent / "docs/anh/man-hinh"
SIZES = {"may-tinh": (1280, 900), "dien-thoai": (390, 844)}
SCHEMES = {"sang": "light", "toi": "dark"}
WIDE = 700
LONGEST = 2
"""How many screens of a phone are shown at most."""
INDEX = """# Ảnh màn hình

Mỗi loại trang trên điện thoại và máy tính, nền sáng và nền tối. Chụp lại bằng `make screenshots`.

| Trang | Điện thoại | Điện thoại, nền tối | Máy tính | Máy tính, nền tối |
|---|---|---|---|---|
"""


def photographed(browser: Browser, *, width: int, height: int) -> bytes:
    """The page that is open, as a small WebP."""
    browser.run("document.fonts.ready.then(() => true)")
    whole = int(browser.run("document.documentElement.scrollHeight"))
    shown = min(whole, height * (LONGEST if width < WIDE else 1))
    clip = {"x": 0, "y": 0, "width": width, "height": shown, "scale": 1}
    shot = browser.tell("Page.captureScreenshot", format="png", captureBeyondViewport=True, clip=clip)
    picture = Image.open(io.BytesIO(base64.b64decode(shot["data"]))).convert("RGB")
    small = io.BytesIO()
    picture.resize((picture.width * 11 // 20, picture.height * 11 // 20), Image.Resampling.LANCZOS).save(
        small, "WEBP", quality=40, method=6
    )
    return small.getvalue()


def pictures(browser: Browser, address: str) -> Iterator[tuple[str, bytes]]:
    """The pictures of a page, each with its file's name after the kind."""
    for device, (width, height) in SIZES.items():
        for name, scheme in SCHEMES.items():
            View(width, scheme).take(browser)
            screen = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < WIDE}
            browser.tell("Emulation.setDeviceMetricsOverride", **screen)
            browser.open(address)
            yield f"{device}-{name}", photographed(browser, width=width, height=height)


def main() -> int:
    """Takes all pictures and writes their index."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("site", type=Path, nargs="?", default=Path("site"))
    parser.add_argument("--to", type=Path, default=FOLDER)
    asked = parser.parse_args()
    asked.to.mkdir(parents=True, exist_ok=True)
    rows = []
    with (
        tempfile.TemporaryDirectory() as profile,
        served(asked.site, headers_of(asked.site), below="") as root,
        started(Path(profile)) as browser,
    ):
        browser.open(root)  # fonts show from the second page on
        for kind, address in PAGES.items():
            called = kind.replace(" ", "-").replace("_", "-")
            for old in asked.to.glob(f"{called}--*.webp"):
                old.unlink()
            names = []
            for name, picture in pictures(browser, f"{root}{address}"):
                file = asked.to / f"{called}--{name}.webp"
                file.write_bytes(picture)
                names.append(file.name)
            title = browser.run("document.querySelector('h1').textContent")
            desk, desk_dark, phone, phone_dark = (f"![{title}]({name})" for name in names)
            rows.append(f"| {title} (`/{address}`) | {phone} | {phone_dark} | {desk} | {desk_dark} |")
    (asked.to / "README.md").write_text(INDEX + "\n".join(rows) + "\n", encoding="utf-8")
    print(f"{sum(file.stat().st_size for file in asked.to.iterdir()) / 1e6:.2f} MB in {asked.to}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
