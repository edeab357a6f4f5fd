"""Measure `bantin check` and `bantin build` on made-up national sites, each beside a peer.

    make bench BENCHFLAGS="--pages 16000 --rounds 5"

All contenders run turn by turn, every one in a process of its own and all on one core where the system allows it. The
table shows medians. On a busy machine trust the processor time and the ratios, which are taken within a turn, more
than the wall time. The peers are yamllint over the same data/ (installed apart from the project, under .cache/) and
stock MkDocs over the same Markdown.
"""

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
YAMLLINT = "1.38.0"
YAMLLINT_RULES = "{extends: default, rules: {document-start: disable, line-length: {max: 160}}}"
CACHE = ".bantin"
"""The folder of results below a site's, without which a check starts cold."""

PLANS = """
from bantin.model import Catalogue, Outline
from bantin.pages import plans_of
from bantin.places import gazetteer, present_era
places = [unit.path for province in gazetteer.provinces(present_era()) for unit in gazetteer.communes(province)]
quarters = [f"{path}/{year}-quy-{n}" for year in (2026, 2027) for path in places for n in range(1, 5)]
assert len(plans_of(Outline(frozenset(quarters[:16_500])), Catalogue())) > 19_000
"""
"""Lists the plans of a national site, and makes no page."""

Command = Sequence[str | Path]


@dataclass(frozen=True, slots=True)
class Run:
    """What one process took."""

    wall: float
    cpu: float
    """User and system time together, in seconds."""
    peak: float
    """The most memory it held, in MB."""


@dataclass(frozen=True)
class Contender:
    """A command whose runs are compared."""

    name: str
    command: Command
    files: int
    """How many files it reads or pages it writes."""
    prepare: Callable[[int], None] = lambda turn: None
    """What happens before each turn, unmeasured."""
    codes: tuple[int, ...] = (0,)
    """The exit codes of a run that did its work."""
    is_peer: bool = False
    """Whether the others are compared with this one."""
    runs: list[Run] = field(default_factory=list)


def main() -> None:
    """Build the sites, run the contenders and print the table."""
    parser = argparse.ArgumentParser(description="Measure bantin beside its peers.")
    parser.add_argument("--pages", type=int, default=2000, help="how many reports to check")
    parser.add_argument("--whole-form", action="store_true", help="about 106 figures a report instead of 34")
    parser.add_argument("--build-pages", type=int, default=500, help="about how many pages to build; 0 for no build")
    parser.add_argument("--rounds", type=int, default=5, help="how often each contender runs, at least three times")
    options = parser.parse_args()
    if options.rounds < 3:
        parser.error("a median needs three rounds")
    one_core()
    with tempfile.TemporaryDirectory(prefix="bantin-bench-") as folder:
        site, small = Path(folder, "checked"), Path(folder, "built")
        races = [check_race(site, options.pages, whole_form=options.whole_form)]
        races.append([Contender("plans, none made", [sys.executable, "-c", PLANS], 20_000)])
        if options.build_pages:
            races.append(build_race(small, options.build_pages))
        print(f"Medians of {options.rounds} turns, Python {sys.version.split()[0]}\n")
        print(f"{'':32}{'files':>7}{'wall s':>9}{'CPU s':>9}{'CPU ms/file':>13}{'peak MB':>9}{'× peer':>9}")
        for race in races:
            run_turns(race, options.rounds)
            print_rows(race)


