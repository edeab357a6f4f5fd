"""Write docs/ma-loi/, the manual of problem codes: a page for each code and an index.

    make manual

The explanations are those of `bantin.problems`; the examples are the folders of tests/sites/broken/, whose reports and
corrections the tests hold.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from bantin.problems import CODES, GROUPS

ROOT = Path(__file__).parent.parent
SITES = ROOT / "tests/sites"
TARGET = ROOT / "docs/ma-loi"
NOTE = "<!-- Trang này do lệnh «make manual» viết ra; xin đừng sửa ở đây. -->"
INTRODUCTION = """\
Mỗi lời nhắn của chương trình kiểm tra có một mã trong ngoặc vuông, ví dụ `[number-ambiguous]`.
Bấm vào mã để xem mã ấy nghĩa là gì, kèm ví dụ sai và cách sửa.
Lệnh `bantin explain number-ambiguous` in cùng lời giải thích.

**Lỗi** phải sửa thì trang mới được đăng; **cảnh báo** thì xin xem lại, trang vẫn được đăng."""
ACCEPTANCE = """\
Giữ nguyên con số và ghi lý do ở mục «Chấp nhận»; con số in trên trang kèm lý do, và không bị nhắc nữa:"""
FORM = "mở biểu, sửa ô ấy rồi đọc lại bằng `bantin import`; lệnh viết tệp dưới đây."
CONTEXT = 2
TAB, HIDDEN = "⇥", "·"
REASON = "Chấp nhận: Nguồn in đúng như vậy."

# A line of a text file, or a cell of a form.
_LINE = re.compile(
    r"(?P<source>.+?)(?::(?P<line>\d+):(?P<column>\d+)|, trang tính “[^”]+”.*?): "
    r"(?P<kind>lỗi|cảnh báo) \[(?P<code>[a-z0-9-]+)\] .*"
)


class Report(NamedTuple):
    """One line of an expected report."""

    text: str
    source: str
    line: int
    column: int
    warning: bool


class Example(NamedTuple):
    """A file that an editor has to change, and how."""

    source: str
    wrong: str
    """The lines in question; empty where the file or its name is the problem."""
    reports: tuple[Report, ...]
    right: str
    """The same lines as they should be, or empty."""
    advice: str = ""
    """What to do with the file where no line of it is to change."""


def main() -> None:
    """Write all pages, and remove those of codes that are gone."""
    written = pages()
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, text in written.items():
        (TARGET / name).write_text(text, encoding="utf-8", newline="\n")
    for path in TARGET.iterdir():
        if path.name not in written:
            path.unlink()


def pages() -> dict[str, str]:
    """The text of each page by the name of its file."""
    return {"README.md": _index()} | {f"{code}.md": _page(code) for code in CODES}


def reports(code: str) -> list[Report]:
    """The lines of a code in the report that its folder must give."""
    path = SITES / "broken" / code / "expected.txt"
    found = [match for line in path.read_text(encoding="utf-8").splitlines() if (match := _LINE.fullmatch(line))]
    return [
        Report(
            match[0], match["source"], int(match["line"] or 1), int(match["column"] or 1), match["kind"] == "cảnh báo"
        )
        for match in found
        if match["code"] == code
    ]


def accepted(code: str) -> tuple[str, str, str] | None:
    """A file of the code's folder, its text, and the text once its doubtful figure is accepted with a reason.

    None where nothing can be accepted: the problem is an error, or does not sit at a figure or a target.
    """
    for report in reports(code):
        text = _text(SITES / "broken" / code / report.source)
        lines = text.split("\n")
        heads = [line for line in lines[: report.line] if line[:1].isalpha()]
        if code == "acceptance-unneeded" or not report.warning or heads[-1:] not in (["Số liệu:"], ["Chỉ tiêu:"]):
            continue
        line = lines[report.line - 1]
        key, value = line[: report.column - 1].rstrip(), line[report.column - 1 :]
        indent = " " * (len(key) - len(key.lstrip()))
        if key.strip().removeprefix("- ") == "Giá trị:":
            lines[report.line - 1 : report.line] = [line, f"{indent}{'  ' * key.strip().startswith('- ')}{REASON}"]
        else:
            lines[report.line - 1 : report.line] = [key, f"{indent}  Giá trị: {value}", f"{indent}  {REASON}"]
        return report.source, text, "\n".join(lines)
    return None


def _index() -> str:
    paragraphs = [NOTE, "# Mã lời nhắn", INTRODUCTION]
    for title, group in GROUPS.items():
        rows = [f"| [`{code}`]({code}.md) | {_kind(code)} | {_escaped(CODES[code].summary)} |" for code in group]
        paragraphs += [f"## {title}", "\n".join(["| Mã | Loại | Nghĩa |", "|---|---|---|", *rows])]
    return "\n\n".join(paragraphs) + "\n"


def _page(code: str) -> str:
    acceptance = accepted(code)
    of_form = reports(code)[0].source.endswith(".xlsx")
    consequence = "phải sửa thì biểu mới được đọc vào data/." if of_form else "phải sửa thì trang mới được đăng."
    if _kind(code) == "cảnh báo":
        told = ", và nêu điều này cho người đọc" if CODES[code].contradiction else ""
        consequence = f"xin xem lại; trang vẫn được đăng{', kèm điều này bên con số' if acceptance else told}."
    paragraphs = [
        NOTE,
        f"# `{code}`",
        f"**{_kind(code).capitalize()}**: {consequence}",
        _escaped(CODES[code].explanation),
    ]
    shown = list(_examples(code))
    several = sum(bool(example.reports) for example in shown) > 1
    for count, example in enumerate(shown, start=1):
        paragraphs += [f"## Ví dụ sai {count}" if several else "## Ví dụ sai"] if example.reports else ["## Sửa kèm"]
        paragraphs += _paragraphs(example)
    if acceptance:
        source, text, changed = acceptance
        paragraphs += ["## Nếu nguồn in đúng như vậy", ACCEPTANCE, *_block(_changed_lines(text, changed)[1], source)]
    return "\n\n".join([*paragraphs, "[Xem mọi mã](README.md)"]) + "\n"


def _paragraphs(example: Example) -> Iterator[str]:
    yield f"Tệp `{example.source}`{':' if example.wrong else '.'}"
    yield from _block(example.wrong, example.source)
    if example.reports:
        yield "Chương trình báo:"
        yield from _block("\n".join(report.text for report in example.reports), "")
    yield f"Sửa lại: {example.advice}".rstrip()
    yield from _block(example.right, example.source)


def _kind(code: str) -> str:
    return "cảnh báo" if reports(code)[0].warning else "lỗi"


def _examples(code: str) -> Iterator[Example]:
    folder = SITES / "broken" / code
    found = reports(code)
    corrected = {
        path.relative_to(folder / "sua").as_posix(): _text(path)
        for path in sorted((folder / "sua").rglob("*"))
        if path.is_file()
    }
    sources = dict.fromkeys(report.source for report in found)
    moved = {
        source: new
        for source in sources
        if source not in corrected and (folder / source).is_file()
        for new, text in corrected.items()
        if text == _text(folder / source)
    }
    files = sorted({*sources, *corrected} - {*moved.values()})
    # A file that the test takes away is in the sound site as it should be, and then the only one here.
    changed = [file for file in files if corrected.get(file) != _text(folder / file, SITES / "sound" / file)]
    touched = changed or files
    for source in touched:
        # What is said of a file that stays as it is belongs to the change elsewhere that settles it.
        here = tuple(
            report
            for report in found
            if report.source == source or (source == touched[-1] and report.source not in touched)
        )
        text = _text(folder / source)
        if source.endswith(".xlsx"):
            yield Example(source, "", here, "", FORM)
        elif source in moved:
            yield Example(source, "", here, "", _move(source, moved[source]))
        elif source in corrected:
            meant = {
                report.line for report in here if report.source == source and (report.line, report.column) != (1, 1)
            }
            wrong, right = _changed_lines(text, corrected[source], meant)
            yield Example(source, wrong, here, right)
        else:
            yield Example(source, text, here, "", f"xóa `{PurePosixPath(source).name}`.")


def _move(source: str, new: str) -> str:
    folder, _, name = new.rpartition("/")
    return f"đổi tên tệp thành `{name}`." if folder == source.rpartition("/")[0] else f"chuyển tệp đến `{new}`."


def _changed_lines(old: str, new: str, meant: Collection[int] = ()) -> tuple[str, str]:
    """The lines of two texts that differ, as they stand in the first and in the second.

    A few lines around them are shown too: as many as it takes to show the lines of the first text that are meant.
    """
    before, after = _lines(old), _lines(new)
    context = CONTEXT
    groups = _groups(before, after, context)
    while context < len(before) and any(all(line not in shown for shown, _ in groups) for line in meant):
        context += 1
        groups = _groups(before, after, context)
    return (
        "\n…\n".join("\n".join(before[line - 1] for line in shown) for shown, _ in groups),
        "\n…\n".join("\n".join(after[line - 1] for line in shown) for _, shown in groups),
    )


def _groups(before: Sequence[str], after: Sequence[str], context: int) -> list[tuple[range, range]]:
    """The numbers of lines around each difference, in both texts."""
    groups = SequenceMatcher(None, before, after, autojunk=False).get_grouped_opcodes(context)
    return [(range(g[0][1] + 1, g[-1][2] + 1), range(g[0][3] + 1, g[-1][4] + 1)) for g in groups]


def _lines(text: str) -> Sequence[str]:
    return text.removesuffix("\n").split("\n") if text else ()


def _text(*paths: Path) -> str:
    """The text of the first of the files that is there."""
    path = next((path for path in paths if path.is_file()), None)
    return path.read_bytes().decode("utf-8-sig", errors="replace").replace("\r\n", "\n") if path else ""


def _block(text: str, source: str) -> Iterator[str]:
    """A text as a code block in the language of its file, with a word on signs that nobody sees."""
    lines = ["".join(c if c.isprintable() else TAB if c == "\t" else HIDDEN for c in line) for line in _lines(text)]
    if not lines:
        return
    language = {".md": "markdown", ".yml": "yaml"}.get(Path(source).suffix.lower(), "text")
    shown = "\n".join(lines)
    yield f"```{language}\n{shown}\n```"
    if TAB in shown:
        yield f"Ở đây `{TAB}` là phím Tab."
    if shown.count(HIDDEN) > text.count(HIDDEN):
        yield f"Ở đây `{HIDDEN}` là ký tự ẩn."


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_\[\]<>|])", r"\\\1", text)


if __name__ == "__main__":
    main()
