"""Codes of procedures: «1.004873», with the province's own number behind, or of a database of old.

A code is text: «1.115740» is no number. The forms are those that published records have.
"""

import re
from dataclasses import dataclass
from enum import Enum, auto

from bantin.vietnamese import slug

_PLAIN = r"[1-9]\.[0-9]{6}"
_LOCAL = re.compile(rf"({_PLAIN})(?:\.000\.00\.00)?\.(H[0-9]{{2}})", re.IGNORECASE)
_NATIONAL = re.compile(_PLAIN)
_OLD = re.compile(r"[TB]-[A-Z]{2,4}-(?:[0-9]{5,6}|BS[0-9]+)(?:-TT)?", re.IGNORECASE)
_SAFE = re.compile(r"[0-9A-Za-z][0-9A-Za-z.-]{2,40}")


class CodeForm(Enum):
    """How a code is written."""

    NATIONAL = auto()
    """«1.004873»."""
    LOCAL = auto()
    """«1.004873.000.00.00.H01», «2.000815.H42»: with the number of a province."""
    OLD = auto()
    """«T-THA-288411-TT»: of the database before 2019."""
    IRREGULAR = auto()
    """What old sources print besides: «1.0133611»."""


@dataclass(frozen=True, slots=True)
class Code:
    """The code of a procedure as it was printed, and what it means."""

    text: str
    core: str
    """What names the procedure wherever it is handled: the code without the province's number."""
    form: CodeForm
    province: str = ""
    """The number of a province: «H01»."""

    @property
    def address(self) -> str:
        """How the procedure goes by in addresses and names of files: letters small."""
        return self.core.lower()


def code_of(text: str) -> Code | None:
    """The code that a text is; None where it is none at all."""
    stripped = text.strip()
    if local := _LOCAL.fullmatch(stripped):
        return Code(stripped, local[1], CodeForm.LOCAL, local[2].upper())
    if _NATIONAL.fullmatch(stripped):
        return Code(stripped, stripped, CodeForm.NATIONAL)
    if _OLD.fullmatch(stripped):
        return Code(stripped, stripped.upper(), CodeForm.OLD)
    is_code = _SAFE.fullmatch(stripped) and any(c.isdigit() for c in stripped) and slug(stripped)
    return Code(stripped, stripped, CodeForm.IRREGULAR) if is_code else None
