"""Make the fonts that the pages ship from those of their designers: what Vietnamese pages print, and nothing else.

    make fonts FONTS=folder

The folder holds BeVietnamPro_400Regular.ttf and BeVietnamPro_600SemiBold.ttf as they were published (the npm package
@expo-google-fonts/be-vietnam-pro 0.4.1 has them) and LICENSE_FONT. The digits of this design differ in width and it has
none for columns: such are added here, the same digits on one width. Written are the two files, whose names carry a
digest of what they hold, their licence, the rules of bantin.css between two marks, and partials/fonts.html.
"""

import argparse
import re
import sys
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from fontTools import subset
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

THEME = Path(__file__).parent.parent / "generator/bantin/theme"
FONTS = {400: "BeVietnamPro_400Regular.ttf", 600: "BeVietnamPro_600SemiBold.ttf"}
LETTERS = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz"
MARKS = "\u0300\u0301\u0303\u0309\u0323"
"""What a letter and its mark are written with where they are two characters."""
SIGNS = " !\"#$%&'()*+,-./0123456789:;<=>?@[\\]^_`{|}~\u00a0«»–—…×÷·“”‘’•°§≤≥±−₫²³½"
PRINTED = LETTERS + LETTERS.upper() + MARKS + SIGNS
LARGEST = 14_000
"""How many bytes one may have."""
RULE = (
    '@font-face {{ font-family: "Be Vietnam Pro"; font-weight: {}; font-display: optional; '
    'src: url(fonts/{}) format("woff2"); }}\n'
)
LINK = '<link rel="preload" href="{{{{ \'assets/fonts/{}\' | url }}}}" as="font" type="font/woff2" crossorigin>\n'
HEAD = (
    "{#- Written by tools/fonts.py. A font that is not there at once is not waited for: so it is asked for early. -#}\n"
)
MARKED = re.compile(r"(/\* tools/fonts\.py: \*/\n).*?(/\* :tools/fonts\.py \*/)", re.DOTALL)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder: Path = parser.parse_args().folder
    made = {weight: small(folder / name) for weight, name in FONTS.items()}
    names = {weight: f"be-vietnam-pro-{weight}.{sha256(font).hexdigest()[:8]}.woff2" for weight, font in made.items()}
    fonts, style = THEME / "assets/fonts", THEME / "assets/bantin.css"
    for old in fonts.glob("*.woff2"):
        old.unlink()
    for weight, font in made.items():
        (fonts / names[weight]).write_bytes(font)
    licence = (folder / "LICENSE_FONT").read_text(encoding="utf-8")
    (fonts / "OFL.txt").write_text("\n".join(map(str.rstrip, licence.splitlines())) + "\n", encoding="utf-8")
    rules = "".join(RULE.format(weight, name) for weight, name in names.items())
    style.write_text(MARKED.sub(rf"\g<1>{rules}\g<2>", style.read_text(encoding="utf-8")), encoding="utf-8")
    links = "".join(map(LINK.format, names.values()))
    (THEME / "partials/fonts.html").write_text(HEAD + links, encoding="utf-8")
    for weight, font in made.items():
        print(f"{names[weight]}: {len(font)} bytes")
    sys.exit(any(len(font) > LARGEST for font in made.values()))


def small(source: Path) -> bytes:
    """A font with what is printed, as browsers take it."""
    font = TTFont(source, recalcTimestamp=False)
    lacking = [sign for sign in PRINTED if ord(sign) not in font.getBestCmap()]
    assert not lacking, lacking
    kept = _with_digits_for_columns(font)
    options = subset.Options(layout_features=["kern", "mark", "mkmk", "tnum"], hinting=False, notdef_outline=False)
    options.drop_tables += ["gasp"]
    options.name_IDs = [0, 1, 13, 14]
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=PRINTED, glyphs=kept)
    subsetter.subset(font)
    font.flavor = "woff2"
    written = BytesIO()
    font.save(written)
    return written.getvalue()


def _with_digits_for_columns(font: TTFont) -> list[str]:
    """Adds each digit once more, in the middle of one width, and the feature that asks for them; their names."""
    digits = [font.getBestCmap()[ord(digit)] for digit in "0123456789"]
    outlines = font["glyf"]
    width = max(outlines[name].xMax - outlines[name].xMin for name in digits) + 60
    for name in digits:
        drawn = outlines[name]
        left = (width - (drawn.xMax - drawn.xMin)) // 2
        pen = TTGlyphPen(font.getGlyphSet())
        pen.addComponent(name, (1, 0, 0, 1, left - drawn.xMin, 0))
        font.setGlyphOrder([*font.getGlyphOrder(), f"{name}.tnum"])
        outlines[f"{name}.tnum"] = pen.glyph()
        outlines[f"{name}.tnum"].recalcBounds(outlines)
        font["hmtx"][f"{name}.tnum"] = (width, left)
    lines = "".join(f"sub {name} by {name}.tnum;" for name in digits)
    del font["GSUB"]  # the shaper itself puts letters and marks together
    addOpenTypeFeaturesFromString(font, f"feature tnum {{ {lines} }} tnum;", tables=["GSUB"])
    return [f"{name}.tnum" for name in digits]


if __name__ == "__main__":
    main()
