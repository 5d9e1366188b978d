"""The only package that opens files: answers, the library, instruments and house styles.

A file named by a user is a `Path`, or a `Source`: bytes with the name the user knows them by (`-`
for standard input). What is shipped is found below `resource_root()`. The readers take `cache`, a
folder for what they decode (`default_cache_folder(os.environ)`), or None for none.
The in-place editor is `edit.set_value`, the YAML reader `tree.parse_yaml`.
"""

from __future__ import annotations

from mou_builder.source.answers import digest_of, read_answers, read_rest
from mou_builder.source.attached import unattached
from mou_builder.source.instrument import read_instrument
from mou_builder.source.library import read_library
from mou_builder.source.positions import read_positions
from mou_builder.source.provisions import read_provisions
from mou_builder.source.resources import (
    example_files,
    example_names,
    instrument_ids,
    lines_of,
    numbering_ids,
    read_file,
    resource_root,
    style_ids,
)
from mou_builder.source.store import default_cache_folder
from mou_builder.source.style import read_style
from mou_builder.source.text import Source, lines_in

__all__ = [
    "Source",
    "default_cache_folder",
    "digest_of",
    "example_files",
    "example_names",
    "instrument_ids",
    "lines_in",
    "lines_of",
    "numbering_ids",
    "read_answers",
    "read_file",
    "read_instrument",
    "read_library",
    "read_positions",
    "read_provisions",
    "read_rest",
    "read_style",
    "resource_root",
    "style_ids",
    "unattached",
]
