"""The stages of a command, told while they last: as a bar on a terminal, as plain lines in a log."""

import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TextIO

import click

from bantin.telling.amounts import duration, rounded, whole_duration
from bantin.telling.profile import Stopwatch
from bantin.vietnamese import number

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar  # click tells its name nowhere else

Step = Callable[[int], None]
"""Hears how many more are done."""
_REDRAWN = 0.1
"""How long a bar stays as it is, in seconds …"""
_REPEATED = 10.0
"""… and how long a log hears nothing new."""
_SURE = 1.0
"""How long a stage must last before it says when it will end."""
_BAR, _BESIDES = (8, 24), 43
"""The columns of a bar, at least and at most, and those that words beside it may need."""


@dataclass(frozen=True, slots=True)
class State:
    """How far a stage is."""

    name: str
    total: int | None
    """How much there is to do; None where nothing is counted."""
    of: str
    """What is counted, as in «trang»; «» leaves that open."""
    done: int = 0
    seconds: float = 0.0

    @property
    def begins(self) -> str:
        """What a log says first."""
        return f"{self.name}: bắt đầu." if self.total is None else f"{self.name}: bắt đầu, {self._counted(self.total)}."

    @property
    def goes_on(self) -> str:
        """What a log says on the way."""
        if self.total is None:
            return f"{self.name}: đã được {duration(self.seconds)}."
        parts = [f"đã xong {number(self.done)} trong {self._counted(self.total)} ({self._percent})"]
        if rate := self._rate:
            parts.append(f"mỗi giây {f'{rate} {self.of}'.rstrip()}")
        if left := self._left:
            parts.append(f"còn khoảng {left}")
        return f"{self.name}: {', '.join(parts)}."

    @property
    def ends(self) -> str:
        """What a log says last."""
        return f"{self.name}: xong{f' {self._counted(self.done)}' if self.done else ''}, mất {duration(self.seconds)}."

    def beside_bar(self, room: int, *, is_over: bool) -> str:
        """What stands beside a bar, as much of it as there is room for."""
        parts = list(self._at_end() if is_over else self._on_the_way())
        while parts and len(" · ".join(parts)) > room:
            parts.pop()
        return " · ".join(parts)

    def _at_end(self) -> Iterator[str]:
        if self.done:
            yield self._counted(self.done)
        yield duration(self.seconds)

    def _on_the_way(self) -> Iterator[str]:
        if self.total is not None:
            yield f"{number(self.done)}/{number(self.total)}"
        if left := self._left:
            yield f"còn {left}"
        if rate := self._rate:
            yield f"{rate}/giây"

    @property
    def _percent(self) -> str:
        return f"{min(100, 100 * self.done // (self.total or 1))}%"

    @property
    def _rate(self) -> str:
        """How many a second; «» as long as nobody can tell."""
        rate = self.done / self.seconds if self.seconds >= _SURE else 0
        return rounded(rate, 0 if rate >= 10 else 1) if rate >= 0.1 else ""

    @property
    def _left(self) -> str:
        if self.total is None or not 0 < self.done < self.total or self.seconds < _SURE:
            return ""
        return whole_duration(max(1, round(self.seconds / self.done * (self.total - self.done))))

    def _counted(self, count: int) -> str:
        return f"{number(count)} {self.of}".rstrip()


class _Teller(Protocol):
    """One way to tell of a stage."""

    every: float
    """How many seconds lie between two words of it."""

    def show(self, state: State) -> None:
        """Tell how far the stage is."""

    def end(self, state: State) -> None:
        """Tell that the stage is over."""

    def say(self, text: str) -> None:
        """Tell something else in between."""


