"""What each stage of a command took, by the clock and of the processors, in one process or many; the most memory."""

import os
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from bantin.telling.amounts import rounded, share

Path = tuple[str, ...]
"""The name of a stage, behind the names of the stages that it is a part of."""
_HEADINGS = ("Giai đoạn", "Giây", "Giây CPU", "% CPU")
_NOTE = (
    "«Giây» là thời gian chờ; «Giây CPU» cộng thời gian tính toán của mọi tiến trình, nên có thể lớn hơn. Dòng lùi vào "
    "là một phần của dòng trên nó; dòng không ghi số giây là việc của nhiều tiến trình làm cùng lúc."
)


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds that a stage took."""

    seconds: float | None = 0.0
    """By the clock; None where other processes worked on it, side by side."""
    cpu: float = 0.0
    """Of the processors, in all processes."""

    def __add__(self, other: "Spent") -> "Spent":
        known = [one.seconds for one in (self, other) if one.seconds is not None]
        return Spent(sum(known) if known else None, self.cpu + other.cpu)


@dataclass(frozen=True, slots=True)
class Profile:
    """What a process spent, with what it heard of others: plain values, which go from one process to another."""

    process: int
    whole: Spent
    """All that was spent, in stages and between them."""
    stages: Mapping[Path, Spent]
    peak: int | None = None
    """The most memory that any of the processes took, in bytes; None where the system does not say."""


class Stopwatch:
    """Measures the stages of this process, and counts what others report."""

    def __init__(
        self, clock: Callable[[], float] = time.perf_counter, cpu: Callable[[], float] = time.process_time
    ) -> None:
        self._clock, self._cpu = clock, cpu
        self._elsewhere = 0.0
        self._began = clock(), cpu()
        self._open: Path = ()
        self._stages: dict[Path, Spent] = {}
        self._peak: int | None = None

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """What happens inside is a stage, or a part of the stage that it happens in."""
        outer, self._open = self._open, (*self._open, name)
        self._count(self._open, Spent(None))  # stands in the table before its own parts
        began = self._clock(), self._now()
        try:
            yield
        finally:
            self._count(self._open, Spent(self._clock() - began[0], self._now() - began[1]))
            self._open = outer

    def add(self, profile: Profile) -> None:
        """What another process spent, or a stopwatch of its own in this one, is a part of the stage that is open."""
        is_here = profile.process == os.getpid()  # then our own clocks ran, too
        self._elsewhere += 0 if is_here else profile.whole.cpu
        for path, spent in profile.stages.items():
            self._count((*self._open, *path), spent if is_here else Spent(None, spent.cpu))
        self._peak = _most(self._peak, profile.peak)

    @property
    def profile(self) -> Profile:
        """All that was spent until now."""
        whole = Spent(self._clock() - self._began[0], self._now() - self._began[1])
        return Profile(os.getpid(), whole, dict(self._stages), _most(self._peak, peak_memory()))

    def _now(self) -> float:
        return self._cpu() + self._elsewhere

    def _count(self, path: Path, spent: Spent) -> None:
        self._stages[path] = self._stages.get(path, Spent(None)) + spent


def peak_memory() -> int | None:
    """The most memory that this process has taken, in bytes; None where the system does not say."""
    try:
        import resource  # noqa: PLC0415 -- Windows has none
    except ImportError:
        return None
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _most(one: int | None, other: int | None) -> int | None:
    known = [peak for peak in (one, other) if peak is not None]
    return max(known) if known else None


def table(profile: Profile) -> str:
    """Where the time went, for whoever looks after the machine: a line for each stage, its parts below it."""
    rows = [_HEADINGS, *_rows(profile)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEADINGS))]
    lines = ("  ".join((row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:]))) for row in rows)
    return "\n".join([*lines, _NOTE])


def _rows(profile: Profile) -> Iterator[tuple[str, ...]]:
    whole = profile.whole
    yield from (_row("  " * (len(path) - 1) + path[-1], spent, whole) for path, spent in _in_order(profile.stages, ()))
    tops = [spent for path, spent in profile.stages.items() if len(path) == 1]
    seconds = (whole.seconds or 0) - sum(spent.seconds or 0 for spent in tops)
    yield _row("Ngoài các giai đoạn trên", Spent(max(seconds, 0), max(whole.cpu - sum(s.cpu for s in tops), 0)), whole)
    yield _row("Tất cả", whole, whole)


def _in_order(stages: Mapping[Path, Spent], below: Path) -> Iterator[tuple[Path, Spent]]:
    """Each stage with its parts behind it, in the order in which they began."""
    for path, spent in stages.items():
        if path[:-1] == below:
            yield path, spent
            yield from _in_order(stages, path)


def _row(name: str, spent: Spent, whole: Spent) -> tuple[str, ...]:
    seconds = "" if spent.seconds is None else rounded(spent.seconds, 1)
    return name, seconds, rounded(spent.cpu, 1), share(spent.cpu, whole.cpu)
