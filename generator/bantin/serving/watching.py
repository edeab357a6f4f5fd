"""Builds whenever a file was saved.

They are processes of their own: what breaks there leaves the pages as they were.
"""

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bantin.folders import Folders, settings_files
from bantin.inspection import stamps
from bantin.serving.shown import State

PAUSE = 0.4
"""Seconds between two looks at the files."""

Command = Callable[..., Sequence[str]]
"""Words of the command `bantin` into how it is started."""


def watch(folders: Folders, site: Path, *, state: State, command: Command, stop: threading.Event) -> None:
    """Build a site into a folder now, and again whenever a file was saved, until `stop` is set."""
    places = (*folders.sources, *settings_files(folders.settings))
    before: dict[Path, tuple[int, int]] | None = None
    while not stop.is_set():
        now = stamps(places)
        if now != before:
            before = now
            _build(state, command, site, stop=stop)
        stop.wait(PAUSE)


def _build(state: State, command: Command, site: Path, *, stop: threading.Event) -> None:
    state.change(stage="building")
    code, said = _ran(command("build", "--site-dir", str(site)), stop)
    if stop.is_set():
        return
    if code == 0:
        state.change(stage="sound", build=state.now.build + 1, slips=(), said="")
    else:
        slips = _slips(command, stop)
        state.change(stage="failed", slips=slips, said="" if slips else said)


def _slips(command: Command, stop: threading.Event) -> tuple[dict[str, Any], ...]:
    """The errors that a check finds; none where it cannot tell any."""
    _, said = _ran(command("check", "--format", "json"), stop, errors=subprocess.DEVNULL)
    try:
        return tuple(slip for slip in json.loads(said) if slip["severity"] == "error")
    except ValueError:
        return ()


def _ran(command: Sequence[str], stop: threading.Event, *, errors: int = subprocess.STDOUT) -> tuple[int, str]:
    """How a process ended and what it said; it is ended before its time where everything stops."""
    with subprocess.Popen(  # noqa: S603 -- our own command
        command, stdout=subprocess.PIPE, stderr=errors, stdin=subprocess.DEVNULL
    ) as process:
        while True:
            try:
                said, _ = process.communicate(timeout=PAUSE)
            except subprocess.TimeoutExpired:
                if stop.is_set():
                    process.terminate()
            else:
                return process.returncode, said.decode("utf-8", "replace")


def command_of(folders: Folders) -> Command:
    """How `bantin` is started for this site."""
    settings = ["--config-file", str(folders.settings)] if folders.settings else []
    start = [sys.executable, "-X", "utf8", "-m", "bantin"]
    return lambda name, *words: [*start, name, "--root", str(folders.root), *settings, *words]
