"""What a browser is told of a site that is being written."""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Literal


@dataclass(frozen=True)
class Shown:
    """How it stands with the site."""

    number: int = 0
    """Goes up whenever anything of this changes."""
    build: int = 0
    """Which build the pages are of; 0 where there are none yet."""
    stage: Literal["building", "sound", "failed"] = "building"
    slips: Sequence[dict[str, Any]] = field(default=())
    """Errors, as `bantin check --format json` writes them."""
    said: str = ""
    """What a build that failed said, where no error of a file tells more."""

    def told(self) -> dict[str, Any]:
        """The same for a script in a page."""
        slips = [
            {"file": slip["file"], "line": slip["line"], "message": slip["message"], "help": slip["help"]}
            for slip in self.slips
        ]
        return {"number": self.number, "build": self.build, "stage": self.stage, "slips": slips, "said": self.said}


class State:
    """The newest `Shown`, which several browsers wait for."""

    def __init__(self) -> None:
        self._now = Shown()
        self._changed = threading.Condition()

    @property
    def now(self) -> Shown:
        """How it stands now."""
        return self._now

    def change(self, **values: Any) -> None:
        """Something of it is otherwise from now on."""
        with self._changed:
            self._now = replace(self._now, number=self._now.number + 1, **values)
            self._changed.notify_all()

    def after(self, number: int, *, seconds: float) -> Shown:
        """How it stands as soon as that is no longer what had this number, or when the time is up."""
        with self._changed:
            self._changed.wait_for(lambda: self._now.number != number, seconds)
            return self._now
