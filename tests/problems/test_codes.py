"""The table of codes: problems have these codes and no others, and each is explained."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import bantin
from bantin.problems import CODES, GROUPS, Location, Problem

PACKAGE = Path(bantin.__file__).parent
TABLE = PACKAGE / "problems/codes"
WORDS = re.compile("[a-z]+(-[a-z0-9]+)+")
NO_CODES = {
    "danh-muc", "dau-trang", "ten-trang", "ten-bai", "phan-to", "utf-8", "utf-8-sig", "chi-so", "chat-luong", "tra-cuu",
    "den-nay", "thu-tuc", "utf-16-le",
}  # fmt: skip
"""Other words that are joined by dashes where problems are made."""


def test_a_problem_has_a_code_of_the_table():
    with pytest.raises(ValueError, match="source-mising"):
        Problem(Location("data/x.yml"), "source-mising", "Tệp chưa ghi nguồn.")


def test_every_code_that_the_package_names_is_in_the_table():
    assert named() - NO_CODES - {*CODES} == set()


def test_every_code_of_the_table_is_named_by_the_package():
    assert [code for code in CODES if code not in named() | {"symlink"}] == []  # the only one of one word


def test_a_code_is_in_one_group():
    assert sum(len(group) for group in GROUPS.values()) == len(CODES)


@pytest.mark.parametrize("code", CODES)
def test_a_code_is_words_joined_by_dashes(code: str):
    assert re.fullmatch("[a-z]+(-[a-z0-9]+)*", code)


@pytest.mark.parametrize("code", CODES)
def test_an_explanation_is_a_few_full_sentences(code: str):
    text = CODES[code].explanation

    assert text[0].isupper() or text[0] == "«"
    assert text.endswith(".")
    assert 2 <= text.count(". ") + 1 <= 4


@pytest.mark.parametrize("code", CODES)
def test_a_summary_is_one_sentence(code: str):
    assert CODES[code].summary.endswith(".")
    assert ". " not in CODES[code].summary


@cache
def named() -> frozenset[str]:
    """The texts of words joined by dashes in all modules that make problems or name a code."""
    sources = [path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py") if TABLE not in path.parents]
    found = [({text for text in texts(source) if WORDS.fullmatch(text)}, "Problem(" in source) for source in sources]
    return frozenset(word for words, makes in found if makes or words & {*CODES} for word in words)


def texts(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
