"""Stages told while they last: on a terminal, in a log, and where nobody listens."""

import io
import re
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bantin.telling import Progress, progress_on
from bantin.telling.progress import State


class Terminal(io.StringIO):
    """Keeps what a terminal was sent."""

    def isatty(self) -> bool:
        return True

    @property
    def lines(self) -> list[str]:
        """What stands on the terminal at the end: what was drawn over is gone."""
        sent = re.sub(r"\x1b\[\?25[lh]", "", self.getvalue())
        return [_drawn(line) for line in sent.split("\n")]


def _drawn(line: str) -> str:
    """A line after all that was drawn over it."""
    shown = ""
    for text in line.split("\r"):
        shown = text + shown[len(text) :]
    return shown.rstrip()


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("COLUMNS", "100")
    return Terminal()


def stage_of(progress: Progress, clock: Clock, *, steps: int = 30, of: str = "trang") -> None:
    """A stage of 3.000 pages that takes a second for each of its steps."""
    with progress.stage("Dựng trang", 3000, of) as step:
        for _ in range(steps):
            clock.now += 1
            step(3000 // steps)


def test_a_log_hears_the_start_and_the_end_and_every_ten_seconds_how_far_it_is(clock: Clock):
    log = io.StringIO()
    stage_of(Progress(log, clock=clock), clock)

    assert log.getvalue().splitlines() == [
        "Dựng trang: bắt đầu, 3.000 trang.",
        "Dựng trang: đã xong 1.000 trong 3.000 trang (33%), mỗi giây 100 trang, còn khoảng 20 giây.",
        "Dựng trang: đã xong 2.000 trong 3.000 trang (66%), mỗi giây 100 trang, còn khoảng 10 giây.",
        "Dựng trang: đã xong 3.000 trong 3.000 trang (100%), mỗi giây 100 trang.",
        "Dựng trang: xong 3.000 trang, mất 30 giây.",
    ]


def test_a_log_hears_of_a_stage_without_a_count_too(clock: Clock):
    log = io.StringIO()
    with Progress(log, clock=clock).stage("Soát liên kết"):
        clock.now += 2.14

    assert log.getvalue().splitlines() == ["Soát liên kết: bắt đầu.", "Soát liên kết: xong, mất 2,1 giây."]


def test_a_short_stage_is_two_lines_in_a_log_however_many_steps_it_has(clock: Clock):
    log = io.StringIO()
    with Progress(log, clock=clock).stage("Đọc", 10_000, "tệp") as step:
        for _ in range(10_000):
            step(1)

    assert len(log.getvalue().splitlines()) == 2


def test_a_terminal_ends_with_one_line_for_a_stage(terminal: Terminal, clock: Clock):
    stage_of(Progress(terminal, plain=False, clock=clock), clock)

    assert terminal.lines == ["Dựng trang  [########################]  3.000 trang · 30 giây", ""]


def test_a_terminal_shows_how_far_a_stage_is_how_long_it_lasts_and_how_fast_it_goes(terminal: Terminal, clock: Clock):
    with Progress(terminal, plain=False, clock=clock).stage("Dựng trang", 3000, "trang") as step:
        clock.now += 10
        step(1000)
        assert terminal.lines == ["Dựng trang  [########----------------]  1.000/3.000 · còn 20 giây · 100/giây"]


def test_a_terminal_of_eighty_columns_has_room_for_bar_time_and_rate(
    terminal: Terminal, clock: Clock, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("COLUMNS", "80")
    with Progress(terminal, plain=False, clock=clock).stage("Dựng trang", 20_000, "trang") as step:
        clock.now += 100
        step(4200)
        assert re.fullmatch(r"Dựng trang  \[#+-+\]  4\.200/20\.000 · còn 6 phút 16 giây · 42/giây", terminal.lines[-1])


def test_the_time_left_is_told_in_whole_seconds():
    assert State("Đọc", 10, "", 5, 3).beside_bar(80, is_over=False) == "5/10 · còn 3 giây · 1,7/giây"


@pytest.mark.parametrize("columns", range(20, 140, 7))
def test_no_line_is_wider_than_the_terminal(
    terminal: Terminal, clock: Clock, monkeypatch: pytest.MonkeyPatch, columns: int
):
    monkeypatch.setenv("COLUMNS", str(columns))
    with Progress(terminal, plain=False, clock=clock).stage("Dựng trang", 3_000_000, "trang") as step:
        for _ in range(50):
            clock.now += 60
            step(30_000)

    shown = re.split(r"[\r\n]", re.sub(r"\x1b\[\?25[lh]", "", terminal.getvalue()))
    assert max(map(len, shown)) < columns


def test_a_terminal_is_not_drawn_more_than_ten_times_a_second(terminal: Terminal, clock: Clock):
    with Progress(terminal, plain=False, clock=clock).stage("Dựng trang", 10_000) as step:
        for _ in range(10_000):
            clock.now += 0.001
            step(1)

    assert terminal.getvalue().count("\r") <= 103


def test_a_line_in_between_stands_above_the_bar(terminal: Terminal, clock: Clock):
    progress = Progress(terminal, plain=False, clock=clock)
    with progress.stage("Dựng trang", 10) as step:
        clock.now += 1
        step(5)
        progress.say("Giữ nguyên tệp «x».")
        clock.now += 1
        step(5)

    assert terminal.lines == ["Giữ nguyên tệp «x».", "Dựng trang  [########################]  10 · 2,0 giây", ""]


@pytest.mark.parametrize("plain", [True, False])
def test_a_line_between_two_stages_is_a_line(terminal: Terminal, plain: bool):
    progress = Progress(terminal, plain=plain)
    progress.say("Giữ nguyên tệp «x».")

    assert terminal.getvalue() == "Giữ nguyên tệp «x».\n"


@pytest.mark.parametrize("plain", [True, False])
def test_a_stage_that_breaks_off_says_nothing_of_its_end_and_leaves_a_clean_line(terminal: Terminal, plain: bool):
    progress = Progress(terminal, plain=plain)
    with pytest.raises(OSError, match="full"), progress.stage("Dựng trang", 10):
        raise OSError("full")
    progress.say("Đĩa đã đầy.")

    assert "xong" not in terminal.getvalue()
    assert terminal.lines[-2:] == ["Đĩa đã đầy.", ""]
    assert plain or terminal.getvalue().index("\x1b[?25h") < terminal.getvalue().index("Đĩa")  # the cursor is back


@pytest.mark.parametrize("make", [Progress, lambda stream: Progress(stream, plain=False)])
def test_a_stage_of_nothing_to_do_is_not_told_of(terminal: Terminal, make: Callable[[Terminal], Progress]):
    with make(terminal).stage("Dựng trang", 0, "trang"):
        pass

    assert terminal.getvalue() == ""


def test_without_a_stream_stages_are_measured_and_nothing_is_told(clock: Clock, capsys: pytest.CaptureFixture[str]):
    progress = Progress(clock=clock)
    stage_of(progress, clock)
    progress.say("x")

    assert [*progress.watch.profile.stages] == [("Dựng trang",)]
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("stream", "environment", "plain"),
    [
        (Terminal(), {}, False),
        (Terminal(), {"TERM": "dumb"}, True),
        (Terminal(), {"CI": "true"}, True),
        (io.StringIO(), {}, True),
    ],
    ids=["terminal", "dumb", "ci", "file"],
)
def test_bars_are_for_terminals(
    stream: io.StringIO, environment: dict[str, str], plain: bool, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)

    with progress_on(stream).stage("Dựng trang", 10):
        pass
    assert ("bắt đầu" in stream.getvalue()) == plain


@given(
    st.none() | st.integers(1, 10**6),
    st.integers(0, 10**6),
    st.floats(0, 10**6),
    st.sampled_from(["", "trang"]),
    st.integers(0, 60),
)
def test_whatever_is_counted_is_told_in_whole_sentences(
    total: int | None, done: int, seconds: float, of: str, room: int
):
    state = State("Đọc", total, of, done, seconds)

    for sentence in (state.begins, state.goes_on, state.ends):
        assert re.fullmatch(r"Đọc: \S.*\S\.", sentence)
        assert not re.search(r" [ ,.)]|None|-\d", sentence)
    for is_over in (True, False):
        assert len(state.beside_bar(room, is_over=is_over)) <= room


@pytest.mark.parametrize(("done", "seconds"), [(0, 5.0), (5, 0.5), (10, 5.0), (12, 5.0)])
def test_the_time_left_is_told_only_where_it_can_be_known(done: int, seconds: float):
    assert "còn" not in State("Đọc", 10, "tệp", done, seconds).goes_on
