"""Measure `bantin build` and `bantin check` on made-up national sites, side by side with what else could build them.

    make bench                                  1,000 reports
    make bench BENCHFLAGS="--sizes 5000 20000"
    make bench BENCHFLAGS="--all"

All contenders run turn by turn, every one in processes of its own and all on the same cores. The tables, in Markdown,
show medians; memory is that of the largest process. On a busy machine trust the ratios, which are taken within a turn,
more than the times, and the processor time more than the wall time. Peers: Hugo with a theme of a few lines (the one
that the columns «÷ peer» mean), stock MkDocs + Material and mkdocs-macros, installed apart from the project under
.cache/bench/, and `cp -r` of the finished site. docs/toc-do.md tells what is measured, and what came out.
"""

import argparse
import compileall
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from functools import partial
from importlib import metadata
from pathlib import Path

import peers
from turns import Command, Contender, Target, finished, run_turns, table

REPOSITORY = Path(__file__).parent.parent
ENTERED = ("data", "content", "theme_overrides", "mkdocs.yml")
"""What people enter; everything else below a site's root was made."""
COSTS = {
    1_000: "about 20 minutes, 0.5 GB of disk",
    5_000: "about an hour, 2.5 GB (estimated)",
    20_000: "about four hours, 9 GB (estimated)",
    100_000: "about a day, 45 GB (estimated)",
}
SMALL = 1_000
"""The most reports at which a navigation of all pages, mkdocs-macros and yamllint are measured."""
PERIODS = 6
"""As many a place has in a small nation; in one of 20,000 reports it has 27, in one of 100,000 it has 134."""
FULL, GROWN = 20_000, 100_000
_ONE_FIGURE = Target(seconds=3, of_peer=0.25, peak=400)
TARGETS = {
    (FULL, "everything"): Target(of_peer=2.5, peak=400),
    (FULL, "nothing changed"): Target(seconds=1.5, peak=400),
    (FULL, "one figure changed"): _ONE_FIGURE,
    (FULL, "one figure changed, after four others"): _ONE_FIGURE,
    (GROWN, "everything"): Target(peak=400),
    (0, "everything"): Target(seconds=3),
    (0, "one figure changed"): Target(seconds=1),
}
"""What each step may take, by the number of reports; 0 stands for our own site."""
OF_MARKDOWN = (
    "Hugo, theme of a few lines",
    "mkdocs + material, small navigation",
    "mkdocs + material, its own navigation",
)
"""The contenders that read what `bantin render` wrote."""
MOST_GROWTH = 5.5
"""How many times the time of 20,000 reports 100,000 may take."""

FIGURE = re.compile(r"^(    Thủ tục hành chính: )(\d+)$", re.MULTILINE)
OTHERS = 4
"""After how many other builds a figure is changed a second time."""
LABEL = "Thủ tục hành chính"
"""An indicator that every report of the nation prints."""
TEMPLATE = """{{% extends "bantin/bulletin.md" %}}
{{% block opening %}}
{{{{ super() }}}}
<p>Lượt {turn}.</p>

{{% endblock %}}
"""
PLANS = """
from bantin.model import Catalogue, Outline
from bantin.pages import plans_of
from bantin.places import gazetteer, present_era
places = [unit.path for province in gazetteer.provinces(present_era()) for unit in gazetteer.communes(province)]
quarters = [f"{path}/{year}-quy-{n}" for year in (2026, 2027) for path in places for n in range(1, 5)]
assert len(plans_of(Outline(frozenset(quarters[:16_500])), Catalogue())) > 19_000
"""
"""Lists the plans of a national site, and makes no page."""


def main() -> None:
    """Build the sites, run the contenders and print the tables."""
    options = _options()
    if sys.platform == "linux":
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[-options.jobs :])
    print("\n".join(surroundings(options)), flush=True)
    compileall.compile_dir(REPOSITORY / "generator", quiet=2)  # as an installed program is
    times = {size: measured(size, options) for size in (0, *sorted(options.sizes))}
    if FULL in times and GROWN in times:
        growth = times[GROWN] / times[FULL]
        said = "met" if growth <= MOST_GROWTH else "missed"
        print(f"\n100,000 reports take {growth:.2f} × the time of 20,000; ≤ {MOST_GROWTH}: {said}.")


