"""Work in several processes: each thing by itself, the results as they come."""

import gc
import multiprocessing
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from typing import Any, TypeVar

from bantin.telling import Profile, Stopwatch

S = TypeVar("S")
T = TypeVar("T")
U = TypeVar("U")
Work = Callable[[S, T, Stopwatch], U]
"""What is done with a thing; the stopwatch hears of its stages."""

_WATCH = 0.5
"""How often a process looks whether the one that started it still runs, in seconds."""
_given: Any = None
"""What this process works with."""


def spread(work: Work[S, T, U], state: S, things: Sequence[T], *, jobs: int, watch: Stopwatch) -> Iterator[U]:
    """The results of some work on all things, in any order; in this process where one is enough."""
    if jobs <= 1 or len(things) <= 1:
        yield from (work(state, thing, watch) for thing in things)
        return
    # A copy of this process holds what was read already; where the system cannot copy one, all is sent over.
    context = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
    with ProcessPoolExecutor(min(jobs, len(things)), context, _begin, (state, os.getpid())) as pool:
        pending = [pool.submit(_do, work, thing) for thing in things]
        try:
            for done in as_completed(pending):
                result, profile = done.result()
                watch.add(profile)
                yield result
        finally:
            pool.shutdown(cancel_futures=True)


def _begin(state: object, parent: int) -> None:
    global _given  # noqa: PLW0603 -- a process has one state for its whole life
    _given = state
    gc.set_threshold(100_000, 10)  # one page after another leaves more behind than what is read
    threading.Thread(target=_watch, args=(parent,), daemon=True).start()


def _watch(parent: int) -> None:
    """A process whose parent was killed goes too, and with it the locks that it inherited."""
    while os.getppid() == parent:
        time.sleep(_WATCH)
    os._exit(1)


def _do(work: Work[Any, T, U], thing: T) -> tuple[U, Profile]:
    watch = Stopwatch()
    return work(_given, thing, watch), watch.profile
