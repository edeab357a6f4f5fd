"""The house: rooms are entered by their doors, say what they hold, and stay small enough to be read."""

import ast
import importlib
import re
import statistics
import tomllib
from functools import cache
from pathlib import Path

import pytest
from built import ROOT

import bantin

PACKAGE = Path(bantin.__file__).parent
ROOMS = sorted(path.parent for path in PACKAGE.glob("*/__init__.py"))
BESIDE_THE_DOOR = {"bantin.publishing.engine", "bantin.publishing.events", "bantin.model.procedures"}
"""What is asked for by its own name: whoever opens the door of its room needs no MkDocs; a room inside a room."""


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


def room_of(module: str) -> str:
    return ".".join(module.split(".")[:2])


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_room_is_entered_by_its_door(path: Path):
    rooms = {f"bantin.{room.name}" for room in ROOMS}
    asked = [node.module for node in ast.walk(tree(path)) if isinstance(node, ast.ImportFrom) and node.module]
    inside = [name for name in asked if room_of(name) in rooms and room_of(name) != room_of(name_of(path))]

    assert set(inside) <= rooms | BESIDE_THE_DOOR


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_a_door_names_every_module_of_its_room(room: Path):
    said = tree(room / "__init__.py")
    listed = re.findall(r"^\| `(\w+)` \|", ast.get_docstring(said) or "", re.MULTILINE)
    there = [path.stem for path in room.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()]

    assert sorted(listed) == sorted(name for name in there if name != "__init__") or len(there) == 1


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.name)
def test_a_door_offers_only_what_somebody_asks_for(room: Path):
    door = f"bantin.{room.name}"
    offered = set(getattr(importlib.import_module(door), "__all__", ()))

    assert offered <= {name for path, module, name in imported() if module == door and room not in path.parents}


@cache
def imported() -> frozenset[tuple[Path, str, str]]:
    """What every file imports by name, and from where."""
    return frozenset(
        (path, node.module, alias.name)
        for path in (*MODULES, *(ROOT / "tools").glob("*.py"), *(ROOT / "tests").rglob("*.py"))
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and node.module
        for alias in node.names
    )


def test_the_package_lists_every_room():
    said = ast.get_docstring(tree(PACKAGE / "__init__.py")) or ""
    listed = {name for row in re.findall(r"^\| (`.*?`) \|", said, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)}
    there = {path.stem for path in PACKAGE.iterdir() if path.suffix == ".py"} | {room.name for room in ROOMS}

    assert listed - {"templates"} == there - {"__init__", "__main__"}


def test_every_room_is_a_row_of_the_contract():
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    rows = {name for row in contracts[0]["layers"] for name in row.split(" | ")}

    assert rows >= {room.name for room in ROOMS if any(room.glob("[!_]*.py"))}


def functions() -> list[ast.FunctionDef]:
    return [node for path in MODULES for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef)]


def lines(node: ast.FunctionDef | ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def test_functions_and_modules_stay_short():
    of_functions = [lines(function) for function in functions()]
    of_modules = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in MODULES}
    of_classes = {node.name: lines(node) for path in MODULES for node in ast.walk(tree(path))
                  if isinstance(node, ast.ClassDef)}  # fmt: skip

    assert statistics.median(of_functions) <= 6
    assert sum(length <= 25 for length in of_functions) >= 0.97 * len(of_functions)
    assert {name: length for name, length in of_modules.items() if length > 350} == {}
    assert sum(length <= 200 for length in of_modules.values()) >= 0.8 * len(of_modules)
    assert {name: length for name, length in of_classes.items() if length > 150} == {}


def test_nobody_hands_in_a_list_of_problems_to_be_filled():
    filled = {
        function.name
        for function in functions()
        for node in ast.walk(function)
        if isinstance(node, ast.Attribute)
        and node.attr in ("append", "extend")
        and isinstance(node.value, ast.Name)
        and node.value.id in {argument.arg for argument in (*function.args.args, *function.args.kwonlyargs)}
    }

    assert filled == set()