def _options() -> argparse.Namespace:
    costs = "\n".join(f"  {size:>7,} reports: {cost}" for size, cost in COSTS.items())
    parser = argparse.ArgumentParser(
        description=__doc__,
        epilog=f"what the sizes cost, three turns on two cores:\n{costs}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--sizes", type=int, nargs="*", default=[SMALL], help="how many reports the nations have")
    parser.add_argument("--all", action="store_const", const=list(COSTS), dest="sizes", help="all four sizes")
    parser.add_argument("--turns", type=int, default=3, help="how often each contender runs")
    parser.add_argument("--jobs", type=int, default=2, help="how many processes we use, and on how many cores all run")
    parser.add_argument("--only", default="", help="only contenders whose name matches this regular expression")
    parser.add_argument("--whole-form", action="store_true", help="about 106 figures a report instead of 34")
    parser.add_argument("--bantin", nargs="+", default=[sys.executable, "-m", "bantin"], help="the command of ours")
    parser.add_argument("--folder", type=Path, help="where the sites are written and removed again; not in memory")
    return parser.parse_args()


def surroundings(options: argparse.Namespace) -> Iterator[str]:
    """What the figures rest on: machine, versions, commit and day."""
    names = re.findall(r"model name\s*: (.+)", _text(Path("/proc/cpuinfo"))) or [platform.processor()]
    memory = re.findall(r"MemTotal:\s+(\d+)", _text(Path("/proc/meminfo")))
    held = f", {int(memory[0]) / (1 << 20):.0f} GB of memory" if memory else ""
    versions = [f"{name} {metadata.version(name)}" for name in ("mkdocs", "mkdocs-material", "markdown", "jinja2")]
    versions += [f"hugo {peers.HUGO}", f"mkdocs-macros-plugin {peers.MACROS}", f"yamllint {peers.YAMLLINT}"]
    commit = subprocess.run(  # noqa: S603 -- nothing of it comes from others
        ["git", "-C", REPOSITORY, "describe", "--always", "--dirty"],  # noqa: S607 -- whichever git is used here
        capture_output=True,
        text=True,
        check=False,
    ).stdout.strip()
    yield f"- Day and commit: {datetime.now(UTC).date()}, {commit or 'not known'}"
    yield f"- Machine: {names[0]}, {os.cpu_count()} cores of which {options.jobs} are used{held}; {platform.platform()}"
    if hasattr(os, "getloadavg"):
        yield f"- Others were using {os.getloadavg()[2]:.1f} cores in the quarter of an hour before"
    yield f"- Versions: Python {platform.python_version()}, {', '.join(versions)}"
    yield f"- Medians of {options.turns} turns; «peer» is Hugo"


def measured(reports: int, options: argparse.Namespace) -> float:
    """The median time of a whole build of a nation, 0 for our own site, after its table was printed."""
    with tempfile.TemporaryDirectory(prefix="bantin-bench-", dir=options.folder) as name:
        folder = Path(name)
        race = nation_race(folder, reports, options) if reports else own_race(folder / "site", options)
        race = [contender for contender in race if re.search(options.only, contender.name)]
        for contender, turn in run_turns(race, options.turns):
            say(f"turn {turn + 1} of {options.turns}: {contender.name}, {contender.runs[-1].wall:.2f} s")
        if race:
            print(f"\n### {f'{reports:,} made-up reports' if reports else 'Our own site'}\n")
            print("\n".join(table(race)), flush=True)
        return next((contender.median("wall") for contender in race if contender.name.endswith("everything")), 0.0)


def own_race(site: Path, options: argparse.Namespace) -> list[Contender]:
    """Our own site, and what the command costs without any."""
    for path in ENTERED:
        _copy(REPOSITORY / path, site / path)
    plans = [sys.executable, "-c", PLANS]
    return [
        Contender("bantin --help", [*options.bantin, "--help"]),
        Contender("plans of 19,000 pages, none made", plans),
        *build_steps(site, 0, options),
        *check_steps(site, options),
    ]


def nation_race(folder: Path, reports: int, options: argparse.Namespace) -> list[Contender]:
    """A made-up nation: ours, what else could build it, and a copy of what was built."""
    site, markdown = folder / "site", folder / "markdown"
    say(f"writing {reports:,} reports")
    # By another process, for memory that this one holds would count as its children's.
    form = ["--whole-form"] if options.whole_form else []
    tool = REPOSITORY / "tools/nation.py"
    finished([sys.executable, tool, "--pages", str(reports), "--periods", str(PERIODS), *form, site])
    if any(re.search(options.only, name) for name in OF_MARKDOWN):
        say("rendering them")
        finished([*options.bantin, "render", "--root", site, markdown])
    clear(site)
    copy = folder / "copy"
    # After a check began cold, nothing of a build is kept: the check comes last.
    race = [
        *build_steps(site, reports, options),
        Contender("cp -r of the finished site", ["cp", "-r", f"{site}/site/.", copy], copy, _without(copy)),
    ]
    if markdown.is_dir():
        race += markdown_steps(folder, markdown, reports)
    if reports <= SMALL and (macros := peers.macros(folder / "macros", site)):
        race.append(Contender("mkdocs-macros, one table a report", *macros))
    race += check_steps(site, options)
    if reports <= SMALL and (lint := peers.yamllint(site / "data")):
        race.append(Contender("yamllint over data/", lint, codes=(0, 1, 2)))
    return race


