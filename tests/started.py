"""Programs in Python that tests start, as copies of a process that has imported what they import.

To start Python and to import takes a second of computing, a hundred times in a run. A copy has arguments, a folder,
variables, output and an end of its own; only its imports are there already, and its order of sets is that of the other
copies. `make thorough` starts every program afresh.
"""

import importlib
import json
import os
import runpy
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from trying import THOROUGH

IMPORTED = (
    "bantin.cli", "bantin.plugin", "bantin.building", "bantin.publishing.engine", "mkdocs.commands.build",
    "markdown.extensions.toc",
)  # fmt: skip
"""What our command and MkDocs import at the latest when they build, with all that these import."""
COPIES = hasattr(os, "fork") and not THOROUGH


def start(
    arguments: Sequence[str], folder: Path, variables: Mapping[str, str], *, as_copy: bool = COPIES
) -> subprocess.CompletedProcess[str]:
    """What a program in Python said, and how it ended."""
    if not as_copy:
        command = [sys.executable, *arguments]
        return subprocess.run(
            command, cwd=folder, env=variables, capture_output=True, text=True, encoding="utf-8", check=False
        )
    with TemporaryDirectory() as kept:
        ends = [Path(kept) / "out", Path(kept) / "err"]
        for end in ends:
            end.touch()
        code = _copied(arguments=arguments, folder=str(folder), variables={**variables}, ends=list(map(str, ends)))
        return subprocess.CompletedProcess(arguments, code, *(end.read_text(encoding="utf-8") for end in ends))


def _copied(**asked: object) -> int:
    """How a copy ended."""
    original = _original()
    assert original.stdin
    assert original.stdout
    print(json.dumps(asked), file=original.stdin, flush=True)
    return int(original.stdout.readline())


@cache
def _original() -> subprocess.Popen[str]:
    """The process that is copied; it ends with this one."""
    return subprocess.Popen([sys.executable, __file__], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def _serve() -> None:
    for name in IMPORTED:
        importlib.import_module(name)
    for line in sys.stdin:
        copy = os.fork()
        if not copy:
            _become(**json.loads(line))
            break
        sys.stdout.write(f"{os.waitstatus_to_exitcode(os.waitpid(copy, 0)[1])}\n")
        sys.stdout.flush()


def _become(arguments: list[str], folder: str, variables: dict[str, str], ends: list[str]) -> None:
    """Be a program: what ends it ends this process."""
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(variables)
    time.tzset()
    for number, path in enumerate((os.devnull, *ends)):
        os.dup2(os.open(path, os.O_RDWR), number)
    sys.stdin = os.fdopen(0, encoding="utf-8")
    sys.stdout = os.fdopen(1, "w", encoding="utf-8")
    sys.stderr = os.fdopen(2, "w", encoding="utf-8", errors="backslashreplace", buffering=1)
    if arguments[0] == "-m":
        sys.path[0], sys.argv = folder, arguments[1:]
        runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)
    else:
        sys.path[0], sys.argv = str(Path(arguments[0]).parent), arguments
        runpy.run_path(arguments[0], run_name="__main__")


if __name__ == "__main__":
    _serve()
