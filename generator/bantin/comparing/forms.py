"""The forms in which a comparison is printed: for a terminal, for a comment of a review, for marks beside its lines."""

import re
from collections.abc import Sequence
from enum import StrEnum

from bantin.comparing.changes import Differences
from bantin.comparing.words import Block, blocks, lines_of, summary
from bantin.editors import formats
from bantin.folders import Folders

FEW = 40
"""How many lines of a heading a comment shows: a review is no list of a new bulletin's figures."""
LONGEST = 60_000
"""How many characters a comment may have, on whichever service."""
_ACTIVE = re.compile(r"[\\`*_\[\]<>#|&@~]|(?<=www)\.|:(?=//)")
"""What could be more than a letter in a comment: emphasis, a link, a mention of somebody, a table, HTML."""


class Form(StrEnum):
    """The form of a comparison."""

    TEXT = "text"
    MD = "md"
    GITHUB = "github"
    GITLAB = "gitlab"


def printed(found: Differences, revision: str, *, form: Form, folders: Folders) -> str:
    """A comparison, ready to print: every line of it ends with a line end."""
    said, whole = [*blocks(found)], summary(found, revision)
    if form is Form.TEXT:
        return _text(said, whole)
    if form is Form.MD:
        return _comment(said, whole)
    remarks = [(one.at._replace(source=folders.shown(one.at.source)), one.text) for one in lines_of(said)]
    return formats.remarks(remarks, "bantin-diff", format=formats.Format(form))


def _text(said: Sequence[Block], whole: str) -> str:
    parts = []
    for block in said:
        title = f"{block.title}  {block.address}/" if block.address else block.title
        parts.append(
            "".join(f"{formats.visible(line)}\n" for line in (title, *(f"  {one.text}" for one in block.lines)))
        )
    return "\n".join([*parts, f"{formats.visible(whole)}\n"])


def _comment(said: Sequence[Block], whole: str) -> str:
    """Markdown in which no text of data is more than a text."""
    comment = f"**{_inert(whole)}**\n"
    for number, block in enumerate(said):
        more = len(block.lines) - FEW
        lines = [f"- {_inert(one.text)}\n" for one in block.lines[:FEW]]
        lines += [f"- … và {more} dòng nữa\n"] if more > 0 else []
        part = f"\n#### {_inert(block.title)}\n\n{''.join(lines)}"
        if len(comment) + len(part) > LONGEST:
            return f"{comment}\n… và {len(said) - number} mục nữa; lệnh «bantin diff» in đủ.\n"
        comment += part
    return comment


def _inert(text: str) -> str:
    return _ACTIVE.sub(lambda found: f"&#{ord(found[0])};", formats.visible(text))
