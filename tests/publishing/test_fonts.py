"""The fonts that the pages load: small, named by what they hold, and the same in the style sheet and in the head."""

import re
from hashlib import sha256

from bantin.publishing.hosting import has_digest
from bantin.publishing.settings import THEME_FOLDER

FOLDER = THEME_FOLDER / "assets/fonts"


def test_both_weights_are_small_and_named_by_what_they_hold():
    fonts = sorted(FOLDER.glob("*.woff2"))

    assert [path.name.split(".")[0] for path in fonts] == ["be-vietnam-pro-400", "be-vietnam-pro-600"]
    for path in fonts:
        assert path.name.split(".")[1] == sha256(path.read_bytes()).hexdigest()[:8], "mời chạy: make fonts"
        assert path.stat().st_size <= 14_000
        assert has_digest(f"assets/fonts/{path.name}")


def test_style_sheet_and_head_ask_for_these_files_and_no_others():
    named = [path.name for path in sorted(FOLDER.glob("*.woff2"))]
    style = (THEME_FOLDER / "assets/bantin.css").read_text(encoding="utf-8")
    head = (THEME_FOLDER / "partials/fonts.html").read_text(encoding="utf-8")

    assert re.findall(r"url\(fonts/(.*?)\)", style) == re.findall(r"assets/fonts/(.*?)'", head) == named


def test_their_licence_stands_beside_them():
    assert "SIL Open Font License, Version 1.1" in (FOLDER / "OFL.txt").read_text(encoding="utf-8")
