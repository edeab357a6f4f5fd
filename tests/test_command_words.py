"""Every word of the command is Vietnamese: ours, and those that click says."""

import ast
import io
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from click.testing import CliRunner

from bantin.cli import main

WORDS = Path(main.callback.__code__.co_filename).parent / "locale/vi/LC_MESSAGES/bantin.po"
OF_PROGRAMMERS = {
    "d",
    "Arguments take exactly one parameter declaration, got {length}: {decls}.",
    "Boolean option {decl!r} cannot use the same flag for true/false.",
    "Could not determine name for option with declarations {decls!r}",
    "Invalid start character for option ({option})",
    "Name '{name}' defined twice",
    (
        "No options defined but a name was passed ({name}). Did you mean to declare an argument instead? "
        "Did you mean to pass '--{name}'?"
    ),
    "Unknown color {colour!r}",
    "Unknown standard stream '{name}'",
}
"""What click says to whoever writes a command wrongly; and its letter for days, which no bar of ours reaches."""
ENGLISH = ("Usage", "Options", "Commands", "COMMAND", "OPTIONS", "Error", "Try", "Show", "default", "TEXT", "PATH",
           "DIRECTORY", "FILE", "INTEGER", "RANGE", "No such", "Missing", "Invalid", "Did you", "is not", "unexpected")  # fmt: skip


@pytest.fixture(scope="module")
def words() -> Catalog:
    with WORDS.open("rb") as file:
        return read_po(file)


def said_by_click() -> Iterator[str]:
    for path in Path(click.__file__).parent.glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in {"_", "ngettext"}:
                yield from [call.args[0].value] if isinstance(call.args[0], ast.Constant) else ["required"]


def test_all_that_click_can_say_has_vietnamese_words(words: Catalog):
    said = set(said_by_click())

    assert len(said) > 50
    assert sorted(word for word in said - OF_PROGRAMMERS if word not in words or not words[word].string) == []


def test_words_are_no_others_than_click_says(words: Catalog):
    written = {message.id if isinstance(message.id, str) else message.id[0] for message in words if message.id}

    assert sorted(written - set(said_by_click())) == []


def test_words_are_compiled_as_they_are_written(words: Catalog):
    compiled = io.BytesIO()
    write_mo(compiled, words)

    assert compiled.getvalue() == WORDS.with_suffix(".mo").read_bytes(), "mời chạy: make words"


@pytest.mark.parametrize("command", [(), *((name,) for name in main.commands)], ids=" ".join)
def test_help_is_vietnamese_and_whole(command: tuple[str, ...]):
    shown = CliRunner().invoke(main, [*command, "--help"]).output

    assert [word for word in ENGLISH if word in shown] == []
    assert "..." not in shown
    if not command:
        flat = " ".join(shown.split())
        assert [name for name, other in main.commands.items() if " ".join(other.help.split()) not in flat] == []


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ("chek", "Không có lệnh «chek»."),
        ("build --foo", "Không có tùy chọn «--foo»."),
        ("build --jobs x", "«x» không phải là số hợp lệ."),
        ("build --jobs 0", "0 nằm ngoài khoảng x>=1."),
        ("build --only", "Sau tùy chọn «--only» còn thiếu giá trị."),
        ("build --strict=1", "Tùy chọn «--strict» không kèm giá trị nào."),
        ("check --format xml", "«xml» không phải là một trong"),
        ("check khong/co.yml", "Không có «khong/co.yml»."),
        ("check --root khong-co", "Không có «khong-co»."),
        ("check -f .", "«.» là thư mục."),
        ("explain a b", "Ghi thừa sau tên lệnh: b"),
        ("render", "Chưa ghi 'THƯ-MỤC'."),
    ],
)
def test_wrong_usage_is_told_in_vietnamese(wrong: str, told: str):
    done = CliRunner().invoke(main, wrong.split())

    assert done.exit_code == 2
    assert told in done.output
    assert [word for word in ENGLISH if word in done.output.replace("--format", "")] == []


def test_the_version_is_told():
    done = CliRunner().invoke(main, ["--version"])

    assert done.exit_code == 0
    assert done.output.startswith("Bản tin CCHC, phiên bản ")
