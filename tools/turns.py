"""Commands that are measured beside each other, turn by turn: what each took, and the table of it.

A machine that others use too is never as fast as a minute before. So no contender runs three times in a row: all run
once, then all again, and whoever is compared with another is compared with its run of the same turn.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

Command = Sequence[str | Path]
Took = Literal["wall", "cpu", "peak"]


@dataclass(frozen=True, slots=True)
class Run:
    """What one process and all its children took."""

    wall: float
    cpu: float
    """User and system time together, in seconds."""
    peak: float
    """The most memory that one of them held, in MB."""

    def took(self, name: Took) -> float:
        """One of the three."""
        return {"wall": self.wall, "cpu": self.cpu, "peak": self.peak}[name]


@dataclass(frozen=True, slots=True)
class Target:
    """What a contender's median wall time may be; None where nothing is asked."""

    seconds: float | None = None
    of_peer: float | None = None
    """As a multiple of the peer's."""
    peak: float | None = None
    """Memory of a process, in MB."""


@dataclass(frozen=True)
class Contender:
    """A command whose runs are compared."""

    name: str
    command: Command
    output: Path | None = None
    """Where it writes its pages, if it does."""
    prepare: Callable[[int], None] = lambda turn: None
    """What happens before each turn, unmeasured."""
    codes: tuple[int, ...] = (0,)
    """The exit codes of a run that did its work."""
    turns: int = sys.maxsize
    """In how many turns it takes part; what takes very long may take part in the first alone."""
    is_peer: bool = False
    """Whether the others are compared with this one."""
    target: Target | None = None
    runs: list[Run] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)
    """How many pages stood where it writes after each run; a later contender may remove them."""

    def median(self, name: Took) -> float:
        """The middle one of what its runs took of something."""
        return statistics.median(run.took(name) for run in self.runs)


def run_turns(race: Sequence[Contender], turns: int) -> Iterator[tuple[Contender, int]]:
    """Each run that was made: all contenders one after the other, as often as asked."""
    for turn in range(turns):
        for contender in race:
            if turn < contender.turns:
                contender.prepare(turn)
                contender.runs.append(finished(contender.command, contender.codes))
                contender.pages.append(sum(1 for _ in contender.output.rglob("*.html")) if contender.output else 0)
                yield contender, turn


def finished(command: Command, codes: Sequence[int] = (0,)) -> Run:
    """What a command took; the bench ends where it did not do its work."""
    run, code, said = ran(command)
    if code not in codes:
        raise SystemExit(f"{' '.join(map(str, command))}\nended with {code}:\n{said}")
    return run


def ran(command: Command) -> tuple[Run, int, str]:
    """One run of a command: what it took, its exit code and the end of what it said."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # what is installed keeps what Python and Jinja have compiled
    with tempfile.TemporaryFile() as output:
        before = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=output, env=environment)  # noqa: S603 -- all of them are ours
        # Children for whom it waited are counted in, their time added and the largest one's memory taken.
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - before
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(max(0, output.seek(0, os.SEEK_END) - 2000))
        said = output.read().decode(errors="replace")
    per_mb = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / per_mb), process.returncode, said


HEADINGS = ("", "pages", "wall s", "CPU s", "peak MB", "wall ÷ peer", "CPU ÷ peer", "target")


def table(race: Sequence[Contender]) -> Iterator[str]:
    """The lines of a table in Markdown: medians of all runs, and medians of the ratios within a turn."""
    peer = next((contender for contender in race if contender.is_peer), None)
    yield "| " + " | ".join(HEADINGS) + " |"
    yield "|---|" + "---:|" * (len(HEADINGS) - 2) + "---|"
    for contender in race:
        once = " (one turn)" if contender.turns == 1 else ""
        figures = (
            f"{contender.median('wall'):.2f}",
            f"{contender.median('cpu'):.2f}",
            f"{contender.median('peak'):.0f}",
        )
        cells = (contender.name + once, str(contender.pages[-1] or ""), *figures, *_ratios(contender, peer))
        yield "| " + " | ".join((*cells, "; ".join(_judged(contender, peer)))) + " |"


def ratio(contender: Contender, peer: Contender, name: Took) -> float:
    """The median of how often a contender took what the peer took in the same turn."""
    turns = zip(contender.runs, peer.runs, strict=False)
    return statistics.median(run.took(name) / other.took(name) for run, other in turns)


def _ratios(contender: Contender, peer: Contender | None) -> Iterable[str]:
    if peer is None or contender.output is None:
        return "", ""
    return f"{ratio(contender, peer, 'wall'):.2f}", f"{ratio(contender, peer, 'cpu'):.2f}"


def _judged(contender: Contender, peer: Contender | None) -> Iterator[str]:
    target = contender.target or Target()
    if target.of_peer and peer:
        yield _verdict(ratio(contender, peer, "wall"), target.of_peer, "× peer")
    if target.seconds:
        yield _verdict(contender.median("wall"), target.seconds, "s")
    if target.peak:
        yield _verdict(contender.median("peak"), target.peak, "MB")


def _verdict(measured: float, wanted: float, unit: str) -> str:
    return f"≤ {wanted:g} {unit}: " + ("met" if measured <= wanted else f"missed, {measured / wanted:.2f} times that")
