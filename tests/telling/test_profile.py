"""Where the time went: stages inside stages, in this process and in others."""

import os
import pickle
from itertools import count
from multiprocessing import get_context

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.telling import Profile, Spent, Stopwatch, table
from bantin.telling.profile import peak_memory

ELSEWHERE = os.getpid() + 1


def ticking() -> Stopwatch:
    """A stopwatch that finds one more second gone, and half a second worked, each time it looks."""
    return Stopwatch(iter(count()).__next__, (step / 2 for step in count()).__next__)


def elsewhere(*stages: str, cpu: float = 4.0, peak: int | None = None) -> Profile:
    """What a process reports that worked as long on each stage, and as long between them."""
    of_stages = {(stage,): Spent(5.0, cpu) for stage in stages}
    return Profile(ELSEWHERE, Spent(9.0, cpu * (len(stages) + 1)), of_stages, peak)


def test_a_stage_is_measured_by_the_clock_and_of_the_processor():
    watch = ticking()
    with watch.stage("Đọc"):
        pass

    assert watch.profile.stages == {("Đọc",): Spent(1, 0.5)}


def test_a_stage_that_comes_again_is_one_stage():
    watch = ticking()
    for _ in range(3):
        with watch.stage("Đọc"):
            pass

    assert watch.profile.stages == {("Đọc",): Spent(3, 1.5)}


def test_a_stage_that_breaks_off_is_measured():
    watch = ticking()
    with pytest.raises(OSError, match="full"), watch.stage("Viết"):
        raise OSError("full")
    with watch.stage("Dọn"):
        pass

    assert [*watch.profile.stages] == [("Viết",), ("Dọn",)]


def test_what_another_process_worked_belongs_to_the_stage_that_hears_of_it():
    watch = ticking()
    with watch.stage("Dựng"):
        watch.add(elsewhere("Markdown", "HTML"))
        watch.add(elsewhere("HTML"))

    stages = watch.profile.stages
    assert stages["Dựng", "Markdown"] == Spent(None, 4)
    assert stages["Dựng", "HTML"] == Spent(None, 8)
    assert stages["Dựng",] == Spent(1, 0.5 + 12 + 8)
    assert watch.profile.whole.cpu >= 20.5


def test_what_this_process_reports_to_itself_counts_once():
    """As with one job, where no other process is started."""
    watch = ticking()
    with watch.stage("Dựng"):
        watch.add(Profile(os.getpid(), Spent(9, 9), {("HTML",): Spent(5, 4)}))

    assert watch.profile.stages == {("Dựng",): Spent(1, 0.5), ("Dựng", "HTML"): Spent(5, 4)}


def test_a_report_of_a_report_keeps_its_parts():
    middle, watch = ticking(), ticking()
    with middle.stage("Phần"):
        middle.add(elsewhere("HTML"))
    with watch.stage("Dựng"):
        watch.add(middle.profile)

    assert watch.profile.stages["Dựng", "Phần", "HTML"] == Spent(None, 4)


@given(st.lists(st.sampled_from([None, 5, 10**15]), max_size=4))
def test_the_peak_is_that_of_the_process_that_took_most(peaks: list[int | None]):
    watch = Stopwatch()
    for peak in peaks:
        watch.add(elsewhere("x", peak=peak))

    own = peak_memory()
    assert (watch.profile.peak == 10**15) == (10**15 in peaks)
    assert watch.profile.peak is not None or own is None


def test_memory_is_told_in_bytes():
    pytest.importorskip("resource", reason="this system does not say")
    held = bytearray(60_000_000)
    held[::4096] = b"x" * len(held[::4096])

    assert len(held) < (peak_memory() or 0) < 100_000_000_000


def test_a_profile_can_be_sent_from_one_process_to_another():
    profile = elsewhere("HTML", peak=7)

    assert pickle.loads(pickle.dumps(profile)) == profile


def _busy(rounds: int) -> Profile:
    watch = Stopwatch()
    with watch.stage("Tính"):
        sum(range(rounds))
    return watch.profile


def test_real_processes_are_counted_at_what_they_worked():
    watch = Stopwatch()
    with watch.stage("Dựng"), get_context("spawn").Pool(1) as pool:
        profile = pool.apply(_busy, (3_000_000,))
        watch.add(profile)

    assert profile.process != os.getpid()
    assert watch.profile.stages["Dựng",].cpu >= profile.stages["Tính",].cpu > 0


def test_the_table_holds_each_stage_with_its_parts_below_it():
    whole = Spent(64.04, 125)
    stages = {
        ("Đọc và kiểm tra",): Spent(3.2, 5),
        ("Dựng trang",): Spent(60.4, 119.5),
        ("Soát lại",): Spent(0, 0),
        ("Dựng trang", "HTML"): Spent(None, 100),
    }

    *rows, note = table(Profile(1, whole, stages)).splitlines()
    assert rows == [
        "Giai đoạn                 Giây  Giây CPU   % CPU",
        "Đọc và kiểm tra            3,2       5,0    4,0%",
        "Dựng trang                60,4     119,5   95,6%",
        "  HTML                             100,0   80,0%",
        "Soát lại                   0,0       0,0    0,0%",
        "Ngoài các giai đoạn trên   0,4       0,5    0,4%",
        "Tất cả                    64,0     125,0  100,0%",
    ]
    assert note.startswith("«Giây» là")


def test_a_table_of_nothing_is_a_table():
    assert table(Profile(1, Spent(0, 0), {})).splitlines()[1].endswith("0,0       0,0      –")
