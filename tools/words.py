"""Compile the words of the command: what click says, in Vietnamese.

    make words

The sources are the .po files below generator/bantin/locale/; a test holds what was compiled against them, and them
against every message of the installed click.
"""

from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LOCALE = Path(__file__).parent.parent / "generator/bantin/locale"


def main() -> None:
    for source in LOCALE.rglob("*.po"):
        with source.open("rb") as words, source.with_suffix(".mo").open("wb") as compiled:
            write_mo(compiled, read_po(words))


if __name__ == "__main__":
    main()
