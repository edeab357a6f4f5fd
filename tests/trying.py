"""How much a test tries that would find more the longer it ran."""

import os

THOROUGH = os.environ.get("THOROUGH", "") not in ("", "0")
"""Set by `make thorough`."""


def tries(thorough: int) -> int:
    """How many examples to try, of those that `make thorough` tries: a quarter, for the run that everybody waits for."""
    return thorough if THOROUGH else max(1, thorough // 4)
