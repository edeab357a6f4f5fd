"""What makes two things one: their meaning, never the object that holds it.

So provinces may be read in other processes, and one by one, and put together.
"""

from typing import Generic, TypeVar

from bantin.problems import Location

T = TypeVar("T")


class SameById:
    """Things of the catalogue: two of one kind and one id are the same."""

    __slots__ = ()
    id: str

    def __eq__(self, other: object) -> bool:
        return self is other or (isinstance(other, SameById) and type(other) is type(self) and self.id == other.id)

    def __hash__(self) -> int:
        return hash(self.id)


class SameByLocation:
    """Things of files: two that stand at one place of one file are the same."""

    __slots__ = ()
    at: Location

    def __eq__(self, other: object) -> bool:
        return self is other or (
            isinstance(other, SameByLocation) and type(other) is type(self) and self.at == other.at
        )

    def __hash__(self) -> int:
        return hash(self.at)


class Plain:
    """Things that work something out of their fields: they travel as their fields alone, always the same."""

    __slots__ = ()

    def __getstate__(self) -> dict[str, object]:
        return {name: self.__dict__[name] for name in self.__dataclass_fields__}  # type: ignore[attr-defined]


class This(Generic[T]):
    """One object and no other, were it of the same meaning: what was made of it is not true of one read later."""

    __slots__ = ("thing",)

    def __init__(self, thing: T) -> None:
        self.thing = thing

    def __eq__(self, other: object) -> bool:
        return isinstance(other, This) and self.thing is other.thing

    def __hash__(self) -> int:
        return id(self.thing)