def build_steps(site: Path, reports: int, options: argparse.Namespace) -> list[Contender]:
    """`bantin build` of everything, and after each kind of change."""
    build: Command = [*options.bantin, "build", "--root", site, *_jobs(options)]
    change = figure_changer(site)

    def change_after_others(turn: int) -> None:
        """Until three older sites are kept, a build has none to make the new one of."""
        for _ in range(OTHERS):
            change(turn)
            finished(build)
        change(turn)

    steps: list[tuple[str, Callable[[int], None]]] = [
        ("everything", lambda _: clear(site)),
        ("nothing changed", lambda _: None),
        ("one figure changed", change),
        ("one figure changed, after four others", change_after_others),
        ("one indicator's label changed", label_changer(site)),
        ("one template changed", partial(change_template, site)),
    ]
    return [
        Contender(f"bantin build, {name}", build, site / "site", change, target=TARGETS.get((reports, name)))
        for name, change in steps
    ]


def check_steps(site: Path, options: argparse.Namespace) -> list[Contender]:
    """`bantin check` of everything, again, and after a change of one figure."""
    check: Command = [*options.bantin, "check", "--root", site]
    return [
        Contender("bantin check, everything", check, prepare=lambda _: clear(site)),
        Contender("bantin check, nothing changed", check),
        Contender("bantin check, one figure changed", check, prepare=figure_changer(site)),
    ]


def markdown_steps(folder: Path, markdown: Path, reports: int) -> Iterator[Contender]:
    """The generators that read Markdown; what takes very long runs in one turn, or at a thousand reports alone."""
    hugo, small_navigation, own_navigation = OF_MARKDOWN
    if found := peers.hugo(folder / "hugo", markdown):
        yield Contender(hugo, *found, _without(found[1]), is_peer=True)
    small = peers.stock(folder / "stock", markdown, small_navigation=True)
    yield Contender(small_navigation, *small, turns=sys.maxsize if reports <= SMALL else 1)
    if reports <= SMALL:
        whole = peers.stock(folder / "stock-navigation", markdown, small_navigation=False)
        yield Contender(own_navigation, *whole, turns=1)


def clear(site: Path) -> None:
    """Nothing is left below a site's root but what people enter, and no template of its own."""
    for path in site.iterdir():
        if path.name not in ENTERED:
            shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    (site / "theme_overrides/bantin/bulletin.md").unlink(missing_ok=True)


def figure_changer(site: Path) -> Callable[[int], None]:
    """Gives a figure in the midst of a site's reports another number in each turn."""
    found = [path for path in sorted(site.glob("data/**/20*.yml")) if FIGURE.search(_text(path))]
    changing = found[len(found) // 2]

    def change(_: int) -> None:
        _write(changing, FIGURE.sub(lambda match: f"{match[1]}{int(match[2]) + 1}", _text(changing), count=1))

    return change


def label_changer(site: Path) -> Callable[[int], None]:
    """Gives an indicator another label in each turn; its id and the names that reports may use stay."""
    changing = site / "data/danh-muc/chi-so.yml"
    before, found, after = _text(changing).partition(f"\n{LABEL}:\n")
    own, names, others = after.partition("  Tên khác:\n")
    assert found
    assert names
    assert "\n\n" not in own
    assert "Mã:" not in own

    def change(turn: int) -> None:
        named = f"\n{LABEL} (lượt {turn}):\n  Mã: thu-tuc-hanh-chinh\n{own}{names}    - {LABEL}\n{others}"
        _write(changing, before + named)

    return change


def change_template(site: Path, turn: int) -> None:
    """Adds a sentence to every bulletin, another one in each turn."""
    _write(site / "theme_overrides/bantin/bulletin.md", TEMPLATE.format(turn=turn))


def _jobs(options: argparse.Namespace) -> Sequence[str]:
    """The option that says in how many processes to build, where the command has it."""
    told = subprocess.run([*options.bantin, "build", "--help"], capture_output=True, text=True, check=True).stdout  # noqa: S603 -- ours
    return ("--jobs", str(options.jobs)) if "--jobs" in told else ()


def _without(folder: Path) -> Callable[[int], None]:
    return lambda _: shutil.rmtree(folder, ignore_errors=True)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target)
    else:
        shutil.copyfile(source, target)


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def say(text: str) -> None:
    """Tell how far the bench is, apart from its tables."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
