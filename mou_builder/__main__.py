"""`python -m mou_builder` is `mou-builder`."""

from __future__ import annotations

from mou_builder.cli import main

if __name__ == "__main__":
    main()