def one_core() -> None:
    """Keep this process, and those it starts, on one core."""
    if sys.platform == "linux":
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def check_race(site: Path, reports: int, *, whole_form: bool) -> list[Contender]:
    """`bantin check` cold, warm and after a change of one file."""
    nation(site, reports, *(["--whole-form"] if whole_form else []))
    check = bantin("check", "--root", site)
    changing = sorted(site.glob("data/**/20*.yml"))[reports // 2]
    original = changing.read_bytes()

    def forget(_: int) -> None:
        shutil.rmtree(site / CACHE, ignore_errors=True)

    def change(turn: int) -> None:
        changing.write_bytes(original + f"# {turn}\n".encode())

    contenders = [
        Contender("bantin --help", bantin("--help"), 0),
        Contender("bantin check, cold", check, reports, forget),
        Contender("bantin check, warm", check, reports),
        Contender("bantin check, one file changed", check, reports, change),
    ]
    if yamllint := installed_yamllint():
        lint: Command = [yamllint, "-m", "yamllint", "--strict", "-d", YAMLLINT_RULES, site / "data"]
        contenders.append(Contender("yamllint", lint, reports, codes=(0, 1, 2), is_peer=True))
    return contenders


def build_race(site: Path, pages: int) -> list[Contender]:
    """`bantin build`, and stock MkDocs over the Markdown that `bantin render` gives."""
    nation(site, max(6, (pages - 150) * 6 // 7))  # the rest are places and, in any site, about 150 other pages
    stock = site / "stock"
    finished(bantin("render", "--root", site, stock / "docs"))
    settings = f"INHERIT: {REPOSITORY / 'tools/engine.yml'}\nsite_name: Bản tin\nsite_url: ''\ndocs_dir: docs\n"
    (stock / "mkdocs.yml").write_text(settings, encoding="utf-8")

    def clear(_: int) -> None:
        for left in (site / CACHE, site / "site", stock / "site"):
            shutil.rmtree(left, ignore_errors=True)

    mkdocs: Command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--config-file", stock / "mkdocs.yml"]
    written = len(list((stock / "docs").rglob("*.md")))
    return [
        Contender("bantin build", bantin("build", "--root", site), written, clear),
        Contender("mkdocs build, stock", mkdocs, written, clear, is_peer=True),
    ]


def nation(folder: Path, reports: int, *options: str) -> None:
    """A made-up site; written by another process, for memory this one holds would count as its children's."""
    say(f"writing {reports} reports")
    finished([sys.executable, REPOSITORY / "tools/nation.py", "--pages", str(reports), *options, folder])


def bantin(*arguments: str | Path) -> Command:
    """The command of the package that runs with this Python."""
    return [sys.executable, "-m", "bantin", *arguments]


def installed_yamllint() -> Path | None:
    """A Python that has yamllint, in an environment of its own; None where it cannot be installed."""
    folder = REPOSITORY / f".cache/yamllint-{YAMLLINT}"
    python = folder / "bin/python"
    if not (folder / "complete").is_file():
        say(f"installing yamllint {YAMLLINT} under .cache/")
        venv.create(folder, clear=True, with_pip=True)
        pip = (python, "-m", "pip", "--disable-pip-version-check", "--quiet")
        _, code, _ = ran((*pip, "install", f"yamllint=={YAMLLINT}"))
        if code:
            say("yamllint cannot be installed here, so the check has no peer")
            return None
        (folder / "complete").touch()
    return python


def run_turns(race: Sequence[Contender], rounds: int) -> None:
    """Let all contenders run, one after the other, as often as asked."""
    for turn in range(rounds):
        for contender in race:
            contender.prepare(turn)
            contender.runs.append(finished(contender.command, contender.codes))
            say(f"turn {turn + 1} of {rounds}: {contender.name}, {contender.runs[-1].wall:.2f} s")


def finished(command: Command, codes: Sequence[int] = (0,)) -> Run:
    """What a command took; the bench ends where it did not do its work."""
    run, code, said = ran(command)
    if code not in codes:
        raise SystemExit(f"{' '.join(map(str, command))}\nended with {code}:\n{said}")
    return run


def ran(command: Command) -> tuple[Run, int, str]:
    """One run of a command: what it took, its exit code and the end of what it said."""
    environment = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}
    with tempfile.TemporaryFile() as output:
        before = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=output, env=environment)  # noqa: S603 -- all of them are ours
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - before
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(max(0, output.tell() - 2000))
        said = output.read().decode(errors="replace")
    per_mb = 1 << 20 if sys.platform == "darwin" else 1 << 10
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / per_mb), process.returncode, said


def print_rows(race: Sequence[Contender]) -> None:
    """Medians of all runs, and the processor time as a multiple of the peer's in the same turn."""
    peers = [contender for contender in race if contender.is_peer]
    for contender in race:
        median = {name: statistics.median(getattr(run, name) for run in contender.runs) for name in Run.__slots__}
        line = f"{contender.name:32}{contender.files or '':>7}{median['wall']:9.2f}{median['cpu']:9.2f}"
        line += f"{1000 * median['cpu'] / contender.files:13.2f}" if contender.files else " " * 13
        line += f"{median['peak']:9.0f}"
        for peer in peers if contender.files else ():
            turns = zip(contender.runs, peer.runs, strict=True)
            line += f"{statistics.median(run.cpu / other.cpu for run, other in turns):9.3f}"
        print(line)
    print(flush=True)


def say(text: str) -> None:
    """Tell how far the bench is, apart from its table."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
