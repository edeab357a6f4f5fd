import os
import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path, PurePath
from runpy import run_path

import pytest
from test_pickled import assert_same_site

from bantin import site
from bantin.folders import Folders
from bantin.places import gazetteer
from bantin.site import Edition

ROOT = Path(__file__).parent.parent
REPORTS = 60


def nation(folder: Path, *, pages: int = REPORTS, **options: int) -> subprocess.CompletedProcess[str]:
    said = [f"--{name}={value}" for name, value in {"pages": pages, **options}.items()]
    tool = [sys.executable, str(ROOT / "tools/nation.py"), *said, str(folder)]
    return subprocess.run(tool, capture_output=True, text=True, encoding="utf-8", check=False)


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def reports(folder: Path) -> list[Path]:
    return [path for path in folder.glob("data/**/*.yml") if "danh-muc" not in path.parts]


def doubtful(folder: Path) -> dict[str, int]:
    """How many figures of each file say that they were made doubtful, where any does."""
    counts = {str(p.relative_to(folder)): p.read_text(encoding="utf-8").count("  # thử: ") for p in reports(folder)}
    return {path: count for path, count in counts.items() if count}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("nation")
    assert nation(folder).returncode == 0
    return folder


@pytest.fixture(scope="module")
def edition(folder: Path) -> Edition:
    return site.check(Folders.of(folder))


def test_the_same_number_and_seed_give_the_same_bytes(folder, tmp_path):
    nation(tmp_path)

    assert contents(tmp_path) == contents(folder)


PAGES = """
import sys
from hashlib import sha256
from pathlib import Path
from bantin import site
from bantin.folders import Folders
from bantin.publishing import Renderer
from conftest import pages_of_data

root = Path(sys.argv[1])
renderer = Renderer(Folders.of(root))
for page in pages_of_data(site.check(Folders.of(root))):
    print(sha256(renderer.markdown(page).encode()).hexdigest(), page.path)
"""


def test_in_which_order_sets_are_walked_shows_on_no_page(folder):
    """Python walks them otherwise in each process."""

    def said(seed: str) -> list[str]:
        paths = os.pathsep.join([str(ROOT / "generator"), str(ROOT / "tests")])
        done = subprocess.run(
            [sys.executable, "-c", PAGES, str(folder)], env={**os.environ, "PYTHONPATH": paths, "PYTHONHASHSEED": seed},
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout.splitlines()

    first, other = map(said, ("1", "2"))
    assert len(first) > REPORTS
    assert other == first


def test_provinces_that_other_processes_read_make_the_same_pages(folder):
    assert_same_site(Folders.of(folder))


def test_another_seed_gives_other_reports(folder, tmp_path):
    nation(tmp_path, seed=2)

    assert contents(tmp_path).keys() != contents(folder).keys()


def test_there_are_as_many_reports_as_asked_for(folder):
    assert len(reports(folder)) == REPORTS


def test_a_place_has_several_periods(folder):
    periods = Counter(path.parent for path in reports(folder))

    assert set(periods.values()) == {6}


def test_places_are_those_of_the_gazetteer(folder):
    places = {path.parent.relative_to(folder / "data").as_posix() for path in reports(folder)}

    assert all(gazetteer.units(place) for place in places)


def test_a_report_tells_of_twelve_fields(folder):
    fields = {len(re.findall(r"^  Cấp (?:huyện|tỉnh) / .+:$", path.read_text(encoding="utf-8"), re.MULTILINE))
              for path in reports(folder)}  # fmt: skip

    assert fields == {12}


def test_every_report_says_that_it_is_invented(folder):
    assert all("do máy sinh ra" in path.read_text(encoding="utf-8") for path in reports(folder))


def test_the_check_finds_no_errors(edition):
    assert [problem.line() for problem in edition.errors] == []


def test_doubtful_figures_give_warnings(folder, edition):
    warned = {problem.location.source for problem in edition.problems}

    assert doubtful(folder).keys() <= warned


def test_places_without_doubtful_figures_give_no_warnings(folder, edition):
    """Of one place, a sound report may still contradict a doubtful one."""
    warned = {PurePath(problem.location.source).parent for problem in edition.problems}

    assert warned <= {PurePath(path).parent for path in doubtful(folder)}


def test_nearly_one_figure_in_a_hundred_is_doubtful(folder):
    figures = 34 * REPORTS  # more or less

    assert 0.003 < sum(doubtful(folder).values()) / figures < 0.012


def test_articles_refer_to_figures(folder):
    articles = list(folder.glob("content/*/**/*.md"))

    assert len(articles) == 3
    assert all("{{ so_lieu(" in path.read_text(encoding="utf-8") for path in articles)


def test_a_folder_that_holds_something_is_left_alone(tmp_path):
    (tmp_path / "note.txt").write_text("mine", encoding="utf-8")

    assert nation(tmp_path).returncode == 2
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]


def test_more_reports_than_places_with_periods_are_refused(tmp_path):
    done = nation(tmp_path, pages=200_000)

    assert done.returncode == 2
    assert "--pages is between 1 and 136318" in done.stderr


def test_a_place_that_tells_of_all_periods_contradicts_itself_in_doubtful_figures_alone(tmp_path):
    assert nation(tmp_path, pages=182, periods=182).returncode == 0
    for path in reports(tmp_path):
        told = path.read_text(encoding="utf-8")
        path.write_text(re.sub(r": .+  # thử: .+", ": không công bố", told), encoding="utf-8")

    assert [problem.line() for problem in site.check(Folders.of(tmp_path)).problems] == []


def test_every_place_was_there_in_all_years():
    chosen = run_path(str(ROOT / "tools/nation.py"))["_chosen"](749, 1, 1)
    places = {unit.path for unit, _ in chosen}
    found = [[unit for unit in gazetteer.units(place) if unit.existed_on(date(2018, 1, 1))] for place in places]

    assert len(places) == 749
    assert all(any(unit.existed_on(date(2024, 12, 31)) for unit in units) for units in found)
