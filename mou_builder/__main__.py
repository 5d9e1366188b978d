"""`python -m mou_builder` is `mou-builder`."""

from __future__ import annotations

import atexit
import gc


def run() -> None:
    """Run the command line, alone in its process."""
    # One short run leaves hardly any garbage, and looking for some, also at exit, takes a seventh
    # of its time.
    gc.disable()
    atexit.register(gc.freeze)
    from mou_builder.cli import main  # noqa: PLC0415 - after that: its imports make many objects

    main()


if __name__ == "__main__":
    run()
