"""Which files of tests run in one process, so that what they read, build or render is there once, and which run first.

pytest-xdist would ask the mark `xdist_group`, but what it notes of it is lost on pytest 9.2, and nobody is told.
"""

import pytest
from xdist.scheduler import LoadScopeScheduling

TOGETHER = {
    "the built site": ("test_site.py", "pages/test_cells.py", "pages/test_lookup.py", "reading/test_published_figures.py",
                       "search/test_search_in_browser.py", "pages/test_policy_in_browser.py", "pages/test_as_seen.py", "pages/test_interface_words.py",
                       "pages/test_first_screen.py",
                       "pages/test_frame_in_browser.py"),
    "rendered pages": (
        "test_goldens.py", "publishing/test_rendering.py", "pages/test_headings.py", "pages/test_plans.py",
        "pages/test_sources.py", "pages/test_times_on_pages.py",
    ),
    "cases": ("test_cases.py",),
    "wheel": ("test_wheel.py",),
    "nation": ("test_nation.py",),
    "third era": ("places/test_a_third_era.py",),
    "parts": ("building/test_parts.py",),
    "served": ("test_serve.py",),
}  # fmt: skip
"""Files below tests/; all other tests run wherever there is time."""
FIRST = ("building/test_edits.py", "building/test_exactly.py", "test_workflows.py", "publishing/test_engine.py")
"""Files whose tests take long each: begun last, one would keep a single process busy at the end."""
_GROUPS = {f"tests/{file}": group for group, files in TOGETHER.items() for file in files}


class Together(LoadScopeScheduling):
    """Gives the tests of such files to one process, every other test to the next that is free."""

    def _split_scope(self, nodeid: str) -> str:
        return _GROUPS.get(nodeid.partition("::")[0], nodeid)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The tests of such files first; the scheduler puts the groups before them."""
    first = {f"tests/{file}" for file in FIRST}
    items.sort(key=lambda item: item.nodeid.partition("::")[0] not in first)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Together | None:
    return Together(config, log) if config.getvalue("dist") == "loadgroup" else None
