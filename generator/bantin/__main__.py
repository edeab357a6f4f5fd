"""`python -m bantin` is the command `bantin`."""

import contextlib
import gc
import os
import sys

from bantin.cli import main


def run() -> None:
    """The command, to its end: what it has read is left to the system, which is rid of all of it at once."""
    gc.freeze()  # what is imported stays, and is never looked through for what nobody needs
    try:
        main()
    except SystemExit as ended:
        with contextlib.suppress(OSError):  # nobody may be reading any more
            sys.stdout.flush()
            sys.stderr.flush()
        if ended.code is None or isinstance(ended.code, int):
            os._exit(ended.code or 0)
        raise


if __name__ == "__main__":
    run()
