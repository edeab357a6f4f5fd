"""What a published figure was before it was corrected (đính chính)."""

from dataclasses import dataclass
from datetime import date

from bantin.model.identity import SameByLocation
from bantin.model.values import State, Value, printed
from bantin.problems import Location


@dataclass(frozen=True, eq=False, slots=True)
class Erratum(SameByLocation):
    """The announcement that some figures were wrong."""

    on: date
    reason: str
    at: Location
    document: str = ""
    """Its title and number; empty where nobody issued any, as for a slip of whoever entered the figure."""
    publisher: str = ""
    address: str = ""


@dataclass(frozen=True, eq=False, slots=True)
class Correction(SameByLocation):
    """One correction of one figure."""

    old: Value | State
    new: Value | State
    erratum: Erratum
    at: Location

    @property
    def on(self) -> date:
        """The day it was announced."""
        return self.erratum.on

    @property
    def was(self) -> str:
        """What was printed before."""
        return printed(self.old)

    @property
    def became(self) -> str:
        """What is printed since."""
        return printed(self.new)
