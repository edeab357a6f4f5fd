"""Edit a site at random and build it again: `python small_country.py TABLES edited_at_random`.

Hypothesis prints the shortest way to a site that is not what a build from nothing makes of its files.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1]))  # where the helpers of all tests lie

from edited import ADDED, HERE, TWISTS, Edited, compile_once, differences, tree
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule, run_state_machine_as_test
from trying import tries

NAMES = (f"data/{HERE}/2023-6-thang.yml", f"content/{HERE}/mot-cua.png", f"content/{HERE}/2026-11-22-nua-dau-nam.md")
NEW_NAMES = (f"data/{HERE}/2023-quy-2.yml", f"content/{HERE}/hai-cua.png", f"content/{HERE}/2026-11-22-dau-nam.md")
DAYS = ("1790000000", "1795000000", "1700000000")


class Editing(RuleBasedStateMachine):
    """Whatever was edited, a build makes what one from nothing makes; or it leaves the site as it was."""

    def __init__(self) -> None:
        super().__init__()
        os.environ["SOURCE_DATE_EPOCH"] = DAYS[0]
        self.folder = Path(tempfile.mkdtemp())
        self.site = Edited(self.folder / "trang")
        self.build(1)

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    @rule(edit=st.sampled_from([*TWISTS, *ADDED]))
    def edit(self, edit: str) -> None:
        self.site.toggle(edit)

    @rule(path=st.sampled_from(NAMES))
    def delete_or_bring_back(self, path: str) -> None:
        self.site.gone ^= {path}
        self.site.write()

    @rule(place=st.sampled_from(range(len(NAMES))))
    def rename(self, place: int) -> None:
        old, new = NAMES[place], NEW_NAMES[place]
        self.site.names = {key: name for key, name in self.site.names.items() if key != old} | (
            {} if old in self.site.names else {old: new}
        )
        self.site.write()

    @rule(shade=st.sampled_from((10, 11)))
    def paint(self, shade: int) -> None:
        """Another picture of the same size and, as far as a program may set it, of the same time."""
        path = self.site.root / NAMES[1]
        times = path.stat() if path.exists() else None
        self.site.pictures = shade
        self.site.write()
        if times and path.exists():
            os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))

    @rule(number=st.integers(0, 200))
    def spoil_a_finished_file(self, number: int) -> None:
        path = chosen(self.site.root / "site", number)
        times = path.stat()
        path.write_bytes(bytes(reversed(path.read_bytes())))
        os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))

    @rule(number=st.integers(0, 200))
    def delete_a_finished_file(self, number: int) -> None:
        chosen(self.site.root / "site", number).unlink()

    @rule(number=st.integers(0, 40), how=st.sampled_from(["deleted", "cut", "turned"]))
    def damage_what_is_kept(self, number: int, how: str) -> None:
        path = chosen(self.site.root / ".bantin", number)
        content = path.read_bytes()
        path.unlink()
        if how != "deleted":
            path.write_bytes(content[: len(content) // 2] if how == "cut" else bytes(reversed(content)))

    @rule(day=st.sampled_from(DAYS))
    def another_day(self, day: str) -> None:
        os.environ["SOURCE_DATE_EPOCH"] = day

    @rule(jobs=st.sampled_from((1, 1, 1, 2)))
    def build(self, jobs: int) -> None:
        before = tree(self.site.root / "site")
        result = self.site.build("--jobs", str(jobs))
        after = tree(self.site.root / "site")
        afresh, whole = self.site.afresh(self.folder / "moi")
        assert result.exit_code == afresh.exit_code, (result.output, afresh.output)
        if result.exit_code:
            assert differences(before, after) == []
        else:
            assert differences(after, whole) == []


def chosen(folder: Path, number: int) -> Path:
    found = sorted(
        path for path in folder.rglob("*") if path.is_file() and path.name not in (".bantin-site", ".gitignore")
    )
    return found[number % len(found)]


if __name__ == "__main__":
    compile_once()
    run_state_machine_as_test(
        Editing,
        settings=settings(
            max_examples=tries(20),
            stateful_step_count=14,
            deadline=None,
            database=None,
            derandomize=True,
            print_blob=False,
            phases=(Phase.generate, Phase.shrink),
            suppress_health_check=list(HealthCheck),
        ),
    )
    sys.stdout.write("như nhau\n")
