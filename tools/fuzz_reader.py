"""Feed mutated files to the readers of YAML, articles and figures, and stop where one does what none may do.

    make fuzz FUZZ_SECONDS=300

No text raises an exception, every problem lies inside its text, and no text takes two seconds. Atheris, which watches
what code each input reaches, is installed apart from the project, under .cache/; where it cannot be installed, inputs
are mutated blindly. The files of tests/sites/ are the seeds. An input that breaks a promise is kept in .cache/fuzz/;
`python tools/fuzz_reader.py FILE` reads it once more.
"""

import argparse
import os
import random
import subprocess
import sys
import time
import venv
from collections.abc import Iterator
from contextlib import nullcontext
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

atheris = import_module("atheris") if find_spec("atheris") else None
with atheris.instrument_imports(include=["bantin"]) if atheris else nullcontext():
    from bantin.model.references import references
    from bantin.model.values import Kind, Value
    from bantin.problems import Problem
    from bantin.problems.codes.values import OF_FIGURES
    from bantin.reading.articles import article_of
    from bantin.reading.letters.characters import decoded
    from bantin.reading.numbers import Misprint, parse
    from bantin.reading.trees import read
    from bantin.vietnamese import normalise

REPOSITORY = Path(__file__).parent.parent
SITES = REPOSITORY / "tests/sites"
FOUND = REPOSITORY / ".cache/fuzz"
ATHERIS = "3.0.0"
SLOW = 2.0
LONGEST = 4096
ARTICLE = PurePosixPath("content/kien-giang/huyen-vinh-thuan/2026-11-22-nua-dau-nam.md")


def main() -> None:
    """Fuzz for as long as asked, or read the files that are named."""
    parser = argparse.ArgumentParser(description="Feed mutated files to the readers.")
    parser.add_argument("--seconds", type=int, default=60, help="how long to go on")
    parser.add_argument("files", nargs="*", type=Path, help="inputs to read instead")
    options = parser.parse_args()
    FOUND.mkdir(parents=True, exist_ok=True)
    if options.files:
        for file in options.files:
            check(file.read_bytes())
            print(f"{file}: nothing wrong")
    elif atheris:
        guided(options.seconds)
    elif python := installed_atheris():
        raise SystemExit(run_inside(python, options.seconds))
    else:
        blind(options.seconds)


def check(data: bytes) -> None:
    """Read a text with every reader; an AssertionError tells of a broken promise."""
    before = time.process_time()
    text, _ = decoded(data, "x")
    article, found = article_of(data, ARTICLE)
    problems = [*read(data, "x").problems, *found]
    problems += [found for found in references(article) if isinstance(found, Problem)] if article else []
    typed = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    lines = (normalise(typed) if text is None else text).split("\n")
    for problem in problems:
        line, column = problem.location.line, problem.location.column
        assert problem.line().isprintable(), problem
        assert 1 <= line <= len(lines), problem
        assert 1 <= column <= len(lines[line - 1]) + 1, problem
    for value in (text or "")[:300].split("\n"):
        check_value(value)
    assert time.process_time() - before < SLOW, "too slow"


def check_value(text: str) -> None:
    """Read a line as a figure of every kind."""
    for kind in Kind:
        value = parse.__wrapped__(text, kind, unit="hồ sơ")
        if isinstance(value, Misprint):
            assert value.code in OF_FIGURES
            assert 0 <= value.offset <= value.offset + value.length <= len(normalise(text)), value
        elif isinstance(value, Value):
            assert value.text == normalise(text)
            assert value.interval.within(value.unrounded) is True, value


def guided(seconds: int) -> None:
    """Let atheris choose the inputs; it ends the process."""
    assert atheris
    seeds, corpus = FOUND / "seeds", FOUND / "corpus"
    seeds.mkdir(exist_ok=True)
    corpus.mkdir(exist_ok=True)
    for number, seed in enumerate(texts()):
        (seeds / str(number)).write_bytes(seed)
    flags = [
        f"-max_total_time={seconds}",
        f"-timeout={int(2 * SLOW)}",
        f"-max_len={LONGEST}",
        f"-artifact_prefix={FOUND}/",
    ]
    atheris.Setup([sys.argv[0], *flags, "-print_final_stats=1", str(corpus), str(seeds)], check)
    atheris.Fuzz()


def blind(seconds: int) -> None:
    """Mutate the seeds at random, the same way every time."""
    chance, seeds, read = random.Random(1), list(texts()), 0  # noqa: S311 -- no secret
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        data = mutated(chance, chance.choice(seeds), chance.choice(seeds))
        try:
            check(data)
        except BaseException:
            (FOUND / "crash").write_bytes(data)
            say(f"the input is kept in {FOUND / 'crash'}")
            raise
        read += 1
    print(f"{read} inputs, nothing wrong")


def mutated(chance: random.Random, seed: bytes, other: bytes) -> bytes:
    """A seed with a few pieces exchanged for pieces of another, or for random bytes."""
    data = bytearray(seed)
    for _ in range(chance.randint(1, 4)):
        start, length, taken = chance.randint(0, len(data)), chance.randint(0, 12), chance.randint(0, len(other))
        piece = chance.choice((other[taken : taken + chance.randint(0, 20)], chance.randbytes(chance.randint(0, 3))))
        data[start : start + length] = piece
    return bytes(data)


def texts() -> Iterator[bytes]:
    """The seeds: the beginnings of what lies in the sites of the tests."""
    for path in sorted(SITES.rglob("*")):
        if path.suffix in (".yml", ".md") and path.is_file():
            yield path.read_bytes()[:LONGEST]


def run_inside(python: Path, seconds: int) -> int:
    """Fuzz with the Python that has atheris; whatever else this one has, that one borrows."""
    paths = [str(REPOSITORY / "generator"), *filter(None, sys.path)]
    command: list[str | Path] = [python, Path(__file__), "--seconds", str(seconds)]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(paths)}
    return subprocess.run(command, env=environment, check=False).returncode  # noqa: S603 -- it is this file


def installed_atheris() -> Path | None:
    """A Python that has atheris, in an environment of its own; None where it cannot be installed."""
    folder = REPOSITORY / f".cache/atheris-{ATHERIS}"
    python = folder / "bin/python"
    if not (folder / "complete").is_file():
        say(f"installing atheris {ATHERIS} under .cache/")
        venv.create(folder, clear=True, with_pip=True)
        pip: list[str | Path] = [python, "-m", "pip", "--disable-pip-version-check", "--quiet"]
        if subprocess.run([*pip, "install", f"atheris=={ATHERIS}"], check=False).returncode:  # noqa: S603 -- all of it is ours
            say("atheris cannot be installed here, so inputs are mutated blindly")
            return None
        (folder / "complete").touch()
    return python


def say(text: str) -> None:
    """Tell how far the fuzzing is."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
