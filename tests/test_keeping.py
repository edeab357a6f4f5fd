"""What is kept comes back as it was, or not at all, and never does anything."""

import os
import pickle
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from bantin.keeping import Keeper, packed, unpacked
from bantin.problems import Location, Problem
from bantin.writing import write_whole


class Bad:
    """What asks for a call of something when it is read."""

    def __init__(self, *call: object) -> None:
        self.call = call

    def __reduce__(self) -> tuple[object, ...]:
        return self.call[0], self.call[1:]


@pytest.mark.parametrize(
    "value",
    [None, "đ", b"x", (1, 2.5), {"a": frozenset("ab")}, date(2023, 8, 20), Decimal("93.62"), Location("data/x.yml")],
)
def test_a_value_comes_back(tmp_path: Path, value: object):
    Keeper(tmp_path).write("tên", value)

    assert Keeper(tmp_path).read("tên") == value


def test_a_value_is_read_under_no_other_name(tmp_path: Path):
    keeper = Keeper(tmp_path)
    for name in ("a", "b"):
        keeper.write(name, name)
    first, second = sorted(tmp_path.glob("*.kept"))
    second.write_bytes(first.read_bytes())

    assert sorted(str(keeper.read(name)) for name in ("a", "b")) in (["None", "a"], ["None", "b"])


@pytest.mark.parametrize(
    "call", [(os.system, "true"), (eval, "1"), (write_whole, Path("x"), ""), (getattr, "", "join")]
)
def test_what_would_do_something_is_no_value(call: tuple[object, ...]):
    with pytest.raises(pickle.UnpicklingError):
        unpacked(pickle.dumps(Bad(*call)))


def test_a_value_counts_for_what_it_was_kept_on(tmp_path):
    keeper, made = Keeper(tmp_path), []

    def make() -> str:
        made.append("x")
        return "x" * len(made)

    assert [keeper.made("a", basis, make) for basis in (1, 1, 2, 2)] == ["x", "x", "xx", "xx"]
    assert keeper.on("a", 2) == "xx"
    assert keeper.on("a", 1) is None


@pytest.mark.parametrize("odd", [None, "x", {"x": 1}, (), (1,), (1, 2, 3)])
def test_what_was_kept_on_nothing_counts_for_nothing(tmp_path, odd):
    keeper = Keeper(tmp_path)
    keeper.write("a", odd)

    assert keeper.on("a", 1) is None
    assert keeper.made("a", 1, lambda: "made") == "made"


def test_what_has_a_name_is_kept_by_it():
    known = Problem(Location("data/x.yml"), "sum-differs", "Không khớp.")
    bytes_of = packed([known, known], lambda thing: "one" if thing is known else None)

    assert b"sum-differs" not in bytes_of
    assert unpacked(bytes_of, {"one": known}.get) == [known, known]
