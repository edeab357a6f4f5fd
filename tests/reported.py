"""Problems in one data file, and reports of them: every form is held against whatever stands in the data."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from trying import tries

from bantin.editors.formats import Format, write
from bantin.folders import Folders
from bantin.problems import CODES, Location, Problem

FILE = "data/x.yml"
QUESTION = Problem(Location(FILE, 1, 1), "number-ambiguous", "«1.21» có thể hiểu hai cách.", "Viết 1,21 hoặc 121.")
WARNING = Problem(Location(FILE, 2, 3), "sum-differs", "543 + 506 = 1.049, nhưng ghi 1.094.", warning=True)
HOSTILE = (
    "::stop-commands::x", "a\n::error::b", "a\r\nb", "%0A", "a,b:c", "]]>", "<b a='\"'>&amp;", "\0", "\x1b[31m", "\x9b2J",
    "\u202eab", "\u2028", "\ufeff", "\ufffe", "\udce9", "\ud800", "##[add-mask]a", "[a](javascript:b)", "{0}", "đ", "e\u0323\u0302",
    "電", "\t", "../../etc/passwd", "/etc/passwd", "a b#?%.yml", "//a", "lỗi [", ": lỗi [",
)  # fmt: skip


class Data:
    """A folder with one data file, and problems in it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.path = root / FILE
        self.path.parent.mkdir()

    def holds(self, text: str) -> None:
        self.path.write_bytes(text.encode())

    def report(self, *problems: Problem, format: Format = Format.TEXT, colour: bool = False) -> str:
        return write(problems, Folders.of(self.root), format=format, colour=colour)

    def json(self, *problems: Problem, format: Format = Format.JSON) -> list[dict]:
        return json.loads(self.report(*problems, format=format))

    def excerpt(self, text: str, what: str) -> list[str]:
        """The lines of the report below the first, for a problem at a part of the file's only line."""
        self.holds(text)
        return self.report(at(1, text.index(what) + 1, len(what))).splitlines()[1:]


@pytest.fixture
def data(tmp_path: Path) -> Data:
    return Data(tmp_path)


@pytest.fixture(scope="module")
def shared_data(tmp_path_factory: pytest.TempPathFactory) -> Data:
    return Data(tmp_path_factory.mktemp("site"))


def at(line: int, column: int, length: int = 1, *, file: str = FILE) -> Problem:
    return Problem(Location(file, line, column), "number-ambiguous", "Chưa rõ.", length=length)


def whole(text: str) -> str:
    """The text with a question mark for every half character."""
    return text.encode(errors="replace").decode()


WORDS = st.lists(st.sampled_from(HOSTILE) | st.text(st.characters(), max_size=8), max_size=4).map("".join)
PROBLEMS = st.lists(
    st.builds(
        Problem,
        st.builds(Location, st.just(FILE) | WORDS, st.integers(1, 4), st.integers(1, 300)),
        st.sampled_from([*CODES]),
        WORDS,
        WORDS,
        warning=st.booleans(),
        length=st.integers(1, 300),
    ),
    max_size=4,
)
WORST = [
    Problem(Location(place, 1, 1), "wrong-shape", word, word, warning=warning)
    for word in HOSTILE
    for place in (FILE, word)
    for warning in (False, True)
]
CONTENT = WORDS.map(lambda text: text.encode(errors="surrogatepass")) | st.binary(max_size=300)


def whatever(test: Callable[..., None]) -> Callable[..., None]:
    """The test holds for any problems in any file, and for all hostile words at once."""
    test = given(problems=PROBLEMS, content=CONTENT)(test)
    test = example(problems=WORST, content="".join(HOSTILE).encode(errors="surrogatepass"))(test)
    return settings(derandomize=True, deadline=None, max_examples=tries(50))(test)