class Progress:
    """Tells of the stages of a command, one after the other, and measures them; without a stream it only measures.

    Bars and lines go to one stream, which no tool reads. All is told from one thread of one process: what other
    processes have done is counted where their results arrive.
    """

    def __init__(
        self, stream: TextIO | None = None, *, plain: bool = True, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.watch = Stopwatch()
        self._stream, self._plain, self._clock = stream, plain, clock
        self._teller: _Teller | None = None

    @contextmanager
    def stage(self, name: str, total: int | None = None, of: str = "") -> Iterator[Step]:
        """What happens inside is a stage; it calls what it is given with how many more of the `total` are done.

        A stage of nothing to do is not told of. One that breaks off says nothing at its end.
        """
        with self.watch.stage(name), self._told(State(name, total, of)) as teller:
            count = _Count(State(name, total, of), teller, self._clock)
            yield count
            if teller:
                teller.end(count.state)

    def say(self, text: str) -> None:
        """Print a line among what is told, where it disturbs no bar."""
        if self._teller:
            self._teller.say(text)
        elif self._stream:
            click.echo(text, file=self._stream)

    @contextmanager
    def _told(self, state: State) -> Iterator[_Teller | None]:
        stream = None if state.total == 0 else self._stream
        try:
            with _teller(state, stream, plain=self._plain) as self._teller:
                yield self._teller
        finally:
            self._teller = None


def progress_on(stream: TextIO) -> Progress:
    """Progress as a person sees it on a terminal, or as a log keeps it."""
    plain = not stream.isatty() or os.environ.get("TERM") == "dumb" or bool(os.environ.get("CI"))
    return Progress(stream, plain=plain)


class _Count:
    """How much of a stage is done; tells of it not too often."""

    def __init__(self, state: State, teller: _Teller | None, clock: Callable[[], float]) -> None:
        self._state, self._teller, self._clock = state, teller, clock
        self._began = self._told = clock()
        self._done = 0

    def __call__(self, count: int) -> None:
        self._done += count
        now = self._clock()
        if self._teller and now - self._told >= self._teller.every:
            self._told = now
            self._teller.show(self.state)

    @property
    def state(self) -> State:
        first = self._state
        return State(first.name, first.total, first.of, self._done, self._clock() - self._began)


def _teller(state: State, stream: TextIO | None, *, plain: bool) -> AbstractContextManager[_Teller | None]:
    if stream is None:
        return nullcontext()
    return nullcontext(_Lines(stream, state)) if plain else _Bar.of(stream, state)


class _Lines:
    """Lines for a log."""

    every = _REPEATED

    def __init__(self, stream: TextIO, state: State) -> None:
        self._stream = stream
        self.say(state.begins)

    def show(self, state: State) -> None:
        self.say(state.goes_on)

    def end(self, state: State) -> None:
        self.say(state.ends)

    def say(self, text: str) -> None:
        click.echo(text, file=self._stream)
        self._stream.flush()


class _Bar:
    """A bar on a terminal."""

    every = _REDRAWN

    def __init__(self, stream: TextIO, state: State, columns: int) -> None:
        self._stream, self._state, self._is_over = stream, state, False
        self._columns = columns
        width = min(max(columns - len(state.name) - _BESIDES - 7, _BAR[0]), _BAR[1])
        width = 0 if state.total is None or columns < 60 else width
        self._room = columns - len(state.name) - (width + 4 if width else 0) - 3  # a full line would break
        self._bar: ProgressBar[int] = click.progressbar(
            length=state.total or 1,
            label=state.name,
            file=stream,
            width=width,
            show_eta=False,
            show_percent=False,
            item_show_func=lambda _: self._state.beside_bar(self._room, is_over=self._is_over),
            bar_template="%(label)s  [%(bar)s]  %(info)s" if width else "%(label)s  %(info)s",
        )

    @classmethod
    @contextmanager
    def of(cls, stream: TextIO, state: State) -> Iterator["_Bar"]:
        """A bar that leaves the terminal as it was, whatever happens."""
        bar = cls(stream, state, shutil.get_terminal_size().columns)
        with bar._bar:
            yield bar

    def show(self, state: State) -> None:
        done, self._state = state.done - self._state.done, state
        self._bar.update(done)

    def end(self, state: State) -> None:
        self._state, self._is_over = state, True
        self._bar.finish()
        self._bar.render_progress()

    def say(self, text: str) -> None:
        self._stream.write("\r" + " " * (self._columns - 1) + "\r")
        click.echo(text, file=self._stream)
        self._stream.write(self._bar.format_progress_line())
        self._stream.flush()
