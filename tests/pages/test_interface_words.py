"""Every word of the interface is Vietnamese: on a page of each kind what is shown and read aloud, and in scripts what they say.

A word without marks is told by its shape. Vietnamese syllables are built by few rules, and one without a tone mark never
ends in c, ch, p or t, so hardly any English word passes for one.
"""

import re
from functools import cache
from pathlib import Path

import pytest
from built import parts
from kinds import PAGES

import bantin.theme
from bantin.places import gazetteer

SCRIPTS = Path(bantin.theme.__file__).parent / "assets/javascripts"
READ = ("aria-label", "title", "alt", "placeholder", "data-ten", "label", "content")
"""Attributes that are shown or read aloud."""
SPOKEN = {"button", "summary", "label", "option", "legend", "th", "caption", "figcaption", "dt", "h1", "h2", "h3", "h4",
          "small", "title", "address", "span", "b", "i"}  # fmt: skip
"""Elements whose own text is ours, or names."""
_SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdghklmnprstvx])?"
    r"(?:[aeiouy](?:m|n|ng|nh)?|(?:oa|oe|uy|ie|ia|ua|uo|ye|uye)(?:m|n|ng|nh)?|[aou]?[iouy]|ai|ao|au|ay|eo|oi|ui|iu|oai|oay|uya|ieu|yeu|uoi)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_NAMES = {"JavaScript", "web", "http", "Excel", "Zalo", "Internet", "VNeID", "bantin", "css", "Chro", "Uar"}
"""Names that no Vietnamese word stands for; those in capitals are left alone."""


@cache
def of_names() -> frozenset[str]:
    """The words of names of places."""
    units = (unit for path in gazetteer.province_paths() for unit in gazetteer.units(path))
    return frozenset(word.lower() for unit in units for word in _WORD.findall(unit.name))


def foreign(text: str) -> list[str]:
    """The words of a text that cannot be Vietnamese."""
    return [word for word in _WORD.findall(text) if not _is_known(word)]


def _is_known(word: str) -> bool:
    return (
        not word.isascii()
        or word.isupper()
        or word in _NAMES
        or bool(_SYLLABLE.fullmatch(word))
        or word.lower() in of_names()
    )


@pytest.mark.parametrize("words", ["Skip to content", "Back to top", "Search", "Open menu", "Table of contents", "Close",
                                   "Switch to dark mode", "Next", "Share", "Loading results", "Footer", "Copy to clipboard",
                                   "Previous page", "Edit this page", "Type to start searching", "Clear", "Header"])  # fmt: skip
def test_english_is_told(words: str):
    assert foreign(words)


@pytest.mark.parametrize("words", ["Cao Lanh", "trong khi xem qua", "Nam", "khoa hoa", "theo sau", "giao thoa", "quy khoan",
                                   "nguyen", "yeu", "khuya", "hoai", "xoay", "Gia Lai", "Kon Tum", "CSV"])  # fmt: skip
def test_vietnamese_without_marks_is_not(words: str):
    assert not foreign(words)


def interface(path: Path) -> set[str]:
    """What a built page says besides its own prose."""
    found = parts(path)
    texts = {text for element, text in found.texts if element in SPOKEN}
    for element, attributes in found.tags:
        texts |= {
            attributes[name] or ""
            for name in READ
            if name in attributes and (element != "meta" or attributes.get("name") == "description")
        }
    return texts


def test_every_word_that_a_page_shows_or_says_is_vietnamese(site_dir: Path):
    wrong = {
        text: found
        for address in PAGES.values()
        for text in interface(site_dir / address if address.endswith(".html") else site_dir / address / "index.html")
        if (found := foreign(text))
    }

    assert wrong == {}


def test_every_word_that_a_script_says_is_vietnamese():
    texts = [
        text
        for script in sorted(SCRIPTS.rglob("*.js"))
        for _, text in re.findall(
            r"([\"'`])((?:(?!\1)[^\\\n])*)\1", _without_comments(script.read_text(encoding="utf-8"))
        )
        if re.match(r"[^\W\da-z_][^\W\d_]* ?", text) and not re.search(r"[{}<>=;]", text)
    ]

    assert len(texts) > 20
    assert {text: found for text in texts if " " in text and (found := foreign(text))} == {}


def _without_comments(script: str) -> str:
    return re.sub(r"^\s*(?://|/?\*).*$|\s//\s.*$", "", script, flags=re.MULTILINE)
