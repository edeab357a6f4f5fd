"""Templates that were compiled before print what they would print anew, whatever became of what is kept of them."""

from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from bantin.publishing import compiled
from bantin.publishing.compiled import Compiled


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where compiled templates are kept while the test runs."""
    monkeypatch.setattr(compiled, "FOLDER", tmp_path / "kept")
    monkeypatch.setattr("sys.dont_write_bytecode", False)
    return tmp_path / "kept"


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/a.md").write_text("Chào {{ name }}.", encoding="utf-8")
    (tmp_path / "templates/b.md").write_text("Hẹn {{ name }}.", encoding="utf-8")
    return tmp_path / "templates"


def printed(templates: Path, *packaged: Path, name: str = "a.md") -> str:
    cache = Compiled("test", *(packaged or (templates,)))
    environment = Environment(loader=FileSystemLoader(templates), bytecode_cache=cache)
    return environment.get_template(name).render(name="Lan")


def refuse(*_: object, **__: object) -> None:
    raise AssertionError("compiled again")


def test_a_template_is_compiled_once(kept: Path, templates: Path, monkeypatch: pytest.MonkeyPatch):
    assert printed(templates) == "Chào Lan."
    assert len([*kept.iterdir()]) == 1
    monkeypatch.setattr(Environment, "compile", refuse)

    assert printed(templates) == "Chào Lan."


def test_a_template_that_changed_is_compiled_again(kept: Path, templates: Path):
    printed(templates)
    (templates / "a.md").write_text("Kính chào {{ name }}.", encoding="utf-8")

    assert printed(templates) == "Kính chào Lan."
    assert printed(templates) == "Kính chào Lan."


def test_templates_of_a_site_are_never_kept(kept: Path, templates: Path, tmp_path: Path):
    assert printed(templates, tmp_path / "elsewhere") == "Chào Lan."
    assert not kept.exists()


DAMAGES: dict[str, Callable[[bytes, bytes], bytes]] = {
    "nothing": lambda _, __: b"",
    "half": lambda content, _: content[: len(content) // 2],
    "turned": lambda content, _: bytes(reversed(content)),
    "one byte": lambda content, _: content[:-1] + bytes([content[-1] ^ 1]),
    "of another template": lambda _, other: other,
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_what_is_damaged_is_compiled_again(damage: Callable[[bytes, bytes], bytes], kept: Path, templates: Path):
    printed(templates)
    (path,) = kept.iterdir()
    printed(templates, name="b.md")
    (other,) = set(kept.iterdir()) - {path}
    path.write_bytes(damage(path.read_bytes(), other.read_bytes()))

    assert printed(templates) == "Chào Lan."


def test_what_another_program_compiled_goes(kept: Path, templates: Path, monkeypatch: pytest.MonkeyPatch):
    printed(templates)
    before = {*kept.iterdir()}
    monkeypatch.setattr(compiled, "program", lambda: "another")
    printed(templates)

    assert len([*kept.iterdir()]) == 1
    assert not before & {*kept.iterdir()}


def test_where_nothing_can_be_kept_templates_are_printed_all_the_same(kept: Path, templates: Path):
    kept.write_text("a file in its place", encoding="utf-8")

    assert printed(templates) == "Chào Lan."
